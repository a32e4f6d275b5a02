// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb import <repo> --json`: the roster entry of a repo, and what follows from it.
 */
export interface ImportReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "import"
/**
 * Whether the roster was changed, or would be (dry run).
 */
status: ("imported" | "planned")
/**
 * Forge, owner and repo.
 */
repo_id: string
/**
 * Loop that takes it in.
 */
loop: string
/**
 * Phase of the entry.
 */
phase: string
/**
 * Wave of the entry.
 */
wave: number
/**
 * Schedule file in the repo.
 */
schedule_file: string
/**
 * Whether the repo has it already.
 */
has_file: boolean
/**
 * Whether the entry was moved from expansion_queue.
 */
from_queue: boolean
/**
 * Roster, relative to the ops repo.
 */
file: string
/**
 * Line of the entry in the edited roster.
 */
line: number
/**
 * The entry as it is written.
 */
entry: {
[k: string]: unknown
}
/**
 * Values that stay as the repo has them, each by an override of the entry.
 */
overrides: Kept[]
/**
 * Values that cannot stay; a first reconcile proposes them.
 */
proposed: Changed[]
/**
 * Agents of the repo that are not the loop's.
 * 
 * Items: Name.
 */
left_alone: string[]
/**
 * What else a person should know.
 * 
 * Items: A sentence.
 */
notes: string[]
/**
 * What a first plan says of the repo.
 */
first_plan: {
/**
 * Worst class of its paths, or what stops the repo.
 */
class: ("in_sync" | "create" | "pending" | "drift" | "adoption" | "conflict" | "leaving" | "leaving_conflict" | "released" | "orphaned" | "opted_out" | "unknown" | "unsupported" | "ineligible" | "foreign_owner" | "moved")
/**
 * Why, in one sentence.
 */
reason: string
/**
 * Whether a reconcile would open a proposal.
 */
proposes: boolean
}
/**
 * Byte edits, ascending: start, end, text.
 */
splices: [number, number, string][]
/**
 * Command to go on with.
 */
next: string
}
/**
 * A value that an override keeps.
 */
export interface Kept {
/**
 * Path in the schedule file.
 */
pointer: string
/**
 * The value; left out when the repo has none, and decides.
 */
live?: (string | boolean)
/**
 * What the phase has.
 */
desired: (string | boolean)
/**
 * When the phase's value holds again.
 */
expires_at: string
}
/**
 * A value that will be proposed.
 */
export interface Changed {
/**
 * Path in the schedule file.
 */
pointer: string
/**
 * Value on the default branch; left out when absent.
 */
live?: (string | boolean | number | null | {
[k: string]: unknown
} | unknown[])
/**
 * What the phase has.
 */
desired: (string | boolean)
/**
 * Why no override keeps it.
 */
why: string
}
