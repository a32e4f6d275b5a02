import type { Finding } from "@coulomb-loop/schemas";
import { isAlias, isMap as isMapNode, isScalar, isSeq, type Pair, type ParsedNode } from "yaml";
import { findingAt } from "./line-map.ts";
import { MAX_NESTING } from "./nesting.ts";
import type { LineMap } from "./types.ts";
import { MAX_ERRORS } from "./yaml-compose.ts";
import {
  base,
  type Draft,
  emptyNode,
  isItemStart,
  isProp,
  itemTokens,
  type Props,
  propsOf,
  scalarNode,
  type Tokens,
} from "./yaml-nodes.ts";
import type { AliasNode, ItemNode, ListNode, MapNode, PairNode, YamlNode, YamlTree } from "./yaml-tree.ts";
import { isList, isMap, type YamlMap, type YamlValue } from "./yaml-value.ts";

/** Nodes that aliases may stand for, in all: a few lines of aliases of aliases could stand for billions. */
const MAX_ALIASED_NODES = 100_000;

/** What is known of a node besides itself: how many values it stands for, and how deep they nest. */
interface Built {
  readonly node: Draft<YamlNode>;
  readonly weight: number;
  readonly height: number;
}

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** Turns the nodes of the YAML library into ours: places of everything an editor touches, values without aliases. */
export class TreeBuilder {
  readonly #host: LineMap;
  readonly #findings: Finding[] = [];
  /** The latest node of every anchor; `undefined` while the node itself is being built. */
  readonly #anchors = new Map<string, Built | undefined>();
  #aliased = 0;

  constructor(host: LineMap) {
    this.#host = host;
  }

