import type { Finding } from "@coulomb-loop/schemas";
import type { Additions } from "./edit-additions.ts";
import { addToFlow, flowObstacle, removeFromFlow } from "./edit-flow.ts";
import type { Entry, Intents } from "./edit-gather.ts";
import type { Slot } from "./edit-resolve.ts";
import { findingAt, lineIndexAt } from "./line-map.ts";
import { moveUp } from "./move-up.ts";
import {
  beginsLine,
  blockColumn,
  endsInBlockScalar,
  endsLine,
  insertLines,
  isObstacle,
  type Obstacle,
  removeLines,
  replaceText,
  type TextSplice,
} from "./place-text.ts";
import {
  blockBelow,
  blockItem,
  blockPair,
  flowPair,
  flowValue,
  type Habits,
  habitsInside,
  habitsOf,
} from "./render.ts";
import type { LineMap } from "./types.ts";
import { writeScalar } from "./write-scalar.ts";
import type { ListNode, MapNode, PairNode, YamlTree } from "./yaml-tree.ts";
import { isList, isMap, type YamlValue } from "./yaml-value.ts";

/** Turns intents into changes of the text, or says why one of them is not local. */
export function writeIntents(host: LineMap, tree: YamlTree, intents: Intents): TextSplice[] | Finding[] {
  const writer = new Writer(host, tree, intents);
  return writer.findings.length > 0 ? writer.findings : writer.splices;
}

class Writer {
  readonly splices: TextSplice[] = [];
  readonly findings: Finding[] = [];
  readonly #host: LineMap;
  readonly #tree: YamlTree;
  readonly #habits: Habits;
  readonly #removals: Intents["removals"];

  constructor(host: LineMap, tree: YamlTree, intents: Intents) {
    this.#host = host;
    this.#tree = tree;
    this.#habits = habitsOf(host, tree);
    this.#removals = intents.removals;
    for (const { slot, value } of intents.puts) this.#put(slot, value);
    for (const { slot, additions } of intents.fills.values()) this.#fill(slot, additions);
    for (const [map, additions] of intents.additions) this.#addPairs(map, additions);
    for (const [list, items] of intents.appends) this.#addItems(list, items);
    const lines = new Set<number>();
    for (const [owner, entries] of intents.removals) this.#remove(owner, entries, lines);
    this.splices.push(...removeLines(host, lines));
  }

  #refuse({ obstacle, at }: Obstacle, code = "yaml_layout"): void {
    this.findings.push(findingAt(this.#host, at, code, obstacle, "make this change by hand"));
  }

  /** A value on one line in place of the one there. */
  #put(slot: Slot, value: YamlValue): void {
    const node = slot.at.value;
    const habits = this.#habitsAt(slot);
    const text = this.#host.text.slice(node.start, node.end);
    if (node.kind === "scalar" && (node.style === "block" || text.includes("\n"))) {
      this.#refuse({ obstacle: "the value is written over several lines", at: node.start }, "yaml_style");
    } else if (node.kind === "scalar" && node.style === "empty") {
      this.#putBehindColon(slot, flowValue(value, habits));
    } else if (
      node.kind !== "scalar" &&
      node.kind !== "alias" &&
      flowObstacle(this.#tree, node) !== undefined
    ) {
      this.#refuse({ obstacle: "a comment stands inside the brackets", at: node.start });
    } else {
      const replaces = node.kind === "scalar" ? { replaces: node.style } : {};
      const written =
        isList(value) || isMap(value)
          ? flowValue(value, habits)
          : writeScalar(value, { ...replaces, json: habits.json });
      this.splices.push(replaceText(node.start, node.end, written));
    }
  }

  #putBehindColon({ owner, at }: Slot, text: string): void {
    if (owner.kind === "list" || !("key" in at)) {
      this.splices.push(replaceText(at.value.after, at.value.after, ` ${text}`));
    } else if (at.explicit) {
      this.#refuse({ obstacle: "the key is written with `?`", at: at.start });
    } else if (at.colon === undefined) {
      this.splices.push(replaceText(at.key.end, at.key.end, `: ${text}`));
    } else {
      this.splices.push(replaceText(at.value.after, at.value.after, ` ${text}`));
    }
  }

