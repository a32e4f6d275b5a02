// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * RFC 3339 instant in UTC.
 */
export type Instant = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string

/**
 * Output of `coulomb schedule load --json`: firings for each hour.
 */
export interface ScheduleLoadReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "schedule-load"
from: Instant
to: Instant
/**
 * Zone of the civil times: that of coulomb.yaml.
 */
zone: string
load: Load
before?: Load1
/**
 * The commit that `before` was read from.
 */
compared_with?: {
/**
 * As it was named.
 */
ref: string
/**
 * Its id.
 */
commit: string
}
/**
 * The phases that `--phase` supposes, by repo and loop.
 * 
 * Items: A repo.
 */
phases?: {
/**
 * Forge, owner and repo.
 */
repo_id: string
loop: Slug
/**
 * Phase in the roster.
 */
from: string
/**
 * Phase that is supposed.
 */
to: string
}[]
/**
 * Every hour of the range, ascending; the last may be cut.
 */
hours: Hour[]
}
/**
 * By the files as they are, with the phases of `--phase`.
 */
export interface Load {
/**
 * Firings in the range.
 */
firings: number
/**
 * Firings for each hour, to three decimals.
 */
mean_per_hour: number
busiest_hour?: Peak
busiest_minute?: Peak1
busiest_dispatch?: Peak2
}
/**
 * The first of the busiest hours of `hours`; absent when nothing fires.
 */
export interface Peak {
at: Instant
/**
 * Civil time in the zone, with its offset.
 */
local: string
/**
 * Firings in it.
 */
firings: number
}
/**
 * The first of the busiest minutes, by when firings are due.
 */
export interface Peak1 {
at: Instant
/**
 * Civil time in the zone, with its offset.
 */
local: string
/**
 * Firings in it.
 */
firings: number
}
/**
 * The first of the busiest minutes, by when firings are handed out: due and jitter.
 */
export interface Peak2 {
at: Instant
/**
 * Civil time in the zone, with its offset.
 */
local: string
/**
 * Firings in it.
 */
firings: number
}
/**
 * By the commit of `--compare`, else by the files as they are; absent when nothing is compared.
 */
export interface Load1 {
/**
 * Firings in the range.
 */
firings: number
/**
 * Firings for each hour, to three decimals.
 */
mean_per_hour: number
busiest_hour?: Peak
busiest_minute?: Peak1
busiest_dispatch?: Peak2
}
/**
 * An hour.
 */
export interface Hour {
/**
 * RFC 3339 instant in UTC.
 */
at: string
/**
 * Civil time in the zone, with its offset.
 */
local: string
/**
 * Firings due in it.
 */
firings: number
/**
 * The same before; absent when nothing is compared.
 */
before?: number
/**
 * `firings` less `before`.
 */
difference?: number
}
