import type { HubApi } from "@coulomb-loop/schemas/hub";
import { instantColumn } from "./rows.ts";
import type { Sql } from "./sql.ts";

/** What became of a record that was sent. */
export interface KeepResult {
  readonly kind: "new" | "same" | "differs";
  /** What is there. */
  readonly kept: HubApi.KeptRecord;
}

/** Which records to list, in the order of arrival. */
export interface RecordQuery {
  readonly agent?: string;
  readonly repo?: string;
  readonly slot?: string;
  readonly cycle?: string;
  /** Received at this instant or later. */
  readonly from?: string;
  /** Received before this instant. */
  readonly to?: string;
  /** Instant of arrival and id after which to go on. */
  readonly after?: readonly [receivedAt: string, id: string];
  readonly limit: number;
}

const columns = `record, ${instantColumn("received_at")}, sent_by`;

/** Keeps a record once: who sends it again, or another under its id, is told what is there. `at` is RFC 3339. */
export async function keepRecord(
  sql: Sql,
  record: HubApi.MetricsRecord,
  { at, sentBy }: { readonly at: string; readonly sentBy: string },
): Promise<KeepResult> {
  const text = JSON.stringify(record);
  const { record_id: id, agent, repo, slot, cycle } = record;
  const inserted = await sql.rows(
    `INSERT INTO records (record_id, agent, repo, slot, cycle, record, sent_by, received_at)
      VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8::timestamptz) ON CONFLICT DO NOTHING RETURNING record_id`,
    [id, agent, repo, slot ?? null, cycle ?? null, text, sentBy, at],
  );
  // A statement of its own: it sees what another transaction put there while we waited for it.
  const [row] = await sql.rows<HubApi.KeptRecord & { readonly is_same: boolean }>(
    `SELECT ${columns}, record = $2::jsonb AS is_same FROM records WHERE record_id = $1`,
    [id, text],
  );
  if (row === undefined) throw new Error("a record is never deleted");
  const { is_same: isSame, ...kept } = row;
  return { kind: inserted.length > 0 ? "new" : isSame ? "same" : "differs", kept };
}

/** Lists records in the order of arrival. */
export async function listRecords(sql: Sql, query: RecordQuery): Promise<readonly HubApi.KeptRecord[]> {
  const { agent, repo, slot, cycle, from, to, after, limit } = query;
  return sql.rows<HubApi.KeptRecord>(
    `SELECT ${columns} FROM records
      WHERE ($1::text IS NULL OR agent = $1) AND ($2::text IS NULL OR repo = $2)
        AND ($3::text IS NULL OR slot = $3) AND ($4::text IS NULL OR cycle = $4)
        AND ($5::timestamptz IS NULL OR records.received_at >= $5::timestamptz)
        AND ($6::timestamptz IS NULL OR records.received_at < $6::timestamptz)
        AND ($7::timestamptz IS NULL OR (records.received_at, record_id) > ($7::timestamptz, $8::uuid))
      ORDER BY records.received_at, record_id LIMIT $9`,
    [...[agent, repo, slot, cycle, from, to, after?.[0], after?.[1]].map((value) => value ?? null), limit],
  );
}
