import type { Cadence } from "@coulomb-loop/schemas";
import { type Attempt, type Candidate, type LoopFacts, policyOfLoop } from "./attempt.ts";
import { phaseRank } from "./phase-rank.ts";

/** A demotion that is due, and why. */
export interface Rollback {
  readonly attempt: Attempt;
  readonly trigger: "rollback" | "person";
  /** In words: what each target did, or what the person said. */
  readonly reason: string;
  readonly hold: boolean;
  readonly cooldownCycles: number;
}

/** What a person asks: `coulomb demote`. */
export interface DemotionOrder {
  readonly repo: string;
  readonly to: string;
  readonly reason: string;
}

/**
 * The demotion that is due by itself: promoted repos of which one of the first `within_cycles` cycles decided in the new phase has a
 * verdict in `on` (page 07 P17). Those that go the same way go together; a demotion never causes another. `undefined`: none is.
 */
export function rollbackOf(facts: LoopFacts, candidates: readonly Candidate[]): Rollback | undefined {
  const cadence = policyOfLoop(facts);
  const policy = cadence?.auto_rollback;
  if (cadence === undefined || policy === undefined) return undefined;
  const due = candidates.flatMap((each) => {
    const failed = failedCycle(each, policy);
    const to = failed === undefined ? undefined : targetPhase(each, cadence, policy.to);
    return failed === undefined || to === undefined ? [] : [{ each, to, failed }];
  });
  const [first] = due;
  if (first === undefined) return undefined;
  const group = due.filter(({ each, to }) => each.repo.phase === first.each.repo.phase && to === first.to);
  return {
    attempt: downward(
      first.each.repo.phase,
      first.to,
      group.map(({ each }) => each),
    ),
    trigger: "rollback",
    reason: group.map(({ failed }) => failed).join("; "),
    hold: policy.hold ?? false,
    cooldownCycles: policy.cooldown_cycles ?? 0,
  };
}

/** The demotion that a person asks for: `undefined` where the repo is not in a later phase of the loop. */
export function demotionOf(
  facts: LoopFacts,
  candidates: readonly Candidate[],
  { repo, to, reason }: DemotionOrder,
): Rollback | undefined {
  const cadence = policyOfLoop(facts);
  const found = candidates.find((each) => each.repo.id === repo);
  if (cadence === undefined || found === undefined) return undefined;
  const rank = phaseRank(cadence);
  if (rank(to) < 0 || rank(to) >= rank(found.repo.phase)) return undefined;
  return {
    attempt: downward(found.repo.phase, to, [found]),
    trigger: "person",
    reason,
    hold: cadence.auto_rollback?.hold ?? false,
    cooldownCycles: cadence.auto_rollback?.cooldown_cycles ?? 0,
  };
}

function downward(from: string, to: string, targets: readonly Candidate[]): Attempt {
  return { from, to, wave: undefined, targets, leftOut: [] };
}

type Policy = NonNullable<Cadence["auto_rollback"]>;

/** The cycle of the new phase that takes a repo back, in words. */
function failedCycle(
  { repo, history: { latest }, soak }: Candidate,
  { on, within_cycles: within }: Policy,
): string | undefined {
  if (latest?.direction !== "promote" || latest.to !== repo.phase) return undefined;
  const found = soak.decided
    .slice(0, within)
    .find(
      ({ cycle: { result } }) => (result === "failure" || result === "inconclusive") && on.includes(result),
    );
  if (found === undefined) return undefined;
  const { facts, verdict } = found.cycle.worst;
  return `${facts.slot.key}: ${verdict.reason}`;
}

/** Where a repo goes back to: its last stable phase, else its former one; always below. */
function targetPhase(
  { repo, history: { latest, lastStable } }: Candidate,
  cadence: Cadence,
  to: Policy["to"],
): string | undefined {
  const rank = phaseRank(cadence);
  const isBelow = (phase: string | undefined): phase is string =>
    phase !== undefined && rank(phase) >= 0 && rank(phase) < rank(repo.phase);
  const wished = to === "last_stable" ? [lastStable, latest?.from] : [latest?.from];
  return wished.find(isBelow);
}
