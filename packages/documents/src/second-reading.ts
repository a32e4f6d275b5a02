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

/** The texts of the task fences that mdast sees, by the position of their opening lines. */
export type SecondReading = ReadonlyMap<number, string>;

/**
 * Reads a body with mdast, the parser of the remark tools (clause 6 of rule R7). What would take too long is not read,
 * so that no fence is seen there.
 */
export function readAgain(map: LineMap, bodyLine: number): SecondReading {
  const texts = new Map<number, string>();
  readSegments(bodyOf(map, bodyLine), ({ text, line, last }) => {
    const root = fromMarkdown(text, { extensions: [{ disable: { null: INLINE } }] });
    const end = root.children.at(-1);
    // A fence or raw HTML at the very end could go on behind it.
    if (!last && end?.position?.end.offset === text.length && (end.type === "code" || end.type === "html"))
      return "more";
    for (const { value, position } of tasksOf(root)) {
      // mdast counts lines from 1.
      if (position !== undefined) texts.set(bodyLine + line + position.start.line - 1, value);
    }
    return "next";
  });
  return texts;
}

/** The first of these fences that a second reading has not, or has with another text. */
export function disputedFence(second: SecondReading, fences: readonly Fence[]): Fence | undefined {
  // mdast leaves the last line break out.
  return fences.find(({ openLine, content }) => second.get(openLine) !== content.text.replace(/\n$/, ""));
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