  build(
    contents: ParsedNode | null,
    comments: YamlTree["comments"],
  ): { tree?: YamlTree; findings: Finding[] } {
    if (!isMapNode(contents)) {
      const message = contents === null ? "the document is empty" : "the document is no map";
      this.#report(contents?.range[0] ?? 0, "yaml_documents", message, "write `key: value` lines");
      return { findings: this.#findings };
    }
    const root = this.#node(contents, undefined, 1).node;
    if (root.kind !== "map" || this.#findings.length > 0) return { findings: this.#findings };
    return { tree: { root, comments }, findings: this.#findings };
  }

  #report(offset: number, code: string, message: string, hint?: string): void {
    if (this.#findings.length >= MAX_ERRORS) return;
    this.#findings.push(findingAt(this.#host, offset, code, message, hint));
  }

  #node(parsed: ParsedNode, tokens: Tokens, level: number): Built {
    const anchor = isAlias(parsed) ? undefined : parsed.anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const built = this.#unanchored(parsed, propsOf(tokens, parsed), level);
    if (anchor !== undefined) this.#anchors.set(anchor, built);
    return built;
  }

  /** Escapes can make of a text what no file, database or digest takes. */
  #checkText(value: unknown, at: number): void {
    if (typeof value !== "string") return;
    const hint = "take the escape out, or write the whole character";
    if (!value.isWellFormed()) this.#report(at, "yaml_syntax", "the text holds half a surrogate pair", hint);
    else if (value.includes("\0")) this.#report(at, "yaml_syntax", "the text holds a NUL", hint);
  }

  #unanchored(parsed: ParsedNode, props: Props, level: number): Built {
    if (isAlias(parsed)) return this.#alias(parsed.source, parsed.range, props, level);
    if (isScalar(parsed)) {
      this.#checkText(parsed.value, parsed.range[0]);
      return { node: scalarNode(parsed, props, this.#host.text), weight: 1, height: 0 };
    }
    if (level > MAX_NESTING) {
      this.#report(
        parsed.range[0],
        "too_deep",
        `more than ${MAX_NESTING} nested levels`,
        "flatten this part",
      );
      return { node: emptyNode(parsed.range[0]), weight: 1, height: 0 };
    }
    if (isMapNode(parsed)) return this.#map(parsed, props, level);
    return this.#list(parsed, props, level);
  }

  #alias(name: string, range: readonly number[], props: Props, level: number): Built {
    const [start = 0, end = 0] = range;
    const target = this.#anchors.get(name);
    const node: Draft<AliasNode> = {
      kind: "alias",
      start,
      end,
      after: props.after,
      anchor: undefined,
      tag: undefined,
      shared: false,
      value: target?.node.value ?? null,
    };
    if (target === undefined) {
      const known = this.#anchors.has(name);
      const message = known
        ? `the alias *${name} stands inside its own anchor`
        : `no anchor &${name} before this alias`;
      const hint = known
        ? "write the value out"
        : `put &${name} before the value that is meant, or this value in quotes`;
      this.#report(start, known ? "yaml_alias" : "yaml_syntax", message, hint);
      return { node, weight: 1, height: 0 };
    }
    target.node.shared = true;
    const before = this.#aliased;
    this.#aliased += target.weight;
    if (this.#aliased > MAX_ALIASED_NODES && before <= MAX_ALIASED_NODES) {
      this.#report(
        start,
        "yaml_alias",
        `aliases stand for more than ${MAX_ALIASED_NODES} values`,
        "write values out",
      );
    }
    if (level + target.height > MAX_NESTING + 1) {
      this.#report(start, "too_deep", `more than ${MAX_NESTING} nested levels, with aliases followed`);
    }
    return { node, weight: target.weight, height: target.height };
  }

  #map(parsed: ParsedNode & { items: ParsedPair[]; flow?: boolean }, props: Props, level: number): Built {
    const pairs: PairNode[] = [];
    let weight = 1;
    let height = 0;
    for (const pair of parsed.items) {
      const [built, value] = this.#pair(pair, level);
      pairs.push(built);
      weight += value.weight;
      height = Math.max(height, value.height);
    }
    this.#checkUnique(pairs);
    const flow = parsed.flow === true;
    const node: Draft<MapNode> = {
      kind: "map",
      ...base(parsed, props),
      start: flow ? parsed.range[0] : (pairs[0]?.start ?? parsed.range[0]),
      end: flow ? parsed.range[1] : (pairs.at(-1)?.end ?? parsed.range[1]),
      flow,
      bare: flow && this.#host.text[parsed.range[0]] !== "{",
      pairs,
      value: this.#mapValue(pairs),
    };
    return { node, weight, height: height + 1 };
  }

  #pair(pair: ParsedPair, level: number): [PairNode, Built] {
    const source = pair.srcToken;
    const key = this.#node(pair.key, source?.start, level + 1).node;
    const name = this.#keyName(key);
    const mark = source?.sep?.find((token) => token.type === "map-value-ind");
    const explicit = source?.start.some((token) => token.type === "explicit-key-ind") ?? false;
    const start = source?.start.find(isProp)?.offset ?? key.start;
    const value: Built =
      pair.value === null
        ? { node: emptyNode(key.end), weight: 1, height: 0 }
        : this.#node(pair.value, source?.sep, level + 1);
    const style = key.kind === "scalar" ? key.style : "alias";
    const built: PairNode = {
      start,
      end: Math.max(key.end, mark === undefined ? 0 : mark.offset + 1, value.node.after, value.node.end),
      name,
      textual: typeof key.value === "string",
      key: { start: key.start, end: key.end, style },
      explicit,
      colon: mark?.offset,
      value: value.node,
      merge: key.kind === "scalar" && key.style === "plain" && name === "<<" && key.tag === undefined,
    };
    return [built, value];
  }

  #keyName(key: Draft<YamlNode>): string {
    if (!isList(key.value) && !isMap(key.value)) return String(key.value);
    this.#report(
      key.start,
      "yaml_syntax",
      "a key must be a single value, this one is a map or list",
      "put it in quotes",
    );
    return "";
  }

  #checkUnique(pairs: readonly PairNode[]): void {
    const seen = new Map<string, PairNode>();
    for (const pair of pairs) {
      const { name, textual } = pair;
      const other = seen.get(name);
      if (other === undefined) seen.set(name, pair);
      else if (other.textual === textual) {
        const hint = "keys must be unique, also when one is quoted and the other is not";
        this.#report(pair.key.start, "yaml_syntax", `the key "${name}" stands twice in this map`, hint);
      } else {
        const message = `the keys ${name} and "${name}" of this map are not the same, but the same property to most tools`;
        this.#report(pair.key.start, "yaml_syntax", message, "rename one of them");
      }
    }
  }

  /** Own keys win over merged ones, earlier merged maps over later ones, as YAML 1.1 readers do. */
  #mapValue(pairs: readonly PairNode[]): YamlMap {
    const value = new Map<string, YamlValue>();
    for (const pair of pairs) if (!pair.merge) value.set(pair.name, pair.value.value);
    for (const { merge, value: from, key } of pairs) {
      const sources = !merge ? [] : isList(from.value) ? from.value : [from.value];
      if (!sources.every(isMap)) {
        this.#report(key.start, "yaml_alias", "a merge key `<<` takes a map or a list of maps");
      }
      for (const source of sources.filter(isMap)) addMissing(value, source);
    }
    return value;
  }

  #list(parsed: ParsedNode & { items: unknown[] }, props: Props, level: number): Built {
    const items: ItemNode[] = [];
    let weight = 1;
    let height = 0;
    const sources = itemTokens(parsed.srcToken);
    for (const [at, item] of isSeq(parsed) ? parsed.items.entries() : []) {
      const tokens = sources[at]?.start;
      // A bare pair reads the same tokens itself, as those before its key.
      const bare = isMapNode(item) && item.srcToken === undefined;
      const value = this.#node(item, bare ? undefined : tokens, level + 1);
      const start = tokens?.find(isItemStart)?.offset ?? value.node.start;
      items.push({ start, end: Math.max(value.node.after, value.node.end), value: value.node });
      weight += value.weight;
      height = Math.max(height, value.height);
    }
    const flow = isSeq(parsed) && parsed.flow === true;
    const node: Draft<ListNode> = {
      kind: "list",
      ...base(parsed, props),
      end: flow ? parsed.range[1] : (items.at(-1)?.end ?? parsed.range[1]),
      flow,
      items,
      value: items.map((item) => item.value.value),
    };
    return { node, weight, height: height + 1 };
  }
}

function addMissing(map: Map<string, YamlValue>, source: YamlMap): void {
  for (const [name, item] of source) if (!map.has(name)) map.set(name, item);
}
