import { isDeepStrictEqual } from "node:util";
import {
  cutEvidence,
  demotionOf,
  type DemotionOrder,
  type Gate,
  gatesOf,
  type PromotionDecision,
  shortName,
} from "@coulomb-loop/cadence";
import type { Evidence } from "@coulomb-loop/schemas";
import { demoteLoop } from "./demote-loop.ts";
import {
  type JudgedLoop,
  judgeLoop,
  type LoopGround,
  leadingReason,
  type PromotedLoop,
  type PromotionPorts,
  promotionKeys,
  wholeOf,
} from "./judge-loop.ts";
import { mergedOf, newRecord, placeOf, placeOfSettled, proposalOf, wordsOf } from "./next-record.ts";
import { type FoundPromotion, readProposals } from "./read-promotion.ts";
import { sealLoop, withSuspects } from "./seal-loop.ts";
import { demotionLeft, finishHold } from "./left-orders.ts";
import { mergeRecord, postStatus, withdrawSuccess } from "./merge-record.ts";
import { settleRecord, type WriteContext } from "./settle-record.ts";

/** What people ask of a run. */
export interface PromotionOrders {
  readonly demote?: DemotionOrder;
  /** Offer again what was declined. */
  readonly reopen?: boolean;
  /** Make an edited proposal anew. */
  readonly rebuild?: boolean;
}

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
  const before = await decided(context, ports, loop, { ...judged, rollback }, {});
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
  await withdrawWhatIsLeft(context, judged);
  if (judged.rollback !== undefined)
    return demoteLoop(context, ports, loop, judged, judged.rollback, orders.demote !== undefined);
  if (orders.demote !== undefined) return standsAlready(judged, orders.demote);
  const { promote, decision } = judged;
  if (promote.open !== undefined && "broken" in promote.open && decision.action !== "open")
    return { judged, message: promote.open.broken, failed: true };
  const open = wholeOf(promote);
  switch (decision.action) {
    case "open":
    case "update":
      return openPromotion(context, ports, loop, judged, orders);
    case "merge":
      return merge(context, ports, loop, judged);
    case "close":
      return close(context, loop, judged);
    case "ask":
    case "none":
      return open === undefined
        ? { judged, message: leadingReason(decision) }
        : refresh(context, loop, judged, open, orders);
  }
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

async function openPromotion(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  orders: PromotionOrders,
): Promise<PromotedLoop> {
  const { base, facts, decision, promote } = judged;
  const { attempt, candidates } = decision;
  if (attempt === undefined) return { judged, message: leadingReason(decision) };
  // As they are once it is open: it holds what the tool writes, and nobody has answered.
  const gates = gatesOf({ ...facts, candidates, diff: { ok: true }, approval: undefined }, attempt);
  const evidence = pinnedEvidence(facts, attempt.from, gates);
  const record = newRecord(context, judged, loop, attempt, gates, evidence, {
    direction: "promote",
    trigger: "evidence",
  });
  const proposal = proposalOf(context, judged, record, evidence, gates);
  const { promote: key } = promotionKeys(loop);
  // What is made anew is made from the facts of now, whoever changed the branch before.
  const settled = await settleRecord(context, base, key, promote, proposal, {
    reopen: orders.reopen ?? false,
    rebuild: orders.rebuild ?? false,
  });
  const again = wholeOf(await readProposals(context.place, key, base, ports.check));
  if (again?.record.id === record.id)
    await postStatus(context, again, "pending", `waits for people: ${record.id}`);
  return { judged, record, ...placeOfSettled(settled), message: wordsOf(settled, record) };
}

/** The evidence that is pinned with a promotion: the cycles that met each exit criterion (page 07 P8). */
function pinnedEvidence(facts: LoopGround, from: string, gates: readonly Gate[]): Evidence | undefined {
  const phase = facts.phases.get(from);
  if (phase === undefined) return undefined;
  const keys = new Set(gates.map(({ key }) => key));
  const exits = phase.results.filter(({ analysis }) => keys.has(analysis.key));
  const cycles = exits.flatMap(({ analysis, streak, repos }) => {
    const streaks = repos.size === 0 ? [streak] : [...repos.values()].map((each) => each.streak);
    return streaks.flatMap((each) => each.cycles.slice(-analysis.consecutive_success_limit));
  });
  return cutEvidence(phase.evidence, new Set(cycles), new Set(exits.map(({ analysis }) => analysis.key)));
}

/** Keeps what an open proposal says current, and its status; its head stays. */
async function refresh(
  context: WriteContext,
  loop: string,
  judged: JudgedLoop,
  open: FoundPromotion,
  orders: PromotionOrders,
): Promise<PromotedLoop> {
  const { base, decision, promote } = judged;
  const { gates, result } = decision;
  // First: what is settled afterwards reads the proposal anew.
  await postStatus(context, open, stateOf(result), leadingReason(decision));
  const known = { judged, record: open.record, message: leadingReason(decision) };
  // A branch that is not what the tool writes is left alone; its gate says so.
  if (open.outdated !== undefined || !open.diff.ok) return { ...known, proposal: placeOf(open) };
  const proposal = proposalOf(context, judged, open.record, open.evidence, gates);
  const settled = await settleRecord(context, base, promotionKeys(loop).promote, promote, proposal, {
    reopen: false,
    rebuild: orders.rebuild ?? false,
  });
  return { ...known, ...placeOfSettled(settled) };
}

function stateOf(result: PromotionDecision["result"]): "failure" | "pending" {
  return result === "failure" ? "failure" : "pending";
}

/** Reads and decides once more; only what still holds, at the same head, is merged (page 07 P6). */
async function merge(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  before: JudgedLoop,
): Promise<PromotedLoop> {
  const judged = await judgeLoop(context, ports, loop);
  const open = wholeOf(judged.promote);
  const isSame = open !== undefined && open.head === wholeOf(before.promote)?.head;
  if (judged.decision.action !== "merge" || judged.rollback !== undefined || !isSame) {
    await withdrawSuccess(context, open);
    return { judged, message: `not merged, since it changed meanwhile: ${leadingReason(judged.decision)}` };
  }
  return mergedOf(judged, open, await mergeRecord(context, open, open.record.id));
}

async function close(context: WriteContext, loop: string, judged: JudgedLoop): Promise<PromotedLoop> {
  const settled = await settleRecord(
    context,
    judged.base,
    promotionKeys(loop).promote,
    judged.promote,
    undefined,
  );
  return {
    judged,
    ...placeOfSettled(settled),
    message: `closed: ${judged.decision.because ?? "no target is left"}`,
  };
}
