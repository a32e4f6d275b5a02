// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * RFC 3339 instant in UTC.
 */
export type Instant = string
/**
 * IANA time zone, checked against the zones of this runtime.
 */
export type Zone = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * Name of a coding agent.
 */
export type AgentName = string
/**
 * Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.
 */
export type Cron = string

/**
 * Output of `coulomb schedule next --json`: coming firings.
 */
export interface ScheduleNextReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.1"
/**
 * Marks the document.
 */
kind: "schedule-next"
from: Instant
to: Instant
/**
 * Firings, by instant, repo and step.
 */
firings: Firing[]
}
/**
 * One firing: a slot of an activity, or of an agent that its schedule file alone starts.
 */
export interface Firing {
at: Instant
/**
 * Civil time in the zone, with its offset.
 */
local: string
zone: Zone
/**
 * Forge, owner and repo.
 */
repo_id: string
loop: Slug
phase: PhaseName
step: AgentName
cron: Cron
/**
 * Set when the zone's offset changes that day.
 */
dst?: ("gap" | "overlap")
/**
 * Key of the slot; absent for an agent without an activity definition.
 */
slot?: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
activity?: string
/**
 * Id of the cycle that the slot belongs to.
 */
cycle?: string
/**
 * Whether the activity definition is enabled: until then nothing is handed out.
 */
enabled?: boolean
}
