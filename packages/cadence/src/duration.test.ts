import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDuration } from "./duration.ts";

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

describe("parseDuration", () => {
  it.each([
    ["PT0S", 0],
    ["PT5M", 5 * minute],
    ["PT55M", 55 * minute],
    ["PT2H", 2 * hour],
    ["PT90M", 90 * minute],
    ["P3D", 3 * day],
    ["P2W", 14 * day],
    ["P1DT2H3M4S", day + 2 * hour + 3 * minute + 4 * second],
    ["PT1H30S", hour + 30 * second],
    ["PT007M", 7 * minute],
  ])("reads %s", (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it.each([
    "",
    "P",
    "PT",
    "P1DT",
    "T5M",
    "5M",
    "PT5",
    "P1M",
    "P1Y",
    "P1W2D",
    "PT1.5H",
    "-PT5M",
    "P-1D",
    "pt5m",
    "PT5M ",
    "PT5M\n",
    "PT5S5M",
    "PT1D",
    "P5H",
  ])("refuses %j", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it("adds up its parts", () => {
    const part = fc.nat(1000);
    fc.assert(
      fc.property(part, part, part, part, (days, hours, minutes, seconds) => {
        expect(parseDuration(`P${days}DT${hours}H${minutes}M${seconds}S`)).toBe(
          days * day + hours * hour + minutes * minute + seconds * second,
        );
      }),
    );
  });
});
