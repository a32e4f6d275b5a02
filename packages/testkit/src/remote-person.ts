import { type Person, personAt } from "./person.ts";
import { git } from "./plain-git.ts";

/** Where somebody pushes to, and as whom. */
export interface Remote {
  /** Address of the repository, without credentials. */
  readonly url: string;
  /** It travels in the environment of git only. */
  readonly token: string;
  /** Address in their commits. */
  readonly email?: string;
  /** Ends when the server shows what was pushed. */
  readonly settled: () => Promise<void>;
  /** How they answer proposals, and how it is said that an answer does not stand. */
  readonly answers: Required<Pick<Person, "respond" | "dismiss">>;
}

/** A person who begins with a repository of their own. */
export interface RemotePerson extends Person {
  /** Pushes a branch as it is in their own repository, to a server that has none yet. */
  publish(branch: string): Promise<void>;
}

/**
 * Somebody at a repository on a server: acts in a bare repository of their own in `path`, which first takes the branches
 * of the server and whose change is then pushed, by force where need be.
 */
export function personAcross(path: string, { url, token, email, settled, answers }: Remote): RemotePerson {
  const here = personAt(path, email);
  const basic = Buffer.from(`${token}:x-oauth-basic`).toString("base64");
  const env = {
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: "http.extraHeader",
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
    GIT_CONFIG_KEY_1: "http.followRedirects",
    GIT_CONFIG_VALUE_1: "false",
  };
  const run = (...args: string[]) => git(path, args, { env });
  const fetch = () => run("fetch", "--quiet", "--prune", url, "+refs/heads/*:refs/heads/*");
  const push = async (spec: string) => {
    await run("push", "--quiet", "--force", url, spec);
    await settled();
  };
  const act = async <T>(branch: string, change: () => Promise<T>): Promise<T> => {
    await fetch();
    const made = await change();
    await push(`refs/heads/${branch}:refs/heads/${branch}`);
    return made;
  };
  return {
    ...answers,
    publish: (branch) => push(`refs/heads/${branch}:refs/heads/${branch}`),
    commit: (branch, files, options) => act(branch, () => here.commit(branch, files, options)),
    merge: (branch, into = "main") => act(into, () => here.merge(branch, into)),
    fastForward: (branch, into = "main") => act(into, () => here.fastForward(branch, into)),
    force: (branch, oid) => act(branch, () => here.force(branch, oid)),
    async deleteBranch(branch) {
      await fetch();
      await here.deleteBranch(branch);
      await push(`:refs/heads/${branch}`);
    },
    async head(branch) {
      await fetch();
      return here.head(branch);
    },
    async read(branch, name) {
      await fetch();
      return here.read(branch, name);
    },
  };
}
