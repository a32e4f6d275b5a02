import { kindOfMode, type Objects, type TreeEntry, type TreeMode } from "./objects.ts";

/** What a tree holds at a path; `null` where it holds nothing. */
export type TreePath = Pick<TreeEntry, "mode" | "oid"> | null;

/** A file that differs between two trees, submodules and links included. `null`: absent on that side. */
export interface TreeChange {
  readonly path: string;
  readonly before: TreePath;
  readonly after: TreePath;
}

/** What to put at a path of a tree; an `oid` of `null` removes it. Folders on the way are made. */
export interface TreeWrite {
  readonly path: string;
  readonly mode: TreeMode;
  readonly oid: string | null;
}

/** Finds a path in a tree; an empty path is the tree itself. */
export async function entryAt(objects: Objects, tree: string, path: string): Promise<TreePath> {
  let at: TreePath = { mode: "040000", oid: tree };
  for (const name of path.split("/").filter((part) => part !== "")) {
    if (at?.mode !== "040000") return null;
    const found: TreeEntry | undefined = (await objects.tree(at.oid))?.find((entry) => entry.name === name);
    if (found === undefined) return null;
    at = { mode: found.mode, oid: found.oid };
  }
  return at;
}

/** Files that differ between two trees, sorted by path; `null` is the empty tree. Renames are a removal and an addition. */
export async function changedFiles(
  objects: Objects,
  before: string | null,
  after: string | null,
): Promise<readonly TreeChange[]> {
  const changes = await changedBelow(objects, before, after, "");
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function changedBelow(
  objects: Objects,
  before: string | null,
  after: string | null,
  folder: string,
): Promise<TreeChange[]> {
  if (before === after) return [];
  const [old, now] = await Promise.all([entriesOf(objects, before), entriesOf(objects, after)]);
  const changes: TreeChange[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(name) ?? null, now.get(name) ?? null];
    if (a?.oid === b?.oid && a?.mode === b?.mode) continue;
    const path = `${folder}${name}`;
    const [insideA, insideB] = [treeOid(a), treeOid(b)];
    if (insideA !== null || insideB !== null)
      changes.push(...(await changedBelow(objects, insideA, insideB, `${path}/`)));
    const [fileA, fileB] = [fileOf(a), fileOf(b)];
    if (fileA !== null || fileB !== null) changes.push({ path, before: fileA, after: fileB });
  }
  return changes;
}

/** Writes a tree that is `base` (`null`: empty) with some paths changed; answers with its id. Empty folders go. */
export async function writeTreeWith(
  objects: Objects,
  base: string | null,
  writes: readonly TreeWrite[],
): Promise<string> {
  const entries = await entriesOf(objects, base);
  const inner = new Map<string, TreeWrite[]>();
  for (const write of writes) {
    const slash = write.path.indexOf("/");
    if (slash === -1) {
      if (write.oid === null) entries.delete(write.path);
      else entries.set(write.path, { name: write.path, mode: write.mode, oid: write.oid });
      continue;
    }
    const name = write.path.slice(0, slash);
    const list = inner.get(name) ?? [];
    list.push({ ...write, path: write.path.slice(slash + 1) });
    inner.set(name, list);
  }
  for (const [name, list] of inner) {
    const oid = await writeTreeWith(objects, treeOid(entries.get(name) ?? null), list);
    if (((await objects.tree(oid)) ?? []).length === 0) entries.delete(name);
    else entries.set(name, { name, mode: "040000", oid });
  }
  return objects.writeTree([...entries.values()]);
}

async function entriesOf(objects: Objects, tree: string | null): Promise<Map<string, TreeEntry>> {
  const entries = tree === null ? [] : ((await objects.tree(tree)) ?? []);
  return new Map(entries.map((entry) => [entry.name, entry]));
}

function treeOid(entry: TreePath): string | null {
  return entry !== null && kindOfMode(entry.mode) === "tree" ? entry.oid : null;
}

function fileOf(entry: TreePath): TreePath {
  return entry === null || treeOid(entry) !== null ? null : { mode: entry.mode, oid: entry.oid };
}
