import { aggregate, demotionGatesOf, type Rollback } from "@coulomb-loop/cadence";
import {
  type JudgedLoop,
  leadingReason,
  type PromotedLoop,
  type PromotionPorts,
  promotionKeys,
  wholeOf,
} from "./judge-loop.ts";
import { holds, mergedOf, newRecord, placeOfSettled, proposalOf, standing, wordsOf } from "./next-record.ts";
import { readProposals } from "./read-promotion.ts";
import { mergeRecord, withdrawSuccess } from "./merge-record.ts";
import { settleRecord, type WriteContext } from "./settle-record.ts";

/**
 * Takes repos back: first an open promotion with one of them is closed, then the demotion is proposed, and merged by the tool (P18). `asked`:
 * a person waits for it.
 */
export async function demoteLoop(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  { attempt, trigger, reason, hold, cooldownCycles }: Rollback,
  asked = false,
): Promise<PromotedLoop> {
  const { base, facts, promote, demote: found } = judged;
  const open = wholeOf(promote);
  const ids = new Set(attempt.targets.map(({ repo }) => repo.id));
  if (open?.record.targets.some(({ repo }) => ids.has(repo)) === true)
    await settleRecord(context, base, promotionKeys(loop).promote, promote, undefined);
  const gates = demotionGatesOf(
    { ...facts, candidates: attempt.targets, diff: { ok: true }, approval: undefined },
    attempt,
  );
  const fresh = newRecord(context, judged, loop, attempt, gates, undefined, {
    direction: "demote",
    trigger,
    reason,
    ...(hold ? { hold } : {}),
    ...(cooldownCycles > 0 ? { cooldown_cycles: cooldownCycles } : {}),
  });
  const record = standing(found, fresh);
  if (aggregate(gates) !== "success") {
    await withdrawSuccess(context, wholeOf(found));
    return {
      judged,
      record,
      failed: true,
      message: `the demotion waits: ${leadingReason({ gates, attempt })}`,
    };
  }
  const { demote: key } = promotionKeys(loop);
  const settled = await settleRecord(
    context,
    base,
    key,
    found,
    proposalOf(context, judged, record, undefined, gates),
    { reopen: asked, rebuild: false },
  );
  const again = wholeOf(await readProposals(context.place, key, base, ports.check));
  if (again === undefined || !holds(again, record))
    return { judged, record, failed: true, ...placeOfSettled(settled), message: wordsOf(settled, record) };
  return mergedOf(judged, again, await mergeRecord(context, again, again.record.id, asked));
}
