import type { Analysis, EvidenceEvent, EvidenceRecord } from "@coulomb-loop/schemas";
import { parseDuration } from "../duration.ts";
import { classOf, provenanceFlaw } from "./evidence-class.ts";
import {
  clockSlack,
  dispatchesOf,
  recordsInTime,
  type SlotDigests,
  type SlotFacts,
  textOf,
  uncorrected,
} from "./slot-facts.ts";
import { compareResults, type Verdict } from "./verdict.ts";

/** What a slot is judged by, read once from an analysis. Durations in milliseconds. */
export interface Criteria {
  /** Infinity: none. */
  readonly startDeadline: number;
  readonly closeDeadline: number;
  readonly isMissingFailure: boolean;
  readonly byPreparation: boolean;
  readonly minQuality: number;
  readonly accept: ReadonlySet<string> | undefined;
}

/** Reads the criteria of an analysis. */
export function criteriaOf(analysis: Analysis): Criteria {
  return {
    startDeadline: parseDuration(analysis.start_deadline ?? "") ?? Number.POSITIVE_INFINITY,
    closeDeadline: parseDuration(analysis.close_deadline) ?? 0,
    isMissingFailure: analysis.on_missing === "fail",
    byPreparation: analysis.complete_when === "prepared",
    minQuality: analysis.min_quality ?? 0,
    accept: analysis.evidence === undefined ? undefined : new Set(analysis.evidence.accept),
  };
}

/** Digests that a repo's cycle began under, as its first dispatch tells them: those of the rest are compared with them. */
export type CycleDigests = Pick<SlotDigests, "policy" | "schedule">;

/** What one slot is judged from. */
interface Case extends Criteria {
  readonly facts: SlotFacts;
  readonly cycle: CycleDigests;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly closeBy: number;
}

type Row = (input: Case) => Verdict | undefined;

/**
 * Judges one slot by page 06, 6: the first row that matches wins. `asOf` is epoch milliseconds; facts must be those known then.
 * The order in which facts are given does not matter, and another failing record never makes it better. Pure.
 */
export function judgeSlot(
  facts: SlotFacts,
  criteria: Criteria,
  { cycle, asOf }: { readonly cycle: CycleDigests; readonly asOf: number },
): Verdict {
  const input: Case = { ...criteria, facts, cycle, asOf, closeBy: facts.due + criteria.closeDeadline };
  for (const row of rows) {
    const verdict = row(input);
    if (verdict !== undefined) return verdict;
  }
  return judgeClosing(input);
}

const rows: readonly Row[] = [judgeConsent, judgeConfig, judgeIntervention, judgeSkipped];

const consentWords = {
  opted_out: "its repo withdrew its consent",
  not_in_sync: "the repo's own schedule was not as desired",
  unreadable: "its repo could not be read",
} as const;

/** Row 1. What is told after the task went out came too late to keep it from running. */
function judgeConsent({ facts: { events } }: Case): Verdict | undefined {
  for (const event of events) {
    if (event.type === "dispatched") return undefined;
    if (event.type === "opted_out" || event.type === "not_in_sync" || event.type === "unreadable")
      return byEvent(event, { result: "inconclusive", reason: event.type, row: 1 }, consentWords[event.type]);
  }
  return undefined;
}

/** Row 2: told by the tick, or to be seen from what the dispatches of the cycle say. */
function judgeConfig({ facts, cycle }: Case): Verdict | undefined {
  const told = facts.events.find(({ type }) => type === "config_changed");
  const verdict = { result: "inconclusive", reason: "config_changed", row: 2 } as const;
  if (told !== undefined) return byEvent(told, verdict, "the configuration changed within its cycle");
  const dispatches = dispatchesOf(facts);
  const [first, ...again] = dispatches;
  const definition = first?.data.definition_digest;
  const changes = [
    ["definition", again.find(({ data }) => isOther(data.definition_digest, definition))],
    ["policy", dispatches.find(({ data }) => isOther(data.policy_digest, cycle.policy))],
    ["schedule", dispatches.find(({ data }) => isOther(data.schedule_digest, cycle.schedule))],
  ] as const;
  const changed = changes.flatMap(([name, event]) => (event === undefined ? [] : [{ name, event }]));
  const [since] = changed.map(({ event }) => event).sort((a, b) => a.seq - b.seq);
  if (since === undefined) return undefined;
  const names = changed.map(({ name }) => name).join(" and ");
  return byEvent(since, verdict, `its ${names} changed within the cycle`);
}

