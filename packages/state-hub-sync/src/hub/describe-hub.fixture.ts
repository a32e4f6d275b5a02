import { TASK_STATUSES } from "@coulomb-loop/documents";
import { beforeEach, describe, expect, it } from "vitest";
import {
  checkMapping,
  createHubSide,
  createTransport,
  type Fetch,
  type HubMapping,
  type Replica,
} from "../index.ts";

/** A hub to test a mapping on: with one repo, and tasks as given. */
export interface HubStage {
  readonly fetch: Fetch;
  readonly token?: string;
  /** Key of the repo that is registered. */
  readonly repo: string;
  /** Puts a task on the hub as somebody who uses it would; answers with its id. */
  readonly addTask: (key: string, status: string) => Promise<string>;
  /** Gives a task another status, as somebody who uses the hub would. */
  readonly setStatus: (id: string, status: string, reason?: string) => Promise<void>;
  /** Forgets old changes, where there is a feed. */
  readonly forget?: () => Promise<void>;
}

/** What every mapping must hold to, on the hub that it is for. */
export function describeHub(name: string, mapping: HubMapping, stage: () => Promise<HubStage>): void {
  describe(`mapping of ${name}`, () => {
    let hub: HubStage;
    let kept: Replica | undefined;
    const requests: string[] = [];
    beforeEach(async () => {
      hub = await stage();
      kept = undefined;
      requests.length = 0;
    });
    const sideOf = (holder = "run 1", isCached = true) =>
      createHubSide({
        mapping,
        repo: hub.repo,
        holder,
        cache: {
          read: () => (isCached ? kept : undefined),
          write: (replica) => {
            kept = replica;
          },
        },
        transport: createTransport({
          fetch: hub.fetch,
          url: "http://hub.test",
          ...(hub.token === undefined ? {} : { token: hub.token }),
          wait: async () => undefined,
          onRequest: (method, path) => requests.push(`${method} ${path.replace(/\?.*/, "")}`),
        }),
      });

    it("has one word for each status, and reads what it writes", () => {
      expect(() => checkMapping(mapping)).not.toThrow();
      const twice = { ...mapping, statuses: { ...mapping.statuses, done: mapping.statuses.cancelled } };
      expect(() => checkMapping(twice)).toThrow(/stands for/);
    });

    it("shows every status of a task as ours", async () => {
      for (const status of TASK_STATUSES) await hub.addTask(`T-${status}`, mapping.statuses[status]);
      const { tasks } = await sideOf().observe();
      expect(new Map(Array.from(tasks.values(), ({ key, values }) => [key, values.status]))).toEqual(
        new Map(TASK_STATUSES.map((status) => [`T-${status}`, status])),
      );
    });

    it("sees with a cache what it sees without", async () => {
      const id = await hub.addTask("T-1", mapping.statuses.todo);
      await sideOf().observe();
      await hub.addTask("T-2", mapping.statuses.blocked);
      await hub.setStatus(id, mapping.statuses.done);
      const [cached, fresh] = [await sideOf().observe(), await sideOf("run 2", false).observe()];
      expect(cached).toEqual(fresh);
      expect(cached.tasks.get(id)?.values.status).toBe("done");
    });

    it.skipIf(!mapping.has.changes)(
      "asks once when nothing happened, and begins anew when the feed is gone",
      async () => {
        await hub.addTask("T-1", mapping.statuses.todo);
        const first = await sideOf().observe();
        requests.length = 0;
        expect(await sideOf().observe()).toEqual(first);
        expect(requests).toHaveLength(1);
        await hub.addTask("T-2", mapping.statuses.todo);
        await hub.forget?.();
        expect((await sideOf().observe()).tasks.size).toBe(2);
      },
    );

    it.skipIf(mapping.has.conditionalWrite && mapping.has.keyedCreate && mapping.has.linkStore)(
      "refuses to write where an edit could be lost, and still reads",
      async () => {
        await hub.addTask("T-1", mapping.statuses.todo);
        const side = sideOf();
        expect((await side.observe()).tasks.size).toBe(1);
        await expect(side.lease()).rejects.toMatchObject({ code: "hub_capability" });
        const lease = { kind: "ours", fence: 1, seq: 0 } as const;
        await expect(side.sync(lease, [])).rejects.toMatchObject({ code: "hub_capability" });
      },
    );

    it.skipIf(!mapping.has.linkStore)(
      "creates once, pushes on a condition, and keeps what both agreed on",
      async () => {
        const side = sideOf();
        await side.observe();
        const lease = await side.lease();
        if (lease.kind !== "ours") throw new Error("nobody else has it");
        expect(await sideOf("run 2").lease()).toMatchObject({ kind: "held", by: "run 1" });
        const values = { status: "todo", title: "One", priority: "high" };
        const create = { do: "create", key: "LOOP-WP-0001-T01", workstream: "LOOP-WP-0001", values } as const;
        const workstream = {
          do: "workstream",
          key: "LOOP-WP-0001",
          rev: null,
          values: { title: "Plan", status: "active" },
        } as const;
        const outcomes = await side.sync(lease, [workstream, create, create]);
        if (outcomes === "lease_lost") throw new Error("the lease is ours");
        expect(outcomes).toMatchObject([
          { kind: "done", workstream: { key: "LOOP-WP-0001", values: { title: "Plan", status: "active" } } },
          {
            kind: "done",
            task: { key: create.key, values, rev: 1 },
            link: { base: values, baseRevs: { status: 1, title: 1, priority: 1 }, orphaned: false },
          },
          { kind: "stale" },
        ]);
        const view = await side.observe();
        const made = outcomes[1];
        if (made?.kind !== "done" || made.task === undefined || made.link === undefined)
          throw new Error("it was made");
        expect(view.tasks.get(made.task.id)).toEqual(made.task);
        expect(view.links.get(made.task.id)).toEqual(made.link);
        const push = {
          do: "task",
          id: made.task.id,
          key: create.key,
          rev: 1,
          linkRev: 1,
          set: { status: "done", priority: null },
          base: { status: "done", title: "One" },
          baseRevs: { status: 2, title: 1, priority: 2 },
          orphaned: false,
          conflicts: [],
        } as const;
        expect(await side.sync(lease, [push, push])).toMatchObject([
          { kind: "done", task: { values: { status: "done", title: "One" } } },
          { kind: "stale" },
        ]);
        const statusOf = { key: create.key, field: "status" } as const;
        expect(await side.hadValue(made.task.id, statusOf, 2, "done")).toBe(true);
        expect(await side.hadValue(made.task.id, statusOf, 1, "done")).toBe(false);
        expect(await side.hadValue(made.task.id, { key: create.key, field: "priority" }, 2, null)).toBe(true);
        await side.release(lease);
        expect(await sideOf("run 2").lease()).toMatchObject({ kind: "ours" });
        expect(await side.sync(lease, [push])).toBe("lease_lost");
      },
    );

    it.skipIf(!mapping.has.linkStore)("lets a value that cannot be kept stop its own task only", async () => {
      const side = sideOf();
      await side.observe();
      const lease = await side.lease();
      if (lease.kind !== "ours") throw new Error("nobody else has it");
      const titles = ["One", "Two", "\0", "Four", "x".repeat(3_000), "Six"];
      const workstream = {
        do: "workstream",
        key: "LOOP-WP-0001",
        rev: null,
        values: { title: "Plan", status: "active" },
      } as const;
      const creates = titles.map((title, at) => ({
        do: "create" as const,
        key: `LOOP-WP-0001-T0${at + 1}`,
        workstream: "LOOP-WP-0001",
        values: { status: "todo", title },
      }));
      const outcomes = await side.sync(lease, [workstream, ...creates]);
      if (outcomes === "lease_lost") throw new Error("the lease is ours");
      expect(outcomes.map(({ kind }) => kind)).toEqual([
        "done",
        "done",
        "done",
        "refused",
        "done",
        "refused",
        "done",
      ]);
    });

    it.skipIf(!mapping.has.linkStore)(
      "records a conflict, sees it, and lets a person decide it once",
      async () => {
        const side = sideOf();
        await side.observe();
        const lease = await side.lease();
        if (lease.kind !== "ours") throw new Error("nobody else has it");
        const id = await hub.addTask("T-1", mapping.statuses.todo);
        const record = {
          taskId: id,
          taskKey: "T-1",
          field: "status",
          base: null,
          local: { value: "cancelled", version: `commit:${"b".repeat(40)}` },
          remote: { value: "done", version: "rev:1" },
          loser: null,
        } as const;
        const item = {
          do: "task",
          id,
          key: "T-1",
          rev: 1,
          linkRev: null,
          set: {},
          base: {},
          baseRevs: {},
          orphaned: false,
          conflicts: [record],
        } as const;
        expect(await side.sync(lease, [item])).toMatchObject([{ kind: "done" }]);
        const [seen] = (await side.observe()).conflicts;
        expect(seen).toEqual({ id: expect.stringMatching(/./), ...record });
        const verdict = { keep: "local", reason: "nobody needs it" } as const;
        expect(await side.resolve(seen?.id ?? "", verdict)).toEqual({ kind: "done" });
        expect((await side.observe()).conflicts).toEqual([{ ...seen, loser: "remote" }]);
        expect(await side.resolve(seen?.id ?? "", verdict)).toMatchObject({ kind: "refused" });
      },
    );

    it("says what to do when the hub does not answer, fails, or knows no such token", async () => {
      const path = pathOfTasks(mapping);
      const asking = (fetch: Fetch) =>
        createTransport({ fetch, url: "http://hub.test", token: "x", wait: async () => undefined }).send({
          method: "GET",
          path,
        });
      let tries = 0;
      const down: Fetch = async () => {
        tries += 1;
        throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
      };
      await expect(asking(down)).rejects.toMatchObject({ code: "hub_unreachable" });
      expect(tries).toBe(4);
      const once: Fetch = async () => new Response("", { status: (tries += 1) === 5 ? 503 : 200 });
      expect(await asking(once)).toMatchObject({ status: 200 });
      const busy = [409, 200];
      const inFlight: Fetch = async () =>
        Response.json({ code: "idempotency_in_flight" }, { status: busy.shift() ?? 500 });
      expect(await asking(inFlight)).toMatchObject({ status: 200 });
      await expect(asking(async () => new Response("{}", { status: 500 }))).rejects.toMatchObject({
        code: "hub_failed",
      });
      await expect(asking(async () => new Response("", { status: 401 }))).rejects.toMatchObject({
        code: "hub_token",
      });
    });
  });
}

function pathOfTasks({ paths }: HubMapping): string {
  return paths.list_tasks.replace(/\?.*/, "");
}
