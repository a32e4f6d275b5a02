import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HubUnderTest, hubOver } from "./api.fixture.ts";
import type { Database } from "./index.ts";

const repo = "local/coulomb/coulomb-loop";
const create = { "if-none-match": "*" };

/** What the hub promises to the sync of a repo, the same over every database. */
export function describeReplicas(name: string, open: () => Promise<Database>): void {
  describe(`replicas on ${name}`, () => {
    let hub: HubUnderTest;
    let replica = "";
    let fence = 0;
    beforeAll(async () => {
      hub = await hubOver(await open());
      for (const each of ["coulomb-loop", "the-custodian"]) {
        const body = { forge: "local", owner: "coulomb", name: each };
        const { json } = await hub.call("PUT", `/v1/repos?key=local/coulomb/${each}`, {
          headers: create,
          body,
        });
        if (each === "coulomb-loop") replica = `/v1/replicas/${json.id}`;
      }
    });
    afterAll(async () => {
      await hub.store.close();
      expect(hub.failures).toEqual([]);
    });

    const post = (path: string, body: object) => hub.call("POST", `${replica}/${path}`, { body });
    const sync = async (...given: object[]) => {
      const items = given.map((item) => ("link_rev" in item ? { base_revs: {}, ...item } : item));
      const answer = await post("sync", { fence, items });
      expect(answer).toMatchObject({ status: 200 });
      return answer.json.outcomes;
    };
    it("gives the lease to one at a time, with a fence that grows", async () => {
      const first = await post("lease", { holder: "run 1", lease_s: 60 });
      expect(first.json).toMatchObject({ fence: 1, head_seq: 2 });
      expect(await post("lease", { holder: "run 2" })).toMatchObject({
        status: 409,
        json: { code: "lease_held", holder: "run 1", until: first.json.expires_at },
      });
      expect((await post("lease", { holder: "run 1", fence: 1, lease_s: 120 })).json).toMatchObject({
        fence: 1,
      });
      hub.clock.advance(120_000);
      const second = await post("lease", { holder: "run 2" });
      expect(second.json).toMatchObject({ fence: 2 });
      expect(await post("lease", { holder: "run 1", fence: 1 })).toMatchObject({
        status: 409,
        json: { code: "lease_lost" },
      });
      expect(await post("sync", { fence: 1, items: [createItem("late")] })).toMatchObject({
        status: 409,
        json: { code: "lease_lost" },
      });
      expect(await post("release", { fence: 1 })).toMatchObject({ status: 409 });
      expect(await post("release", { fence: 2 })).toMatchObject({ status: 204 });
      // What was given back writes no more, and keeps nobody waiting.
      expect(await post("sync", { fence: 2, items: [createItem("late")] })).toMatchObject({ status: 409 });
      fence = (await post("lease", { holder: "run 3" })).json.fence;
      expect(fence).toBe(4);
    });

    it("creates tasks with what both sides agree on, and nothing when one is there", async () => {
      const [workstream, task] = await sync(
        { do: "workstream", key: "LOOP-WP-0001", rev: null, values: { title: "Kaizen", status: "active" } },
        createItem("T1"),
      );
      expect(workstream).toMatchObject({ kind: "done", workstream: { key: "LOOP-WP-0001", repo, rev: 1 } });
      expect(task).toMatchObject({
        kind: "done",
        task: { key: "T1", repo, rev: 1 },
        link: {
          task: "T1",
          task_id: task.task.id,
          base: { status: "todo", title: "T1", priority: "low" },
          base_revs: { status: 1, title: 1, priority: 1 },
          orphaned: false,
        },
      });
      expect(await sync(createItem("T1"), createItem("T2", { workstream: "LOOP-WP-0999" }))).toMatchObject([
        { kind: "stale" },
        { kind: "refused", code: "reference_missing" },
      ]);
    });

    it("pushes with the base, or neither", async () => {
      const [{ task, link }] = await sync(createItem("T3"));
      const base = { status: "done", title: "T3", priority: "low" };
      const base_revs = { status: 2, title: 1, priority: 1 };
      // A value of a file may jump.
      const push = {
        do: "task",
        id: task.id,
        rev: 1,
        link_rev: link.rev,
        set: { status: "done" },
        base,
        base_revs,
      };
      const [first, second] = await sync(push, push);
      expect(first).toMatchObject({
        kind: "done",
        task: { rev: 2, status: "done" },
        link: { rev: 2, base, base_revs },
      });
      expect(second).toEqual({ kind: "stale" });
      const [moved] = await sync({
        ...push,
        rev: 2,
        link_rev: 2,
        set: {},
        base: { ...base, priority: "high" },
      });
      expect(moved).toMatchObject({ kind: "done", task: { rev: 2 }, link: { rev: 3 } });
      // The hub's task moved meanwhile: the base must not.
      await hub.call("PATCH", `/v1/tasks/${task.id}?reason=again`, {
        headers: { "if-match": '"2"' },
        body: { status: "todo" },
      });
      expect(await sync({ ...push, rev: 2, link_rev: 3, set: {} })).toEqual([{ kind: "stale" }]);
      expect(await sync({ ...push, rev: 3, link_rev: 2, set: { status: "done" } })).toEqual([
        { kind: "stale" },
      ]);
      expect((await hub.call("GET", `/v1/tasks/${task.id}`)).json).toMatchObject({ rev: 3, status: "todo" });
    });

    it("takes away what the file has no more, and marks what is gone from the files", async () => {
      const [{ task }] = await sync(createItem("T4"));
      const base = { status: "todo", title: "T4" };
      const item = {
        do: "task",
        id: task.id,
        rev: 1,
        link_rev: 1,
        set: { priority: null },
        base,
        orphaned: true,
      };
      const [outcome] = await sync(item);
      expect(outcome).toMatchObject({ kind: "done", link: { orphaned: true } });
      expect(outcome.task).not.toHaveProperty("priority");
    });

    it("records a conflict once for its pair of versions, and lets a person say", async () => {
      const [{ task }] = await sync(createItem("T5"));
      const conflict = {
        field: "status",
        base: "todo",
        local: { value: "done", version: `commit:${"a".repeat(40)}` },
        remote: { value: "cancelled", version: "rev:1" },
        loser: null,
      };
      const base = { status: "todo", title: "T5", priority: "low" };
      const item = { do: "task", id: task.id, rev: 1, link_rev: 1, base, conflicts: [conflict] };
      expect(await sync(item)).toMatchObject([{ kind: "done" }]);
      expect(await sync({ ...item, link_rev: 1 })).toEqual([{ kind: "stale" }]);
      const { json } = await hub.call("GET", `/v1/conflicts?state=open&task=T5&repo=${repo}`);
      expect(json.items).toMatchObject([{ field: "status", loser: null, state: "open" }]);
      const path = `/v1/conflicts/${json.items[0].id}/resolve`;
      const resolve = (body: object) => hub.call("POST", path, { body });
      expect(await resolve({ keep: "value", reason: "x" })).toMatchObject({ status: 422 });
      expect(await resolve({ keep: "value", value: "nonsense", reason: "x" })).toMatchObject({ status: 400 });
      const resolved = await resolve({ keep: "value", value: "blocked", reason: "neither" });
      expect(resolved).toMatchObject({
        status: 200,
        json: {
          state: "resolved",
          loser: "local",
          resolution: { by: "admin", keep: "value", value: "blocked" },
        },
      });
      expect((await hub.call("GET", `/v1/tasks/${task.id}`)).json).toMatchObject({
        status: "blocked",
        rev: 2,
      });
      expect(await resolve({ keep: "local", reason: "late" })).toMatchObject({ status: 409 });
    });

    it("sets a value for that pair of versions only, and only one that the field can have", async () => {
      const [{ task }] = await sync(createItem("T6"));
      const version = `commit:${"a".repeat(40)}`;
      const conflict = {
        field: "priority",
        local: { value: "high", version },
        remote: { value: "low", version: "rev:1" },
        loser: null,
      };
      const base = { status: "todo", title: "T6", priority: "low" };
      await sync({ do: "task", id: task.id, rev: 1, link_rev: 1, base, conflicts: [conflict] });
      const { items } = (await hub.call("GET", "/v1/conflicts?state=open&task=T6")).json;
      const resolve = (value: string) =>
        hub.call("POST", `/v1/conflicts/${items[0].id}/resolve`, {
          body: { keep: "value", value, reason: "so" },
        });
      expect(await resolve("banana")).toMatchObject({ status: 400, json: { code: "invalid_body" } });
      await hub.call("PATCH", `/v1/tasks/${task.id}`, {
        headers: { "if-match": '"1"' },
        body: { priority: "medium" },
      });
      expect(await resolve("high")).toMatchObject({
        status: 409,
        json: { current: { priority: "medium", rev: 2 } },
      });
      expect((await hub.call("GET", `/v1/tasks/${task.id}`)).json).toMatchObject({
        priority: "medium",
        rev: 2,
      });
    });

    it("refuses what belongs to another repo", async () => {
      const body = { title: "theirs", status: "todo", repo: "local/coulomb/the-custodian" };
      const theirs = await hub.call("PUT", "/v1/tasks?key=theirs", { headers: create, body });
      const base = { status: "todo" };
      expect(
        await sync(createItem("theirs"), {
          do: "task",
          id: theirs.json.id,
          rev: 1,
          link_rev: null,
          set: { title: "ours" },
          base,
        }),
      ).toMatchObject([
        { kind: "refused", code: "link_mismatch" },
        { kind: "refused", code: "link_mismatch" },
      ]);
      expect(await sync({ do: "task", id: theirs.json.id, rev: 1, link_rev: null, base })).toMatchObject([
        { kind: "refused", code: "link_mismatch" },
      ]);
      expect((await hub.call("GET", `/v1/tasks/${theirs.json.id}`)).json.rev).toBe(1);
    });

    it("mirrors decisions, and says that an accepted one stays", async () => {
      const values = {
        loop: "kaizen-stack",
        id_in_loop: "DEC-001",
        question: "Which?",
        options: [{ key: "A", summary: "All" }],
        status: "accepted",
        chosen: "A",
      };
      const key = `${repo}/kaizen-stack/DEC-001`;
      expect(await sync({ do: "decision", key, rev: null, values })).toMatchObject([
        { kind: "done", decision: { repo, rev: 1 } },
      ]);
      expect(await sync({ do: "decision", key, rev: 1, values: { ...values, chosen: "B" } })).toMatchObject([
        { kind: "refused", code: "decision_immutable" },
      ]);
    });

    it("takes 500 writes at once, and not one more", async () => {
      const items = Array.from({ length: 501 }, (_, at) => createItem(`batch-${at}`));
      expect(await post("sync", { fence, items })).toMatchObject({
        status: 400,
        json: { code: "invalid_body" },
      });
      const outcomes = await sync(...items.slice(1));
      expect(outcomes.every((outcome: { kind: string }) => outcome.kind === "done")).toBe(true);
    });
  });
}

function createItem(key: string, more: object = {}) {
  return {
    do: "create",
    key,
    workstream: "LOOP-WP-0001",
    values: { status: "todo", title: key, priority: "low" },
    ...more,
  };
}
