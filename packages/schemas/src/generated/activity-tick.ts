// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb activity tick --json`.
 */
export interface ActivityTickReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "activity-tick"
/**
 * The hub's time at its beginning (RFC 3339, UTC).
 */
as_of: string
/**
 * Slots written.
 */
expected: number
/**
 * Records of the pilots that the hub did not have yet.
 */
records: number
/**
 * What became of slots, by due and key.
 * 
 * Items: An outcome.
 */
outcomes: {
/**
 * Id of the slot.
 */
slot: string
/**
 * What became of it. taken: somebody else had it.
 */
result: ("dispatched" | "settled" | "prepared" | "taken" | "refused")
/**
 * Which attempt was dispatched.
 */
attempt?: number
/**
 * Why.
 */
reason?: string
/**
 * Id of its task.
 */
task?: string
/**
 * The same for people.
 */
message?: string
}[]
/**
 * Slots that are due and wait.
 */
waiting: number
/**
 * What keeps activities from firing, and what is wrong with records.
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
