import type { HubApi } from "@coulomb-loop/schemas/hub";
import { instantColumn } from "./rows.ts";
import type { Sql } from "./sql.ts";

/** What became of a slot that was to be there. */
export type Expectation = HubApi.SlotExpectAnswer["slots"][number];

/** A slot that is to be there, all its instants in the hub's form. */
export type ExpectedSlot = HubApi.SlotExpected & { readonly ready_at: string };

/** Which slots to list, ascending by due and key. */
export interface SlotQuery {
  readonly key?: string;
  readonly loop?: string;
  readonly activity?: string;
  readonly repo?: string;
  readonly cycle?: string;
  readonly state?: string;
  /** Due at this instant or later. */
  readonly from?: string;
  /** Due before this instant. */
  readonly to?: string;
  /** Due instant and key after which to go on. */
  readonly after?: readonly [due: string, key: string];
  readonly limit: number;
}

/** Which slots to claim, and how many at most. */
export interface ClaimQuery {
  readonly state: "open" | "dispatched";
  /** What is ready by then (RFC 3339). */
  readonly asOf: string;
  readonly loop?: string;
  readonly activity?: string;
  readonly repo?: string;
  readonly ids?: readonly string[];
  readonly limit: number;
}

/** Seconds that a claim holds at most. */
export const longestClaim = 3_600;

interface SlotRow {
  readonly id: string;
  readonly key: string;
  readonly loop: string;
  readonly activity: string;
  readonly repo: string;
  readonly due: string;
  readonly cycle: string;
  readonly definition_digest: string;
  readonly policy_digest: string;
  readonly schedule_digest: string | null;
  readonly ready_at: string;
  readonly start_by: string | null;
  readonly close_by: string | null;
  readonly state: HubApi.SlotState;
  readonly not_before: string | null;
  readonly claim_id: string | null;
  readonly claimed_by: string | null;
  readonly claim_expires_at: string | null;
  readonly created_at: string;
}

const instants = ["ready_at", "start_by", "close_by", "not_before", "claim_expires_at", "created_at"];
const columns = `id::text AS id, key, loop, activity, repo,
  to_char(due AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS due, cycle, definition_digest, policy_digest,
  schedule_digest, state, claim_id::text AS claim_id, claimed_by, ${instants.map((name) => instantColumn(name)).join(", ")}`;

/** Id of a slot (page 06), which is its key in the hub. */
function slotKey({ loop, activity, repo, due }: Omit<ExpectedSlot, "cycle">): string {
  return `${loop}/${activity}/${repo}@${due}`;
}

/**
 * Puts slots there that are not, and leaves those that are as they are; answers in their order. Of two with one key the
 * first counts. Keys are taken in order, so that two who put the same wait for each other and never in a circle.
 */
export async function expectSlots(
  sql: Sql,
  slots: readonly ExpectedSlot[],
  { at, newId }: { readonly at: string; readonly newId: () => string },
): Promise<readonly Expectation[]> {
  const keyed = slots.map((slot) => ({ ...slot, id: newId(), key: slotKey(slot) }));
  const inserted = await sql.rows<{ readonly id: string }>(
    `INSERT INTO slots (id, key, loop, activity, repo, due, cycle, definition_digest, policy_digest, schedule_digest,
        ready_at, start_by, close_by, state, created_at)
      SELECT id, key, loop, activity, repo, due, cycle, definition_digest, policy_digest, schedule_digest,
        ready_at, start_by, close_by, 'open', $2::timestamptz
      FROM jsonb_to_recordset($1::jsonb) AS w(place integer, id uuid, key text, loop text, activity text, repo text,
        due timestamptz, cycle text, definition_digest text, policy_digest text, schedule_digest text,
        ready_at timestamptz, start_by timestamptz, close_by timestamptz)
      ORDER BY key COLLATE "C", place
      ON CONFLICT (key) DO NOTHING RETURNING id::text AS id`,
    [JSON.stringify(keyed.map((slot, place) => ({ ...slot, place }))), at],
  );
  const fresh = new Set(inserted.map(({ id }) => id));
  const rows = await sql.rows<SlotRow>(`SELECT ${columns} FROM slots WHERE key = ANY ($1::text[])`, [
    [...new Set(keyed.map(({ key }) => key))],
  ]);
  const there = new Map(rows.map((row) => [row.key, row]));
  return keyed.map(({ id, key, ...slot }) => {
    const row = there.get(key);
    if (row === undefined) throw new Error("a slot that was put there is there");
    if (fresh.has(id)) return { id, key, outcome: "new" };
    const differs = differing(row, slot);
    return differs.length === 0
      ? { id: row.id, key, outcome: "same" }
      : { id: row.id, key, outcome: "differs", differs };
  });
}

/** Values that may differ where the key is the same. */
const compared = [
  "cycle",
  "definition_digest",
  "policy_digest",
  "schedule_digest",
  "ready_at",
  "start_by",
  "close_by",
] as const;

