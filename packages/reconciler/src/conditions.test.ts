import type { RepoPlan } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import type { RepoClass } from "./classify.ts";
import { classOrder } from "./classify.ts";
import type { Health } from "./conditions.ts";
import { conditionsOf, healthOf, healthOrder, rollup, worstHealth } from "./conditions.ts";
import type { RepoResult } from "./prepare.ts";

const digest = "d".repeat(64);
const outcomes: readonly RepoResult["outcome"][] = [
  "unknown",
  "suspended",
  "blocked",
  "held",
  "edited",
  "proposed",
  "declined",
  "queued",
  "clean",
  "stale",
  "rejected",
  "retry",
  "cancelled",
  "planned",
];

function result(
  repoClass: RepoClass,
  outcome: RepoResult["outcome"],
  more: Partial<RepoPlan> = {},
): RepoResult {
  const plan: RepoPlan = {
    repo_id: "local/acme/one",
    forge: "local",
    owner: "acme",
    repo: "one",
    loop: "kaizen",
    mode: "run",
    phase: "bootstrap",
    wave: 0,
    timezone: "UTC",
    key: "schedule-kaizen",
    class: repoClass,
    reason: "because",
    inputs_digest: digest,
    file: ".kaizen/schedule.yml",
    paths: [],
    edits: [],
    result_blob: null,
    change: repoClass === "in_sync" ? null : digest,
    gate: { open: true },
    source: { what: "roster" },
    overrides: [],
    ...more,
  };
  return { plan, outcome, message: "", writes: [] };
}

/** A repo of a wave, in sync when nothing is under way. */
function inWave(wave: number, outcome: RepoResult["outcome"]): RepoResult {
  return result(outcome === "clean" ? "in_sync" : "pending", outcome, { wave });
}

const pairs = classOrder.flatMap((repoClass) => outcomes.map((outcome) => ({ repoClass, outcome })));

describe("conditionsOf", () => {
  it.each(pairs)("makes legal statements of $repoClass, $outcome", ({ repoClass, outcome }) => {
    const each = result(repoClass, outcome);
    const conditions = conditionsOf(each, {});
    const of = (type: string) => conditions.find((condition) => condition.type === type)?.status;
    expect(conditions.map(({ type }) => type)).toEqual(["Ready", "Synced", "Reconciling", "Stalled"]);
    expect(conditions.every(({ reason }) => /^[a-z][a-z_]*$/.test(reason))).toBe(true);
    expect(conditions.every(({ observed_digest }) => observed_digest === digest)).toBe(true);
    // Unknown says nothing else; what stalls is not ready; what is synced is in sync.
    expect(repoClass === "unknown").toBe(of("Ready") === "Unknown");
    expect(of("Ready") === "True" && of("Stalled") === "True").toBe(false);
    expect(of("Synced") === "True").toBe(repoClass === "in_sync");
    expect(healthOf(each) === "degraded" && of("Ready") === "True").toBe(false);
    expect(healthOf(each) === "healthy" && of("Ready") !== "True").toBe(false);
  });

  it.each([
    ["proposed", {}, "awaiting_merge"],
    ["queued", { gate: { open: false, kind: "wave" } }, "awaiting_wave"],
    ["queued", { gate: { open: false, kind: "window" } }, "awaiting_window"],
    ["queued", {}, "awaiting_pace"],
    ["suspended", {}, "awaiting_suspended"],
    ["retry", {}, "awaiting_retry"],
  ] as const)("says what a repo that is %s waits for", (outcome, more, reason) => {
    const conditions = conditionsOf(result("pending", outcome, more), {});
    expect(conditions[2]).toMatchObject({ type: "Reconciling", status: "True", reason });
  });

  it("says since when, where somebody knows", () => {
    const since = { syncedSince: "2026-06-01T12:00:00Z", proposedAt: "2026-06-02T12:00:00Z" };
    expect(conditionsOf(result("in_sync", "clean"), since)[1]?.last_transition).toBe(since.syncedSince);
    expect(conditionsOf(result("pending", "proposed"), since)[2]?.last_transition).toBe(since.proposedAt);
    expect(conditionsOf(result("pending", "proposed"), {})[2]).not.toHaveProperty("last_transition");
  });
});

describe("health", () => {
  it.each<[RepoClass, RepoResult["outcome"], Health]>([
    ["in_sync", "clean", "healthy"],
    ["released", "clean", "healthy"],
    ["opted_out", "clean", "suspended"],
    ["pending", "suspended", "suspended"],
    ["in_sync", "suspended", "healthy"],
    ["create", "proposed", "progressing"],
    ["drift", "proposed", "progressing"],
    ["pending", "queued", "progressing"],
    ["drift", "clean", "degraded"],
    ["adoption", "clean", "degraded"],
    ["conflict", "proposed", "degraded"],
    ["pending", "declined", "degraded"],
    ["pending", "edited", "degraded"],
    ["orphaned", "blocked", "degraded"],
    ["unknown", "unknown", "unknown"],
  ])("of %s, %s is %s", (repoClass, outcome, expected) => {
    expect(healthOf(result(repoClass, outcome))).toBe(expected);
  });

  it("of several is the worst", () => {
    for (const [at, a] of healthOrder.entries())
      for (const [other, b] of healthOrder.entries())
        expect(worstHealth([a, b])).toBe(healthOrder[Math.max(at, other)]);
    expect(worstHealth([])).toBe("healthy");
  });

  it("counts what leaves or vanished beside the waves, and for the loop", () => {
    const gone = result("orphaned", "blocked", { wave: 0, mode: "undeclared" });
    const over = result("released", "clean", { wave: 1, mode: "release" });
    expect(rollup([inWave(0, "clean"), gone, over])).toEqual([
      {
        loop: "kaizen",
        health: "degraded",
        waves: [{ wave: 0, health: "healthy", repos: 1 }],
        left: { health: "degraded", repos: 2 },
      },
    ]);
  });

  it("rolls up from repos to waves to loops", () => {
    expect(rollup([inWave(1, "proposed"), inWave(0, "clean"), inWave(1, "declined")])).toEqual([
      {
        loop: "kaizen",
        health: "degraded",
        waves: [
          { wave: 0, health: "healthy", repos: 1 },
          { wave: 1, health: "degraded", repos: 2 },
        ],
      },
    ]);
  });
});
