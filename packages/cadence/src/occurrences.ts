import type { Cron } from "./cron.ts";
import type { Stretch } from "./zone.ts";
import { stretches } from "./zone.ts";

/**
 * What happens in the two odd nights. `gap`: a civil time that does not exist is read with the offset before the gap
 * (02:30 → 03:30), or dropped. `overlap`: a civil time that comes twice fires at the first, or at each; always at
 * each when the hour field admits all 24 hours.
 */
export interface DstPolicy {
  readonly gap: "shift" | "skip";
  readonly overlap: "first" | "each";
}

/** The policy of a definition that names none. */
export const defaultDst: DstPolicy = { gap: "shift", overlap: "first" };

const day = 86_400_000;

/**
 * The instants at which a cron fires in [from, to): epoch milliseconds UTC, ascending, unique. The cron is read in the
 * civil time of `zone`. Bounds may be any instants; joined ranges give joined results.
 *
 * Source: page 06 R1–R3; POSIX crontab for days of month and week.
 */
export function occurrences(cron: Cron, zone: string, dst: DstPolicy, from: number, to: number): number[] {
  if (!(from < to)) return [];
  // A shifted or repeated time lies up to a day's change away from the other, so look further on both sides.
  const parts = stretches(zone, from - 2 * day, to + 2 * day);
  const each = dst.overlap === "each" || cron.hours.length === 24;
  const found: number[] = [];
  for (const [index, part] of parts.entries()) {
    const { end, offset } = part;
    const before = each ? undefined : parts[index - 1];
    addFirings(found, cron, offset, Math.max(part.start, from) + offset, Math.min(end, to) + offset, before);
    const after = parts[index + 1];
    if (dst.gap === "shift" && after !== undefined && after.offset > offset)
      addFirings(found, cron, offset, end + offset, end + after.offset);
  }
  // Away from changes nothing was shifted or came twice.
  if (parts.length === 1) return found;
  return [...new Set(found)].filter((instant) => instant >= from && instant < to).sort((x, y) => x - y);
}

/**
 * The first `count` instants at which a cron fires, not before `from`. Looks at most `horizon` milliseconds ahead
 * (default five years), so that a rare cron ends.
 */
export function nextOccurrences(
  cron: Cron,
  zone: string,
  dst: DstPolicy,
  from: number,
  count: number,
  horizon = 5 * 366 * day,
): number[] {
  const found: number[] = [];
  let step = day;
  for (
    let at = from;
    at < from + horizon && found.length < count;
    at += step, step = Math.min(step * 4, 64 * day)
  ) {
    found.push(...occurrences(cron, zone, dst, at, Math.min(at + step, from + horizon)));
  }
  return found.slice(0, count);
}

/**
 * The latest instant before `before` at which a cron fires; `undefined` when it fired not once in `horizon` milliseconds
 * (default five years).
 */
export function previousOccurrence(
  cron: Cron,
  zone: string,
  dst: DstPolicy,
  before: number,
  horizon = 5 * 366 * day,
): number | undefined {
  let step = day;
  for (let to = before; to > before - horizon; to -= step, step = Math.min(step * 4, 64 * day)) {
    const last = occurrences(cron, zone, dst, Math.max(to - step, before - horizon), to).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

/**
 * Adds the instants of the civil minutes in [from, to) that the cron names, read with `offset`: ascending. Civil bounds
 * are milliseconds of a clock that reads civil time. Those that the stretch before has shown already are left out.
 */
function addFirings(
  found: number[],
  cron: Cron,
  offset: number,
  from: number,
  to: number,
  before?: Stretch,
): void {
  for (let midnight = Math.floor(from / day) * day; midnight < to; midnight += day) {
    if (!matchesDay(cron, new Date(midnight))) continue;
    for (const hours of cron.hours) {
      for (const minutes of cron.minutes) {
        const civil = midnight + (hours * 60 + minutes) * 60_000;
        if (civil < from || civil >= to) continue;
        if (before === undefined || !cameBefore(civil, before)) found.push(civil - offset);
      }
    }
  }
}

function cameBefore(civil: number, before: Stretch): boolean {
  const instant = civil - before.offset;
  return instant >= before.start && instant < before.end;
}

function matchesDay(cron: Cron, date: Date): boolean {
  if (!cron.months.includes(date.getUTCMonth() + 1)) return false;
  const ofMonth = cron.daysOfMonth.includes(date.getUTCDate());
  const ofWeek = cron.daysOfWeek.includes(date.getUTCDay());
  const { dayOfMonth, dayOfWeek } = cron.restricts;
  return dayOfMonth && dayOfWeek ? ofMonth || ofWeek : ofMonth && ofWeek;
}
