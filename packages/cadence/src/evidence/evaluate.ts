import type { Analysis, Evidence } from "@coulomb-loop/schemas";
import { parseDuration } from "../duration.ts";
import { type CycleFacts, cyclesOf, type JudgedCycle, judgeCycles, type RepoCycle } from "./judge-cycles.ts";
import { type Streak, type StreakCycle, streakOf } from "./streak.ts";
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
  const scope = { repos, analysis, cycles, needed, asOf };
  const found = repos.length < needed || needed === 0 ? nothing(scope) : judgeScope(scope);
  return { ...found, analysis, needed, cycles, lowerBound: lowerBound(found.streak.length) };
}

/** The 95 % lower bound of the rate of success after n successes out of n. */
export function lowerBound(successes: number): number {
  return successes === 0 ? 0 : 0.05 ** (1 / successes);
}

interface Scope {
  /** Ids of the repos of the phase, ascending. */
  readonly repos: readonly string[];
  readonly analysis: Analysis;
  readonly cycles: readonly JudgedCycle[];
  readonly needed: number;
  readonly asOf: number;
}

/** Repos that must take part: all of the phase, or so many less those already past it, at least one (page 06 R19). */
function neededRepos({ repos, past }: Evidence, { availability }: Analysis): number {
  if (availability === "all") return repos.length;
  return Math.max(1, availability.minimum_repos - past.length);
}

const noStreak: Streak = { length: 0, cycles: [], brokenBy: undefined, newest: undefined, last: undefined };

function nothing({ repos }: Scope): StreakResult & Pick<AnalysisResult, "repos"> {
  const reason = repos.length === 0 ? "no_data" : "too_few_repos";
  return { result: "pending", reason, streak: noStreak, repos: new Map() };
}

function judgeScope(scope: Scope): StreakResult & Pick<AnalysisResult, "repos"> {
  if (scope.analysis.scope === "fleet")
    return {
      ...resultOf(streakOf(scope.cycles.map((cycle) => fleetCycle(cycle, scope))), scope),
      repos: new Map(),
    };
  const repos = new Map(
    scope.repos.map((repo) => [
      repo,
      resultOf(streakOf(scope.cycles.map((cycle) => cycleOfRepo(cycle, repo))), scope),
    ]),
  );
  const best = [...repos.values()]
    .sort((a, b) => compareResults(a.result, b.result) || b.streak.length - a.streak.length)
    .slice(0, scope.needed);
  const result = worstOf(best.map((each) => each.result));
  const deciding = best.findLast((each) => each.result === result);
  return {
    result,
    reason: deciding?.reason ?? "no_data",
    streak: deciding?.streak ?? noStreak,
    repos,
  };
}

/** A cycle of one repo; one in which it has no slot breaks its streak. */
function cycleOfRepo({ id, anchor, seq, repos }: JudgedCycle, repo: string): StreakCycle {
  const own = repos.get(repo);
  if (own === undefined) return { ...absent, id, anchor, seq, leftOut: "nothing was expected of the repo" };
  const { result, decidedAt, leftOut } = own;
  return { id, anchor, seq, result, decidedAt, leftOut };
}

const absent = { result: "inconclusive", decidedAt: undefined } as const;

/** A cycle of the fleet: the worst of all repos, or of the best, where the same repos take part as now (page 06 R19, R20). */
function fleetCycle({ id, anchor, seq, repos }: JudgedCycle, { repos: ids, needed }: Scope): StreakCycle {
  const members = ids.flatMap((repo) => repos.get(repo) ?? []);
  const place = { id, anchor, seq };
  if (repos.size === 0) return { ...absent, ...place, leftOut: "nothing was expected in it" };
  const isSameSet = members.length === ids.length && repos.size === members.length;
  if (!isSameSet) return { ...absent, ...place, leftOut: "other repos took part than now" };
  const counted = members.filter(({ leftOut }) => leftOut === undefined);
  if (counted.length < needed)
    return { ...absent, ...place, leftOut: members.find(({ leftOut }) => leftOut !== undefined)?.leftOut };
  // Of equals the newest: else a failure of the first would make the cycle younger.
  const best = counted
    .toSorted((a, b) => compareResults(a.result, b.result) || (b.decidedAt ?? 0) - (a.decidedAt ?? 0))
    .slice(0, needed);
  const result = worstOf(best.map((each) => each.result));
  return { ...place, result, decidedAt: whenDecided(result, best), leftOut: undefined };
}

function whenDecided(result: Result, repos: readonly RepoCycle[]): number | undefined {
  if (result === "pending") return undefined;
  const instants = repos.flatMap((each) => (each.result === result ? (each.decidedAt ?? []) : []));
  return result === "failure" ? Math.min(...instants) : Math.max(...instants);
}

/** Page 06 R21. */
function resultOf(streak: Streak, { analysis, asOf }: Scope): StreakResult {
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
