import type { RunResult } from "@coulomb-loop/reconciler";
import { rollup, worstHealth } from "@coulomb-loop/reconciler";
import type { RunReport } from "@coulomb-loop/schemas";
import { toolVersion } from "../version.ts";
import type { SeenFleet } from "./repo-report.ts";
import { countsOf, repoReport, reportedPaths } from "./repo-report.ts";

/** What a report says of the run as a whole. Times are epoch milliseconds. */
export interface RunFrame {
  readonly dryRun: boolean;
  /** Under --detailed-exitcode, whether or not it was given. */
  readonly exitCode: number;
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** A run as the JSON document of `coulomb reconcile --json`, and what every format of `--emit` is written from. */
export function runReport(seen: SeenFleet, result: RunResult, frame: RunFrame): RunReport {
  const { repos, plan } = result;
  const loops = rollup(repos);
  return {
    format_version: "1.0",
    kind: "run",
    installation: plan.installation,
    tool_version: toolVersion(),
    started_at: new Date(frame.startedAt).toISOString(),
    finished_at: new Date(frame.finishedAt).toISOString(),
    plan_digest: plan.plan_digest,
    dry_run: frame.dryRun,
    counts: countsOf(repos.map((repo) => repo.plan)),
    paths: countsOf(repos.flatMap((repo) => reportedPaths(repo.plan))),
    health: worstHealth(loops.map(({ health }) => health)),
    loops,
    repos: repos.map((repo) => repoReport(seen, repo)),
    writes: repos.reduce((sum, repo) => sum + repo.writes.length, 0),
    ...(result.stopped === undefined ? {} : { stopped: result.stopped }),
    state: result.state.kind,
    exit_code: frame.exitCode,
  };
}
