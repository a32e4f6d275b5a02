import type { Promotion, PromotionSeal } from "@coulomb-loop/schemas";
import { createHub, hubRules, openPglite, openStore } from "@coulomb-loop/state-hub";
import { createHubClient, createTransport } from "@coulomb-loop/state-hub-sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tellDecisions } from "./promotion-decisions.ts";

const record: Promotion = {
  schema_version: "promotion/v1",
  id: "PROM-0001",
  loop: "upkeep",
  from: "bootstrap",
  to: "stabilize",
  direction: "promote",
  trigger: "evidence",
  proposed_at: "2026-07-06T12:00:00.000Z",
  proposed_by: "coulomb",
  policy_digest: "0".repeat(64),
  prev_record_digest: null,
  gates: [
    { key: "cycles-clean", result: "success", description: "3 cycles of 3 are clean" },
    { key: "approval", result: "pending", description: "nobody was asked yet" },
    { key: "window", result: "pending", description: "office is shut" },
  ],
  targets: [{ repo: "local/acme/shop", from: "bootstrap", to: "stabilize" }],
  responses: [],
  result: "proposed",
};

const answer = (user: string, action: "approve" | "reject", time: string, message: string) => ({
  user,
  action,
  time,
  message,
  head: "a".repeat(40),
});

const seal: PromotionSeal = {
  schema_version: "promotion-seal/v1",
  record: "PROM-0001",
  record_digest: "1".repeat(64),
  merge_commit: "b".repeat(40),
  merged_by: "coulomb",
  sealed_at: "2026-07-06T14:00:00.000Z",
  responses: [
    answer("ada", "approve", "2026-07-06T12:30:00.000Z", "the cycles are clean"),
    answer("bob", "approve", "2026-07-06T12:20:00.000Z", "yes"),
  ],
  targets: [{ repo: "local/acme/shop", state: "in_sync" }],
  result: "merged",
};

const repo = "local/acme/ops";
const now = Date.parse("2026-07-07T12:00:00Z");

describe("tellDecisions", () => {
  let store: Awaited<ReturnType<typeof openStore>>;
  const client = () => {
    const hub = createHub({ store, storeKind: "pglite", version: "0.1.0" });
    const fetch = (request: Request) => hub.fetchAs({ name: "tool", scopes: ["admin"] }, request);
    return createHubClient(createTransport({ fetch, url: "http://hub.test", wait: async () => undefined }));
  };
  beforeAll(async () => {
    store = await openStore(await openPglite(), { clock: () => now, rules: hubRules });
    await client().put("repos", repo, { forge: "local", owner: "acme", name: "ops" }, "new");
  });
  afterAll(() => store.close());
  const decisions = async () =>
    (await store.list({ kind: "decisions", limit: 100 })).map(({ key, fields }) => ({ key, fields }));
  const tell = async (records: readonly Promotion[], seals: readonly PromotionSeal[]) => {
    const chain = { records, seals: new Map(seals.map((each) => [each.record, each])) };
    return (await tellDecisions(client(), repo, "upkeep", chain)).told;
  };

  it("tells a promotion when it is sealed, with what was proved and who agreed, and not twice", async () => {
    expect(await tell([record], [])).toEqual([]);
    expect(await decisions()).toEqual([]);
    expect(await tell([record], [seal])).toEqual(["PROM-0001"]);
    expect(await decisions()).toMatchObject([
      {
        key: "upkeep/PROM-0001",
        fields: {
          decided_by: "ada, bob",
          decided_at: "2026-07-06T12:30:00.000Z",
          rationale:
            "cycles-clean: 3 cycles of 3 are clean; ada approved: the cycles are clean; bob approved: yes",
        },
      },
    ]);
    expect(await tell([record], [seal])).toEqual([]);
  });

  it("tells a demotion at once, with its reason", async () => {
    const back: Promotion = { ...record, id: "PROM-0002", direction: "demote", reason: "a coach failed" };
    expect(await tell([back], [])).toEqual(["PROM-0002"]);
    const told = (await decisions()).find(({ key }) => key === "upkeep/PROM-0002");
    expect(told?.fields).toMatchObject({ rationale: "a coach failed", decided_by: "coulomb" });
  });
});
