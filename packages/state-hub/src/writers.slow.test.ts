import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type PostgresServer, postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Event, freeRules, openPostgres, openStore } from "./index.ts";
import { judgeTables } from "./store-judge.fixture.ts";
import type { WriterTask } from "./writer-child.fixture.ts";

const missing = postgresMissing();
const [writers, rounds] = [8, 40];

async function runWriter(task: WriterTask): Promise<void> {
  const file = fileURLToPath(new URL("writer-child.fixture.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@coulomb-loop/source", file, JSON.stringify(task)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`writer ${task.number} ended with ${code}`);
}

describe.skipIf(missing !== undefined)(
  `a PostgreSQL server${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());

    it("shows one reader every event of eight processes that write, each once, in one order", async () => {
      const url = server?.url ?? "";
      const store = await openStore(openPostgres({ url }), { clock: () => 0, rules: freeRules });
      let writing = writers;
      const writer = async (number: number) => {
        await runWriter({ url, number, rounds });
        writing -= 1;
      };
      const seen: Event[] = [];
      let looks = 0;
      const reader = async () => {
        for (let isLast = false; ; ) {
          const feed = await store.changes({ since: seen.length, limit: 7 });
          if (feed.kind === "gone") throw new Error("events are gone");
          if (feed.events.length > 0) looks += 1;
          seen.push(...feed.events);
          if (feed.events.length === 0 && isLast) return;
          isLast = writing === 0;
        }
      };
      await Promise.all([...Array.from({ length: writers }, (_, number) => writer(number)), reader()]);
      expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
      expect(seen).toHaveLength(writers * rounds * 2 + rounds);
      expect(new Set(seen.map(({ key }) => key)).size).toBe(seen.length);
      // Writers came between each other, and the reader between them: else there was nothing to skip.
      const turns = seen.filter(({ actor }, index) => actor !== seen[index - 1]?.actor).length;
      expect(turns).toBeGreaterThan(writers);
      expect(looks).toBeGreaterThan(rounds);
      expect(await store.read(judgeTables)).toEqual([]);
      await store.close();
      process.stdout.write(`writers: ${seen.length} events of ${writers} processes in ${turns} turns\n`);
    });
  },
);
