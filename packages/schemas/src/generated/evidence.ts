// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * Key of a repo: forge, owner and name.
 */
export type RepoKey = string
/**
 * Id of a slot: loop, activity, repo and due instant.
 */
export type SlotKey = string
/**
 * What happened to a slot. Only dispatched, settled and released need its claim.
 */
export type SlotEventType = ("dispatched" | "settled" | "released" | "prepared" | "opted_out" | "not_in_sync" | "unreadable" | "config_changed" | "skipped" | "intervention" | "note")
/**
 * RFC 3339 instant in UTC.
 */
export type Instant = string
/**
 * A line of text for people.
 */
export type Text = string

/**
 * evidence.json: everything the analyses of one loop and phase are judged from. The same bytes give the same results, anywhere and at any time.
 */
export interface Evidence {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "evidence"
/**
 * Loop.
 */
loop: string
phase: PhaseName
/**
 * What is known then: what came later is left out.
 */
as_of: string
/**
 * IANA zone that people read its instants in.
 */
timezone: string
/**
 * Version of the time zone data that the cycles were planned with.
 */
tzdata: string
/**
 * The criteria, as the policy has them.
 */
analyses: Analysis[]
digests: Digests
/**
 * The active repos of the phase, by id.
 */
repos: Repo[]
/**
 * Active repos that are beyond the phase, by id.
 */
past: RepoKey[]
/**
 * Ids of the activity definitions that make up a cycle.
 */
activities: Slug[]
/**
 * Cycles, ascending.
 */
cycles: Cycle[]
/**
 * Slots, ascending by due and key.
 */
slots: Slot[]
/**
 * What happened to them, by slot and seq.
 */
events: Event[]
/**
 * Records that name them, as they came.
 */
records: KeptRecord[]
}
/**
 * One exit criterion.
 */
export interface Analysis {
key: Slug
/**
 * What is counted.
 */
unit: "cycle"
/**
 * Whether repos count alone or together.
 */
scope: ("per_repo" | "fleet")
/**
 * Repos that take part: all active ones, or at least so many.
 */
availability: ("all" | {
/**
 * At least so many repos.
 */
minimum_repos: number
})
/**
 * Successful cycles in a row.
 */
consecutive_success_limit: number
/**
 * What a missing record means.
 */
on_missing: ("hold" | "fail")
/**
 * How old the newest cycle may be.
 */
max_age?: string
/**
 * Latest dispatch after the due instant.
 */
start_deadline?: string
/**
 * Latest closing record after the due instant.
 */
close_deadline: string
/**
 * What completes a slot: its closing record, or its prepared bundle.
 */
complete_when?: ("closed" | "prepared")
/**
 * Least quality of a record, 0 to 1.
 */
min_quality?: number
/**
 * Which records count.
 */
evidence?: {
/**
 * Classes of evidence.
 * 
 * @minItems 1
 * 
 * Items: A class.
 */
accept: [("verified" | "ci" | "human" | "self"), ...(("verified" | "ci" | "human" | "self"))[]]
}
/**
 * dry_run is shown and never blocks.
 */
enforcement?: ("enforce" | "dry_run")
}
/**
 * What the files say now; cycles under other digests do not count.
 */
export interface Digests {
/**
 * Digest of the cadence policy, as far as evidence rests on it.
 */
policy: string
/**
 * Digest of each activity definition of the phase, by its id.
 */
definitions: {
/**
 * Its digest.
 */
[k: string]: string
}
}
/**
 * A repo of the phase.
 */
export interface Repo {
repo: RepoKey
/**
 * When it came into the phase, where that is known; cycles that began before do not count.
 */
since?: string
/**
 * Digest of its owned schedule values as the files have them now.
 */
schedule_digest?: string
}
/**
 * A cycle by the phase's present clock.
 */
export interface Cycle {
/**
 * Id of the cycle.
 */
id: string
/**
 * When it begins.
 */
anchor: string
/**
 * Counts anchors: the next cycle has the next number.
 */
seq: number
}
/**
 * A slot as it is judged.
 */
export interface Slot {
key: SlotKey
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
activity: string
repo: RepoKey
/**
 * When it is due.
 */
due: string
/**
 * Id of its cycle.
 */
cycle: string
/**
 * From then on it was to be handed out; default: due.
 */
ready_at?: string
/**
 * Digest of the activity definition it was written under.
 */
definition_digest?: string
/**
 * Digest of the cadence policy it was written under.
 */
policy_digest?: string
/**
 * Digest of the pilot's owned schedule values it was written under.
 */
schedule_digest?: string
/**
 * The files expect it, and no ledger has it.
 */
unwritten?: true
}
/**
 * Something that happened to a slot.
 */
export interface Event {
slot: SlotKey
/**
 * Its place among the events of the slot, from 1.
 */
seq: number
type: SlotEventType
/**
 * More, by name.
 */
data?: {
/**
 * A value.
 */
[k: string]: string | number | boolean | null
}
/**
 * Name of the token that told it.
 */
by: string
/**
 * When it came, by the hub's clock.
 */
at: string
}
/**
 * A metrics record, and how it came.
 */
export interface KeptRecord {
record: MetricsRecord
/**
 * RFC 3339 instant in UTC.
 */
received_at: string
/**
 * Name of the token that sent it.
 */
sent_by: string
}
/**
 * One run of an agent in a repo, as a line of its metrics file.
 */
export interface MetricsRecord {
/**
 * Its id, made by who wrote it.
 */
record_id: string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
agent: string
repo: RepoKey
slot?: SlotKey
/**
 * Id of its cycle.
 */
cycle?: string
/**
 * Which attempt, from 1.
 */
attempt: number
/**
 * Why it ran.
 */
trigger: ("schedule" | "retry" | "catch_up" | "backfill" | "manual")
/**
 * Whether it did what it should.
 */
success: boolean
/**
 * What came of it.
 */
outcome: ("success" | "noop" | "failed" | "timeout" | "cancelled")
/**
 * Seconds that it took.
 */
time_s: number
/**
 * How good it is, from 0 to 1.
 */
quality?: number
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
quality_source?: string
/**
 * Why it failed, or did nothing; needed where it failed.
 */
reason?: string
/**
 * When it began.
 */
started_at: string
/**
 * When it ended.
 */
finished_at: string
/**
 * When this was written.
 */
recorded_at: string
/**
 * What it cost, by unit, such as usd or output_tokens.
 */
cost?: {
/**
 * An amount.
 */
[k: string]: number
}
/**
 * Who ran it.
 */
actor: string
/**
 * What people did meanwhile.
 * 
 * @maxItems 50
 * 
 * Items: One of them.
 */
interventions?: {
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
kind: string
/**
 * Who.
 */
by?: string
at?: Instant
note?: Text
}[]
/**
 * What it ran on.
 */
provenance?: {
/**
 * Commit.
 */
head?: string
/**
 * Digest of the bundle.
 */
bundle?: string
/**
 * Digest of the activity definition.
 */
definition?: string
}
/**
 * The record that this one replaces.
 */
corrects?: string
/**
 * Digest of the line before.
 */
prev?: string
}
