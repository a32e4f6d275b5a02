import { createHash } from "node:crypto";
import { type HubUnderTest, hubOver } from "./api.fixture.ts";
import type { Database, Sql } from "./index.ts";

/** What a batch has come to: what was there before it, its writes of a sync, and the claim after them. */
export const stages = ["prepared", "synced", "claimed"] as const;
export type Stage = (typeof stages)[number];

/** Two requests that write in one go each, in a repo of their own: a sync of every kind of item, and a claim under a key. */
export interface KillBatch {
  /** The repo and what the requests change. */
  readonly prepare: () => Promise<void>;
  /** Both requests, one after the other; told of each that was answered as it should be. Ends with the first that was not. */
  readonly write: (answered: (stage: Stage) => void) => Promise<void>;
  /** Sends both again, as a client does that was not answered. */
  readonly repeat: () => Promise<void>;
}

/** The instant of the batches: leases and keys of before hold. */
const instant = "2026-08-01T00:00:00Z";

/** Opens the batch of a name; the same name is about the same resources, in every process. */
export async function openBatch(database: Database, name: string): Promise<KillBatch> {
  const hub = await hubOver(database, instant);
  const replica = `/v1/replicas/${idOf(name)}`;
  const sync = (items: readonly object[]) =>
    hub.call("POST", `${replica}/sync`, { body: { fence: 1, items } });
  const claim = () => claimIn(hub, name);
  return {
    async prepare() {
      const body = { id: idOf(name), forge: "local", owner: "coulomb", name };
      const headers = { "if-none-match": "*" };
      must(await hub.call("PUT", `/v1/repos?key=${repoOf(name)}`, { body, headers }), 201);
      must(await hub.call("POST", `${replica}/lease`, { body: { holder: "run", lease_s: 60 } }), 200);
      must(await sync(firstItems(name)), 200);
    },
    async write(answered) {
      // So that the lease is one of the things that the batch writes.
      hub.clock.advance(10_000);
      if (!isDone(await sync(laterItems(name)))) return;
      answered("synced");
      if (!isDone(await claim())) return;
      answered("claimed");
    },
    async repeat() {
      hub.clock.advance(10_000);
      must(await sync(laterItems(name)), 200);
      must(await whenOver(claim), 200);
    },
  };
}

/** How far a batch came, as its rows say. Throws where a part of it is there without the others. */
export async function stageOf(sql: Sql, name: string): Promise<Stage> {
  const rows = await sql.rows<{ readonly name: string; readonly rev: number }>(
    "SELECT kind || ' ' || replace(key, $1, '') AS name, rev FROM resources WHERE fields ->> 'repo' = $2",
    [`${name}-`, repoOf(name)],
  );
  const [lease] = await sql.rows<{ readonly seconds: number }>(
    "SELECT extract(epoch FROM expires_at - $2::timestamptz)::float8 AS seconds FROM replicas WHERE repo_id = $1",
    [idOf(name), instant],
  );
  const keys = await sql.rows("SELECT 1 FROM idempotency WHERE key = $1", [name]);
  const found = JSON.stringify([
    rows.map((row) => `${row.name.replace(repoOf(name), "")}@${row.rev}`).sort(),
    lease?.seconds,
    keys.length,
  ]);
  const stage = stages.find((each) => JSON.stringify(shapes[each]) === found);
  if (stage === undefined) throw new Error(`${name} is neither whole nor absent: ${found}`);
  return stage;
}

const prepared = ["links  lost@1", "links  pushed@1", "tasks lost@1", "tasks pushed@1", "workstreams plan@1"];
const synced = [
  `conflicts lost.status commit:${"a".repeat(40)} rev:1@1`,
  "links  lost@2",
  "links  new@1",
  "links  pushed@2",
  "links  urgent@1",
  "tasks lost@2",
  "tasks new@1",
  "tasks pushed@2",
  "tasks urgent@1",
  "workstreams plan@2",
];

/** Resources with their revisions, seconds that the lease holds, keys that were used. */
const shapes: Readonly<Record<Stage, readonly [readonly string[], number, number]>> = {
  prepared: [prepared, 300, 0],
  synced: [synced, 310, 0],
  claimed: [synced.map((each) => each.replace("tasks urgent@1", "tasks urgent@2")), 310, 1],
};

function firstItems(name: string): readonly object[] {
  const plan = { do: "workstream", key: `${name}-plan`, rev: null };
  return [
    { ...plan, values: { title: "Plan", status: "active" } },
    create(name, "pushed", "low"),
    create(name, "lost", "low"),
  ];
}

function laterItems(name: string): readonly object[] {
  const change = { do: "task", rev: 1, link_rev: 1, set: { status: "done" } };
  const base = { status: "done", title: name, priority: "low" };
  const base_revs = { status: 2, title: 1, priority: 1 };
  const conflict = {
    field: "status",
    base: "todo",
    local: { value: "done", version: `commit:${"a".repeat(40)}` },
    remote: { value: "blocked", version: "rev:1" },
    loser: "remote",
  };
  return [
    {
      do: "workstream",
      key: `${name}-plan`,
      rev: 1,
      values: { title: "Plan", status: "active", owner: "ada" },
    },
    create(name, "urgent", "critical"),
    create(name, "new", "low"),
    { ...change, id: idOf(`${name}-pushed`), base, base_revs },
    { ...change, id: idOf(`${name}-lost`), base, base_revs, conflicts: [conflict] },
  ];
}

function create(name: string, task: string, priority: string): object {
  const key = `${name}-${task}`;
  const values = { status: "todo", title: name, priority };
  return { do: "create", key, id: idOf(key), workstream: `${name}-plan`, values };
}

function claimIn(hub: HubUnderTest, name: string) {
  return hub.call("POST", "/v1/tasks/claim", {
    body: { repo: repoOf(name) },
    headers: { "idempotency-key": name },
  });
}

function repoOf(name: string): string {
  return `local/coulomb/${name}`;
}

/** An id that follows from a name. */
function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Whether a request was answered; one that was cut off is told to come again, and nothing else. */
function isDone({ status, text }: { readonly status: number; readonly text: string }): boolean {
  if (status !== 200 && status !== 503) throw new Error(`answered ${status}: ${text}`);
  return status === 200;
}

/**
 * Repeats a request while the hub says that the same one is under way: a server learns only after a while that the process it
 * works for was killed.
 */
async function whenOver(ask: () => ReturnType<HubUnderTest["call"]>): ReturnType<HubUnderTest["call"]> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if (answer.status !== 409 || !answer.text.includes("idempotency_in_flight") || tries === mostTries)
      return answer;
  }
}

const mostTries = 5_000;

function must({ status, text }: { readonly status: number; readonly text: string }, expected: number): void {
  if (status !== expected) throw new Error(`answered ${status}: ${text}`);
}
