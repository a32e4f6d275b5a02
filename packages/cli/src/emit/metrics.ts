import type { RunReport } from "@coulomb-loop/schemas";
import type { Figures } from "./figures.ts";
import { figures } from "./figures.ts";

/** One value of a gauge. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** One gauge with its values. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

const guards = [
  "mass_change",
  "run_in_progress",
  "request_budget",
  "write_limit",
] as const satisfies readonly NonNullable<RunReport["stopped"]>["code"][];

/** Name of the gauge that outlives its run. */
export const lastSuccess = "coulomb_run_last_success_timestamp_seconds";

/**
 * A run as gauges, the same by every way they are sent. Seconds; instants are seconds since the epoch. `earlierSuccess`
 * is the last success that is known from before: a run that fails must not make it vanish.
 */
export function gauges(report: RunReport, earlierSuccess?: number): Gauge[] {
  const numbers = figures(report);
  return [
    {
      name: "coulomb_repo_info",
      help: "A repo and how it stands; always 1.",
      samples: report.repos.map((repo) => ({ labels: infoLabels(repo), value: 1 })),
    },
    {
      name: "coulomb_repos",
      help: "Repos by class.",
      samples: numbers.repos.map(([name, value]) => ({ labels: { class: name }, value })),
    },
    {
      name: "coulomb_paths",
      help: "Owned paths by class.",
      samples: numbers.paths.map(([name, value]) => ({ labels: { class: name }, value })),
    },
    {
      name: "coulomb_repo_drift_age_seconds",
      help: "How long a repo in drift or conflict has been so, as far as that is known, at the end of the run.",
      samples: numbers.driftAges.map(({ repo, loop, seconds }) => ({
        labels: { repo, loop },
        value: seconds,
      })),
    },
    {
      name: "coulomb_override_expiry_timestamp_seconds",
      help: "When an override ends.",
      samples: numbers.overrideEnds.map(({ repo, loop, path, at }) => ({
        labels: { repo, loop, path },
        value: at,
      })),
    },
    {
      name: "coulomb_run_stopped",
      help: "Whether a guard stopped the run before its first write, by guard.",
      samples: guards.map((code) => ({ labels: { code }, value: report.stopped?.code === code ? 1 : 0 })),
    },
    ...runGauges(numbers, earlierSuccess),
  ];
}

function runGauges(numbers: Figures, earlierSuccess: number | undefined): Gauge[] {
  const success = numbers.succeededAt ?? earlierSuccess;
  return [
    {
      name: "coulomb_run_duration_seconds",
      help: "How long the run took.",
      samples: one(numbers.duration),
    },
    {
      name: "coulomb_run_exit_code",
      help: "Exit code that the run has under --detailed-exitcode, whether or not that was given.",
      samples: one(numbers.exitCode),
    },
    {
      name: lastSuccess,
      help: "When the last run ended that neither failed nor was stopped.",
      samples: success === undefined ? [] : one(success),
    },
    { name: "coulomb_writes", help: "Writes of the run.", samples: one(numbers.writes) },
  ];
}

function one(value: number): Sample[] {
  return [{ labels: {}, value }];
}

function infoLabels(repo: RunReport["repos"][number]): Sample["labels"] {
  return {
    repo: repo.repo_id,
    loop: repo.loop,
    phase: repo.phase,
    wave: repo.wave === undefined ? "" : String(repo.wave),
    class: repo.class,
    outcome: repo.outcome,
    health: repo.health,
  };
}
