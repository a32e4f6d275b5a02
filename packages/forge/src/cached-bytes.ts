import { hashObject } from "./git/object-reader.ts";
import type { BlobCache, Oid } from "./port.ts";

/** Bytes from the cache, if they hash to their id (F2): a spoilt cache costs a read, never a wrong answer. */
export function cachedBytes(cache: BlobCache, blob: Oid): Uint8Array | undefined {
  const bytes = cache.get(blob);
  return bytes !== undefined && hashObject("blob", bytes, blob.length) === blob ? bytes : undefined;
}
