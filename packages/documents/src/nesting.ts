/** Containers (lists, quotes, indented blocks, brackets) that may stand inside each other. */
export const MAX_NESTING = 64;

/**
 * Where a text nests deeper than a parser should be asked to follow, or `undefined`. One pass, before any parser: a
 * few kilobytes of list markers cost a Markdown parser seconds, and deep YAML its call stack.
 *
 * Counts columns at which something opens: list markers, quote markers, YAML's `?` and `:`, and the column where text
 * begins. This never counts less than half of what YAML nests (a list may share the column of its key); the YAML
 * reader counts exactly afterwards.
 */
export function tooDeepAt(text: string): number | undefined {
  const open: number[] = [];
  let at = 0;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    const found = scanLine(text, at, end, open);
    if (found !== undefined) return found;
    at = end + 1;
  }
  return undefined;
}

function scanLine(text: string, start: number, end: number, open: number[]): number | undefined {
  let column = 0;
  let at = start;
  while (at < end) {
    const char = text[at];
    if (char === " ") column += 1;
    else if (char === "\t") column += 4 - (column % 4);
    else {
      const width = markerWidth(text, at, end);
      enter(open, column);
      // The text inside the innermost container is no container.
      if (open.length > MAX_NESTING + 1) return at;
      if (width === 0) return undefined;
      column += width;
      at += width;
      continue;
    }
    at += 1;
  }
  return undefined;
}

function enter(open: number[], column: number): void {
  while (open.length > 0 && (open.at(-1) ?? 0) >= column) open.pop();
  open.push(column);
}

function markerWidth(text: string, at: number, end: number): number {
  const char = text[at] ?? "";
  if (char === ">") return 1;
  if ("-*+?:".includes(char)) return isGap(text, at + 1, end) ? 1 : 0;
  let digits = 0;
  while (digits < 10 && isDigit(text.charCodeAt(at + digits))) digits += 1;
  if (digits === 0 || digits > 9) return 0;
  const closer = text[at + digits];
  return (closer === "." || closer === ")") && isGap(text, at + digits + 1, end) ? digits + 1 : 0;
}

function isGap(text: string, at: number, end: number): boolean {
  return at >= end || text[at] === " " || text[at] === "\t";
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
