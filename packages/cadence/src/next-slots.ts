import type { Activity, ActivityChoice, Clock } from "./activities.ts";
import { declaredActivities, phaseClock } from "./activities.ts";
import { parseInstant } from "./instant.ts";
import { nextOccurrences, previousOccurrence } from "./occurrences.ts";
import type { OpsDocuments } from "./ops-documents.ts";
import type { Cycles, Slot } from "./slots.ts";
import { compareSlots, slotOf } from "./slots.ts";

/**
 * The first `count` slots of each activity in each repo, not before `from` (epoch milliseconds), in the order of
 * `expectedSlots`, of which they are a part. Looks at most five years ahead, and again from where an override ends. Pure.
 */
export function nextSlots(
  documents: OpsDocuments,
  from: number,
  count: number,
  choice: ActivityChoice = "enabled",
): Slot[] {
  const cycles = createCycles(documents);
  return declaredActivities(documents, from, choice)
    .flatMap((activity) => slotsOf(documents, activity, from, count, choice, cycles))
    .sort(compareSlots);
}

function slotsOf(
  documents: OpsDocuments,
  activity: Activity,
  from: number,
  count: number,
  choice: ActivityChoice,
  cycles: Cycles,
): Slot[] {
  const { cron, zone, dst } = activity.clock;
  const end = parseInstant(activity.override?.expiresAt ?? "");
  const due = nextOccurrences(cron, zone, dst, from, count).filter((at) => !(at >= end));
  const found = due.map((at) => slotOf(activity, at, cycles));
  if (Number.isNaN(end) || found.length >= count) return found;
  const next = declaredActivities(documents, end, choice).find((other) => isSame(other, activity));
  if (next === undefined) return found;
  return [...found, ...slotsOf(documents, next, end, count - found.length, choice, cycles)];
}

function isSame(a: Activity, b: Activity): boolean {
  return a.definition === b.definition && a.repo.id === b.repo.id && a.repo.file === b.repo.file;
}

function createCycles(documents: OpsDocuments): Cycles {
  const clocks = new Map<string, Clock | undefined>();
  return {
    startOf: ({ loop, phase }, due) => {
      const key = JSON.stringify([loop, phase]);
      if (!clocks.has(key)) clocks.set(key, phaseClock(documents, loop, phase));
      const clock = clocks.get(key);
      if (clock === undefined) return due;
      return previousOccurrence(clock.cron, clock.zone, clock.dst, due + 1) ?? due;
    },
  };
}
