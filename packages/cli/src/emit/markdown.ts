import { printable } from "../terminal.ts";

/** Room for one `n more` with the empty lines around it. */
const MORE = 64;

/** A cell of a table: text of anybody, a number, or Markdown of ours. */
export type Cell = string | number | { readonly markdown: string };

/** As many rows as fit below their head in `room` bytes of UTF-8, then how many more there are. */
export function fitted(head: readonly string[], rows: readonly string[], room: number): string[] {
  if (rows.length === 0) return [];
  const shown: string[] = [];
  let left = room - MORE - Buffer.byteLength(head.join("\n"));
  for (const line of rows) {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) return [...head, ...shown, "", `${rows.length - shown.length} more`];
    shown.push(line);
  }
  return [...head, ...shown];
}

/** One row of a table. */
export function row(cells: readonly Cell[]): string {
  const texts = cells.map((cell) =>
    typeof cell === "object" ? cell.markdown : escapeMarkdown(String(cell)),
  );
  return `| ${texts.join(" | ")} |`;
}

/** Text on one line that Markdown of GitHub shows as it is: no markup, HTML, table cell, formula or mention. */
export function escapeMarkdown(text: string): string {
  return printable(text.replaceAll(/\s+/gu, " "))
    .toWellFormed()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_[\]|~$#!]/gu, String.raw`\$&`)
    .replaceAll("@", "&#64;");
}
