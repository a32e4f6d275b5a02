import { simpleGit } from "simple-git";
import { type GitResult, missingGit } from "./client.ts";

interface ListOptions {
  readonly gitDir: string;
  readonly env: Record<string, string>;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
}

/**
 * simple-git refuses an environment that could start a program, because it may come from a stranger. Ours is built
 * from nothing in environment.ts, so each kind is allowed here; arguments never hold any of them.
 */
const ownEnvironment = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeGitProxy: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeUrlRewrite: true,
};

/**
 * One `ls-remote` by simple-git. Loaded on first use: reading folders never needs it. Commands that write run in
 * client.ts instead: simple-git cannot end what a command started (hooks, ssh), feeds text only, and waits 50 ms after
 * a command that prints nothing.
 */
export async function listBySimpleGit(args: readonly string[], options: ListOptions): Promise<GitResult> {
  let code = -1;
  let stderr = "";
  let spawned = true;
  const git = simpleGit({
    baseDir: options.gitDir,
    allowEnvironment: Object.keys(options.env),
    unsafe: ownEnvironment,
    // The streams are complete on `close`; a program that git left behind may keep them open for ever.
    completion: { onClose: true, onExit: 1000 },
    timeout: { block: options.timeoutMs },
    ...(options.signal === undefined ? {} : { abort: options.signal }),
    errors(error, result) {
      code = result.exitCode;
      stderr = Buffer.concat(result.stdErr).toString("utf8").trim();
      spawned = code !== -2;
      // An exit code is an outcome here, and stdout is wanted with it; what is left is a timeout or an abort.
      return pluginOf(error) === undefined ? undefined : error;
    },
  });
  try {
    const stdout = await git.env(options.env).raw([...args]);
    if (!spawned) throw missingGit(stderr);
    return { ended: "exit", code, stdout: Buffer.from(stdout, "utf8"), stderr };
  } catch (error) {
    const ended =
      options.signal?.aborted === true ? "aborted" : pluginOf(error) === "timeout" ? "timeout" : undefined;
    if (ended === undefined) throw error;
    return { ended, code: -1, stdout: Buffer.alloc(0), stderr: `git was ended: ${ended}` };
  }
}

function pluginOf(error: unknown): unknown {
  return error instanceof Error && "plugin" in error ? error.plugin : undefined;
}
