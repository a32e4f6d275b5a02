import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { kill, platform } from "node:process";
import { CoulombError } from "@coulomb-loop/schemas";
import { createLimit, type Limit } from "../limit.ts";
import { type EnvironmentSettings, gitEnvironment, redactor } from "./environment.ts";

/** How one git process ended. `ended` tells whether it did so by itself. */
export interface GitResult {
  readonly ended: "exit" | "timeout" | "aborted";
  /** Exit code; -1 when a signal ended it. */
  readonly code: number;
  readonly stdout: Buffer;
  /** For people only: redacted, never parsed for an outcome. */
  readonly stderr: string;
}

export interface RunOptions {
  /** The scratch repository to run in; git never sees the caller's folder. */
  readonly gitDir: string;
  readonly input?: Uint8Array;
  /** Variables of this command alone. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface GitClientOptions extends EnvironmentSettings {
  /** Ends every process and refuses new ones. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds without any output after which a process is ended. */
  readonly timeoutMs: number;
  /**
   * Leaves out of messages what an HTTP server writes along with an error: it may repeat what it was sent, and credentials
   * of the user's own helpers are known to git alone.
   */
  readonly hidesRefusals?: boolean;
  /** Told of every process before it starts, for counting. Never gets secrets: they are not in arguments. */
  readonly onProcess: ((args: readonly string[]) => void) | undefined;
}

/** The only place that starts git processes. Every process is awaited, also one that had to be ended. */
export interface GitClient {
  /** One command: bytes in, bytes and exit code out. */
  run(args: readonly string[], options: RunOptions): Promise<GitResult>;
  /** One `ls-remote`: its text and exit code. */
  listRemote(args: readonly string[], options: { readonly gitDir: string }): Promise<GitResult>;
  /** A process that lives as long as its caller wants; the caller ends and awaits it. */
  start(
    args: readonly string[],
    gitDir: string,
    variables?: RunOptions["env"],
  ): ChildProcessWithoutNullStreams;
  /** Version of git, read once. Throws `git_version` when git is missing or older than 2.38. */
  version(): Promise<string>;
  redact(text: string): string;
  /** The same client, whose processes also end on another signal. */
  until(signal: AbortSignal): GitClient;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
}

/** `merge-tree --write-tree` came with 2.38. */
const oldest = [2, 38] as const;

/** Makes a client. Starts nothing before it is asked to. */
export function createGitClient(options: GitClientOptions): GitClient {
  const redact = redactor(options.config.map(([, value]) => value));
  return clientWith(options, {
    env: gitEnvironment(options),
    redact: options.hidesRefusals === true ? (text) => withoutRefusal(redact(text)) : redact,
    limit: createLimit(Math.max(4, availableParallelism() * 2)),
  });
}

/** Messages of git without those lines that an HTTP server wrote in an answer that is an error. */
function withoutRefusal(text: string): string {
  const isRefused = /returned error: \d{3}|authentication failed|could not read (?:username|password)/i;
  return isRefused.test(text) ? text.replaceAll(/^remote:.*\n?/gm, "") : text;
}

interface Shared {
  readonly env: Record<string, string>;
  readonly redact: (text: string) => string;
  readonly limit: Limit;
  version?: Promise<string>;
}

