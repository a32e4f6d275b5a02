import { describe, expect, it } from "vitest";
import { isCronProblem, parseCron } from "./cron.ts";
import { countFirings } from "./firings.ts";
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
