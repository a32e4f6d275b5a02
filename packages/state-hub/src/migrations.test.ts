import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "./index.ts";
import { migrate, migrations, openPglite } from "./index.ts";

let database: Database;
beforeAll(async () => {
  database = await openPglite();
});
afterAll(() => database.close());

it("is done once by several that try at the same time", async () => {
  await Promise.all([1, 2, 3, 4].map(() => migrate(database)));
  expect(await database.read((sql) => sql.rows("SELECT number FROM migrations"))).toEqual(
    migrations.map(({ number }) => ({ number })),
  );
});

it("refuses a database of a later release, and one in which a step differs", async () => {
  const [first] = migrations;
  await expect(migrate(database, [])).rejects.toThrow(
    "the hub's database has step 1 (resources), which this release does not know",
  );
  const other = [{ number: 1, name: "resources", sql: `${first?.sql} SELECT 1;` }];
  await expect(migrate(database, other)).rejects.toThrow("is not the one of this release");
});

it("makes a step whole or not at all, and goes on where it stopped", async () => {
  const broken = {
    number: migrations.length + 1,
    name: "broken",
    sql: "CREATE TABLE extra (a text); CREATE TABLE extra (a text);",
  };
  await expect(migrate(database, [...migrations, broken])).rejects.toThrow("already exists");
  await migrate(database, [...migrations, { ...broken, name: "extra", sql: "CREATE TABLE extra (a text);" }]);
  const rows = await database.read((sql) => sql.rows("SELECT number, name FROM migrations ORDER BY number"));
  expect(rows).toEqual([
    { number: 1, name: "resources" },
    { number: 2, name: "slots" },
    { number: 3, name: "extra" },
  ]);
});
