import type { SyncCounts } from "./types.ts";

/** Creates, and updates, that one run makes unasked. */
const mostCreates = 50;
const mostUpdates = 50;
const alwaysAllowedOrphans = 3;

/**
 * Why a plan is too sweeping to be applied unasked (S6), in one sentence; `undefined` when it is not. `linked`: links
 * that were not orphaned before.
 */
export function guardOf(counts: SyncCounts, linked: number, maxRemovalPercent: number): string | undefined {
  const updates = counts.pushes + counts.proposed;
  const mostOrphans = Math.max(alwaysAllowedOrphans, Math.floor((linked * maxRemovalPercent) / 100));
  const reasons = [
    counts.creates > mostCreates ? `${counts.creates} new tasks (at most ${mostCreates})` : undefined,
    updates > mostUpdates ? `${updates} changed values (at most ${mostUpdates})` : undefined,
    counts.orphans > mostOrphans
      ? `${counts.orphans} of ${linked} tasks gone from the files (at most ${mostOrphans})`
      : undefined,
  ].filter((reason) => reason !== undefined);
  return reasons.length === 0 ? undefined : reasons.join(", ");
}
