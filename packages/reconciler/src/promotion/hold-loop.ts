import { historyOf, nextLink, policyDigest, policyOfLoop } from "@coulomb-loop/cadence";
import type { Promotion } from "@coulomb-loop/schemas";
import {
  type JudgedLoop,
  judgeLoop,
  type PromotedLoop,
  type PromotionPorts,
  promotionKeys,
  wholeOf,
} from "./judge-loop.ts";
import { promotionText } from "./promotion-text.ts";
import { readProposals } from "./read-promotion.ts";
import { mergeRecord, unmergedWords } from "./merge-record.ts";
import { settleRecord, type WriteContext } from "./settle-record.ts";

/** What a person asks: `coulomb hold`. */
export interface HoldOrder {
  readonly direction: "hold" | "release";
  /** Ids of repos; `all`: every repo of the loop. */
  readonly repos: readonly string[] | "all";
  readonly reason: string;
  /** When a hold ends by itself; epoch milliseconds. */
  readonly until: number | undefined;
  /** Who asks. */
  readonly by: string;
}

/**
 * Writes a hold or a release as a record, in a proposal that the tool merges (page 07 P16): it needs no approval and no window, and asks no
 * evidence. Repeating it changes nothing.
 */
export async function holdLoop(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  order: HoldOrder,
): Promise<PromotedLoop> {
  const { place } = context;
  const judged = await judgeLoop(context, ports, loop);
  const { base, facts } = judged;
  const cadence = policyOfLoop(facts);
  if (cadence === undefined) return { judged, failed: true, message: `the loop ${loop} has no policy` };
  const idle = alreadySo(judged, order);
  if (idle !== undefined) return { judged, message: idle };
  const { id, prev } = nextLink(facts.chain);
  const { direction, repos, reason, until } = order;
  const record: Promotion = {
    schema_version: "promotion/v1",
    id,
    loop,
    direction,
    trigger: "person",
    reason,
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    ...(repos === "all" ? { all: true as const } : {}),
    proposed_at: new Date(context.time).toISOString(),
    proposed_by: order.by,
    policy_digest: policyDigest(cadence, facts.documents.coulomb?.value.people),
    prev_record_digest: prev,
    gates: [],
    targets: repos === "all" ? [] : repos.map((repo) => ({ repo })),
    responses: [],
    result: "proposed",
  };
  const key = promotionKeys(loop).hold;
  const found = await readProposals(place, key, base, ports.check);
  const text = promotionText({
    documents: facts.documents,
    record,
    gates: [],
    results: [],
    earliest: undefined,
    byCommand: true,
  });
  const settled = await settleRecord(context, base, key, found, {
    key,
    record,
    evidence: undefined,
    text,
    shows: record.id,
  });
  const open = wholeOf(await readProposals(place, key, base, ports.check));
  if (open?.record.id !== id || !open.diff.ok)
    return { judged, record, failed: true, message: `${id}: ${settled.message}` };
  const merged = await mergeRecord(context, open, open.record.id);
  const proposal = { number: open.summary.ref.number };
  return merged.kind === "merged"
    ? { judged, record, proposal, merged: merged.commit, message: `${id} is merged` }
    : { judged, record, proposal, failed: true, message: unmergedWords(id, merged) };
}

/** Why nothing is to be done, in words. */
function alreadySo({ facts, decision: { candidates } }: JudgedLoop, order: HoldOrder): string | undefined {
  const { direction, repos } = order;
  const ids = repos === "all" ? candidates.map(({ repo }) => repo.id) : repos;
  const holders = new Set(ids.map((id) => historyOf(facts.chain, id, facts.now).heldBy));
  if (direction === "release")
    return [...holders].every((holder) => holder === undefined) ? "nothing is held there" : undefined;
  const [holder] = holders;
  const standing = facts.chain.records.find(({ id }) => id === holder);
  return holders.size === 1 && standing !== undefined && saysSame(standing, order)
    ? `${standing.id} holds that already`
    : undefined;
}

/** Whether a record is what an order asks for: after a crash, or when it is repeated, nothing is written twice. */
function saysSame(record: Promotion, { direction, repos, reason, until }: HoldOrder): boolean {
  const ids = repos === "all" ? [] : repos;
  return (
    record.direction === direction &&
    record.reason === reason &&
    record.until === untilText(until) &&
    (record.all === true) === (repos === "all") &&
    record.targets.length === ids.length &&
    record.targets.every(({ repo }) => ids.includes(repo))
  );
}

function untilText(until: number | undefined): string | undefined {
  return until === undefined ? undefined : new Date(until).toISOString();
}
