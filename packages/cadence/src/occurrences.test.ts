import { Cron as Croner } from "croner";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bruteForce,
  changes,
  civilAt,
  cronText,
  crons,
  day,
  hour,
  iso,
  minute,
  policies,
  read,
  survey,
} from "./clock-oracle.fixture.ts";
import { defaultDst, nextOccurrences, occurrences } from "./occurrences.ts";

const grounds = [
  ["Europe/Berlin", [2026, 2027], 4],
  ["America/New_York", [2006, 2026], 4],
  ["Australia/Lord_Howe", [2007, 2025], 4],
  ["Africa/Casablanca", [2022, 2024], 4],
  ["America/Santiago", [2022, 2024], 4],
  ["Antarctica/Troll", [2025], 2],
  ["Pacific/Apia", [2011], 3],
  ["Asia/Pyongyang", [2015, 2018], 2],
] satisfies [string, number[], number][];

const surveyed = grounds.map(([zone, years, count]) => ({
  zone,
  count,
  grounds: changes(zone, years).map((at) => survey(zone, at - 27 * hour, at + 27 * hour)),
}));
surveyed.push({
  zone: "UTC",
  count: 0,
  grounds: [survey("UTC", Date.UTC(2026, 1, 27), Date.UTC(2026, 2, 2))],
});

