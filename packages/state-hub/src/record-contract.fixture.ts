import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HubUnderTest, hubOver } from "./api.fixture.ts";
import type { Database } from "./index.ts";

const repo = "local/coulomb/pilot";
const otherRepo = "local/coulomb/other";

const idOf = (number: number) => `11111111-1111-4111-8111-${String(number).padStart(12, "0")}`;

const record = (number: number, more: object = {}) => ({
  record_id: idOf(number),
  agent: "coach",
  repo,
  attempt: 1,
  trigger: "manual",
  success: true,
  outcome: "success",
  time_s: 120,
  quality: 0.8,
  started_at: "2026-07-31T08:00:00Z",
  finished_at: "2026-07-31T08:02:00Z",
  recorded_at: "2026-07-31T08:02:01Z",
  actor: "ann",
  ...more,
});

/** What the hub holds to when it is sent records of runs, the same over every database. */
export function describeRecords(name: string, open: () => Promise<Database>): void {
  describe(`records on ${name}`, () => {
    let hub: HubUnderTest;
    beforeAll(async () => {
      hub = await hubOver(await open());
    });
    afterAll(async () => {
      hub.hub.close();
      await hub.store.close();
      expect(hub.failures).toEqual([]);
    });

    const put = (body: ReturnType<typeof record>, more: object = {}) =>
      hub.call("PUT", `/v1/records/by-key/${body.record_id}`, { body, ...more });
    const list = async (query: string, more: object = {}): Promise<number[]> =>
      (await hub.call("GET", `/v1/records?${query}`, more)).json.items.map(
        (each: { record: { record_id: string } }) => Number(each.record.record_id.slice(-12)),
      );

    it("keeps a record once, with the time of the first arrival", async () => {
      const sent = record(1, {
        x_note: { any: ["thing"] },
        cost: { usd: 0.1 },
        provenance: { head: "a".repeat(40) },
      });
      const first = await put(sent);
      expect(first).toMatchObject({
        status: 201,
        json: { record: sent, received_at: "2026-08-01T00:00:00.000Z", sent_by: "admin" },
      });
      hub.clock.advance(60_000);
      const again = await hub.call("PUT", `/v1/records/by-key/${sent.record_id}`, {
        body: Object.fromEntries(Object.entries(sent).toReversed()),
      });
      expect(again).toMatchObject({ status: 200, json: first.json });
      expect(await put({ ...sent, quality: 0.9 })).toMatchObject({
        status: 409,
        json: { code: "content_differs", current: { quality: 0.8 } },
      });
      expect((await hub.call("GET", "/v1/records")).json.items).toEqual([first.json]);
    });

    it("keeps one of two that come at once under one id", async () => {
      const both = await Promise.all([put(record(2)), put(record(2, { quality: 0.1 }))]);
      expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
    });

    it("refuses a record that contradicts itself, its address or its slot", async () => {
      const slot = `kaizen-stack/hourly-coach/${repo}@2026-07-31T08:00:00Z`;
      for (const [more, pointer] of [
        [{ success: false }, "/outcome"],
        [{ success: false, outcome: "failed" }, "/reason"],
        [{ finished_at: "2026-07-31T07:59:59Z" }, "/finished_at"],
        [{ recorded_at: "2026-02-31T08:00:00Z" }, "/recorded_at"],
        [{ slot: slot.replace(repo, otherRepo) }, "/slot"],
      ] as const)
        expect((await put(record(3, more))).json).toMatchObject({
          status: 422,
          code: "invalid_body",
          findings: expect.arrayContaining([expect.objectContaining({ pointer })]),
        });
      const elsewhere = { body: record(4) };
      expect(await hub.call("PUT", `/v1/records/by-key/${idOf(3)}`, elsewhere)).toMatchObject({
        status: 422,
        json: { code: "key_differs" },
      });
      for (const more of [{ quality: 2 }, { unheard_of: 1 }, { slot: "none" }, { trigger: "whim" }])
        expect(await put(record(3, more))).toMatchObject({ status: 400 });
      expect(
        await put(record(3, { slot, success: false, outcome: "timeout", reason: "slow" })),
      ).toMatchObject({
        status: 201,
      });
    });

    it("lists records by filters in the order of arrival, a page after the other", async () => {
      const agent = "optimization";
      hub.clock.set("2026-08-02T00:00:00Z");
      for (const number of [12, 11, 13]) {
        await put(record(number, { agent, cycle: `c-${number}` }));
        hub.clock.advance(1_000);
      }
      await put(record(14, { agent, repo: otherRepo }));
      expect(await list(`agent=${agent}`)).toEqual([12, 11, 13, 14]);
      const page = await hub.call("GET", `/v1/records?agent=${agent}&limit=3`);
      expect(await list(`agent=${agent}&limit=3&cursor=${page.json.next}`)).toEqual([14]);
      expect(await list(`agent=${agent}&repo=${repo}`)).toEqual([12, 11, 13]);
      expect(await list("cycle=c-11")).toEqual([11]);
      expect(await list("from=2026-08-02T00:00:01Z&to=2026-08-02T00:00:02Z")).toEqual([11]);
      expect(
        await list(`slot=${encodeURIComponent(`kaizen-stack/hourly-coach/${repo}@2026-07-31T08:00:00Z`)}`),
      ).toEqual([3]);
    });

    it("keeps a token of one repo to that repo, and a reader to reading", async () => {
      const bound = { token: await hub.token(["write"], repo) };
      const reader = { token: await hub.token(["read"]) };
      const foreign = await put(record(20, { agent: "bound", repo: otherRepo }));
      expect(foreign.status).toBe(201);
      expect(await put(record(21, { agent: "bound" }), reader)).toMatchObject({ status: 403 });
      expect(await put(record(21, { agent: "bound", repo: otherRepo }), bound)).toMatchObject({
        status: 403,
      });
      // It must not learn what stands under the id.
      const taken = await put(record(20, { agent: "bound" }), bound);
      expect(taken).toMatchObject({ status: 403, json: { code: "forbidden_repo" } });
      expect(taken.text).not.toContain(otherRepo);
      expect(await put(record(21, { agent: "bound" }), bound)).toMatchObject({
        status: 201,
        json: { sent_by: `write of ${repo}` },
      });
      expect(await list("agent=bound", bound)).toEqual([21]);
      expect(await list("agent=bound", reader)).toEqual([20, 21]);
      expect(await hub.call("GET", `/v1/records?repo=${otherRepo}`, bound)).toMatchObject({ status: 403 });
    });
  });
}
