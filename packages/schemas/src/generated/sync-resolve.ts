// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb sync resolve --json`.
 */
export interface SyncResolveReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "sync-resolve"
/**
 * Id of the conflict on the hub.
 */
conflict: string
/**
 * Key of the task.
 */
key: string
/**
 * The field.
 */
field: ("status" | "title" | "priority")
/**
 * Value of the file; null: absent.
 */
local: (string | null)
/**
 * Value of the hub; null: absent.
 */
remote: (string | null)
/**
 * The side whose value stays.
 */
keep: ("file" | "hub")
/**
 * Why.
 */
reason: string
}
