import { createHub, hubRules, openPglite, openStore, type Store } from "@coulomb-loop/state-hub";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createHubClient, createLedgerClient, createTransport, type LedgerClient } from "../index.ts";

let store: Store | undefined;
let client: LedgerClient | undefined;
const repo = "local/coulomb/activity-core";
const digest = "a".repeat(64);

beforeAll(async () => {
  store = await openStore(await openPglite(), {
    clock: () => Date.parse("2026-08-01T12:00:00Z"),
    rules: hubRules,
  });
  const own = createHub({ store, storeKind: "pglite", version: "0.1.0" });
  const transport = createTransport({
    fetch: (request) => own.fetchAs({ name: "ada", scopes: ["admin"] }, request),
    url: "http://hub.test",
    wait: async () => undefined,
  });
  await createHubClient(transport).put(
    "repos",
    repo,
    { forge: "local", owner: "coulomb", name: "activity-core" },
    "new",
  );
  client = createLedgerClient(transport);
});
afterAll(() => store?.close());

function ledger(): LedgerClient {
  if (client === undefined) throw new Error("it is made before the tests");
  return client;
}

function slotAt(due: string) {
  const cycle = `kaizen-stack/bootstrap@${due}`;
  const named = { loop: "kaizen-stack", activity: "hourly-coach", repo, due, cycle };
  return { ...named, definition_digest: digest, policy_digest: digest };
}

it("expects, claims and settles a slot", async () => {
  const slot = slotAt("2026-08-01T08:00:00Z");
  expect(await ledger().expectSlots([slot])).toMatchObject([{ outcome: "new" }]);
  expect(await ledger().expectSlots([slot])).toMatchObject([{ outcome: "same" }]);
  const claimed = await ledger().claimSlots({ limit: 5 });
  expect(claimed?.slots).toMatchObject([{ due: slot.due, state: "open" }]);
  expect(await ledger().claimSlots({ limit: 5 })).toBeUndefined();
  const id = claimed?.slots[0]?.id ?? "";
  const dispatched = { id: "dispatched#1", type: "dispatched", claim: claimed?.claim.id ?? "" } as const;
  expect(await ledger().tellSlot(id, dispatched)).toMatchObject({ kind: "done", isNew: true });
  expect(await ledger().tellSlot(id, dispatched)).toMatchObject({ kind: "done", isNew: false });
  expect(await ledger().tellSlot(id, { ...dispatched, id: "settled#1", type: "settled" })).toMatchObject({
    kind: "refused",
    code: "claim_lost",
  });
  expect(await ledger().slots({ repo, state: "dispatched" })).toMatchObject([{ id }]);
  expect(await ledger().slotEvents({ type: "dispatched" })).toMatchObject([{ seq: 1, by: "ada" }]);
});

it("puts more slots there than one request takes, and answers in their order", async () => {
  const slots = Array.from({ length: 1_101 }, (_, index) =>
    slotAt(new Date(Date.UTC(2026, 8, 1, index)).toISOString().replace(".000Z", "Z")),
  );
  const outcomes = await ledger().expectSlots(slots);
  expect(outcomes.map(({ key }) => key.split("@").at(-1))).toEqual(slots.map(({ due }) => due));
  expect(await ledger().slots({ from: "2026-09-01T00:00:00Z" })).toHaveLength(1_101);
});

it("keeps a record once", async () => {
  const at = "2026-08-01T09:00:00Z";
  const record = {
    record_id: "11111111-1111-4111-8111-111111111111",
    agent: "coach",
    repo,
    attempt: 1,
    trigger: "manual",
    success: true,
    outcome: "success",
    time_s: 60,
    started_at: at,
    finished_at: at,
    recorded_at: at,
    actor: "ada",
  } as const;
  expect(await ledger().putRecord(record)).toMatchObject({ kind: "done", isNew: true });
  expect(await ledger().putRecord(record)).toMatchObject({ kind: "done", isNew: false });
  expect(await ledger().putRecord({ ...record, time_s: 61 })).toMatchObject({
    kind: "refused",
    code: "content_differs",
  });
  expect(await ledger().records({ agent: "coach" })).toMatchObject([{ record: { time_s: 60 } }]);
});
