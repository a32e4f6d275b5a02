// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb sync explain --json`.
 */
export interface SyncExplainReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "sync-explain"
/**
 * Key of the task.
 */
key: string
/**
 * Where it stands.
 */
state: ("linked" | "unlinked" | "new" | "deleted" | "stopped" | "gone")
/**
 * File, relative to the repo.
 */
file?: string
/**
 * Line, from 1.
 */
line?: number
/**
 * Id on the hub.
 */
id?: string
/**
 * Revision on the hub.
 */
rev?: number
/**
 * The status as each copy of the file has it.
 */
copies?: {
/**
 * In the frontmatter.
 */
frontmatter: string
/**
 * In the task fence.
 */
fence: string
}
/**
 * One finding.
 */
finding?: {
/**
 * Code.
 */
code: string
/**
 * How bad it is.
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
 * Line, from 1.
 */
line?: number
/**
 * Column, from 1.
 */
column?: number
}
/**
 * Fields, and what decides about each.
 * 
 * Items: One field.
 */
fields: {
/**
 * Field.
 */
field: ("status" | "title" | "priority")
/**
 * In the file.
 */
local: (string | null)
/**
 * On the hub.
 */
remote: (string | null)
/**
 * Last seen equal on both.
 */
base: (string | null)
/**
 * Revision of the hub's value; 0: none.
 */
rev: number
/**
 * Revision that the base was taken at; 0: none.
 */
base_rev: number
/**
 * Version of the file's value, where both changed: commit:<oid> or rev:<n>.
 */
version?: string
/**
 * The row of the table that decides.
 */
row: string
/**
 * Who loses the conflict.
 */
loser?: ("local" | "remote")
/**
 * Who set the hub's value.
 */
hub_set?: {
/**
 * The token's name.
 */
by: string
/**
 * When, RFC 3339.
 */
at: string
/**
 * Why.
 */
reason?: string
}
/**
 * Who set the file's value: a commit, or a revision of the hub that was copied.
 */
file_set?: {
/**
 * The commit.
 */
commit?: string
/**
 * Its author.
 */
by?: string
/**
 * When, RFC 3339.
 */
at?: string
/**
 * The revision.
 */
copied?: number
}
/**
 * What the open proposal sets it to; null takes it away.
 */
proposed?: (string | null)
/**
 * Id on the hub of the conflict that waits for a person.
 */
conflict?: string
}[]
/**
 * The newest proposal of the sync.
 */
proposal?: {
/**
 * Its number.
 */
number: number
/**
 * open, merged or closed.
 */
state: string
/**
 * Its title.
 */
title: string
/**
 * Where to look at it.
 */
url?: string
}
}
