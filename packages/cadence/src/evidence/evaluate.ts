import type { Analysis, Evidence } from "@coulomb-loop/schemas";
import { parseDuration } from "../duration.ts";
import { type CycleFacts, cyclesOf, type JudgedCycle, judgeCycles } from "./judge-cycles.ts";
import { cycleOfRepo, fleetCycle } from "./scope-cycles.ts";
import { type Streak, streakOf } from "./streak.ts";
import { compareResults, type Result, worstOf } from "./verdict.ts";

/** Why an analysis has its result. */
export type AnalysisReason =
  | "streak_reached"
  | "no_data"
  | "too_few_repos"
  | "too_old"
  | "waiting"
  | "cycle_failed"
  | "cycle_inconclusive";

/** What the streak of one repo, or of the fleet, comes to. */
export interface StreakResult {
  readonly result: Result;
  readonly reason: AnalysisReason;
  readonly streak: Streak;
}

/** The result of one analysis. */
export interface AnalysisResult extends StreakResult {
  readonly analysis: Analysis;
  /** Repos whose cycles count: all of the phase, or the best. */
  readonly needed: number;
  /** With `per_repo`: each repo's own, by id; else empty. */
  readonly repos: ReadonlyMap<string, StreakResult>;
  /** Every cycle with all its verdicts, ascending. */
  readonly cycles: readonly JudgedCycle[];
  /**
   * How sure it is, at 95 %, that a cycle succeeds, from so many successes in a row and none other: 0.05^(1/n), at least; 0 of
   * none. Source: Clopper and Pearson 1934, the bound for n of n.
   */
  readonly lowerBound: number;
}

/**
 * Judges every analysis of some evidence, in their order, by what is known at its `as_of` (page 06, 7). Without a cycle or with too
 * few repos an analysis is pending, never a success. Pure: the same evidence gives the same results.
 */
export function evaluate(evidence: Evidence): AnalysisResult[] {
  const cycles = cyclesOf(evidence);
  return evidence.analyses.map((analysis) => evaluateAnalysis(evidence, cycles, analysis));
}

/** The same for one analysis, over cycles that are grouped already. */
function evaluateAnalysis(
  evidence: Evidence,
  facts: readonly CycleFacts[],
  analysis: Analysis,
): AnalysisResult {
  const asOf = Date.parse(evidence.as_of);
  const cycles = judgeCycles(facts, analysis, asOf);
  const needed = neededRepos(evidence, analysis);
  const repos = evidence.repos.map(({ repo }) => repo).toSorted();
  const scope = { repos, needed };
  const found = judgeStreaks(
    { ...scope, analysis, asOf },
    {
      ofFleet: () => streakOf(cycles.map((cycle) => fleetCycle(cycle, scope))),
      of: (repo) => streakOf(cycles.map((cycle) => cycleOfRepo(cycle, repo))),
    },
  );
  return { ...found, analysis, needed, cycles, lowerBound: lowerBound(found.streak.length) };
}

/** The 95 % lower bound of the rate of success after n successes out of n. */
export function lowerBound(successes: number): number {
  return successes === 0 ? 0 : 0.05 ** (1 / successes);
}

/** Whose streaks are judged, and by what. */
export interface JudgedScope {
  /** Ids of the repos of the phase, ascending. */
  readonly repos: readonly string[];
  readonly analysis: Analysis;
  /** See `neededRepos`. */
  readonly needed: number;
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/** Where the streaks come from; only those that are needed are asked for. */
export interface Streaks {
  readonly ofFleet: () => Streak;
  readonly of: (repo: string) => Streak;
}

/** Repos that must take part: all of the phase, or so many less those already past it, at least one (page 06 R19). */
export function neededRepos(
  { repos, past }: { readonly repos: readonly unknown[]; readonly past: readonly unknown[] },
  { availability }: Pick<Analysis, "availability">,
): number {
  if (availability === "all") return repos.length;
  return Math.max(1, availability.minimum_repos - past.length);
}

const noStreak: Streak = { length: 0, cycles: [], brokenBy: undefined, newest: undefined, last: undefined };

/** What an analysis comes to by the streaks of its repos, or of the fleet (page 06 R19 to R21). Pure. */
export function judgeStreaks(
  scope: JudgedScope,
  streaks: Streaks,
): StreakResult & Pick<AnalysisResult, "repos"> {
  const { repos: ids, needed, analysis } = scope;
  if (ids.length < needed || needed === 0) return nothing(ids);
  if (analysis.scope === "fleet") return { ...resultOf(streaks.ofFleet(), scope), repos: new Map() };
  const repos = new Map(ids.map((repo) => [repo, resultOf(streaks.of(repo), scope)]));
  const best = [...repos.values()]
    .sort((a, b) => compareResults(a.result, b.result) || b.streak.length - a.streak.length)
    .slice(0, needed);
  const result = worstOf(best.map((each) => each.result));
  const deciding = best.findLast((each) => each.result === result);
  return {
    result,
    reason: deciding?.reason ?? "no_data",
    streak: deciding?.streak ?? noStreak,
    repos,
  };
}

function nothing(repos: readonly string[]): StreakResult & Pick<AnalysisResult, "repos"> {
  const reason = repos.length === 0 ? "no_data" : "too_few_repos";
  return { result: "pending", reason, streak: noStreak, repos: new Map() };
}

/** Page 06 R21. */
function resultOf(streak: Streak, { analysis, asOf }: JudgedScope): StreakResult {
  const { newest, last } = streak;
  if (newest === undefined) return { result: "pending", reason: "no_data", streak };
  if (streak.length >= analysis.consecutive_success_limit) {
    const maxAge = parseDuration(analysis.max_age ?? "");
    const age = asOf - (last?.decidedAt ?? newest.anchor);
    if (maxAge !== undefined && age > maxAge) return { result: "pending", reason: "too_old", streak };
    return { result: "success", reason: "streak_reached", streak };
  }
  if (newest.result === "failure") return { result: "failure", reason: "cycle_failed", streak };
  if (newest.result === "inconclusive")
    return { result: "inconclusive", reason: "cycle_inconclusive", streak };
  return { result: "pending", reason: "waiting", streak };
}
