// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * SHA-256 in lower-case hex.
 */
export type Digest = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string

/**
 * Output of `coulomb reconcile --json`.
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
plan_digest: Digest
/**
 * Whether nothing was to be written.
 */
dry_run: boolean
/**
 * One entry per repo of the plan, in its order.
 */
repos: Repo[]
/**
 * Number of writes made.
 */
writes: number
/**
 * What became of the state branch: left to whoever wrote it first, refused by the forge, skipped after an interruption or in a dry run.
 */
state: ("unchanged" | "written" | "left" | "refused" | "skipped")
/**
 * Exit code under --detailed-exitcode.
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
class: ("in_sync" | "create" | "pending" | "drift" | "adoption" | "conflict" | "opted_out" | "unknown" | "unsupported" | "ineligible" | "foreign_owner")
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
writes: ("branch_advanced" | "proposal_opened" | "proposal_updated" | "proposal_closed" | "branch_deleted")[]
/**
 * Number of the proposal.
 */
number?: number
/**
 * Where a person can look at it.
 */
url?: string
}
