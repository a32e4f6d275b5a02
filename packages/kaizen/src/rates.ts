import type { AgentRates, Observation, ScheduleAgent } from "@coulomb-loop/schemas";
import type { AgentMetrics } from "./metrics-files.ts";
import type { MetricsRecord } from "@coulomb-loop/documents";
import { firings, instantText } from "./slot.ts";

/** What the rates of an agent are made from. Times are epoch milliseconds. */
export interface RatesInput {
  readonly metrics: AgentMetrics;
  /** What the schedule file says of the agent, when it is enabled there. */
  readonly settings: ScheduleAgent | undefined;
  readonly zone: string;
  /** Due instants that are expected although the schedule file does not have them. */
  readonly alsoDue: readonly number[];
  /** Since when it is scheduled as it is now; nothing was expected before, but for slots that records name. */
  readonly since: number;
  readonly from: number;
  readonly to: number;
}

/** A slot and the record that decides it. */
interface JudgedSlot {
  readonly due: number;
  readonly final: MetricsRecord | undefined;
  readonly isPending: boolean;
}

/** Expected slots below which a rate says nothing. */
const fewestSlots = 5;

/** Milliseconds after which a slot without a record counts as missed. */
const timeToClose = 55 * 60_000;

/** Rates of an agent over its expected slots in [from, to), and what stands out. Pure. */
export function ratesOf(input: RatesInput): {
  readonly rates: AgentRates;
  readonly observations: readonly Observation[];
} {
  const { metrics, settings, zone, from, to, alsoDue } = input;
  const current = withoutCorrected(metrics.records);
  const bySlot = groupedByDue(current);
  let first = input.since;
  // Not all at once as arguments: there may be more records than a call takes.
  for (const due of bySlot.keys()) first = Math.min(first, due);
  const scheduled = firings(settings?.cron, zone, Math.max(from, first), to);
  const dues = [...new Set([...scheduled, ...alsoDue])].sort((a, b) => a - b);
  const slots = dues.map((due) => judged(due, bySlot.get(due) ?? [], to));
  const inWindow = current.filter(({ finished_at: at }) => Date.parse(at) >= from && Date.parse(at) <= to);
  const known = new Set(dues);
  const loose = inWindow.filter((record) => {
    const due = dueOf(record);
    // Which slots an agent has that the schedule file does not have, nobody here knows.
    return due === undefined || (settings !== undefined && !known.has(due));
  });
  const closed = slots.flatMap(({ final }) => final ?? []);
  const rates = figures(input, slots, closed, loose, inWindow, scheduled.length);
  return { rates, observations: observed(rates, slots, closed, loose, inWindow) };
}

/** Records without those that another one replaces. */
export function withoutCorrected(records: readonly MetricsRecord[]): readonly MetricsRecord[] {
  const replaced = new Set(records.map(({ corrects }) => corrects));
  return records.filter(({ record_id: id }) => !replaced.has(id));
}

/** Due instant of the slot that a record closes; `undefined`: it closes none. */
export function dueOf({ slot, trigger }: MetricsRecord): number | undefined {
  if (slot === undefined || (trigger !== "schedule" && trigger !== "retry")) return undefined;
  const due = Date.parse(slot.slice(slot.lastIndexOf("@") + 1));
  return Number.isNaN(due) ? undefined : due;
}

/** Records that close a slot, by its due instant, in their order. */
function groupedByDue(records: readonly MetricsRecord[]): ReadonlyMap<number, readonly MetricsRecord[]> {
  const groups = new Map<number, MetricsRecord[]>();
  for (const record of records) {
    const due = dueOf(record);
    if (due === undefined) continue;
    const group = groups.get(due);
    if (group === undefined) groups.set(due, [record]);
    else group.push(record);
  }
  return groups;
}

function judged(due: number, records: readonly MetricsRecord[], now: number): JudgedSlot {
  // The last attempt decides; of one attempt what was written last.
  const own = records.toSorted(
    (a, b) => a.attempt - b.attempt || Date.parse(a.recorded_at) - Date.parse(b.recorded_at),
  );
  return { due, final: own.at(-1), isPending: own.length === 0 && due + timeToClose > now };
}

