import type { Cadence } from "@coulomb-loop/schemas";
import { phaseClock } from "../activities.ts";
import { forecast } from "../evidence/forecast.ts";
import { nextOccurrences } from "../occurrences.ts";
import { windowState } from "../windows.ts";
import { type Attempt, type LoopFacts, policyOfLoop } from "./attempt.ts";
import { forTargets } from "./evidence-gates.ts";
import type { Gate } from "./gate.ts";

/**
 * When an attempt can be merged at the earliest: when its exit criteria, soak and cooldowns can be met by the crons, and a window is
 * open then. Gates that wait for people or for repairs get no date. `undefined`: never, as the files are, or as people declined what it waits
 * for. Epoch milliseconds.
 */
export function earliestMerge(
  facts: LoopFacts,
  attempt: Attempt,
  gates: readonly Gate[],
): number | undefined {
  const cadence = policyOfLoop(facts);
  if (cadence === undefined || gates.some(({ measurements }) => measurements?.declined === true))
    return undefined;
  const instants = [facts.now, ...exitInstants(facts, attempt, gates)];
  const cycles = Math.max(missingCycles(gates, "soak"), cooldownOf(attempt));
  if (cycles > 0) instants.push(cycleEnd(facts, attempt.from, cycles) ?? Number.NaN);
  const before = missingCycles(gates, "wave");
  if (before > 0) instants.push(cycleEnd(facts, attempt.to, before) ?? Number.NaN);
  const at = Math.max(...instants);
  return Number.isNaN(at) ? undefined : windowFrom(cadence, at);
}

function exitInstants(facts: LoopFacts, attempt: Attempt, gates: readonly Gate[]): readonly number[] {
  const phase = facts.phases.get(attempt.from);
  if (phase === undefined) return [];
  const waiting = new Set(
    gates.flatMap(({ key, result, enforced }) => (enforced && result !== "success" ? [key] : [])),
  );
  const results = phase.results.map((each) => forTargets(each, attempt));
  return forecast(results, facts.documents, phase.evidence)
    .filter(({ key }) => waiting.has(key))
    .map(({ earliest }) => earliest ?? Number.NaN);
}

/** Cycles that the gate of a soak says are missing: in the phase that is left, or of earlier waves in the one they go to. */
function missingCycles(gates: readonly Gate[], name: "soak" | "wave"): number {
  const { required, least } = gates.find(({ key }) => key === name)?.measurements ?? {};
  return typeof required === "number" && typeof least === "number" ? Math.max(0, required - least) : 0;
}

/** Who cools down is no target: it only matters when nobody else is one, and then until the first is done. */
function cooldownOf({ leftOut, targets }: Attempt): number {
  const left = leftOut.map(({ cooldown }) => cooldown).filter((each) => each > 0);
  return targets.length > 0 || left.length === 0 ? 0 : Math.min(...left);
}

/** When the last slot of the n-th coming cycle of a phase is due at the latest: the start of the one after it. */
function cycleEnd({ documents, loop, now }: LoopFacts, phase: string, count: number): number | undefined {
  const clock = phaseClock(documents, loop, phase);
  if (clock === undefined) return undefined;
  return nextOccurrences(clock.cron, clock.zone, clock.dst, now + 1, count + 1)[count];
}

function windowFrom(cadence: Cadence, at: number): number | undefined {
  const state = windowState(cadence.promotion_windows ?? [], "promotion", cadence.timezone, at);
  return state.open ? at : state.opensAt;
}
