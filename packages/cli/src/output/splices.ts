import type { Source, Splice } from "@coulomb-loop/documents";
import { applySplices } from "@coulomb-loop/documents";
import { printable } from "../terminal.ts";

/**
 * The lines that splices change, for people: `-` before and `+` after, under their line number. Lines without a change
 * are left out.
 */
export function spliceLines({ bytes }: Source, splices: readonly Splice[]): string[] {
  const lines: string[] = [];
  for (const splice of splices) {
    const [start, end] = splice;
    const from = lineStart(bytes, start);
    const to = lineEnd(bytes, end);
    const before = bytes.subarray(from, to);
    const after = applySplices(before, [[start - from, end - from, splice[2]]]);
    const number = linesOf(bytes.subarray(0, from)).length;
    lines.push(...changedLines(number, linesOf(before), linesOf(after)));
  }
  return lines;
}

/** Lines before and after from line `number` on, without those that are the same at the beginning and the end. */
function changedLines(number: number, before: readonly string[], after: readonly string[]): string[] {
  const shorter = Math.min(before.length, after.length);
  const same = (offset: number) => before.at(offset) === after.at(offset);
  let head = 0;
  while (head < shorter && same(head)) head++;
  let tail = 0;
  while (tail < shorter - head && same(-1 - tail)) tail++;
  const shown = (sign: string, all: readonly string[]) =>
    all.slice(head, all.length - tail).map((line) => `${sign} ${printable(line.trimEnd())}`);
  return [`  line ${number + head}`, ...shown("-", before), ...shown("+", after)];
}

/** `\n`, `\r\n` and a lone `\r` all end a line, as in YAML and Markdown. */
function isBreak(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function lineStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(bytes[start - 1])) start -= 1;
  return start;
}

function lineEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && !isBreak(bytes[end])) end += 1;
  return end;
}

function linesOf(part: Uint8Array): string[] {
  return new TextDecoder().decode(part).split(/\r\n|\n|\r/);
}
