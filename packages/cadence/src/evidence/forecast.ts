import type { Evidence } from "@coulomb-loop/schemas";
import { phaseClock } from "../activities.ts";
import { comingCycles } from "../cycles.ts";
import { parseDuration } from "../duration.ts";
import { nextOccurrences } from "../occurrences.ts";
import type { OpsDocuments } from "../ops-documents.ts";
import { expectedSlots } from "../slots.ts";
import type { AnalysisResult, StreakResult } from "./evaluate.ts";
import type { RepoCycle } from "./judge-cycles.ts";

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

/**
 * Forecasts every analysis that is not there yet (page 06, 1); those that succeed are left out. With too few repos no coming slot
 * helps. Pure.
 */
export function forecast(
  results: readonly AnalysisResult[],
  documents: OpsDocuments,
  evidence: Evidence,
): Forecast[] {
  return results
    .filter(({ result }) => result !== "success")
    .map((result) => {
      const { key, consecutive_success_limit: limit, close_deadline: deadline } = result.analysis;
      const never = { missing: limit, earliest: Number.NaN };
      const isPossible = evidence.repos.length >= Math.max(1, result.needed);
      const coming = isPossible ? planned(documents, evidence, limit) : [];
      const units = isPossible ? unitsOf(result) : [];
      const { missing, earliest } =
        units
          .map((unit) => forecastUnit(result, unit, coming))
          .sort((a, b) => a.missing - b.missing || a.earliest - b.earliest)[unitsNeeded(result) - 1] ?? never;
      if (Number.isNaN(earliest)) return { key, missing, earliest: undefined, latest: undefined };
      return { key, missing, earliest, latest: earliest + (parseDuration(deadline) ?? 0) };
    });
}

/** What has a streak of its own: a repo, or with no `repo` the fleet. */
interface Unit extends StreakResult {
  readonly repo?: string;
}

function unitsOf({ repos, result, reason, streak }: AnalysisResult): readonly Unit[] {
  if (repos.size === 0) return [{ result, reason, streak }];
  return [...repos].map(([repo, each]) => ({ ...each, repo }));
}

function unitsNeeded({ repos, needed }: AnalysisResult): number {
  return repos.size === 0 ? 1 : needed;
}

/** `earliest` is NaN where the files expect no such cycle. */
function forecastUnit(
  result: AnalysisResult,
  unit: Unit,
  coming: readonly number[],
): { readonly missing: number; readonly earliest: number } {
  if (unit.result === "success") return { missing: 0, earliest: 0 };
  // What is there and too old needs one more.
  const missing = Math.max(1, result.analysis.consecutive_success_limit - unit.streak.length);
  const next = [...openCycles(result, unit), ...coming].slice(0, missing);
  return { missing, earliest: next.length < missing ? Number.NaN : Math.max(...next) };
}

/**
 * When the last slots are due of the cycles that have begun, and are pending or wait behind one that is. What counts for no streak
 * breaks it, so that no such cycle stands after the break.
 */
function openCycles({ cycles }: AnalysisResult, { repo, streak }: Unit): readonly number[] {
  const { brokenBy } = streak;
  const isAfter = brokenBy !== undefined && brokenBy.kind !== "gap";
  const first = cycles.findIndex(({ id }) => id === brokenBy?.cycle) + (isAfter ? 1 : 0);
  const counted = new Set(streak.cycles);
  return cycles
    .slice(Math.max(0, first))
    .filter(({ id }) => !counted.has(id))
    .map((cycle) =>
      lastDue([...cycle.repos.values()].filter((each) => repo === undefined || each.repo === repo)),
    );
}

function lastDue(repos: readonly RepoCycle[]): number {
  return Math.max(...repos.flatMap(({ slots }) => slots.map(({ facts: { due } }) => due)));
}

/** When the last slots of so many coming cycles are due. */
function planned(
  documents: OpsDocuments,
  { loop, phase, as_of }: Evidence,
  count: number,
): readonly number[] {
  const asOf = Date.parse(as_of);
  const clock = phaseClock(documents, loop, phase);
  if (clock === undefined) return [];
  const { cron, zone, dst } = clock;
  const end = nextOccurrences(cron, zone, dst, asOf + 1, count + 1)[count];
  if (end === undefined) return [];
  const prefix = `${loop}/${phase}@`;
  const slots = expectedSlots(documents, asOf + 1, end).filter(({ cycle }) => cycle.startsWith(prefix));
  return comingCycles(slots, asOf + 1).map(({ earliest }) => earliest);
}
