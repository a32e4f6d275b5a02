import { v7 } from "uuid";
import { migrate } from "../migrations/index.ts";
import { type EventRow, eventColumns, eventOf, type FeedQuery, feedBounds, readFeed } from "./feed.ts";
import { claimOnce, forgetOld, type OnceKey } from "./idempotency.ts";
import { textOf } from "./json.ts";
import { applyGroups } from "./resources.ts";
import { columns, type ResourceRow, resourceOf } from "./rows.ts";
import type { Database, Sql } from "./sql.ts";
import type {
  Address,
  Author,
  Change,
  Event,
  Fields,
  GroupOutcome,
  Json,
  Kind,
  Outcome,
  Resource,
  Rules,
} from "./types.ts";

/** What a store is made with. */
export interface StoreOptions {
  /** Epoch milliseconds. Every time in the hub is this clock's, never a client's. */
  readonly clock: () => number;
  readonly rules: Rules;
  /** Makes ids; default: UUIDs of version 7. */
  readonly newId?: () => string;
}

/** Which resources to list. Those that are deleted are left out. */
export interface ListQuery {
  readonly kind: Kind;
  /** Fields that must have exactly these values. */
  readonly where?: Fields;
  /** The one with this key. */
  readonly key?: string;
  /** Key of a repo: only what belongs to it, or to none. */
  readonly visibleTo?: string;
  /** The key after which to go on. */
  readonly after?: string;
  readonly limit: number;
}

/** Events after `since`, in the order of their commits; `gone` when some of them were forgotten. */
export type Feed =
  | {
      readonly kind: "events";
      readonly events: readonly Event[];
      /** Where to go on. */
      readonly nextSince: number;
      readonly headSeq: number;
    }
  | { readonly kind: "gone"; readonly minSeq: number; readonly headSeq: number };

/** What a request came to, as it is kept for its repetitions. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** What a request that is done once came to. */
export type OnceResult =
  | (Answer & { readonly kind: "answered"; readonly isReplay: boolean })
  /** The key was used for something else. */
  | { readonly kind: "mismatch" }
  /** The same request is under way. */
  | { readonly kind: "in_flight" };

/** One transaction that writes. */
export interface Transaction {
  readonly sql: Sql;
  /** Epoch milliseconds: the time of all that it writes. */
  readonly now: number;
  readonly newId: () => string;
  /** A resource or its tombstone, as it is within this transaction. */
  get(kind: Kind, address: Address): Promise<Resource | undefined>;
  /** Carries out changes, each on its own condition; outcomes in their order. */
  write(changes: readonly Change[], author: Author): Promise<readonly Outcome[]>;
  /** Carries out groups of changes, each whole or not at all; outcomes in their order. */
  writeGroups(groups: readonly (readonly Change[])[], author: Author): Promise<readonly GroupOutcome[]>;
}

/** What a snapshot holds: everything, or what belongs to one repo. */
export interface SnapshotQuery {
  /** Key of a repo: its tombstones too. */
  readonly repo?: string;
}

/** The hub's register. Every write is conditional, and in the history (H4, H5). */
export interface Store {
  readonly hubId: string;
  /** What the hub's clock says: epoch milliseconds. */
  readonly now: () => number;
  /** A resource, or its tombstone; `undefined` for what never was. */
  get(kind: Kind, address: Address): Promise<Resource | undefined>;
  /** Ascending by key. */
  list(query: ListQuery): Promise<readonly Resource[]>;
  /** Carries out changes in one transaction, each on its own condition; outcomes in their order (H7). */
  write(changes: readonly Change[], author: Author): Promise<readonly Outcome[]>;
  /** Runs work in one transaction; it awaits nothing but the database. */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** The same, once for a key of an actor within 24 hours: whoever repeats it gets the first answer (H4). */
  answerOnce(
    actor: string,
    once: OnceKey,
    work: (transaction: Transaction) => Promise<Answer>,
  ): Promise<OnceResult>;
  /** Reads at one moment, by statements of the caller. */
  read<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** At most `limit` events after `since` (0: from the beginning). */
  changes(query: FeedQuery): Promise<Feed>;
  /** The oldest sequence that can be read from, and the newest. */
  bounds(): Promise<{ readonly min: number; readonly head: number }>;
  /** Every event of a resource, oldest first. */
  history(id: string): Promise<readonly Event[]>;
  /**
   * Hands resources to `onPage`, ascending by kind and key, as all of them were at one moment; answers with the feed's
   * sequence at that moment. Of everything, those that are deleted are left out.
   */
  snapshot(onPage: (resources: readonly Resource[]) => void, query?: SnapshotQuery): Promise<number>;
  /** Waits for what is under way, and closes. */
  close(): Promise<void>;
}

