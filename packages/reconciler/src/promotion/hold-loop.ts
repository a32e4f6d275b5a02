import type { JudgedLoop, PromotedLoop, PromotionPorts } from "./judge-loop.ts";
import { finishHold, holdLeft } from "./left-orders.ts";
import { judgeHeld } from "./seal-loop.ts";
import { type HoldOrder, isSameOrder, settleHold } from "./settle-hold.ts";
import type { WriteContext } from "./settle-record.ts";

/**
 * Writes a hold or a release as a record, in a proposal that the tool merges (page 07 P16): it needs no approval and no window, and asks no
 * evidence. Repeating it changes nothing. Another one that was begun and is not merged yet comes first: both have one proposal.
 */
export async function holdLoop(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  order: HoldOrder,
): Promise<PromotedLoop> {
  const judged = await judgeHeld(context, ports, loop);
  if (!isBehindAnother(context, judged, order)) return settleHold(context, ports, loop, judged, order, true);
  const before = await finishHold(context, ports, loop, judged, true);
  if (before !== undefined && before.merged === undefined)
    return { ...before, failed: true, message: `another order comes first: ${before.message}` };
  return settleHold(context, ports, loop, await judgeHeld(context, ports, loop), order, true);
}

function isBehindAnother(context: WriteContext, judged: JudgedLoop, order: HoldOrder): boolean {
  const record = holdLeft(context, judged);
  return record !== undefined && !isSameOrder(record, order);
}
