// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb activity prove --json`.
 */
export interface ActivityProveReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "activity-prove"
/**
 * Definitions that were meant, in the order of the ops repo or of the command line.
 * 
 * Items: One definition.
 */
definitions: {
/**
 * Its id.
 */
id: string
/**
 * Its file, relative to the ops repo.
 */
file: string
/**
 * Digest that was proved.
 */
digest: string
/**
 * Whether its file was changed.
 */
written: boolean
/**
 * Whether it is enabled now.
 */
enabled: boolean
}[]
}
