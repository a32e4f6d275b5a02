import type { RepoResult, RunResult } from "@coulomb-loop/reconciler";
import { classOrder } from "@coulomb-loop/reconciler";
import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import { hostileText } from "./report.fixture.ts";

/** Results as a run gives them, before any report is made of them. */
export type DrawnRun = Pick<RunResult, "plan" | "repos" | "state" | "pace">;

const digest = "d".repeat(64);
const pathClasses = [
  "in_sync",
  "overridden",
  "create",
  "pending",
  "drift",
  "adoption",
  "conflict",
  "leaving",
  "leaving_conflict",
  "released",
  "orphaned",
] as const satisfies readonly PathPlan["class"][];
const stops = ["unknown", "unsupported", "ineligible", "foreign_owner", "moved"] as const;
const outcomes = ["clean", "proposed", "rejected", "queued", "planned", "retry"] as const;

const path = fc.record({
  pointer: hostileText,
  class: fc.constantFrom(...pathClasses),
  reason: hostileText,
  ownership: fc.constant("overridable" as const),
  row: fc.constant(1),
  source: fc.constant({ what: "phase", file: "loops/kaizen/cadence.yaml", line: 9, column: 3 }),
});

/** What a plan can say of a repo: stopped before its paths, opted out whatever they are, or the worst of them. */
const verdict: fc.Arbitrary<Pick<RepoPlan, "class" | "paths">> = fc.oneof(
  fc.constantFrom(...stops).map((name) => ({ class: name, paths: [] })),
  fc.array(path, { maxLength: 4 }).map((paths) => ({ class: "opted_out" as const, paths })),
  fc.array(path, { maxLength: 4 }).map((paths) => ({ class: worstOf(paths), paths })),
);

function worstOf(paths: readonly { readonly class: PathPlan["class"] }[]): RepoPlan["class"] {
  return classOrder.find((name) => paths.some((each) => each.class === name)) ?? "in_sync";
}

const result: fc.Arbitrary<RepoResult> = fc
  .record({
    repo: hostileText,
    loop: fc.constantFrom("kaizen", "metrics"),
    verdict,
    outcome: fc.constantFrom(...outcomes),
    reason: hostileText,
    wave: fc.nat({ max: 3 }),
    line: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ repo, loop, verdict: found, outcome, reason, wave, line }) => ({
    plan: {
      ...found,
      repo_id: `local/acme/${repo}`,
      forge: "local",
      owner: "acme",
      repo,
      loop,
      mode: "run",
      phase: "bootstrap",
      wave,
      timezone: "UTC",
      key: `schedule-${loop}`,
      reason,
      inputs_digest: digest,
      file: ".kaizen/schedule.yml",
      edits: [],
      result_blob: null,
      change: null,
      gate: { open: true },
      source: { what: "roster", file: `loops/${loop}/roster.yaml`, line, column: 5 },
      overrides: [],
    },
    outcome,
    message: "",
    writes: [],
  }));

/** A run over repos of other people's making; no repo twice in a loop. */
export const drawnRun: fc.Arbitrary<DrawnRun> = fc
  .uniqueArray(result, {
    maxLength: 16,
    selector: ({ plan }) => `${plan.loop} ${plan.repo_id.toWellFormed()}`,
  })
  .map((repos) => ({
    plan: {
      format_version: "1.0",
      kind: "plan",
      installation: "test",
      tool_version: "0.0.0",
      created_at: "2026-06-18T12:00:00Z",
      ops_inputs_digest: digest,
      plan_digest: digest,
      repos: repos.map(({ plan }) => plan),
    },
    repos,
    state: { kind: "unchanged" },
    pace: {
      admit: () => undefined,
      shutUntil: () => undefined,
      learn: (_forge, { at }) => at,
      records: () => ({}),
      reserve: () => ({}),
      doneAt: () => 0,
    },
  }));
