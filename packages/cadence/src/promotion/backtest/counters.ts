import { parseDuration } from "../../duration.ts";
import {
  type AnalysisResult,
  judgeStreaks,
  lowerBound,
  neededRepos,
  type StreakResult,
} from "../../evidence/evaluate.ts";
import { cycleOfRepo, fleetCycle } from "../../evidence/scope-cycles.ts";
import { emptyStreak, nextStreak, type StreakState, streakAt } from "../../evidence/streak.ts";
import { type DecidedCycle, isShown, type SoakView } from "../soak.ts";
import type { Line, LiveCycle } from "./line.ts";
import { type Running, running } from "./running.ts";

/** Who is in a phase at an instant. */
export interface Members {
  /** When each came there by a record (epoch milliseconds), by repo id, ascending. */
  readonly since: ReadonlyMap<string, number | undefined>;
  /** Ids of repos that are past it. */
  readonly past: readonly string[];
}

/** The running streaks of one analysis. */
export interface StreakCounters {
  /** A repo's cycle, by its index from 0, is not what it was. */
  readonly changed: (index: number, repo: string) => void;
  /** Others are in the phase: the fleet's cycles are not what they were. */
  readonly enter: (members: Members) => void;
  /** What the analysis comes to after so many cycles, at an instant (epoch milliseconds). */
  readonly result: (begun: number, now: number) => AnalysisResult;
}

/** Counts the streaks of the fleet and of each repo over the cycles of a line, as they are when it is asked. */
export function createStreaks({ analysis, live }: Line): StreakCounters {
  let scope: { readonly repos: readonly string[]; readonly needed: number } = { repos: [], needed: 0 };
  const count = (cycleOf: (cycle: LiveCycle) => Parameters<typeof nextStreak>[1]): Running<StreakState> =>
    running(emptyStreak, (state, index) => {
      const cycle = live[index];
      return cycle === undefined ? state : nextStreak(state, cycleOf(cycle));
    });
  const fleet = count((cycle) => fleetCycle(cycle, scope));
  const own = new Map<string, Running<StreakState>>();
  const ofRepo = (repo: string) => {
    const found = own.get(repo) ?? count((cycle) => cycleOfRepo(cycle, repo));
    own.set(repo, found);
    return found;
  };
  return {
    changed: (index, repo) => {
      fleet.changed(index);
      own.get(repo)?.changed(index);
    },
    enter: ({ since, past }) => {
      const repos = [...since.keys()];
      scope = { repos, needed: neededRepos({ repos, past }, analysis) };
      fleet.changed(0);
    },
    result: (begun, now) => {
      const found = judgeStreaks(
        { ...scope, analysis, asOf: now },
        {
          ofFleet: () => streakAt(fleet.after(begun)),
          of: (repo) => streakAt(ofRepo(repo).after(begun)),
        },
      );
      const bound = lowerBound(found.streak.length);
      return { ...found, analysis, needed: scope.needed, cycles: live, lowerBound: bound };
    },
  };
}

/**
 * When a result, or that of one of its repos, stops to be a success by its age alone (epoch milliseconds), after `now`; infinity: never.
 */
export function lapseOf({ analysis, repos, result, streak }: AnalysisResult, now: number): number {
  const maxAge = parseDuration(analysis.max_age ?? "");
  if (maxAge === undefined) return Number.POSITIVE_INFINITY;
  const units: readonly Pick<StreakResult, "result" | "streak">[] =
    repos.size === 0 ? [{ result, streak }] : [...repos.values()];
  const lapses = units.flatMap((each) =>
    each.result === "success" ? [(each.streak.last?.decidedAt ?? 0) + maxAge + 1] : [],
  );
  return Math.min(...lapses.filter((at) => at > now), Number.POSITIVE_INFINITY);
}

/** What a repo has shown in a phase. */
export interface RunningSoak extends SoakView {
  /** Cycles that are decided; `decided` lists the first of them only. */
  readonly count: number;
}

/** Of a repo that has shown nothing. */
export const emptySoak: RunningSoak = { count: 0, successes: 0, decided: [] };

/** Counts what a repo shows in the cycles of a line; its first `watched` are listed. */
export function createSoak({ live }: Line, repo: string, watched: number): Running<RunningSoak> {
  return running(emptySoak, (before, index) => {
    const cycle = live[index];
    const own = cycle?.repos.get(repo);
    if (cycle === undefined || own === undefined || !isShown(own, before.count > 0)) return before;
    const decided: readonly DecidedCycle[] =
      before.count < watched ? [...before.decided, { id: cycle.id, cycle: own }] : before.decided;
    const successes = own.result === "success" ? before.successes + 1 : 0;
    return { count: before.count + 1, successes, decided };
  });
}
