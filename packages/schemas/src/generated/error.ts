// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * What every command prints with --json when it fails as a whole.
 */
export interface ErrorReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "error"
/**
 * Rule, documented in docs/errors.md.
 */
code: string
/**
 * What is wrong.
 */
message: string
/**
 * What to do next.
 */
hint?: string
}
