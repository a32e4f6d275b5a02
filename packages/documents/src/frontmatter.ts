import type { Finding } from "@coulomb-loop/schemas";
import { contentEnd, findingAt, lineByIndex, sliceLines } from "./line-map.ts";
import type { LineMap, Source } from "./types.ts";

/** A frontmatter and what follows it. */
export interface Frontmatter {
  /** The YAML between the two `---` lines. */
  readonly host: LineMap;
  /** Position in `source.lines` of the first line after the closing `---`. */
  readonly bodyLine: number;
}

/**
 * Finds the frontmatter: between a first line `---` (after a BOM) and the next line `---`, blanks behind the dashes
 * allowed, as Markdown tools read it. Anything else is a finding `frontmatter`, also a file that has none.
 */
export function findFrontmatter(source: Source): Frontmatter | Finding {
  const hint = "the file must begin with a line `---`, YAML, and another line `---`";
  if (!isFence(source, 0)) {
    const close = lineText(source, 0).startsWith("---");
    const message = close
      ? "the first line has more than the three dashes of a frontmatter"
      : "there is no frontmatter";
    return findingAt(source, 0, "frontmatter", message, hint);
  }
  for (let at = 1; at < source.lines.length; at++) {
    if (isFence(source, at)) return { host: sliceLines(source, 1, at), bodyLine: at + 1 };
  }
  const dots = source.lines.findIndex((_, at) => /^\.\.\.[ \t]*$/.test(lineText(source, at)));
  const where = dots === -1 ? 0 : lineByIndex(source, dots).start;
  const message =
    dots === -1 ? "the frontmatter is not closed" : "the frontmatter is closed by `...`, not by `---`";
  return findingAt(source, where, "frontmatter", message, hint);
}

function isFence(source: Source, index: number): boolean {
  return /^---[ \t]*$/.test(lineText(source, index));
}

function lineText(source: Source, index: number): string {
  return source.text.slice(lineByIndex(source, index).start, contentEnd(source, index));
}
