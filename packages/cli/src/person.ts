import { execFile } from "node:child_process";
import { userInfo } from "node:os";
import { promisify } from "node:util";
import type { Writer } from "./forges.ts";
import type { Io } from "./io.ts";

const execute = promisify(execFile);

/**
 * Who runs this command, as git would say: GIT_COMMITTER_NAME and _EMAIL, else git's user.name and user.email, else the
 * account of this machine. Never throws.
 */
export async function personIdentity(io: Io): Promise<Writer> {
  const account = accountName();
  const name = io.env.GIT_COMMITTER_NAME ?? (await gitConfig(io, "user.name")) ?? account;
  const email =
    io.env.GIT_COMMITTER_EMAIL ?? (await gitConfig(io, "user.email")) ?? `${account}@localhost.invalid`;
  return { name, email };
}

async function gitConfig(io: Io, key: string): Promise<string | undefined> {
  try {
    const { stdout } = await execute("git", ["config", "--get", key], { cwd: io.cwd, env: { ...io.env } });
    return stdout.trim() === "" ? undefined : stdout.trim();
  } catch {
    return undefined;
  }
}

function accountName(): string {
  try {
    return userInfo().username.replaceAll(/[^A-Za-z0-9._-]/g, "-");
  } catch {
    return "somebody";
  }
}
