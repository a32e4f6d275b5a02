// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb workplan set --json`.
 */
export interface WorkplanEditReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "workplan-edit"
/**
 * File, relative to the ops repo.
 */
file: string
/**
 * Whether the file was changed, would be (dry run), or said so already.
 */
status: ("edited" | "planned" | "unchanged")
/**
 * Byte edits, ascending: start, end, text.
 */
splices: [number, number, string][]
}
