import type { Validator } from "@coulomb-loop/schemas";
import { type Frontmatter, findFrontmatter } from "./frontmatter.ts";
import { byteAt } from "./line-map.ts";
import { locateNothing } from "./locate.ts";
import { readHost } from "./read-yaml.ts";
import type { Read, Source } from "./types.ts";

/** The Markdown after the frontmatter. `start` and `end` are byte offsets in the file; `text` has `\n` only. */
export interface Body {
  readonly start: number;
  readonly end: number;
  /** Line number of its first line, from 1. */
  readonly line: number;
  readonly text: string;
}

/** A read frontmatter and the body that follows it. */
export interface MarkdownRead<T> extends Read<T> {
  readonly body: Body;
}

/**
 * Reads the frontmatter of a Markdown file as `readYaml` reads a file, with the lines and columns of the whole file.
 * Further findings: `frontmatter` (none, not closed, more than dashes on its first line); then the body is everything.
 */
export function readMarkdown<T>(source: Source, validate: Validator<T>): MarkdownRead<T> {
  const found = findFrontmatter(source);
  if ("code" in found) return { findings: [found], locate: locateNothing(source), body: bodyFrom(source, 0) };
  return { ...readHost(found.host, validate), body: bodyOf(source, found) };
}

function bodyOf(source: Source, { bodyLine }: Frontmatter): Body {
  const line = source.lines[bodyLine];
  return bodyFrom(source, line === undefined ? source.text.length : line.start);
}

function bodyFrom(source: Source, offset: number): Body {
  const text = source.text.slice(offset);
  const line = source.lines.findLast(({ start }) => start <= offset)?.number ?? 1;
  return { start: byteAt(source, offset), end: source.bytes.length, line, text };
}
