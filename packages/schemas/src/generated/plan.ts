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
 * Name of a repository or its owner on a forge.
 */
export type RepoName = string
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * Object id of git.
 */
export type Oid = string
/**
 * Path inside a repository, with forward slashes.
 */
export type RelativePath = string
/**
 * RFC 6901 JSON pointer.
 */
export type Pointer = string
/**
 * SHA-256 in lower-case hex.
 */
export type Digest = string

/**
 * plan.json: what one reconcile run would do, as canonical JSON (RFC 8785). Applied at most once, and only where nothing that matters has changed.
 */
export interface Plan {
/**
 * Version of this format: minor is additive, a newer major is refused.
 */
format_version: string
/**
 * Marks the document.
 */
kind: "plan"
/**
 * Installation that planned.
 */
installation: string
/**
 * Version of the tool that planned.
 */
tool_version: string
created_at: Instant
/**
 * Digest of every ops repo file that was read.
 */
ops_inputs_digest: string
/**
 * One entry per active repo, by id.
 */
repos: RepoPlan[]
/**
 * SHA-256 in lower-case hex.
 */
plan_digest: string
}
/**
 * What would be done in one repo.
 */
export interface RepoPlan {
/**
 * Forge, owner and repo: local/coulomb/activity-core.
 */
repo_id: string
forge: Slug
owner: RepoName
repo: RepoName
loop: Slug
/**
 * What the ops repo does with the repo: run its values, or one of the ways of leaving; undeclared: it vanished from the roster.
 */
mode: ("run" | "disable" | "release" | "prune" | "undeclared")
phase: PhaseName
/**
 * Wave.
 */
wave: number
/**
 * Zone of the crons in the schedule file, or of the loop.
 */
timezone: string
/**
 * Proposal key.
 */
key: string
/**
 * Worst class of its paths, or what stops the repo.
 */
class: ("in_sync" | "create" | "pending" | "drift" | "adoption" | "conflict" | "leaving" | "leaving_conflict" | "released" | "orphaned" | "opted_out" | "unknown" | "unsupported" | "ineligible" | "foreign_owner" | "moved")
/**
 * Why, in one sentence.
 */
reason: string
/**
 * Digest of what this repo's desired values come from.
 */
inputs_digest: string
/**
 * Branch that was read.
 */
default_branch?: string
head?: Oid
file: RelativePath
/**
 * Blob id of the file on the default branch; null: the file is absent.
 */
blob?: (Oid | null)
/**
 * Every owned path.
 */
paths: PathPlan[]
/**
 * Byte edits, ascending: start, end, text.
 */
edits: [number, number, string][]
/**
 * Blob id of the file after the edits; null: nothing to write.
 */
result_blob: (Oid | null)
/**
 * Digest of what the proposal means, not how it is worded; null: nothing to propose.
 */
change: (Digest | null)
/**
 * Whether a proposal may be opened or updated, as far as waves, windows and suspension go.
 */
gate: {
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
 * RFC 3339 instant in UTC.
 */
opens_at?: string
}
/**
 * The newest commit that changed the file, where a person should know: of drift, adoption, conflict.
 */
last_change?: {
/**
 * Object id of git.
 */
commit: string
/**
 * Who wrote it, as the commit says.
 */
author: string
/**
 * RFC 3339 instant in UTC.
 */
at: string
/**
 * First line of its message.
 */
subject?: string
}
/**
 * Overrides of the roster entry.
 * 
 * Items: An override.
 */
overrides: {
/**
 * RFC 6901 JSON pointer.
 */
pointer: string
/**
 * expiring: ends within seven days.
 */
state: ("live" | "expiring" | "expired")
/**
 * RFC 3339 instant in UTC.
 */
expires_at: string
/**
 * Why.
 */
reason: string
/**
 * Who answers for it.
 */
owner: string
}[]
source: Source1
/**
 * Why the repo leaves, as its roster entry says.
 */
because?: string
/**
 * What a person should know beside the class.
 * 
 * Items: A sentence.
 */
notes?: string[]
/**
 * Why the file cannot be read or edited.
 */
findings?: Finding[]
}
/**
 * One owned path. An absent value is left out.
 */
export interface PathPlan {
pointer: Pointer
/**
 * Value last seen in sync.
 */
base?: (string | boolean | number | null | {
[k: string]: unknown
} | unknown[])
/**
 * Value on the default branch.
 */
live?: (string | boolean | number | null | {
[k: string]: unknown
} | unknown[])
/**
 * Value the ops repo wants.
 */
desired?: (string | boolean | number | null | {
[k: string]: unknown
} | unknown[])
/**
 * Class of this path.
 */
class: ("in_sync" | "overridden" | "create" | "pending" | "drift" | "adoption" | "conflict" | "leaving" | "leaving_conflict" | "released" | "orphaned")
/**
 * Row of the table of classes that decided; 0: an override.
 */
row: number
/**
 * Who owns it.
 */
ownership: ("enforced" | "overridable" | "seed")
/**
 * Why, in one sentence.
 */
reason: string
source: Source
}
/**
 * Where the desired value, or the path, comes from.
 */
export interface Source {
/**
 * File, relative to the ops repo or the pilot repo.
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
 * What stands there: phase bootstrap, override, seed, base.
 */
what: string
}
/**
 * The roster entry.
 */
export interface Source1 {
/**
 * File, relative to the ops repo or the pilot repo.
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
 * What stands there: phase bootstrap, override, seed, base.
 */
what: string
}
/**
 * A finding.
 */
export interface Finding {
/**
 * Rule.
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
 * What to do.
 */
hint?: string
/**
 * File.
 */
file?: string
/**
 * Line.
 */
line?: number
/**
 * Column.
 */
column?: number
/**
 * Place inside the document.
 */
path?: (string | number)[]
/**
 * Key or value.
 */
target?: ("key" | "value")
}
