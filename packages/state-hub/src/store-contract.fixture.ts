import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  Answer,
  Change,
  Database,
  Event,
  Fields,
  Outcome,
  Resource,
  Store,
  Transaction,
} from "./index.ts";
import { freeRules, openStore } from "./index.ts";
import { dumpSchema } from "./schema-dump.fixture.ts";

const author = { actor: "ada" };
const start = Date.parse("2026-08-01T00:00:00Z");
const rules = freeRules;

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
      store = await openStore(database, { clock: () => now, rules });
    });
    afterAll(() => store.close());

    it("opens a database that is up to date as it is, and keeps the id of its hub", async () => {
      const again = await openStore(database, { clock: () => now, rules });
      expect(again.hubId).toBe(store.hubId);
    });

    it("has the shape that is written down", async () => {
      const dumped = await database.read(dumpSchema);
      await expect(dumped).toMatchFileSnapshot("migrations/schema.txt");
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

    it("asks the rules, and writes nothing that it refuses", async () => {
      const refusal = { code: "move", message: "no" };
      const strict = await openStore(database, {
        clock: () => now,
        rules: {
          ...rules,
          refuse: (_change, _before, after) => (after["n"] === 0 ? refusal : undefined),
        },
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
      expect(await store.answerOnce("ada", once("a"), doing(change))).toEqual({
        kind: "answered",
        status: 201,
        body: ["created"],
        isReplay: false,
      });
      expect(await store.answerOnce("ada", once("a"), doing(change))).toEqual({
        kind: "answered",
        status: 201,
        body: ["created"],
        isReplay: true,
      });
      expect(await store.answerOnce("ada", once("b"), doing(change))).toEqual({ kind: "mismatch" });
      expect(await store.answerOnce("bob", once("a"), doing(change))).toMatchObject({
        body: ["stale"],
        isReplay: false,
      });
      now += 24 * 3_600_000;
      expect(await store.answerOnce("ada", once("b"), doing(change))).toMatchObject({
        body: ["stale"],
        isReplay: false,
      });
    });

    it("keeps nothing of a transaction that fails, its key neither", async () => {
      const before = await head(store);
      const key = { key: "fails", request: "x" };
      const failing = async (transaction: Transaction): Promise<Answer> => {
        await transaction.write([put("failed", {})], author);
        throw new Error("no answer");
      };
      await expect(store.answerOnce("ada", key, failing)).rejects.toThrow("no answer");
      expect(await store.get("tasks", { key: "failed" })).toBeUndefined();
      expect(await head(store)).toBe(before);
      expect(await store.answerOnce("ada", key, doing([put("failed", {})]))).toMatchObject({
        isReplay: false,
      });
    });

    it("makes a group whole or not at all, and judges the next by what is there then", async () => {
      await store.write([put("group-a", { n: 1 })], author);
      const before = await head(store);
      const outcomes = await store.transact((transaction) =>
        transaction.writeGroups(
          [
            [put("group-b", { n: 1 }), patch("group-a", 1, { n: 2 }), patch("group-a", 1, { n: 3 })],
            [expected("group-a", 1), put("group-b", { n: 4 })],
            [put("group-c", {}), expected("group-b", 2)],
            [put("group-c", { n: 5 })],
          ],
          author,
        ),
      );
      expect(outcomes).toMatchObject([
        { kind: "failed", index: 2, outcome: { kind: "stale", resource: { rev: 2 } } },
        { kind: "done", outcomes: [{ kind: "same" }, { kind: "created" }] },
        { kind: "failed", index: 1, outcome: { kind: "stale" } },
        { kind: "done", outcomes: [{ kind: "created", resource: { fields: { n: 5 } } }] },
      ]);
      expect(await store.get("tasks", { key: "group-a" })).toMatchObject({ rev: 1, fields: { n: 1 } });
      expect(await store.get("tasks", { key: "group-b" })).toMatchObject({ rev: 1, fields: { n: 4 } });
      expect(await head(store)).toBe(before + 2);
    });

    it("reads the feed and snapshots of one repo, tombstones included", async () => {
      const since = await head(store);
      await store.write(
        [put("of-a", { repo: "f/o/a" }), put("of-b", { repo: "f/o/b" }), put("gone-a", { repo: "f/o/a" })],
        author,
      );
      await store.write([remove("gone-a", 1)], author);
      const feed = await store.changes({ since, limit: 10, repo: "f/o/a", kinds: ["tasks"] });
      expect(feed).toMatchObject({
        nextSince: since + 4,
        events: [{ key: "of-a", repo: "f/o/a" }, { key: "gone-a" }, { key: "gone-a", deleted: true }],
      });
      const others = await store.changes({ since, limit: 10, kinds: ["decisions"] });
      expect(others).toMatchObject({ events: [], nextSince: since + 4 });
      const found: Resource[] = [];
      await store.snapshot((page) => void found.push(...page), { repo: "f/o/a" });
      expect(found.map(({ key, deletedAt }) => [key, deletedAt !== undefined])).toEqual([
        ["gone-a", true],
        ["of-a", false],
      ]);
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
          const feed = await store.changes({ since: seen.at(-1)?.seq ?? since, limit: 7 });
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
      expect(await store.changes({ since: headSeq + 1, limit: 10 })).toEqual({
        kind: "gone",
        minSeq: 0,
        headSeq,
      });
      await database.write((sql) => sql.rows("UPDATE feed SET min_seq = 3"));
      expect(await store.changes({ since: 2, limit: 10 })).toEqual({ kind: "gone", minSeq: 3, headSeq });
      expect(await store.changes({ since: 3, limit: 1 })).toMatchObject({
        kind: "events",
        events: [{ seq: 4 }],
      });
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

type Bare = {
  readonly [K in Exclude<Change["do"], "expect">]: Omit<Extract<Change, { do: K }>, "address">;
}[Exclude<Change["do"], "expect">];

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
  return (await store.changes({ since: 0, limit: 0 })).headSeq;
}

function all(store: Store): Promise<readonly Resource[]> {
  return store.list({ kind: "tasks", limit: 5_000 });
}

function sorted(value: Fields): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function expected(key: string, rev: number): Change {
  return { kind: "tasks", address: { key }, condition: { rev }, do: "expect" };
}

function once(request: string) {
  return { key: "k", request };
}

/** Work that carries out changes, and answers with what became of them. */
function doing(changes: readonly Change[]): (transaction: Transaction) => Promise<Answer> {
  return async (transaction) => {
    const outcomes = await transaction.write(changes, author);
    return { status: 201, body: outcomes.map(({ kind }) => kind) };
  };
}
