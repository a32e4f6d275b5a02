import {
  type AgentRates,
  CoulombError,
  compareFindings,
  type Finding,
  type Observation,
} from "@coulomb-loop/schemas";
import { type Checkout, openCheckout, type Place } from "./git.ts";
import type { LockHolder } from "./lock.ts";
import { type AgentMetrics, agentsWithMetrics, readAgentMetrics } from "./metrics-files.ts";
import { ratesOf } from "./rates.ts";
import { type Recorded, recordRun } from "./record.ts";
import { flush, type RecordSink } from "./record-sink.ts";
import { findRepoId } from "./repo-id.ts";
import { readSchedule } from "./schedule-file.ts";
import { scheduledSince } from "./scheduled-since.ts";
import { parseSlot } from "./slot.ts";

/** The step that looks at the metrics; it records itself. */
const metricsAgent = "metrics";

/** What the metrics of a repo are read for. Times are epoch milliseconds. */
export interface OptimizeOptions extends Place {
  /** Milliseconds that are looked back; default 30 days. */
  readonly window?: number;
  /** The slot that this is done in. */
  readonly slot?: string;
  readonly cycle?: string;
  readonly attempt?: number;
  readonly repo?: string;
  readonly actor: string;
  /** Whether it records itself where there is a slot; default true. */
  readonly record?: boolean;
  readonly holder: LockHolder;
  readonly sink?: RecordSink;
}

/** Rates of all agents of a repo in a window, and what is to be said of the files. */
export interface MetricsSummary {
  /** `undefined`: nothing says which repo it is. */
  readonly repo: string | undefined;
  readonly from: number;
  readonly to: number;
  /** By name. */
  readonly agents: readonly AgentRates[];
  /** Worst first. */
  readonly observations: readonly Observation[];
  /** By file and line. */
  readonly findings: readonly Finding[];
}

/** The same, and what this run left. */
export interface Optimized extends MetricsSummary {
  readonly recorded?: Recorded;
}

const defaultWindow = 30 * 86_400_000;

/**
 * Reads all metrics of a checkout, and records this run as one of the agent `metrics` when it is done in a slot. Sends records
 * that wait. Throws `slot_invalid`, and what opening, reading and recording throw; a flawed line or schedule is a finding.
 */
export async function optimize(options: OptimizeOptions): Promise<Optimized> {
  const began = options.holder.now();
  const slot = options.slot === undefined ? undefined : parseSlot(options.slot);
  const checkout = await openCheckout(options);
  const repo = await findRepoId(checkout, [options.repo, slot?.repo]);
  const summary = await summarize(checkout, {
    repo,
    from: began - (options.window ?? defaultWindow),
    to: began,
    alsoDue: slot === undefined ? [] : [slot.due],
  });
  if (slot === undefined || options.record === false)
    return { ...summary, ...(await flushed(checkout, options, summary)) };
  const recorded = await recordRun({
    ...options,
    agent: metricsAgent,
    outcome: "success",
    time: Math.max(0, (options.holder.now() - began) / 1000),
    startedAt: began,
  });
  // A line that is cut off was found by both.
  const news = recorded.warnings.filter(({ code }) => code !== "record_torn");
  return { ...summary, findings: [...summary.findings, ...news], recorded };
}

async function flushed(
  checkout: Checkout,
  { sink, holder }: OptimizeOptions,
  { findings }: MetricsSummary,
): Promise<Pick<MetricsSummary, "findings">> {
  if (sink === undefined) return { findings };
  return { findings: [...findings, ...(await flush(checkout, sink, holder)).warnings] };
}

/** What a summary is of. Times are epoch milliseconds. */
export interface SummaryWindow {
  readonly repo: string | undefined;
  readonly from: number;
  readonly to: number;
  /** Due instants of the step metrics, which no schedule file has. */
  readonly alsoDue: readonly number[];
}

/** Rates of every agent that is scheduled or has records, over [from, to). Writes nothing. Throws `path_outside`, `metrics_unreadable`. */
export async function summarize(checkout: Checkout, window: SummaryWindow): Promise<MetricsSummary> {
  const { root } = checkout;
  const schedule = readSchedule(root);
  const since = schedule.value === undefined ? undefined : await scheduledSince(checkout, schedule.value);
  const settings = new Map(
    Object.entries(schedule.value?.agents ?? {}).filter(
      ([, agent]) => agent.enabled && agent.cron !== undefined,
    ),
  );
  const names = new Set([
    ...settings.keys(),
    ...agentsWithMetrics(root),
    ...(window.alsoDue.length > 0 ? [metricsAgent] : []),
  ]);
  const read = [...names].sort().map((name) => readAgentMetrics(root, name));
  const each = read.map((metrics: AgentMetrics) =>
    ratesOf({
      metrics,
      settings: settings.get(metrics.agent),
      zone: schedule.value?.timezone ?? "UTC",
      alsoDue: metrics.agent === metricsAgent ? window.alsoDue : [],
      since: since?.get(metrics.agent) ?? window.to,
      from: window.from,
      to: window.to,
    }),
  );
  return {
    repo: window.repo,
    from: window.from,
    to: window.to,
    agents: each.map(({ rates }) => rates),
    observations: each.flatMap(({ observations }) => observations).sort((a, b) => rank(a) - rank(b)),
    findings: [...schedule.findings, ...read.flatMap(({ findings }) => findings)].sort(compareFindings),
  };
}

const order: readonly Observation["kind"][] = [
  "failure_streak",
  "low_success_rate",
  "missed_slots",
  "low_quality",
  "slow_runs",
  "interventions",
  "unattributed",
];

function rank({ kind }: Observation): number {
  const at = order.indexOf(kind);
  if (at === -1) throw new CoulombError("internal", `no rank for ${kind}`);
  return at;
}
