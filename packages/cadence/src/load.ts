import type { Activity } from "./activities.ts";
import { declaredActivities, timingOf } from "./activities.ts";
import type { LoneAgent } from "./lone-agents.ts";
import { loneAgents } from "./lone-agents.ts";
import { occurrences } from "./occurrences.ts";
import type { OpsDocuments } from "./ops-documents.ts";
import { jitterOf, stretchesOfOverrides } from "./slots.ts";

const minute = 60_000;
const hour = 60 * minute;

/** How much fires at once. `at` is the beginning of that hour or minute, epoch milliseconds. */
export interface Peak {
  readonly at: number;
  readonly firings: number;
}

/** The firings of a fleet in a range. */
export interface Load {
  readonly firings: number;
  /** Firings due in each hour from the beginning of the range; the last hour may be cut. */
  readonly hours: readonly number[];
  /** The first of the busiest hours and minutes; absent when nothing fires. */
  readonly busiestHour?: Peak;
  readonly busiestMinute?: Peak;
  /** The same when each firing is handed out as late as its jitter says; what goes past the range is left out. */
  readonly busiestDispatch?: Peak;
}

/**
 * The load of [from, to) (epoch milliseconds) by the ops repo's files: activities that are enabled or listed, and agents
 * that have no definition. Counts, and keeps no slot: a week of ten thousand repos is millions of them. Pure.
 */
export function loadOf(documents: OpsDocuments, from: number, to: number): Load {
  const count = Math.max(0, Math.ceil((to - from) / minute));
  const due = new Uint32Array(count);
  const ready = new Uint32Array(count);
  for (const [start, end] of stretchesOfOverrides(documents, from, to)) {
    for (const each of declaredActivities(documents, start, "listed"))
      addFirings({ due, ready, from }, each, start, end, delayOf(each));
    for (const each of loneAgents(documents, start)) addFirings({ due, ready, from }, each, start, end, 0);
  }
  const hours = Array.from({ length: Math.ceil(count / 60) }, (_, index) =>
    due.subarray(index * 60, index * 60 + 60).reduce((sum, each) => sum + each, 0),
  );
  return {
    firings: hours.reduce((sum, each) => sum + each, 0),
    hours,
    ...named("busiestHour", peakOf(hours, from, hour)),
    ...named("busiestMinute", peakOf(due, from, minute)),
    ...named("busiestDispatch", peakOf(ready, from, minute)),
  };
}

interface Counters {
  readonly due: Uint32Array;
  readonly ready: Uint32Array;
  /** The beginning of their first minute. */
  readonly from: number;
}

function addFirings(
  { due, ready, from }: Counters,
  { clock }: Activity | LoneAgent,
  start: number,
  end: number,
  delay: number,
): void {
  for (const instant of occurrences(clock.cron, clock.zone, clock.dst, start, end)) {
    increment(due, Math.floor((instant - from) / minute));
    increment(ready, Math.floor((instant + delay - from) / minute));
  }
}

function increment(counts: Uint32Array, index: number): void {
  const count = counts[index];
  if (count !== undefined) counts[index] = count + 1;
}

function delayOf({ loop, definition, repo }: Activity): number {
  return jitterOf(loop, definition.id, repo.id, timingOf(definition).jitter);
}

function peakOf(counts: ArrayLike<number>, from: number, length: number): Peak | undefined {
  let best = 0;
  let at = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const firings = counts[index] ?? 0;
    if (firings > best) [best, at] = [firings, index];
  }
  return best === 0 ? undefined : { at: from + at * length, firings: best };
}

function named<K extends string>(name: K, peak: Peak | undefined): Partial<Record<K, Peak>> {
  const found: Partial<Record<K, Peak>> = {};
  if (peak !== undefined) found[name] = peak;
  return found;
}
