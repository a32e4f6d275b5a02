import type { BlobCache, Oid, PathEntry } from "@coulomb-loop/forge";

/** A cache in memory, with the optional methods too. */
export interface MemoryCache extends BlobCache {
  getEntry(commit: Oid, path: string): PathEntry | undefined;
  putEntry(commit: Oid, path: string, entry: PathEntry): void;
  readonly blobs: Map<Oid, Uint8Array>;
  readonly entries: Map<string, PathEntry>;
}

/** Makes an empty cache. */
export function memoryCache(): MemoryCache {
  const blobs = new Map<Oid, Uint8Array>();
  const entries = new Map<string, PathEntry>();
  return {
    blobs,
    entries,
    get: (blob) => blobs.get(blob),
    put(blob, bytes) {
      blobs.set(blob, bytes);
    },
    getEntry: (commit, path) => entries.get(`${commit} ${path}`),
    putEntry(commit, path, entry) {
      entries.set(`${commit} ${path}`, entry);
    },
  };
}
