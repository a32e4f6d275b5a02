// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Key of a repo: forge, owner and name.
 */
export type RepoKey = string

/**
 * Output of `coulomb approve --json`.
 */
export interface ApproveReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "approve"
/**
 * Record that was answered.
 */
record: string
/**
 * Loop.
 */
loop: string
/**
 * What was said.
 */
action: ("approve" | "reject")
/**
 * User it was said as, on plain git.
 */
user?: string
/**
 * Head it is for.
 */
head: string
/**
 * Evidence it is for.
 */
evidence_digest?: string
/**
 * Policy it is for.
 */
policy_digest: string
/**
 * Repos it is about.
 */
targets: RepoKey[]
/**
 * Number of the proposal.
 */
proposal: number
}
