import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Called, type HubUnderTest, hubOver } from "./api.fixture.ts";
import type { Database } from "./index.ts";

const repo = "local/coulomb/coulomb-loop";
const otherRepo = "local/coulomb/the-custodian";
const create = { "if-none-match": "*" };
const id = "c66d2e98-8f3e-4119-89e7-2b6f67b6596d";

/** What the API of a hub holds to, the same over every database. */
export function describeHubApi(name: string, open: () => Promise<Database>): void {
  describe(`hub on ${name}`, () => {
    let hub: HubUnderTest;
    let repoId = "";
    beforeAll(async () => {
      hub = await hubOver(await open());
      await hub.call("PUT", "/v1/domains?key=coulomb_social", {
        headers: create,
        body: { slug: "coulomb_social", title: "Coulomb social" },
      });
      for (const each of ["coulomb-loop", "the-custodian"]) {
        const { json } = await hub.call("PUT", `/v1/repos?key=local/coulomb/${each}`, {
          headers: create,
          body: { forge: "local", owner: "coulomb", name: each },
        });
        if (each === "coulomb-loop") repoId = json.id;
      }
      await hub.call("PUT", "/v1/workstreams?key=LOOP-WP-0001", {
        headers: create,
        body: { title: "Kaizen", status: "active", repo, domain: "coulomb_social" },
      });
    });
    afterAll(async () => {
      hub.hub.close();
      await hub.store.close();
      expect(hub.failures).toEqual([]);
    });

    const putTask = (key: string, more: object = {}, headers: Readonly<Record<string, string>> = create) =>
      hub.call("PUT", `/v1/tasks?key=${encodeURIComponent(key)}`, {
        headers,
        body: { title: key, status: "todo", repo, workstream: "LOOP-WP-0001", ...more },
      });
    const patchTask = (task: Called, body: object, path = "") =>
      hub.call("PATCH", `/v1/tasks/${task.json.id}${path}`, {
        headers: {
          "if-match": task.headers.get("etag") ?? "",
          "content-type": "application/merge-patch+json",
        },
        body,
      });
    const head = async (): Promise<number> => (await hub.call("GET", "/v1/meta")).json.head_seq;

    it("makes a resource under its key, once, with the id that a file knows", async () => {
      const made = await putTask("made", { id });
      expect(made).toMatchObject({ status: 201, json: { id, key: "made", rev: 1, status: "todo" } });
      expect(made.headers.get("etag")).toBe('"1"');
      const again = await putTask("made", { id });
      expect(again).toMatchObject({ status: 412, json: { code: "stale", current: { id, rev: 1 } } });
      expect(await putTask("other", { id })).toMatchObject({ status: 409, json: { code: "id_taken" } });
      expect((await hub.call("GET", `/v1/tasks/${id.toUpperCase()}`)).json).toEqual(made.json);
    });

    it("writes nothing without a condition, on a wrong one, or on one that cannot be read", async () => {
      const before = await head();
      expect(await putTask("none", {}, {})).toMatchObject({ status: 428 });
      const made = await putTask("conditions");
      const path = `/v1/tasks/${made.json.id}`;
      expect(await hub.call("PATCH", path, { body: { title: "x" } })).toMatchObject({ status: 428 });
      expect(await hub.call("DELETE", path)).toMatchObject({ status: 428 });
      for (const match of ["*", "1", 'W/"1"', '"1", "2"', '"0"', '"99999999999"', "x".repeat(300)])
        expect(
          await hub.call("PATCH", path, { headers: { "if-match": match }, body: { title: "x" } }),
        ).toMatchObject({
          status: 400,
          json: { code: "bad_condition" },
        });
      const stale = await hub.call("PATCH", path, { headers: { "if-match": '"2"' }, body: { title: "x" } });
      expect(stale).toMatchObject({ status: 412, json: { current: { rev: 1, title: "conditions" } } });
      expect(stale.headers.get("etag")).toBe('"1"');
      expect(
        await hub.call("PATCH", "/v1/tasks/11111111-1111-4111-8111-111111111111", {
          headers: { "if-match": '"1"' },
          body: {},
        }),
      ).toMatchObject({ status: 404 });
      expect(await head()).toBe(before + 1);
    });

    it("answers 304 to who has the revision already", async () => {
      const made = await putTask("cached");
      const same = await hub.call("GET", `/v1/tasks/${made.json.id}`, {
        headers: { "if-none-match": '"1"' },
      });
      expect(same).toMatchObject({ status: 304, text: "" });
    });

    it("patches by merge, keeps revisions of fields and the history, and says who and why", async () => {
      const made = await putTask("patched", { priority: "low", labels: ["a"] });
      const patched = await patchTask(
        made,
        { priority: null, labels: ["b"], title: "patched" },
        "?reason=tidy",
      );
      expect(patched).toMatchObject({
        status: 200,
        json: { rev: 2, labels: ["b"], field_revs: { title: 1, labels: 2, priority: 2 } },
      });
      expect(patched.json).not.toHaveProperty("priority");
      const history = await hub.call("GET", `/v1/tasks/${made.json.id}/history`);
      expect(history.json.changes).toMatchObject([
        { rev: 1, actor: "admin", changed: { title: { to: "patched" } } },
        { rev: 2, cause: "tidy", changed: { priority: { from: "low" }, labels: { from: ["a"], to: ["b"] } } },
      ]);
    });

    it("leaves a tombstone that is gone for good", async () => {
      const made = await putTask("deleted");
      const path = `/v1/tasks/${made.json.id}`;
      const match = { "if-match": '"1"' };
      expect(await hub.call("DELETE", path, { headers: match })).toMatchObject({ status: 204 });
      expect(await hub.call("GET", path)).toMatchObject({ status: 410, json: { code: "gone" } });
      expect(await hub.call("PATCH", path, { headers: match, body: {} })).toMatchObject({ status: 410 });
      expect(await putTask("deleted")).toMatchObject({ status: 410 });
      expect((await hub.call("GET", `${path}/history`)).json.changes).toHaveLength(2);
      expect((await hub.call("GET", "/v1/tasks?key=deleted")).json.items).toEqual([]);
    });

    it.each([
      ["todo", "in_progress", true],
      ["todo", "blocked", true],
      ["in_progress", "done", true],
      ["blocked", "done", false],
      ["blocked", "cancelled", true],
      ["done", "in_progress", false],
      ["done", "blocked", false],
      ["cancelled", "done", false],
    ])("lets a task that is %s become %s: %s", async (from, to, isAllowed) => {
      const made = await putTask(`move-${from}-${to}`, { status: from });
      const moved = await patchTask(made, { status: to });
      expect(moved.status).toBe(isAllowed ? 200 : 422);
      expect(moved.json).toMatchObject(isAllowed ? { status: to } : { code: "status_move" });
    });

    it("reopens a task with a reason only", async () => {
      const made = await putTask("reopened", { status: "done" });
      expect(await patchTask(made, { status: "todo" })).toMatchObject({ status: 422 });
      expect(await patchTask(made, { status: "todo" }, "?reason=not%20so")).toMatchObject({ status: 200 });
    });

    it("keeps an accepted decision as it is, but for being superseded", async () => {
      const body = {
        repo,
        loop: "kaizen-stack",
        id_in_loop: "DEC-001",
        question: "Which repos?",
        options: [{ key: "A", summary: "Three" }],
        status: "accepted",
        chosen: "A",
      };
      const key = encodeURIComponent(`${repo}/kaizen-stack/DEC-001`);
      const made = await hub.call("PUT", `/v1/decisions?key=${key}`, { headers: create, body });
      const match = { "if-match": '"1"' };
      const put = (more: object) =>
        hub.call("PUT", `/v1/decisions?key=${key}`, { headers: match, body: { ...body, ...more } });
      expect(await put({ chosen: "B" })).toMatchObject({ status: 422, json: { code: "decision_immutable" } });
      expect(await put({ status: "superseded", question: "Other?" })).toMatchObject({ status: 422 });
      expect(await hub.call("DELETE", `/v1/decisions/${made.json.id}`, { headers: match })).toMatchObject({
        status: 422,
      });
      expect(await put({ status: "superseded" })).toMatchObject({
        status: 200,
        json: { status: "superseded" },
      });
    });

    it("refuses what names a resource that is not there, and keys that say other than the fields", async () => {
      expect(await putTask("lost", { workstream: "LOOP-WP-0999" })).toMatchObject({
        status: 422,
        json: { code: "reference_missing" },
      });
      expect(await putTask("lost", { repo: "local/coulomb/none" })).toMatchObject({ status: 422 });
      const topic = { slug: "other", title: "Other", domain: "coulomb_social" };
      expect(await hub.call("PUT", "/v1/topics?key=topic", { headers: create, body: topic })).toMatchObject({
        status: 422,
        json: { code: "key_differs" },
      });
    });

    it("lists by filters, a page after the other", async () => {
      for (const each of ["page-c", "page-a", "page-b"])
        await putTask(each, { labels: ["page"], status: "blocked" });
      const first = await hub.call("GET", `/v1/tasks?label=page&status=blocked&repo=${repo}&limit=2`);
      expect(first.json.items.map((task: { key: string }) => task.key)).toEqual(["page-a", "page-b"]);
      const second = await hub.call("GET", `/v1/tasks?label=page&limit=2&cursor=${first.json.next}`);
      expect(second.json.items.map((task: { key: string }) => task.key)).toEqual(["page-c"]);
      expect(second.json).not.toHaveProperty("next");
    });

    it("hands a free task to one claimer, and to the next when the lease is over", async () => {
      await putTask("claim-a", { labels: ["claim"], priority: "low" });
      await putTask("claim-b", { labels: ["claim"], priority: "high", depends_on: ["claim-a"] });
      const claim = (body: object = {}) =>
        hub.call("POST", "/v1/tasks/claim", { body: { labels: ["claim"], ...body } });
      const first = await claim({ lease_s: 60 });
      expect(first).toMatchObject({
        status: 200,
        json: { key: "claim-a", status: "in_progress", assignee: "admin", claim: { by: "admin" } },
      });
      expect(first.headers.get("etag")).toBe('"2"');
      expect(await claim()).toMatchObject({ status: 204 });
      hub.clock.advance(60_000);
      const second = await claim({ lease_s: 60 });
      expect(second).toMatchObject({ status: 200, json: { key: "claim-a", rev: 3 } });
      const path = `/v1/tasks/${second.json.id}`;
      const mine = second.json.claim.id;
      expect(
        await hub.call("POST", `${path}/release`, { body: { claim: first.json.claim.id } }),
      ).toMatchObject({ status: 409, json: { code: "claim_lost" } });
      expect(await hub.call("POST", `${path}/renew`, { body: { claim: mine, lease_s: 120 } })).toMatchObject({
        status: 200,
      });
      hub.clock.advance(100_000);
      expect(await claim()).toMatchObject({ status: 204 });
      // A client writes neither a claim nor around one.
      expect(
        await hub.call("PATCH", path, { headers: { "if-match": '"4"' }, body: { claim: null } }),
      ).toMatchObject({ status: 400 });
      const done = await hub.call("POST", `${path}/release`, {
        body: { claim: mine, status: "done", evidence: ["ci: green"] },
      });
      expect(done).toMatchObject({ status: 200, json: { status: "done", evidence: ["ci: green"] } });
      expect(done.json).not.toHaveProperty("claim");
      expect(await claim()).toMatchObject({ status: 200, json: { key: "claim-b" } });
    });

    it("claims no task twice, however many ask at once", async () => {
      for (let at = 0; at < 6; at += 1) await putTask(`many-${at}`, { labels: ["many"] });
      const all = await Promise.all(
        Array.from({ length: 10 }, () => hub.call("POST", "/v1/tasks/claim", { body: { labels: ["many"] } })),
      );
      const got = all.filter(({ status }) => status === 200).map(({ json }) => json.key);
      expect(new Set(got).size).toBe(got.length);
      expect(all.filter(({ status }) => status === 204).length).toBe(10 - got.length);
      expect(got.length).toBe(6);
    });

    it("answers a repeated POST as the first time, and another one under its key not at all", async () => {
      await putTask("once", { labels: ["once"] });
      const headers = { "idempotency-key": "k-1" };
      const ask = (body: object) => hub.call("POST", "/v1/tasks/claim", { headers, body });
      const first = await ask({ labels: ["once"] });
      const before = await head();
      const second = await ask({ labels: ["once"] });
      expect(second.json).toEqual(first.json);
      expect(second.headers.get("idempotency-replayed")).toBe("true");
      expect(await ask({ labels: ["other"] })).toMatchObject({
        status: 422,
        json: { code: "idempotency_mismatch" },
      });
      expect(await head()).toBe(before);
    });

    it("shows the secret of a token once, and stops taking it when it is revoked", async () => {
      const headers = { "idempotency-key": "t-1" };
      const body = { name: "ci", scopes: ["read"] };
      const made = await hub.call("POST", "/v1/tokens", { headers, body });
      expect(made.json.token).toMatch(/^coulomb_hub_[\w-]{43}$/);
      const again = await hub.call("POST", "/v1/tokens", { headers, body });
      expect(again.json).toEqual({ ...made.json, token: undefined });
      expect(JSON.stringify((await hub.call("GET", "/v1/tokens")).json)).not.toContain(made.json.token);
      const tables = await hub.store.read(async (sql) => [
        await sql.rows("SELECT * FROM tokens"),
        await sql.rows("SELECT * FROM idempotency"),
        await sql.rows("SELECT * FROM events"),
      ]);
      expect(JSON.stringify(tables)).not.toContain(made.json.token);
      const { token } = made.json;
      expect(await hub.call("GET", "/v1/tasks?limit=1", { token })).toMatchObject({ status: 200 });
      expect(await hub.call("DELETE", `/v1/tokens/${made.json.id}`)).toMatchObject({ status: 204 });
      expect(await hub.call("DELETE", `/v1/tokens/${made.json.id}`)).toMatchObject({ status: 204 });
      expect(await hub.call("GET", "/v1/tasks?limit=1", { token })).toMatchObject({ status: 401 });
    });

    it("lets a token do what its scopes say, and nothing without one", async () => {
      const reader = await hub.token(["read"]);
      const writer = await hub.token(["write"]);
      const syncer = await hub.token(["sync"]);
      const status = async (method: string, path: string, token: string | null, body?: object) =>
        (await hub.call(method, path, { token, ...(body === undefined ? {} : { body }), headers: create }))
          .status;
      for (const token of [null, "coulomb_hub_wrong", "'; DROP TABLE tokens; --"]) {
        const refused = await hub.call("GET", "/v1/tasks", { token });
        expect(refused).toMatchObject({ status: 401, json: { code: "unauthorized" } });
        expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer/);
      }
      expect(await status("GET", "/v1/tasks?limit=1", reader)).toBe(200);
      expect(await status("PUT", "/v1/tasks?key=scoped", reader, {})).toBe(403);
      expect(await status("GET", "/v1/tasks?limit=1", syncer)).toBe(200);
      expect(await status("PUT", "/v1/tasks?key=scoped", syncer, {})).toBe(403);
      expect(await status("POST", `/v1/replicas/${repoId}/lease`, writer, { holder: "x" })).toBe(403);
      expect(await status("POST", "/v1/tokens", writer, { name: "x", scopes: ["admin"] })).toBe(403);
      expect(await status("GET", "/healthz", null)).toBe(200);
      expect(await status("GET", "/readyz", null)).toBe(200);
      expect(await status("GET", "/openapi.json", null)).toBe(200);
    });

    it("keeps a token of one repo to that repo", async () => {
      const own = await putTask("bound-own");
      const foreign = await putTask("bound-foreign", { repo: otherRepo, workstream: undefined });
      const token = await hub.token(["write", "sync"], repo);
      const before = await head();
      const call: HubUnderTest["call"] = (method, path, more = {}) =>
        hub.call(method, path, { ...more, token });
      expect(await call("GET", `/v1/tasks/${own.json.id}`)).toMatchObject({ status: 200 });
      expect(await call("GET", `/v1/tasks/${foreign.json.id}`)).toMatchObject({ status: 404 });
      expect(await call("GET", `/v1/tasks/${foreign.json.id}/history`)).toMatchObject({ status: 404 });
      expect((await call("GET", "/v1/tasks?key=bound-foreign")).json.items).toEqual([]);
      expect((await call("GET", "/v1/repos")).json.items).toHaveLength(1);
      expect(
        (await call("GET", "/v1/changes?since=0&limit=5000")).json.changes.every(
          (change: { repo: string }) => change.repo === repo,
        ),
      ).toBe(true);
      expect(await call("GET", `/v1/changes?since=0&repo=${otherRepo}`)).toMatchObject({ status: 403 });
      expect(await call("GET", "/v1/snapshot")).toMatchObject({ status: 403 });
      const match = { "if-match": '"1"' };
      for (const request of [
        await call("PATCH", `/v1/tasks/${foreign.json.id}`, { headers: match, body: { title: "mine" } }),
        await call("DELETE", `/v1/tasks/${foreign.json.id}`, { headers: match }),
        await call("PUT", "/v1/tasks?key=bound-foreign", {
          headers: match,
          body: { title: "t", status: "todo", repo },
        }),
        await call("PUT", "/v1/tasks?key=bound-new", {
          headers: create,
          body: { title: "t", status: "todo", repo: otherRepo },
        }),
        await call("PUT", "/v1/domains?key=mine", { headers: create, body: { slug: "mine", title: "Mine" } }),
        await call("PUT", `/v1/repos?key=${repo}`, {
          headers: match,
          body: { forge: "local", owner: "coulomb", name: "coulomb-loop", title: "x" },
        }),
        await call("POST", "/v1/tasks/claim", { body: { repo: otherRepo } }),
        await call("POST", "/v1/events", { body: { id: "e-foreign", type: "note", repo: otherRepo } }),
      ]) {
        // Of what it may not see it is told that it is not there.
        expect([403, 404]).toContain(request.status);
      }
      expect(await head()).toBe(before);
    });

    it("binds no admin to a repo, and takes an old token of that kind for none", async () => {
      const wish = { name: "adm", scopes: ["admin"], repo };
      expect(await hub.call("POST", "/v1/tokens", { body: wish })).toMatchObject({
        status: 422,
        json: { code: "token_scope" },
      });
      const { json } = await hub.call("POST", "/v1/tokens", { body: { name: "old", scopes: ["admin"] } });
      await hub.store.transact(async ({ sql }) => {
        await sql.rows("UPDATE tokens SET repo = $1 WHERE id = $2", [repo, json.id]);
      });
      const body = { name: "root", scopes: ["admin"] };
      expect(await hub.call("POST", "/v1/tokens", { token: json.token, body })).toMatchObject({
        status: 403,
      });
      expect(await hub.call("GET", "/v1/tokens", { token: json.token })).toMatchObject({ status: 403 });
    });

    it("keeps the keys of requests to their token, whatever its name", async () => {
      await putTask("keyed", { labels: ["keyed"] });
      const bots = await Promise.all(
        [repo, otherRepo].map(async (each) => {
          const body = { name: "bot", scopes: ["write"], repo: each };
          return (await hub.call("POST", "/v1/tokens", { body })).json.token;
        }),
      );
      const headers = { "idempotency-key": "same" };
      const [own, other] = await Promise.all(
        bots.map((token) =>
          hub.call("POST", "/v1/tasks/claim", { token, headers, body: { labels: ["keyed"] } }),
        ),
      );
      expect([own?.status, other?.status]).toEqual([200, 204]);
    });

    it("never changes an event, and shows that of another repo to nobody", async () => {
      const body = { id: "kept", type: "note", repo, message: "first" };
      await hub.call("POST", "/v1/events", { body });
      const before = await head();
      const other = await hub.call("POST", "/v1/events", { body: { ...body, message: "second" } });
      expect(other).toMatchObject({ status: 412, json: { current: { message: "first", rev: 1 } } });
      const token = await hub.token(["write"], otherRepo);
      const foreign = await hub.call("POST", "/v1/events", { token, body: { id: "kept", type: "note" } });
      expect(foreign.status).toBe(403);
      expect(foreign.text).not.toContain("first");
      expect(await hub.call("POST", "/v1/events", { body })).toMatchObject({ status: 200, json: { rev: 1 } });
      expect(await head()).toBe(before);
    });

    it.each(["AA", "%00", "aW5qZWN0CgBk", "....", "wyg"])(
      "refuses the cursor %s, which is none of its own",
      async (cursor) => {
        expect(await hub.call("GET", `/v1/tasks?cursor=${cursor}`)).toMatchObject({
          status: 400,
          json: { code: "bad_parameter" },
        });
      },
    );

    it("keeps a superseded decision as it is too", async () => {
      const body = {
        repo,
        loop: "kaizen-stack",
        id_in_loop: "DEC-002",
        question: "Which?",
        options: [{ key: "A", summary: "All" }],
        status: "superseded",
      };
      const path = `/v1/decisions?key=${encodeURIComponent(`${repo}/kaizen-stack/DEC-002`)}`;
      const { json } = await hub.call("PUT", path, { headers: create, body });
      const match = { "if-match": '"1"' };
      for (const change of [{ status: "accepted" }, { question: "Other?" }])
        expect(
          await hub.call("PATCH", `/v1/decisions/${json.id}`, { headers: match, body: change }),
        ).toMatchObject({
          status: 422,
          json: { code: "decision_immutable" },
        });
      expect(await hub.call("DELETE", `/v1/decisions/${json.id}`, { headers: match })).toMatchObject({
        status: 422,
      });
    });

    it("tells who waits nothing more once the token is revoked", async () => {
      const made = await hub.call("POST", "/v1/tokens", { body: { name: "waiter", scopes: ["read"] } });
      const since = await head();
      const waiting = hub.call("GET", `/v1/changes?since=${since}&wait=30`, { token: made.json.token });
      await hub.call("GET", "/v1/meta");
      await hub.call("DELETE", `/v1/tokens/${made.json.id}`);
      await putTask("after-revocation");
      expect(await waiting).toMatchObject({ status: 401 });
    });

    it("tells a token of one repo nothing of another, not even that it is there", async () => {
      const secretKey = "secret-task-of-ours";
      const ours = await putTask(secretKey);
      const token = await hub.token(["write"], otherRepo);
      const match = { "if-match": '"1"' };
      const call: HubUnderTest["call"] = (method, path, more = {}) =>
        hub.call(method, path, { ...more, token });
      const fields = { title: "t", status: "todo", repo: otherRepo };
      const answers = [
        await call("PATCH", `/v1/tasks/${ours.json.id}`, { headers: match, body: { title: "x" } }),
        await call("DELETE", `/v1/tasks/${ours.json.id}`, { headers: match }),
        await call("PUT", "/v1/tasks?key=theirs-1", {
          headers: create,
          body: { ...fields, id: ours.json.id },
        }),
        await call("PUT", "/v1/tasks?key=theirs-2", {
          headers: create,
          body: { ...fields, workstream: "LOOP-WP-0001" },
        }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 409, 422]);
      expect(answers.map(({ text }) => text).join()).not.toContain(secretKey);
    });

    it("keeps what clients tell, once for its id", async () => {
      const body = {
        id: "session-1",
        type: "session-closed",
        repo,
        subject: { kind: "tasks", key: "made" },
        data: { minutes: 12 },
      };
      expect(await hub.call("POST", "/v1/events", { body })).toMatchObject({ status: 201 });
      expect(await hub.call("POST", "/v1/events", { body })).toMatchObject({ status: 200, json: { rev: 1 } });
    });

    it("streams a snapshot of one moment that the feed goes on from", async () => {
      const { text } = await hub.call("GET", `/v1/snapshot?replica=${repoId}`);
      const lines = text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
      expect(lines[0]).toMatchObject({ line: "head", repo, seq: await head() });
      expect(lines.at(-1)).toEqual({ line: "end", count: lines.length - 2 });
      const gone = lines.find(({ resource }) => resource?.key === "deleted");
      expect(gone).toMatchObject({ kind: "tasks", deleted: true });
      expect(lines.some(({ resource }) => resource?.repo === otherRepo)).toBe(false);
      const seq = lines[0].seq;
      await putTask("after-snapshot");
      const feed = await hub.call("GET", `/v1/changes?since=${seq}&repo=${repo}&kind=tasks&kind=links`);
      expect(feed.json).toMatchObject({ changes: [{ key: "after-snapshot" }], next_since: seq + 1 });
    });

    it("waits for the next change, and tells it at once", async () => {
      const since = await head();
      const waiting = hub.call("GET", `/v1/changes?since=${since}&wait=30`);
      await putTask("awaited");
      expect((await waiting).json.changes).toMatchObject([{ key: "awaited" }]);
      expect(await hub.call("GET", `/v1/changes?since=${since + 100}`)).toMatchObject({
        status: 410,
        json: { code: "history_gone", min_seq: 0 },
      });
    });
  });
}
