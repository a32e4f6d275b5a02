// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb promote show --json`.
 */
export interface PromoteShowReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "promote-show"
/**
 * Record that the proposal holds.
 */
record: string
/**
 * Loop.
 */
loop: string
/**
 * What it does.
 */
direction: ("promote" | "demote" | "hold" | "release")
/**
 * Title of the proposal.
 */
title: string
/**
 * What the proposal says, as Markdown.
 */
body: string
/**
 * What merging it changes, as git shows it.
 */
diff: string
/**
 * Commit of its branch.
 */
head: string
/**
 * Where it is.
 */
proposal: {
/**
 * Its number.
 */
number: number
/**
 * Its page.
 */
url?: string
}
}
