import { didYouMean } from "@coulomb-loop/schemas";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A stretch of time with one offset from UTC: civil time = instant + `offset`. All in milliseconds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/** True for an IANA zone of this runtime (`Europe/Berlin`, `UTC`); offsets such as `+01:00` are none. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  // Intl takes any case; the readers of the same file that look a zone up as a file name do not.
  const spelling = spellings().get(name.toLowerCase());
  if (spelling !== undefined && spelling !== name) return false;
  try {
    formatter(name);
    return true;
  } catch {
    return false;
  }
}

/** What to write instead of an unknown zone. */
export function zoneHint(name: string): string {
  const zones = Intl.supportedValuesOf("timeZone");
  const city = name.split("/").at(-1)?.toLowerCase();
  const sameCity = zones.find((zone) => zone.split("/").at(-1)?.toLowerCase() === city);
  if (sameCity !== undefined) return `did you mean "${sameCity}"?`;
  const hint = didYouMean(name, zones);
  return hint.length > 100 ? "write an IANA zone, such as Europe/Berlin or UTC" : hint;
}

/**
 * The zone's offset from UTC at an instant, in milliseconds: positive east of Greenwich. Source: the tzdata of this
 * runtime. Throws RangeError for an unknown zone; check with `isZone` first.
 */
export function offsetAt(zone: string, instant: number): number {
  const parts = formatter(zone).formatToParts(instant);
  const field: Record<string, number> = {};
  for (const part of parts) if (part.type !== "literal") field[part.type] = Number(part.value);
  const civil = Date.UTC(
    field.year ?? 0,
    (field.month ?? 1) - 1,
    field.day,
    field.hour,
    field.minute,
    field.second,
  );
  return civil - Math.floor(instant / 1000) * 1000;
}

const hour = 3_600_000;

/** Offsets are sampled this far apart, at its multiples: no zone has two changes within half a day. */
const sample = 12 * hour;

/**
 * The stretches of constant offset that cover [from, to), ascending and without gaps; the first may begin earlier, the
 * last ends at `to`. None for an empty range. Changes are found to the second.
 */
export function stretches(zone: string, from: number, to: number): Stretch[] {
  if (!(from < to)) return [];
  const found: Stretch[] = [];
  const first = Math.floor(from / sample) * sample;
  let start = first;
  let offset = 0;
  for (let block = Math.floor(first / blockLength); block * blockLength < to; block += 1) {
    for (const change of changesIn(zone, block)) {
      if (change.at >= to) break;
      if (change.at > first && change.offset !== offset) {
        found.push({ start, end: change.at, offset });
        start = change.at;
      }
      offset = change.offset;
    }
  }
  found.push({ start, end: to, offset });
  return found;
}

/** From `at` on this offset holds. Milliseconds. */
interface Change {
  readonly at: number;
  readonly offset: number;
}

/** Samples of a zone are taken for whole blocks of this length, and kept: most ranges ask for the same few. */
const blockLength = 64 * sample;
const mostBlocks = 4096;
const blocks = new Map<string, Map<number, readonly Change[]>>();
let blockCount = 0;

/** The offset that holds at the start of a block, and the changes in it, ascending. */
function changesIn(zone: string, block: number): readonly Change[] {
  const known = blocks.get(zone)?.get(block);
  if (known !== undefined) return known;
  const start = block * blockLength;
  const found: Change[] = [{ at: start, offset: offsetAt(zone, start) }];
  for (let at = start; at < start + blockLength; at += sample) {
    const before = found.at(-1)?.offset ?? 0;
    const after = offsetAt(zone, at + sample);
    // Aligned samples keep the bisection on whole seconds.
    if (after !== before) found.push({ at: bisect(zone, at, at + sample, before), offset: after });
  }
  remember(zone, block, found);
  return found;
}

/** What is kept stays bounded; a zone's years are found anew in milliseconds. */
function remember(zone: string, block: number, changes: readonly Change[]): void {
  if (blockCount >= mostBlocks) {
    blocks.clear();
    blockCount = 0;
  }
  const ofZone = blocks.get(zone) ?? new Map<number, readonly Change[]>();
  blocks.set(zone, ofZone.set(block, changes));
  blockCount += 1;
}

function bisect(zone: string, low: number, high: number, offset: number): number {
  let [before, after] = [low, high];
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (middle <= before) break;
    if (offsetAt(zone, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(zone, made);
  return made;
}

let spelled: ReadonlyMap<string, string> | undefined;

/** The zones of this runtime by their lower-case names. */
function spellings(): ReadonlyMap<string, string> {
  spelled ??= new Map(
    ["UTC", "GMT", ...Intl.supportedValuesOf("timeZone")].map((zone) => [zone.toLowerCase(), zone]),
  );
  return spelled;
}