function figures(
  { metrics, settings }: RatesInput,
  slots: readonly JudgedSlot[],
  closed: readonly MetricsRecord[],
  loose: readonly MetricsRecord[],
  inWindow: readonly MetricsRecord[],
  scheduled: number,
): AgentRates {
  const pending = slots.filter(({ isPending }) => isPending).length;
  const decided = slots.length - pending;
  const succeeded = closed.filter(({ success }) => success).length;
  const times = closed.map(({ time_s: time }) => time).sort((a, b) => a - b);
  const qualities = closed.flatMap(({ quality }) => quality ?? []);
  return {
    agent: metrics.agent,
    expected_from: settings !== undefined || scheduled > 0 ? "schedule" : slots.length > 0 ? "slot" : "none",
    verdict: decided < fewestSlots ? "insufficient_data" : "ok",
    expected: slots.length,
    pending,
    closed: closed.length,
    succeeded,
    failed: closed.length - succeeded,
    missed: decided - closed.length,
    success_rate: decided === 0 ? null : rounded(succeeded / decided),
    time_median_s: median(times),
    time_p90_s: times[Math.ceil(times.length * 0.9) - 1] ?? null,
    quality_mean:
      qualities.length === 0
        ? null
        : rounded(qualities.reduce((sum, each) => sum + each, 0) / qualities.length),
    quality_count: qualities.length,
    failure_streak: streak(closed),
    unattributed: loose.length,
    interventions: inWindow.reduce((sum, { interventions = [] }) => sum + interventions.length, 0),
    torn: metrics.lines.filter(({ record }) => record === undefined).length,
  };
}

/** Failures at the end, in the order of slots. */
function streak(closed: readonly MetricsRecord[]): number {
  return closed.length - 1 - closed.findLastIndex(({ success }) => success);
}

function median(sorted: readonly number[]): number | null {
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return null;
  return sorted.length % 2 === 1 ? middle : rounded((middle + (sorted[sorted.length / 2 - 1] ?? middle)) / 2);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function observed(
  rates: AgentRates,
  slots: readonly JudgedSlot[],
  closed: readonly MetricsRecord[],
  loose: readonly MetricsRecord[],
  inWindow: readonly MetricsRecord[],
): Observation[] {
  const found: Observation[] = [];
  const { agent } = rates;
  const add = (kind: Observation["kind"], text: string, shown: readonly MetricsRecord[]) => {
    const records = shown.map(({ record_id: id }) => id).reverse();
    found.push({ kind, agent, text, records: records.slice(0, 20) });
  };
  if (rates.failure_streak >= 2)
    add(
      "failure_streak",
      `the last ${rates.failure_streak} closed slots failed`,
      closed.slice(-rates.failure_streak),
    );
  const decided = rates.expected - rates.pending;
  if (rates.verdict === "ok" && (rates.success_rate ?? 1) < 0.8)
    add(
      "low_success_rate",
      `${rates.succeeded} of ${decided} expected slots succeeded`,
      closed.filter(({ success }) => !success),
    );
  if (rates.missed > 0) add("missed_slots", missedText(slots, rates.missed), []);
  const [middle, slow] = [rates.time_median_s ?? 0, rates.time_p90_s ?? 0];
  if (closed.length >= fewestSlots && slow > 2 * middle && slow - middle > 60)
    add(
      "slow_runs",
      `nine of ten sessions take up to ${slow} s, half of them up to ${middle} s`,
      closed.filter(({ time_s: time }) => time >= slow),
    );
  if (rates.quality_count >= fewestSlots && (rates.quality_mean ?? 1) < 0.6)
    add(
      "low_quality",
      `the mean quality is ${rates.quality_mean ?? 0}`,
      closed.filter(({ quality = 1 }) => quality < 0.6),
    );
  const disturbed = inWindow.filter(({ interventions = [] }) => interventions.length > 0);
  if (disturbed.length > 0)
    add("interventions", `interventions, which break a streak: ${rates.interventions}`, disturbed);
  if (loose.length > 0)
    add("unattributed", `records that close no slot that is expected here: ${loose.length}`, loose);
  return found;
}

function missedText(slots: readonly JudgedSlot[], count: number): string {
  const missed = slots.filter(({ final, isPending }) => final === undefined && !isPending);
  const newest = missed.slice(-3).map(({ due }) => instantText(due));
  return `expected slots without a record that closes them: ${count}, the newest due ${newest.reverse().join(", ")}`;
}
