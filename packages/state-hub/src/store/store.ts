import { randomUUID } from "node:crypto";
import { migrate } from "../migrations/index.ts";
import { type Claimed, claimOnce, forgetOld, type OnceKey } from "./idempotency.ts";
import { type EventRow, eventColumns, eventOf, readFeed } from "./feed.ts";
import { applyChanges, columns, type ResourceRow, resourceOf } from "./resources.ts";
import type { Database, Sql } from "./sql.ts";
import type { Address, Author, Change, Event, Fields, Json, Kind, Outcome, Resource, Rule } from "./types.ts";

/** What a store is made with. */
export interface StoreOptions {
  /** Epoch milliseconds. Every time in the hub is this clock's, never a client's. */
  readonly clock: () => number;
  /** Says which changes are refused. */
  readonly rule: Rule;
  /** Makes ids; default: random UUIDs. */
  readonly newId?: () => string;
}

/** Which resources to list. Those that are deleted are left out. */
export interface ListQuery {
  readonly kind: Kind;
  /** Fields that must have exactly these values. */
  readonly where?: Fields;
  /** The key after which to go on. */
  readonly after?: string;
  readonly limit: number;
}

/** Events after `since`, in the order of their commits; `gone` when some of them were forgotten. */
export type Feed =
  | { readonly kind: "events"; readonly events: readonly Event[]; readonly headSeq: number }
  | { readonly kind: "gone"; readonly minSeq: number; readonly headSeq: number };

/** A write that is done once for a key of its client (H4). */
export interface Once extends OnceKey {
  /** What is answered the first time, and to every repetition. */
  readonly answer: (outcomes: readonly Outcome[]) => { readonly status: number; readonly body: Json };
}

/** What a write that is done once came to. */
export type OnceResult =
  | { readonly kind: "answered"; readonly status: number; readonly body: Json; readonly isReplay: boolean }
  /** The key was used for something else. */
  | { readonly kind: "mismatch" }
  /** The same request is under way. */
  | { readonly kind: "in_flight" };

/** The hub's register. Every write is conditional, and in the history (H4, H5). */
export interface Store {
  readonly hubId: string;
  /** A resource, or its tombstone; `undefined` for what never was. */
  get(kind: Kind, address: Address): Promise<Resource | undefined>;
  /** Ascending by key. */
  list(query: ListQuery): Promise<readonly Resource[]>;
  /** Carries out changes in one transaction, each on its own condition; outcomes in their order (H7). */
  write(changes: readonly Change[], author: Author): Promise<readonly Outcome[]>;
  /** The same, once for a key within 24 hours. */
  writeOnce(changes: readonly Change[], author: Author, once: Once): Promise<OnceResult>;
  /** At most `limit` events after `since` (0: from the beginning). */
  changes(since: number, limit: number): Promise<Feed>;
  /** Every event of a resource, oldest first. */
  history(id: string): Promise<readonly Event[]>;
  /**
   * Hands every resource that is not deleted to `onPage`, ascending by kind and key, as all of them were at one moment;
   * answers with the feed's sequence at that moment.
   */
  snapshot(onPage: (resources: readonly Resource[]) => void): Promise<number>;
  close(): Promise<void>;
}

/** Resources a page of a snapshot holds. */
const pageSize = 5_000;

/** Opens the register in a database, and brings its shape up to date. Throws what `migrate` throws. */
export async function openStore(database: Database, options: StoreOptions): Promise<Store> {
  const { clock, rule, newId = randomUUID } = options;
  await migrate(database);
  const hubId = await database.write((sql) => ensureHub(sql, newId()));
  const write = (sql: Sql, changes: readonly Change[], author: Author, at: number) =>
    applyChanges(sql, changes, { author, rule, newId, at: new Date(at).toISOString() });
  return {
    hubId,
    get: (kind, address) => database.read((sql) => findOne(sql, kind, address)),
    list: (query) => database.read((sql) => listSome(sql, query)),
    write: (changes, author) => database.write((sql) => write(sql, changes, author, clock())),
    writeOnce: (changes, author, once) =>
      database.write(async (sql): Promise<OnceResult> => {
        const at = clock();
        await forgetOld(sql, at);
        const claimed: Claimed = await claimOnce(sql, author.actor, once, at);
        if (claimed.kind !== "new") return claimed;
        const { status, body } = once.answer(await write(sql, changes, author, at));
        await claimed.keep(status, body);
        return { kind: "answered", status, body, isReplay: false };
      }),
    changes: (since, limit) => database.read((sql) => readFeed(sql, since, limit)),
    history: (id) =>
      database.read(async (sql) => {
        const rows = await sql.rows<EventRow>(
          `SELECT ${eventColumns} FROM events WHERE id = $1 ORDER BY events.seq`,
          [id],
        );
        return rows.map(eventOf);
      }),
    snapshot: (onPage) => database.read((sql) => readAll(sql, onPage)),
    close: () => database.close(),
  };
}

async function ensureHub(sql: Sql, id: string): Promise<string> {
  await sql.rows("INSERT INTO hub (id) VALUES ($1) ON CONFLICT DO NOTHING", [id]);
  await sql.rows("INSERT INTO feed (seq, min_seq) VALUES (0, 0) ON CONFLICT DO NOTHING");
  const [row] = await sql.rows<{ readonly id: string }>("SELECT id::text AS id FROM hub");
  return row?.id ?? id;
}

async function findOne(sql: Sql, kind: Kind, address: Address): Promise<Resource | undefined> {
  const [column, value] = "key" in address ? ["key", address.key] : ["id", address.id];
  const [row] = await sql.rows<ResourceRow>(
    `SELECT ${columns} FROM resources WHERE kind = $1 AND ${column} = $2`,
    [kind, value],
  );
  return row === undefined ? undefined : resourceOf(row);
}

async function listSome(sql: Sql, { kind, where = {}, after = "", limit }: ListQuery): Promise<Resource[]> {
  const rows = await sql.rows<ResourceRow>(
    `SELECT ${columns} FROM resources
      WHERE kind = $1 AND deleted_at IS NULL AND fields @> $2::jsonb AND key > $3 ORDER BY key LIMIT $4`,
    [kind, JSON.stringify(where), after, limit],
  );
  return rows.map(resourceOf);
}

async function readAll(sql: Sql, onPage: (resources: readonly Resource[]) => void): Promise<number> {
  const [feed] = await sql.rows<{ readonly seq: number }>("SELECT seq::float8 AS seq FROM feed");
  let [kind, key] = ["", ""];
  for (;;) {
    const rows = await sql.rows<ResourceRow>(
      `SELECT ${columns} FROM resources
        WHERE deleted_at IS NULL AND (kind, key) > ($1, $2) ORDER BY kind, key LIMIT ${pageSize}`,
      [kind, key],
    );
    const last = rows.at(-1);
    if (last !== undefined) onPage(rows.map(resourceOf));
    if (last === undefined || rows.length < pageSize) return feed?.seq ?? 0;
    [kind, key] = [last.kind, last.key];
  }
}
