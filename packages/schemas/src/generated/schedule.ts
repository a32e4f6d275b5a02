// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * RFC 3339 instant in UTC.
 */
export type Instant = string
/**
 * A line of text for people.
 */
export type Text = string

/**
 * .kaizen/schedule.yml in a pilot repo: the supplier's contract (ADR-005). Owned by the pilot; the loop owns the paths marked x-ownership.
 */
export interface Schedule {
/**
 * Version of the supplier's format, as the supplier writes it.
 */
version?: (string | number)
/**
 * IANA time zone of every cron in this file.
 */
timezone: string
/**
 * Domain the repo belongs to.
 */
domain?: string
/**
 * The repo's own kill switch: false is consent withdrawn, and wins.
 */
enabled?: boolean
/**
 * A pause set by the repo; it wins until it ends.
 */
paused?: {
until?: Instant
reason: Text
/**
 * Who.
 */
by?: string
}
/**
 * Scheduled agents by name.
 */
agents: {
[k: string]: Agent
}
}
/**
 * One agent. Keys beside these are the repo's own.
 * 
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[a-z0-9][a-z0-9_-]*$".
 */
export interface Agent {
/**
 * How often it runs.
 */
cadence: ("daily" | "weekly" | "monthly" | "manual")
/**
 * When it runs, in the file's time zone. Absent for manual agents.
 */
cron?: string
/**
 * Whether it runs.
 */
enabled: boolean
/**
 * Prompt or skill the supplier's command uses.
 */
prompt?: string
/**
 * Longest session.
 */
timeout?: string
/**
 * Labels for the agent's tasks.
 * 
 * Items: A label.
 */
labels?: string[]
/**
 * For people.
 */
notes?: string
}