function clientWith(options: GitClientOptions, shared: Shared): GitClient {
  const { env, redact, limit } = shared;

  function start(
    args: readonly string[],
    gitDir: string,
    variables: RunOptions["env"] = {},
  ): ChildProcessWithoutNullStreams {
    options.onProcess?.(args);
    return spawn("git", args, {
      cwd: gitDir,
      env: { ...env, ...variables, GIT_DIR: gitDir },
      windowsHide: true,
      // A group of its own: a push also runs the other side and its hooks, and all of them must end with it.
      detached: hasGroups,
    });
  }

  async function run(
    args: readonly string[],
    { gitDir, input, env: variables }: RunOptions,
  ): Promise<GitResult> {
    return limit(async () => {
      if (options.signal?.aborted === true) return stopped;
      const child = start(args, gitDir, variables);
      child.stdin.on("error", ignore);
      child.stdin.end(input);
      const result = await collect(child, options);
      return { ...result, stderr: redact(result.stderr) };
    });
  }

  async function listRemote(args: readonly string[], { gitDir }: { gitDir: string }): Promise<GitResult> {
    return limit(async () => {
      if (options.signal?.aborted === true) return stopped;
      options.onProcess?.(args);
      const { listBySimpleGit } = await import("./simple-git.ts");
      const result = await listBySimpleGit(args, { ...options, gitDir, env: { ...env, GIT_DIR: gitDir } });
      return { ...result, stderr: redact(result.stderr) };
    });
  }

  async function readVersion(): Promise<string> {
    options.onProcess?.(["version"]);
    const child = spawn("git", ["version"], { env, windowsHide: true });
    child.stdin.end();
    const result = await collect(child, options);
    if (result.ended === "exit") return checkVersion(result.stdout.toString("utf8"));
    // Stopped on the way: that says nothing about git, and whatever comes next is stopped too.
    delete shared.version;
    return "unknown";
  }

  return {
    run,
    listRemote,
    start,
    version: () => (shared.version ??= readVersion()),
    redact,
    until(signal) {
      const both = options.signal === undefined ? signal : AbortSignal.any([options.signal, signal]);
      return clientWith({ ...options, signal: both }, shared);
    },
    signal: options.signal,
    timeoutMs: options.timeoutMs,
  };
}

/** The version in the output of `git version`. Throws `git_version` when it is too old or not there. */
export function checkVersion(output: string): string {
  const found = /git version (\d+)\.(\d+)(?:\.[0-9A-Za-z.-]+)?/.exec(output);
  const [major, minor] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    const received = output.trim() === "" ? "nothing" : `"${output.trim()}"`;
    throw new CoulombError("git_version", `expected git ${oldest.join(".")} or newer, received ${received}`, {
      hint: "install a newer git, or put it first in PATH",
    });
  }
  return found[0].slice("git version ".length);
}

const stopped: GitResult = { ended: "aborted", code: -1, stdout: Buffer.alloc(0), stderr: "stopped" };

function ignore(): void {
  // A process that ends before it read its input closes the pipe; its exit code says what happened.
}

function collect(
  child: ChildProcessWithoutNullStreams,
  { signal, timeoutMs }: { signal: AbortSignal | undefined; timeoutMs: number },
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    let ended: GitResult["ended"] = "exit";
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const end = (why: GitResult["ended"]) => {
      ended = why;
      endChild(child);
    };
    const stop = () => end("aborted");
    const timer = setTimeout(() => end("timeout"), timeoutMs);
    const keep = (chunks: Buffer[]) => (chunk: Buffer) => {
      chunks.push(chunk);
      timer.refresh();
    };
    child.stdout.on("data", keep(stdout));
    child.stderr.on("data", keep(stderr));
    signal?.addEventListener("abort", stop, { once: true });
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    };
    child.once("error", (error) => {
      done();
      reject(missingGit(error));
    });
    child.once("close", (code) => {
      done();
      const text = Buffer.concat(stderr).toString("utf8").trim();
      resolve({ ended, code: code ?? -1, stdout: Buffer.concat(stdout), stderr: text });
    });
  });
}

/** Asks a process and all it started to end, and makes them when they have not within five seconds. */
export function endChild(child: ChildProcessWithoutNullStreams): void {
  // On SIGTERM git removes its temporary files and locks.
  sendSignal(child, "SIGTERM");
  const timer = setTimeout(() => sendSignal(child, "SIGKILL"), 5000);
  child.once("close", () => clearTimeout(timer));
}

/** Windows has no process groups; there only git itself is ended. */
const hasGroups = platform !== "win32";

function sendSignal(child: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (hasGroups) kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Gone already: the group ended between our decision and the signal.
  }
}

/** What is thrown when no git process can be started at all. */
export function missingGit(cause: unknown): CoulombError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CoulombError("git_version", `git cannot be started: ${reason}`, {
    hint: "install git 2.38 or newer and put it in PATH",
    cause,
  });
}
