// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Output of `coulomb promote backtest --json`.
 */
export interface PromoteBacktestReport {
/**
 * Version of this format: minor is additive.
 */
format_version: "1.0"
/**
 * Marks the document.
 */
kind: "promote-backtest"
/**
 * Loop that was replayed.
 */
loop: string
/**
 * File of the policy that was tried, relative to the ops repo.
 */
policy: string
/**
 * Start of the span.
 */
since: string
/**
 * Its end, by the hub's clock: what was corrected until then counts as corrected.
 */
as_of: string
/**
 * Whether there was a ledger to read.
 */
hub: ("read" | "empty")
/**
 * Phases of both policies, those of the present one first.
 */
phases: BacktestPhase[]
/**
 * Stays of repos in phases, by repo, then by time.
 */
stays: BacktestStay[]
/**
 * What comes of the policy that was tried, of the present one, and what came by the records.
 */
totals: {
tried: BacktestTotals
present: BacktestTotals
happened: BacktestTotals
}
/**
 * The policy that was tried, less the others.
 */
difference: {
to_present: BacktestDifference
to_happened: BacktestDifference
}
/**
 * Repos of which less is known than the span asks for.
 */
short_histories: ShortHistory[]
/**
 * What is taken to be as wanted all the time.
 * 
 * Items: people: everybody agrees at once. definitions: they compile and are proved. schedules: they are valid. sync: pilots are as desired, beside what the ledger says of their slots. suspension: there is none. roster: it was as it is now, beside phases.
 */
not_replayed: ("people" | "definitions" | "schedules" | "sync" | "suspension" | "roster")[]
}
/**
 * A phase.
 */
export interface BacktestPhase {
/**
 * Its name.
 */
name: string
/**
 * Which policies have it.
 */
in: ("both" | "present" | "tried")
}
/**
 * A repo's time in one phase: what each policy would have done, and what came.
 */
export interface BacktestStay {
/**
 * Id of the repo.
 */
repo: string
/**
 * The phase.
 */
phase: string
/**
 * The record that brought it there; absent where none did.
 */
began?: {
/**
 * When it was proposed.
 */
at: string
/**
 * Its id.
 */
record: string
/**
 * Which way it came.
 */
direction: ("promote" | "demote")
}
tried: BacktestOutcome
present: BacktestOutcome
/**
 * What came; absent: it is there still.
 */
happened?: {
/**
 * Which way it went.
 */
kind: ("promoted" | "demoted")
/**
 * When its record was proposed.
 */
at: string
/**
 * Phase it went to.
 */
to: string
/**
 * Cycles of the phase that began in the stay before, as far as the span shows them.
 */
cycles: number
/**
 * The record.
 */
record: string
}
}
/**
 * The first thing that a policy would have done in a stay.
 */
export interface BacktestOutcome {
/**
 * promoted or demoted: it would have moved the repo. stayed: it would have done neither. no_phase: the policy has no such phase.
 */
kind: ("promoted" | "demoted" | "stayed" | "no_phase")
/**
 * When; of stayed: until when it was looked at. Absent with no_phase.
 */
at?: string
/**
 * Phase that it would have gone to.
 */
to?: string
/**
 * Cycles of the phase that began in the stay before, as far as the span shows them.
 */
cycles?: number
broken_by?: BacktestBreak
after?: BacktestAfter
/**
 * Of demoted: the slot and its verdict.
 */
reason?: string
/**
 * Of stayed: the gates that were not met then; of the last phase none.
 */
waits?: BacktestGate[]
/**
 * Of stayed: when only a shut window kept it from being promoted first; absent: never.
 */
ready_at?: string
}
/**
 * What broke the streak last; absent where nothing did.
 */
export interface BacktestBreak {
/**
 * Key of the exit criterion.
 */
analysis: string
/**
 * Cycle that did it.
 */
cycle: string
/**
 * Slot that did it, where one did.
 */
slot?: string
/**
 * Why: the reason of its verdict, or in words.
 */
message: string
}
/**
 * Of promoted, where the policy watches cycles after a promotion.
 */
export interface BacktestAfter {
/**
 * Cycles that are known, at most `within_cycles` of the policy.
 */
cycles: number
/**
 * Of these, in failure.
 */
failure: number
/**
 * Of these, inconclusive.
 */
inconclusive: number
}
/**
 * A gate that was not met.
 */
export interface BacktestGate {
/**
 * Its name; of an exit criterion the key of its analysis.
 */
key: string
/**
 * Its result.
 */
result: ("failure" | "inconclusive" | "pending")
/**
 * Why.
 */
description: string
}
/**
 * Counts of stays.
 */
export interface BacktestTotals {
/**
 * Stays that ended by a promotion.
 */
promotions: number
/**
 * Stays that ended by being taken back.
 */
demotions: number
/**
 * Median of the cycles that a promotion took; absent without one.
 */
median_cycles?: number
}
/**
 * A difference.
 */
export interface BacktestDifference {
/**
 * Promotions.
 */
promotions: number
/**
 * Demotions.
 */
demotions: number
/**
 * Median of cycles waited, where both have one.
 */
median_cycles?: number
}
/**
 * A repo.
 */
export interface ShortHistory {
/**
 * Its id.
 */
repo: string
/**
 * When its first cycle in the ledger begins; absent: there is none.
 */
begins?: string
}
