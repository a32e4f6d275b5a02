import type { Activity } from "@coulomb-loop/cadence";
import { instantText } from "@coulomb-loop/cadence";
import type { Finding } from "@coulomb-loop/schemas";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { LedgerClient } from "@coulomb-loop/state-hub-sync";
import { gapFindings } from "./gap-findings.ts";
import { firingActivities, lookBack, missingSlots, type SlotPlanInput, type Written } from "./plan-slots.ts";
import type { LedgerView } from "./slot-facts.ts";

/** What a ledger lacks. */
export interface Lacking {
  readonly slots: readonly HubApi.SlotExpected[];
  /** Slots that are not filled up, since nobody ticked for too long (`slots_not_filled`); one for each activity. */
  readonly findings: readonly Finding[];
}

/** The slots that a ledger lacks (see `missingSlots`); of no ledger, all from now on. */
export async function lackingSlots(ledger: LedgerClient | undefined, input: SlotPlanInput): Promise<Lacking> {
  const activities = firingActivities(input);
  const written: Written[] = [];
  for (const [activity, members] of Map.groupBy(activities, ({ definition: { id } }) => id))
    written.push(...(await writtenOf(ledger, activity, members, input.asOf)));
  const missing = missingSlots(input, activities, written);
  const behind = new Set(
    missing.flatMap(({ due, activity, repo }) =>
      Date.parse(due) < input.asOf ? [`${activity} ${repo}`] : [],
    ),
  );
  const wereOff = await whichWereOff(
    ledger,
    written.filter(({ activity, repo, gap }) => gap !== undefined || behind.has(`${activity} ${repo}`)),
  );
  const isOn = ({ activity, repo }: Pick<Written, "activity" | "repo">) =>
    !wereOff.has(`${activity} ${repo}`);
  return {
    slots: missing.filter((slot) => Date.parse(slot.due) >= input.asOf || isOn(slot)),
    findings: gapFindings(input, activities, written.filter(isOn)),
  };
}

/** Activities whose last slot in a repo was dropped since they were off: nothing was expected until they came back. */
async function whichWereOff(
  ledger: LedgerClient | undefined,
  written: readonly Written[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { activity, repo, newest } of written) {
    const events = newest === undefined ? [] : ((await ledger?.slotEvents({ key: newest })) ?? []);
    if (events.some(({ type, data }) => type === "settled" && data?.reason === "not_declared"))
      found.add(`${activity} ${repo}`);
  }
  return found;
}

/** How far the slots of one activity are written, in each of its repos. */
async function writtenOf(
  ledger: LedgerClient | undefined,
  activity: string,
  members: readonly Activity[],
  asOf: number,
): Promise<readonly Written[]> {
  const newest = new Map<string, HubApi.Slot>();
  const keys = new Set<string>();
  const look = async (filters: { readonly from: string; readonly to?: string }) => {
    for (const slot of (await ledger?.slots({ activity, ...filters })) ?? []) {
      keys.add(slot.key);
      // What is to come is written anyway; a clock that ran ahead must not hide what lies before.
      const before = newest.get(slot.repo);
      if (Date.parse(slot.due) <= asOf && (before === undefined || before.due < slot.due))
        newest.set(slot.repo, slot);
    }
  };
  const { near, far } = lookBack(members, asOf);
  await look({ from: instantText(near) });
  if (members.some(({ repo }) => !newest.has(repo.id)))
    await look({ from: instantText(far), to: instantText(near) });
  const all: Written[] = [];
  for (const { repo } of members) {
    const slot = newest.get(repo.id);
    const older =
      slot === undefined &&
      (await ledger?.hasSlots({ activity, repo: repo.id, to: instantText(far) })) === true;
    const last = older ? await newestBefore(ledger, { activity, repo: repo.id }, far) : undefined;
    // After a longer time without a tick, only so much of it is filled.
    const gap = last === undefined ? undefined : { after: Date.parse(last.due), through: far };
    const through = slot === undefined ? gap?.through : Date.parse(slot.due);
    const known = { activity, repo: repo.id, through, newest: (slot ?? last)?.key, keys };
    all.push(gap === undefined ? known : { ...known, gap });
  }
  return all;
}

/** The newest slot before an instant (epoch milliseconds) of which there is one: looks back in steps that double. */
async function newestBefore(
  ledger: LedgerClient | undefined,
  filters: { readonly activity: string; readonly repo: string },
  before: number,
): Promise<HubApi.Slot | undefined> {
  let [to, step] = [before, 2 * 86_400_000];
  while (to > 0) {
    const from = Math.max(0, to - step);
    const range = { from: instantText(from), to: instantText(to) };
    const found = (await ledger?.slots({ ...filters, ...range }))?.at(-1);
    if (found !== undefined) return found;
    [to, step] = [from, 2 * step];
  }
  return undefined;
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
