import { createHub, hubRules, openPglite, openStore, type Store } from "@coulomb-loop/state-hub";
import { manualClock } from "@coulomb-loop/testkit";
import { afterAll, expect, it } from "vitest";
import { coulombHub, createHubSide, createTransport, type Fetch } from "../index.ts";
import { describeHub, type HubStage } from "./describe-hub.fixture.ts";

const clock = manualClock(Date.parse("2026-08-01T00:00:00Z"));
let store: Store | undefined;
afterAll(() => store?.close());

/** One database for all: it is emptied for each test, which is faster than making another one. */
async function emptyStore(): Promise<Store> {
  store ??= await openStore(await openPglite(), { clock: clock.now, rules: hubRules });
  await store.transact(async ({ sql }) => {
    for (const table of ["resources", "events", "replicas"]) await sql.rows(`DELETE FROM ${table}`);
    await sql.rows("UPDATE feed SET seq = 0, min_seq = 0");
  });
  return store;
}

const repo = "local/coulomb/coulomb-loop";

describeHub("our own hub", coulombHub, stage);

async function stage(): Promise<HubStage & { readonly sql: (text: string) => Promise<void> }> {
  const empty = await emptyStore();
  const hub = createHub({ store: empty, storeKind: "pglite", version: "0.1.0", adminSecret: "secret" });
  const write = async (method: string, path: string, body: object, headers: Record<string, string>) => {
    const response = await hub.fetch(
      new Request(`http://hub.test${path}`, {
        method,
        body: JSON.stringify(body),
        headers: { authorization: "Bearer secret", "content-type": "application/json", ...headers },
      }),
    );
    const json: { readonly id: string } = JSON.parse(await response.text());
    if (response.status >= 300) throw new Error(JSON.stringify(json));
    return json;
  };
  const create = { "if-none-match": "*" };
  await write(
    "PUT",
    `/v1/repos?key=${repo}`,
    { forge: "local", owner: "coulomb", name: "coulomb-loop" },
    create,
  );
  const sql = (text: string) =>
    empty.transact(async (transaction) => void (await transaction.sql.rows(text)));
  return {
    fetch: (request) => hub.fetch(request),
    token: "secret",
    repo,
    sql,
    async addTask(key, status) {
      const body = { title: key, status, repo };
      return (await write("PUT", `/v1/tasks?key=${key}`, body, create)).id;
    },
    async setStatus(id, status, reason = "so") {
      await write("PATCH", `/v1/tasks/${id}?reason=${reason}`, { status }, { "if-match": '"1"' });
    },
    forget: () => sql("UPDATE feed SET min_seq = seq"),
  };
}

it("takes no snapshot that is cut off, and says that a repo is not registered", async () => {
  const hub = await stage();
  await hub.addTask("T-1", "todo");
  const cutAt = (place: (text: string) => number): Fetch => {
    return async (request) => {
      const response = await hub.fetch(request);
      if (!request.url.includes("/v1/snapshot")) return response;
      const text = (await response.text()).trimEnd();
      return new Response(text.slice(0, place(text)), response);
    };
  };
  const places: readonly ((text: string) => number)[] = [
    (text) => text.lastIndexOf("\n"),
    (text) => text.length - 9,
    (text) => text.lastIndexOf("\n") - 9,
    () => 9,
  ];
  for (const place of places)
    await expect(sideOver(cutAt(place)).observe()).rejects.toMatchObject({ code: "hub_failed" });
  await expect(sideOver(hub.fetch, "local/coulomb/none").observe()).rejects.toMatchObject({
    code: "hub_unregistered",
  });
});

function sideOver(fetch: Fetch, key = repo) {
  return createHubSide({
    mapping: coulombHub,
    repo: key,
    holder: "run",
    cache: { read: () => undefined, write: () => undefined },
    transport: createTransport({
      fetch,
      url: "http://hub.test",
      token: "secret",
      wait: async () => undefined,
    }),
  });
}

it.each(["lost", "503"])("keeps the lease that it was given when the answer is %s", async (what) => {
  const hub = await stage();
  let asked = 0;
  const losing: Fetch = async (request) => {
    const answer = await hub.fetch(request);
    if (!request.url.endsWith("/lease") || ++asked > 1) return answer;
    if (what === "lost") throw new Error("reset");
    return Response.json({}, { status: 503 });
  };
  const side = sideOver(losing);
  await side.observe();
  expect(await side.lease()).toMatchObject({ kind: "ours", fence: 1 });
  expect(asked).toBe(2);
  expect(await sideOver(hub.fetch).lease()).toMatchObject({ kind: "held" });
});

it("sends more than 500 writes in several requests", async () => {
  const hub = await stage();
  let requests = 0;
  const side = createHubSide({
    mapping: coulombHub,
    repo,
    holder: "run",
    cache: { read: () => undefined, write: () => undefined },
    transport: createTransport({
      fetch: hub.fetch,
      url: "http://hub.test",
      token: "secret",
      wait: async () => undefined,
      onRequest: (_method, path) => {
        requests += path.endsWith("/sync") ? 1 : 0;
      },
    }),
  });
  await side.observe();
  const lease = await side.lease();
  if (lease.kind !== "ours") throw new Error("nobody else has it");
  const workstream = {
    do: "workstream",
    key: "LOOP-WP-0001",
    rev: null,
    values: { title: "Plan", status: "active" },
  } as const;
  const creates = Array.from({ length: 1_800 }, (_, at) => ({
    do: "create" as const,
    key: `LOOP-WP-0001-T${at}`,
    workstream: "LOOP-WP-0001",
    // Long titles: a request is bounded by its bytes too.
    values: { status: "todo", title: "t".repeat(at < 600 ? 20 : 2_000) },
  }));
  const outcomes = await side.sync(lease, [workstream, ...creates]);
  if (outcomes === "lease_lost") throw new Error("the lease is ours");
  expect(outcomes.filter(({ kind }) => kind !== "done")).toEqual([]);
  expect(requests).toBeGreaterThan(3);
  expect((await side.observe()).tasks.size).toBe(1_800);
});
