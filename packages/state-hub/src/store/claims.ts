import { columns, type ResourceRow, resourceOf } from "./rows.ts";
import type { Sql } from "./sql.ts";
import type { Resource } from "./types.ts";

/** Which tasks would do. */
export interface FreeTaskQuery {
  readonly repo?: string;
  readonly workstream?: string;
  readonly labels?: readonly string[];
}

/**
 * Locks one task that is free at an instant (epoch milliseconds): todo, or in progress under a claim that is over; in no
 * workstream or an active one; waiting for no other task. The most urgent first, then by key. One that somebody else is
 * about to claim is passed over.
 */
export async function findFreeTask(
  sql: Sql,
  { repo, workstream, labels }: FreeTaskQuery,
  now: number,
): Promise<Resource | undefined> {
  const [row] = await sql.rows<ResourceRow>(
    `SELECT ${columns} FROM resources t
      WHERE kind = 'tasks' AND deleted_at IS NULL
        AND (fields ->> 'status' = 'todo'
          OR (fields ->> 'status' = 'in_progress' AND (fields -> 'claim' ->> 'expires_at')::timestamptz <= $1::timestamptz))
        AND ($2::text IS NULL OR fields ->> 'repo' = $2)
        AND ($3::text IS NULL OR fields ->> 'workstream' = $3)
        AND ($4::jsonb IS NULL OR fields -> 'labels' @> $4::jsonb)
        AND (fields ->> 'workstream' IS NULL OR EXISTS (
          SELECT 1 FROM resources w WHERE w.kind = 'workstreams' AND w.key = t.fields ->> 'workstream'
            AND w.deleted_at IS NULL AND w.fields ->> 'status' = 'active'))
        AND NOT EXISTS (
          SELECT 1 FROM jsonb_array_elements_text(coalesce(fields -> 'depends_on', '[]'::jsonb)) AS needed(key)
          LEFT JOIN resources d ON d.kind = 'tasks' AND d.key = needed.key
          WHERE coalesce(d.fields ->> 'status', 'todo') NOT IN ('done', 'cancelled'))
      ORDER BY array_position(ARRAY['critical', 'high', 'medium', 'low'], coalesce(fields ->> 'priority', 'medium')), key
      LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [
      new Date(now).toISOString(),
      repo ?? null,
      workstream ?? null,
      labels === undefined || labels.length === 0 ? null : JSON.stringify(labels),
    ],
  );
  return row === undefined ? undefined : resourceOf(row);
}
