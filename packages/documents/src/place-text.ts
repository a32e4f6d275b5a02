import { contentEnd, lineAt, lineByIndex, lineIndexAt } from "./line-map.ts";
import { columnOf } from "./render.ts";
import type { LineMap } from "./types.ts";
import type { ItemNode, ListNode, MapNode, PairNode, YamlNode } from "./yaml-tree.ts";

/** A change of a host's text. Insertions at one offset are written in ascending order of `rank`. */
export interface TextSplice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rank: number;
}

/** A reason why a change is not local: refused as `yaml_layout`. */
export interface Obstacle {
  readonly obstacle: string;
  readonly at: number;
}

/** True for a reason, not a result. */
export function isObstacle(value: object): value is Obstacle {
  return "obstacle" in value;
}

/** Before every new line: what is written on a line that is there already. */
const ON_THE_LINE = -1_000_000_000;

/** A change of the text between two offsets. */
export function replaceText(start: number, end: number, text: string): TextSplice {
  return { start, end, text, rank: ON_THE_LINE };
}

/**
 * New lines after the line that holds `offset`, with that line's ending. At the end of a file without final newline
 * they are preceded by the ending of the line before, and the file still has none.
 *
 * Lines that belong deeper must come first when several blocks end on this line: the rank falls with the column, and a
 * list stands before the pairs of the map whose column it shares.
 */
export function insertLines(
  host: LineMap,
  offset: number,
  lines: readonly string[],
  column: number,
  list = false,
): TextSplice {
  const index = lineIndexAt(host, offset);
  const { prefix } = lineByIndex(host, index);
  const ending = endingAt(host, index);
  const at = contentEnd(host, index);
  const text = lines.map((line) => ending + prefix + line).join("");
  return { start: at, end: at, text, rank: -2 * column - (list ? 1 : 0) };
}

/** The ending of a line; for the last line the one before, for a single line `\n`. */
function endingAt(host: LineMap, index: number): string {
  const { ending } = lineByIndex(host, index);
  if (ending !== "") return ending;
  return index > 0 ? lineByIndex(host, index - 1).ending : "\n";
}

/** The line ending that new lines in a flow collection take. */
export function endingNear(host: LineMap, offset: number): string {
  const index = lineIndexAt(host, offset);
  return endingAt(host, index) + lineByIndex(host, index).prefix;
}

/**
 * The column of a block collection's entries, or why a new line cannot be put into it: one entry must be preceded on
 * its line by blanks and dashes only.
 */
export function blockColumn(host: LineMap, node: MapNode | ListNode): { readonly column: number } | Obstacle {
  const entries: readonly (PairNode | ItemNode)[] = node.kind === "map" ? node.pairs : node.items;
  const entry = entries.find(({ start }) => /^ *(?:- +)*$/.test(textBefore(host, start)));
  if (entry !== undefined) return { column: columnOf(host, entry.start) };
  return { obstacle: "the column of these entries is not made of blanks and dashes", at: node.start };
}

/** True when only blanks stand before the offset on its line. */
export function beginsLine(host: LineMap, offset: number): boolean {
  return /^ *$/.test(textBefore(host, offset));
}

/** True when only blanks or a comment follow the offset on its line. */
export function endsLine(host: LineMap, offset: number): boolean {
  const rest = host.text.slice(offset, contentEnd(host, lineIndexAt(host, offset)));
  return /^[ \t]*$|^[ \t]+#/.test(rest);
}

/** What stands before an offset on its line. */
export function textBefore(host: LineMap, offset: number): string {
  return host.text.slice(lineAt(host, offset).start, offset);
}

/** True when the last thing written in a node is a block scalar: what follows it could become part of it. */
export function endsInBlockScalar(node: YamlNode): boolean {
  if (node.kind === "scalar") return node.style === "block";
  if (node.kind === "alias" || node.flow) return false;
  const last = node.kind === "map" ? node.pairs.at(-1) : node.items.at(-1);
  return last !== undefined && endsInBlockScalar(last.value);
}

/** The end of the last line before this one that is not empty: the text shall not end with a line break there. */
function endBefore(host: LineMap, index: number): number {
  let at = Math.max(index - 1, 0);
  while (at > 0 && contentEnd(host, at) === lineByIndex(host, at).start) at -= 1;
  return contentEnd(host, at);
}

/** Splices that delete whole lines, given by their positions. A file without final newline stays so. */
export function removeLines(host: LineMap, indexes: ReadonlySet<number>): TextSplice[] {
  const splices: TextSplice[] = [];
  for (const first of [...indexes].sort((a, b) => a - b)) {
    if (indexes.has(first - 1)) continue;
    let end = first + 1;
    while (indexes.has(end)) end += 1;
    const next = host.lines[end];
    if (next !== undefined && first > 0 && next.prefix !== lineByIndex(host, first).prefix) {
      // What a container writes before a line goes with it: what comes next has its own.
      splices.push(replaceText(contentEnd(host, first - 1), contentEnd(host, end - 1), ""));
    } else if (next !== undefined) {
      splices.push(replaceText(lineByIndex(host, first).start, next.start, ""));
    } else splices.push(replaceText(endBefore(host, first), host.text.length, ""));
  }
  return splices;
}
