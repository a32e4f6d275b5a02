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
phase: PhaseName
/**
 * Wave.
 */
wave: number
/**
 * Proposal key.
 */
key: string
/**
 * Worst class of its paths, or what stops the repo.
 */
class: ("in_sync" | "create" | "pending" | "drift" | "adoption" | "conflict" | "opted_out" | "unknown" | "unsupported" | "ineligible" | "foreign_owner")
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
class: ("in_sync" | "create" | "pending" | "drift" | "adoption" | "conflict")
/**
 * Who owns it.
 */
ownership: ("enforced" | "overridable" | "seed")
/**
 * Why, in one sentence.
 */
reason: string
/**
 * Where a value comes from.
 */
source: {
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
