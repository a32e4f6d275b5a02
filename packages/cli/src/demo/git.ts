import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { CoulombError } from "@coulomb-loop/schemas";
import { makeFolder } from "../make-folder.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const execute = promisify(execFile);

/**
 * Runs git as a person of the demo would, with none of this machine's settings; `access` are variables that let it into a
 * server. Throws `demo_git` with git's words.
 */
export async function git(
  folder: string,
  env: Environment,
  args: readonly string[],
  access: Readonly<Record<string, string>> = {},
): Promise<string> {
  const clean = Object.fromEntries(Object.entries(env).filter(([key]) => !key.startsWith("GIT_")));
  try {
    // Nothing here lives long enough to be tidied up.
    const { stdout } = await execute("git", ["-c", "gc.auto=0", "-c", "maintenance.auto=false", ...args], {
      cwd: folder,
      env: {
        ...clean,
        ...access,
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_TERMINAL_PROMPT: "0",
        GIT_AUTHOR_NAME: "Robin",
        GIT_AUTHOR_EMAIL: "robin@example.org",
        GIT_COMMITTER_NAME: "Robin",
        GIT_COMMITTER_EMAIL: "robin@example.org",
      },
    });
    return stdout;
  } catch (error) {
    throw new CoulombError(
      "demo_git",
      `git ${args.join(" ")} failed: ${error instanceof Error ? error.message : String(error)}`,
      { hint: "the demo needs git 2.38 or newer", cause: error },
    );
  }
}

/** Makes an SSH key without a passphrase; answers with its public half. Throws `demo_git`. */
export async function newKey(path: string, env: Environment): Promise<string> {
  makeFolder(dirname(path));
  try {
    await execute("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "regulator", "-f", path], { env });
    return (await readFile(`${path}.pub`, "utf8")).trim();
  } catch (error) {
    throw new CoulombError(
      "demo_git",
      `ssh-keygen made no key: ${error instanceof Error ? error.message : String(error)}`,
      { hint: "approvals on plain git are signed: install OpenSSH 8.2 or newer", cause: error },
    );
  }
}

/** Makes a bare repository with one commit that holds the files. */
export async function bareRepo(
  path: string,
  files: Readonly<Record<string, string>>,
  env: Environment,
): Promise<void> {
  makeFolder(path);
  await git(path, env, ["init", "--quiet", "--bare", "--initial-branch=main"]);
  await git(path, env, ["config", "receive.autogc", "false"]);
  const work = `${path}.work`;
  makeFolder(work);
  await beginRepo(work, files, path, env);
}

/** Commits files in an empty folder and pushes them to a repository that is empty too. */
export async function beginRepo(
  work: string,
  files: Readonly<Record<string, string>>,
  address: string,
  env: Environment,
  access: Readonly<Record<string, string>> = {},
): Promise<void> {
  await git(work, env, ["init", "--quiet", "--initial-branch=main"]);
  await writeFiles(work, files);
  await git(work, env, ["add", "--all"]);
  await git(work, env, ["commit", "--quiet", "--message", "Begin"]);
  await git(work, env, ["push", "--quiet", address, "main"], access);
}

/** Writes files below a folder. */
async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    makeFolder(dirname(join(folder, path)));
    await writeFile(join(folder, path), text);
  }
}
