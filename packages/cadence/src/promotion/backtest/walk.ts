import type { Cadence, Evidence } from "@coulomb-loop/schemas";
import type { OpsDocuments } from "../../ops-documents.ts";
import { windowState } from "../../windows.ts";
import {
  type Attempt,
  type Candidate,
  cooldownOf,
  type LoopFacts,
  type PhaseEvidence,
  policyOfLoop,
  possibleAttempts,
} from "../attempt.ts";
import { exits, meetsExits, soak } from "../evidence-gates.ts";
import type { Gate } from "../gate.ts";
import { waves } from "../gates.ts";
import { phaseRank } from "../phase-rank.ts";
import { historyOf, type PromotionChain, type RepoHistory } from "../records.ts";
import { type Rollback, rollbackOf } from "../rollback.ts";
import { emptySoak } from "./counters.ts";
import { createPhaseRun, type Happening, type PhaseRun } from "./phase-run.ts";
import { chainInstants, chainUntil, type Span, type Stay } from "./stays.ts";

/** A policy with the history that it is replayed over. */
export interface PolicyHistory {
  /** The ops repo as it is, with this policy in the place of its own. */
  readonly documents: OpsDocuments;
  /** By phase of this policy: the evidence of the whole span, its analyses those of this policy. */
  readonly phases: ReadonlyMap<string, Evidence>;
}

/** What one policy is replayed over. */
export interface WalkInput {
  readonly history: PolicyHistory;
  readonly loop: string;
  readonly chain: PromotionChain;
  readonly stays: readonly Stay[];
  readonly span: Span;
}

/** An instant at which something can be decided, with all that is decided then. */
export interface Instant {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The attempts that would have been merged, one after the other. */
  readonly promoted: readonly Attempt[];
  /** The attempt that only a shut window keeps from it. */
  readonly waiting: Attempt | undefined;
  /** Stays that would have ended by a rollback. */
  readonly demoted: ReadonlyMap<Stay, Rollback>;
  /** Stays that really end right after it; then nothing is decided. */
  readonly ending: readonly Stay[];
}

/** The state of a walk. */
export interface Walk {
  readonly cadence: Cadence;
  /** By phase. */
  readonly runs: ReadonlyMap<string, PhaseRun>;
  /**
   * Every instant at which something can be decided, ascending; to be asked for once. The state is that of the instant that was given
   * last.
   */
  readonly instants: () => Generator<Instant>;
  /** All that is decided from at an instant, which lies before the next that is given. */
  readonly factsAt: (now: number) => StateFacts;
}

/** What gates are computed from. */
export interface StateFacts {
  readonly facts: LoopFacts;
  /** Every repo of the loop. */
  readonly candidates: readonly Candidate[];
  /** The earliest later instant at which a result changes by its age alone. */
  readonly lapse: number;
}

/** A repo where it really is at an instant. */
interface Present {
  readonly stay: Stay;
  readonly history: RepoHistory;
}

const never = Number.POSITIVE_INFINITY;

/**
 * Replays a history under one policy, from instant to instant at which something becomes known, a record says something, a result grows
 * too old or a window opens. Repos are where they really were; who would have been moved is left out for the rest of its stay.
 * `undefined` where the loop has no policy. Pure.
 */
export function createWalk(input: WalkInput): Walk | undefined {
  const { history, loop, chain, span } = input;
  const { documents } = history;
  const cadence = policyOfLoop({ documents, loop });
  if (cadence === undefined) return undefined;
  const runs = runsOf(history, cadence);
  let present: readonly Present[] = [];
  const arrive = (now: number) => {
    present = presentAt(input, now);
    for (const [phase, run] of runs) run.enter(membersOf(present, phase, cadence));
  };
  const factsAt = (now: number): StateFacts => {
    const found = [...runs].map(([phase, run]) => ({ phase, run, ...run.results(now) }));
    const phases = new Map<string, PhaseEvidence>(
      found.map(({ phase, run: { evidence }, results }) => [phase, { evidence, results }]),
    );
    return {
      facts: { documents, loop, phases, chain, now },
      candidates: present.map((each) => candidateOf(each, runs)),
      lapse: Math.min(...found.map(({ lapse }) => lapse), never),
    };
  };
  const decide = createDecider(cadence);
  function* instants(): Generator<Instant> {
    const queue = happeningsOf(input, runs, arrive);
    let wake = never;
    for (let next = 0; ; ) {
      const now = Math.min(queue[next]?.at ?? never, wake);
      if (now > span.to) return;
      const ending = present.flatMap(({ stay }) => (stay.to === now ? [stay] : []));
      if (ending.length > 0)
        yield { now: now - 1, promoted: [], waiting: undefined, demoted: new Map(), ending };
      for (; queue[next]?.at === now; next++) queue[next]?.apply();
      const { wake: later, ...instant } = decide(
        factsAt(now),
        present.map(({ stay }) => stay),
      );
      wake = later;
      yield { ...instant, ending: [] };
    }
  }
  return { cadence, runs, instants, factsAt };
}

