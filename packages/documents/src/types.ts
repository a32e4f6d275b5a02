import type { Finding, Path } from "@coulomb-loop/schemas";

/**
 * A file that decoded as UTF-8 within the limits of the reader. `text` has no BOM and only `\n` as line ending; the
 * line map leads every character back to its byte in the file.
 */
export interface Source {
  /** Name used in findings; the reader opens nothing. */
  readonly file: string | undefined;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** What a reader found: a value when the contract holds, all findings with their places, and the places themselves. */
export interface Read<T> {
  /** Present only when there is no error finding. */
  readonly value?: T;
  /** The plain value as parsed, also when the contract does not hold; absent when it did not parse. */
  readonly raw?: unknown;
  readonly findings: Finding[];
  /** Line and column (both from 1) of the value at a path, of its key, or of the nearest parent that exists. */
  readonly locate: (path: Path, target?: "key" | "value") => Place;
}

/** A place in a file; `line` and `column` count from 1, columns in UTF-16 units. */
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

/** One meant change. `set` replaces, or adds when absent; `append` adds to a list, creating it when absent. */
export type Edit =
  | { readonly op: "set"; readonly path: EditPath; readonly value: EditValue }
  | { readonly op: "remove"; readonly path: EditPath }
  | { readonly op: "append"; readonly path: EditPath; readonly value: EditValue };

/** What an editor did. A refusal is a value: nothing has changed, the findings say why and where. */
export type EditResult =
  | { readonly status: "edited"; readonly bytes: Uint8Array; readonly splices: readonly Splice[] }
  | { readonly status: "unchanged" }
  | { readonly status: "refused"; readonly findings: readonly Finding[] };
