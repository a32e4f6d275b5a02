import type { YamlList, YamlMap, YamlScalar, YamlValue } from "./yaml-value.ts";

/** How a scalar is written; `empty` when nothing is. */
export type ScalarStyle = "plain" | "single" | "double" | "block" | "empty";

interface NodeBase {
  /** Offsets of the node's own text in the host, without anchor and tag. An empty node has no width. */
  readonly start: number;
  readonly end: number;
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
  /** Where the last of colon, dash, anchor and tag before the node ends; the node's start when there is none. */
  readonly after: number;
  /** True when an alias elsewhere refers to this node. */
  readonly shared: boolean;
}

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  readonly style: ScalarStyle;
  readonly value: YamlScalar;
}

export interface AliasNode extends NodeBase {
  readonly kind: "alias";
  readonly value: YamlValue;
}

export interface MapNode extends NodeBase {
  readonly kind: "map";
  readonly flow: boolean;
  /** A pair that stands in a flow list without braces: `[a: b]`. */
  readonly bare: boolean;
  readonly pairs: readonly PairNode[];
  readonly value: YamlMap;
}

export interface ListNode extends NodeBase {
  readonly kind: "list";
  readonly flow: boolean;
  readonly items: readonly ItemNode[];
  readonly value: YamlList;
}

export type YamlNode = ScalarNode | AliasNode | MapNode | ListNode;

export interface PairNode {
  /** Where the pair begins: its `?`, anchor, tag or key. */
  readonly start: number;
  /** Where its last own character ends; comments are not counted. */
  readonly end: number;
  /** The key as text, also of a number, a boolean or null. */
  readonly name: string;
  /** True when the key is text; only such keys are edited. */
  readonly textual: boolean;
  readonly key: { readonly start: number; readonly end: number; readonly style: ScalarStyle | "alias" };
  /** Written with `?`. */
  readonly explicit: boolean;
  /** Offset of the colon; a flow map may leave it out. */
  readonly colon: number | undefined;
  readonly value: YamlNode;
  /** True for `<<`: its value is merged, the pair itself is no key. */
  readonly merge: boolean;
}

export interface ItemNode {
  /** Where the item begins: its dash, or in a flow list its anchor, tag or text. */
  readonly start: number;
  readonly end: number;
  readonly value: YamlNode;
}

/** A parsed document: its root map, and every comment in order. */
export interface YamlTree {
  readonly root: MapNode;
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** The own pair of a map with this name; never one that is merged in. */
export function pairOf(map: MapNode, name: string): PairNode | undefined {
  return map.pairs.find((pair) => pair.name === name && !pair.merge);
}
