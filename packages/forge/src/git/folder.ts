import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { isBranchName, isOid } from "../names.ts";
import type { Oid } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";

/** The files of one repository, found without git. */
export interface Folder {
  /** Holds HEAD; for a linked worktree its own. */
  readonly gitDir: string;
  /** Holds refs and packed-refs. */
  readonly commonDir: string;
  readonly objectsDir: string;
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
    const inner = innerFolder(`${path}${sep}.git`);
    const found = (inner === undefined ? undefined : readFolder(inner)) ?? readFolder(path);
    return found === undefined ? failed("not_found", `no git repository at ${path}`) : ok(found);
  } catch (error) {
    return failed(...explain(error, path));
  }
}

/** Where the `.git` of a work tree leads; `undefined` where there is none. */
function innerFolder(inner: string): string | undefined {
  const stat = statOf(inner);
  if (stat === undefined) return undefined;
  return stat.isFile() ? readGitLink(inner) : inner;
}

function readGitLink(file: string): string | undefined {
  const target = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(file, "utf8"))?.[1];
  return target === undefined ? undefined : resolve(file, "..", target);
}

function readFolder(gitDir: string): Folder | undefined {
  const common = readRare(`${gitDir}${sep}commondir`);
  const commonDir = common === undefined ? gitDir : resolve(gitDir, common.trim());
  const objectsDir = `${commonDir}${sep}objects`;
  if (statOf(objectsDir)?.isDirectory() !== true) return undefined;
  const config = readUsual(`${commonDir}${sep}config`);
  return {
    gitDir,
    commonDir,
    objectsDir,
    // Any extension may change how refs or objects are stored, also one that does not exist yet. An included file
    // cannot hold one: git reads extensions from this file only.
    unusual: /^\s*\[\s*extensions\b/im.test(config ?? ""),
    mirror: /^\s*fetch\s*=\s*"?\+refs\/\*:refs\/\*"?\s*$/im.test(config ?? ""),
  };
}

/** Content of `shallow`: commits whose parents are not here; `undefined` where all are. */
export function readShallow(folder: Folder): Result<string | undefined> {
  try {
    return ok(readRare(`${folder.commonDir}${sep}shallow`));
  } catch (error) {
    return failed(...explain(error, folder.commonDir));
  }
}

/** What HEAD names: a ref, or a commit when it is detached. */
export function readHead(folder: Folder): Result<string> {
  let text: string | undefined;
  try {
    text = readUsual(`${folder.gitDir}${sep}HEAD`);
  } catch (error) {
    return failed(...explain(error, folder.gitDir));
  }
  if (text === undefined) return failed("not_found", `no git repository at ${folder.gitDir}`);
  const target = /^ref:\s*(refs\/\S+)\s*$/.exec(text)?.[1] ?? text.trim();
  if (target.startsWith("refs/") || isOid(target)) return ok(target);
  return failed("corrupt", `${folder.gitDir} has a HEAD that names no branch`);
}

/** Steps of symbolic refs that are followed, as git allows. */
const mostSteps = 5;

/**
 * The commit of each ref, `null` for those that do not exist. Loose files, `packed-refs`, loose files again: a ref that
 * is packed between the first two reads is in the third or was deleted (git, refs/files-backend.c). Names must be
 * valid ref names.
 */
export function readRefFiles(folder: Folder, names: readonly string[]): Result<Map<string, Oid | null>> {
  const refs = new Map<string, Oid | null>();
  try {
    let targets = new Map(names.map((name) => [name, name] as const));
    for (let step = 0; step <= mostSteps && targets.size > 0; step += 1) {
      const next = new Map<string, string>();
      for (const [name, found] of readStep(folder, targets)) {
        const target = /^ref:\s*(refs\/\S+)$/.exec(found ?? "")?.[1];
        if (target !== undefined && !target.includes("..") && step < mostSteps) next.set(name, target);
        else if (found !== undefined && !isOid(found))
          return failed("corrupt", `the ref ${name} in ${folder.commonDir} holds no object id`);
        else refs.set(name, found ?? null);
      }
      targets = next;
    }
    return ok(new Map(names.map((name) => [name, refs.get(name) ?? null])));
  } catch (error) {
    return failed(...explain(error, folder.commonDir));
  }
}

/** Full names of the refs below a prefix that ends in `/`, in no order. First loose ones: what is packed in between is packed. */
export function listRefFiles(folder: Folder, prefix: string): Result<readonly string[]> {
  try {
    const loose = looseNames(folder, prefix);
    const packed = readRare(`${folder.commonDir}${sep}packed-refs`) ?? "";
    const names = packed.split("\n").map((line) => line.slice(line.indexOf(" ") + 1));
    const below = [...loose, ...names].filter((name) => name.startsWith(prefix) && isBranchName(name));
    return ok([...new Set(below)]);
  } catch (error) {
    return failed(...explain(error, folder.commonDir));
  }
}

function looseNames(folder: Folder, prefix: string): readonly string[] {
  const path = `${folder.commonDir}${sep}${prefix}`;
  if (statOf(path)?.isDirectory() !== true) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? looseNames(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
}

/** What each ref says by itself: an object id, another ref, or nothing. */
function readStep(
  folder: Folder,
  targets: ReadonlyMap<string, string>,
): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const [name, target] of targets) found.set(name, readLoose(folder, target));
  if (![...found.values()].includes(undefined)) return found;
  const packed = readRare(`${folder.commonDir}${sep}packed-refs`);
  // No ref can have been packed, then: the file is never taken away again.
  if (packed === undefined) return found;
  for (const [name, target] of targets)
    if (found.get(name) === undefined)
      found.set(name, findPacked(packed, target) ?? readLoose(folder, target));
  return found;
}

function readLoose(folder: Folder, name: string): string | undefined {
  const file = `${folder.commonDir}${sep}${name}`;
  // Branches of people are there, ours come and go.
  const text = name.includes("/coulomb/") ? readRare(file) : readUsual(file);
  return text?.trim();
}

function findPacked(packed: string, name: string): string | undefined {
  for (let at = packed.indexOf(` ${name}\n`); at !== -1; at = packed.indexOf(` ${name}\n`, at + 1)) {
    const oid = packed.slice(packed.lastIndexOf("\n", at) + 1, at);
    if (isOid(oid)) return oid;
  }
  return undefined;
}

/**
 * Text of a file that is hardly ever there; `undefined` only when it certainly is not. Synchronous, as everything here:
 * these are a few small files a repository, and a trip to a thread for each costs more than reading it.
 */
function readRare(path: string): string | undefined {
  return statOf(path) === undefined ? undefined : readUsual(path);
}

/** The same for a file that is nearly always there: to look for it first would take as long as reading it. */
function readUsual(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes(codeOf(error))) return undefined;
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