function differing(row: SlotRow, slot: ExpectedSlot): string[] {
  return compared.filter((name) => (row[name] ?? undefined) !== slot[name]);
}

/** Lists slots, ascending by due and key. */
export async function listSlots(sql: Sql, query: SlotQuery): Promise<readonly HubApi.Slot[]> {
  const { key, loop, activity, repo, cycle, state, from, to, after, limit } = query;
  const rows = await sql.rows<SlotRow>(
    `SELECT ${columns} FROM slots
      WHERE ($1::text IS NULL OR key = $1) AND ($2::text IS NULL OR loop = $2) AND ($3::text IS NULL OR activity = $3)
        AND ($4::text IS NULL OR repo = $4) AND ($5::text IS NULL OR cycle = $5) AND ($6::text IS NULL OR state = $6)
        AND ($7::timestamptz IS NULL OR slots.due >= $7::timestamptz)
        AND ($8::timestamptz IS NULL OR slots.due < $8::timestamptz)
        AND ($9::timestamptz IS NULL OR (slots.due, key) > ($9::timestamptz, $10::text COLLATE "C"))
      ORDER BY slots.due, key LIMIT $11`,
    [
      ...[key, loop, activity, repo, cycle, state, from, to, after?.[0], after?.[1]].map(
        (value) => value ?? null,
      ),
      limit,
    ],
  );
  return rows.map(slotOf);
}

/**
 * Claims slots that are ready and free, in the order of ready_at, due and key. A claim is over when its time is, or when
 * that lies further ahead than two of the longest claims: then the clock was set back. Slots that somebody else is about to claim are
 * passed over. `now` is epoch milliseconds.
 */
export async function claimSlots(
  sql: Sql,
  query: ClaimQuery,
  { claim, now }: { readonly claim: HubApi.Claim; readonly now: number },
): Promise<readonly HubApi.Slot[]> {
  const { state, asOf, loop, activity, repo, ids, limit } = query;
  const rows = await sql.rows<SlotRow>(
    `WITH free AS (
        SELECT id FROM slots
        WHERE state = $1 AND ready_at <= $2::timestamptz AND (not_before IS NULL OR not_before <= $2::timestamptz)
          AND (claim_expires_at IS NULL OR claim_expires_at <= $3::timestamptz OR claim_expires_at > $4::timestamptz)
          AND ($5::text IS NULL OR loop = $5) AND ($6::text IS NULL OR activity = $6)
          AND ($7::text IS NULL OR repo = $7) AND ($8::uuid[] IS NULL OR id = ANY ($8::uuid[]))
        ORDER BY ready_at, due, key LIMIT $9 FOR UPDATE SKIP LOCKED)
      UPDATE slots SET claim_id = $10, claimed_by = $11, claim_expires_at = $12::timestamptz
      WHERE id IN (SELECT free.id FROM free) RETURNING ${columns}`,
    [
      state,
      asOf,
      new Date(now).toISOString(),
      new Date(now + 2 * longestClaim * 1_000).toISOString(),
      loop ?? null,
      activity ?? null,
      repo ?? null,
      ids ?? null,
      limit,
      claim.id,
      claim.by,
      claim.expires_at,
    ],
  );
  // RETURNING knows no order.
  return rows.map(slotOf).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ ready_at, due, key }: HubApi.Slot): string {
  return `${ready_at} ${due} ${key}`;
}

/** A slot, locked until the transaction ends; `undefined`: there is none. */
export async function lockSlot(sql: Sql, id: string): Promise<HubApi.Slot | undefined> {
  const [row] = await sql.rows<SlotRow>(`SELECT ${columns} FROM slots WHERE id = $1 FOR UPDATE`, [id]);
  return row === undefined ? undefined : slotOf(row);
}

/** Gives a slot that was locked another state, or none, and ends its claim. */
export async function unclaimSlot(
  sql: Sql,
  id: string,
  { state, notBefore }: { readonly state: HubApi.SlotState; readonly notBefore: string | undefined },
): Promise<void> {
  await sql.rows(
    `UPDATE slots SET state = $2, not_before = $3::timestamptz,
        claim_id = NULL, claimed_by = NULL, claim_expires_at = NULL WHERE id = $1`,
    [id, state, notBefore ?? null],
  );
}

function slotOf(row: SlotRow): HubApi.Slot {
  const { schedule_digest, start_by, close_by, not_before, claim_id, claimed_by, claim_expires_at, ...rest } =
    row;
  return {
    ...rest,
    ...(schedule_digest === null ? {} : { schedule_digest }),
    ...(start_by === null ? {} : { start_by }),
    ...(close_by === null ? {} : { close_by }),
    ...(not_before === null ? {} : { not_before }),
    ...(claim_id === null || claimed_by === null || claim_expires_at === null
      ? {}
      : { claim: { id: claim_id, by: claimed_by, expires_at: claim_expires_at } }),
  };
}
