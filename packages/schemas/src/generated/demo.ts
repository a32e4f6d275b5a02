// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb demo --json`, after the last step.
 */
export interface DemoReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "demo"
/**
 * Where the fleet is.
 */
folder: string
/**
 * Whether every step did what its text says; a failed demo prints an error instead.
 */
ok: true
}
