import type { Analysis } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { evaluate, lowerBound } from "./evaluate.ts";
import {
  analysis,
  evidenceOf,
  hour,
  type Letters,
  prepared,
  repoId,
  start,
  stories,
  type Whole,
} from "./evidence.fixture.ts";

/** Result, reason and length of the streak of the one analysis. */
function brief(letters: Letters, more: Partial<Analysis> = {}, whole: Whole = {}): string {
  const [found] = evaluate(evidenceOf(letters, { analyses: [analysis(more)], ...whole }));
  return `${found?.result}: ${found?.reason} ${found?.streak.length}`;
}

const perRepo = (count: number) => ({ scope: "per_repo", availability: { minimum_repos: count } }) as const;
const best = (count: number) => ({ availability: { minimum_repos: count } });

describe("evaluate", () => {
  it.each<[string, string]>([
    ["SS", "pending: waiting 2"],
    ["SSS", "success: streak_reached 3"],
    ["SSSS", "success: streak_reached 4"],
    ["SSSP", "success: streak_reached 3"],
    ["SSF", "failure: cycle_failed 0"],
    ["SSSF", "failure: cycle_failed 0"],
    ["SSSI", "inconclusive: cycle_inconclusive 0"],
    ["SSFS", "pending: waiting 1"],
    ["SSFP", "failure: cycle_failed 0"],
    ["SSIP", "inconclusive: cycle_inconclusive 0"],
    ["SSPS", "pending: waiting 2"],
    ["FPS", "pending: waiting 0"],
    ["P", "pending: no_data 0"],
    ["", "pending: no_data 0"],
    ["SS-S", "pending: waiting 1"],
    ["SSS-", "pending: no_data 0"],
  ])("judges %s of one repo, whichever the scope", (letters, expected) => {
    expect([brief({ a: letters }), brief({ a: letters }, { scope: "per_repo" })]).toEqual([
      expected,
      expected,
    ]);
  });

  it.each<[string, Letters, Partial<Analysis>, string]>([
    ["all, each cycle by all", { a: "SSS", b: "SSS", c: "SSS" }, {}, "success: streak_reached 3"],
    ["all, of which one failed once", { a: "SSS", b: "SFS", c: "SSS" }, {}, "pending: waiting 1"],
    ["all, in mixed states", { a: "SSF", b: "SSI", c: "SSP" }, {}, "failure: cycle_failed 0"],
    [
      "all, inconclusive before pending",
      { a: "SSS", b: "SSI", c: "SSP" },
      {},
      "inconclusive: cycle_inconclusive 0",
    ],
    ["all, pending before success", { a: "SSS", b: "SSP", c: "SSS" }, {}, "pending: waiting 2"],
    ["the best two of each cycle", { a: "FSS", b: "SFS", c: "SSF" }, best(2), "success: streak_reached 3"],
    ["the best two, where two fail", { a: "SSF", b: "SSF", c: "SSS" }, best(2), "failure: cycle_failed 0"],
    ["the best one", { a: "FFS", b: "FSF", c: "SFF" }, best(1), "success: streak_reached 3"],
    [
      "the best one, of the same repos as now",
      { a: "SSSS", b: "-SSS" },
      best(1),
      "success: streak_reached 3",
    ],
    ["more than there are", { a: "SSS", b: "SSS" }, best(3), "pending: too_few_repos 0"],
  ])("judges the fleet by %s", (_, letters, more, expected) => {
    expect(brief(letters, more)).toBe(expected);
  });

  it.each<[string, Letters, Partial<Analysis>, string]>([
    [
      "the streak of each, all of them",
      { a: "SSS", b: "SSS" },
      { scope: "per_repo" },
      "success: streak_reached 3",
    ],
    ["the worst of all", { a: "SSS", b: "SFS" }, { scope: "per_repo" }, "pending: waiting 1"],
    [
      "the worst of all, in mixed states",
      { a: "SSS", b: "SSI", c: "SSF" },
      { scope: "per_repo" },
      "failure: cycle_failed 0",
    ],
    ["the best one", { a: "SSF", b: "SSS", c: "SSI" }, perRepo(1), "success: streak_reached 3"],
    ["the best two, of which one waits", { a: "SFS", b: "SSS", c: "SSI" }, perRepo(2), "pending: waiting 1"],
    [
      "the best two, the longer streak first",
      { a: "FSS", b: "SFS", c: "FFF" },
      perRepo(1),
      "pending: waiting 2",
    ],
    ["no cycle of its own", { a: "SSS", b: "---" }, { scope: "per_repo" }, "pending: no_data 0"],
    [
      "one that lacks a slot in the middle",
      { a: "SSS", b: "S-S" },
      { scope: "per_repo" },
      "pending: waiting 1",
    ],
    ["the best one, pending before failure", { a: "F", b: "P" }, perRepo(1), "pending: no_data 0"],
    ["more than there are", { a: "SSS" }, perRepo(2), "pending: too_few_repos 0"],
  ])("judges repos by %s", (_, letters, more, expected) => {
    expect(brief(letters, more)).toBe(expected);
  });

  it("tells the result of each repo where each counts alone, and none where they count together", () => {
    const [alone, together] = evaluate(
      evidenceOf({ a: "SSS", b: "SSF" }, { analyses: [analysis(perRepo(1)), analysis(best(1))] }),
    );
    const own = [...(alone?.repos ?? [])].map(([repo, { result, streak }]) => [repo, result, streak.length]);
    expect(own).toEqual([
      [repoId("a"), "success", 3],
      [repoId("b"), "failure", 0],
    ]);
    expect(together?.repos.size).toBe(0);
  });

  it.each([
    [3, ["local/coulomb/x"], 2, "success: streak_reached 3"],
    [3, [], 3, "pending: too_few_repos 0"],
    [2, ["local/coulomb/x", "local/coulomb/y"], 1, "success: streak_reached 3"],
    [1, ["local/coulomb/x"], 1, "success: streak_reached 3"],
  ])("asks for %i repos less those past the phase, %j: %i", (count, past, needed, expected) => {
    for (const scope of [best(count), perRepo(count)]) {
      const letters = { a: "SSS", b: "SSS" };
      expect(brief(letters, scope, { past })).toBe(expected);
      expect(evaluate(evidenceOf(letters, { analyses: [analysis(scope)], past }))[0]?.needed).toBe(needed);
    }
  });

  it.each<[string, Partial<Analysis>]>([
    ["all", {}],
    ["one", best(1)],
    ["one alone", perRepo(1)],
  ])("is pending without a repo, where it asks for %s", (_, more) => {
    expect(brief({ a: "SSS" }, more, { repos: [] })).toBe("pending: no_data 0");
  });
});

