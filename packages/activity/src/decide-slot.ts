import type { Activity } from "@coulomb-loop/cadence";
import { parseDuration, timingOf } from "@coulomb-loop/cadence";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import { decideConsent } from "./decide-consent.ts";
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

/** How far catch-up looks back where a definition does not say. */
const usualWindow = 86_400_000;

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

/** Until when a slot whose task was made to catch up is waited for: as long as for one that is on time. */
function catchUpEndOf({ events }: SlotFacts, activity: Activity | undefined): number | undefined {
  const last = events.findLast(({ type }) => type === "dispatched");
  if (last?.data?.trigger !== "catch_up") return undefined;
  const { closeDeadline } = activity === undefined ? {} : timingOf(activity.definition);
  return Date.parse(last.at) + (closeDeadline ?? usualWindow);
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
  const overlap = decideOverlap(input, activity);
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

function retriesOf({ definition: { policy } }: Activity): number {
  return policy?.retries ?? 0;
}

/** Whether a slot whose time is over is dispatched all the same. */
function isCaughtUp(
  { slots, asOf }: Pick<DecisionInput, "slots" | "asOf">,
  { slot: { repo }, due }: SlotFacts,
  { definition: { policy, id } }: Activity,
): boolean {
  const mode = policy?.catch_up ?? "none";
  const window = parseDuration(policy?.window ?? "") ?? usualWindow;
  if (mode === "none" || due < asOf - window) return false;
  if (mode === "all") return true;
  return !slots.of(id, repo).some((other) => other.due > due && Date.parse(other.slot.ready_at) <= asOf);
}

/** Whether a slot whose time is over is, or will be, caught up with: who depends on it waits. */
function stillCatchesUp(input: DecisionInput, other: SlotFacts): boolean {
  const { asOf, activityOf } = input;
  const activity = activityOf(other.slot);
  if (activity === undefined || other.slot.state === "settled") return false;
  if (other.slot.state === "open") return isCaughtUp(input, other, activity);
  return asOf <= (catchUpEndOf(other, activity) ?? Number.NEGATIVE_INFINITY);
}

/** An earlier slot of the same activity and repo that is still open (page 06 R13). */
function decideOverlap(
  { facts, slots, activityOf, asOf }: DecisionInput,
  activity: Activity,
): SlotDecision | undefined {
  const mode = activity.definition.policy?.overlap ?? "skip";
  if (mode === "allow") return undefined;
  const earlier = slots
    .of(facts.slot.activity, facts.slot.repo)
    .filter(
      (other) =>
        other.due < facts.due && activityOf(other.slot) !== undefined && isStillOpen(other, activity, asOf),
    );
  const [first] = earlier;
  if (first === undefined) return undefined;
  const isWaiting = earlier.some(({ slot }) => slot.state === "open");
  if (mode === "buffer_one" && !isWaiting)
    return { kind: "wait", reason: `${first.slot.key} is still open`, ...untilOf(facts) };
  return {
    kind: "settle",
    reason: "overlap",
    event: "skipped",
    message: `${first.slot.key} is still open`,
  };
}

/** Whether a slot of an activity is not over: neither closed, nor failed for good, nor beyond its time. */
function isStillOpen(facts: SlotFacts, activity: Activity, asOf: number): boolean {
  return (
    facts.slot.state !== "settled" &&
    succeededAt(facts) === undefined &&
    !(hasFailed(facts) && facts.attempts > retriesOf(activity)) &&
    !isOver(facts, asOf)
  );
}

function untilOf({ closeBy }: SlotFacts): { readonly until?: number } {
  return closeBy === undefined ? {} : { until: closeBy };
}
