import { Cron as Croner } from "croner";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ground } from "./clock-oracle.fixture.ts";
import {
  bruteForce,
  changes,
  cronText,
  crons,
  day,
  hour,
  iso,
  policies,
  read,
  survey,
} from "./clock-oracle.fixture.ts";
import type { Cron } from "./cron.ts";
import type { DstPolicy } from "./occurrences.ts";
import { defaultDst, occurrences } from "./occurrences.ts";

const years = Array.from({ length: 21 }, (_, index) => 2010 + index);
const [firstInstant, lastInstant] = [Date.UTC(2010, 0, 1), Date.UTC(2031, 0, 1)];

/** How many changes there are at least, so that the survey is not of nothing. Newer tzdata may know of more. */
const zones = [
  ["Europe/Berlin", 42],
  ["America/New_York", 42],
  ["Australia/Lord_Howe", 42],
  ["Africa/Casablanca", 40],
  ["America/Santiago", 38],
  ["UTC", 0],
] as const;

const changesOf = new Map<string, readonly number[]>();

/** The changes of a zone in all the years; found once. */
function changesIn(zone: string): readonly number[] {
  const found = changesOf.get(zone) ?? changes(zone, years);
  changesOf.set(zone, found);
  return found;
}

/** Instants to look around: every change, and where there is none, the middle of some years. */
function places(zone: string): readonly number[] {
  const found = changesIn(zone);
  return found.length > 0 ? found : years.map((year) => Date.UTC(year, 5, 30));
}

const anyWeek = fc.constantFrom("*", "*/2", "SUN", "0,6", "1-5", "MON,THU");

/** The hand-written crons, and others drawn for this place. */
function cronsAt(): readonly Cron[] {
  return [...crons, ...fc.sample(cronText(anyWeek), 12)].map(read);
}

/** Where to split a range: at both ends, in the change, and anywhere. */
function cuts({ from, to }: Ground): readonly number[] {
  const middle = (from + to) / 2;
  return [from, middle, middle + hour / 2, to, ...fc.sample(fc.integer({ min: from, max: to }), 2)];
}

/** Where the planner and the oracle differ, or split ranges do not join. As text only then: that takes most time. */
function flaws(ground: Ground, cron: Cron, dst: DstPolicy, splits: readonly number[]): object[] {
  const { zone, from, to } = ground;
  const got = occurrences(cron, zone, dst, from, to);
  const said = { zone, cron: cron.text, ...dst };
  const expected = bruteForce(ground, cron, dst);
  const found: object[] = same(got, expected) ? [] : [{ ...said, got: iso(got), expected: iso(expected) }];
  for (const cut of splits) {
    const parts = [...occurrences(cron, zone, dst, from, cut), ...occurrences(cron, zone, dst, cut, to)];
    if (!same(parts, got)) found.push({ ...said, cut, parts: iso(parts), whole: iso(got) });
  }
  return found;
}

function same(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

describe("occurrences from 2010 to 2030", () => {
  it.each(zones)("have every change of %s before them: at least %d", (zone, least) => {
    expect(changesIn(zone).length).toBeGreaterThanOrEqual(least);
  });

  it.each(zones)("around every change of %s are what a clock shows, once each, and join", (zone) => {
    for (const place of places(zone)) {
      const ground = survey(zone, place - 27 * hour, place + 27 * hour);
      // The oracle names every instant once, so that what equals it has no duplicates.
      for (const cron of cronsAt())
        expect(policies.flatMap((dst) => flaws(ground, cron, dst, cuts(ground)))).toEqual([]);
    }
  });

  it.each(zones)("in whole weeks of %s without a change are those of croner", (zone) => {
    const quiet = fc
      .integer({ min: firstInstant, max: lastInstant - 7 * day })
      .filter((from) => changesIn(zone).every((at) => at < from - 2 * day || at > from + 9 * day));
    fc.assert(
      fc.property(quiet, cronText(anyWeek), fc.constantFrom(...policies), (from, text, dst) => {
        const theirs = weekOfCroner(text, zone, from);
        expect(iso(occurrences(read(text), zone, dst, from, from + 7 * day))).toEqual(iso(theirs));
      }),
      { numRuns: 150, examples: [[Date.UTC(2026, 5, 1), "* * * * *", defaultDst]] },
    );
  });
});

function weekOfCroner(text: string, zone: string, from: number): number[] {
  const croner = new Croner(text, { mode: "5-part", timezone: zone, paused: true });
  const found: number[] = [];
  // It answers with what comes after an instant, in whole seconds.
  for (let at = from - 1; ; ) {
    const next = croner.nextRun(new Date(at))?.getTime();
    if (next === undefined || next >= from + 7 * day) return found;
    if (next >= from) found.push(next);
    at = next;
  }
}
