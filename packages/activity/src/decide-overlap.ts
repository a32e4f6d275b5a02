import type { Activity } from "@coulomb-loop/cadence";
import { catchUpEndOf, stillCatchesUp } from "./catch-up.ts";
import type { DecisionInput, SlotDecision } from "./decide-slot.ts";
import { hasFailed, isOver, type SlotFacts, succeededAt } from "./slot-facts.ts";

/**
 * What an earlier slot of the same activity and repo that is still open means (page 06 R13). Catching up goes from the earliest on,
 * one after the other, and is never skipped; what is on time waits for none of it.
 */
export function decideOverlap(
  input: DecisionInput,
  activity: Activity,
  isCatchingUp: boolean,
): SlotDecision | undefined {
  const { facts, slots, activityOf, asOf } = input;
  const mode = activity.definition.policy?.overlap ?? "skip";
  if (mode === "allow") return undefined;
  const before = slots
    .of(facts.slot.activity, facts.slot.repo)
    .filter((other) => other.due < facts.due && activityOf(other.slot) !== undefined);
  const earlier = before.filter(
    (other) =>
      isStillOpen(other, activity, asOf) ||
      (isCatchingUp && other.caughtUp.length === 0 && stillCatchesUp(input, other)),
  );
  const [first] = earlier;
  if (first === undefined) return undefined;
  if (isCatchingUp) {
    const until = catchUpEndOf(first, activity);
    return {
      kind: "wait",
      reason: `${first.slot.key} is caught up with first`,
      ...(until === undefined ? {} : { until }),
    };
  }
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

/** Further attempts that an activity has. */
export function retriesOf({ definition: { policy } }: Activity): number {
  return policy?.retries ?? 0;
}

/** When a slot that waits is looked at for the last time. */
export function untilOf({ closeBy }: SlotFacts): { readonly until?: number } {
  return closeBy === undefined ? {} : { until: closeBy };
}
