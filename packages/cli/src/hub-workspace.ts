import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";
import type { Terminal } from "./terminal.ts";
import { readSound, type SoundWorkspace } from "./workspace.ts";

/** The ops repo of a command that can do without one: the one that --ops names must be there, the nearest need not. */
export function opsOrNone(io: Io, terminal: Terminal, named: string | undefined): SoundWorkspace | undefined {
  try {
    return readSound(io, terminal, named);
  } catch (error) {
    if (named === undefined && error instanceof CoulombError && error.code === "ops_missing")
      return undefined;
    throw error;
  }
}

/** Key of the ops repo on the hub: forge, owner and name. */
export function repoKeyOf({ config }: Pick<SoundWorkspace, "config">): string {
  const { forge, owner, repo } = config.ops_repo;
  return `${forge}/${owner}/${repo}`;
}
