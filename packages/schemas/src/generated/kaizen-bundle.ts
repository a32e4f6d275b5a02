// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Key of a repo: forge, owner and name.
 */
export type RepoKey = string
/**
 * Id of a slot: loop, activity, repo and due instant.
 */
export type SlotKey = string
/**
 * SHA-256 in lower-case hex.
 */
export type Digest = string

/**
 * Output of `coulomb kaizen schedule prepare --json`.
 */
export interface KaizenBundleReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "kaizen-bundle"
/**
 * Agent.
 */
agent: string
repo: RepoKey
slot: SlotKey
/**
 * Where the slot comes from; a slot of the schedule is in no ledger.
 */
slot_source: ("given" | "schedule")
/**
 * When the bundle ends.
 */
expires_at: string
digest: Digest
/**
 * Its size.
 */
bytes: number
/**
 * File of --out.
 */
file?: string
/**
 * The bundle.
 */
bundle: string
/**
 * What went into it although it is flawed.
 */
warnings: Finding[]
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
