// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Id of a promotion record; the file's name.
 */
export type RecordId = string
/**
 * SHA-256 in lower-case hex.
 */
export type Digest = string
/**
 * Key of a repo: forge, owner and name.
 */
export type RepoKey = string

/**
 * loops/<loop>/promotions/<id>.yaml: one attempt to change a cadence, or a hold. It is never changed or removed.
 */
export interface Promotion {
/**
 * Version of this format. A reader refuses a newer major.
 */
schema_version: "promotion/v1"
id: RecordId
/**
 * Loop.
 */
loop: string
/**
 * What it does: promote and demote change phases; hold stops promotions of its targets, release ends that.
 */
direction: ("promote" | "demote" | "hold" | "release")
/**
 * Phase that the targets leave.
 */
from?: string
/**
 * Phase that they go to.
 */
to?: string
/**
 * Wave of the targets.
 */
wave?: string
/**
 * What made it: evidence, a rollback, or a person.
 */
trigger: ("evidence" | "rollback" | "person")
/**
 * Why, in words.
 */
reason?: string
/**
 * When a hold ends by itself.
 */
until?: string
/**
 * A hold or release of every repo of the loop.
 */
all?: true
/**
 * When it was written.
 */
proposed_at: string
/**
 * Installation or user that wrote it.
 */
proposed_by: string
/**
 * Digest of the cadence policy and the people, as the base branch had them.
 */
policy_digest: string
/**
 * Digest of the pinned evidence beside it; absent where it rests on none.
 */
evidence_digest?: string
/**
 * Digest of the canonical record before it; null for the first.
 */
prev_record_digest: (Digest | null)
/**
 * Gates, in their order.
 */
gates: Gate[]
/**
 * Repos, by id.
 * 
 * @maxItems 10000
 */
targets: Target[]
/**
 * Whether a demotion also holds its targets until a release.
 */
hold?: boolean
/**
 * Cycles of the lower phase that must be decided before another attempt.
 */
cooldown_cycles?: number
/**
 * Empty: what people answered stands in the seal.
 * 
 * @maxItems 0
 */
responses: []
/**
 * What became of it stands in the seal.
 */
result: "proposed"
}
/**
 * A gate, as it was when the record was written.
 */
export interface Gate {
/**
 * Name of the gate; of an exit criterion the key of its analysis.
 */
key: string
/**
 * Its result.
 */
result: ("success" | "failure" | "inconclusive" | "pending")
/**
 * Why.
 */
description: string
/**
 * dry_run is shown and never blocks.
 */
enforcement?: ("enforce" | "dry_run")
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
 * A repo that the record is about.
 */
export interface Target {
repo: RepoKey
/**
 * Phase it leaves.
 */
from?: string
/**
 * Phase it goes to.
 */
to?: string
}
