// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Name of a cadence phase of this loop.
 */
export type PhaseName = string
/**
 * Key of a repo: forge, owner and name.
 */
export type RepoKey = string
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
export type Slug = string
/**
 * The one scale. Inconclusive: it could not be judged.
 */
export type Result = ("success" | "failure" | "inconclusive" | "pending")
/**
 * Why an analysis has its result.
 */
export type AnalysisReason = ("streak_reached" | "no_data" | "too_few_repos" | "too_old" | "waiting" | "cycle_failed" | "cycle_inconclusive")
/**
 * Id of a slot: loop, activity, repo and due instant.
 */
export type SlotKey = string
/**
 * Why a slot has its result.
 */
export type SlotReason = ("on_time" | "noop" | "prepared" | "opted_out" | "not_in_sync" | "unreadable" | "config_changed" | "intervention" | "overlap" | "upstream_failed" | "skipped" | "conflicting_records" | "open" | "retry_left" | "missed" | "failed" | "timeout" | "cancelled" | "late" | "provenance" | "evidence_class" | "no_quality" | "low_quality")
/**
 * What happened to a slot. Only dispatched, settled and released need its claim.
 */
export type SlotEventType = ("dispatched" | "settled" | "released" | "prepared" | "opted_out" | "not_in_sync" | "unreadable" | "config_changed" | "skipped" | "intervention" | "note")
/**
 * Name of a resource among its kind; never changes. It may contain '/'.
 */
export type Key = string
/**
 * Id of a promotion record; the file's name.
 */
export type RecordId = string

/**
 * Output of `coulomb evidence --json`: what each analysis comes to, and why.
 */
export interface EvidenceReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "evidence-report"
/**
 * What is known then.
 */
as_of: string
/**
 * Whether there is a state hub; with none, nothing is known.
 */
hub: ("read" | "empty")
/**
 * Loops and phases, in the order of the files.
 */
phases: Phase[]
/**
 * With --log: what was added, by loop.
 */
logged?: Log[]
}
/**
 * One loop and phase.
 */
export interface Phase {
/**
 * Loop.
 */
loop: string
phase: PhaseName
/**
 * What is known then.
 */
as_of: string
/**
 * Cycles that began before are left out.
 */
since: string
/**
 * IANA zone of the loop.
 */
timezone: string
/**
 * Digest of the evidence: SHA-256 of its canonical JSON.
 */
evidence_digest: string
/**
 * The active repos of the phase, by id.
 */
repos: RepoKey[]
/**
 * Ids of the activity definitions that make up a cycle: those that are listed and enabled.
 */
activities: Slug[]
/**
 * Analyses, in the order of the policy.
 */
analyses: Analysis[]
}
/**
 * One exit criterion.
 */
export interface Analysis {
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
key: string
/**
 * Whether repos count alone or together.
 */
scope: ("per_repo" | "fleet")
/**
 * dry_run is shown and never blocks.
 */
enforcement: ("enforce" | "dry_run")
result: Result
reason: AnalysisReason
/**
 * Cycles in a row that succeeded: of the fleet, or of the repo that decides.
 */
streak: number
/**
 * Cycles in a row that are asked for.
 */
limit: number
/**
 * Repos whose cycles count: all of the phase, or the best.
 */
needed: number
/**
 * How sure it is, at 95 %, that a cycle succeeds, by the streak alone: 0.05^(1/n); 0 of none.
 */
lower_bound: number
broken_by?: Break
counterexample?: Counterexample
forecast?: Forecast
/**
 * With per_repo: each repo's own; else empty.
 */
repos: RepoStreak[]
/**
 * Cycles of the window, ascending.
 */
cycles: Cycle[]
}
/**
 * Why a streak is not longer.
 */
export interface Break {
/**
 * result: a cycle did not succeed. gap: a cycle is missing. left_out: a cycle counts for no streak.
 */
kind: ("result" | "gap" | "left_out")
/**
 * Id of the cycle.
 */
cycle: string
/**
 * The same in words.
 */
message: string
}
/**
 * The slot that an analysis fails, or waits, by.
 */
export interface Counterexample {
slot: SlotKey
repo: RepoKey
/**
 * When it was due.
 */
due: string
result: Result
reason: SlotReason
/**
 * The reason in words.
 */
message: string
}
/**
 * When it succeeds if every slot that is open or to come succeeds; absent for a success.
 */
export interface Forecast {
/**
 * Cycles that are missing.
 */
missing: number
/**
 * When the last slot of the last of them is due; absent: the files expect no such cycle.
 */
earliest?: string
/**
 * When the time to close that slot is over.
 */
latest?: string
}
/**
 * What one repo comes to, by itself.
 */
export interface RepoStreak {
repo: RepoKey
result: Result
reason: AnalysisReason
/**
 * Cycles in a row that succeeded.
 */
streak: number
broken_by?: Break
}
/**
 * A cycle.
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
 * The one scale. Inconclusive: it could not be judged.
 */
result?: ("success" | "failure" | "inconclusive" | "pending")
/**
 * Why it counts for no streak.
 */
left_out?: string
/**
 * Repos that have slots in it.
 */
repos: RepoCycle[]
}
/**
 * What a repo comes to in a cycle: the worst of its slots.
 */
export interface RepoCycle {
repo: RepoKey
result: Result
/**
 * Why it counts for no streak.
 */
left_out?: string
/**
 * Slots, ascending by due and key.
 */
slots: Slot[]
}
/**
 * A slot with its verdict.
 */
export interface Slot {
slot: SlotKey
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
activity: string
/**
 * When it is due.
 */
due: string
result: Result
reason: SlotReason
/**
 * Row of the table of verdicts that decided, from 1.
 */
row: number
/**
 * The reason in words.
 */
message: string
/**
 * From when on the facts say so; absent while it is pending.
 */
decided_at?: string
/**
 * The record that decided.
 */
record?: string
event?: Event
/**
 * How well the record is proved.
 */
class?: ("verified" | "ci" | "human" | "self")
}
/**
 * The event that decided.
 */
export interface Event {
/**
 * Its place among the events of the slot, from 1.
 */
seq: number
type: SlotEventType
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
 * What was added to the log of a loop.
 */
export interface Log {
/**
 * Lower-case word: letters, digits, hyphen, underscore.
 */
loop: string
/**
 * File, relative to the ops repo.
 */
file: string
/**
 * Ids of the cycles that got an entry.
 */
cycles: Key[]
/**
 * Ids of the promotion records that got an entry.
 */
records: RecordId[]
/**
 * Ids of the records whose seals got an entry.
 */
seals: RecordId[]
}
