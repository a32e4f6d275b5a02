// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Status of a task.
 */
export type Status = ("todo" | "in_progress" | "blocked" | "done" | "cancelled")

/**
 * A ```task fence of a workplan: the second copy of a task's status, its priority and its id in the state hub.
 */
export interface WorkplanTask {
/**
 * Full task id.
 */
id: string
status: Status
/**
 * Priority.
 */
priority?: ("low" | "medium" | "high" | "critical")
/**
 * Id of the task in the state hub.
 */
state_hub_task_id?: string
}
