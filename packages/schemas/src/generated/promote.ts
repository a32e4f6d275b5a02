// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Key of a repo: forge, owner and name.
 */
export type RepoKey = string
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * RFC 3339 instant in UTC.
 */
export type Instant = string
/**
 * Id of a promotion record; the file's name.
 */
export type RecordId = string

/**
 * Output of `coulomb promote`, `promote status`, `demote` and `hold` with `--json`.
 */
export interface PromoteReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "promote"
/**
 * When it was decided.
 */
at: string
/**
 * Loops, by name.
 */
loops: PromoteLoop[]
}
/**
 * One loop.
 */
export interface PromoteLoop {
/**
 * Its name.
 */
loop: string
/**
 * What there is to be done, or was done.
 */
action: ("none" | "open" | "update" | "ask" | "merge" | "close" | "demote" | "hold")
/**
 * A result.
 */
result: ("success" | "failure" | "inconclusive" | "pending")
/**
 * In words.
 */
message: string
/**
 * Record it is about.
 */
record?: string
/**
 * Phase that is left.
 */
from?: string
/**
 * Phase that is gone to.
 */
to?: string
/**
 * Wave of the targets.
 */
wave?: string
/**
 * Repos, by id.
 */
targets: RepoKey[]
/**
 * Gates, in their order.
 */
gates: PromoteGate[]
/**
 * Every active repo, by id.
 */
repos: PromoteRepo[]
/**
 * Responses to the open proposal, by time.
 */
responses: PromoteResponse[]
/**
 * RFC 3339 instant in UTC.
 */
earliest?: string
/**
 * The proposal.
 */
proposal?: {
/**
 * Its number.
 */
number: number
/**
 * Where to look at it.
 */
url?: string
}
/**
 * Commit that it was merged with.
 */
merged?: string
/**
 * Records that were sealed.
 */
sealed?: RecordId[]
}
/**
 * A gate, as it is now.
 */
export interface PromoteGate {
/**
 * Its name; of an exit criterion the key of the analysis.
 */
key: string
/**
 * A result.
 */
result: ("success" | "failure" | "inconclusive" | "pending")
/**
 * Why.
 */
description: string
/**
 * Whether it counts.
 */
enforced: boolean
/**
 * What would turn it.
 */
turned_by?: string
/**
 * What was measured, by name.
 */
measurements?: {
/**
 * A value.
 */
[k: string]: string | number | boolean
}
}
/**
 * An active repo of the loop.
 */
export interface PromoteRepo {
repo: RepoKey
phase: PhaseName
/**
 * Its wave.
 */
wave: number
/**
 * Successful cycles in a row in its phase.
 */
soak: number
/**
 * Record that holds it.
 */
held_by?: string
/**
 * Cycles that must be decided before another attempt.
 */
cooldown?: number
}
/**
 * What a person answered.
 */
export interface PromoteResponse {
/**
 * User, or the login or name where nobody is known by it.
 */
by: string
/**
 * What.
 */
action: ("approve" | "reject")
at: Instant
/**
 * Their words.
 */
message: string
/**
 * Whether it counts.
 */
counts: boolean
/**
 * Why it does not.
 */
because?: string
}
