import { cachedBytes } from "../cached-bytes.ts";
import { isTreePath } from "../names.ts";
import type { BlobCache, FileState, FolderState, Observed, Oid, PathEntry } from "../port.ts";
import { failed, known, noTreePath, ok, type Result, unknown } from "../problem.ts";
import type { ObjectReader } from "./object-reader.ts";
import {
  type CommitHeader,
  changedPaths,
  createTreeWalker,
  otherKind,
  parseCommit,
  readObject,
  type TreeWalker,
} from "./tree.ts";

/** Reads files of commits of one repository: from the cache first, then from its objects. */
export interface CommitFiles {
  /** What the commit holds at the path; the commit is the proof. */
  read(commit: Oid, path: string): Promise<Observed<FileState>>;
  /** What the commit holds at the path of a folder, with all its entries. */
  list(commit: Oid, path: string): Promise<Observed<FolderState>>;
  /** Whether there is such a commit. */
  has(commit: Oid): Promise<Result<boolean>>;
  /** Blob of each path in the commit; `null` for a path that is no file there. */
  readBlobs(commit: Oid, paths: readonly string[]): Promise<Result<Map<string, Oid | null>>>;
  /** The commit's message. */
  readMessage(commit: Oid): Promise<Result<string>>;
  /** Paths in which the commit differs from its last parent, at most 100. */
  readChanged(commit: Oid): Promise<Result<string[]>>;
}

/** More than any proposal of ours changes. */
const mostChanged = 100;

/** Messages of commits already read; a commit never changes. */
export type MessageMemo = Map<Oid, string>;

/** `open` is called only for what the cache does not answer. */
export function createCommitFiles(
  cache: BlobCache,
  open: () => Promise<Result<ObjectReader>>,
  messages: MessageMemo = new Map(),
): CommitFiles {
  const walkers = new Map<Oid, TreeWalker>();

  async function walkerOf(commit: Oid): Promise<Result<TreeWalker>> {
    const reader = await open();
    if (!reader.ok) return reader;
    const walker = walkers.get(commit) ?? createTreeWalker(reader.value, commit);
    walkers.set(commit, walker);
    return ok(walker);
  }

  async function findEntry(commit: Oid, path: string): Promise<Result<PathEntry>> {
    const cached = cache.getEntry?.(commit, path);
    if (cached !== undefined) return ok(cached);
    const walker = await walkerOf(commit);
    const found = walker.ok ? await walker.value.find(path) : walker;
    if (!found.ok) return found;
    const entry = toEntry(found.value);
    cache.putEntry?.(commit, path, entry);
    return ok(entry);
  }

  async function readBlob(blob: Oid): Promise<Result<Uint8Array>> {
    const cached = cachedBytes(cache, blob);
    if (cached !== undefined) return ok(cached);
    const reader = await open();
    if (!reader.ok) return reader;
    const bytes = await readObject(reader.value, blob, "blob");
    if (bytes.ok) cache.put(blob, bytes.value);
    return bytes;
  }

  return {
    async read(commit, path) {
      if (!isTreePath(path)) return unknown(noTreePath(path));
      const entry = await findEntry(commit, path);
      if (!entry.ok) return unknown(entry.problem);
      if (entry.value.kind !== "file") return known(entry.value, commit);
      const { blob } = entry.value;
      const bytes = await readBlob(blob);
      return bytes.ok ? known({ kind: "file", blob, bytes: bytes.value }, commit) : unknown(bytes.problem);
    },
    async list(commit, path) {
      if (!isTreePath(path)) return unknown(noTreePath(path));
      const walker = await walkerOf(commit);
      const found = walker.ok ? await walker.value.list(path) : walker;
      return found.ok ? known(found.value, commit) : unknown(found.problem);
    },
    async has(commit) {
      const reader = await open();
      if (!reader.ok) return reader;
      const object = await reader.value.read(commit);
      if (object.kind === "corrupt") return failed("corrupt", object.message);
      if (object.kind === "stopped") return failed("unreachable", object.message);
      return ok(object.kind === "object" && object.type === "commit");
    },
    async readBlobs(commit, paths) {
      const blobs = new Map<string, Oid | null>();
      for (const path of paths) {
        const entry = isTreePath(path) ? await findEntry(commit, path) : ok({ kind: "absent" as const });
        if (!entry.ok) return entry;
        blobs.set(path, entry.value.kind === "file" ? entry.value.blob : null);
      }
      return ok(blobs);
    },
    async readChanged(commit) {
      const reader = await open();
      if (!reader.ok) return reader;
      const header = await readHeader(reader.value, commit);
      if (!header.ok) return header;
      const parent = header.value.parents.at(-1);
      const before = parent === undefined ? undefined : await readHeader(reader.value, parent);
      if (before?.ok === false) return before;
      return changedPaths(reader.value, [before?.value.tree ?? null, header.value.tree], mostChanged);
    },
    async readMessage(commit) {
      const cached = messages.get(commit);
      if (cached !== undefined) return ok(cached);
      const reader = await open();
      if (!reader.ok) return reader;
      const header = await readHeader(reader.value, commit);
      if (!header.ok) return header;
      messages.set(commit, header.value.message);
      return ok(header.value.message);
    },
  };
}

/** What the cache knows a commit to hold at a path; `undefined` when it does not, or when its bytes are spoilt. */
export function cachedFile(cache: BlobCache, commit: Oid, path: string): FileState | undefined {
  const entry = cache.getEntry?.(commit, path);
  if (entry?.kind !== "file") return entry;
  const bytes = cachedBytes(cache, entry.blob);
  return bytes === undefined ? undefined : { kind: "file", blob: entry.blob, bytes };
}

async function readHeader(reader: ObjectReader, commit: Oid): Promise<Result<CommitHeader>> {
  const object = await readObject(reader, commit, "commit");
  return object.ok ? parseCommit(commit, object.value) : object;
}

function toEntry(found: { mode: string; oid: Oid } | undefined): PathEntry {
  if (found === undefined) return { kind: "absent" };
  const what = otherKind(found.mode);
  return what === undefined ? { kind: "file", blob: found.oid } : { kind: "other", what };
}

/** Text of a file that must be there. */
export function textOf(state: Observed<FileState>, path: string): Result<string> {
  if (state.kind === "unknown") return failed(state.reason, state.message);
  if (state.value.kind !== "file") return failed("corrupt", `${path} is not a file in ${state.proof}`);
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(state.value.bytes));
  } catch {
    return failed("corrupt", `${path} in ${state.proof} is not UTF-8`);
  }
}
