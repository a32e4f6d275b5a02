import { aggregate, demotionGatesOf, type Rollback } from "@coulomb-loop/cadence";
import type { Promotion } from "@coulomb-loop/schemas";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import {
  type JudgedLoop,
  leadingReason,
  type PromotedLoop,
  type PromotionPorts,
  promotionKeys,
  wholeOf,
} from "./judge-loop.ts";
import { mergedOf, newRecord, placeOfSettled, proposalOf, wordsOf } from "./next-record.ts";
import { readProposals } from "./read-promotion.ts";
import { mergeRecord, withdrawSuccess } from "./merge-record.ts";
import { settleRecord, type WriteContext } from "./settle-record.ts";

/** Takes repos back: first an open promotion with one of them is closed, then the demotion is proposed, and merged by the tool (P18). */
export async function demoteLoop(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
  { attempt, trigger, reason, hold, cooldownCycles }: Rollback,
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
  const record = standing(wholeOf(found)?.record, fresh);
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
  );
  const again = wholeOf(await readProposals(context.place, key, base, ports.check));
  if (again?.record.id !== record.id || !again.diff.ok)
    return { judged, record, failed: true, ...placeOfSettled(settled), message: wordsOf(settled, record) };
  return mergedOf(judged, again, await mergeRecord(context, again, again.record.id));
}

/** A record that is proposed already and says the same: after a crash it is gone on with, and nothing is written twice. */
function standing(open: Promotion | undefined, fresh: Promotion): Promotion {
  if (open === undefined) return fresh;
  return said(open) === said(fresh) ? open : fresh;
}

function said({ proposed_at: _at, gates: _gates, ...rest }: Promotion): string {
  return canonicalJson(rest);
}
