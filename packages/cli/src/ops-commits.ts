import type { Io } from "./io.ts";
import { askGit } from "./own-git.ts";

/**
 * Where the given files of an ops repo stand in its history: `at <commit>` of the newest commit that changed each, or
 * that it differs from what is committed. A file is left out when its folder is no git repository.
 */
export async function opsCommits(
  io: Pick<Io, "env">,
  folder: string,
  files: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const entries = await Promise.all(
    [...files].map(async (file): Promise<[string, string][]> => {
      const changed = await askGit(io, folder, ["status", "--porcelain", "--ignored", "--", file]);
      if (changed !== undefined) return [[file, "not committed yet"]];
      const commit = await askGit(io, folder, ["log", "-1", "--format=%H", "--", file]);
      return commit === undefined ? [] : [[file, `at ${commit.slice(0, 10)}`]];
    }),
  );
  return new Map(entries.flat());
}
