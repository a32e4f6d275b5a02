import { isDeepStrictEqual } from "node:util";
import { demotionOf, type DemotionOrder, type Rollback, shortName } from "@coulomb-loop/cadence";
import { actOnPromotion, isNoOther } from "./act-on-promotion.ts";
import { demoteLoop } from "./demote-loop.ts";
import {
  type JudgedLoop,
  judgeLoop,
  type PromotedLoop,
  type PromotionOrders,
  type PromotionPorts,
  promotionKeys,
  wholeOf,
} from "./judge-loop.ts";
import { demotionLeft, finishHold } from "./left-orders.ts";
import { withdrawSuccess } from "./merge-record.ts";
import { sealLoop, withSuspects } from "./seal-loop.ts";
import { settleRecord, type WriteContext } from "./settle-record.ts";

/**
 * Brings the promotion of one loop as far as it can come now: opens, renews, asks, merges, closes, or takes repos back (page 07). Before a
 * merge everything is read and decided anew. A run that changes nothing writes nothing.
 */
export async function promoteLoop(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  orders: PromotionOrders = {},
): Promise<PromotedLoop> {
  const judged = await judgeLoop(context, ports, loop, orders.demote);
  const sealed = await sealLoop(context, ports, loop, judged);
  if (sealed === undefined) return finishAndDecide(context, ports, loop, judged, orders);
  // A seal moves the base branch, and may hold a repo, as what is suspect does: the rest is decided anew from there.
  const rest = withSuspects(ports, sealed.suspects);
  const isAsBefore = sealed.records.length === 0 && sealed.suspects.length === 0;
  const again = isAsBefore ? judged : await judgeLoop(context, rest, loop, orders.demote);
  const done = await finishAndDecide(context, rest, loop, again, orders);
  return { ...done, sealed, ...(sealed.failed === true ? { failed: true as const } : {}) };
}

/** First what people ordered and a dead run left, then what is due by itself. */
async function finishAndDecide(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  orders: PromotionOrders,
): Promise<PromotedLoop> {
  if (orders.demote !== undefined) return demoteAsked(context, ports, loop, judged, orders.demote);
  const held = await finishHold(context, ports, loop, judged);
  if (held?.merged !== undefined) return held;
  const order = demotionLeft(context, judged);
  const done =
    order === undefined
      ? await decided(context, ports, loop, judged, orders)
      : await demoteLeft(context, ports, loop, judged, order);
  return held === undefined ? done : { ...done, failed: true, message: `${held.message}; ${done.message}` };
}

/** Demotes what a person asks; what was ordered before and is not merged yet comes first: both have one proposal. */
async function demoteAsked(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  demote: DemotionOrder,
): Promise<PromotedLoop> {
  const { facts, decision } = judged;
  const left = demotionLeft(context, judged);
  const rollback =
    left === undefined || isDeepStrictEqual(left, demote)
      ? undefined
      : demotionOf(facts, decision.candidates, left);
  if (rollback === undefined) return decided(context, ports, loop, judged, { demote });
  await withdrawWhatIsLeft(context, { ...judged, rollback });
  const before = await demoteLoop(context, ports, loop, judged, rollback);
  if (before.merged === undefined)
    return { ...before, failed: true, message: `another order comes first: ${before.message}` };
  return decided(context, ports, loop, await judgeLoop(context, ports, loop, demote), { demote });
}

/** Goes on with a demotion that somebody ordered; one that came true otherwise is closed. */
async function demoteLeft(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  order: DemotionOrder,
): Promise<PromotedLoop> {
  const { facts, decision, demote } = judged;
  const rollback = demotionOf(facts, decision.candidates, order);
  if (rollback !== undefined) return decided(context, ports, loop, { ...judged, rollback }, {});
  const { message, ...rest } = await decided(context, ports, loop, judged, {});
  await settleRecord(context, judged.base, promotionKeys(loop).demote, demote, undefined);
  return { ...rest, message };
}

async function decided(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  orders: PromotionOrders,
): Promise<PromotedLoop> {
  const { rollback } = judged;
  await withdrawWhatIsLeft(context, judged);
  if (rollback === undefined)
    return orders.demote === undefined
      ? actOnPromotion(context, ports, loop, judged, orders)
      : standsAlready(judged, orders.demote);
  const isAsked = orders.demote !== undefined;
  const demoted = await demoteLoop(context, ports, loop, judged, rollback, isAsked);
  // A demotion that is merged moves the base branch: the promotion is left to the next run.
  if (isAsked || demoted.merged !== undefined) return demoted;
  return promoteBeside(context, ports, loop, demoted, rollback, orders);
}

/**
 * Goes on with a promotion beside a demotion that waits, where none of its repos is taken back (page 07 P1). It is decided anew: the
 * demotion may have closed it, or have been merged although the answer says otherwise.
 */
async function promoteBeside(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  demoted: PromotedLoop,
  waiting: Rollback,
  orders: PromotionOrders,
): Promise<PromotedLoop> {
  const judged = await judgeLoop(context, ports, loop);
  const { decision, promote, rollback } = judged;
  const open = wholeOf(promote);
  const isIdle = decision.action === "none" && open === undefined;
  const targets = new Set([
    ...(open?.record.targets ?? []).map(({ repo }) => repo),
    ...(decision.attempt?.targets ?? []).map(({ repo }) => repo.id),
  ]);
  const isTaken = waiting.attempt.targets.some(({ repo }) => targets.has(repo.id));
  if (isIdle || isTaken || !isNoOther(rollback, waiting)) return demoted;
  const done = await actOnPromotion(
    context,
    ports,
    loop,
    { ...judged, rollback: undefined },
    orders,
    waiting,
  );
  const { record, message } = demoted;
  return {
    ...done,
    failed: true,
    message: `${message}; ${done.message}`,
    ...(record === undefined ? {} : { waiting: { record, message } }),
  };
}

/** What there is to say of an order by which nothing is to be demoted. */
function standsAlready(judged: JudgedLoop, { repo, to }: DemotionOrder): PromotedLoop {
  const found = judged.decision.candidates.find((each) => each.repo.id === repo);
  if (found?.repo.phase !== to)
    return { judged, message: "the repo is in no later phase of the loop", failed: true };
  const { latest } = found.history;
  const by = latest?.direction === "demote" ? `, since ${latest.id}` : "";
  return { judged, message: `${shortName(repo)} is in ${to} already${by}` };
}

/** A success that a dead run left is taken back from what this one does not merge; what stays open gets its status anew. */
async function withdrawWhatIsLeft(
  context: WriteContext,
  { promote, demote, decision: { action }, rollback }: JudgedLoop,
): Promise<void> {
  const isReplaced = action === "open" || action === "update" || action === "close";
  if (rollback !== undefined || isReplaced) await withdrawSuccess(context, wholeOf(promote));
  if (rollback === undefined) await withdrawSuccess(context, wholeOf(demote));
}
