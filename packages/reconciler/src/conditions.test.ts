import type { RepoPlan } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import type { RepoClass } from "./classify.ts";
import { classOrder } from "./classify.ts";
import type { Health, Transitions } from "./conditions.ts";
import { conditionsOf, driftStart, healthOf, healthOrder, rollup, worstHealth } from "./conditions.ts";
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

const at = (day: number) => `2026-06-0${day}T12:00:00Z`;
const timesOf = (each: RepoResult, transitions: Transitions) =>
  conditionsOf(each, transitions).map(({ last_transition }) => last_transition);
const off = (pointer: string, reason: string) => ({
  pointer,
  class: "drift" as const,
  reason,
  ownership: "overridable" as const,
  row: 5,
  source: { what: "phase" },
});
const ended = (expires_at: string) => ({
  overrides: [{ pointer: "/a", state: "expired" as const, expires_at, reason: "r", owner: "o" }],
});

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

  const known = { syncedSince: at(1), driftSince: at(2), proposedAt: at(3), finishedAt: at(4) };
  const none = undefined;

  it.each([
    // Ready, Synced, Reconciling, Stalled
    ["in sync since it was seen", "in_sync", "clean", { syncedSince: at(1) }, [at(1), at(1), at(1), at(1)]],
    [
      "in sync again since the proposal that restored it was merged",
      "in_sync",
      "clean",
      { syncedSince: at(1), finishedAt: at(4) },
      [at(4), at(4), at(4), at(4)],
    ],
    ["in sync since nobody knows", "in_sync", "clean", { finishedAt: at(4) }, [none, none, none, none]],
    [
      "in sync and in the way since nobody knows",
      "in_sync",
      "rejected",
      { syncedSince: at(1) },
      [none, at(1), at(1), none],
    ],
    [
      "pending since its proposal was opened",
      "pending",
      "proposed",
      { syncedSince: at(1), proposedAt: at(3) },
      [at(3), at(3), at(3), none],
    ],
    [
      "pending without a proposal",
      "pending",
      "queued",
      { syncedSince: at(1), finishedAt: at(2) },
      [none, none, none, none],
    ],
    ["in drift since before its proposal", "drift", "proposed", known, [at(2), at(2), at(3), none]],
    [
      "in drift while a proposal was open",
      "drift",
      "proposed",
      { ...known, driftSince: at(5) },
      [at(3), at(3), at(3), none],
    ],
    [
      "in drift that is only shown",
      "drift",
      "clean",
      { driftSince: at(2), finishedAt: at(1) },
      [at(2), at(2), none, at(2)],
    ],
    [
      "declined since people closed it",
      "drift",
      "declined",
      { driftSince: at(2), finishedAt: at(4) },
      [at(2), at(2), at(4), at(4)],
    ],
    ["edited since nobody knows", "pending", "edited", { proposedAt: at(3) }, [at(3), at(3), none, none]],
    ["released", "released", "clean", known, [none, none, none, none]],
    ["unknown", "unknown", "unknown", known, [none, none, none, none]],
  ] as const)("says since when a repo is %s", (_what, repoClass, outcome, transitions, expected) => {
    expect(timesOf(result(repoClass, outcome), transitions)).toEqual(expected);
  });
});

describe("driftStart", () => {
  const changed = { last_change: { commit: "c".repeat(40), author: "Pat", at: "2026-06-01T12:00:00.000Z" } };
  const expired = off("/a", "its override ended on X (override_expired)");
  const byHand = off("/b", "it was changed in the repo");

  it.each([
    ["the file was changed", { ...changed, paths: [byHand] }, "2026-06-01T12:00:00.000Z"],
    [
      "the override ended",
      { ...changed, ...ended("2026-06-10T12:00:00Z"), paths: [expired] },
      "2026-06-10T12:00:00Z",
    ],
    [
      "the override ended, though nobody knows who changed the file",
      { ...ended("2026-06-10T12:00:00Z"), paths: [expired] },
      "2026-06-10T12:00:00Z",
    ],
    [
      "the file was changed after the end",
      { ...changed, ...ended("2026-05-10T12:00:00Z"), paths: [expired] },
      "2026-06-01T12:00:00.000Z",
    ],
    [
      "another value was changed before the end",
      { ...changed, ...ended("2026-06-10T12:00:00Z"), paths: [expired, byHand] },
      "2026-06-01T12:00:00.000Z",
    ],
    ["nobody knows", { paths: [byHand] }, undefined],
  ])("is since %s", (_when, more, expected) => {
    expect(driftStart(result("drift", "proposed", more).plan)).toBe(expected);
  });

  it("is nothing of a repo that is not in drift", () => {
    expect(driftStart(result("pending", "proposed", { ...changed, paths: [] }).plan)).toBeUndefined();
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
    for (const [index, a] of healthOrder.entries())
      for (const [other, b] of healthOrder.entries())
        expect(worstHealth([a, b])).toBe(healthOrder[Math.max(index, other)]);
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
