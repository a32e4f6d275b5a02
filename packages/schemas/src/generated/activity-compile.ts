// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb activity compile --json`.
 */
export interface ActivityCompileReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "activity-compile"
/**
 * Path of the lock, relative to the ops repo.
 */
lock: string
/**
 * Whether it was written.
 */
written: boolean
/**
 * Definitions, by file.
 * 
 * Items: A definition.
 */
definitions: {
/**
 * Its id.
 */
id: string
/**
 * Its file.
 */
file: string
/**
 * Definition digest.
 */
digest: string
/**
 * Whether it fires.
 */
enabled: boolean
/**
 * Whether the lock held this digest before.
 */
locked: boolean
}[]
/**
 * What is wrong with them, and with the lock.
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
