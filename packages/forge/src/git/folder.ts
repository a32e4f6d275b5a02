import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Oid } from "../port.ts";
import { isOid } from "./names.ts";
import { failed, ok, type Result } from "./problem.ts";

/** The files of one repository, found without git. */
export interface Folder {
  /** Holds HEAD; for a linked worktree its own. */
  readonly gitDir: string;
  /** Holds refs and packed-refs. */
  readonly commonDir: string;
  readonly objectsDir: string;
  /** Content of `shallow`: commits whose parents are not here. */
  readonly shallow: string | undefined;
  /** Whether refs or objects are not stored the common way (reftable, SHA-256): then only git may read them. */
  readonly unusual: boolean;
  /** Whether it is a copy that the next fetch overwrites (`git clone --mirror`). */
  readonly mirror: boolean;
}

/**
 * Finds the repository of a folder: bare, a work tree, a linked worktree or a submodule. Takes `<path>/.git` before
 * `<path>`, as git does (path.c, enter_repo), so that a push reaches what was read.
 */
export async function openFolder(path: string): Promise<Result<Folder>> {
  try {
    const inner = join(path, ".git");
    const gitDir = (await isFile(inner)) ? await readGitLink(inner) : inner;
    for (const candidate of [gitDir, path]) {
      const found = candidate === undefined ? undefined : await readFolder(candidate);
      if (found !== undefined) return ok(found);
    }
    return failed("not_found", `no git repository at ${path}`);
  } catch (error) {
    return failed(...explain(error, path));
  }
}

async function readGitLink(file: string): Promise<string | undefined> {
  const target = /^gitdir: (.+?)\r?\n?$/.exec(await readFile(file, "utf8"))?.[1];
  return target === undefined ? undefined : resolve(file, "..", target);
}

async function readFolder(gitDir: string): Promise<Folder | undefined> {
  const head = await readText(join(gitDir, "HEAD"));
  if (head === undefined) return undefined;
  const common = await readText(join(gitDir, "commondir"));
  const commonDir = common === undefined ? gitDir : resolve(gitDir, common.trim());
  const objectsDir = join(commonDir, "objects");
  const [config, shallow, objects] = await Promise.all([
    readText(join(commonDir, "config")),
    readText(join(commonDir, "shallow")),
    isDirectory(objectsDir),
  ]);
  if (!objects) return undefined;
  return {
    gitDir,
    commonDir,
    objectsDir,
    shallow,
    // Any extension may change how refs or objects are stored, also one that does not exist yet. An included file
    // cannot hold one: git reads extensions from this file only.
    unusual: /^\s*\[\s*extensions\b/im.test(config ?? ""),
    mirror: /^\s*fetch\s*=\s*"?\+refs\/\*:refs\/\*"?\s*$/im.test(config ?? ""),
  };
}

/** What HEAD names: a ref, or a commit when it is detached. */
export async function readHead(folder: Folder): Promise<Result<string>> {
  let text: string | undefined;
  try {
    text = await readText(join(folder.gitDir, "HEAD"));
  } catch (error) {
    return failed(...explain(error, folder.gitDir));
  }
  const target = /^ref:\s*(refs\/\S+)\s*$/.exec(text ?? "")?.[1] ?? text?.trim() ?? "";
  if (target.startsWith("refs/") || isOid(target)) return ok(target);
  return failed("corrupt", `${join(folder.gitDir, "HEAD")} names no branch`);
}

/**
 * The commit of each ref, `null` for those that do not exist. Loose file, `packed-refs`, loose file again: a ref that
 * is packed between the first two reads is in the third or was deleted (git, refs/files-backend.c). Names must be
 * valid ref names.
 */
export async function readRefFiles(
  folder: Folder,
  names: readonly string[],
): Promise<Result<Map<string, Oid | null>>> {
  const refs = new Map<string, Oid | null>();
  let packed: string | undefined;
  try {
    for (const name of names) {
      let target = name;
      let found: string | undefined;
      // Five steps of symbolic refs, as git allows.
      for (let step = 0; step < 6; step += 1) {
        found = await readLoose(folder, target);
        if (found === undefined) {
          packed ??= (await readText(join(folder.commonDir, "packed-refs"))) ?? "";
          found = findPacked(packed, target) ?? (await readLoose(folder, target));
        }
        const next = /^ref:\s*(refs\/\S+)$/.exec(found ?? "")?.[1];
        if (next === undefined || next.includes("..")) break;
        target = next;
      }
      if (found !== undefined && !isOid(found)) {
        return failed("corrupt", `the ref ${name} in ${folder.commonDir} holds no object id`);
      }
      refs.set(name, found ?? null);
    }
    return ok(refs);
  } catch (error) {
    return failed(...explain(error, folder.commonDir));
  }
}

async function readLoose(folder: Folder, name: string): Promise<string | undefined> {
  return (await readText(join(folder.commonDir, name)))?.trim();
}

function findPacked(packed: string, name: string): string | undefined {
  for (let at = packed.indexOf(` ${name}\n`); at !== -1; at = packed.indexOf(` ${name}\n`, at + 1)) {
    const oid = packed.slice(packed.lastIndexOf("\n", at) + 1, at);
    if (isOid(oid)) return oid;
  }
  return undefined;
}

/** Text of a file; `undefined` only when it certainly is not there. */
async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes(codeOf(error))) return undefined;
    throw error;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(absent))?.isFile() ?? false;
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(absent))?.isDirectory() ?? false;
}

function absent(error: unknown): undefined {
  if (!["ENOENT", "ENOTDIR"].includes(codeOf(error))) throw error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function explain(error: unknown, path: string): ["no_access" | "unreachable", string] {
  const code = codeOf(error);
  if (code === "EACCES" || code === "EPERM") return ["no_access", `${path} may not be read`];
  return ["unreachable", `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`];
}
