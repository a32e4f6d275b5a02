import type { Finding, Path } from "@coulomb-loop/schemas";
import { placeAt } from "./line-map.ts";
import type { LineMap, Place } from "./types.ts";
import { pairOf, type YamlNode, type YamlTree } from "./yaml-tree.ts";

/** Finds the place of a path in a host. */
export type Locate = (path: Path, target?: "key" | "value") => Place;

/** Places for a document that did not parse: the beginning of its host. */
export function locateNothing(host: LineMap): Locate {
  return () => placeAt(host, 0);
}

/**
 * Places of a parsed document. A path that is not there (a missing key, a key merged from elsewhere, anything behind an
 * alias) has the place of the nearest parent that is. A value that is not written has the place of its key.
 */
export function locateIn(host: LineMap, tree: YamlTree): Locate {
  return (path, target = "value") => placeAt(host, offsetOf(tree.root, path, target));
}

function offsetOf(root: YamlNode, path: Path, target: "key" | "value"): number {
  let node = root;
  let offset = root.start;
  for (const [at, step] of path.entries()) {
    const last = at === path.length - 1;
    if (node.kind === "map") {
      const pair = pairOf(node, String(step));
      if (pair === undefined) return offset;
      node = pair.value;
      const unwritten = node.kind === "scalar" && node.style === "empty";
      offset = (last && target === "key") || unwritten ? pair.key.start : node.start;
    } else if (node.kind === "list") {
      const item = node.items[Number(step)];
      if (item === undefined) return offset;
      node = item.value;
      offset = last && target === "key" ? item.start : node.start;
    } else return offset;
  }
  return offset;
}

/** The finding with its place, when it has a path and no place yet. */
export function withPlace(finding: Finding, file: string | undefined, locate: Locate): Finding {
  if (finding.line !== undefined) return finding;
  const named = file === undefined || finding.file !== undefined ? {} : { file };
  return { ...finding, ...named, ...locate(finding.path ?? [], finding.target) };
}
