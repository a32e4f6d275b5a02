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
