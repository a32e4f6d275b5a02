import { policyOfLoop } from "@coulomb-loop/cadence";
import { type Bringing, type PolicyBefore, readOpsRepo } from "@coulomb-loop/reconciler";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";
import { readOpsAt } from "./ops-at-commit.ts";
import { runGit } from "./own-git.ts";

/** The policy that a merge was made on: that of its first parent; `undefined` where that cannot be read. */
export async function policyBefore(
  io: Pick<Io, "env" | "now">,
  folder: string,
  loop: string,
  merge: string,
): Promise<PolicyBefore | undefined> {
  try {
    const { files } = await readOpsAt(io, folder, `${merge}^1`);
    const { documents } = readOpsRepo(files, io.now());
    const cadence = policyOfLoop({ documents, loop });
    return cadence === undefined ? undefined : { cadence, people: documents.coulomb?.value.people ?? [] };
  } catch (error) {
    // A shallow clone does not have it.
    if (error instanceof CoulombError && error.code === "ref_unknown") return undefined;
    throw error;
  }
}

/**
 * The first commit of the line of first parents of `head` that added a file. `undefined` where there is none, or where the history is cut
 * there: at a cut every file looks as if it had just been added.
 */
export async function broughtBy(
  io: Pick<Io, "env">,
  folder: string,
  head: string,
  path: string,
): Promise<Bringing | undefined> {
  const printed = await runGit(io, folder, [
    "log",
    "--first-parent",
    "-m",
    "--no-renames",
    "--no-show-signature",
    "--no-mailmap",
    "--diff-filter=A",
    "--no-patch",
    "--format=%H%x00%P%x00%ct%x00%an",
    head,
    "--",
    `:(literal)${path}`,
  ]);
  const last = printed?.trimEnd().split("\n").at(-1) ?? "";
  const [commit = "", parents = "", seconds = "", by = ""] = last.split("\0");
  if (commit === "" || parents === "") return undefined;
  return { commit, parents: parents.split(" "), at: Number(seconds) * 1000, by };
}
