import { readFileSync, type Stats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isOid } from "../names.ts";
import type { Oid } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";

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
export function openFolder(path: string): Result<Folder> {
  try {
    const inner = join(path, ".git");
    const gitDir = statOf(inner)?.isFile() === true ? readGitLink(inner) : inner;
    for (const candidate of [gitDir, path]) {
      const found = candidate === undefined ? undefined : readFolder(candidate);
      if (found !== undefined) return ok(found);
    }
    return failed("not_found", `no git repository at ${path}`);
  } catch (error) {
    return failed(...explain(error, path));
  }
}

function readGitLink(file: string): string | undefined {
  const target = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(file, "utf8"))?.[1];
  return target === undefined ? undefined : resolve(file, "..", target);
}

function readFolder(gitDir: string): Folder | undefined {
  if (statOf(join(gitDir, "HEAD")) === undefined) return undefined;
  const common = readText(join(gitDir, "commondir"));
  const commonDir = common === undefined ? gitDir : resolve(gitDir, common.trim());
  const objectsDir = join(commonDir, "objects");
  if (statOf(objectsDir)?.isDirectory() !== true) return undefined;
  const config = readText(join(commonDir, "config"));
  return {
    gitDir,
    commonDir,
    objectsDir,
    shallow: readText(join(commonDir, "shallow")),
    // Any extension may change how refs or objects are stored, also one that does not exist yet. An included file
    // cannot hold one: git reads extensions from this file only.
    unusual: /^\s*\[\s*extensions\b/im.test(config ?? ""),
    mirror: /^\s*fetch\s*=\s*"?\+refs\/\*:refs\/\*"?\s*$/im.test(config ?? ""),
  };
}

/** What HEAD names: a ref, or a commit when it is detached. */
export function readHead(folder: Folder): Result<string> {
  let text: string | undefined;
  try {
    text = readText(join(folder.gitDir, "HEAD"));
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
export function readRefFiles(folder: Folder, names: readonly string[]): Result<Map<string, Oid | null>> {
  const refs = new Map<string, Oid | null>();
  let packed: string | undefined;
  try {
    for (const name of names) {
      let target = name;
      let found: string | undefined;
      // Five steps of symbolic refs, as git allows.
      for (let step = 0; step < 6; step += 1) {
        found = readLoose(folder, target);
        if (found === undefined) {
          packed ??= readText(join(folder.commonDir, "packed-refs")) ?? "";
          found = findPacked(packed, target) ?? readLoose(folder, target);
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

function readLoose(folder: Folder, name: string): string | undefined {
  return readText(join(folder.commonDir, name))?.trim();
}

function findPacked(packed: string, name: string): string | undefined {
  for (let at = packed.indexOf(` ${name}\n`); at !== -1; at = packed.indexOf(` ${name}\n`, at + 1)) {
    const oid = packed.slice(packed.lastIndexOf("\n", at) + 1, at);
    if (isOid(oid)) return oid;
  }
  return undefined;
}

/**
 * Text of a file; `undefined` only when it certainly is not there. Synchronous, as everything here: these are a few
 * small files a repository, and four trips to a thread each cost more than reading them.
 */
function readText(path: string): string | undefined {
  if (statOf(path)?.isFile() !== true) return undefined;
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function explain(error: unknown, path: string): ["no_access" | "unreachable", string] {
  const code = codeOf(error);
  if (code === "EACCES" || code === "EPERM") return ["no_access", `${path} may not be read`];
  return ["unreachable", `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`];
}
