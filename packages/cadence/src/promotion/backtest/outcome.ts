import type { Promotion } from "@coulomb-loop/schemas";
import type { Gate } from "../gate.ts";
import { gate } from "../gate.ts";
import { windows } from "../gates.ts";
import { type Attempt, type Candidate, possibleAttempts, wavesOf } from "../attempt.ts";
import { phaseRank } from "../phase-rank.ts";
import type { Rollback } from "../rollback.ts";
import type { Span, Stay } from "./stays.ts";
import { evidenceGates, type StateFacts, type Walk } from "./walk.ts";

/** What broke a streak last, before a stay ended. */
export interface LastBreak {
  /** Key of the exit criterion. */
  readonly analysis: string;
  readonly cycle: string;
  readonly message: string;
  /** The slot that did it, where one did. */
  readonly slot: string | undefined;
}

/** How the cycles went that came next. */
export interface CyclesAfter {
  readonly looked: number;
  readonly failures: number;
  readonly inconclusive: number;
}

/** What one policy would have made of a stay: the first thing that it would have done. Instants are epoch milliseconds. */
export type StayOutcome =
  | {
      readonly kind: "promoted";
      readonly at: number;
      readonly to: string;
      /** Cycles that had begun in the stay. */
      readonly waited: number;
      readonly brokenBy: LastBreak | undefined;
      /** The next `within_cycles`, as they were recorded; `undefined`: the policy watches none. */
      readonly after: CyclesAfter | undefined;
    }
  | {
      readonly kind: "demoted";
      readonly at: number;
      readonly to: string;
      readonly waited: number;
      /** The slot and its verdict, in words. */
      readonly reason: string;
    }
  | {
      readonly kind: "stayed";
      /** Until then: when the stay really ended, or the end of the span. */
      readonly at: number;
      readonly waited: number;
      readonly brokenBy: LastBreak | undefined;
      /** The gates that were not met then; of the last phase none. */
      readonly waits: readonly Gate[];
      /** When only a shut window kept it from being promoted first; `undefined`: never. */
      readonly readyAt: number | undefined;
    }
  /** The policy has no such phase. */
  | { readonly kind: "no_phase" };

/** What one policy would have made of each stay. Pure. */
export function outcomesOf(walk: Walk, stays: readonly Stay[], span: Span): ReadonlyMap<Stay, StayOutcome> {
  const found = new Map<Stay, StayOutcome>();
  const tell = (stay: Stay, outcome: StayOutcome) => {
    if (!found.has(stay)) found.set(stay, outcome);
  };
  const ready = new Map<Stay, number>();
  const staysOfTargets = ({ targets }: Attempt, now: number) =>
    stays.filter(
      ({ repo, from, to }) => from <= now && now < to && targets.some((target) => target.repo.id === repo.id),
    );
  for (const { now, promoted, waiting, demoted, ending } of walk.instants()) {
    for (const [stay, rollback] of demoted) tell(stay, demotion(walk, stay, rollback, now, span));
    for (const attempt of promoted)
      for (const stay of staysOfTargets(attempt, now)) tell(stay, promotion(walk, stay, attempt, now, span));
    for (const stay of waiting === undefined ? [] : staysOfTargets(waiting, now))
      if (!ready.has(stay)) ready.set(stay, now);
    for (const stay of ending)
      if (!found.has(stay)) tell(stay, stayed(walk, stay, { at: now, readyAt: ready.get(stay) }, span));
  }
  for (const stay of stays)
    if (!found.has(stay)) tell(stay, stayed(walk, stay, { at: span.to, readyAt: ready.get(stay) }, span));
  return found;
}

function promotion(walk: Walk, stay: Stay, { to }: Attempt, now: number, span: Span): StayOutcome {
  return {
    kind: "promoted",
    at: now,
    to,
    waited: cyclesBetween(walk, stay, now, span),
    brokenBy: lastBreak(walk, walk.factsAt(now), stay),
    after: cyclesAfter(walk, stay, now),
  };
}

function demotion(
  walk: Walk,
  stay: Stay,
  { attempt, reason }: Rollback,
  now: number,
  span: Span,
): StayOutcome {
  return { kind: "demoted", at: now, to: attempt.to, waited: cyclesBetween(walk, stay, now, span), reason };
}

