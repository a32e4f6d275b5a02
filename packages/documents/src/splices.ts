import type { Splice } from "./types.ts";

/**
 * Applies splices to the bytes they were made for. They must be ordered by offset, must not overlap and must lie inside
 * the file; a `RangeError` says otherwise. Never changes `bytes`.
 */
export function applySplices(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let at = 0;
  for (const [start, end, text] of splices) {
    checkRange(bytes, at, start, end);
    parts.push(bytes.subarray(at, start), encoder.encode(text));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return concatenate(parts);
}

/**
 * The splices that lead back: `applySplices(applySplices(b, s), invertSplices(b, s))` equals `b`. Offsets are those of
 * the edited file. The replaced bytes must be valid UTF-8, as those of every decoded source are; else a `TypeError`.
 */
export function invertSplices(bytes: Uint8Array, splices: readonly Splice[]): Splice[] {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  const inverse: Splice[] = [];
  let shift = 0;
  let at = 0;
  for (const [start, end, text] of splices) {
    checkRange(bytes, at, start, end);
    const length = encoder.encode(text).length;
    inverse.push([start + shift, start + shift + length, decoder.decode(bytes.subarray(start, end))]);
    shift += length - (end - start);
    at = end;
  }
  return inverse;
}

function checkRange(bytes: Uint8Array, from: number, start: number, end: number): void {
  if (start < from || end < start || end > bytes.length) {
    throw new RangeError(
      `splice [${start}, ${end}] is out of order or outside a file of ${bytes.length} bytes`,
    );
  }
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
