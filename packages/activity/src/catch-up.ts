import type { Activity } from "@coulomb-loop/cadence";
import { parseDuration, timingOf } from "@coulomb-loop/cadence";
import type { DecisionInput } from "./decide-slot.ts";
import type { SlotFacts } from "./slot-facts.ts";

/** How far catch-up looks back where a definition does not say. */
const usualWindow = 86_400_000;

/** Until when a slot whose task was made to catch up is waited for: as long as for one that is on time. */
export function catchUpEndOf({ events }: SlotFacts, activity: Activity | undefined): number | undefined {
  const last = events.findLast(({ type }) => type === "dispatched");
  if (last?.data?.trigger !== "catch_up") return undefined;
  const { closeDeadline } = activity === undefined ? {} : timingOf(activity.definition);
  return Date.parse(last.at) + (closeDeadline ?? usualWindow);
}

/** Whether a slot whose time is over is dispatched all the same. */
export function isCaughtUp(
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
export function stillCatchesUp(input: DecisionInput, other: SlotFacts): boolean {
  const { asOf, activityOf } = input;
  const activity = activityOf(other.slot);
  if (activity === undefined || other.slot.state === "settled") return false;
  if (other.slot.state === "open") return isCaughtUp(input, other, activity);
  return asOf <= (catchUpEndOf(other, activity) ?? Number.NEGATIVE_INFINITY);
}
