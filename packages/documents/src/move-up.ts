import { contentEnd, lineIndexAt } from "./line-map.ts";
import { replaceText, type TextSplice, textBefore } from "./place-text.ts";
import { columnOf } from "./render.ts";
import type { LineMap } from "./types.ts";
import type { ItemNode, ListNode, MapNode, PairNode } from "./yaml-tree.ts";

type Entry = PairNode | ItemNode;

/**
 * Removes the entry that stands behind the dash of a list item: the next one takes its place, or, where comments or
 * empty lines part them, the dash is left alone on its line. `undefined` when the next entry does not begin a line, or
 * is removed too.
 */
export function moveUp(
  host: LineMap,
  owner: MapNode | ListNode,
  entry: Entry,
  removed: ReadonlySet<Entry>,
): TextSplice | undefined {
  const all: readonly Entry[] = owner.kind === "map" ? owner.pairs : owner.items;
  const next = all[all.indexOf(entry) + 1];
  if (next === undefined || removed.has(next) || ("explicit" in entry && entry.explicit)) return undefined;
  const before = textBefore(host, entry.start);
  const between = host.text.slice(entry.end, next.start);
  const parted = /^[ \t]*(?:[ \t]#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)* *$/.test(between);
  if (!/^ *(?:- +)+$/.test(before) || !parted || columnOf(host, entry.start) !== columnOf(host, next.start))
    return undefined;
  const lines = between.split("\n").length - 1;
  if (lines === 1) return replaceText(entry.start, next.start, "");
  const blanks = before.length - before.trimEnd().length;
  return replaceText(entry.start - blanks, contentEnd(host, lineIndexAt(host, entry.end)), "");
}
