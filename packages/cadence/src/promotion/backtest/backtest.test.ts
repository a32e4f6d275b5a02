import { describe, expect, it } from "vitest";
import { hour, start } from "../../evidence/evidence.fixture.ts";
import { criterion, repoId } from "../evidence.fixture.ts";
import { phases, policy } from "../promotion.fixture.ts";
import { backtestInput, demoted, type Past, promoted } from "./backtest.fixture.ts";
import { backtest, type ReplayedStay } from "./backtest.ts";
import type { StayOutcome } from "./outcome.ts";

const past = (more: Partial<Past>): Past => ({
  letters: { bootstrap: { a: "SSSSSS" } },
  hours: 6,
  policy: { waves: [] },
  ...more,
});

/** Hours and minutes after the start. */
function clock(at: number): string {
  const minutes = Math.floor((at - start) / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** An outcome in a line. */
function brief(outcome: StayOutcome): string {
  switch (outcome.kind) {
    case "promoted":
      return `promoted ${clock(outcome.at)} after ${outcome.waited}`;
    case "demoted":
      return `demoted ${clock(outcome.at)} after ${outcome.waited}: ${outcome.reason.split("@")[1] ?? ""}`;
    case "stayed":
      return `stayed: ${outcome.waits.map(({ key, result }) => `${key} ${result}`).join(", ")}`;
    case "no_phase":
      return "no phase";
  }
}

function rows(stays: readonly ReplayedStay[]): string[] {
  return stays.map(
    ({ stay, present, tried, happened }) =>
      `${stay.repo.repo} ${stay.phase} | ${brief(tried)} | ${brief(present)} | ${happened === undefined ? "there" : `${happened.kind} ${clock(happened.at)}`}`,
  );
}

const run = (history: Partial<Past>, tried: Partial<Past> = {}) =>
  backtest(backtestInput(past(history), tried));
/** Also the second phase asks for three cycles in a row. */
const both = { phases: phases({}, { exit: ["cycles-clean"] }) };
const limit = (count: number, more: object = {}) => [
  criterion({ consecutive_success_limit: count, ...more }),
];

describe("backtest", () => {
  it("says when each policy would have promoted a repo, and how long it waited", () => {
    const { stays, totals } = run({}, { analyses: limit(5) });
    expect(rows(stays)).toEqual(["a bootstrap | promoted 4:10 after 5 | promoted 2:10 after 3 | there"]);
    expect(totals).toEqual({
      present: { promotions: 1, demotions: 0, medianWaited: 3 },
      tried: { promotions: 1, demotions: 0, medianWaited: 5 },
      happened: { promotions: 0, demotions: 0, medianWaited: undefined },
    });
  });

  it("names the cycle that broke the streak last, and how the next ones went", () => {
    const rollback = { on: ["failure"], within_cycles: 3, to: "previous" };
    const [found] = run({
      letters: { bootstrap: { a: "SFSSSIFS" } },
      hours: 8,
      policy: { waves: [], auto_rollback: rollback },
    }).stays;
    expect(found?.present).toMatchObject({
      kind: "promoted",
      brokenBy: {
        analysis: "cycles-clean",
        cycle: "kaizen-stack/bootstrap@2026-07-06T11:00:00Z",
        message: "failed",
        slot: "kaizen-stack/bootstrap-metrics/local/coulomb/a@2026-07-06T11:00:00Z",
      },
      after: { looked: 3, failures: 1, inconclusive: 1 },
    });
  });

  it("says what a repo waited for that was not promoted", () => {
    const { stays } = run({ letters: { bootstrap: { a: "SSSSSF" } } }, { analyses: limit(6) });
    expect(rows(stays)).toEqual([
      "a bootstrap | stayed: cycles-clean failure | promoted 2:10 after 3 | there",
    ]);
    expect(stays[0]?.tried).toMatchObject({ brokenBy: { message: "failed" }, at: start + 7 * hour });
  });

  it("has nothing to say without a ledger, and names the repos of which it knows less", () => {
    const none = run({ letters: { bootstrap: { a: "------", b: "----SS" } } });
    expect(rows(none.stays)).toEqual([
      "a bootstrap | stayed: cycles-clean pending | stayed: cycles-clean pending | there",
      "b bootstrap | stayed: cycles-clean pending | stayed: cycles-clean pending | there",
    ]);
    expect(none.short).toEqual([
      { repo: repoId("a"), begins: undefined },
      { repo: repoId("b"), begins: start + 4 * hour },
    ]);
  });

  it("follows the records: each stay by itself, in the phase where the repo really was", () => {
    const { stays, totals } = run(
      {
        letters: { bootstrap: { a: "SSSSSSSSSS" }, stabilize: { a: "SSSSFSSSSS" } },
        hours: 10,
        records: [promoted(1, 2.5, "a"), demoted(2, 4.5, "a", { cooldown_cycles: 2 })],
        policy: {
          ...both,
          waves: [],
          auto_rollback: { on: ["failure"], within_cycles: 2, to: "previous" },
        },
      },
      { analyses: limit(4) },
    );
    expect(rows(stays)).toEqual([
      "a bootstrap | stayed: cycles-clean pending | promoted 2:10 after 3 | promoted 2:30",
      // Cycles 3 and 4 are the first two of the new phase; 4 fails.
      "a stabilize | demoted 4:11 after 2: 2026-07-06T14:00:00Z: failed | demoted 4:11 after 2: 2026-07-06T14:00:00Z: failed | demoted 4:30",
      "a bootstrap | promoted 8:10 after 4 | promoted 7:10 after 3 | there",
    ]);
    expect(totals.happened).toEqual({ promotions: 1, demotions: 1, medianWaited: 3 });
  });

  it("holds back who is held or cools down", () => {
    const held = run({
      letters: { bootstrap: { a: "SSSSSSSS" }, stabilize: { a: "S" } },
      hours: 8,
      records: [promoted(1, 0.1, "a"), demoted(2, 0.2, "a", { hold: true })],
    });
    expect(rows(held.stays).at(-1)).toContain("stayed: not-held pending");
    const cooling = run({
      letters: { bootstrap: { a: "SSSSSSSS" }, stabilize: { a: "S" } },
      hours: 8,
      records: [promoted(1, 0.1, "a"), demoted(2, 0.2, "a", { cooldown_cycles: 5 })],
    });
    expect(rows(cooling.stays).at(-1)).toContain("promoted 5:10 after 5");
  });

  it("waits for an open window", () => {
    const shut = { name: "late", kind: "allow", cron: "30 14 * * *", duration: "PT1H" };
    // 14:30 in Berlin is 12:30, two and a half hours after the start.
    const { stays } = run({}, { policy: { waves: [], promotion_windows: [shut] } });
    expect(rows(stays)).toEqual(["a bootstrap | promoted 2:30 after 3 | promoted 2:10 after 3 | there"]);
    const never = run({}, { policy: { waves: [], promotion_windows: [{ ...shut, cron: "0 4 * * *" }] } });
    expect(rows(never.stays)[0]).toContain("a bootstrap | stayed: window pending |");
    expect(never.stays[0]?.tried).toMatchObject({ readyAt: start + (2 * 60 + 10) * 60_000 });
  });

  it("lets waves go in their order, and a wave in its size", () => {
    const waves = [
      { name: "canary", select: { wave: 0 }, required_soak_cycles: 2 },
      { name: "rest", select: { wave: 1 }, max_concurrency: 1 },
    ];
    const history: Partial<Past> = {
      letters: {
        bootstrap: { a: "SSSSSSSS", b: "SSSSSSSS", c: "SSSSSSSS" },
        stabilize: { a: "SSSSSSSS" },
      },
      hours: 8,
      waves: { a: 0, b: 1, c: 1 },
      policy: { ...both, waves },
    };
    // Nobody of the canary really left, so that nobody may follow.
    expect(rows(run(history).stays)).toEqual([
      "a bootstrap | promoted 2:10 after 3 | promoted 2:10 after 3 | there",
      "b bootstrap | stayed: wave pending | stayed: wave pending | there",
      "c bootstrap | stayed: wave pending | stayed: wave pending | there",
    ]);
    const left = run({ ...history, records: [promoted(1, 2.5, "a")] }, { policy: { ...both, waves: [] } });
    expect(rows(left.stays)).toEqual([
      "a bootstrap | promoted 2:10 after 3 | promoted 2:10 after 3 | promoted 2:30",
      // Its streak begins with the cycle of 3:00.
      "a stabilize | promoted 5:10 after 3 | promoted 5:10 after 3 | there",
      "b bootstrap | promoted 2:10 after 3 | promoted 4:10 after 5 | there",
      "c bootstrap | promoted 2:10 after 3 | promoted 4:10 after 5 | there",
    ]);
  });

  it.each([
    { scope: "per_repo", all: "promoted 2:10 after 3", b: "promoted 3:10 after 4" },
    { scope: "fleet", all: "promoted 3:10 after 4", b: "promoted 3:10 after 4" },
  ] as const)("counts $scope: repos alone or together", ({ scope, all, b }) => {
    const { stays } = run({
      letters: { bootstrap: { a: "SSSSSS", b: "FSSSSS" } },
      analyses: limit(3, { scope, availability: scope === "fleet" ? "all" : { minimum_repos: 1 } }),
    });
    expect(stays.map(({ present }) => brief(present))).toEqual([all, b]);
  });

  it("lets a promotion go that waits too long: the newest cycle grows too old", () => {
    const shut = [{ name: "late", kind: "allow", cron: "10 17 * * *", duration: "PT1H" }];
    const history: Partial<Past> = {
      letters: { bootstrap: { a: "SSSSS" } },
      hours: 5,
      policy: { waves: [], promotion_windows: shut },
    };
    // The window opens at 5:10, the newest cycle was decided at 4:10.
    expect(rows(run(history, { analyses: limit(3, { max_age: "PT1H" }) }).stays)[0]).toContain(
      "| promoted 5:10 after 5 |",
    );
    expect(rows(run(history, { analyses: limit(3, { max_age: "PT59M" }) }).stays)[0]).toContain(
      "a bootstrap | stayed: cycles-clean pending |",
    );
  });

  it("lets a repo go whose soak is done once another, that holds it back, is too old", () => {
    const { stays } = run({
      // The first cycle of a was missed, and from the fourth on nothing came: it has soaked for two.
      letters: { bootstrap: { a: "PSSPPP", b: "SSSSSS" } },
      policy: { waves: [], phases: phases({ required_soak_cycles: 3 }) },
      analyses: limit(2, { max_age: "PT62M", availability: { minimum_repos: 1 } }),
    });
    expect(stays.map(({ present }) => brief(present))).toEqual([
      "stayed: cycles-clean pending, soak pending",
      "promoted 3:12 after 4",
    ]);
  });

  it("begins anew when what ran changed, and not when the criteria did", () => {
    const changed = run({ redefined: { bootstrap: 2 } });
    expect(rows(changed.stays)[0]).toContain("| promoted 4:10 after 5 |");
    const input = backtestInput(past({}));
    const other = JSON.parse(
      JSON.stringify([...input.tried.phases]).replaceAll("b".repeat(64), "c".repeat(64)),
    );
    const found = backtest({ ...input, tried: { ...input.tried, phases: new Map(other) } });
    expect(rows(found.stays)[0]).toContain("a bootstrap | promoted 2:10 after 3 |");
  });

  it("tells of phases that one policy has alone", () => {
    const [first, second, third] = phases();
    const renamed = policy({ waves: [], phases: [{ ...first, name: "trial" }, second, third] });
    const { stays, phases: found } = run({}, { policy: renamed });
    expect(rows(stays)).toEqual(["a bootstrap | no phase | promoted 2:10 after 3 | there"]);
    expect(found.map(({ name, of }) => `${name} ${of}`)).toEqual([
      "bootstrap present",
      "stabilize both",
      "operate both",
      "trial tried",
    ]);
  });
});
