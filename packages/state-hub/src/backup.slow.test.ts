import { expect, it } from "vitest";
import { hubOver } from "./api.fixture.ts";
import { backupHub, openPglite, readBackup, restoreHub } from "./index.ts";

const create = { "if-none-match": "*" };

const slot = (due: string) => ({
  loop: "kaizen-stack",
  activity: "hourly-coach",
  repo: "local/coulomb/coulomb-loop",
  due,
  cycle: `kaizen-stack/bootstrap@${due}`,
  definition_digest: "a".repeat(64),
  policy_digest: "a".repeat(64),
});
const record = {
  record_id: "11111111-1111-4111-8111-111111111111",
  agent: "coach",
  repo: "local/coulomb/coulomb-loop",
  attempt: 1,
  trigger: "manual",
  success: true,
  outcome: "success",
  time_s: 1.5,
  started_at: "2026-07-31T08:00:00Z",
  finished_at: "2026-07-31T08:02:00Z",
  recorded_at: "2026-07-31T08:02:01Z",
  actor: "ann",
};

async function stocked() {
  const database = await openPglite();
  const hub = await hubOver(database);
  await hub.call("PUT", "/v1/repos?key=local/coulomb/coulomb-loop", {
    headers: create,
    body: { forge: "local", owner: "coulomb", name: "coulomb-loop" },
  });
  for (const key of ["T1", "T2"])
    await hub.call("PUT", `/v1/tasks?key=${key}`, {
      headers: create,
      body: { title: `${key}: "quotes" 🚲`, status: "todo", repo: "local/coulomb/coulomb-loop" },
    });
  const due = "2026-07-31T08:00:00Z";
  const { json } = await hub.call("POST", "/v1/slots/expect", { body: { slots: [slot(due)] } });
  await hub.call("POST", "/v1/slots/claim", { body: {} });
  await hub.call("POST", `/v1/slots/${json.slots[0].id}/events`, { body: { id: "n-1", type: "note" } });
  await hub.call("PUT", `/v1/records/by-key/${record.record_id}`, { body: record });
  const token = await hub.token(["read"]);
  const lines: string[] = [];
  const summary = await backupHub(database, (line) => lines.push(line));
  return { hub, token, lines, summary };
}

it("brings everything back: resources, history, ids and tokens; and lets readers begin anew", async () => {
  const { hub, token, lines, summary } = await stocked();
  expect(summary.rows).toEqual({
    resources: 3,
    events: 3,
    tokens: 1,
    replicas: 0,
    slots: 1,
    slot_events: 1,
    records: 1,
  });
  expect(lines.join("\n")).not.toContain(token);
  const database = await openPglite();
  const restored = await restoreHub(database, readBackup(lines), summary.seq);
  expect(restored.rows).toEqual({ resources: 3, events: 3, tokens: 1, slots: 1, slot_events: 1, records: 1 });
  expect(restored).toMatchObject({ hubId: hub.store.hubId, seq: summary.seq + 1_000_000 });
  const again = await hubOver(database);
  expect(again.store.hubId).toBe(hub.store.hubId);
  const [before, after] = await Promise.all(
    [hub, again].map(async ({ call }) => {
      const list = await call("GET", "/v1/tasks", { token });
      const history = await call("GET", `/v1/tasks/${list.json.items[0].id}/history`, { token });
      const ledger = await Promise.all(
        ["slots", "slots/events", "records"].map((each) => call("GET", `/v1/${each}`, { token })),
      );
      return [list.json, history.json, ...ledger.map(({ json }) => json)];
    }),
  );
  expect(after).toEqual(before);
  expect(await again.call("GET", `/v1/changes?since=${summary.seq}`)).toMatchObject({ status: 410 });
  const made = await again.call("PUT", "/v1/tasks?key=T3", {
    headers: create,
    body: { title: "after", status: "todo", repo: "local/coulomb/coulomb-loop" },
  });
  expect(made.status).toBe(201);
  expect((await again.call("GET", `/v1/changes?since=${restored.seq}`)).json.changes).toMatchObject([
    { key: "T3" },
  ]);
  await Promise.all([hub.store.close(), again.store.close()]);
});

it("refuses a file that is cut off, changed or none, and a database that is not empty", async () => {
  const { hub, lines } = await stocked();
  const empty = await openPglite();
  const changed = lines.map((line) => line.replace("todo", "done"));
  for (const broken of [[], ["{}"], lines.slice(0, -1), lines.slice(0, -2).concat(lines.slice(-1)), changed])
    expect(() => readBackup(broken)).toThrow(expect.objectContaining({ code: "hub_backup" }));
  await restoreHub(empty, readBackup(lines), 0);
  await expect(restoreHub(empty, readBackup(lines), 0)).rejects.toMatchObject({ code: "hub_not_empty" });
  await Promise.all([hub.store.close(), empty.close()]);
});

it("lets a reader begin anew also when one backup is restored twice", async () => {
  const { hub, lines } = await stocked();
  const backup = readBackup(lines);
  const now = Date.parse("2026-07-31T09:00:00Z");
  const restoredAt = async (at: number, from = backup) => {
    const database = await openPglite();
    const { seq } = await restoreHub(database, from, at);
    return { seq, database, ...(await hubOver(database)) };
  };
  const first = await restoredAt(now);
  const change = async ({ call }: typeof first, title: string) => {
    const { json } = await call("GET", "/v1/tasks?key=T1");
    const [{ id, rev }] = json.items;
    return call("PATCH", `/v1/tasks/${id}`, { headers: { "if-match": `"${rev}"` }, body: { title } });
  };
  expect(await change(first, "A")).toMatchObject({ status: 200 });
  const { head_seq: read } = (await first.call("GET", `/v1/changes?since=${first.seq}`)).json;
  const second = await restoredAt(now + 60_000);
  expect(await change(second, "B")).toMatchObject({ status: 200 });
  expect(await change(second, "C")).toMatchObject({ status: 200 });
  expect(await second.call("GET", `/v1/changes?since=${read}`)).toMatchObject({ status: 410 });
  // And where the backup is of a hub that was restored a minute ago.
  const again: string[] = [];
  await backupHub(second.database, (line) => again.push(line));
  const [third, fourth] = [
    await restoredAt(now + 120_000, readBackup(again)),
    await restoredAt(now + 180_000, readBackup(again)),
  ];
  expect(fourth.seq).toBeGreaterThan(third.seq + 1_000);
  await Promise.all([hub, first, second, third, fourth].map(({ store }) => store.close()));
});
