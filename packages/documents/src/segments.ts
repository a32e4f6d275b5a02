import { MAX_MARKDOWN_COST, markdownCost } from "./markdown-cost.ts";

/** A part of a Markdown body that is read alone. */
export interface Segment {
  readonly text: string;
  /** Position of its first line in the body. */
  readonly line: number;
  /** True when nothing follows. */
  readonly last: boolean;
}

/**
 * Reads a Markdown body in segments. It is cut before lines that follow an empty line, are not indented and begin no
 * list item and no quote: there every list, quote, paragraph and indented block ends. Only a fence or raw HTML could go
 * on: then `read` answers "more", and gets the same segment again with more lines, twice as many each time. The last
 * answer for a segment counts. What can hold neither fence nor HTML is passed over.
 *
 * micromark copies all it has seen each time a list or quote ends: a long body costs the square of its length, its
 * segments do not. False when it would take too long all the same: the reading is given up then.
 */
export function readSegments(body: string, read: (segment: Segment) => "next" | "more"): boolean {
  const cuts = cutsOf(body);
  let cost = 0;
  let line = 0;
  let from = 0;
  while (from < cuts.length - 1) {
    let text = "";
    let to = from;
    for (let step = 1; ; step *= 2) {
      to = Math.min(from + step, cuts.length - 1);
      text = body.slice(cuts[from], cuts[to]);
      const last = to === cuts.length - 1;
      if (!HOLDS_BLOCK.test(text)) break;
      cost += markdownCost(text);
      if (cost > MAX_MARKDOWN_COST) return false;
      if (read({ text, line, last }) === "next" || last) break;
    }
    line += lineBreaks(text);
    from = to;
  }
  return true;
}

/** A fence or raw HTML, which begin a line, perhaps behind the marks of lists and quotes. */
const HOLDS_BLOCK = /^[ \t>*+\-\d.)]*(?:`{3}|~{3}|<)/m;

/** An empty line, before text that neither continues a container nor begins one. */
const CUT = /\n[ \t]*\n(?=[^ \t\n>])(?!(?:[-*+]|\d{1,9}[.)])(?:[ \t\n]|$))/g;

/** Offsets of the segments, and the end of the body. */
function cutsOf(body: string): number[] {
  const cuts = [0];
  for (const { index, 0: found } of body.matchAll(CUT)) cuts.push(index + found.length);
  return [...cuts, body.length];
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
