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
 * Wave.
 */
wave: number
/**
 * Whether the repo is as desired.
 */
ready: ("true" | "false" | "unknown")
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
}
