// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb kaizen metrics record --json`.
 */
export interface KaizenRecordReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "kaizen-record"
/**
 * File that got the line, from the root of the repo.
 */
file: string
/**
 * The record, as schemas/hub.schema.json has it.
 */
record: {
[k: string]: unknown
}
/**
 * Where the slot comes from.
 */
slot_source: ("given" | "bundle" | "none")
/**
 * Whether the hub has it: kept, refused, unsent (it does not answer; sent later), or none is configured.
 */
hub: ("kept" | "refused" | "unsent" | "none")
/**
 * What was found meanwhile.
 */
warnings: Finding[]
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
