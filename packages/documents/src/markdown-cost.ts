/**
 * What both Markdown parsers are asked to follow, each: nanoseconds, about, on a machine of 2026. An edit reads twice
 * with each, and shall take less than two seconds on a slower one.
 */
export const MAX_MARKDOWN_COST = 200_000_000;

const PER_SEGMENT = 8_000;
const PER_LINE = 7_000;
/** What the parser collects grows with the lines, and is moved now and then. */
const PER_LINE_AND_LINE = 1;
/** Of a quote or list item; it may hold a paragraph of its own. */
const PER_MARK = 15_000;
/** A character that could begin something inside a line: the second parser stops at each. */
const PER_SIGN = 2_000;
const PER_CHARACTER = 150;
/** A link definition is compared with those before. */
const PER_DEFINITION = 100_000;
/** Each time a list, an item or a quote ends, the parser copies what it has seen: a part of that, for each line. */
const PER_CHANGE_AND_LINE = 50;
/** What could underline a heading makes the parser go back to where the heading began. */
const UNDERLINE_CHANGES = 4;
/** A mark that is indented stands in an item, which goes on or ends with it. */
const INDENTED_CHANGES = 2;

/**
 * Bounds what a text costs a Markdown parser, before it is asked: eighty kilobytes of one-line quotes take micromark a
 * quarter of a minute.
 */
export function markdownCost(text: string): number {
  let changes = 0;
  let lines = 0;
  let definitions = 0;
  let inContainers = 0;
  let open: readonly string[] = [];
  for (const [line] of text.matchAll(/^.*$/gm)) {
    lines += 1;
    if (line.includes("]:")) definitions += 1;
    if (/^[ \t>]*(?:=+|-+)[ \t]*$/.test(line)) changes += UNDERLINE_CHANGES;
    const marks = marksOf(line);
    inContainers += marks.length;
    changes += changesBetween(open, marks);
    if (marks.length > 0 && /^[ \t]/.test(line)) changes += INDENTED_CHANGES;
    // An indented or empty line may leave a list open, and ends a quote.
    if (marks.length > 0 || !/^(?:[ \t]|$)/.test(line)) open = marks;
    else open = open.filter((mark) => mark !== ">");
  }
  const signs = text.match(/[<&[\]!*_\\]/g)?.length ?? 0;
  return (
    PER_SEGMENT +
    lines * (PER_LINE + lines * PER_LINE_AND_LINE + changes * PER_CHANGE_AND_LINE) +
    inContainers * PER_MARK +
    definitions * PER_DEFINITION +
    signs * PER_SIGN +
    text.length * PER_CHARACTER
  );
}

/** The marks of quotes and list items at the beginning of a line. */
function marksOf(line: string): string[] {
  const marks: string[] = [];
  for (const [, mark = ""] of line.matchAll(/[ \t]*(>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/gy))
    marks.push(mark);
  return marks;
}

/** What ends and begins between two lines: a quote goes on in both, a mark of a list begins a new item. */
function changesBetween(open: readonly string[], marks: readonly string[]): number {
  let same = 0;
  while (same < open.length && open[same] === ">" && marks[same] === ">") same += 1;
  return open.length + marks.length - 2 * same;
}
