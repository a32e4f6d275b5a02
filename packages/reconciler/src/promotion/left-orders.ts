import {
  aggregate,
  type DemotionOrder,
  demotionGatesOf,
  demotionOf,
  recordDigest,
} from "@coulomb-loop/cadence";
import type { Promotion } from "@coulomb-loop/schemas";
import {
  type JudgedLoop,
  type LoopGround,
  type PromotedLoop,
  type PromotionPorts,
  promotionKeys,
  wholeOf,
} from "./judge-loop.ts";
import { withdrawSuccess } from "./merge-record.ts";
import { recordOf } from "./next-record.ts";
import type { FoundProposals } from "./read-promotion.ts";
import { alreadySo, type HoldOrder, settleHold } from "./settle-hold.ts";
import { settleRecord, type WriteContext } from "./settle-record.ts";

/**
 * Goes on with a hold or a release whose command died before it was merged: the record in the branch says all of it. One that came true
 * otherwise, or is over, is taken away. `undefined`: none is left, or nothing was to be done.
 */
export async function finishHold(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  asked = false,
): Promise<PromotedLoop | undefined> {
  const record = holdLeft(context, judged);
  const order = record === undefined ? undefined : holdOrderOf(record);
  const isOver = order?.until !== undefined && order.until <= judged.facts.now;
  if (order !== undefined && !isOver && alreadySo(judged, order) === undefined)
    return settleHold(context, ports, loop, judged, order, asked);
  await withdrawSuccess(context, wholeOf(judged.hold));
  if (order === undefined) return undefined;
  await settleRecord(context, judged.base, promotionKeys(loop).hold, judged.hold, undefined);
  return undefined;
}

/**
 * What a person ordered whose command died before the demotion was merged. While its gates are not met a demotion that is due by itself
 * goes first. `undefined`: none is left.
 */
export function demotionLeft(context: WriteContext, judged: JudgedLoop): DemotionOrder | undefined {
  const { facts, decision, rollback } = judged;
  const record = orderLeft(context, judged, judged.demote);
  const repo = record?.targets[0]?.repo;
  if (record === undefined || repo === undefined) return undefined;
  const order = { repo, to: record.to ?? "", reason: record.reason ?? "" };
  if (rollback === undefined) return order;
  const attempt = demotionOf(facts, decision.candidates, order)?.attempt;
  if (attempt === undefined) return undefined;
  const own = { candidates: attempt.targets, diff: { ok: true }, approval: undefined } as const;
  return aggregate(demotionGatesOf({ ...facts, ...own }, attempt)) === "success" ? order : undefined;
}

/** A hold or a release that was ordered and is not on the base branch yet. */
export function holdLeft(context: WriteContext, judged: JudgedLoop): Promotion | undefined {
  return orderLeft(context, judged, judged.hold);
}

/** The record of an order that is not on the base branch yet. */
function orderLeft(
  context: WriteContext,
  { facts }: JudgedLoop,
  found: FoundProposals,
): Promotion | undefined {
  const record = recordOf(found);
  if (record?.trigger !== "person" || record.loop !== facts.loop) return undefined;
  const digest = recordDigest(record);
  const isMerged = facts.chain.records.some((each) => recordDigest(each) === digest);
  return isMerged || !isTrusted(context, facts, found, record) ? undefined : record;
}

/**
 * A hold or a demotion is finished whoever began it. A release lets repos go on: where the forge proves who opened its proposal, that has to
 * be the installation or a person of coulomb.yaml, since the tool may merge what its opener may not.
 */
function isTrusted(
  { place }: WriteContext,
  { documents }: LoopGround,
  found: FoundProposals,
  { direction }: Promotion,
): boolean {
  if (direction !== "release" || place.forge.capabilities.identity !== "forge") return true;
  const by = wholeOf(found)?.summary.openedBy;
  const people = documents.coulomb?.value.people ?? [];
  return (
    by !== undefined && (place.own.has(by) || people.some(({ logins }) => logins?.[place.forgeName] === by))
  );
}

function holdOrderOf({ direction, all, targets, reason = "", until, proposed_by: by }: Promotion): HoldOrder {
  return {
    direction: direction === "release" ? "release" : "hold",
    repos: all === true ? "all" : targets.map(({ repo }) => repo),
    reason,
    until: until === undefined ? undefined : Date.parse(until),
    by,
  };
}
