import type { Cadence } from "@coulomb-loop/schemas";
import type { AnalysisResult, StreakResult } from "../evidence/evaluate.ts";
import { compareResults } from "../evidence/verdict.ts";
import type { Attempt, LoopFacts } from "./attempt.ts";
import { type Gate, gate, shortName } from "./gate.ts";

/** The exit criteria of the phase that is left, each a gate. */
export function exits(facts: LoopFacts, cadence: Cadence, attempt: Attempt): Gate[] {
  return exitResults(facts, cadence, attempt).map(({ key, found }) => {
    if (found === undefined) return gate(key, "inconclusive", "there is no evidence of it");
    const { streak, analysis } = found;
    const limit = analysis.consecutive_success_limit;
    return {
      ...gate(key, found.result, exitWords(found), {
        measurements: { streak: Math.min(streak.length, limit), limit, needed: found.needed },
      }),
      enforced: analysis.enforcement !== "dry_run",
    };
  });
}

/** Whether each of these gates that counts is a success: the same without their words. */
export function meetsExits(facts: LoopFacts, cadence: Cadence, attempt: Attempt): boolean {
  return exitResults(facts, cadence, attempt).every(
    ({ found }) =>
      found !== undefined && (found.analysis.enforcement === "dry_run" || found.result === "success"),
  );
}

function exitResults({ phases }: LoopFacts, cadence: Cadence, attempt: Attempt) {
  const keys = cadence.phases.find(({ name }) => name === attempt.from)?.exit ?? [];
  const results = phases.get(attempt.from)?.results ?? [];
  return keys.map((key) => {
    const result = results.find(({ analysis }) => analysis.key === key);
    return { key, found: result === undefined ? undefined : forTargets(result, attempt) };
  });
}

/**
 * What a criterion comes to for an attempt: with `per_repo` each target also needs its own success, whatever others have shown (page
 * 07 P14).
 */
export function forTargets(found: AnalysisResult, { targets }: Attempt): AnalysisResult {
  if (found.analysis.scope !== "per_repo" || found.result !== "success") return found;
  const own = targets.map(({ repo }) => [repo.id, found.repos.get(repo.id) ?? unknown] as const);
  const worst = own
    .map(([, each]) => each)
    .reduce<StreakResult>((a, b) => (compareResults(b.result, a.result) > 0 ? b : a), found);
  return worst === found ? found : { ...found, ...worst, repos: new Map(own), needed: own.length };
}

const unknown: StreakResult = {
  result: "inconclusive",
  reason: "no_data",
  streak: { length: 0, cycles: [], brokenBy: undefined, newest: undefined, last: undefined },
};

const reasonWords: Readonly<Record<AnalysisResult["reason"], string>> = {
  streak_reached: "reached",
  no_data: "no cycle is known yet",
  too_few_repos: "too few repos are in the phase",
  too_old: "the newest cycle is too old",
  waiting: "more cycles are wanted",
  cycle_failed: "a cycle failed",
  cycle_inconclusive: "a cycle could not be judged",
};

/** So many cycles in a row of those that are wanted. */
export function streakWords(count: number, limit: number): string {
  return `${count} of ${limit} cycles in a row`;
}

function exitWords({ streak, analysis, reason, cycles }: AnalysisResult): string {
  const limit = analysis.consecutive_success_limit;
  const count = streakWords(Math.min(streak.length, limit), limit);
  if (reason === "streak_reached") return count;
  const broken = cycles.findLast(({ id }) => id === streak.brokenBy?.cycle);
  const worst = [...(broken?.repos.values() ?? [])].find(
    ({ result }) => result === "failure" || result === "inconclusive",
  )?.worst;
  const example =
    worst === undefined
      ? ""
      : ` (${shortName(worst.facts.slot.repo)} ${worst.facts.slot.due}: ${worst.verdict.reason})`;
  return `${count}: ${reasonWords[reason]}${example}`;
}

/** Whether each target has shown itself in the phase long enough to have earned the next one. */
export function soak(cadence: Cadence, { from, targets }: Attempt): Gate {
  const required = cadence.phases.find(({ name }) => name === from)?.required_soak_cycles ?? 0;
  const least = Math.min(...targets.map((each) => each.soak.successes), Number.MAX_SAFE_INTEGER);
  if (targets.length === 0) return gate("soak", "pending", "no repo is left");
  const measurements = { required, least };
  if (least >= required) return gate("soak", "success", soakWords(least, required), { measurements });
  const behind = targets
    .filter((each) => each.soak.successes < required)
    .map(({ repo }) => shortName(repo.id));
  return gate("soak", "pending", `${least} of ${required} cycles in ${from}: ${behind.join(", ")}`, {
    measurements,
    turnedBy: `${required - least} more successful cycles`,
  });
}

/** What a soak that is reached says. */
export function soakWords(least: number, required: number): string {
  return required === 0 ? "none is asked for" : `${least} of ${required} cycles`;
}
