import { fromMarkdown } from "mdast-util-from-markdown";
import { bodyOf, type Fence } from "./fences.ts";
import { readSegments } from "./segments.ts";
import type { LineMap } from "./types.ts";

type Root = ReturnType<typeof fromMarkdown>;
type Code = Extract<Root["children"][number], { type: "code" }>;

/** Inline text does not matter, and takes its time. */
const INLINE = [
  "attention",
  "autolink",
  "characterEscape",
  "characterReference",
  "codeText",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
];

/** A paragraph costs this parser the square of its lines; a segment is not read beyond. */
const MAX_LINES = 10_000;

/**
 * The first of these fences that mdast, the parser of the remark tools, reads in another way: it sees none there, or one
 * with another text, or it would take too long to see. `undefined` when both agree on all (clause 6 of rule R7).
 */
export function disputedFence(map: LineMap, bodyLine: number, fences: readonly Fence[]): Fence | undefined {
  const texts = new Map<number, string>();
  readSegments(bodyOf(map, bodyLine), ({ text, line, last }) => {
    const from = bodyLine + line;
    const to = from + (text.match(/\n/g)?.length ?? 0);
    if (to - from > MAX_LINES) return "next";
    const root = fromMarkdown(text, { extensions: [{ disable: { null: INLINE } }] });
    const end = root.children.at(-1);
    // A fence or raw HTML at the very end could go on behind it.
    if (!last && end?.position?.end.offset === text.length && (end.type === "code" || end.type === "html"))
      return "more";
    for (const { value, position } of tasksOf(root)) {
      // mdast counts lines from 1.
      if (position !== undefined) texts.set(from + position.start.line - 1, value);
    }
    return "next";
  });
  // mdast leaves the last line break out.
  return fences.find(({ openLine, content }) => texts.get(openLine) !== content.text.replace(/\n$/, ""));
}

function tasksOf(root: Root): Code[] {
  const found: Code[] = [];
  const open: (Root | Root["children"][number])[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "code" && node.lang === "task") found.push(node);
    if (
      node.type === "root" ||
      node.type === "blockquote" ||
      node.type === "list" ||
      node.type === "listItem"
    )
      open.push(...node.children);
  }
  return found;
}
