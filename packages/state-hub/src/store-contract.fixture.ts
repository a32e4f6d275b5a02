import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Change, Database, Event, Fields, Once, Outcome, Resource, Rule, Store } from "./index.ts";
import { openStore } from "./index.ts";

const author = { actor: "ada" };
const start = Date.parse("2026-08-01T00:00:00Z");
const noRule: Rule = () => undefined;

/** A database for one test, and how it is made anew with what it holds. */
export interface StoreBackend {
  /** An empty database. */
  readonly open: () => Promise<Database>;
}

/** The contract of `Store`, the same over every database. */
export function describeStore(name: string, backend: StoreBackend): void {
  describe(`store on ${name}`, () => {
    let database: Database;
    let now = start;
    let store: Store;
    beforeAll(async () => {
      database = await backend.open();
      store = await openStore(database, { clock: () => now, rule: noRule });
    });
    afterAll(() => store.close());

    it("opens a database that is up to date as it is, and keeps the id of its hub", async () => {
      const again = await openStore(database, { clock: () => now, rule: noRule });
      expect(again.hubId).toBe(store.hubId);
    });

    it("creates once, and says what is there to who comes second", async () => {
      const [first] = await store.write([put("create", { status: "todo" })], author);
      expect(first).toMatchObject({
        kind: "created",
        resource: { key: "create", rev: 1, fieldRevs: { status: 1 } },
      });
      const [second] = await store.write([put("create", { status: "done" })], author);
      expect(second).toEqual({ kind: "stale", resource: resourceOf(first) });
    });

    it("takes the id that a file knows, and no id twice", async () => {
      const id = "90A05147-7b95-4ce7-96bf-39cdb487b557";
      const [made] = await store.write([{ ...put("with-id", {}), id }], author);
      expect(made).toMatchObject({ kind: "created", resource: { id: id.toLowerCase() } });
      const [other] = await store.write([{ ...put("other-id", {}), id }], author);
      expect(other).toMatchObject({ kind: "refused", refusal: { code: "id_taken" } });
      const [differs] = await store.write(
        [{ ...put("with-id", {}), condition: { rev: 1 }, id: "90a05147-7b95-4ce7-96bf-39cdb487b558" }],
        author,
      );
      expect(differs).toMatchObject({ kind: "refused", refusal: { code: "id_differs" } });
      expect(await store.get("tasks", { id })).toEqual(resourceOf(made));
      expect(await store.get("workstreams", { id })).toBeUndefined();
    });

    it("patches by RFC 7396, counts revisions by field, and writes nothing for what is so already", async () => {
      await store.write([put("patched", { a: 1, b: { c: 1, d: 2 }, e: [1] })], author);
      now += 1000;
      const [patched] = await store.write(
        [patch("patched", 1, { a: null, b: { c: null, x: { y: 1 } }, e: [2] })],
        author,
      );
      expect(patched).toMatchObject({
        kind: "changed",
        resource: {
          rev: 2,
          fields: { b: { d: 2, x: { y: 1 } }, e: [2] },
          fieldRevs: { a: 2, b: 2, e: 2 },
          createdAt: new Date(now - 1000).toISOString(),
          updatedAt: new Date(now).toISOString(),
        },
      });
      const before = await head(store);
      const [same] = await store.write([patch("patched", 2, { e: [2], b: { d: 2 } })], author);
      expect(same).toEqual({ kind: "same", resource: resourceOf(patched) });
      expect(await head(store)).toBe(before);
    });

    it("leaves a tombstone, which nothing brings back", async () => {
      await store.write([put("deleted", { status: "todo" })], author);
      const [deleted] = await store.write([remove("deleted", 1)], author);
      expect(deleted).toMatchObject({ kind: "deleted", resource: { rev: 2, fields: { status: "todo" } } });
      for (const change of [
        put("deleted", {}),
        patch("deleted", 2, { status: "done" }),
        remove("deleted", 2),
      ])
        expect(await store.write([change], author)).toEqual([
          { kind: "gone", resource: resourceOf(deleted) },
        ]);
      expect(await store.get("tasks", { key: "deleted" })).toEqual(resourceOf(deleted));
      expect((await all(store)).map(({ key }) => key)).not.toContain("deleted");
    });

    it("judges each change of a batch alone, the second of a resource by what the first made", async () => {
      const outcomes = await store.write(
        [
          put("b2", { n: 1 }),
          patch("b2", 1, { n: 2 }),
          patch("b2", 1, { n: 3 }),
          put("b1", {}),
          remove("none", 1),
        ],
        author,
      );
      expect(outcomes.map(({ kind }) => kind)).toEqual(["created", "changed", "stale", "created", "stale"]);
      expect(await store.get("tasks", { key: "b2" })).toMatchObject({ rev: 2, fields: { n: 2 } });
      expect((await store.history(resourceOf(outcomes[0])?.id ?? "")).map(({ changed }) => changed)).toEqual([
        { n: { to: 1 } },
        { n: { from: 1, to: 2 } },
      ]);
    });

    it("asks the rule, and writes nothing that it refuses", async () => {
      const refusal = { code: "move", message: "no" };
      const strict = await openStore(database, {
        clock: () => now,
        rule: (_change, _before, after) => (after["n"] === 0 ? refusal : undefined),
      });
      const outcomes = await strict.write([put("ruled", { n: 0 }), put("ruled-2", { n: 1 })], author);
      expect(outcomes).toMatchObject([{ kind: "refused", refusal }, { kind: "created" }]);
      expect(await store.get("tasks", { key: "ruled" })).toBeUndefined();
    });

    it("lists by fields, a page after the other", async () => {
      const keys = Array.from({ length: 7 }, (_, index) => `list-${index}`);
      await store.write(
        keys.map((key, index) => put(key, { list: true, odd: index % 2 === 1 })),
        author,
      );
      const found: string[] = [];
      for (let after = "", more = true; more; ) {
        const page = await store.list({ kind: "tasks", where: { list: true }, after, limit: 3 });
        found.push(...page.map(({ key }) => key));
        after = page.at(-1)?.key ?? after;
        more = page.length === 3;
      }
      expect(found).toEqual(keys);
      const odd = await store.list({ kind: "tasks", where: { list: true, odd: true }, limit: 10 });
      expect(odd.map(({ key }) => key)).toEqual(["list-1", "list-3", "list-5"]);
      expect(await store.list({ kind: "decisions", where: { list: true }, limit: 10 })).toEqual([]);
    });

    it("does once what is asked twice with one key, for a day", async () => {
      const change = [put("once", { n: 1 })];
      expect(await store.writeOnce(change, author, once("a"))).toEqual({
        kind: "answered",
        status: 201,
        body: ["created"],
        isReplay: false,
      });
      expect(await store.writeOnce(change, author, once("a"))).toEqual({
        kind: "answered",
        status: 201,
        body: ["created"],
        isReplay: true,
      });
      expect(await store.writeOnce(change, author, once("b"))).toEqual({ kind: "mismatch" });
      expect(await store.writeOnce(change, { actor: "bob" }, once("a"))).toMatchObject({
        body: ["stale"],
        isReplay: false,
      });
      now += 24 * 3_600_000;
      expect(await store.writeOnce(change, author, once("b"))).toMatchObject({
        body: ["stale"],
        isReplay: false,
      });
    });

    it("keeps nothing of a transaction that fails, its key neither", async () => {
      const before = await head(store);
      const failing = {
        key: "fails",
        request: "x",
        answer: (): never => {
          throw new Error("no answer");
        },
      };
      await expect(store.writeOnce([put("failed", {})], author, failing)).rejects.toThrow("no answer");
      expect(await store.get("tasks", { key: "failed" })).toBeUndefined();
      expect(await head(store)).toBe(before);
      const fine = { ...failing, answer: () => ({ status: 200, body: null }) };
      expect(await store.writeOnce([put("failed", {})], author, fine)).toMatchObject({ isReplay: false });
    });

    it("shows one reader every event of eight writers, each once, in one order", async () => {
      const since = await head(store);
      const seen: Event[] = [];
      let writing = 8;
      const writer = async (number: number) => {
        for (let round = 0; round < 12; round += 1)
          await store.write(
            [
              put(`w${number}-${round}`, { round }),
              put(`shared-${round}`, { by: number }),
              put(`w${number}-${round}-b`, {}),
            ],
            { actor: `w${number}` },
          );
        writing -= 1;
      };
      const reader = async () => {
        for (let isLast = false; ; ) {
          const feed = await store.changes(seen.at(-1)?.seq ?? since, 7);
          if (feed.kind === "gone") throw new Error("events are gone");
          seen.push(...feed.events);
          if (feed.events.length === 0 && isLast) return;
          isLast = writing === 0;
        }
      };
      await Promise.all([...Array.from({ length: 8 }, (_, number) => writer(number)), reader()]);
      expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => since + index + 1));
      // Of the keys that all of them wanted, one got each.
      expect(seen.filter(({ key }) => key.startsWith("shared-"))).toHaveLength(12);
      expect(seen).toHaveLength(8 * 12 * 2 + 12);
    });

    it("tells a reader that is behind what was forgotten, or ahead of the hub, to begin anew", async () => {
      const headSeq = await head(store);
      expect(await store.changes(headSeq + 1, 10)).toEqual({ kind: "gone", minSeq: 0, headSeq });
      await database.write((sql) => sql.rows("UPDATE feed SET min_seq = 3"));
      expect(await store.changes(2, 10)).toEqual({ kind: "gone", minSeq: 3, headSeq });
      expect(await store.changes(3, 1)).toMatchObject({ kind: "events", events: [{ seq: 4 }] });
      await database.write((sql) => sql.rows("UPDATE feed SET min_seq = 0"));
    });

    it("keeps any text that JSON can hold", async () => {
      const text = "'\"\\ % $1 é 🚲 \u2028 ; DROP TABLE resources; --";
      const [made] = await store.write([put(`odd/${text}`, { [text]: [text, null, true, 1e-7] })], author);
      expect(await store.get("tasks", { key: `odd/${text}` })).toEqual(resourceOf(made));
      expect(resourceOf(made)?.fields).toEqual({ [text]: [text, null, true, 1e-7] });
    });

    it("does what a map does, whatever is asked of it", async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
          run += 1;
          const prefix = `model-${run}-`;
          const model = new Map<string, { fields: Fields; rev: number; gone: boolean }>();
          const changes = steps.map((each) => ({ ...each.change, address: { key: `${prefix}${each.key}` } }));
          const outcomes = await store.write(changes, author);
          for (const [index, { key, change }] of steps.entries()) {
            const before = model.get(key);
            const kind = modelStep(model, key, change);
            expect([outcomes[index]?.kind, index, before]).toEqual([kind, index, before]);
          }
          for (const [key, { fields, rev, gone }] of model) {
            const found = await store.get("tasks", { key: `${prefix}${key}` });
            expect(found).toMatchObject({ rev, fields });
            expect(found?.deletedAt !== undefined).toBe(gone);
            expect(await store.history(found?.id ?? "")).toHaveLength(rev);
          }
        }),
        { numRuns: 25 },
      );
    });

    it("hands out everything as it was at one moment", async () => {
      const found: Resource[] = [];
      const seq = await store.snapshot((page) => void found.push(...page));
      expect(seq).toBe(await head(store));
      expect(found.map(({ key }) => key)).toEqual((await all(store)).map(({ key }) => key));
    });
  });
}

