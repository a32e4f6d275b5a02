/** A part of a Markdown body that is read alone. */
export interface Segment {
  readonly text: string;
  /** Position of its first line in the body. */
  readonly line: number;
  /** True when nothing follows. */
  readonly last: boolean;
}

/**
 * Reads a Markdown body in segments. It is cut before lines that follow an empty line and begin with a letter, a `#`, a
 * fence or a table: there every list, quote, paragraph and indented block ends. Only a fence or raw HTML could go on:
 * then `read` answers "more", and gets the same segment again with more lines, twice as many each time. The last answer
 * for a segment counts. What can hold neither fence nor HTML is passed over.
 *
 * micromark copies all it has seen each time a list or quote ends: a long body costs the square of its length, its
 * segments do not.
 */
export function readSegments(body: string, read: (segment: Segment) => "next" | "more" | "stop"): void {
  const cuts = cutsOf(body);
  let line = 0;
  let from = 0;
  while (from < cuts.length - 1) {
    let text = "";
    let to = from;
    for (let step = 1; ; step *= 2) {
      to = Math.min(from + step, cuts.length - 1);
      text = body.slice(cuts[from], cuts[to]);
      const last = to === cuts.length - 1;
      const answer = /[`~]{3}|</.test(text) ? read({ text, line, last }) : "next";
      if (answer === "stop") return;
      if (answer === "next" || last) break;
    }
    line += lineBreaks(text);
    from = to;
  }
}

/** Offsets of the segments, and the end of the body. */
function cutsOf(body: string): number[] {
  const cuts = [0];
  for (const { index, 0: found } of body.matchAll(/\n[ \t]*\n(?=[A-Za-z#`~|])/g))
    cuts.push(index + found.length);
  return [...cuts, body.length];
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
