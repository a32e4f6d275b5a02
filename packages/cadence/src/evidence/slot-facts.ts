import type { Evidence, EvidenceEvent, EvidenceRecord, EvidenceSlot } from "@coulomb-loop/schemas";

/** Clocks of agents and of the hub may differ by so many milliseconds. */
export const clockSlack = 2_000;

/** All that is known of one slot. */
export interface SlotFacts {
  readonly slot: EvidenceSlot;
  /** Epoch milliseconds. */
  readonly due: number;
  /** By their number. */
  readonly events: readonly EvidenceEvent[];
  /** Records that name it, by arrival and id: the order they are given in says nothing. */
  readonly records: readonly EvidenceRecord[];
}

/** Digests that a slot ran under; `undefined`: none was told. */
export interface SlotDigests {
  readonly definition: string | undefined;
  readonly policy: string | undefined;
  readonly schedule: string | undefined;
}

const none: readonly never[] = Object.freeze([]);

/** The slots of some evidence with what is known of each, ascending by due and key, whatever order they came in. */
export function factsOf({ slots, events, records }: Evidence): SlotFacts[] {
  const eventsOf = Map.groupBy(events, ({ slot }) => slot);
  const recordsOf = Map.groupBy(records, ({ record }) => record.slot);
  return slots
    .map((slot): SlotFacts => {
      const own = eventsOf.get(slot.key);
      return {
        slot,
        due: Date.parse(slot.due),
        events: own === undefined ? none : own.toSorted((a, b) => a.seq - b.seq),
        records: sorted(recordsOf.get(slot.key) ?? none),
      };
    })
    .sort((a, b) => a.due - b.due || (a.slot.key < b.slot.key ? -1 : 1));
}

function sorted(records: readonly EvidenceRecord[]): readonly EvidenceRecord[] {
  if (records.length < 2) return records;
  return records.toSorted(
    (a, b) =>
      Date.parse(a.received_at) - Date.parse(b.received_at) ||
      (a.record.record_id < b.record.record_id ? -1 : 1),
  );
}

/** An event that tells when, and under which digests, a task went out. */
export type Dispatch = EvidenceEvent & Required<Pick<EvidenceEvent, "data">>;

/** The times at which a slot's task went out because it was due, or again after a failure. */
export function dispatchesOf({ events }: SlotFacts): readonly Dispatch[] {
  return events.filter(isDispatch);
}

function isDispatch(event: EvidenceEvent): event is Dispatch {
  const trigger = event.data?.trigger;
  return event.type === "dispatched" && (trigger === "schedule" || trigger === "retry");
}

/** The digests of the latest dispatch, else those that the slot was written under. */
export function digestsOfSlot(facts: SlotFacts): SlotDigests {
  const { slot } = facts;
  const data = dispatchesOf(facts).at(-1)?.data;
  return {
    definition: textOf(data?.definition_digest) ?? slot.definition_digest,
    policy: textOf(data?.policy_digest) ?? slot.policy_digest,
    schedule: textOf(data?.schedule_digest) ?? slot.schedule_digest,
  };
}

/** A value of an event that is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * The records that can close a slot: they ran because it was due or again after a failure, began no earlier than due, and came in
 * time, each with slack for clocks. Source: page 06, 6.
 */
export function recordsInTime(
  { records, due }: Pick<SlotFacts, "records" | "due">,
  closeBy: number,
): readonly EvidenceRecord[] {
  if (records.length === 0) return none;
  return records.filter(
    ({ record, received_at: receivedAt }) =>
      (record.trigger === "schedule" || record.trigger === "retry") &&
      Date.parse(record.started_at) >= due - clockSlack &&
      Date.parse(receivedAt) <= closeBy + clockSlack,
  );
}

/** Those of some records that no other of them corrects: one of the same attempt that came later. */
export function uncorrected(records: readonly EvidenceRecord[]): readonly EvidenceRecord[] {
  return records.filter((kept) => !records.some((other) => corrects(other, kept)));
}

function corrects(later: EvidenceRecord, { record, received_at: at }: EvidenceRecord): boolean {
  if (later.record.corrects !== record.record_id || later.record.attempt !== record.attempt) return false;
  const [a, b] = [Date.parse(at), Date.parse(later.received_at)];
  return a < b || (a === b && record.record_id < later.record.record_id);
}
