import { lineAt } from "./line-map.ts";
import type { LineMap } from "./types.ts";
import { writeKey, writeScalar } from "./write-scalar.ts";
import type { MapNode, YamlNode, YamlTree } from "./yaml-tree.ts";
import { isList, isMap, type YamlList, type YamlMap, type YamlValue } from "./yaml-value.ts";

/** The habits of a file that new text follows. */
export interface Habits {
  /** Columns by which a map is indented inside a map. */
  readonly step: number;
  /** Columns by which a list is indented below its key; often 0. */
  readonly listIndent: number;
  /** Whether flow maps have blanks inside their braces. */
  readonly padded: boolean;
  /** Whether the whole document is JSON. */
  readonly json: boolean;
}

/** Reads the habits of a file from the first place that shows each; else two columns, indented lists, padded braces. */
export function habitsOf(host: LineMap, tree: YamlTree): Habits {
  const seen: { step?: number; listIndent?: number; padded?: boolean } = {};
  observe(host, tree.root, seen);
  const step = seen.step ?? (seen.listIndent || 2);
  const json = tree.root.flow && tree.root.pairs.every((pair) => pair.key.style === "double");
  return { step, listIndent: seen.listIndent ?? step, padded: seen.padded ?? true, json };
}

function observe(
  host: LineMap,
  node: YamlNode,
  seen: { step?: number; listIndent?: number; padded?: boolean },
): void {
  if (node.kind === "list") for (const item of node.items) observe(host, item.value, seen);
  if (node.kind !== "map") return;
  if (node.flow && !node.bare && node.pairs.length > 0) seen.padded ??= host.text[node.start + 1] === " ";
  for (const { start, value } of node.pairs) {
    const indent = columnOf(host, value.start) - columnOf(host, start);
    const below = !node.flow && value.start > start && lineAt(host, value.start) !== lineAt(host, start);
    if (below && value.kind === "map" && !value.flow && indent > 0) seen.step ??= indent;
    if (below && value.kind === "list" && !value.flow && indent >= 0) seen.listIndent ??= indent;
    observe(host, value, seen);
  }
}

/** Columns between the beginning of a host's line and an offset, from 0. */
export function columnOf(host: LineMap, offset: number): number {
  return offset - lineAt(host, offset).start;
}

/** The lines of a new pair in a block map whose keys stand in this column. */
export function blockPair(name: string, value: YamlValue, column: number, habits: Habits): string[] {
  const key = `${" ".repeat(column)}${writeKey(name, false)}:`;
  if (isInline(value)) return [`${key} ${flowValue(value, habits)}`];
  return [key, ...blockBelow(value, column, habits)];
}

/** The lines of a map or list that stands below a key in this column; it must not be empty. */
export function blockBelow(value: YamlMap | YamlList, column: number, habits: Habits): string[] {
  if (isList(value)) return value.flatMap((item) => blockItem(item, column + habits.listIndent, habits));
  return [...value].flatMap(([name, item]) => blockPair(name, item, column + habits.step, habits));
}

/** The lines of a new item in a block list whose dashes stand in this column. */
export function blockItem(value: YamlValue, column: number, habits: Habits): string[] {
  const dash = `${" ".repeat(column)}- `;
  if (isInline(value)) return [dash + flowValue(value, habits)];
  const inner = isList(value)
    ? value.flatMap((item) => blockItem(item, column + 2, habits))
    : [...value].flatMap(([name, item]) => blockPair(name, item, column + 2, habits));
  return inner.map((line, at) => (at === 0 ? dash + line.slice(column + 2) : line));
}

/** A value on one line. */
export function flowValue(value: YamlValue, habits: Habits): string {
  if (isList(value)) return `[${value.map((item) => flowValue(item, habits)).join(", ")}]`;
  if (!isMap(value)) return writeScalar(value, { json: habits.json });
  const pairs = [...value].map(([name, item]) => flowPair(name, item, habits));
  if (pairs.length === 0) return "{}";
  return habits.padded ? `{ ${pairs.join(", ")} }` : `{${pairs.join(", ")}}`;
}

/** A pair of a flow map. */
export function flowPair(name: string, value: YamlValue, habits: Habits): string {
  return `${writeKey(name, habits.json)}: ${flowValue(value, habits)}`;
}

/** The habits inside one flow collection: when its keys are in double quotes, so is everything new. */
export function habitsInside(map: MapNode, habits: Habits): Habits {
  return map.pairs.at(-1)?.key.style === "double" ? { ...habits, json: true } : habits;
}

function isInline(value: YamlValue): value is Exclude<YamlValue, YamlMap | YamlList> {
  if (isList(value)) return value.length === 0;
  return !isMap(value) || value.size === 0;
}
