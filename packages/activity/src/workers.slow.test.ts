import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { createHub, hubRules, openPostgres, openStore } from "@coulomb-loop/state-hub";
import { createHubClient, createLedgerClient, createTransport } from "@coulomb-loop/state-hub-sync";
import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorkerTask } from "./worker-child.fixture.ts";

const missing = postgresMissing();
const now = Date.parse("2026-06-18T08:00:30Z");
const count = 3_000;

/** Runs a worker process; answers with the ids of the slots that it was handed. */
async function runWorker(task: WorkerTask): Promise<readonly string[]> {
  const file = fileURLToPath(new URL("worker-child.fixture.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@coulomb-loop/source", file, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`${task.name} ended with ${code}`);
  return JSON.parse(printed);
}

describe.skipIf(missing !== undefined)(
  `a PostgreSQL server${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());

    it("hands 3,000 slots to four processes, each to one and once", async () => {
      const url = server?.url ?? "";
      const store = await openStore(openPostgres({ url }), { clock: () => now, rules: hubRules });
      const own = createHub({ store, storeKind: "postgresql", version: "0.1.0" });
      const transport = createTransport({
        fetch: (request) => own.fetchAs({ name: "test", scopes: ["admin"] }, request),
        url: "http://hub.test",
        wait: async () => undefined,
      });
      const [hub, ledger] = [createHubClient(transport), createLedgerClient(transport)];
      const repos = Array.from({ length: 30 }, (_, index) => `local/coulomb/repo-${index}`);
      for (const repo of repos)
        await hub.put(
          "repos",
          repo,
          { forge: "local", owner: "coulomb", name: repo.split("/")[2] ?? "" },
          "new",
        );
      const digest = "a".repeat(64);
      const due = "2026-06-18T08:00:00Z";
      await ledger.expectSlots(
        Array.from({ length: count }, (_, index) => ({
          loop: "loop",
          activity: `activity-${Math.floor(index / repos.length)}`,
          repo: repos[index % repos.length] ?? "",
          due,
          cycle: `loop/phase@${due}`,
          definition_digest: digest,
          policy_digest: digest,
        })),
      );
      const handed = await Promise.all(
        ["one", "two", "three", "four"].map((name) => runWorker({ url, name, now })),
      );
      // Every slot was handed to one process, and once: what is claimed is nobody else's.
      expect(handed.flat()).toHaveLength(count);
      expect(new Set(handed.flat()).size).toBe(count);
      // All four had a share, or the test shows nothing.
      expect(handed.every((slots) => slots.length > 0)).toBe(true);
      const events = await ledger.slotEvents({});
      expect(events).toHaveLength(count);
      expect(new Set(events.map(({ slot }) => slot)).size).toBe(count);
      expect(events.every(({ id }) => id === "dispatched#1")).toBe(true);
      expect(new Set(events.map(({ by }) => by)).size).toBe(4);
      const tasks = await hub.list("tasks");
      expect(tasks).toHaveLength(count);
      expect(new Set(events.map(({ data }) => data?.task))).toEqual(new Set(tasks.map(({ id }) => id)));
      await store.close();
    });
  },
);
