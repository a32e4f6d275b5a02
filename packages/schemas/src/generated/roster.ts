// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * Name of a repository or its owner on a forge.
 */
export type RepoName = string
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * A line of text for people.
 */
export type Text = string

/**
 * loops/<loop>/roster.yaml: which repos run the loop, and in which phase (ADR-004).
 */
export interface Roster {
/**
 * Version of this format. A reader refuses a newer major.
 */
schema_version: "roster/v1"
/**
 * Name of the loop: the folder's name.
 */
loop: string
/**
 * Decision that this roster rests on.
 */
decision?: string
/**
 * Schedule file in every pilot repo. Default .kaizen/schedule.yml.
 */
schedule_path?: string
/**
 * What entries leave out.
 */
defaults?: {
forge?: Slug
owner?: RepoName
domain?: Slug
phase?: PhaseName
/**
 * Wave.
 */
wave?: number
}
/**
 * Repos that run the loop.
 */
active: Entry[]
/**
 * Next repos to take in, in order.
 */
expansion_queue?: Entry[]
/**
 * Repos stopped on purpose: owned agents are disabled, then released.
 */
saturated?: Entry[]
/**
 * Repos that leave, and how.
 * 
 * Items: A leaving repo.
 */
removed?: {
forge?: Slug
owner?: RepoName
repo: RepoName
/**
 * release forgets, disable switches the agents off, prune deletes what is ours.
 */
mode: ("release" | "disable" | "prune")
reason: Text
}[]
/**
 * Repos that were renamed or transferred; what is known of them is carried over.
 * 
 * Items: A move.
 */
moved?: {
forge?: Slug
/**
 * Old owner/repo, or repo.
 */
from: string
/**
 * New owner/repo, or repo.
 */
to: string
}[]
}
/**
 * One repo. What it leaves out comes from `defaults`.
 */
export interface Entry {
repo: RepoName
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
forge?: string
/**
 * Name of a repository or its owner on a forge.
 */
owner?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
domain?: string
/**
 * Name of a cadence phase of this loop.
 */
phase?: string
/**
 * Wave in which changes reach this repo, from 0.
 */
wave?: number
note?: Text
/**
 * Values that differ here from the phase, for a while.
 * 
 * Items: An override.
 */
overrides?: {
/**
 * Owned path in the schedule file.
 */
path: string
/**
 * Pinned value; without it the repo decides.
 */
value?: (string | boolean)
reason: Text
/**
 * Who answers for it.
 */
owner: string
/**
 * When it ends, at most 90 days ahead.
 */
expires_at: string
}[]
}
