import { instantColumn } from "./rows.ts";
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
  readonly repo: string | null;
  readonly at: string;
}

/** Columns of an event, read alike by both drivers. */
export const eventColumns = `seq::float8 AS seq, kind, key, id::text AS id, rev, changed, deleted, repo, actor, cause, ${instantColumn("at")}`;

export function eventOf({ deleted, cause, repo, ...event }: EventRow): Event {
  return {
    ...event,
    ...(repo === null ? {} : { repo }),
    ...(deleted ? { deleted: true } : {}),
    ...(cause === null ? {} : { cause }),
  };
}

/** Which events to read: those after a sequence, of some kinds, of one repo. */
export interface FeedQuery {
  readonly since: number;
  readonly limit: number;
  readonly kinds?: readonly Kind[];
  /** Key of a repo: only what belongs to it. */
  readonly repo?: string;
}

/** Reads the feed; see `Store.changes`. */
export async function readFeed(sql: Sql, { since, limit, kinds, repo }: FeedQuery): Promise<Feed> {
  const { head, min } = await feedBounds(sql);
  // Whoever is ahead of us reads another hub, or one that was restored: as much is missing as to who is behind.
  if (since < min || since > head) return { kind: "gone", minSeq: min, headSeq: head };
  const rows = await sql.rows<EventRow>(
    `SELECT ${eventColumns} FROM events
      WHERE events.seq > $1 AND events.seq <= $2
        AND ($3::text IS NULL OR events.repo = $3) AND ($4::text[] IS NULL OR events.kind = ANY ($4::text[]))
      ORDER BY events.seq LIMIT $5`,
    [since, head, repo ?? null, kinds ?? null, limit],
  );
  const events = rows.map(eventOf);
  // Without a full page everything up to the head was seen, also what does not concern the reader.
  const nextSince = events.length < limit ? head : (events.at(-1)?.seq ?? head);
  return { kind: "events", events, nextSince, headSeq: head };
}

/** The oldest sequence that the feed can be read from, and the newest. */
export async function feedBounds(sql: Sql): Promise<{ readonly head: number; readonly min: number }> {
  const [feed] = await sql.rows<{ readonly head: number; readonly min: number }>(
    "SELECT seq::float8 AS head, min_seq::float8 AS min FROM feed",
  );
  return feed ?? { head: 0, min: 0 };
}
