/** The one scale of slots, cycles, analyses and gates. Inconclusive: it could not be judged. */
export type Result = "success" | "failure" | "inconclusive" | "pending";

/** Why a slot has its result. */
export type VerdictReason =
  | "on_time"
  | "noop"
  | "prepared"
  | "opted_out"
  | "not_in_sync"
  | "unreadable"
  | "config_changed"
  | "intervention"
  | "overlap"
  | "upstream_failed"
  | "skipped"
  | "conflicting_records"
  | "open"
  | "retry_left"
  | "missed"
  | "failed"
  | "timeout"
  | "cancelled"
  | "late"
  | "provenance"
  | "evidence_class"
  | "no_quality"
  | "low_quality";

/**
 * How well a record is proved. `verified`: the hub saw its task go out, and bundle and head are those that were prepared.
 * `ci`: a token of CI sent it. `human`: another person confirmed it. `self`: only who ran it says so.
 */
export type EvidenceClass = "verified" | "ci" | "human" | "self";

/** What a slot comes to. Computed from facts, never stored. */
export interface Verdict {
  readonly result: Result;
  readonly reason: VerdictReason;
  /** Row of the table in page 06, 6 that decided, from 1. */
  readonly row: number;
  readonly message: string;
  /** From when on the facts say so, in epoch milliseconds; `undefined` while it is pending. */
  readonly decidedAt?: number;
  /** Id of the record that decided. */
  readonly record?: string;
  readonly class?: EvidenceClass;
}

const badness: Readonly<Record<Result, number>> = { success: 0, pending: 1, inconclusive: 2, failure: 3 };

/** Orders results from the best to the worst. */
export function compareResults(a: Result, b: Result): number {
  return badness[a] - badness[b];
}

/** The worst of some results: failure > inconclusive > pending > success. Of none: pending. */
export function worstOf(results: readonly Result[]): Result {
  const [first = "pending", ...rest] = results;
  return rest.reduce((worst, each) => (badness[each] > badness[worst] ? each : worst), first);
}
