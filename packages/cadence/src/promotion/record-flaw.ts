import type { Cadence, Promotion } from "@coulomb-loop/schemas";
import { type Attempt, type LoopFacts, wavesOf } from "./attempt.ts";
import { phaseRank } from "./phase-rank.ts";
import { recordedGatesFlaw, recordedTimeFlaw } from "./recorded-gates.ts";
import { nextLink } from "./records.ts";

/**
 * What of an open proposal's record no run would have written on the present base; `undefined`: nothing. Its diff is compared with what
 * the record says, so the record itself is compared with the policy, the roster and the clock: who can push to the branch gains nothing by it
 * (page 07 P1, P2). `attempt` has the record's targets as the base branch has them, `asOf` is when its evidence was taken (epoch
 * milliseconds). Pure.
 */
export function recordFlaw(
  { chain, loop, documents, now }: Pick<LoopFacts, "chain" | "loop" | "documents" | "now">,
  cadence: Cadence,
  { targets }: Pick<Attempt, "targets">,
  record: Promotion,
  asOf: number,
): string | undefined {
  const { from = "", to = "" } = record;
  if (record.direction !== "promote" || record.loop !== loop)
    return "its record is no promotion of this loop";
  if (record.id !== nextLink(chain).id) return "its record is not the next one";
  const rank = phaseRank(cadence);
  if (rank(from) < 0 || rank(to) !== rank(from) + 1) return `${to} is not the phase after ${from}`;
  if (record.targets.some((target) => target.from !== from || target.to !== to))
    return "a target goes elsewhere than its record";
  if (record.proposed_by !== documents.coulomb?.value.installation || record.trigger !== "evidence")
    return "its record is not by this installation, on evidence";
  return (
    waveFlaw(cadence, targets, record.wave) ??
    recordedTimeFlaw(record, asOf, now) ??
    recordedGatesFlaw(cadence, record)
  );
}

function waveFlaw(
  cadence: Cadence,
  targets: Attempt["targets"],
  name: string | undefined,
): string | undefined {
  const all = wavesOf(cadence);
  const wave = all.find((each) => each.name === name);
  const numbers = new Set(all.map(({ number }) => number));
  const isOwn = (number: number) => (wave === undefined ? !numbers.has(number) : number === wave.number);
  if (wave?.name !== name || !targets.every(({ repo }) => isOwn(repo.wave)))
    return "a target is of another wave than its record";
  return targets.length > (wave?.most ?? targets.length)
    ? "it has more targets than its wave allows"
    : undefined;
}
