import { expect, it } from "vitest";
import type { Database } from "./index.ts";
import { describeLedger, keys, nobodys, otherRepo, repo } from "./ledger.fixture.ts";

/** What the hub holds to about what happens to slots, and who may see it, the same over every database. */
export function describeSlotEvents(name: string, open: () => Promise<Database>): void {
  describeLedger({ what: "events of slots", name, open }, (ledger) => {
    const { hub, loop, slot, hours, expectSlots, claim, tell, list, events, paged } = ledger;

    it("takes a slot from open over dispatched to settled, each with a claim that ends", async () => {
      await expectSlots([slot("2026-07-31T08:00:00Z")]);
      const first = await claim();
      const { id } = first.json.slots[0];
      const dispatched = {
        id: "d-1",
        type: "dispatched",
        claim: first.json.claim.id,
        data: { task: "T1", attempt: 1 },
      };
      expect(await tell(id, { ...dispatched, claim: nobodys })).toMatchObject({ status: 409 });
      expect(await tell(id, { ...dispatched, claim: undefined })).toMatchObject({ status: 400 });
      expect(await tell(id, dispatched)).toMatchObject({ status: 201 });
      expect((await list("&state=dispatched")).json.items).toMatchObject([{ id, state: "dispatched" }]);
      expect((await list()).json.items[0]).not.toHaveProperty("claim");
      expect(await claim()).toMatchObject({ status: 204 });
      const again = await claim({ state: "dispatched", slots: [id] });
      const settled = { id: "s-1", type: "settled", claim: again.json.claim.id };
      expect(await tell(id, settled)).toMatchObject({ status: 201, json: { seq: 2 } });
      expect(await claim({ state: "dispatched" })).toMatchObject({ status: 204 });
      expect(await tell(id, { ...dispatched, id: "d-2", claim: settled.claim })).toMatchObject({
        status: 409,
        json: { code: "claim_lost" },
      });
      expect(keys(await list("&state=settled"))).toHaveLength(1);
    });

    it("takes a slot back as it is, and hands it to nobody before a time", async () => {
      await expectSlots([slot("2026-07-31T08:00:00Z")]);
      const first = await claim();
      const { id } = first.json.slots[0];
      const released = { type: "released", claim: first.json.claim.id };
      expect(await tell(id, { ...released, id: "r-0", not_before: "2026-02-30T00:00:00Z" })).toMatchObject({
        status: 422,
        json: { code: "invalid_body" },
      });
      await tell(id, { ...released, id: "r-1", not_before: "2026-08-01T00:01:00Z" });
      expect(await claim()).toMatchObject({ status: 204 });
      hub().clock.advance(60_000);
      const second = await claim();
      expect(second).toMatchObject({ status: 200, json: { slots: [{ id, state: "open" }] } });
      await tell(id, { id: "r-2", type: "released", claim: second.json.claim.id });
      expect(await claim()).toMatchObject({ status: 200 });
      expect(await events("&type=released")).toMatchObject([
        { seq: 1, not_before: "2026-08-01T00:01:00.000Z" },
        { seq: 2 },
      ]);
    });

    it("keeps what happened once for its id, needs no claim for it, and never changes it", async () => {
      const { json } = await expectSlots([slot("2026-07-31T08:00:00Z")]);
      const { id } = json.slots[0];
      const told = { id: "i-1", type: "intervention", data: { kind: "re_ran", by: "ann" } };
      expect(await tell(id, told)).toMatchObject({ status: 201, json: { seq: 1 } });
      expect(await tell(id, { ...told, data: { by: "ann", kind: "re_ran" } })).toMatchObject({
        status: 200,
        json: { seq: 1 },
      });
      for (const other of [{ type: "note" }, { data: { kind: "forced" } }, { data: undefined }])
        expect(await tell(id, { ...told, ...other })).toMatchObject({
          status: 409,
          json: { code: "content_differs", current: { id: "i-1", type: "intervention", seq: 1 } },
        });
      expect(await tell(id, { ...told, id: "i-2", type: "invented" })).toMatchObject({ status: 400 });
      expect(await tell(id, { ...told, id: "i-2", claim: nobodys })).toMatchObject({ status: 400 });
      expect(await tell(nobodys, told)).toMatchObject({ status: 404 });
      const many = await Promise.all(
        Array.from({ length: 60 }, (_, at) => tell(id, { id: `n-${at % 20}`, type: "note" })),
      );
      expect(many.filter(({ status }) => status === 201)).toHaveLength(20);
      expect(many.filter(({ status }) => status === 200)).toHaveLength(40);
      expect((await events()).map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
    });

    it("takes one of several events that show one claim at once", async () => {
      await expectSlots(hours(10));
      const { json } = await claim();
      for (const { id } of json.slots) {
        const all = await Promise.all(
          ["d-1", "d-2", "d-3"].map((each) =>
            tell(id, { id: each, type: "dispatched", claim: json.claim.id }),
          ),
        );
        expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
      }
    });

    it("lists slots and events by filters, a page after the other", async () => {
      const wanted = [...hours(3), ...hours(2, { activity: "another" })];
      const { json } = await expectSlots(wanted);
      for (const { id } of json.slots)
        for (const at of [1, 2]) await tell(id, { id: `n-${at}`, type: "note" });
      const order = [3, 0, 4, 1, 2].map((at) => json.slots[at].key);
      expect((await paged("/v1/slots")).map(({ key }) => key)).toEqual(order);
      expect((await paged("/v1/slots/events")).map(({ slot: key, seq }) => `${key} ${seq}`)).toEqual(
        order.flatMap((key) => [`${key} 1`, `${key} 2`]),
      );
      const window = "&from=2026-07-01T01:00:00Z&to=2026-07-01T02:00:00Z";
      expect(keys(await list(window))).toEqual([order[2], order[3]]);
      expect(await events(window)).toHaveLength(4);
      expect(keys(await list("&activity=another"))).toEqual([order[0], order[2]]);
      expect(keys(await list(`&key=${encodeURIComponent(order[4])}`))).toEqual([order[4]]);
      expect(keys(await list(`&repo=${otherRepo}`))).toEqual([]);
      for (const query of ["from=2026-02-31T00:00:00Z", "to=now", "cursor=x", "state=gone", "limit=501"])
        expect(await hub().call("GET", `/v1/slots?${query}`)).toMatchObject({ status: 400 });
      for (const place of [["now", "k"], ["2026-07-01T00:00:00Z"], ["2026-07-01T00:00:00Z", "k", "x"]])
        for (const path of ["/v1/slots", "/v1/slots/events", "/v1/records"])
          expect(
            await hub().call(
              "GET",
              `${path}?cursor=${Buffer.from(JSON.stringify(place)).toString("base64url")}`,
            ),
          ).toMatchObject({ status: 400, json: { code: "bad_parameter" } });
    });

    it("keeps a token of one repo to that repo, and each scope to what it may", async () => {
      const bound = { token: await hub().token(["write"], repo) };
      const reader = { token: await hub().token(["read"]) };
      const due = "2026-07-31T08:00:00Z";
      expect(await expectSlots([slot(due)], reader)).toMatchObject({ status: 403 });
      expect(await claim({}, reader)).toMatchObject({ status: 403 });
      expect(await expectSlots([slot(due), slot(due, { repo: otherRepo })], bound)).toMatchObject({
        status: 403,
        json: { code: "forbidden_repo" },
      });
      expect((await list()).json.items).toEqual([]);
      const { json } = await expectSlots([slot(due), slot(due, { repo: otherRepo })]);
      const foreign = json.slots[1].id;
      expect(await claim({ repo: otherRepo }, bound)).toMatchObject({ status: 403 });
      expect(await claim({ slots: [foreign] }, bound)).toMatchObject({ status: 204 });
      const note = { id: "n-1", type: "note" };
      expect(await tell(foreign, note, reader)).toMatchObject({ status: 403 });
      expect(await tell(foreign, note, bound)).toMatchObject({ status: 404 });
      await tell(foreign, note);
      await tell(json.slots[0].id, note, bound);
      for (const path of ["/v1/slots", "/v1/slots/events"]) {
        const own = await hub().call("GET", `${path}?loop=${loop()}`, bound);
        expect(own.json.items).toHaveLength(1);
        expect(JSON.stringify(own.json)).not.toContain(otherRepo);
        expect((await hub().call("GET", `${path}?loop=${loop()}`, reader)).json.items).toHaveLength(2);
        expect(await hub().call("GET", `${path}?repo=${otherRepo}`, bound)).toMatchObject({ status: 403 });
      }
      expect(keys(await claim({}, bound))).toEqual([json.slots[0].key]);
    });

    it("shows nothing of the ledger in the feed of changes", async () => {
      const before = (await hub().call("GET", "/v1/meta")).json.head_seq;
      const { json } = await expectSlots([slot("2026-07-31T08:00:00Z")]);
      await tell(json.slots[0].id, { id: "n-1", type: "note" });
      expect((await hub().call("GET", "/v1/meta")).json.head_seq).toBe(before);
    });
  });
}
