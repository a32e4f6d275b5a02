import type { Finding, Severity } from "@coulomb-loop/schemas";
import type { Line, LineMap, Place } from "./types.ts";

/** Bytes that UTF-8 needs for `text` between two offsets. Pairs of surrogates count once; `text` has no lone ones. */
export function utf8Length(text: string, start = 0, end = text.length): number {
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/**
 * Cuts decoded text (without BOM) into lines. `\r\n`, `\n` and a lone `\r` all end a line, as in YAML and Markdown.
 * `bomBytes` is the number of bytes that stand before the text in the file.
 */
export function mapLines(file: string | undefined, decoded: string, bomBytes: number): LineMap {
  const lines: Line[] = [];
  let text = "";
  let from = 0;
  let start = 0;
  let byte = bomBytes;
  for (const found of decoded.matchAll(/\r\n|\n|\r/g)) {
    const [ending] = found;
    lines.push({ start, byte, number: lines.length + 1, prefix: "", ending });
    byte += utf8Length(decoded, from, found.index) + ending.length;
    start += found.index - from + 1;
    from = found.index + ending.length;
  }
  lines.push({ start, byte, number: lines.length + 1, prefix: "", ending: "" });
  text = decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded;
  return { file, text, lines };
}

/** The line that holds an offset of the text; the last line for anything beyond. */
export function lineAt(map: LineMap, offset: number): Line {
  return lineByIndex(map, lineIndexAt(map, offset));
}

/** Position in `map.lines` of the line that holds an offset. */
export function lineIndexAt(map: LineMap, offset: number): number {
  let low = 0;
  let high = map.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineByIndex(map, middle).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A line by its position; out of range is a programmer's mistake and throws. */
export function lineByIndex(map: LineMap, index: number): Line {
  const line = map.lines[index];
  if (line === undefined) throw new RangeError(`no line ${index} in a map of ${map.lines.length}`);
  return line;
}

/** Offset in the text where the content of a line ends, before its ending. */
export function contentEnd(map: LineMap, index: number): number {
  const next = map.lines[index + 1];
  return next === undefined ? map.text.length : next.start - 1;
}

/** Offset in the file of an offset in the text. */
export function byteAt(map: LineMap, offset: number): number {
  const line = lineAt(map, offset);
  return line.byte + utf8Length(map.text, line.start, Math.min(offset, map.text.length));
}

/** Line and column in the file of an offset in the text. */
export function placeAt(map: LineMap, offset: number): Place {
  const line = lineAt(map, offset);
  return { line: line.number, column: line.prefix.length + offset - line.start + 1 };
}

/** A finding at an offset of the text. */
export function findingAt(
  map: LineMap,
  offset: number,
  code: string,
  message: string,
  hint?: string,
  severity: Severity = "error",
): Finding {
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(map.file === undefined ? {} : { file: map.file }),
    ...placeAt(map, offset),
  };
}

/**
 * The part of a host between two line positions (`to` excluded), as a host of its own. Its last line keeps its line
 * ending when another line follows in the outer host.
 */
export function sliceLines(map: LineMap, from: number, to: number): LineMap {
  const first = lineByIndex(map, from);
  const end = to < map.lines.length ? lineByIndex(map, to).start : map.text.length;
  const lines = map.lines
    .slice(from, to)
    .map((line) => Object.assign({}, line, { start: line.start - first.start }));
  const last = map.lines[to];
  // A text that ends with a line break has an empty line after it, as every mapped text does.
  if (last !== undefined) lines.push(Object.assign({}, last, { start: end - first.start, ending: "" }));
  return { file: map.file, text: map.text.slice(first.start, end), lines };
}
