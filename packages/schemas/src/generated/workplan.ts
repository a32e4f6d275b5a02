// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * A line of text for people.
 */
export type Text = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * Name of a repository or its owner on a forge.
 */
export type RepoName = string
/**
 * Calendar day.
 */
export type Date = string
/**
 * Status of a task.
 */
export type Status = ("todo" | "in_progress" | "blocked" | "done" | "cancelled")

/**
 * Frontmatter of workplans/*.md. The status of every task stands here and in the task's fence; both must agree.
 */
export interface Workplan {
/**
 * Workplan id.
 */
id: string
/**
 * Marks the document.
 */
type: "workplan"
title: Text
domain?: Slug
repo?: RepoName
/**
 * Status of the workplan.
 */
status: ("draft" | "active" | "paused" | "done" | "cancelled")
owner?: Slug
topic_slug?: Slug
supplier?: Slug
created?: Date
updated?: Date
/**
 * Workplans that come first, by id.
 * 
 * Items: A workplan id.
 */
depends_on?: string[]
/**
 * Tasks, in order.
 * 
 * Items: A task's first copy.
 */
tasks: {
/**
 * Task id.
 */
id: string
status: Status
title: Text
}[]
/**
 * Id of the workstream in the state hub.
 */
state_hub_workstream_id?: string
}
