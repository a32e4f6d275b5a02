import { parseInstant } from "@coulomb-loop/cadence";
import type { RunReport } from "@coulomb-loop/schemas";
import { rankOf } from "./classes.ts";

/** A class and how many have it. */
export type Count = readonly [name: string, count: number];

/** The numbers of a run. Times are in seconds, instants in seconds since the epoch. */
export interface Figures {
  /** Repos by class, worst first. */
  readonly repos: readonly Count[];
  /** Owned paths by class, worst first. */
  readonly paths: readonly Count[];
  /** How long each repo in drift or conflict has been so, where that is known; never negative. */
  readonly driftAges: readonly { readonly repo: string; readonly loop: string; readonly seconds: number }[];
  /** When each override ends; of several on one path the last end. */
  readonly overrideEnds: readonly {
    readonly repo: string;
    readonly loop: string;
    readonly path: string;
    readonly at: number;
  }[];
  readonly duration: number;
  readonly finishedAt: number;
  /** When the run ended, if it wrote what it should: neither a failure, nor stopped, nor a dry run. */
  readonly succeededAt: number | undefined;
  /** Under --detailed-exitcode, whether or not it was given. */
  readonly exitCode: number;
  readonly writes: number;
}

/** Computes the numbers of a run, which every format repeats and none counts for itself. */
export function figures(report: RunReport): Figures {
  const finishedAt = seconds(report.finished_at);
  const isStopped = report.stopped !== undefined;
  return {
    repos: counts(report.counts),
    paths: counts(report.paths),
    driftAges: report.repos.flatMap(({ repo_id, loop, drift_since }) =>
      drift_since === undefined
        ? []
        : [{ repo: repo_id, loop, seconds: between(seconds(drift_since), finishedAt) }],
    ),
    overrideEnds: report.repos.flatMap((repo) => ends(repo)),
    duration: between(seconds(report.started_at), finishedAt),
    finishedAt,
    succeededAt: report.dry_run || report.exit_code === 1 || isStopped ? undefined : finishedAt,
    exitCode: report.exit_code,
    writes: report.writes,
  };
}

function counts(byClass: Readonly<Record<string, number>>): Count[] {
  return Object.entries(byClass).sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : Number(a !== b)));
}

function ends({ repo_id, loop, overrides = [] }: RunReport["repos"][number]): Figures["overrideEnds"] {
  const last = new Map<string, number>();
  for (const { path, expires_at } of overrides)
    last.set(path, Math.max(seconds(expires_at), last.get(path) ?? Number.NEGATIVE_INFINITY));
  return [...last].map(([path, at]) => ({ repo: repo_id, loop, path, at }));
}

function seconds(instant: string): number {
  return parseInstant(instant) / 1000;
}

/** To the millisecond: a difference of two fractions has a tail. */
function between(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) * 1000) / 1000);
}
