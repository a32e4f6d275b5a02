// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb activity plan --json`: what a tick would do.
 */
export interface ActivityPlanReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "activity-plan"
/**
 * The instant it is for (RFC 3339, UTC).
 */
as_of: string
/**
 * Whether a ledger was read, or taken for empty.
 */
hub: ("read" | "empty")
/**
 * Agents that the repos themselves schedule for these activities, each once, by repo and agent.
 * 
 * Items: An agent that a repo schedules.
 */
scheduled_runs: {
/**
 * Repo id.
 */
repo: string
/**
 * Agent.
 */
agent: string
/**
 * Its cron, as the repo has it.
 */
cron: string
/**
 * Zone of the cron.
 */
timezone: string
/**
 * Blob of the schedule file.
 */
blob: string
/**
 * Commit it was read at.
 */
head: string
}[]
/**
 * Activities, as the files are ordered.
 * 
 * Items: An activity.
 */
activities: {
/**
 * Its id.
 */
id: string
/**
 * Whether it fires.
 */
enabled: boolean
/**
 * Slots listed below.
 */
slots: number
/**
 * Repos for which its resolver found no run.
 * 
 * Items: A repo without a run.
 */
excluded: {
/**
 * Repo id.
 */
repo: string
/**
 * Why.
 */
reason: ("unreadable" | "no_schedule" | "opted_out" | "other_domain" | "no_agent")
/**
 * The same for people.
 */
message: string
}[]
}[]
/**
 * Slots that are not settled, through the next cycle, by due and key.
 * 
 * Items: A slot.
 */
slots: {
/**
 * Its id.
 */
key: string
/**
 * Activity.
 */
activity: string
/**
 * Repo id.
 */
repo: string
/**
 * When it is due (RFC 3339, UTC).
 */
due: string
/**
 * Id of its cycle.
 */
cycle: string
/**
 * What a tick does with it.
 */
decision: ("dispatch" | "settle" | "wait")
/**
 * Why.
 */
reason?: string
/**
 * Attempt that a dispatch is.
 */
attempt?: number
/**
 * Whether a dispatch is late.
 */
late?: boolean
/**
 * When to look again (RFC 3339, UTC).
 */
until?: string
}[]
/**
 * What keeps activities from firing.
 */
findings: Finding[]
}
/**
 * A finding.
 */
export interface Finding {
/**
 * Rule, documented in docs/errors.md.
 */
code: string
/**
 * How bad.
 */
severity: ("error" | "warning" | "info")
/**
 * What is wrong.
 */
message: string
/**
 * What to do next.
 */
hint?: string
/**
 * File, relative to the ops repo.
 */
file?: string
/**
 * Line, from 1.
 */
line?: number
/**
 * Column, from 1, in UTF-16 units.
 */
column?: number
/**
 * Place inside the document, RFC 6901.
 */
pointer?: string
}