/** Resources a page of a snapshot holds. */
const pageSize = 5_000;

/** Opens the register in a database, and brings its shape up to date. Throws what `migrate` throws. */
export async function openStore(database: Database, options: StoreOptions): Promise<Store> {
  const { clock, rules } = options;
  const newId = options.newId ?? (() => v7({ msecs: clock() }));
  await migrate(database);
  const hubId = await database.write((sql) => ensureHub(sql, newId()));
  const begin = (sql: Sql): Transaction => {
    const now = clock();
    const at = new Date(now).toISOString();
    const writeGroups: Transaction["writeGroups"] = (groups, author) =>
      applyGroups(sql, groups, { author, rules, newId, at });
    return {
      sql,
      now,
      newId,
      get: (kind, address) => findOne(sql, kind, address),
      writeGroups,
      write: async (changes, author) =>
        (
          await writeGroups(
            changes.map((change) => [change]),
            author,
          )
        ).map(outcomeOf),
    };
  };
  const transact: Store["transact"] = (work) => database.write((sql) => work(begin(sql)));
  return {
    hubId,
    now: clock,
    transact,
    get: (kind, address) => database.read((sql) => findOne(sql, kind, address)),
    list: (query) => database.read((sql) => listSome(sql, query)),
    write: (changes, author) => transact((transaction) => transaction.write(changes, author)),
    answerOnce: (actor, once, work) =>
      transact(async (transaction): Promise<OnceResult> => {
        await forgetOld(transaction.sql, transaction.now);
        const claimed = await claimOnce(transaction.sql, actor, once, transaction.now);
        if (claimed.kind !== "new") return claimed;
        const { status, body } = await work(transaction);
        await claimed.keep(status, body);
        return { kind: "answered", status, body, isReplay: false };
      }),
    read: (work) => database.read(work),
    changes: (query) => database.read((sql) => readFeed(sql, query)),
    bounds: () => database.read(feedBounds),
    history: (id) => database.read((sql) => readHistory(sql, id)),
    snapshot: (onPage, query = {}) => database.read((sql) => readAll(sql, onPage, query)),
    close: () => database.close(),
  };
}

/** What became of the one change of a group. */
function outcomeOf(group: GroupOutcome): Outcome {
  const outcome = group.kind === "failed" ? group.outcome : group.outcomes[0];
  if (outcome === undefined) throw new Error("a group of one change has one outcome");
  return outcome;
}

async function readHistory(sql: Sql, id: string): Promise<readonly Event[]> {
  const rows = await sql.rows<EventRow>(
    `SELECT ${eventColumns} FROM events WHERE id = $1 ORDER BY events.seq`,
    [id],
  );
  return rows.map(eventOf);
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

async function listSome(sql: Sql, query: ListQuery): Promise<Resource[]> {
  const { kind, where = {}, key, visibleTo, after = "", limit } = query;
  const own = kind === "repos" ? "key" : "fields ->> 'repo'";
  // Beside the others as plain text, where an index has them.
  const { repo = null, status = null, ...others } = where;
  const rows = await sql.rows<ResourceRow>(
    `SELECT ${columns} FROM resources
      WHERE kind = $1 AND deleted_at IS NULL AND fields @> $2::jsonb AND key > $3
        AND ($7::text IS NULL OR fields ->> 'repo' = $7) AND ($8::text IS NULL OR fields ->> 'status' = $8)
        AND ($5::text IS NULL OR key = $5) AND ($6::text IS NULL OR coalesce(${own}, $6) = $6)
      ORDER BY key LIMIT $4`,
    [
      kind,
      JSON.stringify(others),
      after,
      limit,
      key ?? null,
      visibleTo ?? null,
      textOf(repo) ?? null,
      textOf(status) ?? null,
    ],
  );
  return rows.map(resourceOf);
}

async function readAll(
  sql: Sql,
  onPage: (resources: readonly Resource[]) => void,
  { repo }: SnapshotQuery,
): Promise<number> {
  const { head } = await feedBounds(sql);
  const which = repo === undefined ? "deleted_at IS NULL AND $3::text IS NULL" : "fields ->> 'repo' = $3";
  let [kind, key] = ["", ""];
  for (;;) {
    const rows = await sql.rows<ResourceRow>(
      `SELECT ${columns} FROM resources
        WHERE ${which} AND (kind, key) > ($1, $2) ORDER BY kind, key LIMIT ${pageSize}`,
      [kind, key, repo ?? null],
    );
    const last = rows.at(-1);
    if (last !== undefined) onPage(rows.map(resourceOf));
    if (last === undefined || rows.length < pageSize) return head;
    [kind, key] = [last.kind, last.key];
  }
}
