import { redact } from "./secrets.ts";

/** How much of a text is shown. */
export interface QuoteLimits {
  /** Bytes of UTF-8, the frame included. */
  readonly bytes: number;
  /** UTF-16 units of a line. */
  readonly line?: number;
}

const longestLine = 300;

/** UTF-16 units that are looked at: far more than any limit shows, and bounded work for any file. */
const longestText = 262_144;

/**
 * Somebody's text as a fenced block that it cannot leave: every line begins with `| `, so that none of them is a fence, a
 * heading or a marker of a merge; the fence is longer than any run of backticks inside. Characters that are not seen are
 * shown, secrets are not. Text beyond the limits is cut at a line, and the cut is told.
 */
export function quote(text: string, { bytes, line = longestLine }: QuoteLimits): string {
  const lines = visible(text)
    .replace(/\n+$/, "")
    .split("\n")
    .map((each) => `| ${short(each, line)}`.trimEnd());
  const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  const frame = 2 * fence.length + "text".length + 3;
  const note = "| (cut here)";
  const kept = upTo(lines, bytes - frame - note.length - 1);
  if (kept < lines.length) lines.splice(kept, lines.length, note);
  return `${fence}text\n${lines.join("\n")}\n${fence}`;
}

/** Somebody's text on one line, for a sentence of a report: visible, without secrets, bounded. */
export function oneLine(text: string, most = longestLine): string {
  return short(visible(text).replaceAll(/\s+/g, " ").trim(), most);
}

/** How many lines fit into so many bytes. */
function upTo(lines: readonly string[], bytes: number): number {
  let left = bytes;
  for (const [index, each] of lines.entries()) {
    left -= Buffer.byteLength(each) + 1;
    if (left < 0) return index;
  }
  return lines.length;
}

function short(line: string, most: number): string {
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/**
 * Text with line feeds only, whose hidden characters are seen: controls by their pictures; marks that turn the direction of
 * writing, have no width or are tags by U+FFFD, for what nobody sees can say other things to a model than to a person.
 */
function visible(text: string): string {
  let shown = "";
  for (const character of text.slice(0, longestText).toWellFormed().replaceAll(/\r\n?/g, "\n")) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 && code !== 0x0a) shown += code === 0x09 ? "    " : String.fromCodePoint(0x2400 + code);
    else shown += isHidden(code) ? "\u{FFFD}" : character;
  }
  return redact(shown);
}

function isHidden(code: number): boolean {
  return (
    (code >= 0x7f && code < 0xa0) ||
    code === 0x061c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xe0000 && code <= 0xe0fff)
  );
}
