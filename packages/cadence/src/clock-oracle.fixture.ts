import * as fc from "fast-check";
import type { Cron } from "./cron.ts";
import { isCronProblem, parseCron } from "./cron.ts";
import type { DstPolicy } from "./occurrences.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Every policy there is. */
export const policies: readonly DstPolicy[] = [
  { gap: "shift", overlap: "first" },
  { gap: "shift", overlap: "each" },
  { gap: "skip", overlap: "first" },
  { gap: "skip", overlap: "each" },
];

/** Reads a cron that is one. */
export function read(text: string): Cron {
  const cron = parseCron(text);
  if (isCronProblem(cron)) throw new Error(`${text}: ${cron.message}`);
  return cron;
}

/** Crons that fire in, at the edges of and around the hours that clocks skip and repeat. */
export const crons = [
  "* * * * *",
  // Every minute, but not in all 24 hours: a repeated minute fires once.
  "* 0-22 * * *",
  "* 1-23 * * *",
  "0 * * * *",
  "30 * * * *",
  "*/15 * * * *",
  "30 2 * * *",
  "15 2 * * *",
  "0 2 * * *",
  "0 3 * * *",
  "0 0 * * *",
  "30 23 * * *",
  "59 23 * * *",
  // The last minute of a gap, and not what it is shifted to.
  "59 2 * * *",
  "29 2 * * *",
  "59 0 * * *",
  "45 1,2,3 * * *",
  "*/7 0-5 * * *",
  "0 0-22 * * *",
  "*/20 */2 * * *",
  "30 2 * * SUN",
  "10 0 1 * SUN",
  "30 0-3 25-31 3,10 *",
  "0 12 30 12 *",
];

/** Instants as texts that are easy to compare by eye. */
export function iso(instants: readonly number[]): string[] {
  return instants.map((instant) => new Date(instant).toISOString().replace(":00.000Z", "Z"));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in the zone shows, as the instant at which a clock in UTC shows the same. To the minute. */
export function civilAt(zone: string, instant: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "short",
      hourCycle: "h23",
    });
  formats.set(zone, format);
  return Date.parse(`${format.format(instant).replace(" ", "T")}Z`);
}

/** Every minute of a stretch of time with what a clock shows: the ground that the oracle walks over. */
export interface Ground {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  readonly minutes: readonly Shown[];
}

/** One minute: what the clock shows, whether it has shown it before, and what it leaves out after it. */
interface Shown {
  readonly instant: number;
  readonly face: Face;
  readonly again: boolean;
  readonly missing: readonly { readonly shifted: number; readonly face: Face }[];
}

interface Face {
  readonly minute: number;
  readonly hour: number;
  readonly day: number;
  readonly month: number;
  readonly weekday: number;
}

function faceOf(civil: number): Face {
  const date = new Date(civil);
  return {
    minute: date.getUTCMinutes(),
    hour: date.getUTCHours(),
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    weekday: date.getUTCDay(),
  };
}

/** Reaches a day and more beyond what is asked, so that every second showing of a civil time sees the first. */
export function survey(zone: string, from: number, to: number): Ground {
  const minutes: Shown[] = [];
  const before = new Set<number>();
  let civil = civilAt(zone, from - 26 * hour);
  for (let instant = from - 26 * hour; instant < to + 26 * hour; instant += minute) {
    const next = civilAt(zone, instant + minute);
    const missing = [];
    for (let left = civil + minute; left < next; left += minute)
      missing.push({ shifted: instant + left - civil, face: faceOf(left) });
    minutes.push({ instant, face: faceOf(civil), again: before.has(civil), missing });
    before.add(civil);
    civil = next;
  }
  return { zone, from, to, minutes };
}

function fires(cron: Cron, face: Face): boolean {
  if (!cron.minutes.includes(face.minute) || !cron.hours.includes(face.hour)) return false;
  if (!cron.months.includes(face.month)) return false;
  const ofMonth = cron.daysOfMonth.includes(face.day);
  const ofWeek = cron.daysOfWeek.includes(face.weekday);
  if (!cron.restricts.dayOfMonth) return ofWeek;
  return cron.restricts.dayOfWeek ? ofMonth || ofWeek : ofMonth;
}

/** R1 to R3 of the planner, word by word: looks at every minute that a clock shows, and at every one it leaves out. */
export function bruteForce(ground: Ground, cron: Cron, dst: DstPolicy): number[] {
  const found = new Set<number>();
  const each = dst.overlap === "each" || cron.hours.length === 24;
  for (const { instant, face, again, missing } of ground.minutes) {
    if ((each || !again) && fires(cron, face)) found.add(instant);
    for (const left of dst.gap === "shift" ? missing : [])
      if (fires(cron, left.face)) found.add(left.shifted);
  }
  return [...found].filter((instant) => instant >= ground.from && instant < ground.to).sort((a, b) => a - b);
}

/** The hours of some years in which the zone's offset changes. */
export function changes(zone: string, years: readonly number[]): number[] {
  const found: number[] = [];
  for (const year of years) {
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 6 * hour) {
      if (civilAt(zone, at + 6 * hour) - civilAt(zone, at) === 6 * hour) continue;
      let change = at;
      while (civilAt(zone, change + hour) - civilAt(zone, change) === hour) change += hour;
      found.push(change);
    }
  }
  return found;
}

/** A cron of any fields; the day of week is the caller's. */
export function cronText(week: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const dates = fc.constantFrom("*", "*", "*", "1", "25-31", "*/3", "1,15,28", "1-31");
  const months = fc.constantFrom("*", "*", "3,4,10,11", "JAN-JUN", "*/2");
  return fc.tuple(field(0, 59), field(0, 23), dates, months, week).map((parts) => parts.join(" "));
}

function field(low: number, high: number): fc.Arbitrary<string> {
  const number = fc.integer({ min: low, max: high });
  return fc.oneof(
    fc.constant("*"),
    fc.integer({ min: 1, max: high }).map((by) => `*/${by}`),
    fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.uniqueArray(number, { minLength: 1, maxLength: 3 }).map((list) => list.join()),
  );
}
