// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * RFC 3339 instant in UTC.
 */
export type Instant = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * How well something is; of several the worst counts: unknown, degraded, progressing, suspended, healthy.
 */
export type Health = ("healthy" | "suspended" | "progressing" | "degraded" | "unknown")

/**
 * Output of `coulomb status --json`.
 */
export interface StatusReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "status"
as_of: Instant
/**
 * Active repos, worst first.
 */
repos: Repo[]
/**
 * Number of repos by class.
 */
counts: {
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
 * Why reconcile would write nothing at all, when a guard would stop it.
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
 * Wave of the roster entry; absent when the repo has left or is leaving, for it belongs to no wave then.
 */
wave?: number
/**
 * Its open proposal.
 */
proposal?: {
/**
 * Number of the proposal.
 */
number: number
/**
 * Where a person can look at it.
 */
url?: string
/**
 * Title.
 */
title: string
opened_at: Instant
/**
 * Whether it is a draft.
 */
draft: boolean
}
/**
 * Where its proposal rests, or `planned` when reconcile would write.
 */
outcome: ("unknown" | "suspended" | "blocked" | "held" | "edited" | "proposed" | "declined" | "queued" | "clean" | "stale" | "rejected" | "retry" | "cancelled" | "planned")
/**
 * Why, in words.
 */
message: string
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
 * Digest of what the ops repo wants of the repo, when this was stated.
 */
observed_digest?: string
/**
 * RFC 3339 instant in UTC.
 */
last_transition?: string
}
