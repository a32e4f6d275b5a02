import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { type Called, type CallOptions, type HubUnderTest, hubOver } from "./api.fixture.ts";
import type { Database } from "./index.ts";

export const repo = "local/coulomb/pilot";
export const otherRepo = "local/coulomb/other";
export const digest = "a".repeat(64);
/** An id that nothing has. */
export const nobodys = "11111111-1111-4111-8111-111111111111";
const start = "2026-08-01T00:00:00Z";

/** One item of a page of slots or of events. */
interface Listed {
  readonly key: string;
  readonly slot: string;
  readonly seq: number;
}

/** Keys of slots in an answer, in its order. */
export function keys({ json }: Called): string[] {
  return (json?.items ?? json?.slots ?? []).map(({ key }: { key: string }) => key);
}

/** Tests of the ledger over one hub with two repos; each begins at the same instant, with a loop of its own. */
export function describeLedger(
  {
    what,
    name,
    open,
  }: { readonly what: string; readonly name: string; readonly open: () => Promise<Database> },
  tests: (ledger: Ledger) => void,
): void {
  describe(`${what} on ${name}`, () => {
    let hub: HubUnderTest;
    let count = 0;
    beforeAll(async () => {
      hub = await hubOver(await open(), start);
      for (const each of ["pilot", "other"])
        await hub.call("PUT", `/v1/repos?key=local/coulomb/${each}`, {
          headers: { "if-none-match": "*" },
          body: { forge: "local", owner: "coulomb", name: each },
        });
    });
    beforeEach(() => {
      hub.clock.set(start);
      count += 1;
    });
    afterAll(async () => {
      hub.hub.close();
      await hub.store.close();
      expect(hub.failures).toEqual([]);
    });
    tests(
      ledgerOver(
        () => hub,
        () => `loop-${count}`,
      ),
    );
  });
}

/** What tests of the ledger do, each in its own loop. */
export type Ledger = ReturnType<typeof ledgerOver>;

function ledgerOver(hub: () => HubUnderTest, loop: () => string) {
  const slot = (due: string, more: object = {}) => ({
    loop: loop(),
    activity: "hourly-coach",
    repo,
    due,
    cycle: `${loop()}/bootstrap@${due}`,
    definition_digest: digest,
    policy_digest: digest,
    ...more,
  });
  const post = (path: string, body: object, more: CallOptions = {}) =>
    hub().call("POST", path, { body, ...more });
  const claim = (body: object = {}, more: CallOptions = {}) =>
    post("/v1/slots/claim", { loop: loop(), ...body }, more);
  return {
    hub,
    loop,
    slot,
    claim,
    /** Slots due from 1 July on, one an hour. */
    hours: (amount: number, more: object = {}) =>
      Array.from({ length: amount }, (_, at) => {
        const due = new Date(Date.parse("2026-07-01T00:00:00Z") + at * 3_600_000).toISOString();
        return slot(due.replace(".000Z", "Z"), more);
      }),
    expectSlots: (slots: readonly object[], more: CallOptions = {}) =>
      post("/v1/slots/expect", { slots }, more),
    tell: (id: string, body: object, more: CallOptions = {}) => post(`/v1/slots/${id}/events`, body, more),
    list: (query = "") => hub().call("GET", `/v1/slots?loop=${loop()}${query}`),
    events: async (query = ""): Promise<readonly Listed[]> =>
      (await hub().call("GET", `/v1/slots/events?loop=${loop()}${query}`)).json.items,
    /** All items of a list, two a page. */
    paged: async (path: string): Promise<readonly Listed[]> => {
      const items: Listed[] = [];
      for (let cursor = ""; ; ) {
        const { json } = await hub().call("GET", `${path}?loop=${loop()}&limit=2${cursor}`);
        items.push(...json.items);
        if (json.next === undefined) return items;
        cursor = `&cursor=${json.next}`;
      }
    },
    /** Claims some at a time until there are none, and answers with their keys. */
    claimAll: async (limit: number): Promise<readonly string[]> => {
      const got: string[] = [];
      for (;;) {
        const answer = await claim({ limit });
        if (answer.status === 204) return got;
        got.push(...keys(answer));
      }
    },
  };
}