type Bare = { readonly [K in Change["do"]]: Omit<Extract<Change, { do: K }>, "address"> }[Change["do"]];

const fields = fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom(1, 2), { noNullPrototype: true });
const condition = fc.oneof(
  fc.constant({ absent: true as const }),
  fc.record({ rev: fc.integer({ min: 1, max: 3 }) }),
);
const step = fc.record({
  key: fc.constantFrom("x", "y"),
  change: fc.oneof(
    fc.record({ kind: fc.constant("tasks" as const), condition, do: fc.constant("put" as const), fields }),
    fc.record({ kind: fc.constant("tasks" as const), condition, do: fc.constant("patch" as const), fields }),
    fc.record({ kind: fc.constant("tasks" as const), condition, do: fc.constant("delete" as const) }),
  ),
});

/** What a change does to a map of resources, said in other words than the store's. */
function modelStep(
  model: Map<string, { fields: Fields; rev: number; gone: boolean }>,
  key: string,
  change: Bare,
): Outcome["kind"] {
  const before = model.get(key);
  if (before?.gone === true) return "gone";
  const wantsNone = "absent" in change.condition;
  if (wantsNone !== (before === undefined)) return "stale";
  if (before === undefined) {
    if (change.do !== "put") return "stale";
    model.set(key, { fields: change.fields, rev: 1, gone: false });
    return "created";
  }
  if (!("rev" in change.condition) || change.condition.rev !== before.rev) return "stale";
  if (change.do === "delete") {
    model.set(key, { ...before, rev: before.rev + 1, gone: true });
    return "deleted";
  }
  const after = change.do === "put" ? change.fields : { ...before.fields, ...change.fields };
  if (sorted(after) === sorted(before.fields)) return "same";
  model.set(key, { fields: after, rev: before.rev + 1, gone: false });
  return "changed";
}

function put(key: string, given: Fields): Extract<Change, { do: "put" }> {
  return { kind: "tasks", address: { key }, condition: { absent: true }, do: "put", fields: given };
}

function patch(key: string, rev: number, given: Fields): Change {
  return { kind: "tasks", address: { key }, condition: { rev }, do: "patch", fields: given };
}

function remove(key: string, rev: number): Change {
  return { kind: "tasks", address: { key }, condition: { rev }, do: "delete" };
}

function resourceOf(outcome: Outcome | undefined): Resource | undefined {
  return outcome?.resource;
}

async function head(store: Store): Promise<number> {
  return (await store.changes(0, 0)).headSeq;
}

function all(store: Store): Promise<readonly Resource[]> {
  return store.list({ kind: "tasks", limit: 5_000 });
}

function sorted(value: Fields): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function once(request: string): Once {
  return {
    key: "k",
    request,
    answer: (outcomes) => ({ status: 201, body: outcomes.map(({ kind }) => kind) }),
  };
}
