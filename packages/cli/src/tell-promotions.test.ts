import type { PromotionEvent } from "@coulomb-loop/schemas";
import { createHub, hubRules, openPglite, openStore } from "@coulomb-loop/state-hub";
import { createHubClient, createTransport } from "@coulomb-loop/state-hub-sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tellEvents } from "./tell-promotions.ts";

const repo = "local/acme/ops";
const now = Date.parse("2026-07-06T12:00:00Z");

const event = (number: number, more: Partial<PromotionEvent> = {}): PromotionEvent => ({
  format_version: "1.0",
  kind: "approval_counted",
  id: String(number).padStart(64, "0"),
  installation: "ops",
  ops_repo: repo,
  loop: "upkeep",
  record: "PROM-0001",
  direction: "promote",
  head: "a".repeat(40),
  at: new Date(now).toISOString(),
  repos: ["local/acme/shop", "local/acme/billing"],
  from: "bootstrap",
  to: "stabilize",
  actor: "ada",
  message: "approved by ada: good",
  answer: "approve",
  ...more,
});

describe("tellEvents", () => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let sent: string[] = [];
  const client = () => {
    const hub = createHub({ store, storeKind: "pglite", version: "0.1.0" });
    const fetch = (request: Request) => {
      sent.push(`${request.method} ${new URL(request.url).pathname}`);
      return hub.fetchAs({ name: "tool", scopes: ["admin"] }, request);
    };
    return createHubClient(createTransport({ fetch, url: "http://hub.test", wait: async () => undefined }));
  };
  beforeAll(async () => {
    store = await openStore(await openPglite(), { clock: () => now, rules: hubRules });
  });
  afterAll(() => store.close());
  const told = async () =>
    (await store.list({ kind: "events", limit: 100 })).map(({ key, fields }) => ({ key, fields }));

  it("says why the hub refuses an event of a repo that it does not know", async () => {
    expect(await tellEvents(client(), repo, [event(1)])).toContain("approval_counted of PROM-0001: ");
    const [forge = "", owner = "", name = ""] = repo.split("/");
    await client().put("repos", repo, { forge, owner, name }, "new");
  });

  it("tells each event with all that it says", async () => {
    expect(await tellEvents(client(), repo, [event(1)])).toBeUndefined();
    expect(await told()).toEqual([
      {
        key: event(1).id,
        fields: {
          type: "approval_counted",
          repo,
          subject: { kind: "decisions", key: "upkeep/PROM-0001" },
          at: "2026-07-06T12:00:00.000Z",
          message: "approved by ada: good",
          data: {
            loop: "upkeep",
            record: "PROM-0001",
            direction: "promote",
            head: "a".repeat(40),
            repos: "local/acme/shop local/acme/billing",
            from: "bootstrap",
            to: "stabilize",
            actor: "ada",
            answer: "approve",
          },
        },
      },
    ]);
  });

  it("asks once what is known, and sends nothing again", async () => {
    sent = [];
    await tellEvents(client(), repo, [event(1), event(2)]);
    await tellEvents(client(), repo, [event(1), event(2)]);
    expect(sent).toEqual(["GET /v1/changes", "POST /v1/events", "GET /v1/changes"]);
    sent = [];
    await tellEvents(client(), repo, []);
    expect(sent).toEqual([]);
  });

  it("leaves each once when two runs tell it at once, in the words of the first", async () => {
    const many = Array.from({ length: 12 }, (_, index) => event(index + 1));
    const others = many.map((each) => ({
      ...each,
      message: "seen later",
      at: new Date(now + 1).toISOString(),
    }));
    expect(await Promise.all([many, others].map((events) => tellEvents(client(), repo, events)))).toEqual([
      undefined,
      undefined,
    ]);
    const keys = (await told()).map(({ key }) => key);
    expect(keys.toSorted()).toEqual(many.map(({ id }) => id).sort());
    await tellEvents(client(), repo, others);
    expect((await told()).find(({ key }) => key === event(1).id)?.fields.message).toBe(
      "approved by ada: good",
    );
  });

  it("cuts what the hub does not take", async () => {
    const repos = Array.from({ length: 200 }, (_, index) => `local/acme/a-repo-of-many-${index}`);
    expect(await tellEvents(client(), repo, [event(20, { repos })])).toBeUndefined();
  });
});
