import { describe, expect, it } from "vitest";
import { isCronProblem, parseCron } from "./cron.ts";
import { countFirings } from "./firings.ts";
import { compareCrons } from "./override-limits.ts";
import { overrideState } from "./overrides.ts";

const day = 86_400_000;
const end = Date.UTC(2026, 8, 1);
const expires = new Date(end).toISOString();

describe("overrideState", () => {
  it.each([
    ["long before its end", end - 8 * day, "live"],
    ["a moment earlier than seven days before", end - 7 * day - 1, "live"],
    ["seven days before", end - 7 * day, "expiring"],
    ["a moment before", end - 1, "expiring"],
    ["at its end", end, "expired"],
    ["a moment later", end + 1, "expired"],
  ])("%s", (_when, asOf, expected) => {
    expect(overrideState(expires, asOf)).toBe(expected);
  });

  it("takes an end that is none for the past", () => {
    expect(overrideState("soon", end)).toBe("expired");
  });
});

describe("countFirings", () => {
  it.each([
    ["15 * * * *", 28 * 24],
    ["0 9 * * *", 28],
    ["0 9 * * 1", 4],
    ["0 9 1 * *", 1],
  ])("%s fires %i times in 28 days", (text, expected) => {
    const cron = parseCron(text);
    if (isCronProblem(cron)) throw new Error(cron.message);
    expect(countFirings(cron, "UTC", Date.UTC(2026, 5, 1))).toBe(expected);
  });
});

describe("compareCrons", () => {
  // Four weeks from the second of January hold no first of a month.
  const january = Date.UTC(2026, 0, 2);

  it.each([
    ["*/5 * * * *", "0 * * * *", "UTC", true],
    ["0 9 * * 1", "0 9 * * *", "UTC", false],
    ["0 9 15 * *", "0 9 1 * *", "UTC", false],
    ["0 9 1,15 * *", "0 9 1 * *", "Europe/Berlin", true],
    ["0 9 * 12 *", "0 9 * * 1", "Europe/Berlin", true],
  ])("%s beside %s in %s: more often %s", (value, wanted, zone, expected) => {
    const found = compareCrons(value, wanted, zone, january);
    expect((found?.pinnedCount ?? 0) > (found?.phaseCount ?? 0)).toBe(expected);
  });

  it.each([
    [undefined, "0 9 * * *", "UTC"],
    ["0 9 * * *", true, "UTC"],
    ["0 9 * * *", "0 9 * * *", "Mars/Base"],
  ])("compares no cron %s with %s in %s", (value, wanted, zone) => {
    expect(compareCrons(value, wanted, zone, january)).toBeUndefined();
  });
});
