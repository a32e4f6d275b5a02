import { type CST, isAlias, type ParsedNode, type Scalar } from "yaml";
import type { ScalarNode, ScalarStyle, YamlNode } from "./yaml-tree.ts";
import type { YamlScalar } from "./yaml-value.ts";

/** A node while its document is being built: an alias further down may still make it shared. */
export type Draft<T> = T extends unknown ? Omit<T, "shared"> & { shared: boolean } : never;
/** Where a node begins, and where what stands before it ends. */
export type Props = Pick<YamlNode, "after"> & { readonly start: number };
/** Tokens before a node. */
export type Tokens = readonly CST.SourceToken[] | undefined;

/** Place and properties of a parsed node. */
export function base(parsed: ParsedNode, props: Props): Omit<Draft<ScalarNode>, "kind" | "style" | "value"> {
  const [start, end] = parsed.range;
  const anchor = isAlias(parsed) ? undefined : parsed.anchor;
  return { start, end, after: props.after, anchor, tag: parsed.tag, shared: false };
}

/** A node that is not written at all. */
export function emptyNode(at: number): Draft<ScalarNode> {
  const place = { start: at, end: at, after: at, anchor: undefined, tag: undefined, shared: false };
  return { kind: "scalar", ...place, style: "empty", value: null };
}

/** Our scalar for a parsed one; `text` is that of the host. */
export function scalarNode(parsed: Scalar.Parsed, props: Props, text: string): Draft<ScalarNode> {
  const style = styleOf(parsed);
  const place = base(parsed, props);
  // The library counts the line break after a block scalar as part of it.
  const [, end] = parsed.range;
  if (style === "block" && text[end - 1] === "\n") Object.assign(place, { end: end - 1 });
  // The library places an empty node after the blanks; what is written goes right behind the colon.
  if (style === "empty") Object.assign(place, { start: props.after, end: props.after });
  return { kind: "scalar", ...place, style, value: scalarValue(parsed.value) };
}

function styleOf(parsed: Scalar.Parsed): ScalarStyle {
  if (parsed.type === "QUOTE_DOUBLE") return "double";
  if (parsed.type === "QUOTE_SINGLE") return "single";
  if (parsed.type === "BLOCK_FOLDED" || parsed.type === "BLOCK_LITERAL") return "block";
  return parsed.range[0] === parsed.range[1] ? "empty" : "plain";
}

function scalarValue(value: unknown): YamlScalar {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
}

/** Where colon, dash, anchor and tag before a node end. */
export function propsOf(tokens: Tokens, parsed: ParsedNode): Props {
  const start = parsed.range[0];
  let after = start;
  for (const token of tokens ?? []) {
    if (isProp(token) || token.type === "map-value-ind" || token.type === "seq-item-ind") {
      after = token.offset + token.source.length;
    }
  }
  return { start, after };
}

/** True for an anchor, a tag and the `?` of a key. */
export function isProp(token: CST.SourceToken): boolean {
  return token.type === "anchor" || token.type === "tag" || token.type === "explicit-key-ind";
}

/** True for the first token of a list item, or one that may be. */
export function isItemStart(token: CST.SourceToken): boolean {
  return token.type === "seq-item-ind" || isProp(token);
}

/** The tokens of the items that are there: the library also lists what follows a trailing comma or the last dash. */
export function itemTokens(token: CST.Token | undefined): readonly CST.CollectionItem[] {
  if (token?.type === "block-seq") {
    return token.items.filter((item) => item.start.some((part) => part.type === "seq-item-ind"));
  }
  if (token?.type !== "flow-collection") return [];
  return token.items.filter((item) => item.start.some(isProp) || hasContent(item));
}

function hasContent(item: CST.CollectionItem): boolean {
  return Boolean(item.key) || Boolean(item.sep) || Boolean(item.value);
}
