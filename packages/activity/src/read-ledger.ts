import type { Activity } from "@coulomb-loop/cadence";
import { instantText } from "@coulomb-loop/cadence";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { LedgerClient } from "@coulomb-loop/state-hub-sync";
import { firingActivities, lookBack, missingSlots, type SlotPlanInput, type Written } from "./plan-slots.ts";
import type { LedgerView } from "./slot-facts.ts";

/** The slots that a ledger lacks (see `missingSlots`); of no ledger, all from now on. */
export async function lackingSlots(
  ledger: LedgerClient | undefined,
  input: SlotPlanInput,
): Promise<readonly HubApi.SlotExpected[]> {
  const activities = firingActivities(input);
  const written: Written[] = [];
  for (const [activity, members] of Map.groupBy(activities, ({ definition: { id } }) => id))
    written.push(...(await writtenOf(ledger, activity, members, input.asOf)));
  return missingSlots(input, activities, written);
}

/** How far the slots of one activity are written, in each of its repos. */
async function writtenOf(
  ledger: LedgerClient | undefined,
  activity: string,
  members: readonly Activity[],
  asOf: number,
): Promise<readonly Written[]> {
  const newest = new Map<string, number>();
  const look = async (filters: { readonly from: string; readonly to?: string }) => {
    for (const { repo, due } of (await ledger?.slots({ activity, ...filters })) ?? [])
      newest.set(repo, Math.max(newest.get(repo) ?? 0, Date.parse(due)));
  };
  const { near, far } = lookBack(members, asOf);
  await look({ from: instantText(near) });
  if (members.some(({ repo }) => !newest.has(repo.id)))
    await look({ from: instantText(far), to: instantText(near) });
  return members.map(({ repo }) => ({ activity, repo: repo.id, through: newest.get(repo.id) }));
}

/** Slots that are older are read one by one: a task nobody closes must not make every tick read the whole past. */
const longestView = 8 * 86_400_000;

/**
 * What is to be known of the slots due before `to` that are not settled: they, all slots of their cycles, what happened to
 * them, and the records that came in since. Epoch milliseconds.
 */
export async function readLedger(
  ledger: LedgerClient | undefined,
  asOf: number,
  to: number,
): Promise<LedgerView> {
  if (ledger === undefined) return { slots: [], events: [], records: [] };
  const until = { to: instantText(Math.ceil(to / 1_000) * 1_000) };
  const unsettled = [
    ...(await ledger.slots({ state: "open", ...until })),
    ...(await ledger.slots({ state: "dispatched", ...until })),
  ];
  if (unsettled.length === 0) return { slots: [], events: [], records: [] };
  const oldest = Math.min(...unsettled.map(beginOf));
  const since = Math.max(oldest, asOf - longestView);
  const from = instantText(since);
  const old = unsettled.filter((slot) => Date.parse(slot.due) < since);
  return {
    slots: [...old, ...(await ledger.slots({ from, ...until }))],
    events: [
      ...(await Promise.all(old.map(({ key }) => ledger.slotEvents({ key })))).flat(),
      ...(await ledger.slotEvents({ from, ...until })),
    ],
    records: [
      ...(await Promise.all(old.map(({ key }) => ledger.records({ slot: key, to: from })))).flat(),
      ...(await ledger.records({ from })),
    ],
  };
}

/** When the cycle of a slot begins; its due instant where its id does not say. */
function beginOf({ cycle, due }: HubApi.Slot): number {
  const anchor = Date.parse(cycle.slice(cycle.lastIndexOf("@") + 1));
  return Math.min(Number.isNaN(anchor) ? Number.POSITIVE_INFINITY : anchor, Date.parse(due));
}
