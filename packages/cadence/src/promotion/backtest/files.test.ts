import { describe, expect, it } from "vitest";
import { digest, evidenceOf } from "../../evidence/evidence.fixture.ts";
import { cyclesOf } from "../../evidence/judge-cycles.ts";
import { repoId } from "../evidence.fixture.ts";
import { filesAfter, noFiles } from "./files.ts";

/** Two repos; from the third cycle on coach runs too, under another definition, and b has another schedule. */
const cycles = cyclesOf(
  evidenceOf(
    { a: "III", b: "III" },
    {
      steps: ["metrics", "coach"],
      tell: ({ repo, step, at }) => ({
        slot: {
          definition_digest: step === "coach" && at === 2 ? digest.other : digest.definition,
          ...(repo === "b" && at === 2 ? { schedule_digest: digest.other } : {}),
        },
      }),
    },
  ),
);

describe("filesAfter", () => {
  const steps = cycles.map((_, at) => cycles.slice(0, at + 1).reduce(filesAfter, noFiles));

  it("knows nothing before the first cycle, and then what that ran under", () => {
    expect(noFiles).toEqual({ activities: [], definitions: {}, schedules: {} });
    expect(steps[0]).toEqual({
      activities: ["hourly-metrics", "hourly-coach"],
      definitions: { "hourly-metrics": digest.definition, "hourly-coach": digest.definition },
      schedules: { [repoId("a")]: digest.schedule, [repoId("b")]: digest.schedule },
    });
  });

  it("is the same object where nothing changed", () => {
    const [, second] = cycles;
    if (second === undefined || steps[0] === undefined) throw new Error("there are three cycles");
    expect(filesAfter(steps[0], second)).toBe(steps[0]);
  });

  it("follows what changes, repo by repo and activity by activity", () => {
    expect(steps[2]).toEqual({
      activities: ["hourly-metrics", "hourly-coach"],
      definitions: { "hourly-metrics": digest.definition, "hourly-coach": digest.other },
      schedules: { [repoId("a")]: digest.schedule, [repoId("b")]: digest.other },
    });
  });

  it("drops an activity that the newest cycle does not have, and keeps all where it has no slot", () => {
    const [first] = cyclesOf(evidenceOf({ a: "I" }));
    const [none] = cyclesOf(evidenceOf({ a: "-" }));
    if (first === undefined || none === undefined || steps[0] === undefined)
      throw new Error("there are cycles");
    expect(filesAfter(steps[0], first).activities).toEqual(["hourly-metrics"]);
    expect(filesAfter(steps[0], none).activities).toEqual(["hourly-metrics", "hourly-coach"]);
  });
});
