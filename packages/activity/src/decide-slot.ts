import type { Activity } from "@coulomb-loop/cadence";
import { timingOf } from "@coulomb-loop/cadence";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import { catchUpEndOf, isCaughtUp, stillCatchesUp } from "./catch-up.ts";
import { decideConsent } from "./decide-consent.ts";
import { decideOverlap, retriesOf, untilOf } from "./decide-overlap.ts";
import type { Discovery, Refusal } from "./discover.ts";
import { hasFailed, isOver, type SlotFacts, type SlotIndex, succeededAt } from "./slot-facts.ts";
import { upstreamOf } from "./upstream.ts";

/** Why a slot is closed; the hub keeps it with the slot. Only `closed` is by a record that counts. */
export type SettleReason =
  | "closed"
  | "caught_up"
  | "failed"
  | "missed"
  | "overlap"
  | "upstream_failed"
  | "opted_out"
  | "not_in_sync"
  | "unreadable"
  | "not_declared";

/** What a tick does with a slot now. Instants are epoch milliseconds. */
export type SlotDecision =
  /** Its task is made, or opened again for another attempt. */
  | {
      readonly kind: "dispatch";
      readonly attempt: number;
      readonly trigger: "schedule" | "retry" | "catch_up";
      readonly readyAt: number;
      readonly startBy: number | undefined;
      readonly isLate: boolean;
    }
  /** It is over; `event` is what is told before, where there is something to tell. */
  | {
      readonly kind: "settle";
      readonly reason: SettleReason;
      readonly message: string;
      readonly event?: "skipped" | "opted_out" | "not_in_sync" | "unreadable" | "config_changed";
    }
  /** Nothing is to be done yet; `until` is when to look again, where that is known. */
  | { readonly kind: "wait"; readonly reason: string; readonly until?: number };

/** What a decision rests on. */
export interface DecisionInput {
  readonly facts: SlotFacts;
  /** As the ops repo declares it now; `undefined`: it does not, or its definition may not be fired. */
  readonly activity: Activity | undefined;
  /** The same for other slots. */
  readonly activityOf: (slot: HubApi.Slot) => Activity | undefined;
  /** Every slot of the ledger that may matter: those before it, and those of its cycle. */
  readonly slots: SlotIndex;
  /** Why nothing may run in its repo; `undefined`: it may. */
  readonly refusal: Refusal | undefined;
  /** What the definition's resolver answers; `undefined` for one without sources. */
  readonly discovery: Discovery | undefined;
  /** Epoch milliseconds, by the hub's clock. */
  readonly asOf: number;
}

/**
 * Decides what is done with a slot that is not settled (page 06 R8, R11 to R13). The first rule that fits wins; a slot is never
 * left without a reason. Pure.
 */
export function decideSlot(input: DecisionInput): SlotDecision {
  const { facts, asOf } = input;
  if (facts.slot.state === "dispatched") return decideDispatched(input);
  const readyAt = Date.parse(facts.slot.ready_at);
  if (asOf < readyAt) return { kind: "wait", reason: "not due yet", until: readyAt };
  return decideOpen(input);
}

/** A task is out: is it closed, to be tried again, or over time? */
function decideDispatched({ facts, activity, asOf }: DecisionInput): SlotDecision {
  const { closeBy, attempts } = facts;
  if (succeededAt(facts) !== undefined)
    return { kind: "settle", reason: "closed", message: "a record closed it" };
  const catchUpEnd = catchUpEndOf(facts, activity);
  if (catchUpEnd !== undefined) {
    if (facts.caughtUp.length > 0)
      return { kind: "settle", reason: "caught_up", message: "its work was caught up with" };
    if (asOf <= catchUpEnd)
      return { kind: "wait", reason: "its task is open, to catch up", until: catchUpEnd };
  }
  const isLate = isOver(facts, asOf);
  if (hasFailed(facts)) {
    if (activity !== undefined && attempts <= retriesOf(activity) && !isLate) {
      const failedAt = Math.max(...facts.closing.map(({ received_at: at }) => Date.parse(at)));
      return dispatched(activity, { attempt: attempts + 1, trigger: "retry", readyAt: failedAt, asOf });
    }
    return { kind: "settle", reason: "failed", message: `attempt ${attempts} failed, and no other follows` };
  }
  if (!isLate)
    return { kind: "wait", reason: "its task is open", ...(closeBy === undefined ? {} : { until: closeBy }) };
  return { kind: "settle", reason: "missed", message: "no record closed it in time" };
}

function decideOpen(input: DecisionInput): SlotDecision {
  const { facts, activity, asOf } = input;
  // Work that was done before its task was made needs none.
  if (succeededAt(facts) !== undefined)
    return { kind: "settle", reason: "closed", message: "a record closed it before it was dispatched" };
  if (activity === undefined)
    return {
      kind: "settle",
      reason: "not_declared",
      event: "config_changed",
      message: "the ops repo does not declare it any more, or its definition may not fire",
    };
  const isLate = isOver(facts, asOf);
  if (isLate && !isCaughtUp(input, facts, activity))
    return { kind: "settle", reason: "missed", message: "nobody dispatched it in time" };
  const upstream = upstreamOf(input, activity, (other) => stillCatchesUp(input, other));
  const consent = decideConsent(input, activity, upstream);
  if (consent !== undefined) return consent;
  if (upstream.kind === "failed")
    return { kind: "settle", reason: "upstream_failed", event: "skipped", message: upstream.message };
  if (upstream.kind === "pending")
    return { kind: "wait", reason: upstream.message, ...(isLate ? {} : untilOf(facts)) };
  const overlap = decideOverlap(input, activity, isLate);
  if (overlap !== undefined) return overlap;
  const readyAt = Math.max(Date.parse(facts.slot.ready_at), upstream.at);
  return dispatched(activity, { attempt: 1, trigger: isLate ? "catch_up" : "schedule", readyAt, asOf });
}

function dispatched(
  activity: Activity,
  {
    attempt,
    trigger,
    readyAt,
    asOf,
  }: {
    readonly attempt: number;
    readonly trigger: "schedule" | "retry" | "catch_up";
    readonly readyAt: number;
    readonly asOf: number;
  },
): SlotDecision {
  const { startDeadline } = timingOf(activity.definition);
  const startBy = startDeadline === undefined ? undefined : readyAt + startDeadline;
  return {
    kind: "dispatch",
    attempt,
    trigger,
    readyAt,
    startBy,
    isLate: startBy !== undefined && asOf > startBy,
  };
}
