// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb doctor --json`.
 */
export interface DoctorReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "doctor"
/**
 * Whether everything needed works.
 */
ok: boolean
/**
 * Checks, in order.
 */
checks: Check[]
}
/**
 * One check.
 */
export interface Check {
/**
 * What was checked.
 */
name: string
/**
 * Result.
 */
status: ("ok" | "warning" | "error")
/**
 * What was found.
 */
message: string
/**
 * How to mend it.
 */
hint?: string
}
