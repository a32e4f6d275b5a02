import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixedTime, git, tryGit } from "./plain-git.ts";
import { signWithSsh } from "./ssh-keys.ts";
import { answerName, type PersonAnswer, statementOf } from "./statement.ts";

/** What a person puts at a path: text, bytes, a symbolic link, a submodule at a commit; `null` removes what is there. */
export type PersonFile =
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly submodule: string }
  | null;

export type PersonFiles = Readonly<Record<string, PersonFile>>;

/** What somebody with access to a repository does to it, past every forge: no hook and no lease is asked. */
export interface Person {
  /** Commits files on a branch; it starts at the default branch when it is new. Answers with the commit. */
  commit(branch: string, files: PersonFiles, options?: { message?: string; time?: number }): Promise<string>;
  /** Merges `branch` into `into` (default `main`) with a merge commit; the branch stays. Throws on a conflict. */
  merge(branch: string, into?: string): Promise<string>;
  /** Moves `into` (default `main`) forward to `branch`. */
  fastForward(branch: string, into?: string): Promise<string>;
  deleteBranch(branch: string): Promise<void>;
  /** Points a branch at a commit, also backwards. */
  force(branch: string, oid: string): Promise<void>;
  /** Head of a branch, or `null`. */
  head(branch: string): Promise<string | null>;
  /** Text of a file on a branch, or `null`. */
  read(branch: string, path: string): Promise<string | null>;
  /** Answers a proposal, for the head that its branch has. */
  respond(answer: PersonAnswer): Promise<void>;
  /** Says of what somebody answered last that it does not stand any more; absent where nobody can. */
  dismiss?(answer: Pick<PersonAnswer, "number" | "by">): Promise<void>;
}

/**
 * Somebody at the repository in a folder: bare, or with a work tree, which follows when its branch moves. `email` is their
 * commits'; by it some forges know whose they are.
 */
export function personAt(path: string, email = "pat@example.org"): Person {
  const inner = join(path, ".git");
  const gitDir = existsSync(inner) ? inner : path;
  const run = (args: readonly string[], options?: Parameters<typeof git>[2]) => git(gitDir, args, options);
  const env = { GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_EMAIL: email };

  async function moved(branch: string): Promise<void> {
    const isOut = readFileSync(join(gitDir, "HEAD"), "utf8").trim() === `ref: refs/heads/${branch}`;
    if (gitDir !== path && isOut) await git(path, ["reset", "--quiet", "--hard"]);
  }

  async function move(branch: string, oid: string): Promise<string> {
    await run(["update-ref", `refs/heads/${branch}`, oid]);
    await moved(branch);
    return oid;
  }

  async function head(branch: string): Promise<string | null> {
    const found = await tryGit(gitDir, ["rev-parse", "--quiet", "--verify", `refs/heads/${branch}`]);
    return found.code === 0 ? found.stdout.trim() : null;
  }

  async function need(branch: string): Promise<string> {
    const oid = await head(branch);
    if (oid === null) throw new Error(`${branch} does not exist in ${path}`);
    return oid;
  }

  return {
    head,
    force: async (branch, oid) => void (await move(branch, oid)),
    deleteBranch: async (branch) => void (await run(["update-ref", "-d", `refs/heads/${branch}`])),
    fastForward: async (branch, into = "main") => move(into, await need(branch)),
    async commit(branch, files, { message = "A person's commit", time = fixedTime } = {}) {
      const start = (await head(branch)) === null ? "HEAD" : `refs/heads/${branch}`;
      const parts: (string | Uint8Array)[] = [
        `commit refs/heads/${branch}\nmark :1\n`,
        `committer Pat Person <${email}> ${Math.floor(time / 1000)} +0000\n`,
        ...data(`${message}\n`),
        `from ${start}^0\n`,
      ];
      for (const [name, content] of Object.entries(files)) {
        parts.push(...change(name, content));
      }
      parts.push("get-mark :1\ndone\n");
      const input = Buffer.concat(parts.map((part) => Buffer.from(part)));
      const oid = await run(["fast-import", "--quiet", "--done", "--date-format=raw"], { input });
      await moved(branch);
      return oid;
    },
    async merge(branch, into = "main") {
      const parents = [await need(into), await need(branch)];
      const tree = await run(["merge-tree", "--write-tree", ...parents]);
      const args = parents.flatMap((oid) => ["-p", oid]);
      return move(into, await run(["commit-tree", tree, ...args, "-m", `Merge ${branch}`], { env }));
    },
    async respond(answer) {
      const given = { time: fixedTime, ...answer };
      const oid = await need(answer.branch);
      const name = answerName(answer);
      const tagger = `Pat Person <${email}> ${Math.floor(given.time / 1000)} +0000`;
      const tag = `object ${oid}\ntype commit\ntag ${name}\ntagger ${tagger}\n\n${statementOf(given, oid)}`;
      const signature = answer.key === undefined ? "" : signWithSsh(answer.key, tag);
      const made = await run(["mktag"], { input: `${tag}${signature}` });
      await run(["update-ref", `refs/coulomb/approvals/${name}`, made]);
    },
    async read(branch, name) {
      const found = await tryGit(gitDir, ["cat-file", "blob", `refs/heads/${branch}:${name}`]);
      return found.code === 0 ? found.stdout : null;
    },
  };
}

function change(name: string, content: PersonFile): (string | Uint8Array)[] {
  if (content === null) return [`D ${name}\n`];
  if (typeof content === "string" || content instanceof Uint8Array)
    return [`M 100644 inline ${name}\n`, ...data(content)];
  if ("submodule" in content) return [`M 160000 ${content.submodule} ${name}\n`];
  return [`M 120000 inline ${name}\n`, ...data(content.link)];
}

function data(content: string | Uint8Array): (string | Uint8Array)[] {
  const bytes = Buffer.from(content);
  return [`data ${bytes.length}\n`, bytes, "\n"];
}
