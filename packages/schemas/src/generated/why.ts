// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * Path inside a repository, with forward slashes.
 */
export type RelativePath = string
/**
 * RFC 6901 JSON pointer.
 */
export type Pointer = string

/**
 * Output of `coulomb why <repo> --json`: how each class came about.
 */
export interface WhyReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "why"
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
 * Commit that was read.
 */
head?: string
file: RelativePath
/**
 * Owned paths.
 */
paths: Path[]
/**
 * What would change the verdict.
 */
next: string
/**
 * Where its proposal rests, or `planned` when reconcile would write.
 */
outcome: ("unknown" | "suspended" | "blocked" | "held" | "edited" | "proposed" | "declined" | "queued" | "clean" | "stale" | "rejected" | "retry" | "cancelled" | "planned")
/**
 * Why, in words.
 */
message: string
/**
 * Why its file cannot be read or edited.
 */
findings?: Finding[]
}
/**
 * One path.
 */
export interface Path {
pointer: Pointer
/**
 * Class of this path.
 */
class: ("in_sync" | "create" | "pending" | "drift" | "adoption" | "conflict")
/**
 * Row of the classification table that decided.
 */
row: number
/**
 * Why.
 */
reason: string
desired: Place
live: Place
base: Place
}
/**
 * Where a value stands.
 */
export interface Place {
/**
 * file:line:column, a commit, or words.
 */
at: string
/**
 * The value; left out when absent.
 */
value?: (string | boolean | number | null | {
[k: string]: unknown
} | unknown[])
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
