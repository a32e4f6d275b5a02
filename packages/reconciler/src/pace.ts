import type { WriteResult } from "@coulomb-loop/forge";
import type { LimitRecord, PaceRecord } from "./pace-record.ts";

/** How many proposals may be opened on one forge. */
export interface PaceLimits {
  readonly perHour: number;
  readonly burst: number;
}

/** A write that is to be tried again later. */
export type RetryAt = Extract<WriteResult<never>, { kind: "retry_at" }>;

/** Counts the proposals that a run opens, forge by forge, over runs (page 04 C3), and keeps what limits taught. */
export interface Pace {
  /** Takes one proposal out of the bucket of a forge, or says why that must wait. */
  readonly admit: (forge: string) => string | undefined;
  /** Until when a forge takes no write of ours (epoch milliseconds); `undefined` when it does. */
  readonly shutUntil: (forge: string) => number | undefined;
  /** Learns from a write that a forge put off, and answers when to come back (epoch milliseconds). */
  readonly learn: (forge: string, result: RetryAt) => number;
  /** The buckets as they are to be remembered: only those from which something was taken, or that learned something. */
  readonly records: () => Readonly<Record<string, PaceRecord>>;
  /** The buckets as if so many more proposals, by forge, had been opened; never below empty. */
  readonly reserve: (wanted: ReadonlyMap<string, number>) => Readonly<Record<string, PaceRecord>>;
  /** When the last of so many more proposals can be opened (epoch milliseconds), should no further limit come. */
  readonly doneAt: (forge: string, waiting: number) => number;
}

const hour = 3_600_000;
/** The least pause after a limit without a time; GitHub asks for a minute (docs.github.com, "Best practices"). */
const firstPause = 60_000;
/** Beyond so many in a row nothing gets slower: 60 an hour are one an hour then, and the pause is half an hour. */
const mostTimes = 6;

/**
 * A token bucket per forge: `burst` at once, then `perHour`. `now` is epoch milliseconds, one instant for the run; `clock`
 * tells the time as it passes.
 *
 * A limit shuts the forge for our writes until the time that it names, or for a minute, doubled with each limit in a row.
 * Each halves rate and burst, and each hour without another one after `until` takes one of them back.
 */
export function createPace(
  before: Readonly<Record<string, PaceRecord>>,
  { perHour, burst }: PaceLimits,
  now: number,
  clock: () => number = () => now,
): Pace {
  const taken = new Map<string, number>();
  const learned = new Map<string, { readonly limit: LimitRecord; readonly taken: number }>();
  const limitOf = (forge: string) => learned.get(forge)?.limit ?? before[forge]?.limit;
  const untilOf = (forge: string) => Date.parse(limitOf(forge)?.until ?? "") || 0;
  const slowness = (forge: string) => 2 ** timesAt(limitOf(forge), clock());
  const rateOf = (forge: string) => perHour / slowness(forge);
  const filled = (forge: string): number => {
    const most = Math.max(1, Math.floor(burst / slowness(forge)));
    // Whoever was told to slow down begins with one proposal, not with a burst.
    const lesson = learned.get(forge);
    if (lesson !== undefined) return lesson.taken + 1;
    const record = before[forge];
    if (record === undefined) return most;
    const elapsed = Math.max(0, now - Date.parse(record.at));
    // What cannot be read, or comes from a clock ahead of ours, gives no more than a full bucket.
    return Math.min(most, Math.max(0, record.tokens) + (elapsed * rateOf(forge)) / hour) || 0;
  };
  const left = (forge: string) => filled(forge) - (taken.get(forge) ?? 0);
  const shutUntil = (forge: string) => (untilOf(forge) > clock() ? untilOf(forge) : undefined);
  const doneAt = (forge: string, waiting: number) =>
    Math.max(now, shutUntil(forge) ?? now) +
    Math.max(0, Math.ceil(((waiting - left(forge)) * hour) / rateOf(forge)));
  const recordOf = (forge: string, tokens: number): PaceRecord => {
    const limit = limitOf(forge);
    const at = learned.has(forge) ? Math.max(now, untilOf(forge)) : now;
    const kept = limit === undefined || timesAt(limit, clock()) === 0 ? {} : { limit };
    return { tokens: Math.round(tokens * 1000) / 1000, at: new Date(at).toISOString(), ...kept };
  };
  const recordsOf = (tokens: ReadonlyMap<string, number>): Readonly<Record<string, PaceRecord>> => ({
    ...before,
    ...Object.fromEntries([...tokens].map(([forge, count]) => [forge, recordOf(forge, count)])),
  });
  return {
    shutUntil,
    doneAt,
    admit(forge) {
      if (shutUntil(forge) !== undefined || left(forge) < 1) {
        const at = new Date(doneAt(forge, 1)).toISOString();
        return `paced: ${inWords(rateOf(forge))} on ${forge}; the next can be opened at ${at}`;
      }
      taken.set(forge, (taken.get(forge) ?? 0) + 1);
      return undefined;
    },
    learn(forge, { at, tooFast }) {
      if (tooFast === undefined) return at;
      // Answers to writes that were under way together are one limit.
      if (learned.has(forge) && shutUntil(forge) !== undefined) return Math.max(at, untilOf(forge));
      const times = Math.min(mostTimes, timesAt(limitOf(forge), clock()) + 1);
      const pause = firstPause * 2 ** (times - 1);
      const until = tooFast === "until" ? at : Math.max(at, clock() + pause);
      const limit = { until: new Date(until).toISOString(), times };
      learned.set(forge, { limit, taken: taken.get(forge) ?? 0 });
      return until;
    },
    records: () =>
      recordsOf(new Map([...taken.keys(), ...learned.keys()].map((forge) => [forge, left(forge)]))),
    reserve: (wanted) =>
      recordsOf(new Map([...wanted].map(([forge, count]) => [forge, Math.max(0, left(forge) - count)]))),
  };
}

/** Limits in a row that still count: each hour since the pause was over takes one away. */
function timesAt(limit: LimitRecord | undefined, now: number): number {
  if (limit === undefined) return 0;
  const quiet = Math.max(0, Math.floor((now - Date.parse(limit.until)) / hour));
  return Math.min(mostTimes, Math.max(0, limit.times - quiet)) || 0;
}

function inWords(rate: number): string {
  return rate >= 1
    ? `${Math.floor(rate)} proposals an hour`
    : `a proposal in ${Math.ceil(60 / rate)} minutes`;
}
