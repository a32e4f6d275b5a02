import { beginsLine, endingNear, type Obstacle, replaceText, type TextSplice } from "./place-text.ts";
import { columnOf, type Habits } from "./render.ts";
import type { LineMap } from "./types.ts";
import type { ItemNode, ListNode, MapNode, PairNode, YamlTree } from "./yaml-tree.ts";

type Entry = PairNode | ItemNode;

/** Why a flow collection cannot be changed: a comment inside it, or no brackets of its own. */
export function flowObstacle(tree: YamlTree, node: MapNode | ListNode): Obstacle | undefined {
  const comment = tree.comments.find(({ start }) => start > node.start && start < node.end);
  if (comment !== undefined) return { obstacle: "a comment stands inside the brackets", at: comment.start };
  if (node.kind !== "map" || !node.bare) return undefined;
  return { obstacle: "this pair stands in a list without braces of its own", at: node.start };
}

/** Adds written entries before the closing bracket; a trailing comma stays, entries on lines of their own get lines. */
export function addToFlow(
  host: LineMap,
  node: MapNode | ListNode,
  added: readonly string[],
  habits: Habits,
): TextSplice {
  const entries: readonly Entry[] = node.kind === "map" ? node.pairs : node.items;
  const last = entries.at(-1);
  if (last === undefined) {
    const padding = node.kind === "map" && habits.padded ? " " : "";
    return replaceText(node.start + 1, node.end - 1, `${padding}${added.join(", ")}${padding}`);
  }
  const comma = host.text.slice(last.end, node.end - 1).indexOf(",");
  const gap = gapBefore(host, node, entries);
  if (comma === -1) return replaceText(last.end, last.end, added.map((text) => `,${gap}${text}`).join(""));
  const at = last.end + comma + 1;
  return replaceText(at, at, added.map((text) => `${gap}${text},`).join(""));
}

/** What stands between two entries: a line break where each has its own line, else a blank, in tight JSON nothing. */
function gapBefore(host: LineMap, node: MapNode | ListNode, entries: readonly Entry[]): string {
  const last = entries.at(-1);
  const before = entries.at(-2);
  if (last === undefined) return "";
  const from = before?.end ?? node.start;
  const between = host.text.slice(from, last.start);
  if (between.includes("\n") && beginsLine(host, last.start)) {
    return endingNear(host, last.start) + " ".repeat(columnOf(host, last.start));
  }
  const tight = between === "," && node.kind === "list";
  return tight || (between === "," && last.start < last.end && host.text[last.start] === '"') ? "" : " ";
}

/** Removes entries with the comma that goes with each. */
export function removeFromFlow(node: MapNode | ListNode, removed: ReadonlySet<Entry>): TextSplice[] {
  const entries: readonly Entry[] = node.kind === "map" ? node.pairs : node.items;
  const kept = entries.filter((entry) => !removed.has(entry));
  if (kept.length === 0) return [replaceText(node.start + 1, node.end - 1, "")];
  const lastKept = kept.at(-1);
  const splices: TextSplice[] = [];
  let from: number | undefined;
  for (const entry of entries) {
    if (removed.has(entry)) from ??= entry.start;
    else if (from !== undefined) {
      splices.push(replaceText(from, entry.start, ""));
      from = undefined;
    }
  }
  const last = entries.at(-1);
  // After the last that is kept, the comma before the removed ones goes; a trailing comma stays.
  if (from !== undefined && last !== undefined && lastKept !== undefined) {
    splices.push(replaceText(lastKept.end, last.end, ""));
  }
  return splices;
}
