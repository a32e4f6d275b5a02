// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb sync --json`.
 */
export interface SyncReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "sync"
/**
 * How it ended.
 */
outcome: ("in_sync" | "planned" | "written" | "refused" | "stale_plan" | "busy" | "unsettled" | "people")
/**
 * The same for people.
 */
message: string
/**
 * Exit code with --detailed-exitcode.
 */
exit_code: (0 | 2 | 3 | 4 | 5)
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
 * Writes that the hub took.
 */
hub_writes: number
/**
 * Times that both sides were observed.
 */
rounds: number
/**
 * Requests of this run.
 */
requests: {
/**
 * To the hub.
 */
hub: number
}
/**
 * The proposal.
 */
proposal?: {
/**
 * What became of it.
 */
kind: ("none" | "open" | "declined" | "edited" | "stale" | "waiting")
/**
 * The same for people.
 */
message: string
/**
 * Writes to the forge.
 */
writes: number
/**
 * Its number.
 */
number?: number
/**
 * Where to look at it.
 */
url?: string
}
/**
 * All findings.
 * 
 * Items: One finding.
 */
findings: {
/**
 * Code.
 */
code: string
/**
 * How bad it is.
 */
severity: ("error" | "warning" | "info")
/**
 * What is wrong.
 */
message: string
/**
 * What to do.
 */
hint?: string
/**
 * File.
 */
file?: string
/**
 * Line, from 1.
 */
line?: number
/**
 * Column, from 1.
 */
column?: number
}[]
}
