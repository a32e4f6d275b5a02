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
class: ("in_sync" | "create" | "pending" | "drift" | "adoption" | "conflict" | "leaving" | "leaving_conflict" | "released" | "orphaned" | "opted_out" | "unknown" | "unsupported" | "ineligible" | "foreign_owner" | "moved")
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
/**
 * What would change the verdict.
 * 
 * Items: A sentence.
 */
would_change: string[]
/**
 * The rule that decided, in words.
 */
rule: string
/**
 * The newest commit that changed the file, where a person should know: of drift, adoption, conflict.
 */
last_change?: {
/**
 * Commit.
 */
commit: string
/**
 * Who wrote it, as the commit says.
 */
author: string
/**
 * When, as the commit says.
 */
at: string
/**
 * First line of its message.
 */
subject?: string
}
/**
 * What a person should know beside the class.
 * 
 * Items: A sentence.
 */
notes?: string[]
/**
 * Whether a proposal may be opened or updated, as far as waves, windows and suspension go.
 */
gate?: {
/**
 * Whether it may.
 */
open: boolean
/**
 * What shuts it.
 */
kind?: ("suspended" | "wave" | "window" | "guard")
/**
 * In words.
 */
message?: string
/**
 * When it opens by itself, where that is known.
 */
opens_at?: string
}
}
/**
 * One path.
 */
export interface Path {
pointer: Pointer
/**
 * Class of this path.
 */
class: ("in_sync" | "overridden" | "create" | "pending" | "drift" | "adoption" | "conflict" | "leaving" | "leaving_conflict" | "released" | "orphaned")
/**
 * Row of the table of classes that decided; 0: an override.
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
