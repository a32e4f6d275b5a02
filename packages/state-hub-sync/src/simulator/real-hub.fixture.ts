import {
  createHub,
  hubRules,
  openPgliteProcess,
  openStore,
  type Store,
  type Database,
} from "@coulomb-loop/state-hub";
import { type ManualClock, manualClock } from "@coulomb-loop/testkit";
import type { Fetch } from "../index.ts";

/** Key of the repo that all of it is about. */
export const repo = "local/acme/ops";

/** What a person's request came to. */
export interface PersonAnswer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

/** A hub in this process over an embedded database in another one: the more this one fills, the slower git starts from it. */
export interface RealHub {
  readonly store: () => Store;
  readonly clock: ManualClock;
  /** As the sync reaches it. */
  readonly fetch: Fetch;
  /** As a person reaches it: their token, their name in the history. */
  readonly person: (
    method: string,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<PersonAnswer>;
  /** Statements past the API: what a test has to break. */
  readonly sql: (text: string) => Promise<void>;
  /** Empties it, and registers the repo anew. */
  readonly reset: () => Promise<void>;
  /** All that the hub and the files agreed on is lost, as with a hub that was restored by hand: it has another id then. */
  readonly loseLinks: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const syncActor = "sync";

/** Opens a hub in memory; it is emptied between cases, which is faster than making another one. */
export async function openRealHub(): Promise<RealHub> {
  const clock = manualClock(Date.UTC(2026, 7, 1));
  const database: Database = await openPgliteProcess();
  const open = () => openStore(database, { clock: clock.now, rules: hubRules });
  let store = await open();
  const hubOf = () => createHub({ store, storeKind: "pglite", version: "0.1.0" });
  let hub = hubOf();
  const sql = (text: string) =>
    store.transact(async (transaction) => void (await transaction.sql.rows(text)));
  const reopen = async () => {
    store = await open();
    hub = hubOf();
  };
  const person: RealHub["person"] = async (method, path, body, headers = {}) => {
    const request = new Request(`http://hub.test${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await hub.fetchAs({ name: "pat", scopes: ["admin"] }, request);
    const text = await response.text();
    const json: Readonly<Record<string, unknown>> = text === "" ? {} : JSON.parse(text);
    return { status: response.status, json };
  };
  const newId = () => sql("UPDATE hub SET id = gen_random_uuid()");
  return {
    store: () => store,
    clock,
    fetch: (request) => hub.fetchAs({ name: syncActor, scopes: ["sync"], repo }, request),
    person,
    sql,
    async reset() {
      for (const table of ["resources", "events", "replicas", "idempotency"])
        await sql(`DELETE FROM ${table}`);
      await sql("UPDATE feed SET seq = 0, min_seq = 0");
      await newId();
      await reopen();
      const body = { forge: "local", owner: "acme", name: "ops" };
      await person("PUT", `/v1/repos?key=${repo}`, body, { "if-none-match": "*" });
    },
    async loseLinks() {
      await sql("DELETE FROM resources WHERE kind = 'links'");
      await newId();
      await reopen();
    },
    close: () => store.close(),
  };
}
