import type { Finding } from "@coulomb-loop/schemas";
import { findingAt, mapLines, utf8Length } from "./line-map.ts";
import { MAX_NESTING, tooDeepAt } from "./nesting.ts";
import type { LineMap, Source } from "./types.ts";

/** The largest file that is read, in bytes. */
export const MAX_BYTES = 1_048_576;

const MAX_MARKERS = 20;
const BOM = "\uFEFF";

/**
 * Decodes a file strictly, or says why it cannot be: `too_large` (more than 1 MiB), `not_utf8` (invalid UTF-8, a NUL,
 * a second byte order mark), `too_deep` (more than 64 nested levels), `conflict_marker` (each one, at most twenty).
 *
 * `file` only names findings. Never throws, whatever the bytes; an empty file decodes. The bytes are kept, not copied:
 * the caller must not change them.
 */
export function decode(bytes: Uint8Array, file?: string): Source | Finding[] {
  const whole: LineMap = {
    file,
    text: "",
    lines: [{ start: 0, byte: 0, number: 1, prefix: "", ending: "" }],
  };
  if (bytes.length > MAX_BYTES) {
    const message = `the file has ${bytes.length} bytes, at most ${MAX_BYTES} are read`;
    return [findingAt(whole, 0, "too_large", message, "split the file")];
  }
  const decoded = decodeText(bytes);
  if (typeof decoded !== "string") return [invalidUtf8(bytes, file)];
  const hasBom = decoded.startsWith(BOM);
  const map = mapLines(file, hasBom ? decoded.slice(1) : decoded, hasBom ? utf8Length(BOM) : 0);
  const findings = [...unreadable(map), ...conflictMarkers(map)];
  return findings.length > 0 ? findings : { file, bytes, text: map.text, lines: map.lines };
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    // "ignoreBOM" means: leave it in the text.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Finds the first bad byte by halving: every prefix that decodes (as a stream) lies before it. */
function invalidUtf8(bytes: Uint8Array, file: string | undefined): Finding {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodesAsStream(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, low), { stream: true });
  const map = mapLines(file, before, 0);
  const message = `the file is not UTF-8: byte ${low} does not belong there`;
  return findingAt(map, map.text.length, "not_utf8", message, "save the file as UTF-8");
}

function decodesAsStream(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function unreadable(map: LineMap): Finding[] {
  if (map.text.startsWith(BOM)) {
    return [findingAt(map, 0, "not_utf8", "the file begins with two byte order marks", "remove both")];
  }
  const nul = map.text.indexOf("\0");
  if (nul !== -1) {
    return [findingAt(map, nul, "not_utf8", "the file holds a NUL character", "save the file as UTF-8 text")];
  }
  const deep = tooDeepAt(map.text);
  if (deep === undefined) return [];
  return [findingAt(map, deep, "too_deep", `more than ${MAX_NESTING} nested levels`, "flatten this part")];
}

function conflictMarkers(map: LineMap): Finding[] {
  const findings: Finding[] = [];
  for (const found of map.text.matchAll(/^(?:<{7}(?!<)|>{7}(?!>))/gm)) {
    const message = `an unresolved merge conflict: ${found[0]}`;
    findings.push(findingAt(map, found.index, "conflict_marker", message, "resolve the conflict first"));
    if (findings.length === MAX_MARKERS) break;
  }
  return findings;
}
