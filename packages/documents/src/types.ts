import type { Finding, Path } from "@coulomb-loop/schemas";

/**
 * One line of a host: a YAML file, a frontmatter, a fence. `start` is an offset in the host's text, `byte` the offset
 * in the file of the first byte after the container's prefix.
 */
export interface Line {
  readonly start: number;
  readonly byte: number;
  /** Line number in the file, from 1. */
  readonly number: number;
  /** What the container writes before the host's text on this line (`> `, list indentation); empty for files. */
  readonly prefix: string;
  /** The line ending as the file has it: `\n`, `\r\n`, `\r`, or empty at the end of the file. */
  readonly ending: string;
}

/** A text with only `\n` as line ending, and where each of its lines stands in the file (rule R1). */
export interface LineMap {
  /** Name used in findings; nothing is opened. */
  readonly file: string | undefined;
  readonly text: string;
  /** At least one line; ordered. */
  readonly lines: readonly Line[];
}

/**
 * A file that decoded as UTF-8 within the limits of the reader. `text` has no BOM and only `\n` as line ending; the
 * line map leads every character back to its byte in the file.
 */
export interface Source extends LineMap {
  readonly bytes: Uint8Array;
}

/** What a reader found: a value when the contract holds, all findings with their places, and the places themselves. */
export interface Read<T> {
  /** Present only when there is no error finding. */
  readonly value?: T;
  /** The plain value as parsed, also when the contract does not hold; absent when it did not parse. */
  readonly raw?: unknown;
  /** Ordered by place. */
  readonly findings: Finding[];
  /** Line and column (both from 1) of the value at a path, of its key, or of the nearest parent that exists. */
  readonly locate: (path: Path, target?: "key" | "value") => Place;
}

/** A place in a file; `line` and `column` count from 1, columns in UTF-16 units (a BOM is not counted). */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** `[start, end, text]`: replaces the bytes from `start` up to `end` (offsets in the file, BOM included) by `text`. */
export type Splice = readonly [start: number, end: number, text: string];

/** A list item, named by a key it carries, never by its position. */
export interface ItemSelector {
  readonly key: string;
  readonly is: string;
  /** What tells it from others with that value: more keys, each with its value, or `undefined` where the item must not carry it. */
  readonly with?: Readonly<Record<string, string | undefined>>;
}

/** Keys from the root to the place that is meant. */
export type EditPath = readonly (string | ItemSelector)[];

/** A value that can be written: scalars, and lists and maps of them. Numbers are finite. */
export type EditValue =
  | string
  | number
  | boolean
  | null
  | readonly EditValue[]
  | { readonly [key: string]: EditValue };

/**
 * One meant change. `set` replaces, or adds when absent; `append` adds to a list, creating it when absent, and does
 * nothing when the list already holds an equal item; `remove` does nothing when there is nothing.
 */
export type Edit =
  | { readonly op: "set"; readonly path: EditPath; readonly value: EditValue }
  | { readonly op: "remove"; readonly path: EditPath }
  | { readonly op: "append"; readonly path: EditPath; readonly value: EditValue };

/** What an editor did. A refusal is a value: nothing has changed, the findings say why and where. */
export type EditResult =
  | { readonly status: "edited"; readonly bytes: Uint8Array; readonly splices: readonly Splice[] }
  | { readonly status: "unchanged" }
  | { readonly status: "refused"; readonly findings: readonly Finding[] };
