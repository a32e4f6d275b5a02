// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Name of a coding agent.
 */
export type AgentName = string
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * How often an agent runs, as the supplier's contract says it. There is no hourly: during bootstrap the cron carries it.
 */
export type Cadence1 = ("daily" | "weekly" | "monthly" | "manual")
/**
 * Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.
 */
export type Cron = string

/**
 * loops/<loop>/cadence.yaml: the cadence policy. Phases, what must be proved to leave one, who approves, and when.
 */
export interface Cadence {
/**
 * Version of this format. A reader refuses a newer major.
 */
schema_version: "cadence/v1"
/**
 * Name of the loop: the folder's name.
 */
loop: string
/**
 * Zone of every cron in this file, and of pilots that have none.
 */
timezone: string
/**
 * Steps of one cycle, in order.
 * 
 * @minItems 1
 */
steps: [AgentName, ...(AgentName)[]]
/**
 * Phases, from the first to the last.
 * 
 * @minItems 1
 */
phases: [Phase, ...(Phase)[]]
/**
 * What evidence can prove.
 */
analyses?: Analysis[]
/**
 * Who must agree.
 */
approvals?: Approval[]
/**
 * When a promotion may be merged; deny wins, without an allow it is always open.
 */
promotion_windows?: Window[]
/**
 * In which order repos get a change.
 */
waves?: Wave[]
/**
 * When a promotion is taken back by itself.
 */
auto_rollback?: {
/**
 * Verdicts that do it.
 * 
 * Items: A verdict.
 */
on: ("failure" | "inconclusive")[]
/**
 * Cycles after the promotion that are watched.
 */
within_cycles: number
/**
 * Where it goes back to.
 */
to: ("last_stable" | "previous")
/**
 * Whether the repo is held until somebody releases it.
 */
hold?: boolean
/**
 * Cycles to be decided below before a new attempt.
 */
cooldown_cycles?: number
}
/**
 * Who owns which path of the schedule file, beside the defaults of its schema.
 * 
 * Items: One rule.
 */
ownership?: {
/**
 * Pointer pattern; `<step>` stands for every step.
 */
path: string
/**
 * enforced is always ours, overridable unless overridden, seed only when absent.
 */
class: ("enforced" | "overridable" | "seed")
}[]
/**
 * What to do with a repo that already has other values. Default if_identical.
 */
adoption?: ("if_identical" | "refuse" | "takeover")
/**
 * Whether drift is proposed back or only shown. Default propose.
 */
on_drift?: ("propose" | "show")
/**
 * Agents that the loop no longer has; they are switched off where we own them.
 */
removed_agents?: AgentName[]
/**
 * Stops all proposals of the loop (demotions pass): true, or until when and why.
 */
suspend?: (boolean | {
/**
 * Why.
 */
reason: string
/**
 * When it ends by itself.
 */
until?: string
})
}
/**
 * One phase.
 */
export interface Phase {
name: PhaseName
/**
 * Activity definitions that run in it, by id.
 */
definitions?: Slug[]
/**
 * Owned values of the pilots' schedule file, by agent.
 */
schedule: {
[k: string]: AgentSchedule
}
/**
 * Analyses that must succeed to leave it.
 */
exit?: Slug[]
/**
 * Successful cycles that make it the repo's last stable phase.
 */
required_soak_cycles?: number
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
approval?: string
/**
 * Workplan task that moving here fulfils.
 */
workplan_task?: string
}
/**
 * What one agent's entry must say.
 * 
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[a-z0-9][a-z0-9_-]*$".
 */
export interface AgentSchedule {
cadence: Cadence1
cron?: Cron
/**
 * Whether the agent runs.
 */
enabled: boolean
}
/**
 * One exit criterion.
 */
export interface Analysis {
key: Slug
/**
 * What is counted.
 */
unit: "cycle"
/**
 * Whether repos count alone or together.
 */
scope: ("per_repo" | "fleet")
/**
 * Repos that take part: all active ones, or at least so many.
 */
availability: ("all" | {
/**
 * At least so many repos.
 */
minimum_repos: number
})
/**
 * Successful cycles in a row.
 */
consecutive_success_limit: number
/**
 * What a missing record means.
 */
on_missing: ("hold" | "fail")
/**
 * How old the newest cycle may be.
 */
max_age?: string
/**
 * Latest dispatch after the due instant.
 */
start_deadline?: string
/**
 * Latest closing record after the due instant.
 */
close_deadline: string
/**
 * What completes a slot: its closing record, or its prepared bundle.
 */
complete_when?: ("closed" | "prepared")
/**
 * Least quality of a record, 0 to 1.
 */
min_quality?: number
/**
 * Which records count.
 */
evidence?: {
/**
 * Classes of evidence.
 * 
 * @minItems 1
 * 
 * Items: A class.
 */
accept: [("verified" | "ci" | "human" | "self"), ...(("verified" | "ci" | "human" | "self"))[]]
}
/**
 * dry_run is shown and never blocks.
 */
enforcement?: ("enforce" | "dry_run")
}
/**
 * Who must agree to a promotion.
 */
export interface Approval {
name: Slug
/**
 * People who may.
 * 
 * @minItems 1
 * 
 * Items: One person.
 */
approvers: [{
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
user: string
/**
 * Whether nobody else can stand in.
 */
required?: boolean
}, ...({
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
user: string
/**
 * Whether nobody else can stand in.
 */
required?: boolean
})[]]
/**
 * How many.
 */
min_approvals: number
/**
 * Roles in the attempt that do not count.
 * 
 * Items: A role.
 */
distinct_from?: ("author" | "evidence_recorder")[]
/**
 * What an approval is for, exactly.
 * 
 * Items: A digest.
 */
bind_to?: ("head" | "evidence" | "policy")[]
/**
 * How long an approval lasts.
 */
valid_for?: string
/**
 * Whether an approval needs words.
 */
require_reason?: boolean
/**
 * Plain git only: whether an unsigned approval counts.
 */
allow_unsigned?: boolean
}
/**
 * One window.
 */
export interface Window {
name: Slug
/**
 * Whether it opens or closes.
 */
kind: ("allow" | "deny")
/**
 * Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.
 */
cron: string
/**
 * How long it lasts, as elapsed time.
 */
duration: string
/**
 * What it holds for. Default promotion.
 * 
 * Items: A kind of work.
 */
applies_to?: ("promotion" | "reconcile")[]
}
/**
 * One wave.
 */
export interface Wave {
name: Slug
/**
 * Which repos.
 */
select: {
/**
 * Wave of the roster entry.
 */
wave: number
}
/**
 * Cycles that must succeed before the next wave.
 */
required_soak_cycles?: number
/**
 * Repos changed at once.
 */
max_concurrency?: number
}
