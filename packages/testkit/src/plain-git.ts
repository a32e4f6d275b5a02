import { execFile } from "node:child_process";
import { devNull } from "node:os";

/** What git printed; `code` is its exit code. */
export interface PlainResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** 2026-01-05T08:00:00Z: the time of every commit a test makes, unless it says another. */
export const fixedTime = 1_767_600_000_000;

/** Environment in which git behaves the same on every machine: no user's configuration, one author, one time. */
export function plainEnvironment(time: number = fixedTime): Record<string, string> {
  const inherited: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !name.startsWith("GIT_")) inherited[name] = value;
  }
  const date = `${Math.floor(time / 1000)} +0000`;
  return {
    ...inherited,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_NAME: "Pat Person",
    GIT_AUTHOR_EMAIL: "pat@example.org",
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: "Pat Person",
    GIT_COMMITTER_EMAIL: "pat@example.org",
    GIT_COMMITTER_DATE: date,
  };
}

/** How a person runs git. */
export interface PlainOptions {
  readonly input?: string | Uint8Array;
  readonly time?: number;
  /** Variables beside the usual ones: another author, credentials. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs git as a person would and answers whatever its exit code is. */
export function tryGit(
  folder: string,
  args: readonly string[],
  options: PlainOptions = {},
): Promise<PlainResult> {
  return new Promise((resolve, reject) => {
    const env = { ...plainEnvironment(options.time), ...options.env };
    const settings = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile("git", [...args], settings, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === "number") resolve({ code, stdout, stderr });
      else reject(error ?? new Error("git ended without an exit code"));
    });
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(options.input ?? "");
  });
}

/** Runs git as a person would; answers with what it printed, without the last line feed. Throws when git fails. */
export async function git(
  folder: string,
  args: readonly string[],
  options: PlainOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await tryGit(folder, args, options);
  if (code !== 0) throw new Error(`git ${args.join(" ")} in ${folder}: exit ${code}\n${stderr}${stdout}`);
  return stdout.replace(/\n$/, "");
}
