import type { HubApi } from "@coulomb-loop/schemas/hub";
import { sorted } from "./json.ts";
import { instantColumn } from "./rows.ts";
import { lockSlot, type SlotQuery, unclaimSlot } from "./slots.ts";
import type { Sql } from "./sql.ts";

/** What became of an event that was to be added. */
export type AppendResult =
  | { readonly kind: "new" | "same" | "differs"; readonly event: HubApi.SlotEvent }
  | { readonly kind: "no_slot" }
  /** It needs the slot's claim, and showed another; `holder` has it. */
  | { readonly kind: "claim_lost"; readonly holder: string | undefined };

/** Who adds an event, and when (RFC 3339); of a repo only, when one is given. */
export interface AppendFrame {
  readonly actor: string;
  readonly at: string;
  readonly repo?: string;
}

interface EventRow {
  readonly slot: string;
  readonly seq: number;
  readonly id: string;
  readonly type: HubApi.SlotEventType;
  readonly data: HubApi.SlotEvent["data"] | null;
  readonly not_before: string | null;
  readonly actor: string;
  readonly at: string;
}

const columns = `s.key AS slot, e.seq, e.id, e.type, e.data, ${instantColumn("e.not_before", "not_before")}, e.actor,
  ${instantColumn("e.at", "at")}`;

/**
 * Adds an event to a slot, once for its id. One that shows a claim is added while that claim is the slot's newest, also when
 * its time is over; it ends the claim, and `dispatched` and `settled` become the slot's state.
 */
export async function appendEvent(
  sql: Sql,
  slotId: string,
  event: HubApi.SlotEventRequest,
  { actor, at, repo }: AppendFrame,
): Promise<AppendResult> {
  const slot = await lockSlot(sql, slotId);
  if (slot === undefined || (repo !== undefined && slot.repo !== repo)) return { kind: "no_slot" };
  const known = await findEvent(sql, slotId, event.id);
  if (known !== undefined) return { kind: isSame(known, event) ? "same" : "differs", event: known };
  if ("claim" in event && event.claim !== slot.claim?.id)
    return { kind: "claim_lost", holder: slot.claim?.by };
  const notBefore = event.type === "released" ? event.not_before : undefined;
  await sql.rows(
    `INSERT INTO slot_events (slot, seq, id, type, data, not_before, actor, at)
      SELECT $1, coalesce(max(seq), 0) + 1, $2, $3, $4::jsonb, $5::timestamptz, $6, $7::timestamptz
      FROM slot_events WHERE slot = $1`,
    [
      slotId,
      event.id,
      event.type,
      event.data === undefined ? null : JSON.stringify(event.data),
      notBefore ?? null,
      actor,
      at,
    ],
  );
  if ("claim" in event)
    await unclaimSlot(sql, slotId, { state: event.type === "released" ? slot.state : event.type, notBefore });
  const added = await findEvent(sql, slotId, event.id);
  if (added === undefined) throw new Error("an event that was added is there");
  return { kind: "new", event: added };
}

/** The same thing in the same words; whose claim told it does not matter. */
function isSame(known: HubApi.SlotEvent, event: HubApi.SlotEventRequest): boolean {
  return contentOf(known) === contentOf(event);
}

function contentOf(event: HubApi.SlotEvent | HubApi.SlotEventRequest): string {
  const { type, data = {} } = event;
  const notBefore = "not_before" in event ? (event.not_before ?? null) : null;
  return JSON.stringify(sorted([type, notBefore, data]));
}

async function findEvent(sql: Sql, slotId: string, id: string): Promise<HubApi.SlotEvent | undefined> {
  const [row] = await sql.rows<EventRow>(
    `SELECT ${columns} FROM slot_events e JOIN slots s ON s.id = e.slot WHERE e.slot = $1 AND e.id = $2`,
    [slotId, id],
  );
  return row === undefined ? undefined : eventOf(row);
}

/** Which events to list: of which slots, and after which place. */
export interface SlotEventQuery extends Omit<SlotQuery, "after" | "state"> {
  readonly type?: string;
  /** Due instant and key of a slot, and the place of its event, after which to go on. */
  readonly after?: readonly [due: string, key: string, seq: number];
}

/** Lists events in the order of their slots (due, key), and of what happened to each. */
export async function listEvents(sql: Sql, query: SlotEventQuery): Promise<readonly ListedEvent[]> {
  const { key, loop, activity, repo, cycle, type, from, to, after, limit } = query;
  const rows = await sql.rows<EventRow & { readonly due: string }>(
    `SELECT ${columns}, ${instantColumn("s.due", "due")} FROM slots s JOIN slot_events e ON e.slot = s.id
      WHERE ($1::text IS NULL OR s.key = $1) AND ($2::text IS NULL OR s.loop = $2)
        AND ($3::text IS NULL OR s.activity = $3) AND ($4::text IS NULL OR s.repo = $4)
        AND ($5::text IS NULL OR s.cycle = $5) AND ($6::text IS NULL OR e.type = $6)
        AND ($7::timestamptz IS NULL OR s.due >= $7::timestamptz)
        AND ($8::timestamptz IS NULL OR s.due < $8::timestamptz)
        AND ($9::timestamptz IS NULL
          OR (s.due, s.key, e.seq) > ($9::timestamptz, $10::text COLLATE "C", $11::integer))
      ORDER BY s.due, s.key, e.seq LIMIT $12`,
    [
      ...[key, loop, activity, repo, cycle, type, from, to, ...(after ?? [null, null, null])].map(
        (value) => value ?? null,
      ),
      limit,
    ],
  );
  return rows.map(({ due, ...row }) => ({ due, event: eventOf(row) }));
}

/** An event, and when its slot is due: where a list goes on. */
export interface ListedEvent {
  readonly due: string;
  readonly event: HubApi.SlotEvent;
}

function eventOf({ data, not_before, actor, ...row }: EventRow): HubApi.SlotEvent {
  return {
    ...row,
    ...(data === null || data === undefined ? {} : { data }),
    ...(not_before === null ? {} : { not_before }),
    by: actor,
  };
}
