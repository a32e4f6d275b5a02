// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Key of a repo: forge, owner and name.
 */
export type RepoKey = string

/**
 * A line of `coulomb promote`, `demote` and `hold` with `--emit jsonl=<path>`: something that happened to a record of a loop. It is told once for its id.
 */
export interface PromotionEvent {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * What happened.
 */
kind: ("promotion_proposed" | "promotion_blocked" | "approval_requested" | "approval_counted" | "approval_void" | "promotion_merged" | "promotion_settled" | "demotion_proposed" | "demotion_waiting" | "demotion_merged" | "hold_created" | "hold_released" | "external_change")
/**
 * Digest of installation, ops repo, kind, loop, record, and where it belongs to the kind head, gate and user: the same event has the same id in every run.
 */
id: string
/**
 * Installation that tells it.
 */
installation: string
/**
 * Ops repo.
 */
ops_repo: string
/**
 * Loop.
 */
loop: string
/**
 * Record that it is about.
 */
record: string
/**
 * What the record does.
 */
direction: ("promote" | "demote" | "hold" | "release")
/**
 * Head of the proposal that it happened to, where it is known.
 */
head?: string
/**
 * When it happened, or was seen first.
 */
at: string
/**
 * Targets of the record, by id; none: every repo of the loop.
 * 
 * @maxItems 10000
 */
repos: RepoKey[]
/**
 * Phase that the targets leave.
 */
from?: string
/**
 * Phase that they go to.
 */
to?: string
/**
 * Who did it, where that is known: a user of coulomb.yaml, a login, or the installation.
 */
actor?: string
/**
 * What happened, for people.
 */
message: string
/**
 * Gate that says why.
 */
gate?: string
/**
 * Result of that gate.
 */
result?: ("success" | "failure" | "inconclusive" | "pending")
/**
 * What a person answered.
 */
answer?: ("approve" | "reject")
}
