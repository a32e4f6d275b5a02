import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isZone, offsetAt, stretches, zoneHint } from "./zone.ts";

const hour = 3_600_000;
const day = 24 * hour;

describe("isZone", () => {
  it.each(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Asia/Kolkata"])(
    "knows %s",
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );

  it.each([
    "",
    "Berlin",
    "Europe/Berln",
    "+01:00",
    "-05",
    "UTC+1",
    "Europe/",
    "Europe/Berlin ",
    "..",
    "Mars/Base",
    "europe/berlin",
    "utc",
  ])("does not know %j", (name) => {
    expect(isZone(name)).toBe(false);
  });
});

describe("zoneHint", () => {
  it.each([
    ["Berlin", "Europe/Berlin"],
    ["Europ/Berlin", "Europe/Berlin"],
    ["Europe/Berln", "Europe/Berlin"],
    ["America/Berlin", "Europe/Berlin"],
    ["new_york", "America/New_York"],
    ["+01:00", "Europe/Berlin or UTC"],
    ["somewhere", "IANA"],
  ])("of %j names %s", (name, expected) => {
    expect(zoneHint(name)).toContain(expected);
    expect(zoneHint(name).length).toBeLessThan(120);
  });
});

describe("offsetAt", () => {
  it.each([
    ["UTC", "2026-07-01T00:00:00Z", 0],
    ["Europe/Berlin", "2026-07-01T00:00:00Z", 2],
    ["Europe/Berlin", "2027-03-28T00:59:59.999Z", 1],
    ["Europe/Berlin", "2027-03-28T01:00:00Z", 2],
    ["Europe/Berlin", "2026-10-25T01:00:00Z", 1],
    ["America/New_York", "2026-01-01T00:00:00Z", -5],
    ["Asia/Kolkata", "2026-01-01T00:00:00Z", 5.5],
    ["Asia/Kathmandu", "2026-01-01T00:00:00Z", 5.75],
    ["Australia/Lord_Howe", "2026-01-01T00:00:00Z", 11],
    ["Australia/Lord_Howe", "2026-07-01T00:00:00Z", 10.5],
    ["Pacific/Kiritimati", "2026-01-01T00:00:00Z", 14],
    ["Europe/Berlin", "1969-12-31T23:59:59.500Z", 1],
  ])("of %s at %s is %d hours", (zone, instant, hours) => {
    expect(offsetAt(zone, Date.parse(instant))).toBe(hours * hour);
  });

  it("throws for an unknown zone", () => {
    expect(() => offsetAt("Mars/Base", 0)).toThrow(RangeError);
  });
});

describe("stretches", () => {
  it("change where the clocks do", () => {
    const year = stretches("Europe/Berlin", Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));
    expect(year.map(({ end, offset }) => [new Date(end).toISOString(), offset / hour])).toEqual([
      ["2026-03-29T01:00:00.000Z", 1],
      ["2026-10-25T01:00:00.000Z", 2],
      ["2027-01-01T00:00:00.000Z", 1],
    ]);
  });

  it("end with the range, also shortly before a change", () => {
    const [from, to] = [Date.UTC(2026, 9, 24) + 1, Date.UTC(2026, 9, 25, 0, 30)];
    expect(stretches("Europe/Berlin", from, to)).toEqual([{ start: from - 1, end: to, offset: 2 * hour }]);
  });

  it.each([
    [0, 0],
    [day, 0],
    [Number.NaN, 0],
  ])("of an empty range from %d to %d are none", (from, to) => {
    expect(stretches("UTC", from, to)).toEqual([]);
  });

  it("cover the range without gaps, each with its own offset", () => {
    const zone = fc.constantFrom(
      "Europe/Berlin",
      "Africa/Casablanca",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "UTC",
    );
    const start = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(zone, start, fc.integer({ min: 1, max: 300 * day }), (name, from, length) => {
        const to = from + length;
        const parts = stretches(name, from, to);
        expect(parts[0]?.start).toBeLessThanOrEqual(from);
        expect(parts.at(-1)?.end).toBe(to);
        expect(parts.slice(1).map((part) => part.start)).toEqual(parts.slice(0, -1).map((part) => part.end));
        expect(parts.every((part) => part.start < part.end)).toBe(true);
        const edges = parts.flatMap((part) => [offsetAt(name, part.start), offsetAt(name, part.end - 1)]);
        expect(edges).toEqual(parts.flatMap((part) => [part.offset, part.offset]));
        expect(parts.some((part, index) => part.offset === parts[index + 1]?.offset)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
