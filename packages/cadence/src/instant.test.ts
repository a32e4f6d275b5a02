import { describe, expect, it } from "vitest";
import { parseInstant } from "./instant.ts";

describe("parseInstant", () => {
  it.each([
    ["2026-09-01T00:00:00Z", Date.UTC(2026, 8, 1)],
    ["2026-09-01T12:34:56.789Z", Date.UTC(2026, 8, 1, 12, 34, 56, 789)],
    ["2026-09-01T00:00:00.123456789Z", Date.UTC(2026, 8, 1) + 123],
    ["2016-12-31T23:59:60Z", Date.UTC(2017, 0, 1)],
    ["2016-12-31T23:59:60.5Z", Date.UTC(2017, 0, 1) + 500],
  ])("reads %s", (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it("knows no number of other text", () => {
    expect(parseInstant("soon")).toBeNaN();
  });
});