/** Whether two digests are known and differ: what was not told says nothing. */
function isOther(told: unknown, known: unknown): boolean {
  const [a, b] = [textOf(told), textOf(known)];
  return a !== undefined && b !== undefined && a !== b;
}

/** What people may do to a slot without touching its run. */
const harmless: ReadonlySet<unknown> = new Set(["opened", "review", "merge", "sign_off"]);

/** Row 3: a person re-ran, forced, skipped or reopened it, or answered in the middle of a run. */
function judgeIntervention({ facts: { events, records } }: Case): Verdict | undefined {
  const verdict = { result: "failure", reason: "intervention", row: 3 } as const;
  const told = events.find(({ type, data }) => type === "intervention" && !harmless.has(data?.kind));
  if (told !== undefined)
    return byEvent(told, verdict, `somebody stepped in: ${String(told.data?.kind ?? "intervention")}`);
  for (const kept of records) {
    const { record } = kept;
    if (record.trigger === "manual") return byRecord(kept, verdict, `${record.actor} ran it by hand`);
    const done = (record.interventions ?? []).find(({ kind }) => !harmless.has(kind));
    if (done !== undefined) return byRecord(kept, verdict, `somebody stepped in: ${done.kind}`);
  }
  return undefined;
}

/** Row 4. */
function judgeSkipped({ facts: { events } }: Case): Verdict | undefined {
  const event = events.find(({ type }) => type === "skipped");
  if (event === undefined) return undefined;
  const reason = event.data?.reason;
  const known = reason === "overlap" || reason === "upstream_failed" ? reason : "skipped";
  const message = textOf(event.data?.message) ?? "it was skipped by policy";
  return byEvent(event, { result: "failure", reason: known, row: 4 }, message);
}

/** Rows 5 to the last: what its records, or its preparation, come to. */
function judgeClosing(input: Case): Verdict {
  const { facts, closeBy, byPreparation } = input;
  if (byPreparation) return judgePrepared(input);
  const inTime = recordsInTime(facts, closeBy);
  const closing = uncorrected(inTime);
  const last = Math.max(...closing.map((kept) => attemptOf(kept, facts)));
  const final = closing.filter((kept) => attemptOf(kept, facts) === last);
  const isAgreed = new Set(final.map(({ record }) => record.success)).size === 1;
  // Also one that was corrected: else who calls his success a failure would win another attempt.
  const isRetried = !inTime.some(({ record }) => record.success);
  // Of several the best counts: a second, weaker record takes nothing from the first.
  const [best] = final
    .filter(({ record }) => isAgreed || record.success)
    .map((kept) => judgeRecord(input, kept, isRetried))
    .sort((a, b) => compareResults(a.result, b.result));
  // There is none where no record closes it.
  if (best === undefined) return judgeMissing(input);
  // Whichever of them is right, it failed: who adds a failing record gains nothing.
  if (isAgreed || best.result === "failure") return best;
  return {
    result: "inconclusive",
    reason: "conflicting_records",
    row: 5,
    message: `its records disagree, and none corrects the other: ${final.map(({ record }) => record.record_id).join(", ")}`,
    decidedAt: Math.max(...final.map(({ received_at: at }) => Date.parse(at))),
  };
}

/** An attempt that the hub never sent out is not a later one: nobody repeats a run by himself. */
function attemptOf({ record }: EvidenceRecord, facts: SlotFacts): number {
  return Math.min(record.attempt, Math.max(1, dispatchesOf(facts).length));
}

