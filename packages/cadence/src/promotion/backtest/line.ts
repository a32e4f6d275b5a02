import type { Analysis } from "@coulomb-loop/schemas";
import {
  type CycleFacts,
  type JudgedSlot,
  judgeCycles,
  type RepoCycle,
  repoCycle,
} from "../../evidence/judge-cycles.ts";
import { criteriaOf } from "../../evidence/judge-slot.ts";
import { knownFrom } from "./known-from.ts";

/** A cycle as it is known at the instant that the walk has come to. */
export interface LiveCycle {
  readonly id: string;
  readonly anchor: number;
  readonly seq: number | undefined;
  /** By repo, ascending by their slots; without what leaves them out. */
  readonly repos: Map<string, RepoCycle>;
}

/** A repo's cycle becomes something else. */
export interface LineChange {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Which cycle, from 0. */
  readonly index: number;
  readonly cycle: RepoCycle;
}

/** The cycles of a phase, each judged once by one analysis. */
export interface Line {
  readonly analysis: Analysis;
  /** As they are now: at the beginning all are pending. */
  readonly live: readonly LiveCycle[];
  /** As they are at the end. */
  readonly final: readonly { readonly anchor: number; readonly repos: ReadonlyMap<string, RepoCycle> }[];
  /** What is to come, in no order. */
  readonly changes: readonly LineChange[];
}

/** Judges the cycles of a phase by an analysis, with all that is known at `asOf` (epoch milliseconds). */
export function createLine(facts: readonly CycleFacts[], analysis: Analysis, asOf: number): Line {
  const final = judgeCycles(facts, analysis, asOf);
  const criteria = criteriaOf(analysis);
  const live = final.map(({ id, anchor, seq, repos }) => ({
    id,
    anchor,
    seq,
    repos: new Map(
      [...repos.values()].map(({ repo, slots }) => [repo, repoCycle(repo, slots.map(stillOpen), undefined)]),
    ),
  }));
  const changes = final.flatMap(({ anchor, repos }, index) =>
    [...repos.values()].flatMap((cycle): LineChange[] => {
      const digests = facts[index]?.repos.get(cycle.repo)?.digests ?? noDigests;
      const known = cycle.slots.map((slot) => Math.max(anchor, knownFrom(slot, criteria, digests)));
      return stepsOf(cycle, known).map((step) => ({ ...step, index }));
    }),
  );
  return { analysis, live, final, changes };
}

const noDigests = { policy: undefined, schedule: undefined };

function stillOpen({ facts }: JudgedSlot): JudgedSlot {
  return { facts, verdict: { result: "pending", reason: "open", row: 6, message: "it is open" } };
}

/** What a repo's cycle is after each slot of it became known, where that is not what it was before. */
function stepsOf({ repo, slots }: RepoCycle, known: readonly number[]): readonly Omit<LineChange, "index">[] {
  const instants = [...new Set(known)].filter(Number.isFinite).sort((a, b) => a - b);
  let before = "pending";
  return instants.flatMap((at) => {
    const seen = slots.map((slot, which) =>
      (known[which] ?? Number.POSITIVE_INFINITY) <= at ? slot : stillOpen(slot),
    );
    const cycle = repoCycle(repo, seen, undefined);
    if (cycle.result === before) return [];
    before = cycle.result;
    return [{ at, cycle }];
  });
}
