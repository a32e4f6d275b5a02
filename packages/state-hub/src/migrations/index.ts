import { createHash } from "node:crypto";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Database, Sql } from "../store/sql.ts";
import { sql as resources } from "./0001-resources.ts";
import { sql as slots } from "./0002-slots.ts";

/** A step from one shape of the database to the next. It is never changed once it was released. */
export interface Migration {
  /** From 1, without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** All steps, in order. */
export const migrations: readonly Migration[] = [
  { number: 1, name: "resources", sql: resources },
  { number: 2, name: "slots", sql: slots },
];

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Brings a database to the shape that this release knows, each step in a transaction of its own; of several processes that
 * try at once, one does it. Throws CoulombError `hub_newer` for a database of a later release, and `hub_migration` for one
 * in which a step differs from ours.
 */
export async function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<void> {
  await database.write(async (sql) => {
    await lock(sql);
    await sql.rows(
      "CREATE TABLE IF NOT EXISTS migrations (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL)",
    );
    check(await appliedIn(sql), steps);
  });
  for (const step of steps)
    await database.write(async (sql) => {
      await lock(sql);
      const applied = await appliedIn(sql);
      check(applied, steps);
      if (applied.some(({ number }) => number === step.number)) return;
      for (const statement of statementsOf(step.sql)) await sql.rows(statement);
      await sql.rows("INSERT INTO migrations (number, name, checksum) VALUES ($1, $2, $3)", [
        step.number,
        step.name,
        checksumOf(step),
      ]);
    });
}

/** Any number that nobody else takes: "hub" in ASCII. */
const lockNumber = 0x687562;

async function lock(sql: Sql): Promise<void> {
  await sql.rows("SELECT pg_advisory_xact_lock($1)", [lockNumber]);
}

function appliedIn(sql: Sql): Promise<readonly Applied[]> {
  return sql.rows<Applied>("SELECT number, name, checksum FROM migrations ORDER BY number");
}

function check(applied: readonly Applied[], steps: readonly Migration[]): void {
  for (const { number, name, checksum } of applied) {
    const own = steps.find((step) => step.number === number);
    if (own === undefined)
      throw new CoulombError(
        "hub_newer",
        `the hub's database has step ${number} (${name}), which this release does not know`,
        {
          hint: "run the release that wrote it, or a newer one",
        },
      );
    if (checksumOf(own) !== checksum)
      throw new CoulombError(
        "hub_migration",
        `step ${number} (${name}) of the hub's database is not the one of this release`,
        {
          hint: "a step is never changed: run the release that wrote the database, or restore a backup",
        },
      );
  }
}

function checksumOf({ sql }: Migration): string {
  return createHash("sha256").update(sql).digest("hex");
}

/** The statements of a step: none holds a semicolon within. Comments stay out. */
function statementsOf(sql: string): readonly string[] {
  const code = sql.replaceAll(/^\s*--.*$/gm, "");
  return code
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
