import { fromMarkdown } from "mdast-util-from-markdown";
import { bundleSections } from "./bundle-sections.ts";

/** A heading of a body and what follows it up to the next one of its kind. */
export interface OutlineSection {
  readonly title: string;
  /** Offset of the heading in the body. */
  readonly offset: number;
  /** Whether more than headings, comments and words that stand for nothing are in it. */
  readonly isFilled: boolean;
}

/** What a body holds on the level of sections. */
export interface Outline {
  readonly sections: readonly OutlineSection[];
  /** Headings of the first level after the first section began. */
  readonly strayTitles: readonly OutlineSection[];
}

/** Words that stand where a text is still to be written. */
const placeholder =
  /^(?:todo|tbd|tba|fixme|n\/?a|none|nothing|placeholder|lorem ipsum.*|to be (?:done|written|filled(?: in)?)|\.{2,}|…|-+|<[^>]*>)[.!:]*$/i;

type Root = ReturnType<typeof fromMarkdown>;
type Block = Root["children"][number];

/** Finds the sections of a bundle's body as CommonMark has them: what stands in a fence or a quote is no heading. */
export function outlineOf(body: string): Outline {
  const { children } = fromMarkdown(body);
  const sections: OutlineSection[] = [];
  const strayTitles: OutlineSection[] = [];
  for (const [index, block] of children.entries()) {
    if (block.type !== "heading" || block.depth > 2) continue;
    const title = textOf(body, block).replace(/^#{1,2}[ \t]*|[ \t]*#*\s*$|\n[-=]+\s*$/g, "");
    const offset = block.position?.start.offset ?? 0;
    if (block.depth === 2)
      sections.push({ title, offset, isFilled: isFilled(body, children.slice(index + 1)) });
    else if (sections.length > 0) strayTitles.push({ title, offset, isFilled: true });
  }
  return { sections, strayTitles };
}

function isFilled(body: string, following: readonly Block[]): boolean {
  const end = following.findIndex((block) => block.type === "heading" && block.depth <= 2);
  const blocks = end === -1 ? following : following.slice(0, end);
  return blocks.some((block) => {
    if (["heading", "thematicBreak", "html", "definition"].includes(block.type)) return false;
    const words = textOf(body, block)
      .replaceAll(/^(?:`{3,}|~{3,}).*$/gm, "")
      .replaceAll(/^[\s|>*_+-]+|[\s*_]+$/gm, "")
      .trim();
    return words !== "" && !placeholder.test(words);
  });
}

function textOf(body: string, { position }: Block): string {
  return body.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

/** The first title of a bundle that is not where it should be, among those that are there. */
export function misplaced(titles: readonly string[]): string | undefined {
  const wanted = bundleSections.filter((title) => titles.includes(title));
  const there = titles.filter((title) => wanted.some((each) => each === title));
  return there.find((title, index) => title !== wanted[index]);
}
