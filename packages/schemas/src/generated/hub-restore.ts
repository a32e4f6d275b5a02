// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb hub restore --json`.
 */
export interface HubRestoreReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "hub-restore"
/**
 * The file.
 */
file: string
/**
 * Id of the hub.
 */
hub_id: string
/**
 * Place in the feed.
 */
seq: number
/**
 * Rows by table.
 */
rows: {
[k: string]: number
}
}