describe("occurrences", () => {
  it.each(surveyed)("finds $count changes of $zone to look at", ({ grounds: found, count }) => {
    expect(found).toHaveLength(count === 0 ? 1 : count);
  });

  describe.each(surveyed)("around every change of $zone", ({ grounds: found }) => {
    it.each(policies)("are what a clock shows ($gap, $overlap)", (dst) => {
      for (const ground of found) {
        for (const text of crons) {
          const cron = read(text);
          const got = occurrences(cron, ground.zone, dst, ground.from, ground.to);
          expect({ text, fires: iso(got) }).toEqual({ text, fires: iso(bruteForce(ground, cron, dst)) });
        }
      }
    });
  });

  it("are what a clock shows, for any cron and any bounds", () => {
    const any = surveyed.flatMap((one) => one.grounds);
    fc.assert(
      fc.property(
        fc.constantFrom(...any),
        cronText(fc.constantFrom("*", "*/2", "SUN", "0,6")),
        fc.constantFrom(...policies),
        fc.nat(54 * hour),
        fc.nat(30 * hour),
        (ground, text, dst, start, length) => {
          const cron = read(text);
          const from = ground.from + start;
          const to = Math.min(ground.to, from + length);
          const expected = bruteForce(ground, cron, dst).filter((at) => at >= from && at < to);
          expect(iso(occurrences(cron, ground.zone, dst, from, to))).toEqual(iso(expected));
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ["2027-03-28", 23],
    ["2026-10-25", 25],
    ["2026-10-26", 24],
  ])("of an hourly cron in Berlin on %s are %d, under every policy", (date, count) => {
    const start = Date.parse(`${date}T00:00:00Z`);
    const from = start - (civilAt("Europe/Berlin", start) - start);
    const to = from + count * hour;
    expect([from, to].map((at) => civilAt("Europe/Berlin", at))).toEqual([start, start + day]);
    for (const dst of policies) {
      const found = occurrences(read("0 * * * *"), "Europe/Berlin", dst, from, to);
      expect(found).toHaveLength(count);
      expect(
        new Set(found.map((at) => new Date(civilAt("Europe/Berlin", at)).toISOString().slice(0, 10))),
      ).toEqual(new Set([date]));
    }
  });

  it.each([
    ["30 2 * * *", "shift", "first", ["2027-03-28T01:30Z"]],
    ["30 2 * * *", "skip", "first", []],
    ["0 2,3 * * *", "shift", "first", ["2027-03-28T01:00Z"]],
    ["0 1,2,3 * * *", "shift", "first", ["2027-03-28T00:00Z", "2027-03-28T01:00Z"]],
    ["30 2,3 * * *", "shift", "each", ["2027-03-28T01:30Z"]],
    ["30 2,3 * * *", "skip", "each", ["2027-03-28T01:30Z"]],
  ] as const)("of %s in the gap of Berlin, with %s and %s, are %j", (text, gap, overlap, expected) => {
    const found = occurrences(
      read(text),
      "Europe/Berlin",
      { gap, overlap },
      Date.UTC(2027, 2, 27, 23),
      Date.UTC(2027, 2, 28, 22),
    );
    expect(iso(found)).toEqual(expected);
  });

  it.each([
    ["30 2 * * *", "first", ["2026-10-25T00:30Z"]],
    ["30 2 * * *", "each", ["2026-10-25T00:30Z", "2026-10-25T01:30Z"]],
    ["0 2,3 * * *", "first", ["2026-10-25T00:00Z", "2026-10-25T02:00Z"]],
    ["0 2,3 * * *", "each", ["2026-10-25T00:00Z", "2026-10-25T01:00Z", "2026-10-25T02:00Z"]],
  ] as const)("of %s in the overlap of Berlin, with %s, are %j", (text, overlap, expected) => {
    const found = occurrences(
      read(text),
      "Europe/Berlin",
      { gap: "shift", overlap },
      Date.UTC(2026, 9, 24, 22),
      Date.UTC(2026, 9, 25, 23),
    );
    expect(iso(found)).toEqual(expected);
  });

  it("keep steps in order through the gap", () => {
    const chain = ["0 2 * * *", "15 2 * * *", "30 2 * * *"].flatMap((text) =>
      occurrences(read(text), "Europe/Berlin", defaultDst, Date.UTC(2027, 2, 28), Date.UTC(2027, 2, 28, 12)),
    );
    expect(iso(chain)).toEqual(["2027-03-28T01:00Z", "2027-03-28T01:15Z", "2027-03-28T01:30Z"]);
  });

  it("lose no day that a zone leaves out", () => {
    const [from, to] = [Date.UTC(2011, 11, 29, 10), Date.UTC(2011, 11, 31, 10)];
    const noon = read("0 12 * * *");
    expect(iso(occurrences(noon, "Pacific/Apia", defaultDst, from, to))).toEqual([
      "2011-12-29T22:00Z",
      "2011-12-30T22:00Z",
    ]);
    expect(iso(occurrences(read("0 12 30 12 *"), "Pacific/Apia", defaultDst, from, to))).toEqual([
      "2011-12-30T22:00Z",
    ]);
    expect(
      occurrences(read("0 12 30 12 *"), "Pacific/Apia", { gap: "skip", overlap: "first" }, from, to),
    ).toEqual([]);
  });

  it.each([
    [0, 0, []],
    [hour, 0, []],
    [Number.NaN, hour, []],
    [0, 1, ["1970-01-01T00:00Z"]],
    [1, hour, []],
    [0, hour, ["1970-01-01T00:00Z"]],
    [0, hour + 1, ["1970-01-01T00:00Z", "1970-01-01T01:00Z"]],
    [-1, 1, ["1970-01-01T00:00Z"]],
  ])("in [%d, %d) are %j", (from, to, expected) => {
    expect(iso(occurrences(read("0 * * * *"), "UTC", defaultDst, from, to))).toEqual(expected);
  });

  it("of a day of month or a day of week are the union of both", () => {
    const found = occurrences(
      read("0 0 13 * FRI"),
      "UTC",
      defaultDst,
      Date.UTC(2026, 0, 1),
      Date.UTC(2026, 0, 20),
    );
    expect(iso(found)).toEqual([
      "2026-01-02T00:00Z",
      "2026-01-09T00:00Z",
      "2026-01-13T00:00Z",
      "2026-01-16T00:00Z",
    ]);
  });

  it("of split ranges join", () => {
    const zone = fc.constantFrom(...grounds.map(([name]) => name));
    fc.assert(
      fc.property(
        zone,
        cronText(fc.constantFrom("*", "SUN")),
        fc.constantFrom(...policies),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
        fc.nat(3 * day),
        fc.nat(3 * day),
        (name, text, dst, from, first, second) => {
          const cron = read(text);
          const [middle, to] = [from + first, from + first + second];
          expect([
            ...occurrences(cron, name, dst, from, middle),
            ...occurrences(cron, name, dst, middle, to),
          ]).toEqual(occurrences(cron, name, dst, from, to));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("of ranges that split inside a change join", () => {
    const cron = read("*/30 1-3 * * *");
    for (const one of surveyed.flatMap(({ grounds: found }) => found.slice(0, 2))) {
      for (const dst of policies) {
        const pieces: number[] = [];
        for (let at = one.from; at < one.to; at += 47 * minute)
          pieces.push(...occurrences(cron, one.zone, dst, at, Math.min(at + 47 * minute, one.to)));
        expect(iso(pieces)).toEqual(iso(occurrences(cron, one.zone, dst, one.from, one.to)));
      }
    }
  });

  it("away from changes are those of croner", () => {
    const start = fc.constantFrom(
      ["UTC", Date.UTC(2027, 1, 10)] as const,
      ["Asia/Kolkata", Date.UTC(2028, 1, 1)] as const,
      ["Europe/Berlin", Date.UTC(2026, 10, 1)] as const,
      ["Europe/Berlin", Date.UTC(2027, 3, 5)] as const,
      ["America/New_York", Date.UTC(2026, 4, 1)] as const,
      ["Australia/Lord_Howe", Date.UTC(2026, 5, 1)] as const,
    );
    const week = fc.constantFrom("*", "1", "1-5", "SUN", "7", "*/2", "MON,THU");
    fc.assert(
      fc.property(start, cronText(week), ([zone, from], text) => {
        const to = from + 60 * day;
        const count = 40;
        const theirs = new Croner(text, { mode: "5-part", timezone: zone, paused: true })
          .nextRuns(count, new Date(from - 1))
          .map((date) => date.getTime())
          .filter((at) => at < to);
        expect(iso(occurrences(read(text), zone, defaultDst, from, to).slice(0, count))).toEqual(iso(theirs));
      }),
      { numRuns: 150 },
    );
  });
});

describe("nextOccurrences", () => {
  it.each([
    ["0 9 * * 1", 3, ["2026-01-05T08:00Z", "2026-01-12T08:00Z", "2026-01-19T08:00Z"]],
    ["15 * * * *", 2, ["2026-01-01T00:15Z", "2026-01-01T01:15Z"]],
    ["0 1 * * *", 1, ["2026-01-01T00:00Z"]],
    ["0 0 1 1 *", 2, ["2026-12-31T23:00Z", "2027-12-31T23:00Z"]],
    ["0 0 29 2 *", 1, ["2028-02-28T23:00Z"]],
    ["0 0 29 2 *", 2, ["2028-02-28T23:00Z"]],
    ["0 9 * * 1", 0, []],
  ])("of %s, %d of them, are %j", (text, count, expected) => {
    expect(
      iso(nextOccurrences(read(text), "Europe/Berlin", defaultDst, Date.UTC(2026, 0, 1), count)),
    ).toEqual(expected);
  });

  it("look no further than the horizon", () => {
    const from = Date.UTC(2026, 0, 1);
    const noon = read("0 12 * * *");
    expect(nextOccurrences(noon, "UTC", defaultDst, from, 100, 3 * day)).toHaveLength(3);
    expect(nextOccurrences(noon, "UTC", defaultDst, from, 100, 12 * hour)).toEqual([]);
    expect(nextOccurrences(noon, "UTC", defaultDst, from, 100, 12 * hour + 1)).toHaveLength(1);
    expect(nextOccurrences(read("0 0 29 2 *"), "UTC", defaultDst, Date.UTC(2096, 2, 1), 1)).toEqual([]);
    expect(
      iso(nextOccurrences(read("0 0 29 2 *"), "UTC", defaultDst, Date.UTC(2096, 2, 1), 1, 9 * 366 * day)),
    ).toEqual(["2104-02-29T00:00Z"]);
  });

  it("are the first of all occurrences", () => {
    fc.assert(
      fc.property(
        cronText(fc.constantFrom("*", "SUN", "1-5")),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
        fc.integer({ min: 1, max: 20 }),
        (text, from, count) => {
          const cron = read(text);
          const horizon = 100 * day;
          expect(nextOccurrences(cron, "Europe/Berlin", defaultDst, from, count, horizon)).toEqual(
            occurrences(cron, "Europe/Berlin", defaultDst, from, from + horizon).slice(0, count),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
