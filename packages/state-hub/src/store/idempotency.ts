import type { Sql } from "./sql.ts";
import type { OnceResult } from "./store.ts";
import type { Json } from "./types.ts";

/** Hours for which a repetition is answered as the first request was. */
const kept = 24 * 3_600_000;

/** A key that a client chose for one request, and the digest of what it asked for. */
export interface OnceKey {
  readonly key: string;
  readonly request: string;
}

/** What is known of a key: an answer, something in the way, or nothing yet. */
export type Claimed =
  | OnceResult
  | { readonly kind: "new"; readonly keep: (status: number, body: Json) => Promise<void> };

/** Takes a key for this transaction: the answer is kept with what it did, or neither is. `at` is epoch milliseconds. */
export async function claimOnce(
  sql: Sql,
  actor: string,
  { key, request }: OnceKey,
  at: number,
): Promise<Claimed> {
  const [lock] = await sql.rows<{ readonly taken: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken",
    [JSON.stringify([actor, key])],
  );
  if (lock?.taken !== true) return { kind: "in_flight" };
  const [found] = await sql.rows<{
    readonly request: string;
    readonly status: number;
    readonly answer: Json;
  }>("SELECT request, status, answer FROM idempotency WHERE actor = $1 AND key = $2", [actor, key]);
  if (found !== undefined && found.request !== request) return { kind: "mismatch" };
  if (found !== undefined)
    return { kind: "answered", status: found.status, body: found.answer, isReplay: true };
  return {
    kind: "new",
    keep: async (status, body) => {
      await sql.rows(
        "INSERT INTO idempotency (actor, key, request, status, answer, at) VALUES ($1, $2, $3, $4, $5::jsonb, $6::timestamptz)",
        [actor, key, request, status, JSON.stringify(body), new Date(at).toISOString()],
      );
    },
  };
}

/** Forgets keys that are too old to be repeated. */
export async function forgetOld(sql: Sql, at: number): Promise<void> {
  await sql.rows("DELETE FROM idempotency WHERE at <= $1::timestamptz", [new Date(at - kept).toISOString()]);
}
