import { type Finding, toPointer } from "@coulomb-loop/schemas";
import { Additions, Claims } from "./edit-additions.ts";
import { type Resolved, resolvePath, type Slot } from "./edit-resolve.ts";
import { findingAt } from "./line-map.ts";
import { MAX_NESTING } from "./nesting.ts";
import type { Edit, EditPath, LineMap } from "./types.ts";
import { unwritable, unwritableKey } from "./write-scalar.ts";
import type { ItemNode, ListNode, MapNode, PairNode, YamlNode } from "./yaml-tree.ts";
import { equalValues, fromEdit, isList, isMap, nameOf, type YamlValue } from "./yaml-value.ts";

export type Entry = PairNode | ItemNode;

/** What the edits come to, grouped by the place in the file; places where nothing changes are left out. */
export interface Intents {
  readonly puts: { readonly slot: Slot; readonly value: YamlValue }[];
  readonly fills: Map<Entry, { readonly slot: Slot; readonly additions: Additions }>;
  readonly additions: Map<MapNode, Additions>;
  readonly appends: Map<ListNode, YamlValue[]>;
  readonly removals: Map<MapNode | ListNode, Set<Entry>>;
}

/** Resolves all edits against the same text. The result is all intents, or all refusals. */
export function gatherEdits(host: LineMap, root: MapNode, edits: readonly Edit[]): Intents | Finding[] {
  const gatherer = new Gatherer(host, root);
  for (const edit of edits) gatherer.add(edit);
  return gatherer.findings.length > 0 ? gatherer.findings : gatherer.intents;
}

class Gatherer {
  readonly intents: Intents = {
    puts: [],
    fills: new Map(),
    additions: new Map(),
    appends: new Map(),
    removals: new Map(),
  };
  readonly findings: Finding[] = [];
  readonly #host: LineMap;
  readonly #root: MapNode;
  readonly #claims = new Claims();

  constructor(host: LineMap, root: MapNode) {
    this.#host = host;
    this.#root = root;
  }

  add(edit: Edit): void {
    const reason = unwritableEdit(edit);
    if (reason !== undefined) {
      this.#refuse(0, "yaml_style", `${namePath(edit.path)}: ${reason}`);
      return;
    }
    const found = resolvePath(this.#host, this.#root, edit.path);
    if (found.kind === "refused" || (found.kind === "no_item" && edit.op !== "remove")) {
      this.findings.push(found.finding);
      return;
    }
    if (found.kind === "no_item") return;
    if (!this.#claims.claim(stepsOf(found), edit.op === "append")) {
      const message = `two edits mean ${namePath(edit.path)} or a part of it`;
      this.#refuse(offsetOf(found), "edit_overlap", message, "ask for each place once");
      return;
    }
    if (edit.op === "remove") this.#remove(edit.path, found);
    else if (found.kind !== "there") this.#addMissing(found, edit.op, fromEdit(edit.value));
    else if (edit.op === "append") this.#append(found.slot, fromEdit(edit.value));
    else this.#set(edit.path, found.slot, fromEdit(edit.value));
  }

  #refuse(offset: number, code: string, message: string, hint?: string): void {
    this.findings.push(findingAt(this.#host, offset, code, message, hint));
  }

  #addMissing(
    found: Resolved & { kind: "missing" | "unfilled" },
    op: "set" | "append",
    value: YamlValue,
  ): void {
    const merged = found.kind === "missing" ? found.parent.value.get(found.rest[0] ?? "") : undefined;
    if (merged !== undefined && this.#isMerged(merged, op, value, found)) return;
    const place = (
      found.kind === "missing" ? this.#additionsTo(found.parent) : this.#fillOf(found.slot)
    ).below(found.rest);
    if (op === "append") place.append([value]);
    else place.set(value);
  }

  /** A merge key brings the value: what is there already stays, a list of others is not added to. */
  #isMerged(merged: YamlValue, op: "set" | "append", value: YamlValue, found: Resolved): boolean {
    if (op === "set") return equalValues(merged, value);
    if (!isList(merged) || !merged.some((item) => equalValues(item, value))) {
      this.#refuse(offsetOf(found), "yaml_alias", "the list comes from a merge key, it is written elsewhere");
    }
    return true;
  }

  #additionsTo(parent: MapNode): Additions {
    const additions = this.intents.additions.get(parent) ?? new Additions();
    this.intents.additions.set(parent, additions);
    return additions;
  }

