/**
 * Somebody's words on one line, as events and titles take them: without control characters, well-formed, and at most so many
 * characters. A pilot repo's file may hold anything.
 */
export function plainLine(text: string, longest: number): string {
  return plainText(text.replaceAll(/\s+/g, " ").trim()).slice(0, longest).toWellFormed();
}

/** The same over several lines. */
export function plainText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\u{fffd}").toWellFormed();
}

/**
 * Somebody's words as code in a line of Markdown: one line, no markup, nothing that hides or turns what stands beside it, and at most
 * so many characters.
 */
export function codeLine(text: string, longest: number): string {
  const line = plainLine(text, longest).replaceAll(
    /[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    "\u{fffd}",
  );
  const ticks = "`".repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = line === "" || line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${pad}${line}${pad}${ticks}`;
}
