import { describe, expect, it } from "vitest";
import { checkLooseValues } from "./check-loose-values.ts";

describe("checkLooseValues", () => {
  it("finds crons and zones at any depth, also in parts that keep no contract", () => {
    const value = {
      timezone: "Europe/Berln",
      phases: [{ schedule: { coach: { cadence: "hourly", cron: "61 * * * *", enabled: "yes" } } }, 7],
      windows: [{ cron: "0 9 * * 1-5" }, { cron: 5 }],
    };
    expect(checkLooseValues(value, "f").map(({ code, path }) => [code, path])).toEqual([
      ["zone_unknown", ["timezone"]],
      ["cron_field", ["phases", 0, "schedule", "coach", "cron"]],
    ]);
  });

  it.each([undefined, null, "text", 5, []])("finds nothing in %j", (value) => {
    expect(checkLooseValues(value, "f")).toEqual([]);
  });
});