  #fillOf(slot: Slot): Additions {
    const fill = this.intents.fills.get(slot.at) ?? { slot, additions: new Additions() };
    this.intents.fills.set(slot.at, fill);
    return fill.additions;
  }

  #set(path: EditPath, slot: Slot, value: YamlValue): void {
    const node = slot.at.value;
    if (equalValues(node.value, value)) return;
    if (!this.#mayChange(node) || this.#namesItsItem(path, node, value)) return;
    if (isList(value) || isMap(value)) this.#setCollection(slot, value);
    else if (node.kind === "map" || node.kind === "list") {
      const hint = "a value with {{ }} needs quotes; a real map or list is changed by the paths of its parts";
      this.#refuse(
        node.start,
        "yaml_collection",
        `${namePath(path)} is a ${node.kind}, not a single value`,
        hint,
      );
    } else this.intents.puts.push({ slot, value });
  }

  #setCollection(slot: Slot, value: YamlValue): void {
    const node = slot.at.value;
    if (node.value === null || node.kind === "alias") {
      this.#fillOf(slot).set(value);
    } else if (node.kind !== "scalar" && node.flow && sizeOf(node) === 0) {
      this.intents.puts.push({ slot, value });
    } else {
      const message = `a map or list cannot take the place of ${node.kind === "scalar" ? "a single value" : "this one"}`;
      this.#refuse(node.start, "yaml_collection", message, "change its parts by their paths");
    }
  }

  /** Anchored values that aliases repeat would change elsewhere too; tagged ones mean something we do not know. */
  #mayChange(node: YamlNode): boolean {
    if (node.shared) {
      this.#refuse(
        node.start,
        "yaml_alias",
        `aliases repeat this value (&${node.anchor ?? ""})`,
        "write it out there",
      );
    } else if (node.tag !== undefined) {
      this.#refuse(node.start, "yaml_tag", `the value has the tag ${node.tag}, which is not interpreted`);
    } else return true;
    return false;
  }

  /** An edit must find its place again: the key by which it found the item stays. */
  #namesItsItem(path: EditPath, node: YamlNode, value: YamlValue | undefined): boolean {
    const selector = path.at(-2);
    if (selector === undefined || typeof selector === "string" || path.at(-1) !== selector.key) return false;
    if (nameOf(value) === selector.is) return false;
    this.#refuse(
      node.start,
      "yaml_path",
      `the item is named by its "${selector.key}", the same edit cannot change it`,
    );
    return true;
  }

  #append(slot: Slot, value: YamlValue): void {
    const node = slot.at.value;
    if (isList(node.value) && node.value.some((item) => equalValues(item, value))) return;
    if (!this.#mayChange(node)) return;
    if (node.kind === "alias") this.#refuse(node.start, "yaml_alias", "the list is an alias of another");
    else if (node.kind === "list") {
      const items = this.intents.appends.get(node) ?? [];
      if (!items.some((item) => equalValues(item, value))) items.push(value);
      this.intents.appends.set(node, items);
    } else if (node.value === null) this.#fillOf(slot).append([value]);
    else this.#refuse(node.start, "yaml_path", "an item is to be appended, but there is no list");
  }

  #remove(path: EditPath, found: Resolved): void {
    if (found.kind === "missing" && found.parent.value.has(found.rest[0] ?? "")) {
      this.#refuse(
        found.parent.start,
        "yaml_alias",
        `${namePath(path)} comes from a merge key, it is written elsewhere`,
      );
    }
    if (found.kind !== "there" || this.#namesItsItem(path, found.slot.at.value, undefined)) return;
    const { owner, at } = found.slot;
    const shared = sharedWithin(at.value);
    if (shared !== undefined) {
      this.#refuse(
        shared.start,
        "yaml_alias",
        `aliases elsewhere repeat &${shared.anchor ?? ""}`,
        "remove them first",
      );
      return;
    }
    const removed = this.intents.removals.get(owner) ?? new Set();
    removed.add(at);
    this.intents.removals.set(owner, removed);
  }
}

function unwritableEdit(edit: Edit): string | undefined {
  for (const step of edit.path) {
    const reason = typeof step === "string" ? unwritableKey(step) : undefined;
    if (reason !== undefined) return reason;
  }
  return edit.op === "remove" ? undefined : unwritable(fromEdit(edit.value), MAX_NESTING);
}

function stepsOf(found: Resolved & { trail: readonly number[] }): string[] {
  const rest = "rest" in found ? found.rest : [];
  // Offsets and names must not be mistaken for each other.
  return [...found.trail.map((offset) => `@${offset}`), ...rest.map((key) => `/${key}`)];
}

function offsetOf(found: Resolved): number {
  if (found.kind === "missing") return found.parent.start;
  return found.kind === "there" || found.kind === "unfilled" ? found.slot.at.start : 0;
}

function sizeOf(node: MapNode | ListNode): number {
  return node.kind === "map" ? node.pairs.length : node.items.length;
}

function sharedWithin(node: YamlNode): YamlNode | undefined {
  if (node.shared) return node;
  const entries: readonly Entry[] = node.kind === "map" ? node.pairs : node.kind === "list" ? node.items : [];
  for (const entry of entries) {
    const found = sharedWithin(entry.value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A path for people: `/active/[repo=activity-core]/phase`. */
function namePath(path: EditPath): string {
  return toPointer(path.map((step) => (typeof step === "string" ? step : `[${step.key}=${step.is}]`)));
}
