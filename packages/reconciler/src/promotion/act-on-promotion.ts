import { isDeepStrictEqual } from "node:util";
import {
  cutEvidence,
  type Gate,
  gatesOf,
  type PromotionDecision,
  type Rollback,
} from "@coulomb-loop/cadence";
import { formatBody, parseMarker } from "@coulomb-loop/proposals";
import type { Evidence } from "@coulomb-loop/schemas";
import {
  type JudgedLoop,
  judgeLoop,
  type LoopGround,
  leadingReason,
  type PromotedLoop,
  type PromotionOrders,
  type PromotionPorts,
  promotionKeys,
  wholeOf,
} from "./judge-loop.ts";
import { mergeRecord, postStatus, withdrawSuccess } from "./merge-record.ts";
import { mergedOf, newRecord, placeOf, placeOfSettled, proposalOf, wordsOf } from "./next-record.ts";
import { type FoundPromotion, readProposals } from "./read-promotion.ts";
import { settleRecord, type WriteContext } from "./settle-record.ts";

/**
 * Does what was decided for the promotion of a loop: opens, renews, asks, merges or closes it. `waiting`: a demotion of other repos that
 * could not be merged; while any other is due nothing is merged.
 */
export async function actOnPromotion(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  orders: PromotionOrders,
  waiting?: Rollback,
): Promise<PromotedLoop> {
  const { promote, decision } = judged;
  if (promote.open !== undefined && "broken" in promote.open && decision.action !== "open")
    return { judged, message: promote.open.broken, failed: true };
  const open = wholeOf(promote);
  switch (decision.action) {
    case "open":
    case "update":
      return openPromotion(context, ports, loop, judged, orders);
    case "merge":
      return merge(context, ports, loop, judged, waiting);
    case "close":
      return close(context, loop, judged);
    case "ask":
    case "none":
      return open === undefined
        ? { judged, message: leadingReason(decision) }
        : refresh(context, loop, judged, open, orders);
  }
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
  const proposal = proposalOf(context, judged, open.record, open.evidence, gates);
  // A branch that is not what the tool writes is left alone; its gate says so.
  if (open.outdated !== undefined) await rewriteText(context, open, proposal.text.body);
  if (open.outdated !== undefined || !open.diff.ok) return { ...known, proposal: placeOf(open) };
  const settled = await settleRecord(context, base, promotionKeys(loop).promote, promote, proposal, {
    reopen: false,
    rebuild: orders.rebuild ?? false,
  });
  return { ...known, ...placeOfSettled(settled) };
}

/** Writes what a proposal says anew, and nothing else: its branch cannot be made for the present base. */
async function rewriteText({ place, time }: WriteContext, { summary }: FoundPromotion, text: string) {
  const marker = parseMarker(summary.body);
  if (marker === undefined) return;
  const body = formatBody(text, marker, summary.body);
  if (body === summary.body) return;
  // Its status may just have been written: another state than the one that was read.
  const fresh = await place.forge.inspect(summary.ref);
  if (fresh.kind === "known" && fresh.value.summary.body === summary.body)
    await place.forge.updateProposal(fresh.value.summary.ref, { body, time });
}

function stateOf(result: PromotionDecision["result"]): "failure" | "pending" {
  return result === "failure" ? "failure" : "pending";
}

/** Whether no demotion is due but the one that waits, if any. */
export function isNoOther(due: Rollback | undefined, waiting: Rollback | undefined): boolean {
  if (due === undefined) return true;
  return waiting !== undefined && isDeepStrictEqual(idsOf(due), idsOf(waiting));
}

function idsOf({ attempt }: Rollback): readonly string[] {
  return attempt.targets.map(({ repo }) => repo.id);
}

/** Reads and decides once more; only what still holds, at the same head, is merged (page 07 P6). */
async function merge(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  before: JudgedLoop,
  waiting: Rollback | undefined,
): Promise<PromotedLoop> {
  const judged = await judgeLoop(context, ports, loop);
  const open = wholeOf(judged.promote);
  const isSame = open !== undefined && open.head === wholeOf(before.promote)?.head;
  if (judged.decision.action !== "merge" || !isNoOther(judged.rollback, waiting) || !isSame) {
    await withdrawSuccess(context, open);
    return { judged, message: `not merged, since it changed meanwhile: ${leadingReason(judged.decision)}` };
  }
  return mergedOf({ ...judged, rollback: undefined }, open, await mergeRecord(context, open, open.record.id));
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
