// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb hub backup --json`.
 */
export interface HubBackupReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "hub-backup"
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
