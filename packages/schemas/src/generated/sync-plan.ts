// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * File of `coulomb sync --dry-run --out`: applied by `coulomb sync --plan`.
 */
export interface SyncPlanFile {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "sync-plan"
/**
 * What is to be done.
 */
plan: {
/**
 * Names the plan: a saved one applies only while it is the same.
 */
plan_digest: string
/**
 * How many of each.
 */
counts: {
/**
 * Tasks in the files.
 */
tasks: number
/**
 * Tasks that the hub gets.
 */
creates: number
/**
 * Values that the hub gets.
 */
pushes: number
/**
 * Values that files get.
 */
proposed: number
/**
 * Tasks that are gone from the files.
 */
orphans: number
/**
 * Values that both sides changed.
 */
conflicts: number
}
/**
 * Writes to the hub, in their order.
 * 
 * Items: One write.
 */
items: {
/**
 * Which.
 */
do: ("create" | "task" | "workstream" | "decision")
/**
 * Key on the hub.
 */
key: string
/**
 * Revision that it expects.
 */
rev?: number
/**
 * New values; null takes one away.
 */
set?: {
/**
 * Status.
 */
status?: (string | null)
/**
 * Title.
 */
title?: (string | null)
/**
 * Priority.
 */
priority?: (string | null)
}
/**
 * It is gone from the files.
 */
orphaned?: boolean
/**
 * Conflicts that are recorded with it.
 */
conflicts?: number
}[]
/**
 * Changes of files that wait for a merge.
 * 
 * Items: One change.
 */
edits: {
/**
 * Which.
 */
do: ("value" | "repair" | "task_id" | "workstream_id")
/**
 * File, relative to the repo.
 */
file: string
/**
 * Key of the task or workplan.
 */
key: string
/**
 * Field.
 */
field?: ("status" | "title" | "priority")
/**
 * New value; null takes it away, or is not known yet.
 */
value: (string | null)
/**
 * Revision of the hub that it is copied from.
 */
rev?: number
}[]
/**
 * Conflicts that a person has to decide.
 * 
 * Items: One conflict.
 */
manual: {
/**
 * Key of the task.
 */
key: string
/**
 * Field.
 */
field: ("status" | "title" | "priority")
/**
 * Value in the file.
 */
local: (string | null)
/**
 * Value on the hub.
 */
remote: (string | null)
}[]
/**
 * Why it is too sweeping to be done unasked.
 */
guard?: string
}
/**
 * SHA-256 of the plan as it stands here, in canonical JSON (RFC 8785).
 */
digest: string
}