describe("evaluate, by age", () => {
  /** The last of three cycles begins 2 h after the first, and its record comes 10 min later. */
  const decided = start + 2 * hour + 600_000;
  it.each([
    ["as old as allowed", 2 * hour, "success: streak_reached 3"],
    ["1 ms older", 2 * hour + 1, "pending: too_old 3"],
  ])("counts the age from when the newest cycle was decided: %s", (_, age, expected) => {
    const whole = { as_of: new Date(decided + age).toISOString() };
    for (const scope of [{}, perRepo(1)])
      expect(brief({ a: "SSS" }, { max_age: "PT2H", ...scope }, whole)).toBe(expected);
  });

  it("takes any age where none is named", () => {
    expect(brief({ a: "SSS" }, {}, { as_of: "2036-01-01T00:00:00Z" })).toBe("success: streak_reached 3");
  });

  it("takes what waits behind a pending cycle for no sign of life", () => {
    const whole = { as_of: new Date(start + 5 * hour).toISOString() };
    expect(brief({ a: "SSSPS" }, { max_age: "PT2H" }, whole)).toBe("pending: too_old 3");
  });

  it("counts a fleet's cycle from the newest of the repos that made it", () => {
    const whole: Whole = {
      tell: ({ repo }) => ({ ...stories.S, records: [{ after: repo === "b" ? 1800 : 600 }] }),
      as_of: new Date(decided + 2 * hour + 1).toISOString(),
    };
    for (const names of ["ab", "ba"]) {
      const letters = Object.fromEntries(names.split("").map((name) => [name, "SSS"]));
      expect(brief(letters, { max_age: "PT2H", ...best(1) }, whole)).toBe("success: streak_reached 3");
    }
  });
});

