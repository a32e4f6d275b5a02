import type {
  AnalysisResult,
  CycleResult,
  Forecast,
  JudgedCycle,
  JudgedSlot,
  RepoCycle,
  StreakBreak,
} from "@coulomb-loop/cadence";
import { cycleResults, evidenceDigest } from "@coulomb-loop/cadence";
import type { AnalysisReport, CycleReport, Evidence, PhaseEvidence, SlotReport } from "@coulomb-loop/schemas";

/** The evidence of one loop and phase, judged. */
export interface JudgedPhase {
  readonly evidence: Evidence;
  readonly results: readonly AnalysisResult[];
  readonly forecasts: readonly Forecast[];
  /** Cycles that began before are left out; epoch milliseconds. */
  readonly from: number;
}

/** What of it is reported; `undefined`: all. */
export interface EvidenceChoice {
  /** Id of a repo. */
  readonly repo: string | undefined;
  /** Key of an analysis. */
  readonly analysis: string | undefined;
}

/** What one loop and phase comes to, for `coulomb evidence --json`. */
export function phaseReport(judged: JudgedPhase, choice: EvidenceChoice): PhaseEvidence {
  const { evidence, results, forecasts, from } = judged;
  const { loop, phase, as_of, timezone, repos, activities } = evidence;
  const byKey = new Map(forecasts.map((each) => [each.key, each]));
  return {
    loop,
    phase,
    as_of,
    since: text(from),
    timezone,
    evidence_digest: evidenceDigest(evidence),
    repos: repos.map(({ repo }) => repo),
    activities: [...activities],
    analyses: results
      .filter(({ analysis: { key } }) => choice.analysis === undefined || choice.analysis === key)
      .map((result) => analysisReport(evidence, result, byKey.get(result.analysis.key), choice.repo)),
  };
}

function analysisReport(
  evidence: Evidence,
  result: AnalysisResult,
  coming: Forecast | undefined,
  repo: string | undefined,
): AnalysisReport {
  const { analysis, streak, repos, needed, lowerBound, cycles } = result;
  const counterexample = counterexampleOf(result);
  const byCycle = cycleResults(evidence, result);
  return {
    key: analysis.key,
    scope: analysis.scope,
    enforcement: analysis.enforcement ?? "enforce",
    result: result.result,
    reason: result.reason,
    streak: streak.length,
    limit: analysis.consecutive_success_limit,
    needed,
    lower_bound: lowerBound,
    ...brokenBy(streak.brokenBy),
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(coming === undefined ? {} : { forecast: forecastReport(coming) }),
    repos: [...repos]
      .filter(([id]) => repo === undefined || repo === id)
      .map(([id, own]) => ({
        repo: id,
        result: own.result,
        reason: own.reason,
        streak: own.streak.length,
        ...brokenBy(own.streak.brokenBy),
      })),
    cycles: cycles.map((cycle) => cycleReport(cycle, byCycle.get(cycle.id), repo)),
  };
}

function brokenBy(found: StreakBreak | undefined): Pick<AnalysisReport, "broken_by"> {
  return found === undefined ? {} : { broken_by: { ...found } };
}

function forecastReport({ missing, earliest, latest }: Forecast): NonNullable<AnalysisReport["forecast"]> {
  return {
    missing,
    ...(earliest === undefined ? {} : { earliest: text(earliest) }),
    ...(latest === undefined ? {} : { latest: text(latest) }),
  };
}

/** The slot that broke the streak of what did not succeed: of the repo that decides, or the first of the fleet. */
function counterexampleOf(result: AnalysisResult): AnalysisReport["counterexample"] {
  const { streak, repos, cycles } = result;
  if (result.result === "success" || streak.brokenBy?.kind !== "result") return undefined;
  const { cycle: id, message } = streak.brokenBy;
  const deciding = [...repos].find(([, own]) => own.streak === streak)?.[0];
  const [first] = [...(cycles.find((cycle) => cycle.id === id)?.repos.values() ?? [])]
    .filter((each) => each.result === message && (deciding === undefined || each.repo === deciding))
    .map(({ worst }) => worst)
    .sort((a, b) => a.facts.due - b.facts.due || (a.facts.slot.key < b.facts.slot.key ? -1 : 1));
  if (first === undefined) return undefined;
  const { facts, verdict } = first;
  const { key, repo, due } = facts.slot;
  return { slot: key, repo, due, result: verdict.result, reason: verdict.reason, message: verdict.message };
}

function cycleReport(
  { id, anchor, repos }: JudgedCycle,
  found: CycleResult | undefined,
  repo: string | undefined,
): CycleReport {
  return {
    id,
    anchor: text(anchor),
    ...(found?.result === undefined ? {} : { result: found.result }),
    ...(found?.leftOut === undefined ? {} : { left_out: found.leftOut }),
    repos: [...repos.values()].filter((each) => repo === undefined || repo === each.repo).map(repoReport),
  };
}

function repoReport({ repo, result, leftOut, slots }: RepoCycle): CycleReport["repos"][number] {
  return {
    repo,
    result,
    ...(leftOut === undefined ? {} : { left_out: leftOut }),
    slots: slots.map(slotReport),
  };
}

function slotReport({ facts, verdict }: JudgedSlot): SlotReport {
  const { result, reason, row, message, decidedAt, record, class: proof } = verdict;
  const { key, activity, due } = facts.slot;
  const event = eventOf({ facts, verdict });
  return {
    slot: key,
    activity,
    due,
    result,
    reason,
    row,
    message,
    ...(decidedAt === undefined ? {} : { decided_at: text(decidedAt) }),
    ...(record === undefined ? {} : { record }),
    ...(event === undefined ? {} : { event }),
    ...(proof === undefined ? {} : { class: proof }),
  };
}

/** Reasons that no event gives: of what did not happen, and of several records together. */
const withoutEvent: ReadonlySet<string> = new Set(["missed", "open", "conflicting_records"]);

/** Types of events that have another name than the reason they give. */
const typeOf: Readonly<Record<string, string>> = {
  overlap: "skipped",
  upstream_failed: "skipped",
  late: "prepared",
};

/** The event that decided, where no record did. */
function eventOf({ facts, verdict }: JudgedSlot): SlotReport["event"] {
  const { record, reason, decidedAt } = verdict;
  if (record !== undefined || decidedAt === undefined || withoutEvent.has(reason)) return undefined;
  const then = facts.events.filter(({ at }) => Date.parse(at) === decidedAt);
  const found = then.find(({ type }) => type === (typeOf[reason] ?? reason)) ?? then.at(-1);
  if (found === undefined) return undefined;
  const { seq, type, by, at } = found;
  return { seq, type, by, at };
}

function text(instant: number): string {
  return new Date(instant).toISOString();
}
