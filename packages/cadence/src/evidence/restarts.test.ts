import type { Evidence } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import {
  analysis,
  cycleAt,
  digest,
  dispatched,
  evidenceOf,
  hour,
  repoId,
  retried,
  start,
  stories,
  type Story,
} from "./evidence.fixture.ts";
import { type RanSlot, restartRules } from "./judge-cycles.ts";

const both = [analysis(), analysis({ key: "alone", scope: "per_repo" })];

/** What the fleet, and each repo alone, come to. */
function brief(evidence: Evidence): string[] {
  return evaluate({ ...evidence, analyses: both }).map(
    ({ result, reason, streak }) => `${result}: ${reason} ${streak.length}`,
  );
}

/** What broke the streak of the fleet. */
function broken(evidence: Evidence): string | undefined {
  const [found] = evaluate(evidence);
  return found?.streak.brokenBy?.cycle;
}

describe("evaluate, where the set of repos changes", () => {
  const whole = evidenceOf({ a: "SSS", b: "SSS", c: "SSS" });
  const [a, b, c] = whole.repos;

  it("restarts the fleet's streak when a repo leaves", () => {
    const evidence = { ...whole, repos: whole.repos.slice(0, 2) };
    expect(brief(evidence)).toEqual(["pending: no_data 0", "success: streak_reached 3"]);
  });

  it("restarts the fleet's streak when a repo comes", () => {
    const evidence = evidenceOf({ a: "SSSS", b: "-SSS" });
    expect(brief(evidence)).toEqual(["success: streak_reached 3", "success: streak_reached 3"]);
    expect(broken(evidence)).toBe(cycleAt(0));
    expect(brief(evidenceOf({ a: "SSSS", b: "--SS" }))).toEqual(["pending: waiting 2", "pending: waiting 2"]);
  });

  it("restarts it when one repo takes the place of another", () => {
    const evidence = { ...evidenceOf({ a: "SSSS", b: "SSS-", c: "---S" }) };
    const repos = evidence.repos.filter(({ repo }) => repo !== repoId("b"));
    expect(brief({ ...evidence, repos })).toEqual(["pending: waiting 1", "pending: waiting 1"]);
  });

  it.each([
    ["at its anchor", start + hour, ["pending: waiting 2", "pending: waiting 2"]],
    ["before it", start + hour - 1, ["pending: waiting 2", "pending: waiting 2"]],
    ["after it", start + hour + 1, ["pending: waiting 1", "pending: waiting 1"]],
    ["before the first", start, ["success: streak_reached 3", "success: streak_reached 3"]],
  ])("leaves out a cycle that began before a repo came: it came %s", (_, instant, expected) => {
    const since = new Date(instant).toISOString();
    const repos = [a, b, { ...c, repo: repoId("c"), since }].filter((each) => each !== undefined);
    expect(brief({ ...whole, repos })).toEqual(expected);
  });

  it("leaves one repo out of the best where its cycle does not count", () => {
    const since = new Date(start + 2 * hour).toISOString();
    const repos = whole.repos.map((each) => (each.repo === repoId("c") ? { ...each, since } : each));
    const found = [1, 2, 3].map((minimum_repos) => {
      const availability = { minimum_repos };
      return evaluate({ ...whole, repos, analyses: [analysis({ availability })] })[0]?.streak.length;
    });
    expect(found).toEqual([3, 3, 1]);
  });
});

const other = (name: string) => ({ [`${name}_digest`]: digest.other });

