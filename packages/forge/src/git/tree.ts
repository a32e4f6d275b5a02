import { folderOf as listed, noFolder } from "../folders.ts";
import type { FileState, FolderState, Oid } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import type { ObjectReader } from "./object-reader.ts";

/** One entry of a tree object. */
export interface TreeEntry {
  /** `100644`, `100755`, `120000` (symbolic link), `40000` (folder), `160000` (submodule). */
  readonly mode: string;
  readonly oid: Oid;
}

/** What a commit object says. */
export interface CommitHeader {
  readonly tree: Oid;
  readonly parents: readonly Oid[];
  readonly message: string;
}

/** Reads trees under one commit, each object once. */
export interface TreeWalker {
  /** The entry at a path; `undefined` when it certainly is not there. */
  find(path: string): Promise<Result<TreeEntry | undefined>>;
  /** What is at the path of a folder, with all its entries. */
  list(path: string): Promise<Result<FolderState>>;
}

/**
 * Walks from a commit down its trees. Every object on the way hashes to its id, so an entry that is not found is
 * absent for certain (F1); an object that cannot be read is a problem, never an absence.
 */
export function createTreeWalker(reader: ObjectReader, commit: Oid): TreeWalker {
  const trees = new Map<Oid, Promise<Result<Buffer>>>();
  let root: Promise<Result<Oid>> | undefined;

  const readTree = (oid: Oid) => {
    const found = trees.get(oid) ?? readObject(reader, oid, "tree");
    trees.set(oid, found);
    return found;
  };

  async function readRoot(): Promise<Result<Oid>> {
    const object = await readObject(reader, commit, "commit");
    const header = object.ok ? parseCommit(commit, object.value) : object;
    return header.ok ? ok(header.value.tree) : header;
  }

  async function find(path: string): Promise<Result<TreeEntry | undefined>> {
    root ??= readRoot();
    const start = await root;
    if (!start.ok) return start;
    let entry: TreeEntry | undefined = { mode: "40000", oid: start.value };
    for (const name of path.split("/")) {
      // Below a file, a link or a submodule there is nothing of this repository.
      if (entry?.mode !== "40000") return ok(undefined);
      const tree = await readTree(entry.oid);
      if (!tree.ok) return tree;
      entry = findEntry(tree.value, name, entry.oid.length / 2);
    }
    return ok(entry);
  }

  async function list(path: string): Promise<Result<FolderState>> {
    const entry = await find(path);
    if (!entry.ok) return entry;
    const other = noFolder(entry.value);
    if (other !== undefined || entry.value === undefined) return ok(other ?? { kind: "absent" });
    const { oid } = entry.value;
    const tree = await readTree(oid);
    return tree.ok ? ok(listed(path, oid, parseTree(tree.value, oid.length / 2))) : tree;
  }

  return { find, list };
}

/**
 * Paths in which two trees differ, `null` being the empty one: files, links and submodules, folders entry by entry. Stops
 * after so many. Only folders that differ are read.
 */
export async function changedPaths(
  reader: ObjectReader,
  trees: readonly [Oid | null, Oid | null],
  most: number,
  prefix = "",
): Promise<Result<string[]>> {
  const [before, after] = [await readEntries(reader, trees[0]), await readEntries(reader, trees[1])];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const found: string[] = [];
  for (const name of new Set([...before.value.keys(), ...after.value.keys()])) {
    if (found.length >= most) break;
    const [left, right] = [before.value.get(name), after.value.get(name)];
    if (left?.oid === right?.oid && left?.mode === right?.mode) continue;
    const folders = [folderOf(left), folderOf(right)] as const;
    if (isOther(left) || isOther(right)) found.push(prefix + name);
    if (folders[0] === null && folders[1] === null) continue;
    const inside = await changedPaths(reader, folders, most - found.length, `${prefix}${name}/`);
    if (!inside.ok) return inside;
    found.push(...inside.value);
  }
  return ok(found);
}

function folderOf(entry: TreeEntry | undefined): Oid | null {
  return entry?.mode === "40000" ? entry.oid : null;
}

function isOther(entry: TreeEntry | undefined): boolean {
  return entry !== undefined && entry.mode !== "40000";
}

async function readEntries(reader: ObjectReader, oid: Oid | null): Promise<Result<Map<string, TreeEntry>>> {
  if (oid === null) return ok(new Map());
  const tree = await readObject(reader, oid, "tree");
  return tree.ok ? ok(parseTree(tree.value, oid.length / 2)) : tree;
}

/** Entries of a tree object by name. */
function parseTree(tree: Buffer, idBytes: number): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(32, at);
    const end = tree.indexOf(0, space);
    if (space === -1 || end === -1) break;
    const oid = tree.toString("hex", end + 1, end + 1 + idBytes);
    entries.set(tree.toString("utf8", space + 1, end), { mode: tree.toString("latin1", at, space), oid });
    at = end + 1 + idBytes;
  }
  return entries;
}

/** Reads one object of a known type. */
export async function readObject(reader: ObjectReader, oid: Oid, type: string): Promise<Result<Buffer>> {
  const object = await reader.read(oid);
  switch (object.kind) {
    case "object":
      return object.type === type
        ? ok(object.bytes)
        : failed("corrupt", `${oid} is a ${object.type}, not a ${type}`);
    case "missing":
      return failed("corrupt", `the ${type} ${oid} is missing`);
    case "corrupt":
      return failed("corrupt", object.message);
    case "stopped":
      return failed("unreachable", object.message);
  }
}

/** Tree, parents and message of a commit object: header lines, an empty line, the message. */
export function parseCommit(oid: Oid, bytes: Buffer): Result<CommitHeader> {
  const end = bytes.indexOf("\n\n");
  const lines = bytes.toString("utf8", 0, end === -1 ? bytes.length : end).split("\n");
  const tree = /^tree ([0-9a-f]+)$/.exec(lines[0] ?? "")?.[1];
  if (tree === undefined) return failed("corrupt", `the commit ${oid} names no tree`);
  const parents = lines.flatMap((line) => /^parent ([0-9a-f]+)$/.exec(line)?.[1] ?? []);
  return ok({ tree, parents, message: end === -1 ? "" : bytes.toString("utf8", end + 2) });
}

/** Finds a name in a tree object: `<mode> <name>\0<raw id>`, again and again (gitformat-tree). */
export function findEntry(tree: Buffer, name: string, idBytes: number): TreeEntry | undefined {
  const wanted = Buffer.from(name, "utf8");
  let at = 0;
  while (at < tree.length) {
    const space = tree.indexOf(32, at);
    const end = tree.indexOf(0, space);
    if (space === -1 || end === -1) return undefined;
    if (tree.subarray(space + 1, end).equals(wanted)) {
      return {
        mode: tree.toString("latin1", at, space),
        oid: tree.toString("hex", end + 1, end + 1 + idBytes),
      };
    }
    at = end + 1 + idBytes;
  }
  return undefined;
}

/** What a mode of git is, when it is not a regular file. */
export function otherKind(mode: string): Extract<FileState, { kind: "other" }>["what"] | undefined {
  if (mode === "40000") return "directory";
  if (mode === "120000") return "symlink";
  if (mode === "160000") return "submodule";
  return undefined;
}
