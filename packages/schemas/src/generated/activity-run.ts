// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb activity run --json`.
 */
export interface ActivityRunReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "activity-run"
/**
 * Id of this request: a repetition makes no second task.
 */
request: string
/**
 * A task for each repo.
 * 
 * Items: A task.
 */
tasks: {
/**
 * Repo id.
 */
repo: string
/**
 * Key of the task.
 */
key: string
/**
 * What became of it. there: this request made it before.
 */
result: ("created" | "there" | "refused")
/**
 * Id of the task.
 */
task?: string
/**
 * Why it was refused.
 */
message?: string
}[]
}
