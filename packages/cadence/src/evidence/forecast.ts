import type { Evidence } from "@coulomb-loop/schemas";
import { phaseClock } from "../activities.ts";
import { comingCycles } from "../cycles.ts";
import { parseDuration } from "../duration.ts";
import { nextOccurrences } from "../occurrences.ts";
import type { OpsDocuments } from "../ops-documents.ts";
import { expectedSlots } from "../slots.ts";
import type { AnalysisResult, StreakResult } from "./evaluate.ts";

/** When an analysis succeeds if every slot that is open or to come succeeds. Instants are epoch milliseconds. */
export interface Forecast {
  /** Key of the analysis. */
  readonly key: string;
  /** Cycles that are missing. */
  readonly missing: number;
  /** When the last slot of the last of them is due; `undefined`: the files expect no such cycle. */
  readonly earliest: number | undefined;
  /** When the time to close that slot is over. */
  readonly latest: number | undefined;
}

/** Forecasts every analysis that is not there yet (page 06, 1); those that succeed are left out. Pure. */
export function forecast(
  results: readonly AnalysisResult[],
  documents: OpsDocuments,
  evidence: Evidence,
): Forecast[] {
  const asOf = Date.parse(evidence.as_of);
  return results
    .filter(({ result }) => result !== "success")
    .map((result) => {
      const missing = missingCycles(result);
      const open = openCycles(result);
      const coming = [...open, ...planned(documents, evidence, asOf, missing)];
      const last = coming[missing - 1];
      return { key: result.analysis.key, missing, earliest: last?.earliest, latest: last?.latest };
    });
}

function missingCycles({ analysis, repos, needed, streak }: AnalysisResult): number {
  const limit = analysis.consecutive_success_limit;
  // What is there and too old needs one more.
  const lacks = (each: Pick<StreakResult, "streak">) => Math.max(1, limit - each.streak.length);
  if (repos.size === 0) return lacks({ streak });
  const best = [...repos.values()].map((each) => (each.result === "success" ? 0 : lacks(each)));
  return Math.max(1, best.sort((a, b) => a - b)[needed - 1] ?? limit);
}

interface Span {
  readonly earliest: number;
  readonly latest: number;
}

/** Cycles that have begun, count, and are not decided yet. */
function openCycles({ cycles, analysis }: AnalysisResult): readonly Span[] {
  return cycles.flatMap(({ repos }) => {
    const all = [...repos.values()];
    const isOpen = all.some(({ result }) => result === "pending");
    const counts = all.every(
      ({ result, leftOut }) => leftOut === undefined && (result === "pending" || result === "success"),
    );
    if (!isOpen || !counts) return [];
    const last = Math.max(...all.flatMap(({ slots }) => slots.map(({ facts: { due } }) => due)));
    return [{ earliest: last, latest: last + (parseDuration(analysis.close_deadline) ?? 0) }];
  });
}

function planned(
  documents: OpsDocuments,
  { loop, phase }: Evidence,
  asOf: number,
  count: number,
): readonly Span[] {
  const clock = phaseClock(documents, loop, phase);
  if (clock === undefined) return [];
  const { cron, zone, dst } = clock;
  const end = nextOccurrences(cron, zone, dst, asOf + 1, count + 1)[count];
  if (end === undefined) return [];
  const prefix = `${loop}/${phase}@`;
  const slots = expectedSlots(documents, asOf + 1, end).filter(({ cycle }) => cycle.startsWith(prefix));
  return comingCycles(slots, asOf + 1);
}