/** Row 6. */
function judgeMissing({ facts, asOf, closeBy, isMissingFailure }: Case): Verdict {
  if (asOf <= closeBy + clockSlack)
    return {
      result: "pending",
      reason: "open",
      row: 6,
      message: asOf < facts.due ? "it is not due yet" : `it is open until ${new Date(closeBy).toISOString()}`,
    };
  const unwritten = facts.slot.unwritten === true;
  return {
    result: isMissingFailure ? "failure" : "inconclusive",
    reason: "missed",
    row: 6,
    message: unwritten ? "nobody wrote it into the ledger" : "nothing closed it in time",
    decidedAt: closeBy + clockSlack,
  };
}

/** Rows 7 to 11, for one record that closes the slot; `isRetried`: none succeeded, so that another attempt may follow. */
function judgeRecord(input: Case, kept: EvidenceRecord, isRetried: boolean): Verdict {
  const { facts, asOf, closeBy, accept, minQuality } = input;
  const { record } = kept;
  const proof = classOf(facts, kept);
  const verdict = (
    result: Verdict["result"],
    reason: Verdict["reason"],
    row: number,
    message: string,
  ): Verdict => ({ ...byRecord(kept, { result, reason, row }, message), class: proof });
  const late = lateOf(input);
  if (!record.success) {
    const reason = record.outcome === "timeout" || record.outcome === "cancelled" ? record.outcome : "failed";
    const isOpen = asOf <= closeBy + clockSlack && !facts.events.some(({ type }) => type === "settled");
    const mayRetry = isOpen && isRetried && late === undefined;
    if (!mayRetry) return verdict("failure", reason, 7, record.reason ?? `attempt ${record.attempt} failed`);
    const { decidedAt: _open, ...open } = verdict(
      "pending",
      "retry_left",
      7,
      `attempt ${record.attempt} failed, and may be tried again`,
    );
    return open;
  }
  if (late !== undefined) return verdict("failure", "late", 8, late);
  const flaw = provenanceFlaw(facts, kept);
  if (flaw !== undefined) return verdict("inconclusive", "provenance", 9, flaw);
  if (accept?.has(proof) === false)
    return verdict("inconclusive", "evidence_class", 9, `its record is ${proof}, which is not accepted`);
  if (minQuality > 0 && record.quality === undefined)
    return verdict("inconclusive", "no_quality", 9, "its record says no quality, and one is asked for");
  if ((record.quality ?? 0) < minQuality)
    return verdict("failure", "low_quality", 10, `quality ${record.quality} is below ${minQuality}`);
  const reason = record.outcome === "noop" ? "noop" : "on_time";
  return verdict("success", reason, 11, reason === "noop" ? "there was nothing to do" : "closed in time");
}

/** Row 8: the first dispatch of any attempt that came too late, in words. */
function lateOf({ facts, startDeadline }: Case): string | undefined {
  for (const { at, data } of dispatchesOf(facts)) {
    const ready = textOf(data.ready_at) ?? facts.slot.ready_at ?? facts.slot.due;
    if (Date.parse(at) > Date.parse(ready) + startDeadline) return `its task went out at ${at}, too late`;
  }
  return undefined;
}

/** The event `prepared` in the place of a closing record. */
function judgePrepared(input: Case): Verdict {
  const { facts, closeBy } = input;
  const event = facts.events.find(
    ({ type, at }) =>
      type === "prepared" &&
      Date.parse(at) >= facts.due - clockSlack &&
      Date.parse(at) <= closeBy + clockSlack,
  );
  if (event === undefined) return judgeMissing(input);
  const late = lateOf(input);
  if (late !== undefined) return byEvent(event, { result: "failure", reason: "late", row: 8 }, late);
  return byEvent(event, { result: "success", reason: "prepared", row: 11 }, "prepared in time");
}

function byEvent(
  { at }: EvidenceEvent,
  verdict: Pick<Verdict, "result" | "reason" | "row">,
  message: string,
): Verdict {
  return { ...verdict, message, decidedAt: Date.parse(at) };
}

function byRecord(
  { record, received_at: at }: EvidenceRecord,
  verdict: Pick<Verdict, "result" | "reason" | "row">,
  message: string,
): Verdict {
  return { ...verdict, message, decidedAt: Date.parse(at), record: record.record_id };
}
