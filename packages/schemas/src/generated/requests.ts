// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Object id of git.
 */
export type Oid = string
/**
 * RFC 3339 instant in UTC.
 */
export type Instant = string

/**
 * Output of `coulomb requests --json`: the managed proposals.
 */
export interface RequestsReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "requests"
/**
 * Proposals, by repo.
 */
requests: Request[]
/**
 * Repos whose proposals could not be read, in list and in merge --all: they may have some.
 * 
 * Items: One repo.
 */
unknown: {
/**
 * Forge, owner and repo.
 */
repo_id: string
/**
 * Its loop.
 */
loop: string
/**
 * Why they could not be read.
 */
reason: string
}[]
}
/**
 * One proposal.
 */
export interface Request {
/**
 * Forge, owner and repo.
 */
repo_id: string
/**
 * Its loop.
 */
loop: string
/**
 * Number of the proposal.
 */
number: number
/**
 * Where a person can look at it.
 */
url?: string
/**
 * State.
 */
state: ("open" | "merged" | "closed")
/**
 * Title.
 */
title: string
/**
 * Class when it was last written.
 */
class?: string
/**
 * Its branch.
 */
branch: string
head: Oid
/**
 * Whether it is a draft.
 */
draft: boolean
/**
 * Labels.
 * 
 * Items: A label.
 */
labels: string[]
opened_at: Instant
/**
 * Text for people; only in show.
 */
body?: string
/**
 * Unified diff; only in show.
 */
diff?: string
/**
 * Object id of git.
 */
merged?: string
}
