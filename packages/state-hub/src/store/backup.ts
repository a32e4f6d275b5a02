import { createHash } from "node:crypto";
import { CoulombError } from "@coulomb-loop/schemas";
import { migrate, migrations } from "../migrations/index.ts";
import { feedBounds } from "./feed.ts";
import type { Database, Sql } from "./sql.ts";

/** Format of a backup; another one is refused. */
const format = "coulomb-hub-backup/1";

/** Tables of a backup with the columns that order them. What is kept for repeated requests is not worth keeping longer. */
const tables = [
  ["resources", "kind, key"],
  ["events", "seq"],
  ["tokens", "id"],
  ["replicas", "repo_id"],
  ["slots", "key"],
  // After the slots that they belong to.
  ["slot_events", "slot, seq"],
  ["records", "record_id"],
] as const;

/** Rows that are read or written at once. */
const rowsAtOnce = 2_000;

/**
 * Where the feed goes on after a restore at an instant (epoch milliseconds): beyond everything that was ever read of this hub, so that
 * whoever read further than the backup begins anew, and takes no new change for one that it knows. The instant tells two restores of
 * one backup apart, also of one that was taken of a restored hub; no hub makes more than a change a millisecond for long. Where the
 * clock is behind, a gap has to do.
 */
function restoredSeq(seq: number, now: number): number {
  return now > seq ? now : seq + 1_000_000;
}

/** A backup that is whole and of this release. */
export interface Backup {
  readonly hubId: string;
  readonly seq: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly lines: readonly string[];
}

/** What a backup holds. */
export interface BackupSummary {
  readonly hubId: string;
  readonly seq: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Writes everything that the hub holds at one moment as lines of JSON: a head, one line a row, an end with their digest.
 * Tokens are in it as hashes only. `onLine` gets each line without its line end.
 */
export async function backupHub(database: Database, onLine: (line: string) => void): Promise<BackupSummary> {
  await migrate(database);
  const digest = createHash("sha256");
  const write = (line: string) => {
    digest.update(`${line}\n`);
    onLine(line);
  };
  return database.read(async (sql) => {
    const { head } = await feedBounds(sql);
    const [hub] = await sql.rows<{ readonly id: string }>("SELECT id::text AS id FROM hub");
    if (hub === undefined)
      throw new CoulombError("hub_backup", "the database holds no hub yet: there is nothing to keep", {
        hint: "name the folder or the database of the hub",
      });
    const hubId = hub.id;
    write(JSON.stringify({ format, hub_id: hubId, seq: head, step: migrations.length }));
    const counts: Record<string, number> = {};
    for (const [table, order] of tables)
      counts[table] = await eachRow(sql, table, order, (row) => write(`{"table":"${table}","row":${row}}`));
    onLine(JSON.stringify({ end: true, rows: counts, sha256: digest.digest("hex") }));
    return { hubId, seq: head, rows: counts };
  });
}

async function eachRow(
  sql: Sql,
  table: string,
  order: string,
  onRow: (json: string) => void,
): Promise<number> {
  for (let count = 0; ; ) {
    const rows = await sql.rows<{ readonly json: string }>(
      `SELECT to_jsonb(t)::text AS json FROM ${table} t ORDER BY ${order} LIMIT ${rowsAtOnce} OFFSET $1`,
      [count],
    );
    for (const { json } of rows) onRow(json);
    count += rows.length;
    if (rows.length < rowsAtOnce) return count;
  }
}

/**
 * The backup that lines are, without their line ends. Throws CoulombError `hub_backup` for what is no whole backup of this format, or of
 * another release.
 */
export function readBackup(lines: readonly string[]): Backup {
  const { step, ...backup } = checked(lines);
  if (step !== migrations.length)
    throw new CoulombError(
      "hub_backup",
      `the backup is of a hub at step ${step}, this release is at ${migrations.length}`,
      {
        hint: "restore it with the release that made it, and run the newer one then",
      },
    );
  return { ...backup, lines };
}

/**
 * Puts a backup into an empty database, whole or not at all, at an instant (epoch milliseconds). Clients of the old hub begin their
 * reading anew. Throws CoulombError `hub_not_empty`.
 */
export async function restoreHub(
  database: Database,
  { hubId, seq, rows, lines }: Backup,
  now: number,
): Promise<BackupSummary> {
  const begin = restoredSeq(seq, now);
  await migrate(database);
  await database.write(async (sql) => {
    for (const [table] of tables) {
      const there = await sql.rows(`SELECT 1 FROM ${table} LIMIT 1`);
      if (there.length > 0)
        throw new CoulombError("hub_not_empty", `the database holds ${table} already`, {
          hint: "restore into a new folder or database",
        });
    }
    await sql.rows("DELETE FROM hub");
    await sql.rows("INSERT INTO hub (id) VALUES ($1)", [hubId]);
    for (const [table] of tables) await insertRows(sql, table, lines);
    await sql.rows("DELETE FROM feed");
    await sql.rows("INSERT INTO feed (seq, min_seq) VALUES ($1, $1)", [begin]);
  });
  return { hubId, seq: begin, rows };
}

async function insertRows(sql: Sql, table: string, lines: readonly string[]): Promise<void> {
  const start = `{"table":"${table}","row":`;
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await sql.rows(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
      `[${batch.join(",")}]`,
    ]);
    batch = [];
  };
  for (const line of lines) {
    if (!line.startsWith(start)) continue;
    batch.push(line.slice(start.length, -1));
    if (batch.length === rowsAtOnce) await flush();
  }
  await flush();
}

function checked(lines: readonly string[]): BackupSummary & { readonly step: number } {
  const head = parsed(lines[0]);
  if (head?.["format"] !== format)
    throw new CoulombError("hub_backup", `line 1 names no backup of the format ${format}`, {
      hint: "name a file that coulomb hub backup wrote",
    });
  const last = lines.length - 1;
  const end = parsed(lines[last]);
  const digest = createHash("sha256");
  for (const line of lines.slice(0, last)) digest.update(`${line}\n`);
  if (end?.["sha256"] !== digest.digest("hex"))
    throw new CoulombError("hub_backup", `line ${last + 1} is not the end of what stands above it`, {
      hint: "the file is cut off or was changed: take another backup",
    });
  const { hub_id: hubId, seq, step } = head;
  if (
    typeof hubId !== "string" ||
    !/^[0-9a-f-]{36}$/.test(hubId) ||
    typeof seq !== "number" ||
    typeof step !== "number"
  )
    throw new CoulombError("hub_backup", "line 1 lacks hub_id, seq or step");
  const rows = lines.slice(1, last).reduce<Record<string, number>>((counts, line) => {
    const [, table = ""] = /^\{"table":"([a-z_]+)"/.exec(line) ?? [];
    counts[table] = (counts[table] ?? 0) + 1;
    return counts;
  }, {});
  return { hubId, seq, step, rows };
}

function parsed(line: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line ?? "");
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
