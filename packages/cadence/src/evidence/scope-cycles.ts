import type { JudgedCycle, RepoCycle } from "./judge-cycles.ts";
import type { StreakCycle } from "./streak.ts";
import { compareResults, type Result, worstOf } from "./verdict.ts";

/** A cycle of one repo, as its streak takes it; one in which it has no slot breaks it. */
export function cycleOfRepo({ id, anchor, seq, repos }: JudgedCycle, repo: string): StreakCycle {
  const own = repos.get(repo);
  if (own === undefined) return { ...absent, id, anchor, seq, leftOut: "nothing was expected of the repo" };
  const { result, decidedAt, leftOut } = own;
  return { id, anchor, seq, result, decidedAt, leftOut };
}

const absent = { result: "inconclusive", decidedAt: undefined } as const;

/** The repos of the phase, and how many of them count. */
export interface FleetScope {
  /** Ids, ascending. */
  readonly repos: readonly string[];
  readonly needed: number;
}

/** A cycle of the fleet: the worst of all repos, or of the best, where the same repos take part as now (page 06 R19, R20). */
export function fleetCycle(
  { id, anchor, seq, repos }: JudgedCycle,
  { repos: ids, needed }: FleetScope,
): StreakCycle {
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
