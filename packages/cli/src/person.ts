import { userInfo } from "node:os";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Writer } from "./forges.ts";
import type { Io } from "./io.ts";
import { askGit } from "./own-git.ts";

/** Who runs a command. */
export interface Person extends Writer {
  /** Whether that is what git says; else the account of this machine stands in for them. */
  readonly isKnown: boolean;
}

/**
 * Who runs this command, as git would say: GIT_COMMITTER_NAME and _EMAIL, else git's user.name and user.email, else the
 * account of this machine. Never throws.
 */
export async function personIdentity(io: Io): Promise<Person> {
  const account = accountName();
  const name = io.env.GIT_COMMITTER_NAME ?? (await askGit(io, io.cwd, ["config", "--get", "user.name"]));
  const email = io.env.GIT_COMMITTER_EMAIL ?? (await askGit(io, io.cwd, ["config", "--get", "user.email"]));
  return {
    name: name ?? account,
    email: email ?? `${account}@localhost.invalid`,
    isKnown: name !== undefined && email !== undefined,
  };
}

/**
 * Makes sure that git knows who writes in their own name where nobody else does: on plain git no account of a server stands for
 * them. Throws `git_identity`.
 */
export function needKnownPerson({ isKnown }: Person): void {
  if (isKnown) return;
  throw new CoulombError(
    "git_identity",
    "git does not know who you are, and this is done on plain git under your own name; nothing was written",
    {
      hint: `git config --global user.name "Your Name" && git config --global user.email you@example.org; where a program runs this: GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL`,
    },
  );
}

function accountName(): string {
  try {
    return userInfo().username.replaceAll(/[^A-Za-z0-9._-]/g, "-");
  } catch {
    return "somebody";
  }
}
