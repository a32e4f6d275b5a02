import {
  createHub,
  type Database,
  hubRules,
  openPglite,
  openStore,
  type Store,
} from "@coulomb-loop/state-hub";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createHubClient, createTransport, type HubClient } from "../index.ts";

let database: Database | undefined;
let store: Store | undefined;
let client: HubClient | undefined;
const repo = "local/coulomb/coulomb-loop";

beforeAll(async () => {
  database = await openPglite();
  store = await openStore(database, {
    clock: () => Date.parse("2026-08-01T00:00:00Z"),
    rules: hubRules,
  });
  const own = createHub({ store, storeKind: "pglite", version: "0.1.0" });
  client = createHubClient(
    createTransport({
      fetch: (request) => own.fetchAs({ name: "ada", scopes: ["admin"] }, request),
      url: "http://hub.test",
      wait: async () => undefined,
    }),
  );
  await client.put("repos", repo, { forge: "local", owner: "coulomb", name: "coulomb-loop" }, "new");
});
afterAll(() => store?.close());

function hub(): HubClient {
  if (client === undefined) throw new Error("it is made before the tests");
  return client;
}

it("writes on a condition, and says what is there instead", async () => {
  const fields = { title: "One", status: "todo", repo } as const;
  const made = await hub().put("tasks", "T-1", fields, "new");
  if (made.kind !== "done") throw new Error(made.kind);
  expect(made).toMatchObject({ isNew: true, value: { key: "T-1", rev: 1 } });
  expect(await hub().put("tasks", "T-1", fields, "new")).toMatchObject({
    kind: "stale",
    current: { rev: 1 },
  });
  const { id } = made.value;
  expect(await hub().patch("tasks", id, { status: "done" }, 1)).toMatchObject({
    kind: "done",
    isNew: false,
    value: { rev: 2 },
  });
  expect(await hub().patch("tasks", id, { status: "todo" }, 2)).toMatchObject({
    kind: "refused",
    code: "status_move",
  });
  expect(await hub().patch("tasks", id, { status: "todo" }, 2, "not so")).toMatchObject({ kind: "done" });
  expect(await hub().get("tasks", id)).toMatchObject({ kind: "done", value: { status: "todo" } });
  expect(await hub().remove("tasks", id, 3)).toMatchObject({ kind: "done" });
  expect(await hub().get("tasks", id)).toEqual({ kind: "gone" });
  expect(await hub().get("tasks", "11111111-1111-4111-8111-111111111111")).toEqual({ kind: "missing" });
});

it("lists every page", async () => {
  for (let at = 0; at < 7; at += 1)
    await hub().put("tasks", `L-${at}`, { title: "t", status: "blocked", repo }, "new");
  const found = await hub().list("tasks", { status: "blocked", limit: "3" });
  expect(found.map(({ key }) => key)).toEqual(Array.from({ length: 7 }, (_, at) => `L-${at}`));
});

it("claims, keeps and gives back a task", async () => {
  await hub().put("tasks", "C-1", { title: "t", status: "todo", repo, labels: ["c"] }, "new");
  const claimed = await hub().claim({ labels: ["c"] }, "first");
  if (claimed.kind !== "done" || claimed.value.claim === undefined) throw new Error(claimed.kind);
  expect(await hub().claim({ labels: ["c"] }, "first")).toMatchObject({ value: { id: claimed.value.id } });
  expect(await hub().claim({ labels: ["c"] }, "second")).toEqual({ kind: "missing" });
  const claim = claimed.value.claim.id;
  expect(await hub().renew(claimed.value.id, { claim, lease_s: 60 })).toMatchObject({ kind: "done" });
  expect(await hub().release(claimed.value.id, { claim, status: "done" })).toMatchObject({
    value: { status: "done" },
  });
  expect(await hub().release(claimed.value.id, { claim })).toMatchObject({
    kind: "refused",
    code: "claim_lost",
  });
});

it("tells events, and makes, lists and revokes tokens", async () => {
  expect(await hub().tell({ id: "e-1", type: "note" })).toMatchObject({ kind: "done", isNew: true });
  expect(await hub().tell({ id: "e-1", type: "note" })).toMatchObject({ kind: "done", isNew: false });
  const made = await hub().createToken({ name: "ci", scopes: ["read"] }, "t-1");
  if (made.kind !== "done") throw new Error(made.kind);
  expect(made.value.token).toMatch(/^coulomb_hub_/);
  expect(await hub().tokens()).toMatchObject([{ name: "ci" }]);
  expect(await hub().revokeToken(made.value.id)).toMatchObject({ kind: "done" });
  expect(await hub().tokens()).toMatchObject([{ revoked_at: "2026-08-01T00:00:00.000Z" }]);
  expect(await hub().meta()).toMatchObject({ store: "pglite" });
});

it("knows what was told of a repo, as far back as the hub remembers", async () => {
  for (const id of ["e-2", "e-3"]) await hub().tell({ id, type: "note", repo });
  expect(await hub().told(repo)).toEqual(new Set(["e-2", "e-3"]));
  expect(await hub().told("local/coulomb/other")).toEqual(new Set());
  await database?.write((sql) => sql.rows("UPDATE feed SET min_seq = seq"));
  await hub().tell({ id: "e-4", type: "note", repo });
  expect(await hub().told(repo)).toEqual(new Set(["e-4"]));
});