  /** A map or list where nothing (or null, or an alias) is written: below its key in block style, else on its line. */
  #fill(slot: Slot, additions: Additions): void {
    const value = additions.value();
    const { owner, at } = slot;
    const node = at.value;
    if (node.tag !== undefined) {
      this.#refuse({ obstacle: `the empty value has the tag ${node.tag}`, at: node.start }, "yaml_tag");
      return;
    }
    const below = (isMap(value) && value.size > 0) || (isList(value) && value.length > 0);
    if (!below || owner.flow || owner.kind === "list" || !("key" in at)) this.#put(slot, value);
    else this.#fillBelow(at, value);
  }

  #fillBelow(pair: PairNode, value: ReadonlyMap<string, YamlValue> | readonly YamlValue[]): void {
    const { value: node } = pair;
    const column = blockColumn(this.#host, { ...this.#tree.root, pairs: [pair] });
    const between = this.#host.text.slice(node.after, node.end);
    if (pair.explicit) this.#refuse({ obstacle: "the key is written with `?`", at: pair.start });
    else if (isObstacle(column)) this.#refuse(column);
    else if (between.includes("\n") || !endsLine(this.#host, node.end)) {
      this.#refuse({ obstacle: "the value stands on another line than its key", at: node.start });
    } else {
      const lines = blockBelow(value, column.column, this.#habits);
      const inner = lines[0]?.search(/[^ ]/) ?? 0;
      if (node.end > node.after) this.splices.push(replaceText(node.after, node.end, ""));
      this.splices.push(insertLines(this.#host, node.end, lines, inner, isList(value)));
    }
  }

  #addPairs(map: MapNode, additions: Additions): void {
    const added = additions.entries();
    if (map.flow) {
      const obstacle = flowObstacle(this.#tree, map) ?? this.#alsoRemoved(map);
      if (obstacle !== undefined) this.#refuse(obstacle);
      else {
        const habits = habitsInside(map, this.#habits);
        const texts = added.map(([name, value]) => flowPair(name, value, habits));
        this.splices.push(addToFlow(this.#host, map, texts, habits));
      }
      return;
    }
    const place = this.#blockPlace(map, map.pairs);
    if (isObstacle(place)) this.#refuse(place);
    else {
      const lines = added.flatMap(([name, value]) => blockPair(name, value, place.column, this.#habits));
      this.splices.push(insertLines(this.#host, place.after, lines, place.column));
    }
  }

  #addItems(list: ListNode, items: readonly YamlValue[]): void {
    const last = list.items.at(-1)?.value;
    if (list.flow) {
      const obstacle = flowObstacle(this.#tree, list) ?? this.#alsoRemoved(list);
      if (obstacle !== undefined) this.#refuse(obstacle);
      else {
        const json = last?.kind === "scalar" && last.style === "double" ? { json: true } : {};
        const habits = last?.kind === "map" ? habitsInside(last, this.#habits) : { ...this.#habits, ...json };
        const texts = items.map((item) => flowValue(item, habits));
        this.splices.push(addToFlow(this.#host, list, texts, habits));
      }
      return;
    }
    const place = this.#blockPlace(list, list.items);
    if (isObstacle(place)) this.#refuse(place);
    else {
      const { column } = place;
      // New items look like the last one: a roster of one-line maps stays one.
      const flow = (last?.kind === "map" || last?.kind === "list") && last.flow;
      const lines = items.flatMap((item) =>
        flow
          ? [`${" ".repeat(column)}- ${flowValue(item, this.#habits)}`]
          : blockItem(item, column, this.#habits),
      );
      this.splices.push(insertLines(this.#host, place.after, lines, column, true));
    }
  }

  /** Where new entries of a block collection go: after the last entry that stays. */
  #blockPlace(
    node: MapNode | ListNode,
    entries: readonly Entry[],
  ): { after: number; column: number } | Obstacle {
    const removed = this.#removals.get(node);
    const last = entries.findLast((entry) => removed?.has(entry) !== true);
    const column = blockColumn(this.#host, node);
    if (last === undefined) return { obstacle: "nothing of this map or list would stay", at: node.start };
    if (isObstacle(column)) return column;
    if (endsInBlockScalar(last.value))
      return { obstacle: "the last value is a block scalar", at: last.start };
    if (!endsLine(this.#host, last.end))
      return { obstacle: "something follows on the last line", at: last.end };
    return { after: last.end, column: column.column };
  }

  #alsoRemoved(node: MapNode | ListNode): Obstacle | undefined {
    if (!this.#removals.has(node)) return undefined;
    return { obstacle: "entries are added to and removed from the same brackets", at: node.start };
  }

  #remove(owner: MapNode | ListNode, entries: ReadonlySet<Entry>, lines: Set<number>): void {
    if (owner.flow) {
      const obstacle = flowObstacle(this.#tree, owner);
      if (obstacle !== undefined) this.#refuse(obstacle);
      else this.splices.push(...removeFromFlow(owner, entries));
      return;
    }
    const all = owner.kind === "map" ? owner.pairs.length : owner.items.length;
    for (const entry of entries) {
      const moved = moveUp(this.#host, owner, entry, entries);
      if (moved !== undefined) {
        this.splices.push(moved);
        continue;
      }
      const obstacle =
        this.#blockObstacle(entry, entries.size === all) ?? this.#swallowed(owner, entry, entries);
      if (obstacle !== undefined) this.#refuse(obstacle);
      const last = lineIndexAt(this.#host, entry.end);
      for (let at = lineIndexAt(this.#host, entry.start); at <= last; at++) lines.add(at);
    }
  }

  #blockObstacle(entry: Entry, only: boolean): Obstacle | undefined {
    if (only) return { obstacle: "nothing of this map or list would stay", at: entry.start };
    if ("explicit" in entry && entry.explicit)
      return { obstacle: "the key is written with `?`", at: entry.start };
    if (!beginsLine(this.#host, entry.start))
      return { obstacle: "the entry shares its line", at: entry.start };
    return endsLine(this.#host, entry.end)
      ? undefined
      : { obstacle: "the entry shares its line", at: entry.end };
  }

  /**
   * A removal may change the block scalar above: what stands below becomes its text, or, where the file ends without
   * a line break, the scalar loses its own.
   */
  #swallowed(owner: MapNode | ListNode, entry: Entry, removed: ReadonlySet<Entry>): Obstacle | undefined {
    const all: readonly Entry[] = owner.kind === "map" ? owner.pairs : owner.items;
    const above = all.slice(0, all.indexOf(entry)).findLast((other) => !removed.has(other));
    if (above === undefined || !endsInBlockScalar(above.value)) return undefined;
    const next = this.#host.lines[lineIndexAt(this.#host, entry.end) + 1];
    if (next === undefined)
      return { obstacle: "the block scalar above would lose its last line break", at: entry.start };
    if (!/^[ \t]*(?:#|\n)/.test(this.#host.text.slice(next.start))) return undefined;
    return { obstacle: "what follows would become part of the block scalar above", at: entry.start };
  }

  #habitsAt({ owner }: Slot): Habits {
    return owner.kind === "map" && owner.flow ? habitsInside(owner, this.#habits) : this.#habits;
  }
}
