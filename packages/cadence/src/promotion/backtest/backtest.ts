import { parseInstant } from "../../instant.ts";
import type { DesiredRepo } from "../../desired.ts";
import type { PromotionChain } from "../records.ts";
import { cyclesBetween, outcomesOf, type RealEnd, type StayOutcome } from "./outcome.ts";
import { type Span, type Stay, staysOf } from "./stays.ts";
import { createWalk, type PolicyHistory, type Walk } from "./walk.ts";

/** What a backtest is made from. */
export interface BacktestInput {
  readonly loop: string;
  readonly chain: PromotionChain;
  /** The active repos of the loop, ascending by id. */
  readonly repos: readonly DesiredRepo[];
  readonly present: PolicyHistory;
  readonly tried: PolicyHistory;
  /** The evidence of both histories begins with `from` and is known until `to`. */
  readonly span: Span;
}

/** A stay with what each policy would have made of it, and what really came. */
export interface ReplayedStay {
  readonly stay: Stay;
  readonly present: StayOutcome;
  readonly tried: StayOutcome;
  /** `undefined`: the repo is there still. */
  readonly happened: RealEnd | undefined;
}

/** What a policy, or history, comes to. */
export interface BacktestTotals {
  readonly promotions: number;
  readonly demotions: number;
  /** Median of the cycles that repos waited for their promotion; `undefined`: none was promoted. */
  readonly medianWaited: number | undefined;
}

/** A repo of which less is known than the span asks for. */
export interface ShortHistory {
  readonly repo: string;
  /** When its first cycle in the ledger begins (epoch milliseconds); `undefined`: there is none. */
  readonly begins: number | undefined;
}

/** What a policy would have done, beside the present one and what happened. */
export interface BacktestResult {
  /** By repo id, then by time. */
  readonly stays: readonly ReplayedStay[];
  readonly totals: {
    readonly present: BacktestTotals;
    readonly tried: BacktestTotals;
    readonly happened: BacktestTotals;
  };
  readonly short: readonly ShortHistory[];
  /** The phases of both policies, those of the present one first, and which of them has each. */
  readonly phases: readonly { readonly name: string; readonly of: "both" | "present" | "tried" }[];
}

/**
 * Replays a span of the ledger under two policies (page 07 P24). Of each stay of a repo in a phase it says the first thing that each policy
 * would have done, had it always been the policy: promote, take back, or neither. Every stay is replayed by itself: repos are
 * where they really were, whatever a policy would have made of an earlier stay. People, definitions, schedule files, whether pilots
 * are in sync, and suspension are not replayed: they are taken to be as wanted. What was corrected later counts as it is at the end of the
 * span. Costs little more than judging the cycles once for each policy. Pure.
 */
export function backtest(input: BacktestInput): BacktestResult {
  const { chain, repos, present, tried, span } = input;
  const stays = staysOf(chain, repos, span);
  const now = replay(input, present, stays);
  const then = replay(input, tried, stays);
  const replayed = stays.map(
    (stay): ReplayedStay => ({
      stay,
      present: now.outcomes.get(stay) ?? { kind: "no_phase" },
      tried: then.outcomes.get(stay) ?? { kind: "no_phase" },
      happened: realEnd(stay, [now.walk, then.walk], span),
    }),
  );
  return {
    stays: replayed,
    totals: {
      present: totalsOf(replayed.map((each) => each.present)),
      tried: totalsOf(replayed.map((each) => each.tried)),
      happened: totalsOf(replayed.flatMap((each) => each.happened ?? [])),
    },
    short: shortHistories(stays, now.walk, span),
    phases: phasesOf(now.walk, then.walk),
  };
}

function phasesOf(present: Walk | undefined, tried: Walk | undefined): BacktestResult["phases"] {
  const [own, other] = [present, tried].map((walk) => (walk?.cadence.phases ?? []).map(({ name }) => name));
  return [
    ...(own ?? []).map(
      (name) => ({ name, of: other?.includes(name) === true ? "both" : "present" }) as const,
    ),
    ...(other ?? []).flatMap((name) =>
      own?.includes(name) === true ? [] : [{ name, of: "tried" } as const],
    ),
  ];
}

function replay({ loop, chain, span }: BacktestInput, history: PolicyHistory, stays: readonly Stay[]) {
  const walk = createWalk({ history, loop, chain, stays, span });
  const outcomes = walk === undefined ? new Map<Stay, StayOutcome>() : outcomesOf(walk, stays, span);
  return { walk, outcomes };
}

function realEnd(stay: Stay, walks: readonly (Walk | undefined)[], span: Span): RealEnd | undefined {
  const { ended, phase } = stay;
  if (ended === undefined || !(stay.to <= span.to)) return undefined;
  if (ended.direction !== "promote" && ended.direction !== "demote") return undefined;
  const walk = walks.find((each) => each?.runs.has(phase) === true);
  return {
    kind: ended.direction === "promote" ? "promoted" : "demoted",
    at: parseInstant(ended.proposed_at),
    to: ended.targets.find(({ repo }) => repo === stay.repo.id)?.to ?? ended.to ?? "",
    waited: walk === undefined ? 0 : cyclesBetween(walk, stay, stay.to, span),
    record: ended,
  };
}

function totalsOf(ends: readonly (StayOutcome | RealEnd)[]): BacktestTotals {
  const waited = ends.flatMap((each) => (each.kind === "promoted" ? [each.waited] : []));
  return {
    promotions: waited.length,
    demotions: ends.filter(({ kind }) => kind === "demoted").length,
    medianWaited: medianOf(waited),
  };
}

function medianOf(counts: readonly number[]): number | undefined {
  const sorted = counts.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return undefined;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

/** Repos whose first cycle in the ledger is later than the first that the span and their first phase in it ask for. */
function shortHistories(stays: readonly Stay[], walk: Walk | undefined, span: Span): readonly ShortHistory[] {
  const first = new Map<string, Stay>();
  for (const stay of stays) if (!first.has(stay.repo.id)) first.set(stay.repo.id, stay);
  return [...first.values()].flatMap((stay): ShortHistory[] => {
    const { repo, phase, from } = stay;
    const begin = Math.max(from, span.from);
    const wanted = (walk?.runs.get(phase)?.evidence.cycles ?? [])
      .map(({ anchor }) => Date.parse(anchor))
      .find((anchor) => anchor >= begin);
    const begins = firstCycle(walk, repo.id);
    const isWhole = wanted === undefined || (begins !== undefined && begins <= wanted);
    return isWhole ? [] : [{ repo: repo.id, begins }];
  });
}

function firstCycle(walk: Walk | undefined, repo: string): number | undefined {
  const first = Math.min(...[...(walk?.runs.values() ?? [])].map((run) => run.knownFrom(repo)));
  return Number.isFinite(first) ? first : undefined;
}
