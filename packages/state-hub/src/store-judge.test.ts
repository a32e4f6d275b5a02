import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openPglite } from "./index.ts";
import { openBatch } from "./kill-batch.fixture.ts";
import { judgeTables } from "./store-judge.fixture.ts";

let database: Database;
beforeAll(async () => {
  database = await openPglite();
});
afterAll(() => database.close());

/** Damages the tables, judges them, and takes the damage back. */
async function judgedAfter(damage: string): Promise<readonly string[]> {
  let broken: readonly string[] = [];
  const back = new Error("back");
  const damaged = database.write(async (sql) => {
    await sql.rows(damage);
    broken = await judgeTables(sql);
    throw back;
  });
  await expect(damaged).rejects.toBe(back);
  return broken;
}

it("finds nothing in what was written whole, and every damage of it", async () => {
  const batch = await openBatch(database, "judged");
  await batch.prepare();
  await batch.write(() => undefined);
  expect(await database.read(judgeTables)).toEqual([]);
  expect(await judgedAfter("UPDATE feed SET seq = seq + 1")).toHaveLength(1);
  expect(await judgedAfter("DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)")).not.toEqual([]);
  expect(await judgedAfter("UPDATE resources SET rev = rev + 1 WHERE key = 'judged-new'")).toHaveLength(1);
  expect(await judgedAfter("UPDATE resources SET field_revs = '{}' WHERE key = 'judged-new'")).toHaveLength(
    1,
  );
  expect(await judgedAfter("UPDATE resources SET fields = '{}' WHERE key = 'judged-new'")).toHaveLength(1);
  expect(await judgedAfter("DELETE FROM resources WHERE key = 'judged-new'")).toHaveLength(1);
  expect(await judgedAfter("UPDATE resources SET deleted_at = now() WHERE key = 'judged-new'")).toHaveLength(
    1,
  );
});
