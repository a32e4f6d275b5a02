import { clockSlack, recordsInTime, uncorrected } from "@coulomb-loop/cadence";
import type { HubApi } from "@coulomb-loop/schemas/hub";

/** The ledger as a tick reads it: slots, what happened to them, and the records that name them. */
export interface LedgerView {
  readonly slots: readonly HubApi.Slot[];
  readonly events: readonly HubApi.SlotEvent[];
  readonly records: readonly HubApi.KeptRecord[];
}

/** What is known of one slot. Instants are epoch milliseconds. */
export interface SlotFacts {
  readonly slot: HubApi.Slot;
  readonly due: number;
  readonly closeBy: number | undefined;
  /** As they came. */
  readonly events: readonly HubApi.SlotEvent[];
  /** Records that close it, as they came; those that another one corrects are left out. */
  readonly closing: readonly HubApi.KeptRecord[];
  /** Successes of catching up: they end the slot's work, and close it never. */
  readonly caughtUp: readonly HubApi.KeptRecord[];
  /** Attempts that were dispatched. */
  readonly attempts: number;
}

/** The slots of a ledger with what is known of them. */
export interface SlotIndex {
  /** All of them, ascending by due and key. */
  readonly all: readonly SlotFacts[];
  /** Those of an activity in a repo, ascending by due. */
  readonly of: (activity: string, repo: string) => readonly SlotFacts[];
  /** Those of a repo in a cycle, ascending by due and key. */
  readonly inCycle: (repo: string, cycle: string) => readonly SlotFacts[];
}

/** Joins a ledger by its slots. */
export function indexLedger({ slots, events, records }: LedgerView): SlotIndex {
  const eventsOf = Map.groupBy(events, ({ slot }) => slot);
  const recordsOf = Map.groupBy(records, ({ record }) => record.slot);
  const all = slots
    .map((slot): SlotFacts => {
      const own = eventsOf.get(slot.key) ?? [];
      const named = recordsOf.get(slot.key) ?? [];
      const due = Date.parse(slot.due);
      const closeBy = slot.close_by === undefined ? undefined : Date.parse(slot.close_by);
      return {
        slot,
        due,
        closeBy,
        events: own,
        // By the rules of the verdicts: what closes a slot here closes it there.
        closing: uncorrected(recordsInTime({ records: named, due }, closeBy ?? Number.POSITIVE_INFINITY)),
        caughtUp: named.filter(({ record }) => record.trigger === "catch_up" && record.success),
        attempts: own.filter(({ type }) => type === "dispatched").length,
      };
    })
    .sort((a, b) => a.due - b.due || (a.slot.key < b.slot.key ? -1 : 1));
  const byActivity = Map.groupBy(all, ({ slot }) => `${slot.activity} ${slot.repo}`);
  const byCycle = Map.groupBy(all, ({ slot }) => `${slot.repo} ${slot.cycle}`);
  return {
    all,
    of: (activity, repo) => byActivity.get(`${activity} ${repo}`) ?? [],
    inCycle: (repo, cycle) => byCycle.get(`${repo} ${cycle}`) ?? [],
  };
}

/** When a slot succeeded, by its latest attempt; `undefined`: not, or not yet. Epoch milliseconds. */
export function succeededAt({ closing, attempts }: SlotFacts): number | undefined {
  const won = closing.findLast(({ record }) => record.success && record.attempt >= attempts);
  return won === undefined ? undefined : Date.parse(won.received_at);
}

/** Whether the time to close a slot is over. */
export function isOver({ closeBy }: SlotFacts, asOf: number): boolean {
  return closeBy !== undefined && asOf > closeBy + clockSlack;
}

/** When a slot was prepared; `undefined`: not, or not yet. Epoch milliseconds. */
export function preparedAt({ events }: SlotFacts): number | undefined {
  const event = events.find(({ type }) => type === "prepared");
  return event === undefined ? undefined : Date.parse(event.at);
}

/** Whether the latest attempt of a slot is known to have failed. */
export function hasFailed(facts: SlotFacts): boolean {
  const { closing, attempts } = facts;
  return (
    succeededAt(facts) === undefined &&
    closing.some(({ record }) => !record.success && record.attempt >= Math.max(1, attempts))
  );
}
