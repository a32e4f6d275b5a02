import type { Firing } from "@coulomb-loop/schemas";
import { dayKindWords } from "./civil-time.ts";

/**
 * Firings as an iCalendar stream, one event each, in parts to be written one after the other: a fleet has hundreds of
 * thousands. Times are in UTC; the uid is the slot's key, so that a calendar that takes the stream again changes events
 * and doubles none. Where nothing is due, the stream says that [from, to) is free, since a calendar without any component
 * is none. Times are epoch milliseconds. Source: RFC 5545 (3.1 lines, 3.3.11 text, 3.6 components, 3.6.1 events, 3.6.4 free time).
 */
export function* icalOf(
  firings: readonly Firing[],
  { from, to, stamp }: { readonly from: number; readonly to: number; readonly stamp: number },
): Generator<string> {
  yield linesOf(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//coulomb-loop//coulomb schedule next//EN"]);
  for (const firing of firings) yield linesOf(eventLines(firing, stamp));
  if (firings.length === 0) yield linesOf(freeLines(from, to, stamp));
  yield linesOf(["END:VCALENDAR"]);
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(firing: Firing, stamp: number): string[] {
  const { at, repo_id, step, loop, enabled, dst } = firing;
  return [
    "BEGIN:VEVENT",
    `UID:${text(uidOf(firing))}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(Date.parse(at))}`,
    `SUMMARY:${text(`${step} in ${repo_id}`)}`,
    `DESCRIPTION:${text(description(firing))}`,
    `CATEGORIES:${text(loop)}`,
    `STATUS:${enabled === false ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    ...(dst === undefined ? [] : [`X-COULOMB-DST:${dst}`]),
    "END:VEVENT",
  ];
}

/** A time in which nothing is due: free time without a busy stretch. */
function freeLines(from: number, to: number, stamp: number): string[] {
  return [
    "BEGIN:VFREEBUSY",
    `UID:free@${instant(from)}/${instant(to)}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(from)}`,
    ...(to > from ? [`DTEND:${instant(to)}`] : []),
    "COMMENT:Nothing is due in that time.",
    "END:VFREEBUSY",
  ];
}

/** An agent without an activity has no slot; no slot's key begins like this, since a loop's name has no colon. */
function uidOf({ slot, loop, step, repo_id, at }: Firing): string {
  return slot ?? `schedule-file:${loop}/${step}/${repo_id}@${at}`;
}

function description({ local, zone, cron, phase, cycle, enabled, dst }: Firing): string {
  return [
    `${local} ${zone}`,
    `cron ${cron}, phase ${phase}`,
    ...(cycle === undefined ? [] : [`cycle ${cycle}`]),
    ...(dst === undefined ? [] : [dayKindWords(dst)]),
    ...(enabled === false ? ["not enabled"] : []),
  ].join("\n");
}

function instant(at: number): string {
  return new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, "");
}

/** Backslashes, semicolons, commas and line feeds are escaped; other control characters are not allowed. */
function text(value: string): string {
  return value
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll("\n", String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, "");
}

/** At most 75 octets a line; what is longer goes on behind a space, and no character is cut in two. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  let [shown, octets] = ["", 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      shown += "\r\n ";
      octets = 1;
    }
    shown += character;
    octets += size;
  }
  return shown;
}

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
