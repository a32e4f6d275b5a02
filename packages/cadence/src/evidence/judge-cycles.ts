import type { Analysis, Evidence } from "@coulomb-loop/schemas";
import { type CycleDigests, criteriaOf, judgeSlot } from "./judge-slot.ts";
import {
  digestsOfSlot,
  dispatchesOf,
  factsOf,
  type SlotDigests,
  type SlotFacts,
  textOf,
} from "./slot-facts.ts";
import { compareResults, type Result, type Verdict } from "./verdict.ts";

/** A slot with its verdict. */
export interface JudgedSlot {
  readonly facts: SlotFacts;
  readonly verdict: Verdict;
}

/** What one repo comes to in one cycle: the worst of its slots (page 06 R19). */
export interface RepoCycle {
  readonly repo: string;
  readonly result: Result;
  /** Ascending by due and key. */
  readonly slots: readonly JudgedSlot[];
  /** The slot that made it what it is. */
  readonly worst: JudgedSlot;
  /** From when on it is so, in epoch milliseconds; `undefined` while it is pending. */
  readonly decidedAt: number | undefined;
  /** Why it counts for no streak, in words: it began before the repo came, or under other files. It restarts one. */
  readonly leftOut: string | undefined;
}

/** One cycle with all repos that have slots in it. */
export interface JudgedCycle {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly anchor: number;
  /** Its number by the phase's present clock; `undefined`: it was planned by another. */
  readonly seq: number | undefined;
  readonly repos: ReadonlyMap<string, RepoCycle>;
}

/** The slots of some evidence by cycle and repo, ready to be judged by any of its analyses. */
export interface CycleFacts {
  readonly id: string;
  readonly anchor: number;
  readonly seq: number | undefined;
  readonly repos: ReadonlyMap<string, RepoFacts>;
}

/** The slots of one repo in one cycle. */
export interface RepoFacts {
  readonly slots: readonly SlotFacts[];
  readonly digests: CycleDigests;
  /** What each slot ran under, in their order. */
  readonly ran: readonly RanSlot[];
  readonly leftOut: string | undefined;
}

/** What one slot ran under. */
export interface RanSlot extends SlotDigests {
  readonly activity: string;
}

/**
 * Groups the slots of some evidence. Ascending by anchor; cycles without slots that the clock names are there too, and those that
 * begin after `as_of` are not.
 */
export function cyclesOf(evidence: Evidence): CycleFacts[] {
  const asOf = Date.parse(evidence.as_of);
  const numbers = new Map(evidence.cycles.map(({ id, seq }) => [id, seq]));
  const byCycle = Map.groupBy(factsOf(evidence), ({ slot }) => slot.cycle);
  const ids = new Set([...numbers.keys(), ...byCycle.keys()]);
  const rules = restartRules(evidence);
  return [...ids]
    .map((id): CycleFacts => {
      const anchor = Date.parse(id.slice(id.lastIndexOf("@") + 1));
      const byRepo = Map.groupBy(byCycle.get(id) ?? [], ({ slot }) => slot.repo);
      const repos = new Map(
        [...byRepo].map(([repo, slots]) => {
          const ran = slots.map((facts) => ({ ...digestsOfSlot(facts), activity: facts.slot.activity }));
          return [repo, { slots, ran, digests: firstDigests(slots), leftOut: rules({ repo, anchor, ran }) }];
        }),
      );
      return { id, anchor, seq: numbers.get(id), repos };
    })
    .filter(({ anchor }) => anchor <= asOf)
    .sort((a, b) => a.anchor - b.anchor || (a.id < b.id ? -1 : 1));
}

/** Judges cycles by one analysis. */
export function judgeCycles(
  cycles: readonly CycleFacts[],
  analysis: Analysis,
  asOf: number,
): readonly JudgedCycle[] {
  const criteria = criteriaOf(analysis);
  return cycles.map(({ id, anchor, seq, repos }) => ({
    id,
    anchor,
    seq,
    repos: new Map(
      [...repos].map(([repo, { slots, digests, leftOut }]) => {
        const judged = slots.map((facts) => ({
          facts,
          verdict: judgeSlot(facts, criteria, { cycle: digests, asOf }),
        }));
        return [repo, repoCycle(repo, judged, leftOut)];
      }),
    ),
  }));
}

/** What some judged slots of a repo and cycle, one at least, come to together. */
export function repoCycle(
  repo: string,
  slots: readonly JudgedSlot[],
  leftOut: string | undefined,
): RepoCycle {
  const worst = slots.reduce((found, each) =>
    compareResults(each.verdict.result, found.verdict.result) > 0 ? each : found,
  );
  const { result } = worst.verdict;
  const failures = slots.filter(({ verdict }) => verdict.result === "failure");
  // A failure decides a cycle before its other slots are due; a success is decided by the last.
  const decidedAt =
    result === "pending"
      ? undefined
      : result === "failure"
        ? Math.min(...instantsOf(failures))
        : Math.max(...instantsOf(slots));
  return { repo, result, slots, worst, decidedAt, leftOut };
}

/** When those of some slots that are decided were. */
function instantsOf(slots: readonly JudgedSlot[]): number[] {
  return slots.flatMap(({ verdict: { decidedAt } }) => decidedAt ?? []);
}

function firstDigests(slots: readonly SlotFacts[]): CycleDigests {
  const told = slots.flatMap((facts) => dispatchesOf(facts).map(({ data }) => data));
  const first = (name: "policy_digest" | "schedule_digest") =>
    told.map((data) => textOf(data[name])).find((value) => value !== undefined);
  return { policy: first("policy_digest"), schedule: first("schedule_digest") };
}

interface Place {
  readonly repo: string;
  readonly anchor: number;
  readonly ran: readonly RanSlot[];
}

/** The files that cycles are compared with; `undefined`: with none. */
export interface RestartFiles {
  readonly repos: Evidence["repos"];
  readonly activities: readonly string[];
  readonly digests: {
    readonly policy: string | undefined;
    readonly definitions: Readonly<Record<string, string | undefined>>;
  };
}

/**
 * Why a repo's cycle counts for no streak (page 06 R20): it began before the repo came into the phase, lacks an activity, or ran
 * under other files than those of now.
 */
export function restartRules({
  repos,
  activities,
  digests,
}: RestartFiles): (place: Place) => string | undefined {
  const members = new Map(repos.map((each) => [each.repo, each]));
  return ({ repo, anchor, ran }) => {
    const member = members.get(repo);
    if (member === undefined) return "the repo is not in this phase any more";
    if (member.since !== undefined && anchor < Date.parse(member.since))
      return "it began before the repo came into this phase";
    const missing = activities.find((id) => !ran.some(({ activity }) => activity === id));
    if (missing !== undefined) return `${missing} was not expected yet`;
    for (const { activity, policy, definition, schedule } of ran) {
      if (differs(policy, digests.policy)) return "the criteria changed since";
      if (differs(definition, digests.definitions[activity])) return `${activity} changed since`;
      if (differs(schedule, member.schedule_digest)) return "its owned schedule values changed since";
    }
    return undefined;
  };
}

function differs(ran: string | undefined, now: string | undefined): boolean {
  return ran !== undefined && now !== undefined && ran !== now;
}
