import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "../io.ts";
import { askGit } from "../own-git.ts";
import { shellWord } from "../shell-word.ts";

/**
 * Checks that a new ops repo can be a repository of its own in this folder, which need not be there yet. Writes nothing. Throws
 * `init_unwritable` where a file is in the way, and `init_nested` inside another repository: what is committed there would go into
 * that one, which runs no workflows of a subfolder, and promotions need the root.
 */
export async function needOwnRepo(io: Io, folder: string): Promise<void> {
  const there = nearest(folder);
  if (!there.isFolder)
    throw new CoulombError("init_unwritable", `${there.path} is a file, and no folder can be made of it`, {
      hint: "name a folder, one that is new or empty",
    });
  const top = await askGit(io, there.path, ["rev-parse", "--show-toplevel"]);
  // In a bare repository there is none.
  const repo = top ?? (await askGit(io, there.path, ["rev-parse", "--absolute-git-dir"]));
  if (repo === undefined) return;
  if (top !== undefined && there.path === folder && realpathSync(folder) === realpathSync(top)) return;
  throw new CoulombError(
    "init_nested",
    `${folder} lies in the git repository ${repo}: an ops repo has one of its own, else its files are committed to that one and its workflows never run`,
    {
      hint: `nothing was written: name a folder outside of it. Where the ops repo shall lie in there all the same: git init ${shellWord(folder)}, then run this again`,
    },
  );
}

interface Nearest {
  readonly path: string;
  readonly isFolder: boolean;
}

/** The path itself where it is there, else the nearest above it that is. */
function nearest(path: string): Nearest {
  for (let at = path; ; at = dirname(at)) {
    const isFolder = folderAt(at);
    if (isFolder !== undefined || at === dirname(at)) return { path: at, isFolder: isFolder ?? true };
  }
}

/** Whether a path is a folder; `undefined`: nothing is there, or it cannot be looked at. */
function folderAt(path: string): boolean | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory();
  } catch {
    return undefined;
  }
}
