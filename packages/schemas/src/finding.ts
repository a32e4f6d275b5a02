/** How bad a finding is: an `error` fails the command, a `warning` fails it under `--strict`, `info` never does. */
export type Severity = "error" | "warning" | "info";

/** Keys and list positions from the root of a document; an RFC 6901 pointer before it is written out. */
export type Path = readonly (string | number)[];

/**
 * One thing a reader has to say about a document. Findings are data: a reader returns all of them and throws none.
 *
 * `line` and `column` count from 1; columns count UTF-16 units, as editors and SARIF do. Without a place the
 * finding is about the whole file; without `file` about the whole run.
 */
export interface Finding {
  /** Stable name of the rule, documented in docs/errors.md. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong: what was expected and what was received. */
  readonly message: string;
  /** What to do next. */
  readonly hint?: string;
  /** Path of the file, relative to the ops repo, with `/`. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The place inside the document, when it has one. */
  readonly path?: Path;
  /** Whether `path` points at a key (unknown keys) or at its value. Default: the value. */
  readonly target?: "key" | "value";
}

/** Orders findings by file, line and column, then by code: the order in which every output prints them. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file ?? "", b.file ?? "") ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** True when at least one finding is an error. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

/** Writes a path as an RFC 6901 pointer: `/agents/coach/cron`. The root is the empty string. */
export function toPointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Reads an RFC 6901 pointer. Every step is a string; never throws. */
export function fromPointer(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