describe("evaluate, where files change", () => {
  it.each<[string, Partial<Evidence>]>([
    ["the policy", { digests: { policy: digest.other, definitions: {} } }],
    ["a definition", { digests: { policy: digest.policy, definitions: { "hourly-metrics": digest.other } } }],
    ["the owned schedule values", { repos: [{ repo: repoId("a"), schedule_digest: digest.other }] }],
  ])("restarts for %s of now", (_, more) => {
    expect(brief({ ...evidenceOf({ a: "SSS" }), ...more })).toEqual([
      "pending: no_data 0",
      "pending: no_data 0",
    ]);
  });

  it.each(["policy", "definition", "schedule"])(
    "counts from the cycle on that ran under another %s",
    (name) => {
      const old: Story = { ...stories.S, events: [dispatched(5, other(name))] };
      const tell = ({ at }: { at: number }) => (at === 1 ? old : undefined);
      const expected = ["pending: waiting 2", "pending: waiting 2"];
      expect(brief(evidenceOf({ a: "SSSS" }, { tell }))).toEqual(expected);
    },
  );

  it.each(["policy", "definition", "schedule"])("takes the %s that a slot was dispatched under", (name) => {
    const tell = (): Story => ({ ...stories.S, slot: other(name) });
    const reached = ["success: streak_reached 3", "success: streak_reached 3"];
    expect(brief(evidenceOf({ a: "SSS" }, { tell }))).toEqual(reached);
  });

  it.each(["policy", "definition", "schedule"])(
    "takes the %s it was written under where nothing went out",
    (name) => {
      const tell = ({ at }: { at: number }) => (at === 1 ? { slot: other(name), records: [{}] } : undefined);
      expect(brief(evidenceOf({ a: "SSSS" }, { tell }))).toEqual([
        "pending: waiting 2",
        "pending: waiting 2",
      ]);
    },
  );

  it("takes what is not known for no change", () => {
    const evidence = evidenceOf({ a: "SSS" }, { digests: { policy: digest.policy, definitions: {} } });
    const repos = evidence.repos.map(({ repo }) => ({ repo }));
    expect(brief({ ...evidence, repos })).toEqual(["success: streak_reached 3", "success: streak_reached 3"]);
  });

  it.each(["policy", "schedule"])("cannot judge a cycle within which the %s changed", (name) => {
    const steps = ["metrics", "coach"];
    const tell = ({ at, step }: { at: number; step: string }) =>
      at === 2 && step === "metrics" ? { ...stories.S, events: [dispatched(5, other(name))] } : undefined;
    const [found] = evaluate(evidenceOf({ a: "SSS" }, { steps, tell }));
    const verdicts = found?.cycles[2]?.repos.get(repoId("a"))?.slots.map(({ verdict }) => verdict.reason);
    expect(verdicts).toEqual(["on_time", "config_changed"]);
  });

  it.each(["policy", "schedule"])(
    "cannot judge a first slot whose attempts ran under two %s values",
    (name) => {
      const twice: Story = {
        events: [dispatched(5, other(name)), retried(700)],
        records: [{ attempt: 2, after: 900 }],
      };
      const tell = ({ at }: { at: number }) => (at === 2 ? twice : undefined);
      expect(brief(evidenceOf({ a: "SSS" }, { tell }))).toEqual([
        "inconclusive: cycle_inconclusive 0",
        "inconclusive: cycle_inconclusive 0",
      ]);
    },
  );

  it("leaves out a cycle that lacks an activity", () => {
    const evidence = evidenceOf({ a: "SSSS" }, { steps: ["metrics", "coach"] });
    const slots = evidence.slots.filter(
      ({ key }) => !key.endsWith("metrics/local/coulomb/a@2026-07-06T11:00:00Z"),
    );
    expect(brief({ ...evidence, slots })).toEqual(["pending: waiting 2", "pending: waiting 2"]);
  });
});

describe("restartRules", () => {
  const ran: RanSlot = {
    activity: "hourly-metrics",
    definition: digest.definition,
    policy: digest.policy,
    schedule: digest.schedule,
  };
  const since = new Date(start).toISOString();
  const files = {
    repos: [{ repo: repoId("a"), schedule_digest: digest.schedule, since }],
    activities: ["hourly-metrics"],
    digests: { policy: digest.policy, definitions: { "hourly-metrics": digest.definition } },
  };
  const here = { repo: repoId("a"), anchor: start, ran: [ran] };

  it.each([
    ["nothing, where all is as now", {}, undefined],
    ["a repo that left", { repo: repoId("b") }, "the repo is not in this phase any more"],
    ["a repo that came later", { anchor: start - 1 }, "it began before the repo came into this phase"],
    ["an activity that came later", { ran: [] }, "hourly-metrics was not expected yet"],
    ["another policy", { ran: [{ ...ran, policy: digest.other }] }, "the criteria changed since"],
    ["another definition", { ran: [{ ...ran, definition: digest.other }] }, "hourly-metrics changed since"],
    [
      "another schedule",
      { ran: [{ ...ran, schedule: digest.other }] },
      "its owned schedule values changed since",
    ],
  ])("tells of %s", (_, place, expected) => {
    expect(restartRules(files)({ ...here, ...place })).toBe(expected);
  });
});
