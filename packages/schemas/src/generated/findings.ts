// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb validate --json`, `coulomb kaizen schedule validate --json` and `coulomb kaizen bundle verify --json`.
 */
export interface FindingsReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "findings"
/**
 * Folder of the ops repo, or of the pilot repo.
 */
ops: string
/**
 * Files read.
 */
files: number
/**
 * Number of errors.
 */
errors: number
/**
 * Number of warnings.
 */
warnings: number
/**
 * All findings, by file, line and column.
 */
findings: Finding[]
}
/**
 * A finding.
 */
export interface Finding {
/**
 * Rule, documented in docs/errors.md.
 */
code: string
/**
 * How bad.
 */
severity: ("error" | "warning" | "info")
/**
 * What is wrong.
 */
message: string
/**
 * What to do next.
 */
hint?: string
/**
 * File, relative to the ops repo.
 */
file?: string
/**
 * Line, from 1.
 */
line?: number
/**
 * Column, from 1, in UTF-16 units.
 */
column?: number
/**
 * Place inside the document, RFC 6901.
 */
pointer?: string
}
