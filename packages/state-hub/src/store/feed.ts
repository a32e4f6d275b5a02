import { instantColumn } from "./resources.ts";
import type { Sql } from "./sql.ts";
import type { Feed } from "./store.ts";
import type { Event, Kind } from "./types.ts";

export interface EventRow {
  readonly seq: number;
  readonly kind: Kind;
  readonly key: string;
  readonly id: string;
  readonly rev: number;
  readonly changed: Event["changed"];
  readonly deleted: boolean;
  readonly actor: string;
  readonly cause: string | null;
  readonly at: string;
}

/** Columns of an event, read alike by both drivers. */
export const eventColumns = `seq::float8 AS seq, kind, key, id::text AS id, rev, changed, deleted, actor, cause, ${instantColumn("at")}`;

export function eventOf({ deleted, cause, ...event }: EventRow): Event {
  return {
    ...event,
    ...(deleted ? { deleted: true } : {}),
    ...(cause === null ? {} : { cause }),
  };
}

/** Reads the feed after a sequence; see `Store.changes`. */
export async function readFeed(sql: Sql, since: number, limit: number): Promise<Feed> {
  const [feed] = await sql.rows<{ readonly head: number; readonly min: number }>(
    "SELECT seq::float8 AS head, min_seq::float8 AS min FROM feed",
  );
  const { head, min } = feed ?? { head: 0, min: 0 };
  // Whoever is ahead of us reads another hub, or one that was restored: as much is missing as to who is behind.
  if (since < min || since > head) return { kind: "gone", minSeq: min, headSeq: head };
  const rows = await sql.rows<EventRow>(
    `SELECT ${eventColumns} FROM events WHERE events.seq > $1 ORDER BY events.seq LIMIT $2`,
    [since, limit],
  );
  return { kind: "events", events: rows.map(eventOf), headSeq: head };
}
