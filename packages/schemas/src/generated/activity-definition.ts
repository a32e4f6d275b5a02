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
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * A kind of proof.
 */
export type ProofKind = ("smoke_test" | "dry_run" | "regulator_approval")
/**
 * RFC 3339 instant in UTC.
 */
export type Instant = string
/**
 * Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.
 */
export type Cron = string
/**
 * IANA time zone, checked against the zones of this runtime.
 */
export type Zone = string
/**
 * ISO 8601 duration without months or years.
 */
export type Duration = string
/**
 * How often an agent runs, as the supplier's contract says it. There is no hourly: during bootstrap the cron carries it.
 */
export type Cadence = ("daily" | "weekly" | "monthly" | "manual")
/**
 * Name of a coding agent.
 */
export type AgentName = string

/**
 * Frontmatter of activity-definitions/*.md: what one activity does, when, for whom, and what must be proved before it is enabled. The body is the task's template.
 */
export interface ActivityDefinition {
/**
 * Id: the file's name without .md.
 */
id: string
/**
 * Marks the document.
 */
type: "activity-definition"
title: Text
owner: Slug
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
governance?: string
loop: Slug
phase: PhaseName
/**
 * Step of the loop this activity does.
 */
step: string
/**
 * Whether it fires. Default false.
 */
enabled?: boolean
/**
 * What must be proved before `enabled: true`.
 */
enable_gate?: {
/**
 * Kinds of proof.
 */
requires: ProofKind[]
/**
 * Proofs given.
 * 
 * Items: A proof.
 */
proof?: {
kind: ProofKind
/**
 * Where it is: a log entry, a decision, a promotion id.
 */
ref: string
/**
 * Definition digest it was given for.
 */
digest?: string
at?: Instant
}[]
}
/**
 * Supplier's template it was tuned from.
 */
based_on?: {
supplier: Slug
template: Slug
/**
 * Version of the supplier's repo.
 */
ref?: string
}
/**
 * When it fires.
 */
trigger: {
/**
 * By the clock, by hand, or after another activity.
 */
kind: ("cron" | "manual" | "after")
cron?: Cron
timezone?: Zone
/**
 * What happens in the two odd nights.
 */
dst?: {
/**
 * A civil time that does not exist is shifted or skipped.
 */
gap?: ("shift" | "skip")
/**
 * A civil time that comes twice fires at the first or at each.
 */
overlap?: ("first" | "each")
}
/**
 * Delay of the dispatch, the same for the same repo.
 */
jitter?: {
max: Duration
/**
 * How it is drawn.
 */
mode?: "hash"
}
}
/**
 * How slots are worked off.
 */
policy?: {
/**
 * What happens when the last one is still open.
 */
overlap?: ("skip" | "buffer_one" | "allow")
/**
 * What happens to missed ones.
 */
catch_up?: ("none" | "latest" | "all")
/**
 * ISO 8601 duration without months or years.
 */
window?: string
start_deadline?: Duration
close_deadline?: Duration
/**
 * Further attempts.
 */
retries?: number
}
/**
 * What the activity runs over.
 */
context?: {
/**
 * Where its inputs come from.
 * 
 * Items: A source.
 */
sources: {
/**
 * Kind.
 */
type: "kaizen"
/**
 * Resolver.
 */
resolver: "discover_kaizen_scheduled_repos"
/**
 * Parameters of the resolver.
 */
params: {
domain: Slug
cadence: Cadence
agent?: AgentName
}
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
bind: string
/**
 * What an empty result means.
 */
on_empty?: ("skip" | "fail")
}[]
/**
 * What one task is made for.
 */
for_each?: string
/**
 * Whether the repo's own cron must agree.
 */
target_cron?: ("require_match" | "ignore")
}
/**
 * Activities of the same cycle that come first.
 * 
 * Items: A dependency.
 */
depends_on?: {
activity: Slug
/**
 * Done well, or only prepared.
 */
when?: ("success" | "prepared")
}[]
/**
 * The task it makes.
 */
task: {
/**
 * Title; may hold {{repo}}, {{slot}}, {{cycle}}, {{agent}}.
 */
title: string
/**
 * Priority.
 */
priority?: ("low" | "medium" | "high" | "critical")
/**
 * Command that prepares the session's bundle.
 */
prepare?: string
/**
 * Command that closes the session.
 */
close?: string
}
/**
 * Bounds for one session.
 */
budget?: {
time?: Duration
/**
 * Most it may cost, in the loop's currency.
 */
cost?: number
}
/**
 * What a session may do.
 * 
 * Items: A permission.
 */
permissions?: ("read" | "write" | "open_proposal" | "network")[]
}
