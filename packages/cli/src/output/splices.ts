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
    const from = start === 0 ? 0 : bytes.lastIndexOf(0x0a, start - 1) + 1;
    const newline = bytes.indexOf(0x0a, end);
    const to = newline === -1 ? bytes.length : newline;
    const before = bytes.subarray(from, to);
    const after = applySplices(before, [[start - from, end - from, splice[2]]]);
    const number = text(bytes.subarray(0, from)).split("\n").length;
    lines.push(...changedLines(number, text(before).split("\n"), text(after).split("\n")));
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

function text(part: Uint8Array): string {
  return new TextDecoder().decode(part);
}
