import type { Schedule } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { brief } from "../ops-documents.fixture.ts";
import { checkSchedule } from "./check-schedule.ts";

const file = ".kaizen/schedule.yml";
const coach = { cadence: "daily", cron: "15 * * * *", enabled: true } as const;

describe("checkSchedule", () => {
  it.each([
    [
      "the example of LOOP-WP-0001",
      { coach: { ...coach, cron: "0 * * * *" }, optimization: { ...coach, cron: "30 * * * *" } },
      [],
    ],
    ["no agents", {}, []],
    [
      "a cron of one word",
      { coach: { ...coach, cron: "@daily" } },
      [`cron_fields ${file}/agents/coach/cron`],
    ],
    ["a wrong field", { coach: { ...coach, cron: "15 24 * * *" } }, [`cron_field ${file}/agents/coach/cron`]],
    [
      "a cron that never fires",
      { coach: { ...coach, cron: "0 0 31 6 *" } },
      [`cron_never ${file}/agents/coach/cron`],
    ],
    [
      "an enabled agent without cron",
      { coach: { cadence: "daily", enabled: true } },
      [`cron_missing ${file}/agents/coach`],
    ],
    ["a disabled agent without cron", { coach: { cadence: "daily", enabled: false } }, []],
    ["a manual agent without cron", { coach: { cadence: "manual", enabled: true } }, []],
    [
      "flaws of two agents",
      { a: { ...coach, cron: "x" }, b: { ...coach, cron: "y" } },
      [`cron_fields ${file}/agents/a/cron`, `cron_fields ${file}/agents/b/cron`],
    ],
  ] satisfies [string, Schedule["agents"], string[]][])(
    "finds what is wrong with %s",
    (_what, agents, expected) => {
      expect(brief(checkSchedule({ timezone: "Europe/Berlin", agents }, file))).toEqual(expected);
    },
  );

  it("finds an unknown zone", () => {
    expect(brief(checkSchedule({ timezone: "CEST+1", agents: {} }, file))).toEqual([
      `zone_unknown ${file}/timezone`,
    ]);
  });
});
