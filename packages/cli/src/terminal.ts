import { stripVTControlCharacters } from "node:util";
import pc from "picocolors";
import type { Io } from "./io.ts";

/** Colours of one output; the identity where there are none. */
export type Paint = ReturnType<typeof pc.createColors>;

/** Text output of one command: data on stdout, everything else on stderr. */
export interface Terminal {
  readonly paint: Paint;
  /** Writes a line of data to stdout. */
  readonly data: (line: string) => void;
  /** Writes a line for people to stderr. */
  readonly note: (line: string) => void;
  /** Shows how far long work is, on a terminal only; `done` removes the line. Without a total it only counts. */
  readonly progress: (label: string, total?: number) => Progress;
}

/** A line that counts. */
export interface Progress {
  step(what?: string): void;
  done(): void;
}

/** Makes the output of one command. Colours follow --no-color, NO_COLOR, FORCE_COLOR and whether stdout is a terminal. */
export function createTerminal(io: Io, options: { readonly color: boolean }): Terminal {
  const forced = io.env.FORCE_COLOR !== undefined && io.env.FORCE_COLOR !== "0" && io.env.FORCE_COLOR !== "";
  const refused =
    !options.color || (io.env.NO_COLOR !== undefined && io.env.NO_COLOR !== "") || io.env.TERM === "dumb";
  const paint = pc.createColors(!refused && (forced || io.stdout.isTTY === true));
  return {
    paint,
    data: (line) => void io.stdout.write(`${line}\n`),
    // stdout may be a terminal while stderr goes to a file.
    note: (line) =>
      void io.stderr.write(`${forced || io.stderr.isTTY === true ? line : stripVTControlCharacters(line)}\n`),
    progress: (label, total) =>
      io.stderr.isTTY === true ? counter(io, label, total) : { step: () => {}, done: () => {} },
  };
}

function counter(io: Io, label: string, total: number | undefined): Progress {
  let count = 0;
  const draw = (what: string) => {
    const line = `${label} ${count}${total === undefined ? "" : `/${total}`} ${what}`;
    io.stderr.write(`\r\u001b[2K${line.slice(0, Math.max(20, (io.stderr.columns ?? 80) - 1))}`);
  };
  draw("");
  return {
    step(what = "") {
      count++;
      draw(what);
    },
    done: () => void io.stderr.write("\r\u001b[2K"),
  };
}

/**
 * Text that somebody else wrote, safe to print: a terminal obeys control characters, and a file of a pilot repo may
 * hold any. Each is shown as its name in the Unicode block of control pictures; newlines and tabs stay.
 */
export function printable(text: string): string {
  let shown = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isControl = (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0);
    shown += isControl ? (code < 0x20 ? String.fromCodePoint(0x2400 + code) : "\u{FFFD}") : character;
  }
  return shown;
}

/** The same on one line: a name of a file may hold a line feed. */
export function printableLine(text: string): string {
  return printable(text).replaceAll("\n", "\u240A");
}

/** A number with its noun: `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Aligns rows in columns, two spaces apart; the last column is never padded. `width` measures what is visible. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, visible(cell));
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + " ".repeat((widths[index] ?? 0) - visible(cell)),
      )
      .join("  ")
      .trimEnd(),
  );
}

function visible(text: string): number {
  return stripVTControlCharacters(text).length;
}
