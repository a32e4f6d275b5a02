// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * SHA-256 in lower-case hex.
 */
export type Digest = string
/**
 * How well something is; of several the worst counts: unknown, degraded, progressing, suspended, healthy.
 */
export type Health = ("healthy" | "suspended" | "progressing" | "degraded" | "unknown")
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * A value of a schedule file.
 */
export type Value = (string | boolean | number | null | {
[k: string]: unknown
} | unknown[])

/**
 * Output of `coulomb reconcile --json`, and what every format of `--emit` is written from.
 */
export interface RunReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "run"
/**
 * Installation that ran.
 */
installation: string
/**
 * Release that ran.
 */
tool_version: string
/**
 * When the run began.
 */
started_at: string
/**
 * When it ended.
 */
finished_at: string
plan_digest: Digest
/**
 * Whether nothing was to be written.
 */
dry_run: boolean
/**
 * Repos by class; classes without a repo are left out.
 */
counts: {
/**
 * Repos.
 */
[k: string]: number
}
/**
 * Owned paths by class, over all repos; classes without a path are left out.
 */
paths: {
/**
 * Paths.
 */
[k: string]: number
}
health: Health
/**
 * Every loop with its waves.
 * 
 * Items: One loop.
 */
loops: {
loop: Slug
health: Health
/**
 * Its waves, ascending; of repos that the roster lists as active.
 * 
 * Items: One wave.
 */
waves: {
/**
 * Number.
 */
wave: number
health: Health
/**
 * Repos in it.
 */
repos: number
}[]
/**
 * Repos that have left or are leaving the roster, and those that vanished from it: they belong to no wave. Absent when there are none.
 */
left?: {
health: Health
/**
 * Repos in it.
 */
repos: number
}
}[]
/**
 * One entry per repo of the plan, in its order.
 */
repos: Repo[]
/**
 * Number of writes made.
 */
writes: number
/**
 * Why nothing was written at all, when a guard stopped the run.
 */
stopped?: {
/**
 * Which guard.
 */
code: ("mass_change" | "run_in_progress" | "request_budget" | "write_limit")
/**
 * What it saw.
 */
message: string
/**
 * What to do.
 */
hint: string
}
/**
 * What the forges were asked in this run, reads included.
 */
requests?: {
/**
 * Requests of REST APIs.
 */
rest: number
/**
 * Requests of GraphQL.
 */
graphql: number
/**
 * Requests of the git protocol that we made ourselves.
 */
git: number
/**
 * Processes of git.
 */
processes: number
/**
 * Requests that the writes of this run were predicted to take at most.
 */
predicted_writes: number
}
/**
 * What became of the state branch: left to whoever wrote it first, refused by the forge, skipped after an interruption or in a dry run.
 */
state: ("unchanged" | "written" | "left" | "refused" | "skipped")
/**
 * Exit code under --detailed-exitcode, whether or not that was given.
 */
exit_code: number
}
/**
 * One repo.
 */
export interface Repo {
/**
 * Forge, owner and repo.
 */
repo_id: string
loop: Slug
phase: PhaseName
/**
 * Worst class of its paths, or what stops the repo.
 */
class: ("in_sync" | "create" | "pending" | "drift" | "adoption" | "conflict" | "leaving" | "leaving_conflict" | "released" | "orphaned" | "opted_out" | "unknown" | "unsupported" | "ineligible" | "foreign_owner" | "moved")
/**
 * Why.
 */
reason: string
/**
 * Where its proposal was left.
 */
outcome: ("unknown" | "suspended" | "blocked" | "held" | "edited" | "proposed" | "declined" | "queued" | "clean" | "stale" | "rejected" | "retry" | "cancelled" | "planned")
/**
 * Why, in words.
 */
message: string
/**
 * Writes made, in order.
 * 
 * Items: A write.
 */
writes: ("branch_advanced" | "proposal_opened" | "proposal_updated" | "proposal_closed" | "proposal_commented" | "branch_deleted")[]
/**
 * Number of the proposal.
 */
number?: number
/**
 * Where a person can look at it.
 */
url?: string
/**
 * Wave of the roster entry; absent when the repo has left or is leaving, for it belongs to no wave then.
 */
wave?: number
health: Health
/**
 * Ready, Synced, Reconciling, Stalled.
 */
conditions: Condition[]
/**
 * What a person should know beside the class; overrides that end within seven days are told here.
 * 
 * Items: A sentence.
 */
notes?: string[]
source: Source
/**
 * Owned paths that differ, or that an override leaves to the repo.
 */
paths: Path[]
/**
 * Overrides of the entry.
 */
overrides?: Override[]
/**
 * Since when a repo is in drift or conflict, where that is known: since its file was last changed, or since the end of the override that left the value behind, if that is later.
 */
drift_since?: string
}
/**
 * One statement about a repo, as controllers make them.
 */
export interface Condition {
/**
 * What is stated. Reconciling and Stalled are good when false.
 */
type: ("Ready" | "Synced" | "Reconciling" | "Stalled")
/**
 * Whether it holds.
 */
status: ("True" | "False" | "Unknown")
/**
 * One word why: a class, an outcome, or what is awaited.
 */
reason: string
/**
 * For people.
 */
message: string
/**
 * SHA-256 in lower-case hex.
 */
observed_digest?: string
/**
 * Since when it has this status, where that is known: in sync since a run first saw it, out of sync since the drift began or a proposal was opened, under way since that, declined since people closed it. Absent where neither forge nor state tell, such as for a change of the ops repo that no proposal carries yet.
 */
last_transition?: string
}
/**
 * The roster entry.
 */
export interface Source {
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
/**
 * In words.
 */
what: string
}
/**
 * One owned path that is not simply in sync.
 */
export interface Path {
/**
 * RFC 6901 pointer into the schedule file.
 */
pointer: string
/**
 * Its class.
 */
class: ("in_sync" | "overridden" | "create" | "pending" | "drift" | "adoption" | "conflict" | "leaving" | "leaving_conflict" | "released" | "orphaned")
/**
 * Why.
 */
reason: string
desired?: Value
live?: Value
base?: Value
source: Source1
}
/**
 * Where a desired value stands in the ops repo.
 */
export interface Source1 {
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
/**
 * In words.
 */
what: string
}
/**
 * An override of the roster entry.
 */
export interface Override {
/**
 * Overridden path.
 */
path: string
/**
 * expiring: ends within seven days.
 */
state: ("live" | "expiring" | "expired")
/**
 * When it ends.
 */
expires_at: string
}
