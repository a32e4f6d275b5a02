import type { OpsDocuments } from "@coulomb-loop/cadence";
import { createGitForge, type Forge } from "@coulomb-loop/forge";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import { createHub, type Database, hubRules, openStore, type Store } from "@coulomb-loop/state-hub";
import {
  createHubClient,
  createLedgerClient,
  createTransport,
  type HubClient,
  type LedgerClient,
} from "@coulomb-loop/state-hub-sync";
import {
  createFleet,
  type Fleet,
  type ManualClock,
  manualClock,
  memoryCache,
  type Person,
  personAt,
} from "@coulomb-loop/testkit";
import { compileDefinitions } from "./compile.ts";
import { inSync, ownOps } from "./ops.fixture.ts";
import { type TickContext, type TickResult, tick } from "./tick.ts";

/** The three pilots of the seed. */
export const pilots = ["activity-core", "kaizen-agentic", "the-custodian"] as const;

/** A name of a pilot. */
export type Pilot = (typeof pilots)[number];

/** Repo id of a pilot. */
export function idOf(pilot: Pilot): string {
  return `local/coulomb/${pilot}`;
}

/** A hub on a real database, real git repositories of the pilots, and a clock that only tests move. */
export interface Stage {
  readonly clock: ManualClock;
  readonly hub: HubClient;
  readonly ledger: LedgerClient;
  readonly forge: Forge;
  readonly at: (pilot: Pilot) => Person;
  /** What a tick works with; `ops` are the documents from now on. */
  readonly context: (more?: Partial<TickContext> & { readonly ops?: OpsDocuments }) => TickContext;
  readonly tick: (more?: Partial<TickContext> & { readonly ops?: OpsDocuments }) => Promise<TickResult>;
  /** The hub as a client of another name reaches it: what it sends says so in \`x-ticker\`. */
  readonly client: (name: string) => Pick<TickContext, "hub" | "ledger">;
  /** The hub as the holder of another token reaches it: the history names them. */
  readonly holder: (name: string) => Pick<TickContext, "ledger"> & { readonly hub: HubClient };
  /** Closes a slot as an agent does. */
  readonly record: (slot: string, more?: Partial<HubApi.MetricsRecord>) => Promise<HubApi.KeptRecord>;
  readonly close: () => Promise<void>;
}

/**
 * A database as if it were new, which a stage may close: opening one takes seconds. Hubs leave what is theirs alone: `hub`, `feed`
 * and the list of migrations.
 */
export async function emptied(database: Database): Promise<Database> {
  // Of a database without tables there is nothing to empty.
  await (
    await openStore({ ...database, close: async () => undefined }, { clock: Date.now, rules: hubRules })
  ).close();
  await database.write((sql) =>
    sql.rows("TRUNCATE resources, events, slots, slot_events, records, idempotency, tokens, replicas"),
  );
  return { ...database, close: async () => undefined };
}

/** Opens a stage at an instant. `wrap` may stand between clients and the hub: for faults. */
export async function openStage(
  database: Database,
  start: string,
  wrap: (send: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response> = (send) =>
    send,
): Promise<Stage> {
  const clock = manualClock(Date.parse(start));
  const store = await openStore(database, { clock: () => clock.now(), rules: hubRules });
  const own = createHub({ store, storeKind: database.kind, version: "0.1.0" });
  const fleet = await createFleet({
    repos: Object.fromEntries(
      pilots.map((pilot) => [`coulomb/${pilot}`, { files: { ".kaizen/schedule.yml": inSync() } }]),
    ),
  });
  return stageOver({
    clock,
    store,
    fleet,
    send: wrap((request) => own.fetchAs({ name: "ticker", scopes: ["admin"] }, request)),
    sendAs: (name) => (request) => own.fetchAs({ name, scopes: ["admin"] }, request),
  });
}

interface Parts {
  readonly clock: ManualClock;
  readonly store: Store;
  readonly fleet: Fleet;
  readonly send: (request: Request) => Promise<Response>;
  readonly sendAs: (name: string) => (request: Request) => Promise<Response>;
}

function stageOver({ clock, store, fleet, send, sendAs }: Parts): Stage {
  const clientOf = (fetch: typeof send) => {
    const transport = createTransport({ fetch, url: "http://hub.test", wait: async () => undefined });
    return { hub: createHubClient(transport), ledger: createLedgerClient(transport) };
  };
  const { hub, ledger } = clientOf(send);
  const forge = createGitForge({
    name: "local",
    url: fleet.folder,
    identity: { name: "test", email: "test@example.org" },
    env: process.env,
    installation: "test",
  });
  let documents = ownOps();
  let records = 0;
  const context: Stage["context"] = ({ ops, ...more } = {}) => {
    documents = ops ?? documents;
    const lock = compileDefinitions(documents, undefined, ".lock.json").lock;
    const { definitions } = compileDefinitions(documents, lock, ".lock.json");
    const forges = new Map([["local", forge]]);
    return { documents, definitions, hub, ledger, forges, cache: memoryCache(), concurrency: 2, ...more };
  };
  return {
    clock,
    hub,
    ledger,
    forge,
    at: (pilot) => personAt(fleet.path(`coulomb/${pilot}`)),
    context,
    tick: (more) => tick(context(more)),
    client: (name) =>
      clientOf((request) => {
        request.headers.set("x-ticker", name);
        return send(request);
      }),
    holder: (name) => clientOf(sendAs(name)),
    record: async (slot, more = {}) => {
      records += 1;
      const now = new Date(clock.now()).toISOString();
      const [, , forgeName, owner, rest = ""] = slot.split("/");
      const kept = await ledger.putRecord({
        record_id: `00000000-0000-4000-8000-${String(records).padStart(12, "0")}`,
        agent: slot.split("-")[2] ?? "coach",
        repo: `${forgeName}/${owner}/${rest.split("@")[0]}`,
        slot,
        attempt: 1,
        trigger: "schedule",
        success: true,
        outcome: "success",
        time_s: 60,
        started_at: now,
        finished_at: now,
        recorded_at: now,
        actor: "agent",
        ...more,
      });
      if (kept.kind !== "done") throw new Error(JSON.stringify(kept));
      return kept.value;
    },
    close: async () => {
      await store.close();
      fleet.remove();
    },
  };
}