function runsOf({ documents, phases }: PolicyHistory, cadence: Cadence): ReadonlyMap<string, PhaseRun> {
  const watched = cadence.auto_rollback?.within_cycles ?? 0;
  return new Map(
    cadence.phases.flatMap(({ name, exit = [] }): [string, PhaseRun][] => {
      const evidence = phases.get(name);
      return evidence === undefined ? [] : [[name, createPhaseRun(documents, evidence, exit, watched)]];
    }),
  );
}

function presentAt({ stays, chain }: WalkInput, now: number): readonly Present[] {
  const then = chainUntil(chain, now);
  return stays
    .filter(({ from, to }) => from <= now && now < to)
    .map((stay) => ({ stay, history: historyOf(then, stay.repo.id, now) }));
}

function membersOf(present: readonly Present[], phase: string, cadence: Cadence) {
  const rank = phaseRank(cadence);
  const here = present.filter(({ stay }) => stay.phase === phase);
  return {
    since: new Map(here.map(({ stay, history: { since } }) => [stay.repo.id, since])),
    past: present.filter(({ stay }) => rank(stay.phase) > rank(phase)).map(({ stay }) => stay.repo.id),
  };
}

function candidateOf({ stay, history }: Present, runs: Walk["runs"]): Candidate {
  const shown = runs.get(stay.phase)?.soakOf(stay.repo.id) ?? emptySoak;
  return { repo: stay.repo, history, soak: shown, cooldown: cooldownOf(history, shown.count) };
}

/** All that happens in a span, ascending; of one instant people come before cycles, and cycles begin before they are decided. */
function happeningsOf(
  { chain, span }: WalkInput,
  runs: Walk["runs"],
  arrive: (now: number) => void,
): readonly Happening[] {
  const told = [span.from, ...chainInstants(chain, span)].map((at) => ({ at, apply: () => arrive(at) }));
  const known = [...runs.values()].flatMap(({ happenings }) =>
    happenings.map(({ at, apply }) => ({ at: Math.max(at, span.from), apply })),
  );
  return [...told, ...known].sort((a, b) => a.at - b.at);
}

type Decided = Omit<Instant, "ending"> & {
  /** When something can be decided though nothing happens. */
  readonly wake: number;
};

/** Decides from instant to instant, and remembers who was moved. `stays` are those of the candidates, in their order. */
function createDecider(cadence: Cadence): (state: StateFacts, stays: readonly Stay[]) => Decided {
  const gone = new Set<Stay>();
  const opensAt = createWindow(cadence);
  return (state, stays) => {
    const { now } = state.facts;
    const left = () => state.candidates.filter((_, at) => stays[at] !== undefined && !gone.has(stays[at]));
    const leave = (ids: ReadonlySet<string>) => {
      for (const stay of stays) if (ids.has(stay.repo.id)) gone.add(stay);
    };
    const demoted = new Map(
      stays.flatMap((stay, at): [Stay, Rollback][] => {
        const candidate = state.candidates[at];
        const rollback =
          candidate === undefined || gone.has(stay) ? undefined : rollbackOf(state.facts, [candidate]);
        return rollback === undefined ? [] : [[stay, rollback]];
      }),
    );
    leave(new Set([...demoted.keys()].map(({ repo }) => repo.id)));
    const promoted: Attempt[] = [];
    for (;;) {
      const ready = readyAttempt(state, left(), cadence);
      const opens = ready === undefined ? never : opensAt(now);
      if (ready === undefined || opens > now)
        return { now, promoted, waiting: ready, demoted, wake: Math.min(state.lapse, opens) };
      promoted.push(ready);
      leave(new Set(ready.targets.map(({ repo }) => repo.id)));
    }
  };
}

/** When the promotion windows are open from an instant on: that instant, or a later one. What was found is kept: looking is slow. */
function createWindow({ promotion_windows: windows = [], timezone }: Cadence): (now: number) => number {
  let shutUntil = Number.NEGATIVE_INFINITY;
  return (now) => {
    if (now < shutUntil) return shutUntil;
    const state = windowState(windows, "promotion", timezone, now);
    shutUntil = state.open ? now : (state.opensAt ?? never);
    return shutUntil;
  };
}

/** The first attempt whose evidence, soak and waves allow it. */
function readyAttempt(state: StateFacts, left: readonly Candidate[], cadence: Cadence): Attempt | undefined {
  return possibleAttempts(state.facts, left).find(
    (attempt) =>
      attempt.targets.length > 0 &&
      meetsExits(state.facts, cadence, attempt) &&
      [soak(cadence, attempt), waves(state, cadence, attempt)].every(({ result }) => result === "success"),
  );
}

/** The gates of an attempt that a replay computes, but for the window. */
export function evidenceGates({ facts, candidates }: StateFacts, cadence: Cadence, attempt: Attempt): Gate[] {
  return [...exits(facts, cadence, attempt), soak(cadence, attempt), waves({ candidates }, cadence, attempt)];
}
