import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";
import { type PostgresServer, postgresMissing, startPostgres, temporaryFolder } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Database, openPglite, openPostgres, type Sql } from "./index.ts";
import { openBatch, type Stage, stageOf, stages } from "./kill-batch.fixture.ts";
import type { ChildTask } from "./kill-child.fixture.ts";
import { actingAt, type KillPoint, watched } from "./kill-points.fixture.ts";
import { judgeTables } from "./store-judge.fixture.ts";

// Each point starts a process: several times slower on a machine that does other things too.
vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 600_000 });

/** What a process that was to be killed told until then. */
interface Told {
  readonly answered: Stage;
  readonly wasKilled: boolean;
  /** Statements that it made; none of one that was killed. */
  readonly statements: number;
}

async function runChild(task: ChildTask): Promise<Told> {
  const file = fileURLToPath(new URL("kill-child.fixture.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@coulomb-loop/source", file, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [lines, [code, signal]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  const told = lines.trimEnd().split("\n");
  const answered = stages.findLast((stage) => told.includes(stage));
  if (answered === undefined || (code !== 0 && signal !== "SIGKILL"))
    throw new Error(`the process ended with ${code ?? signal}, and told: ${lines}`);
  const statements = Number(/^statements (\d+)$/.exec(told.at(-1) ?? "")?.[1] ?? 0);
  return { answered, wasKilled: signal === "SIGKILL", statements };
}

/** Points before and after each of so many statements. */
function pointsOf(statements: number): readonly KillPoint[] {
  return Array.from({ length: statements }, (_, index) => index + 1).flatMap((at) => [
    { at, when: "before" },
    { at, when: "after" },
  ]);
}

/** What was answered is there, what was under way is whole or absent; and who repeats it gets it once. */
async function judgeBatch(database: Database, name: string, answered: Stage): Promise<Stage> {
  const stage = await database.read((sql) => stageOf(sql, name));
  const ahead = stages.indexOf(stage) - stages.indexOf(answered);
  if (ahead !== 0 && ahead !== 1) throw new Error(`${name}: ${answered} was answered, and ${stage} is there`);
  expect(await database.read(judgeTables)).toEqual([]);
  await (await openBatch(database, name)).repeat();
  expect(await database.read((sql) => stageOf(sql, name))).toBe("claimed");
  expect(await database.read(judgeTables)).toEqual([]);
  return stage;
}

const nameOf = ({ at, when }: KillPoint) => `${when}-${at}`;

/** Some batches were cut off before they were whole, and some after: else there was nothing to judge. */
const bothFound = {
  prepared: expect.toSatisfy(isSome),
  synced: expect.toSatisfy(isSome),
  claimed: expect.any(Number),
};

function isSome(count: number): boolean {
  return count > 0;
}

/** How often each stage was found after a kill. */
function tallied(found: readonly Stage[]): Record<Stage, number> {
  const tally = { prepared: 0, synced: 0, claimed: 0 };
  for (const stage of found) tally[stage] += 1;
  return tally;
}

describe("a process that is killed around each statement", () => {
  it("leaves a folder of PGlite whole", async () => {
    const temporary = temporaryFolder("coulomb-hub-");
    const task = { kind: "pglite", place: temporary.path } as const;
    const { statements } = await runChild({ ...task, name: "whole" });
    expect(statements).toBeGreaterThan(15);
    const found: Stage[] = [];
    for (const point of pointsOf(statements)) {
      const told = await runChild({ ...task, name: nameOf(point), point });
      expect(told.wasKilled).toBe(true);
      const database = await openPglite(temporary.path);
      found.push(await judgeBatch(database, nameOf(point), told.answered));
      await database.close();
    }
    expect(report("PGlite, the process killed", statements, found)).toEqual(bothFound);
    temporary.remove();
  });
});

it("finds a batch in parts where every statement commits by itself", async () => {
  const database = await openPglite();
  const apart: Database = {
    ...database,
    write: (work) => work({ rows: (...given) => database.write((sql) => sql.rows(...given)) }),
  };
  let inParts = 0;
  for (let at = 1; at <= 21; at += 1) {
    const acting = actingAt({ at, when: "after" }, () => Promise.reject(new Error("cut")));
    const batch = await openBatch(watched(apart, acting.around), `apart-${at}`);
    await batch.prepare();
    acting.switchOn();
    await batch.write(() => undefined).catch(() => undefined);
    await database.read((sql) => stageOf(sql, `apart-${at}`)).catch(() => (inParts += 1));
  }
  expect(inParts).toBeGreaterThan(3);
  expect(await database.read(judgeTables)).not.toEqual([]);
  await database.close();
});

const missing = postgresMissing();

describe.skipIf(missing !== undefined)(
  `a PostgreSQL server${missing === undefined ? "" : `: ${missing}`}`,
  () => {
    let server: PostgresServer | undefined;
    let database: Database;
    let statements = 0;
    const url = () => server?.url ?? "";
    beforeAll(async () => {
      server = await startPostgres();
      database = openPostgres({ url: url() });
      ({ statements } = await runChild({ kind: "postgresql", place: url(), name: "whole" }));
    });
    afterAll(async () => {
      await database.close();
      await server?.stop();
    });

    it("keeps it whole when the process is killed around each statement", async () => {
      expect(statements).toBeGreaterThan(15);
      const found: Stage[] = [];
      for (const point of pointsOf(statements)) {
        const name = `process-${nameOf(point)}`;
        const told = await runChild({ kind: "postgresql", place: url(), name, point });
        expect(told.wasKilled).toBe(true);
        found.push(await judgeBatch(database, name, told.answered));
      }
      expect(report("PostgreSQL, the process killed", statements, found)).toEqual(bothFound);
    });

    it("keeps it whole when the connection is ended around each statement", async () => {
      const found: Stage[] = [];
      for (const point of pointsOf(statements)) {
        const name = `connection-${nameOf(point)}`;
        const answered = await cut(url(), name, point, endConnection);
        found.push(await judgeBatch(database, name, answered));
      }
      expect(report("PostgreSQL, the connection ended", statements, found)).toEqual(bothFound);
    });

    it("keeps it whole when the server crashes in the middle of several batches", async () => {
      const batches = 6;
      const points = Array.from({ length: batches }, (_, index) => Math.ceil((statements * (index + 1)) / 7));
      const crashed = Promise.withResolvers<void>();
      let arrived = 0;
      // All of them stand somewhere in their batch when it crashes, each at another statement; one has the feed's lock.
      const crash = async () => {
        arrived += 1;
        if (arrived < batches) return crashed.promise;
        await server?.crash();
        crashed.resolve();
      };
      const answered = await Promise.all(
        points.map((at, index) => cut(url(), `crash-${index}`, { at, when: "after" }, crash)),
      );
      const found: Stage[] = [];
      for (const [index, each] of answered.entries())
        found.push(await judgeBatch(database, `crash-${index}`, each));
      expect(report("PostgreSQL, the server crashed", statements, found)).toEqual(bothFound);
    });

    /** Ends the connection of a transaction from another one; one whose transaction is over is not needed any more. */
    async function endConnection(sql: Sql | undefined): Promise<void> {
      const [own] = (await sql?.rows<{ readonly pid: number }>("SELECT pg_backend_pid() AS pid")) ?? [];
      if (own === undefined) return;
      await database.read((other) => other.rows("SELECT pg_terminate_backend($1, 10000)", [own.pid]));
    }
  },
);

/** Writes a batch on connections of its own, with something that happens at one point; answers with what was answered. */
async function cut(
  url: string,
  name: string,
  point: KillPoint,
  act: (sql: Sql | undefined) => Promise<void>,
): Promise<Stage> {
  const acting = actingAt(point, act);
  const database = watched(openPostgres({ url }), acting.around);
  const batch = await openBatch(database, name);
  await batch.prepare();
  acting.switchOn();
  let answered: Stage = "prepared";
  await batch.write((stage) => {
    answered = stage;
  });
  await database.close();
  return answered;
}

/** Tells how often each stage was found, for the log of CI. */
function report(name: string, statements: number, found: readonly Stage[]): Record<Stage, number> {
  const tally = tallied(found);
  process.stdout.write(
    `kills: ${name}: ${found.length} times in batches of ${statements} statements, then found: ${JSON.stringify(tally)}
`,
  );
  return tally;
}
