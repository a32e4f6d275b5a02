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
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
export type Key = string
/**
 * SHA-256 in lower-case hex.
 */
export type Digest = string

/**
 * Frontmatter of a bundle: one Markdown document with all that an agent's session needs for a slot. Written by `coulomb kaizen schedule prepare`, checked by `coulomb kaizen bundle verify`.
 */
export interface Bundle {
/**
 * Format and major version.
 */
schema_version: "bundle/v1"
/**
 * Agent the session is of.
 */
agent: string
repo: RepoKey
/**
 * Commit that the bundle was made at.
 */
head: string
slot: SlotKey
/**
 * Id of the slot's cycle; null when nobody said which.
 */
cycle: (Key | null)
/**
 * Which attempt at the slot, from 1.
 */
attempt: number
/**
 * When the session must be closed; the bundle is of no use then.
 */
expires_at: string
/**
 * Agents whose work this session builds on.
 * 
 * @maxItems 50
 */
upstream: Upstream[]
/**
 * Checks that say whether the session has done its work.
 * 
 * @minItems 1
 * @maxItems 50
 */
done_when: [Check, ...(Check)[]]
/**
 * Full shell commands, one of which ends the session.
 */
close: {
/**
 * When every check holds.
 */
success: string
/**
 * When it could not be done.
 */
failure: string
/**
 * When there was nothing to do.
 */
noop: string
}
/**
 * Files of the repo that the text was made from, as they are at the head.
 * 
 * @maxItems 200
 */
sources: SourceFile[]
/**
 * Digest of the activity definition; null when the session has none.
 */
definition: (Digest | null)
}
/**
 * An agent before this one.
 */
export interface Upstream {
/**
 * Its name.
 */
agent: string
/**
 * Whether it has closed its session of this cycle.
 */
state: ("closed" | "missing")
/**
 * The record that closed it.
 */
record_id?: string
/**
 * What came of it.
 */
outcome?: ("success" | "noop" | "failed" | "timeout" | "cancelled")
}
/**
 * A check.
 */
export interface Check {
/**
 * Its name among the checks.
 */
id: string
/**
 * What must hold.
 */
check: string
}
/**
 * A file.
 */
export interface SourceFile {
/**
 * Path from the root of the repo.
 */
path: string
digest: Digest
/**
 * Its size.
 */
bytes: number
}
