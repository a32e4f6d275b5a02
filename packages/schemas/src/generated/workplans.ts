// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb workplan list --json` and `show --json`.
 */
export interface WorkplansReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "workplans"
/**
 * Workplans, by file.
 */
workplans: Plan[]
}
/**
 * One workplan.
 */
export interface Plan {
/**
 * File, relative to the ops repo.
 */
file: string
/**
 * Id of the workplan.
 */
id?: string
/**
 * Title.
 */
title?: string
/**
 * Status of the workplan.
 */
status?: string
/**
 * Tasks, in order.
 */
tasks: Task[]
/**
 * Errors that `coulomb workplan check` reports in it.
 */
errors: number
}
/**
 * One task.
 */
export interface Task {
/**
 * Full id of the task.
 */
id: string
/**
 * Title.
 */
title?: string
/**
 * Status of a task, where both copies agree on a known one.
 */
status?: ("todo" | "in_progress" | "blocked" | "done" | "cancelled")
/**
 * Priority.
 */
priority?: string
/**
 * Id in the state hub.
 */
state_hub_task_id?: string
/**
 * Line of its fence, else of its entry, from 1.
 */
line?: number
}