function stayed(
  walk: Walk,
  stay: Stay,
  { at, readyAt }: { readonly at: number; readonly readyAt: number | undefined },
  span: Span,
): StayOutcome {
  if (!walk.runs.has(stay.phase)) return { kind: "no_phase" };
  const state = walk.factsAt(at);
  return {
    kind: "stayed",
    at,
    waited: cyclesBetween(walk, stay, at, span),
    brokenBy: lastBreak(walk, state, stay),
    waits: waitsFor(walk, state, stay),
    readyAt,
  };
}

/** Cycles of a phase that began in a stay before an instant, as far as the span and the ledger of its repo go back. */
export function cyclesBetween(
  { runs }: Pick<Walk, "runs">,
  { phase, repo, from }: Stay,
  at: number,
  span: Span,
): number {
  const run = runs.get(phase);
  const begin = Math.max(from, span.from, run?.knownFrom(repo.id) ?? 0);
  const cycles = run?.evidence.cycles ?? [];
  return cycles.filter(({ anchor }) => Date.parse(anchor) >= begin && Date.parse(anchor) < at).length;
}

function cyclesAfter(
  { runs, cadence }: Walk,
  { phase, repo, to }: Stay,
  at: number,
): CyclesAfter | undefined {
  const within = cadence.auto_rollback?.within_cycles;
  if (within === undefined) return undefined;
  const results = (runs.get(phase)?.ended(repo.id, at, to) ?? [])
    .map(({ result }) => result)
    .filter((result) => result !== "pending")
    .slice(0, within);
  return {
    looked: results.length,
    failures: results.filter((result) => result === "failure").length,
    inconclusive: results.filter((result) => result === "inconclusive").length,
  };
}

/** The gates that keep a repo from being promoted by itself. */
function waitsFor({ cadence }: Walk, state: StateFacts, { repo, phase }: Stay): readonly Gate[] {
  const { facts, candidates } = state;
  const to = cadence.phases[phaseRank(cadence)(phase) + 1]?.name;
  const own = candidates.find((each) => each.repo.id === repo.id && each.repo.phase === phase);
  if (to === undefined || own === undefined) return [];
  const attempt = possibleAttempts(facts, candidates).find(({ from }) => from === phase);
  const covered = attempt?.leftOut.find((each) => each.repo === repo.id);
  if (covered !== undefined) return [gate("not-held", "pending", `it is ${covered.because}`)];
  const gates = [
    ...evidenceGates(state, cadence, alone(own, phase, to, cadence)),
    windows(cadence, facts.now),
  ];
  const unmet = gates.filter(({ enforced, result }) => enforced && result !== "success");
  if (unmet.length > 0) return unmet;
  const others = attempt?.wave === undefined ? "others go first" : `others of ${attempt.wave} go first`;
  return [gate("wave", "pending", others)];
}

function alone(own: Candidate, from: string, to: string, cadence: Parameters<typeof wavesOf>[0]): Attempt {
  const wave = wavesOf(cadence).find(({ number }) => number === own.repo.wave)?.name;
  return { from, to, wave, targets: [own], leftOut: [] };
}

/** The cycle that broke the streak of an exit criterion last; what lies before the stay broke none of its own. */
function lastBreak(
  { cadence }: Walk,
  { facts }: StateFacts,
  { repo, phase, from }: Stay,
): LastBreak | undefined {
  const exit = cadence.phases.find(({ name }) => name === phase)?.exit ?? [];
  for (const { analysis, streak, repos, cycles } of facts.phases.get(phase)?.results ?? []) {
    if (!exit.includes(analysis.key) || analysis.enforcement === "dry_run") continue;
    const broken = (repos.get(repo.id)?.streak ?? streak).brokenBy;
    const cycle = cycles.find(({ id }) => id === broken?.cycle);
    if (broken === undefined || cycle === undefined || cycle.anchor < from || cycle.repos.size === 0)
      continue;
    const members = [...cycle.repos.values()].filter((each) => repos.size === 0 || each.repo === repo.id);
    const slot =
      broken.kind === "result" ? members.find(({ result }) => result === broken.message)?.worst : undefined;
    return {
      analysis: analysis.key,
      cycle: cycle.id,
      message: slot === undefined ? broken.message : slot.verdict.reason,
      slot: slot?.facts.slot.key,
    };
  }
  return undefined;
}

/** What really became of a stay, as its record says. */
export interface RealEnd {
  readonly kind: "promoted" | "demoted";
  readonly at: number;
  readonly to: string;
  readonly waited: number;
  readonly record: Promotion;
}
