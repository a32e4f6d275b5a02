import type { Clock } from "./activities.ts";
import { instantText } from "./instant.ts";
import { occurrences, previousOccurrence } from "./occurrences.ts";
import type { Slot } from "./slots.ts";

/** Id of a cycle: its loop, its phase and the instant at which it begins (epoch milliseconds). */
export function cycleId(loop: string, phase: string, anchor: number): string {
  return `${loop}/${phase}@${instantText(anchor)}`;
}

/**
 * The starts of the cycles that instants in [from, to) can belong to, ascending: the anchors in the range, and the latest
 * before it. All in epoch milliseconds.
 */
export function cycleStarts({ cron, zone, dst }: Clock, from: number, to: number): number[] {
  const before = previousOccurrence(cron, zone, dst, from);
  return [...(before === undefined ? [] : [before]), ...occurrences(cron, zone, dst, from, to)];
}

/** The latest of some ascending starts that is not after an instant. */
export function latestStart(starts: readonly number[], instant: number): number | undefined {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= instant) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1];
}

/** A cycle that is to come, and when it can be judged: at the earliest, and at the latest. Epoch milliseconds. */
export interface ComingCycle {
  readonly id: string;
  readonly anchor: number;
  /** When its last slot is due. */
  readonly earliest: number;
  /** When the time to close its last slot is over. */
  readonly latest: number;
}

/**
 * The cycles among expected slots that begin at `asOf` or later, ascending. The last may lack slots beyond the range that was
 * planned; plan one more.
 */
export function comingCycles(slots: readonly Slot[], asOf: number): ComingCycle[] {
  const found = new Map<string, ComingCycle>();
  for (const { cycle, anchor, due, closeBy } of slots) {
    if (anchor < asOf) continue;
    const before = found.get(cycle);
    const earliest = Math.max(before?.earliest ?? 0, due);
    found.set(cycle, { id: cycle, anchor, earliest, latest: Math.max(before?.latest ?? 0, closeBy ?? due) });
  }
  return [...found.values()].sort((a, b) => a.anchor - b.anchor || (a.id < b.id ? -1 : 1));
}
