import {
  type AnalysisResult,
  compareResults,
  cutEvidence,
  cycleResults,
  digestsOfSlot,
  evaluate,
  type JudgedCycle,
  type RepoCycle,
  type Result,
  type Stay,
  worstOf,
} from "@coulomb-loop/cadence";
import type { Evidence } from "@coulomb-loop/schemas";

/** The time that a repo was in one phase. */
export interface RepoStay extends Pick<Stay, "phase" | "from" | "to"> {
  readonly repo: Pick<Stay["repo"], "id">;
}

/** Where the repos of a loop were, and when. */
export interface Whereabouts {
  readonly stays: readonly RepoStay[];
  /** Names of the phases of the loop, in their order. */
  readonly phases: readonly string[];
}

/** What a cycle comes to for one analysis and the repos that had slots in it. */
export interface CycleThen {
  readonly result: Result;
  /** Ascending by id. */
  readonly repos: readonly RepoCycle[];
  /** Why it counts for no streak, in words. */
  readonly leftOut: string | undefined;
  /** The streak after it, its limit at most; `undefined`: it cannot be said. */
  readonly streak: number | undefined;
}

/** The repos of a cycle of which the ledger has a slot: what the files expect beside that is no run of the cycle. Ascending by id. */
export function reposThen({ repos }: JudgedCycle): readonly RepoCycle[] {
  return [...repos.values()]
    .filter(({ slots }) => slots.some(({ facts }) => facts.slot.unwritten !== true))
    .toSorted((a, b) => (a.repo < b.repo ? -1 : 1));
}

/**
 * What one cycle comes to, for each of the results: by the repos, definitions and schedules that it ran with, whoever is in the phase
 * now. `results` are those of the evidence, for its analyses. The criteria are those of now: where they were others then no streak is
 * told, nor where it may have begun before the evidence. Pure.
 */
export function cycleThen(
  evidence: Evidence,
  results: readonly AnalysisResult[],
  id: string,
  where: Whereabouts,
): readonly CycleThen[] {
  const cycles = results[0]?.cycles ?? [];
  const index = cycles.findIndex((each) => each.id === id);
  const cycle = cycles[index];
  if (cycle === undefined) return [];
  const then = evidenceThen(evidence, cycles, index, where);
  // What is not known is no change.
  const isAsNow = (policyOf(reposThen(cycle)) ?? evidence.digests.policy) === evidence.digests.policy;
  const words = flawOf(evidence, cycle, where);
  return evaluate(then).map((after, at): CycleThen => {
    const repos = reposThen(results[at]?.cycles[index] ?? cycle);
    const isEnough = repos.length >= after.needed;
    const own = isEnough ? cycleResults(then, after).get(id) : undefined;
    const best = repos.toSorted((a, b) => compareResults(a.result, b.result)).slice(0, after.needed);
    const result = own?.result ?? worstOf(best.map((each) => each.result));
    const short = isEnough ? undefined : `it needs ${after.needed} repos`;
    const leftOut = own?.result === undefined ? (short ?? words ?? own?.leftOut ?? "") : undefined;
    const { cycles: counted } = after.streak;
    const limit = after.analysis.consecutive_success_limit;
    const isWhole = counted[0] !== cycles[0]?.id || counted.length >= limit;
    const isTold = result === "success" ? counted.at(-1) === id && isWhole : counted.length === 0;
    const streak = leftOut === undefined && isAsNow && isTold ? Math.min(counted.length, limit) : undefined;
    return { result, repos, leftOut, streak };
  });
}

/** The evidence as it was for one cycle, with as many cycles before it as a streak can ask for. */
function evidenceThen(
  evidence: Evidence,
  cycles: readonly JudgedCycle[],
  index: number,
  { stays, phases }: Whereabouts,
): Evidence {
  const { analyses, phase } = evidence;
  const most = Math.max(0, ...analyses.map((each) => each.consecutive_success_limit));
  const told = cycles.slice(Math.max(0, index - most), index + 1);
  const anchor = cycles[index]?.anchor ?? 0;
  const repos = told.slice(-1).flatMap(reposThen);
  const ids = new Set(repos.map(({ repo }) => repo));
  const slots = repos.flatMap((each) => each.slots.map(({ facts }) => facts));
  const written = slots.filter(({ slot }) => slot.unwritten !== true);
  const definitions = written.map((facts) => [facts.slot.activity, digestsOfSlot(facts).definition] as const);
  const rank = phases.indexOf(phase);
  return {
    ...cutEvidence(evidence, new Set(told.map(({ id }) => id)), new Set(analyses.map(({ key }) => key))),
    digests: {
      policy: policyOf(repos) ?? evidence.digests.policy,
      definitions: Object.fromEntries(
        definitions.flatMap(([activity, found]) => (found === undefined ? [] : [[activity, found]])),
      ),
    },
    repos: repos.map((each) => {
      const since = cameAt(each, anchor, phase, stays);
      const schedule = digestsOf(each).schedule;
      return {
        repo: each.repo,
        ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
        ...(schedule === undefined ? {} : { schedule_digest: schedule }),
      };
    }),
    past: stays
      .filter(({ from, to, repo, phase: own }) => {
        const isThere = from <= anchor && anchor < to && !ids.has(repo.id);
        return isThere && rank >= 0 && phases.indexOf(own) > rank;
      })
      .map(({ repo }) => repo.id),
    activities: [...new Set(written.map(({ slot }) => slot.activity))].toSorted(),
  };
}

/** The digests that the newest written slot of a repo's cycle ran under. */
function digestsOf({ slots }: RepoCycle) {
  const newest = slots.findLast(({ facts }) => facts.slot.unwritten !== true);
  return newest === undefined ? { policy: undefined, schedule: undefined } : digestsOfSlot(newest.facts);
}

function policyOf(repos: readonly RepoCycle[]): string | undefined {
  return repos.map((each) => digestsOf(each).policy).find((policy) => policy !== undefined);
}

/** When a repo came into the phase, for a cycle in which it has slots: within it, else the last time before; epoch milliseconds. */
function cameAt(
  { repo, slots }: RepoCycle,
  anchor: number,
  phase: string,
  stays: readonly RepoStay[],
): number | undefined {
  const first = Math.max(anchor, slots[0]?.facts.due ?? anchor);
  const came = stays
    .filter((stay) => stay.repo.id === repo && stay.phase === phase && stay.from <= first)
    .map(({ from }) => from);
  const last = Math.max(...came);
  return Number.isFinite(last) ? last : undefined;
}

/** Why a cycle was not a whole one, in words: a repo came or left within it, or nobody wrote its slots. */
function flawOf({ phase }: Evidence, cycle: JudgedCycle, { stays }: Whereabouts): string | undefined {
  const repos = reposThen(cycle);
  const late = repos.find((each) => (cameAt(each, cycle.anchor, phase, stays) ?? 0) > cycle.anchor);
  if (late !== undefined) return `${late.repo} came into the phase within it`;
  const absent = [...cycle.repos.keys()].find((id) => !repos.some(({ repo }) => repo === id));
  if (absent !== undefined) return `the ledger has no slot of ${absent}`;
  const ran = new Map(
    repos.map(({ repo, slots }) => [repo, new Set(slots.map(({ facts }) => facts.slot.activity))]),
  );
  for (const activity of new Set([...ran.values()].flatMap((each) => [...each])))
    for (const [repo, own] of ran) if (!own.has(activity)) return `${repo} has no slot of ${activity}`;
  return undefined;
}