describe("evaluate, by the clock", () => {
  it.each([
    ["2027-03-28", "2027-03-27T23:00:00Z", 23],
    ["2026-10-25", "2026-10-24T22:00:00Z", 25],
  ])("takes the hours of %s in Europe/Berlin for consecutive", (_, first, count) => {
    const anchors = Array.from({ length: count }, (__, index) => Date.parse(first) + index * hour);
    expect(brief({ a: "S".repeat(count) }, {}, { anchors })).toBe(`success: streak_reached ${count}`);
  });

  it.each([
    [[0, 1, 2, 3], "success: streak_reached 4"],
    [[0, 1, 3, 4], "pending: waiting 2"],
    [[undefined, 0, 1, 2], "success: streak_reached 3"],
    [[0, 1, 2, undefined], "pending: waiting 1"],
  ])("counts cycles in a row by their numbers: %j", (seqs, expected) => {
    expect(brief({ a: "SSSS" }, {}, { seqs })).toBe(expected);
  });

  it("leaves out cycles that begin after its instant", () => {
    const evidence = evidenceOf({ a: "SSSS" }, { as_of: new Date(start + 3 * hour - 1).toISOString() });
    expect(evaluate(evidence)[0]?.cycles).toHaveLength(3);
    expect(evaluate({ ...evidence, as_of: "2026-07-06T13:00:00Z" })[0]?.cycles).toHaveLength(4);
  });
});

describe("evaluate, of the two exit profiles", () => {
  const steps = ["metrics", "coach", "optimization"];
  const smoke = analysis({
    key: "smoke-clean",
    ...perRepo(1),
    complete_when: "prepared",
    close_deadline: "PT55M",
  });
  const clean = analysis({ complete_when: "closed", close_deadline: "PT55M" });
  const as_of = new Date(start + 4 * hour).toISOString();

  it("takes three cycles in which one repo is prepared for a smoke test", () => {
    const whole: Whole = {
      steps,
      as_of,
      analyses: [smoke, clean],
      tell: ({ repo }) => ({ events: repo === "a" ? [prepared()] : [] }),
    };
    const found = evaluate(evidenceOf({ a: "PPP", b: "PPP", c: "PPP" }, whole));
    expect(found.map(({ result, reason }) => `${result}: ${reason}`)).toEqual([
      "success: streak_reached",
      "inconclusive: cycle_inconclusive",
    ]);
  });

  it.each([
    ["27 closing records", () => true, "success: streak_reached 3"],
    ["26 of 27", (place: string) => place !== "b coach 1", "pending: waiting 1"],
    [
      "none in one step",
      (place: string) => !place.includes("optimization"),
      "inconclusive: cycle_inconclusive 0",
    ],
  ])("takes nine closing records a cycle, three times, for the fleet: %s", (_, closes, expected) => {
    const tell = (place: { repo: string; step: string; at: number }) =>
      closes(`${place.repo} ${place.step} ${place.at}`) ? stories.S : stories.P;
    const whole = { steps, tell, as_of, analyses: [clean] };
    expect(brief({ a: "SSS", b: "SSS", c: "SSS" }, {}, whole)).toBe(expected);
  });

  it("takes a preparation for no closing record, nor the reverse", () => {
    const whole: Whole = { steps, as_of, analyses: [smoke, clean], tell: () => ({ records: [{}] }) };
    const found = evaluate(evidenceOf({ a: "SSS" }, whole));
    expect(found.map(({ result }) => result)).toEqual(["inconclusive", "success"]);
  });
});

describe("lowerBound", () => {
  it.each([
    [0, 0],
    [1, 0.05],
    [3, 0.3684],
    [5, 0.5493],
    [59, 0.9505],
  ])("is, after %i successes, %f", (successes, expected) => {
    expect(lowerBound(successes)).toBeCloseTo(expected, 4);
  });

  it.each([
    ["SSS", 0.3684],
    ["SSSSS", 0.5493],
    ["SSF", 0],
  ])("is told with the result of %s", (letters, expected) => {
    expect(evaluate(evidenceOf({ a: letters }))[0]?.lowerBound).toBeCloseTo(expected, 4);
  });
});
