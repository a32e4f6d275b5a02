// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * A line of `coulomb activity work --json`: a tick, what became of slots, or a tick that failed.
 */
export interface ActivityWorkLine {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "activity-work"
/**
 * What happened.
 */
event: ("tick" | "outcomes" | "error")
/**
 * Of a tick: the hub's time (RFC 3339, UTC).
 */
as_of?: string
/**
 * Of a tick: slots written.
 */
expected?: number
/**
 * Of a tick: slots that something is to be done with.
 */
due?: number
/**
 * What became of slots, by due and key.
 * 
 * Items: An outcome.
 */
outcomes?: {
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
 * What keeps activities from firing, and what is wrong with records.
 */
findings?: Finding[]
/**
 * Of an error: its code.
 */
code?: string
/**
 * Of an error: what is wrong.
 */
message?: string
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
