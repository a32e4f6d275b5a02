import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Io } from "./io.ts";

const execute = promisify(execFile);

/** Bytes that git may print: the history of years is longer than the default. */
const longestOutput = 64 * 1024 * 1024;

/** Variables that would point git at another repository than the folder's. */
const elsewhere = new Set(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"]);

/**
 * Asks git something about a folder of this machine, with the settings of whoever runs the command. Answers what it
 * printed; `undefined` when it failed or printed nothing. Never writes, never throws.
 */
export async function askGit(
  io: Pick<Io, "env">,
  folder: string,
  args: readonly string[],
): Promise<string | undefined> {
  const printed = (await runGit(io, folder, args))?.trim();
  return printed === "" ? undefined : printed;
}

/** Runs git as `askGit` does, with more variables. Answers with what it printed; `undefined` when it failed. */
export async function runGit(
  io: Pick<Io, "env">,
  folder: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const kept = Object.entries(io.env).filter(([name]) => !elsewhere.has(name));
  const env = { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C", ...more };
  try {
    return (await execute("git", [...args], { cwd: folder, env, maxBuffer: longestOutput })).stdout;
  } catch {
    return undefined;
  }
}
