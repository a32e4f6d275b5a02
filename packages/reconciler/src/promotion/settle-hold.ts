import { historyOf, nextLink, policyDigest, policyOfLoop } from "@coulomb-loop/cadence";
import type { Promotion } from "@coulomb-loop/schemas";
import {
  type JudgedLoop,
  type LoopGround,
  type PromotedLoop,
  type PromotionPorts,
  promotionKeys,
  wholeOf,
} from "./judge-loop.ts";
import { holds, mergedOf, standing } from "./next-record.ts";
import { promotionText } from "./promotion-text.ts";
import { readProposals } from "./read-promotion.ts";
import { mergeRecord } from "./merge-record.ts";
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

/** Brings a hold or a release to the base branch, from what was read already. `asked`: a person waits for it. */
export async function settleHold(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  order: HoldOrder,
  asked = false,
): Promise<PromotedLoop> {
  const { place } = context;
  const { base, facts, hold: found } = judged;
  const cadence = policyOfLoop(facts);
  if (cadence === undefined) return { judged, failed: true, message: `the loop ${loop} has no policy` };
  const idle = alreadySo(judged, order);
  if (idle !== undefined) return { judged, message: idle };
  const policy = policyDigest(cadence, facts.documents.coulomb?.value.people);
  const record = standing(found, holdRecord(facts, order, policy, context.time));
  const key = promotionKeys(loop).hold;
  const text = promotionText({
    documents: facts.documents,
    record,
    gates: [],
    results: [],
    earliest: undefined,
    byCommand: true,
  });
  const proposal = { key, record, evidence: undefined, text, shows: record.id };
  const settled = await settleRecord(context, base, key, found, proposal, { reopen: asked, rebuild: false });
  const open = wholeOf(await readProposals(place, key, base, ports.check));
  if (open === undefined || !holds(open, record))
    return { judged, record, failed: true, message: `${record.id}: ${settled.message}` };
  return mergedOf(judged, open, await mergeRecord(context, open, record.id, asked));
}

function holdRecord(
  { chain, loop }: Pick<LoopGround, "chain" | "loop">,
  { direction, repos, reason, until, by }: HoldOrder,
  policy: string,
  now: number,
): Promotion {
  const { id, prev } = nextLink(chain);
  return {
    schema_version: "promotion/v1",
    id,
    loop,
    direction,
    trigger: "person",
    reason,
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    ...(repos === "all" ? { all: true as const } : {}),
    proposed_at: new Date(now).toISOString(),
    proposed_by: by,
    policy_digest: policy,
    prev_record_digest: prev,
    gates: [],
    targets: repos === "all" ? [] : repos.map((repo) => ({ repo })),
    responses: [],
    result: "proposed",
  };
}

/** Why nothing is to be done, in words. */
export function alreadySo(
  { facts, decision: { candidates } }: JudgedLoop,
  order: HoldOrder,
): string | undefined {
  const { direction, repos } = order;
  const ids = repos === "all" ? candidates.map(({ repo }) => repo.id) : repos;
  const holders = new Set(ids.map((id) => historyOf(facts.chain, id, facts.now).heldBy));
  if (direction === "release")
    return [...holders].every((holder) => holder === undefined) ? "nothing is held there" : undefined;
  const [holder] = holders;
  const record = facts.chain.records.find(({ id }) => id === holder);
  return holders.size === 1 && record !== undefined && isSameOrder(record, order)
    ? `${record.id} holds that already`
    : undefined;
}

/** Whether a record is what an order asks for: after a crash, or when it is repeated, nothing is written twice. */
export function isSameOrder(record: Promotion, { direction, repos, reason, until }: HoldOrder): boolean {
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
