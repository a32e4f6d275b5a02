import { userInfo } from "node:os";
import type { Writer } from "./forges.ts";
import type { Io } from "./io.ts";
import { askGit } from "./own-git.ts";

/**
 * Who runs this command, as git would say: GIT_COMMITTER_NAME and _EMAIL, else git's user.name and user.email, else the
 * account of this machine. Never throws.
 */
export async function personIdentity(io: Io): Promise<Writer> {
  const account = accountName();
  const name =
    io.env.GIT_COMMITTER_NAME ?? (await askGit(io, io.cwd, ["config", "--get", "user.name"])) ?? account;
  const email =
    io.env.GIT_COMMITTER_EMAIL ??
    (await askGit(io, io.cwd, ["config", "--get", "user.email"])) ??
    `${account}@localhost.invalid`;
  return { name, email };
}

function accountName(): string {
  try {
    return userInfo().username.replaceAll(/[^A-Za-z0-9._-]/g, "-");
  } catch {
    return "somebody";
  }
}
