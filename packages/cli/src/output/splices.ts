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
    lines.push(`  line ${number}`);
    for (const line of text(before).split("\n")) lines.push(`- ${printable(line.trimEnd())}`);
    for (const line of text(after).split("\n")) lines.push(`+ ${printable(line.trimEnd())}`);
  }
  return lines;
}

function text(part: Uint8Array): string {
  return new TextDecoder().decode(part);
}
