import type { PaceRecord } from "./state.ts";

/** How many proposals may be opened on one forge. */
export interface PaceLimits {
  readonly perHour: number;
  readonly burst: number;
}

/** Counts the proposals that a run opens, forge by forge, over runs (page 04 C3). */
export interface Pace {
  /** Takes one proposal out of the bucket of a forge, or says why that must wait. */
  readonly admit: (forge: string) => string | undefined;
  /** The buckets as they are to be remembered: only those from which something was taken. */
  readonly records: () => Readonly<Record<string, PaceRecord>>;
  /** The buckets as if so many more proposals, by forge, had been opened; never below empty. */
  readonly reserve: (wanted: ReadonlyMap<string, number>) => Readonly<Record<string, PaceRecord>>;
  /** When the last of so many more proposals can be opened (epoch milliseconds). */
  readonly doneAt: (forge: string, waiting: number) => number;
}

const hour = 3_600_000;

/** A token bucket per forge: `burst` at once, then `perHour`. `now` is epoch milliseconds, one instant for the run. */
export function createPace(
  before: Readonly<Record<string, PaceRecord>>,
  { perHour, burst }: PaceLimits,
  now: number,
): Pace {
  const taken = new Map<string, number>();
  const filled = (forge: string): number => {
    const record = before[forge];
    if (record === undefined) return burst;
    const elapsed = Math.max(0, now - Date.parse(record.at));
    // What cannot be read, or comes from a clock ahead of ours, gives no more than a full bucket.
    return Math.min(burst, Math.max(0, record.tokens) + (elapsed * perHour) / hour) || 0;
  };
  const left = (forge: string) => filled(forge) - (taken.get(forge) ?? 0);
  const doneAt = (forge: string, waiting: number) =>
    now + Math.max(0, Math.ceil(((waiting - left(forge)) * hour) / perHour));
  const recordsOf = (tokens: ReadonlyMap<string, number>): Readonly<Record<string, PaceRecord>> => ({
    ...before,
    ...Object.fromEntries(
      [...tokens].map(([forge, count]) => [
        forge,
        { tokens: Math.round(count * 1000) / 1000, at: new Date(now).toISOString() },
      ]),
    ),
  });
  return {
    admit(forge) {
      if (left(forge) < 1) {
        const at = new Date(doneAt(forge, 1)).toISOString();
        return `paced: ${perHour} proposals an hour on ${forge}; the next can be opened at ${at}`;
      }
      taken.set(forge, (taken.get(forge) ?? 0) + 1);
      return undefined;
    },
    records: () => recordsOf(new Map([...taken.keys()].map((forge) => [forge, left(forge)]))),
    reserve: (wanted) =>
      recordsOf(new Map([...wanted].map(([forge, count]) => [forge, Math.max(0, left(forge) - count)]))),
    doneAt,
  };
}
