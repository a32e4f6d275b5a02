/** Kinds of things that have a global id, with GitHub's prefixes. */
const prefixes = {
  user: "U",
  repository: "R",
  pull: "PR",
  commit: "C",
  tree: "T",
  blob: "B",
  ref: "REF",
  label: "LA",
  comment: "IC",
  review: "PRR",
  status: "SC",
  app: "A",
} as const;

/** A kind of thing that has a global id. */
export type NodeKind = keyof typeof prefixes;

/** A global id: stable, opaque to clients, and readable back by `parseNodeId`. */
export function nodeId(kind: NodeKind, ...parts: readonly (string | number)[]): string {
  return `${prefixes[kind]}_${Buffer.from(parts.join("\n")).toString("base64url")}`;
}

/** What a global id of this kind was made from, or `undefined` for another kind or no id. */
export function parseNodeId(kind: NodeKind, id: string): readonly string[] | undefined {
  const prefix = `${prefixes[kind]}_`;
  if (!id.startsWith(prefix)) return undefined;
  return Buffer.from(id.slice(prefix.length), "base64url").toString("utf8").split("\n");
}
