import { folderOf, noFolder, treeId } from "../folders.ts";
import { AnswerError, type Json, json, maybeJson, text } from "../http/fields.ts";
import { isTreePath } from "../names.ts";
import type { FolderState, Oid, RepoQuery } from "../port.ts";
import { noTreePath, type Problem } from "../problem.ts";
import { readEntry } from "./mapping.ts";
import type { TreePlace } from "./session.ts";

/** Folders as the first read found them, by path. */
export type Listings = ReadonlyMap<string, FolderState | PendingFolder | Problem>;

/** A folder that is there, and whose entries were not told in full. */
export interface PendingFolder {
  readonly kind: "pending";
  readonly tree: Oid;
}

/** Folders of a query, as the first document told them of a commit. Throws AnswerError. */
export function readListings({ folders = [] }: RepoQuery, target: Json): Listings {
  return new Map(folders.map((path, index) => [path, readListing(path, target[`g${index}`])] as const));
}

function readListing(path: string, value: unknown): FolderState | PendingFolder | Problem {
  if (!isTreePath(path)) return noTreePath(path);
  if (value === undefined) throw new AnswerError(`expected an answer about ${path}, received none`);
  const place = readEntry(value);
  const other = noFolder(place);
  if (other !== undefined || place === null) return other ?? { kind: "absent" };
  const told = maybeJson(maybeJson(value)?.["object"])?.["entries"];
  const entries = Array.isArray(told) ? told.map(readNamedEntry) : [];
  // What does not hash to the tree lacks an entry (F5), or has a name that is no UTF-8: REST says whether it is whole.
  return treeId(entries, place.oid.length) === place.oid
    ? folderOf(path, place.oid, entries)
    : { kind: "pending", tree: place.oid };
}

function readNamedEntry(value: unknown): readonly [string, TreePlace] {
  const place = readEntry(value);
  if (place === null) throw new AnswerError("expected an entry of a tree, received null");
  return [text(json(value, "an entry"), "name"), place];
}

/** The state of a folder after both reads; `undefined` where the first said nothing of it. */
export function listingOf(
  path: string,
  first: Listings,
  second: ReadonlyMap<string, FolderState | Problem>,
): FolderState | Problem | undefined {
  const found = first.get(path);
  if (found === undefined || !("kind" in found) || found.kind !== "pending") return found;
  return second.get(path) ?? { reason: "incomplete", message: "its entries were not told in full" };
}

/** Folders whose entries are still to be read. */
export function pendingFolders(folders: Listings): readonly (readonly [path: string, tree: Oid])[] {
  return [...folders].flatMap(([path, each]) =>
    "kind" in each && each.kind === "pending" ? [[path, each.tree] as const] : [],
  );
}
