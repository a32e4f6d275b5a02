import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpsFiles } from "@coulomb-loop/reconciler";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";
import { readOpsFiles } from "./ops-files.ts";
import { askGit, runGit } from "./own-git.ts";

/** The files of an ops repo at a commit. */
export interface OpsAtCommit {
  readonly commit: string;
  readonly files: OpsFiles;
}

/**
 * Reads the ops repo of a folder as it was at a commit, branch or tag of its own git, by the same rules as the folder
 * itself: its tree is written to a temporary folder by an index of its own, and nothing of the repository changes.
 * Throws `ref_unknown`.
 */
export async function readOpsAt(io: Pick<Io, "env">, folder: string, ref: string): Promise<OpsAtCommit> {
  const root = await askGit(io, folder, ["rev-parse", "--show-toplevel"]);
  if (root === undefined)
    throw unknown(`${folder} is in no git repository`, "commit the ops repo, then name a commit of it");
  const commit = await askGit(io, folder, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`,
  ]);
  if (commit === undefined)
    throw unknown(
      `the ops repo has no commit "${ref}"`,
      "name a branch, tag or commit; git branch --all lists branches",
    );
  const prefix = (await askGit(io, folder, ["rev-parse", "--show-prefix"])) ?? "";
  const scratch = mkdtempSync(join(tmpdir(), "coulomb-ops-"));
  try {
    const files = join(scratch, "ops");
    // A large file that is kept elsewhere is none of ours.
    const env = { GIT_INDEX_FILE: join(scratch, "index"), GIT_LFS_SKIP_SMUDGE: "1" };
    const isWritten =
      (await runGit(io, root, ["read-tree", `${commit}:${prefix}`], env)) !== undefined &&
      (await runGit(io, root, ["checkout-index", "--all", "--quiet", `--prefix=${files}/`], env)) !==
        undefined;
    const read = isWritten ? readOpsFiles(files) : undefined;
    if (!(read?.files[0]?.content instanceof Uint8Array))
      throw unknown(
        `commit ${commit.slice(0, 10)} has no coulomb.yaml`,
        "name a commit that has the ops repo in this folder",
      );
    return { commit, files: read };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function unknown(message: string, hint: string): CoulombError {
  return new CoulombError("ref_unknown", message, { hint });
}
