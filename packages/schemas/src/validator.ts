import type { Finding } from "./finding.ts";

/** What a validator says of a value: the same value, now typed, or every violation with its path. */
export type Validation<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: Finding[] };

/**
 * Checks a plain value (objects, arrays, strings, numbers, booleans, null) against one contract. Pure; never throws.
 * Findings carry a `path` and no place: the reader of the document knows the lines.
 */
export type Validator<T> = (value: unknown) => Validation<T>;
