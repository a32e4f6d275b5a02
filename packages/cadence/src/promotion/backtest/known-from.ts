import { type CycleDigests, type Criteria, judgeSlot } from "../../evidence/judge-slot.ts";
import type { JudgedSlot } from "../../evidence/judge-cycles.ts";
import { clockSlack, type SlotFacts } from "../../evidence/slot-facts.ts";

/**
 * From when on a slot had the verdict that it has at the end (epoch milliseconds); infinity: it is pending still. What was corrected later
 * is taken as it is at the end, and was not known before it was decided. Pure.
 */
export function knownFrom({ facts, verdict }: JudgedSlot, criteria: Criteria, cycle: CycleDigests): number {
  const { decidedAt, reason, row } = verdict;
  if (decidedAt === undefined) return Number.POSITIVE_INFINITY;
  // What may still come at that very instant is in time.
  if (reason === "missed") return decidedAt + 1;
  if (row !== 7) return decidedAt;
  const then = judgeSlot(factsUntil(facts, decidedAt), criteria, { cycle, asOf: decidedAt });
  if (then.result !== "pending") return decidedAt;
  // It might have been tried again until its task was settled, or its time was over.
  const over = facts.due + criteria.closeDeadline + clockSlack + 1;
  const settled = facts.events.filter(({ type }) => type === "settled").map(({ at }) => Date.parse(at));
  return Math.max(decidedAt, Math.min(over, ...settled));
}

function factsUntil(facts: SlotFacts, until: number): SlotFacts {
  return {
    ...facts,
    events: facts.events.filter(({ at }) => Date.parse(at) <= until),
    records: facts.records.filter(({ received_at: at }) => Date.parse(at) <= until),
  };
}
