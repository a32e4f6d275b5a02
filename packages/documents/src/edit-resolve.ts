import type { Finding } from "@coulomb-loop/schemas";
import { findingAt } from "./line-map.ts";
import type { EditPath, ItemSelector, LineMap } from "./types.ts";
import {
  type ItemNode,
  type ListNode,
  type MapNode,
  type PairNode,
  pairOf,
  type YamlNode,
} from "./yaml-tree.ts";
import { isSelected, selectorText } from "./yaml-value.ts";

/** Where a value stands: a pair of a map, or an item of a list. */
export type Slot =
  | { readonly owner: MapNode; readonly at: PairNode }
  | { readonly owner: ListNode; readonly at: ItemNode };

/** What a path meets in a document. */
export type Resolved =
  /** The place is there; `shared` when an alias repeats the place or one of its parents. */
  | { readonly kind: "there"; readonly slot: Slot; readonly trail: readonly number[] }
  /** Nothing stands there. The keys in `rest` can be added to the map `parent`, or below the empty `slot`. */
  | {
      readonly kind: "missing";
      readonly parent: MapNode;
      readonly rest: readonly string[];
      readonly trail: readonly number[];
    }
  | {
      readonly kind: "unfilled";
      readonly slot: Slot;
      readonly rest: readonly string[];
      readonly trail: readonly number[];
    }
  /** The last selector matches no item. */
  | { readonly kind: "no_item"; readonly finding: Finding }
  | { readonly kind: "refused"; readonly finding: Finding };

interface Walk {
  node: YamlNode;
  slot: Slot | undefined;
  /** Offsets of the pairs and items on the way: two paths mean the same place when these are equal. */
  readonly trail: number[];
}

/** Follows a path from the root. Never guesses: what it cannot follow exactly is refused with a code. */
export function resolvePath(host: LineMap, root: MapNode, path: EditPath): Resolved {
  const walk: Walk = { node: root, slot: undefined, trail: [] };
  for (const [at, step] of path.entries()) {
    const stop =
      typeof step === "string"
        ? followKey(host, walk, path, at, step)
        : followItem(host, walk, path, at, step);
    if (stop !== undefined) return stop;
  }
  const { slot, trail } = walk;
  if (slot === undefined)
    return refused(host, root.start, "yaml_path", "the path is empty, the root cannot be edited");
  return { kind: "there", slot, trail };
}

function followKey(
  host: LineMap,
  walk: Walk,
  path: EditPath,
  at: number,
  name: string,
): Resolved | undefined {
  const { node, slot, trail } = walk;
  const blocked = cannotEnter(host, node);
  if (blocked !== undefined) return blocked;
  if (node.kind === "list") {
    const message = `"${name}" names a key, but there is a list`;
    return refused(host, node.start, "yaml_path", message, "name a list item by a key it carries");
  }
  const rest = path.slice(at);
  if (node.kind === "map") {
    const pair = pairOf(node, name);
    if (pair === undefined) return missing(host, node, rest, name, trail);
    if (!pair.textual) {
      const message = `the key ${name} is a number, a boolean or null, and no text`;
      return refused(host, pair.key.start, "yaml_path", message, `put it in quotes: "${name}"`);
    }
    walk.slot = { owner: node, at: pair };
    walk.node = pair.value;
    trail.push(pair.start);
    return undefined;
  }
  if (node.value !== null || slot === undefined) {
    return refused(host, node.start, "yaml_path", `"${name}" lies below a value that is no map`);
  }
  if (!rest.every(isKey)) return noItem(host, node.start, rest);
  return { kind: "unfilled", slot, rest, trail };
}

function missing(
  host: LineMap,
  parent: MapNode,
  rest: EditPath,
  name: string,
  trail: readonly number[],
): Resolved {
  if (parent.value.has(name) && rest.length > 1) {
    const message = `"${name}" comes from a merge key, what is below it belongs to others too`;
    return refused(host, parent.start, "yaml_alias", message);
  }
  return rest.every(isKey) ? { kind: "missing", parent, rest, trail } : noItem(host, parent.start, rest);
}

function followItem(
  host: LineMap,
  walk: Walk,
  path: EditPath,
  at: number,
  selector: ItemSelector,
): Resolved | undefined {
  const { node, trail } = walk;
  const blocked = cannotEnter(host, node);
  if (blocked !== undefined) return blocked;
  const named = selectorText(selector);
  if (node.kind !== "list") {
    if (node.value === null) return { kind: "no_item", finding: noMatch(host, node.start, named) };
    return refused(host, node.start, "yaml_path", `an item with ${named} is meant, but there is no list`);
  }
  const [item, other] = node.items.filter(({ value }) => isSelected(value.value, selector));
  if (item === undefined) {
    const finding = noMatch(host, node.start, named);
    return at === path.length - 1 ? { kind: "no_item", finding } : { kind: "refused", finding };
  }
  if (other !== undefined) return refused(host, other.start, "yaml_path", `several items have ${named}`);
  walk.slot = { owner: node, at: item };
  walk.node = item.value;
  trail.push(item.start);
  return undefined;
}

function cannotEnter(host: LineMap, node: YamlNode): Resolved | undefined {
  if (node.kind === "alias") return refused(host, node.start, "yaml_alias", "the path runs through an alias");
  if (node.tag !== undefined && node.kind !== "scalar") {
    const message = `the ${node.kind} has the tag ${node.tag}, which is not interpreted`;
    return refused(host, node.start, "yaml_tag", message, "make this change by hand");
  }
  if (!node.shared) return undefined;
  const message = `aliases repeat what is anchored as &${node.anchor ?? ""}, a change would show there too`;
  return refused(host, node.start, "yaml_alias", message, "write the values out where they shall differ");
}

function isKey(step: string | ItemSelector): step is string {
  return typeof step === "string";
}

function noItem(host: LineMap, offset: number, rest: EditPath): Resolved {
  const selector = rest.find((step) => !isKey(step));
  const named = selector === undefined || isKey(selector) ? "" : selectorText(selector);
  return {
    kind: rest.length > 0 && isLastSelector(rest) ? "no_item" : "refused",
    finding: noMatch(host, offset, named),
  };
}

function isLastSelector(rest: EditPath): boolean {
  return rest.findIndex((step) => !isKey(step)) === rest.length - 1;
}

function noMatch(host: LineMap, offset: number, named: string): Finding {
  return findingAt(host, offset, "yaml_path", `no list item has ${named}`, "add the item first");
}

function refused(host: LineMap, offset: number, code: string, message: string, hint?: string): Resolved {
  return { kind: "refused", finding: findingAt(host, offset, code, message, hint) };
}
