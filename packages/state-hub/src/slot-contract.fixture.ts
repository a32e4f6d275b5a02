import { expect, it } from "vitest";
import type { Database } from "./index.ts";
import { describeLedger, digest, keys, repo } from "./ledger.fixture.ts";

/** What the hub holds to when slots are expected and claimed, the same over every database. */
export function describeSlots(name: string, open: () => Promise<Database>): void {
  describeLedger({ what: "slots", name, open }, (ledger) => {
    const { hub, loop, slot, hours, expectSlots, claim, claimAll, tell, list, events } = ledger;

    it("puts a slot there once, and leaves it as it is", async () => {
      const wanted = slot("2026-07-31T08:00:00Z", { close_by: "2026-07-31T08:55:00Z" });
      const first = await expectSlots([wanted]);
      const key = `${loop()}/hourly-coach/${repo}@2026-07-31T08:00:00Z`;
      expect(first).toMatchObject({ status: 200, json: { slots: [{ key, outcome: "new" }] } });
      hub().clock.advance(60_000);
      const again = await expectSlots([
        { ...wanted, due: "2026-07-31T08:00:00.000Z", close_by: "2026-07-31T08:55:00.000Z" },
        { ...wanted, policy_digest: "b".repeat(64), schedule_digest: digest, close_by: undefined },
      ]);
      const { id } = first.json.slots[0];
      expect(again.json.slots).toEqual([
        { id, key, outcome: "same" },
        { id, key, outcome: "differs", differs: ["policy_digest", "schedule_digest", "close_by"] },
      ]);
      expect((await list()).json.items).toEqual([
        {
          ...wanted,
          id,
          key,
          close_by: "2026-07-31T08:55:00.000Z",
          ready_at: "2026-07-31T08:00:00.000Z",
          state: "open",
          created_at: "2026-08-01T00:00:00.000Z",
        },
      ]);
    });

    it("counts the first of two slots with one key in a batch", async () => {
      const due = "2026-07-31T08:00:00Z";
      const { json } = await expectSlots([slot(due), slot(due), slot(due, { cycle: "other" })]);
      expect(json.slots.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
        "new",
        "same",
        "differs",
      ]);
      expect((await list()).json.items).toMatchObject([{ cycle: `${loop()}/bootstrap@${due}` }]);
    });

    it("puts each slot there once when two put the same at once, in either order", async () => {
      const wanted = hours(200);
      const both = await Promise.all([expectSlots(wanted), expectSlots(wanted.toReversed())]);
      const fresh = both.flatMap(({ json }) =>
        json.slots.filter(({ outcome }: { outcome: string }) => outcome === "new"),
      );
      expect(fresh).toHaveLength(200);
      expect(new Set(both.flatMap(keys)).size).toBe(200);
      expect((await list()).json.items).toHaveLength(200);
    });

    it("refuses slots that cannot be, and writes none of their batch", async () => {
      const good = slot("2026-07-31T08:00:00Z");
      for (const bad of [
        { due: "2026-02-31T08:00:00Z" },
        { due: "0000-01-01T08:00:00Z" },
        { due: "2026-07-31T08:00:00.500Z" },
        { due: "2026-07-31T08:00:60Z" },
        { ready_at: "2026-07-31T07:59:00Z" },
        { close_by: "2026-06-31T08:00:00Z" },
      ])
        expect(await expectSlots([good, { ...good, ...bad }])).toMatchObject({
          status: 422,
          json: { code: "invalid_body", findings: [{ pointer: expect.stringMatching(/^\/slots\/1\//) }] },
        });
      for (const slots of [[], [{ ...good, activity: "a/b" }], [{ ...good, state: "settled" }], hours(501)])
        expect(await expectSlots(slots)).toMatchObject({ status: 400, json: { code: "invalid_body" } });
      expect(await expectSlots([good, { ...good, repo: "local/coulomb/none" }])).toMatchObject({
        status: 422,
        json: { code: "reference_missing", findings: [{ pointer: "/slots/1/repo" }] },
      });
      expect((await list()).json.items).toEqual([]);
    });

    it("hands out what is ready, in order, and nothing else", async () => {
      await expectSlots([
        slot("2026-08-01T00:10:00Z"),
        slot("2026-07-31T10:00:00Z"),
        slot("2026-07-31T08:00:00Z", { ready_at: "2026-07-31T11:00:00Z" }),
        slot("2026-07-31T10:00:00Z", { activity: "another" }),
      ]);
      expect(await claim({ as_of: "2026-08-01T00:00:00.001Z" })).toMatchObject({ status: 422 });
      expect(await claim({ as_of: "2026-02-31T00:00:00Z" })).toMatchObject({ status: 422 });
      expect(await claim({ as_of: "2026-07-31T09:59:59Z" })).toMatchObject({ status: 204, text: "" });
      const first = await claim({ limit: 2 });
      expect(keys(first)).toEqual([
        `${loop()}/another/${repo}@2026-07-31T10:00:00Z`,
        `${loop()}/hourly-coach/${repo}@2026-07-31T10:00:00Z`,
      ]);
      expect(first.json.claim).toMatchObject({ by: "admin", expires_at: "2026-08-01T00:05:00.000Z" });
      expect(first.json.slots[0].claim).toEqual(first.json.claim);
      expect(keys(await claim())).toEqual([`${loop()}/hourly-coach/${repo}@2026-07-31T08:00:00Z`]);
      expect(await claim()).toMatchObject({ status: 204 });
      hub().clock.set("2026-08-01T00:10:00Z");
      const ids = first.json.slots.map(({ id }: { id: string }) => id);
      expect(keys(await claim({ slots: ids.slice(1) }))).toEqual([
        `${loop()}/hourly-coach/${repo}@2026-07-31T10:00:00Z`,
      ]);
    });

    it("hands no slot to two of four who claim at once", async () => {
      await expectSlots(hours(300));
      const all = (await Promise.all([claimAll(7), claimAll(7), claimAll(7), claimAll(7)])).flat();
      // Whoever is told that none is free may have been passed over: what is left is for the next.
      all.push(...(await claimAll(7)));
      expect(all).toHaveLength(300);
      expect(new Set(all).size).toBe(300);
    });

    it("frees a slot when its lease is over, and takes nothing from who had it before", async () => {
      await expectSlots([slot("2026-07-31T08:00:00Z")]);
      const first = await claim({ lease_s: 60 });
      const { id } = first.json.slots[0];
      hub().clock.advance(59_999);
      expect(await claim()).toMatchObject({ status: 204 });
      hub().clock.advance(1);
      const second = await claim({ lease_s: 60 });
      expect(second).toMatchObject({ status: 200, json: { slots: [{ id }] } });
      const mine = { id: "d-1", type: "dispatched", claim: second.json.claim.id };
      expect(await tell(id, { ...mine, claim: first.json.claim.id })).toMatchObject({
        status: 409,
        json: { code: "claim_lost" },
      });
      // Nobody else has asked for it: it is still ours.
      hub().clock.advance(120_000);
      expect(await tell(id, mine)).toMatchObject({ status: 201, json: { seq: 1, by: "admin" } });
      expect(await events()).toHaveLength(1);
    });

    it("outlives a clock that is set back, whatever was claimed until when", async () => {
      await expectSlots(hours(2));
      const first = await claim({ limit: 1, lease_s: 3_600 });
      const { id } = first.json.slots[0];
      await tell(id, { id: "n-1", type: "note" });
      hub().clock.advance(-1_000);
      // A second less is no reason to take a slot from who works on it.
      expect(await claim({ slots: [id] })).toMatchObject({ status: 204 });
      hub().clock.advance(-86_400_000);
      const second = await claim({ slots: [id] });
      expect(second).toMatchObject({ status: 200, json: { slots: [{ id }] } });
      await tell(id, { id: "d-1", type: "dispatched", claim: second.json.claim.id });
      expect(await events()).toMatchObject([
        { seq: 1, type: "note", at: "2026-08-01T00:00:00.000Z" },
        { seq: 2, type: "dispatched", at: "2026-07-30T23:59:59.000Z" },
      ]);
    });

    it("answers a repeated claim as the first time", async () => {
      await expectSlots(hours(2));
      const headers = { "idempotency-key": `claim-${loop()}` };
      const first = await claim({ limit: 1 }, { headers });
      const again = await claim({ limit: 1 }, { headers });
      expect(again.json).toEqual(first.json);
      expect(await claim({ limit: 2 }, { headers })).toMatchObject({
        status: 422,
        json: { code: "idempotency_mismatch" },
      });
      expect(keys(await claim())).toHaveLength(1);
    });
  });
}
