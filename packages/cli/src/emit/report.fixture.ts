import type { RunReport } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import type { AnyClass, RunRepo } from "./classes.ts";
import { classes } from "./classes.ts";

type RunPath = RunRepo["paths"][number];

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
] as const satisfies readonly RunPath["class"][];
const repoOnly = ["opted_out", "unknown", "unsupported", "ineligible", "foreign_owner", "moved"] as const;
const repoClasses = [
  ...pathClasses.filter((name) => name !== "overridden"),
  ...repoOnly,
] as const satisfies readonly RunRepo["class"][];

/** A repo in sync, but for what is given. */
export function repoOf(changes: Partial<RunRepo> = {}): RunRepo {
  return {
    repo_id: "local/coulomb/activity-core",
    loop: "kaizen-stack",
    phase: "bootstrap",
    wave: 0,
    class: "in_sync",
    reason: "as desired",
    health: "healthy",
    conditions: [],
    outcome: "clean",
    message: "nothing to do",
    writes: [],
    source: { what: "roster, active", file: "loops/kaizen-stack/roster.yaml", line: 14, column: 5 },
    paths: [],
    ...changes,
  };
}

/** A path in drift, but for what is given. */
export function pathOf(changes: Partial<RunPath> = {}): RunPath {
  return {
    pointer: "/agents/coach/cron",
    class: "drift",
    reason: "it was changed in the repo",
    source: { what: "phase bootstrap", file: "loops/kaizen-stack/cadence.yaml", line: 17, column: 38 },
    ...changes,
  };
}

/** A run over these repos, with the counts that follow from them. */
export function reportOf(repos: readonly RunRepo[], changes: Partial<RunReport> = {}): RunReport {
  return {
    format_version: "1.0",
    kind: "run",
    installation: "coulomb-loop",
    tool_version: "0.1.0",
    started_at: "2026-06-18T12:00:00Z",
    finished_at: "2026-06-18T12:00:02.5Z",
    plan_digest: "0".repeat(64),
    dry_run: false,
    counts: tally(repos.map((repo) => repo.class)),
    paths: tally(repos.flatMap((repo) => repo.paths.map((path) => path.class))),
    health: "progressing",
    loops: [...new Set(repos.map((repo) => repo.loop))].map((loop) => ({
      loop,
      health: "healthy",
      waves: [{ wave: 0, health: "healthy", repos: repos.filter((repo) => repo.loop === loop).length }],
    })),
    repos: [...repos],
    writes: repos.reduce((sum, repo) => sum + repo.writes.length, 0),
    state: "written",
    exit_code: 3,
    ...changes,
  };
}

function tally(names: readonly AnyClass[]): Record<string, number> {
  const all = Object.keys(classes).map(
    (name) => [name, names.filter((each) => each === name).length] as const,
  );
  return Object.fromEntries(all.filter(([, count]) => count > 0));
}

/** Text of others at its worst: quotes, markup, control characters, lone surrogates. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      ..."|`<>&\"'\\\r\n\t{}[]%:,=@#*_~$".split(""),
      "\u0000",
      "\u001b",
      "\ud800",
      "\uffff",
      "é",
    ),
    minLength: 1,
    maxLength: 30,
  }),
);

const source = fc.oneof(
  fc.record({ what: hostileText }),
  fc.record({
    what: hostileText,
    file: hostileText,
    line: fc.integer({ min: 1, max: 9999 }),
    column: fc.integer({ min: 1, max: 999 }),
  }),
);
const path = fc
  .tuple(hostileText, fc.constantFrom(...pathClasses), hostileText, source)
  .map(([pointer, name, reason, place]) => pathOf({ pointer, class: name, reason, source: place }));
const outcomes = ["clean", "proposed", "rejected", "queued", "planned"] as const;

const repo = fc
  .record({
    repo_id: hostileText,
    loop: fc.constantFrom("kaizen-stack", "metrics"),
    wave: fc.nat({ max: 99 }),
    class: fc.constantFrom(...repoClasses),
    outcome: fc.constantFrom(...outcomes),
    reason: hostileText,
    message: hostileText,
    source,
    paths: fc.array(path, { maxLength: 3 }),
    overrides: fc.array(
      fc.record({
        path: hostileText,
        state: fc.constant("live" as const),
        expires_at: fc.constantFrom("2026-07-01T00:00:00Z", "2026-07-31T23:59:60Z"),
      }),
      { maxLength: 2 },
    ),
  })
  .map(repoOf);

/** A run with repos of other people's making; no repo twice in a loop. */
export const drawnReport: fc.Arbitrary<RunReport> = fc
  .uniqueArray(repo, { maxLength: 12, selector: ({ repo_id, loop }) => `${loop} ${repo_id.toWellFormed()}` })
  .map((repos) => reportOf(repos));
