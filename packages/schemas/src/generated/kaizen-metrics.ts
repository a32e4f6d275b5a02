// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Key of a repo: forge, owner and name.
 */
export type RepoKey = string
/**
 * A UUID.
 */
export type Uuid = string

/**
 * Output of `coulomb kaizen metrics optimize --json`: rates over the slots that were expected, not over the records there are.
 */
export interface KaizenMetricsReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "kaizen-metrics"
/**
 * The repo; null when nothing says which.
 */
repo: (RepoKey | null)
/**
 * Begin of the window.
 */
from: string
/**
 * End of the window.
 */
to: string
/**
 * By name.
 */
agents: Agent[]
/**
 * What stands out, worst first.
 */
observations: Observation[]
/**
 * What is to be said of the files that were read.
 */
findings: Finding[]
/**
 * Id of the record that this run left; null when it left none.
 */
recorded: (Uuid | null)
}
/**
 * An agent.
 */
export interface Agent {
/**
 * Its name.
 */
agent: string
/**
 * schedule: the occurrences of its cron. slot: nothing but the slot that was given, since the schedule file does not have it.
 */
expected_from: ("schedule" | "slot" | "none")
/**
 * insufficient_data: fewer than five expected slots are decided.
 */
verdict: ("ok" | "insufficient_data")
/**
 * Slots that were due in the window.
 */
expected: number
/**
 * Of these, still in time to be closed.
 */
pending: number
/**
 * Of these, with a record that closes them.
 */
closed: number
/**
 * Of these, closed with success.
 */
succeeded: number
/**
 * Of these, closed without.
 */
failed: number
/**
 * Of these, not closed, and out of time.
 */
missed: number
/**
 * Succeeded among those that are decided; null when none is.
 */
success_rate: (number | null)
/**
 * Seconds, over the closed.
 */
time_median_s: (number | null)
/**
 * Seconds, over the closed, by nearest rank.
 */
time_p90_s: (number | null)
/**
 * Over the closed that have one.
 */
quality_mean: (number | null)
/**
 * Closed that have a quality.
 */
quality_count: number
/**
 * Failures among the newest closed slots without a success between.
 */
failure_streak: number
/**
 * Records in the window that close no expected slot; of an agent that is not in the schedule, those that close none at all.
 */
unattributed: number
/**
 * Interventions in records of the window.
 */
interventions: number
/**
 * Lines that are no record.
 */
torn: number
}
/**
 * Something that stands out.
 */
export interface Observation {
/**
 * What.
 */
kind: ("failure_streak" | "low_success_rate" | "missed_slots" | "slow_runs" | "low_quality" | "interventions" | "unattributed")
/**
 * Of whom.
 */
agent: string
/**
 * In words.
 */
text: string
/**
 * Records that show it, newest first.
 * 
 * @maxItems 50
 */
records: Uuid[]
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
