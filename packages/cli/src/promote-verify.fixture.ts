import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode, readYaml, writeYaml } from "@coulomb-loop/documents";
import { type PromotionSeal, validatePromotionSeal } from "@coulomb-loop/schemas";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import { coulomb, document, type Json, newFolder, plainUser, rows } from "./fleet.fixture.ts";

/** Folder of the records that are tampered with. */
export const records = "loops/kaizen-stack/promotions";

/** What a verification said. */
export interface Verified {
  readonly code: number;
  readonly loop: Json;
  /** `code file: message` of each finding that is no note. */
  readonly findings: readonly string[];
}

/** A clone of an ops repo, far from its forge. */
export interface Clone {
  readonly folder: string;
  readonly git: (args: readonly string[], more?: GitMore) => string;
  readonly edit: (file: string, change: (text: string) => string) => void;
  readonly commit: (message: string) => void;
  readonly verify: (...args: readonly string[]) => Promise<Verified>;
}

interface GitMore {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Clones a bare repository into a folder of its own, and forgets where it came from. */
export function cloneOf(bare: string): Clone {
  const folder = join(newFolder(), "ops");
  const git = (args: readonly string[], { input, env }: GitMore = {}) =>
    execFileSync("git", [...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...plainUser(), ...env },
      stdio: ["pipe", "pipe", "pipe"],
      ...(input === undefined ? {} : { input }),
    });
  execFileSync("git", ["clone", "--quiet", "--branch", "main", bare, folder], {
    env: { ...process.env, ...plainUser() },
  });
  git(["remote", "remove", "origin"]);
  return {
    folder,
    git,
    edit: (file, change) => {
      const path = join(folder, file);
      const before = readFileSync(path, "utf8");
      const after = change(before);
      if (after === before) throw new Error(`${file} is as it was`);
      writeFileSync(path, after);
    },
    commit: (message) => {
      git(["add", "--all"]);
      git(["commit", "--quiet", "--message", message]);
    },
    verify: async (...args) => {
      const ran = await coulomb(["promote", "verify", "--json", ...args], { cwd: folder });
      const [loop = {}] = rows(document(ran.stdout).loops);
      const findings = rows(loop.findings)
        .filter(({ severity }) => severity !== "info")
        .map(({ code, file, message }) => `${String(code)} ${String(file)}: ${String(message)}`);
      return { code: ran.code, loop, findings };
    },
  };
}

/** What somebody who may rewrite the default branch does to the first promotion. */
export interface Forgery {
  /** Edits the proposal, before it is answered and merged. */
  readonly proposal?: (clone: Clone) => void;
  /** Author of the proposal's commit. */
  readonly author?: string;
  /** Edits the tree in the merge only. */
  readonly merge?: (clone: Clone) => void;
  /** Key that the answer is signed with anew, for the new head; else the old answer stays. */
  readonly key?: string;
  readonly seal?: (seal: PromotionSeal) => PromotionSeal;
}

/** Writes the history of the first promotion anew, from before its merge to its seal, and nothing after it. */
export function forge(clone: Clone, forgery: Forgery): void {
  const { git } = clone;
  const file = `${records}/PROM-0001.seal.yaml`;
  const seal = sealIn(clone, file);
  const [merge, head] = [seal.merge_commit, git(["rev-parse", `${seal.merge_commit}^2`]).trim()];
  const date = git(["log", "-1", "--format=%cI", merge]).trim();
  const env = { GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  git(["checkout", "--quiet", "--detach", head]);
  forgery.proposal?.(clone);
  git(["add", "--all"]);
  const author = forgery.author === undefined ? [] : ["--author", forgery.author];
  git(["commit", "--quiet", "--amend", "--message", "A proposal", ...author], { env });
  const newHead = git(["rev-parse", "HEAD"]).trim();
  git(["checkout", "--quiet", "--detach", `${merge}^1`]);
  git(["merge", "--quiet", "--no-ff", "--no-commit", newHead]);
  forgery.merge?.(clone);
  git(["add", "--all"]);
  git(["commit", "--quiet", "--message", "Merge it"], { env });
  const moved = { ...seal, merge_commit: git(["rev-parse", "HEAD"]).trim(), head: newHead };
  const answered = forgery.key === undefined ? moved : signedAnew(clone, moved, newHead, forgery.key);
  writeFileSync(join(clone.folder, file), writeYaml(forgery.seal?.(answered) ?? answered, "A seal."));
  clone.commit("Seal it");
  git(["branch", "--force", "main", "HEAD"]);
  git(["checkout", "--quiet", "main"]);
}

function sealIn({ folder }: Clone, file: string): PromotionSeal {
  const source = decode(readFileSync(join(folder, file)), file);
  const seal = Array.isArray(source) ? undefined : readYaml(source, validatePromotionSeal).value;
  if (seal === undefined) throw new Error(`${file} is no seal`);
  return seal;
}

/** The seal with its answers given for a head, each signed with a key, as git signs a tag. */
function signedAnew({ git }: Clone, seal: PromotionSeal, head: string, key: string): PromotionSeal {
  const responses = seal.responses.map((response) => {
    const statement = `${canonicalJson({ ...document(response.statement ?? ""), head })}\n`;
    const how = ["-c", "gpg.format=ssh", "-c", `user.signingkey=${key}`];
    git([...how, "tag", "--sign", "--cleanup=verbatim", "-F", "-", "answer", head], { input: statement });
    const tag = git(["cat-file", "tag", "answer"]);
    git(["tag", "--delete", "answer"]);
    const at = tag.indexOf("-----BEGIN ");
    const payload = Buffer.from(tag.slice(0, at)).toString("base64");
    return { ...response, head, statement, payload, signature: tag.slice(at) };
  });
  return { ...seal, responses };
}
