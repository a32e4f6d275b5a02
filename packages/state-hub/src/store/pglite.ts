import { chmodSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { type Database, retried, type Sql, type SqlValue } from "./sql.ts";

/** Whether a transaction may write; one that reads sees everything as it is at one moment. */
export type Mode = "read" | "write";

/** An embedded database, whose transactions are tried once. */
export interface Embedded {
  transaction<T>(mode: Mode, work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL of a folder, which is then ours alone, or one in memory that is gone when it is closed. It
 * writes without fsync: what was answered survives a kill, and not a power cut. Throws CoulombError `hub_locked`.
 */
export async function openPglite(folder?: string): Promise<Database> {
  return databaseOver(await openEmbedded(folder));
}

/** The database over an embedded one, wherever that runs. */
export function databaseOver(embedded: Embedded): Database {
  return {
    kind: "pglite",
    write: (work) => retried(() => embedded.transaction("write", work)),
    read: (work) => embedded.transaction("read", work),
    close: () => embedded.close(),
  };
}

/** As `openPglite`. */
export async function openEmbedded(folder?: string): Promise<Embedded> {
  const lock = folder === undefined ? undefined : lockFolder(folder);
  const pglite = await open(folder, lock);
  return {
    transaction: (mode, work) =>
      pglite.transaction(async (transaction) => {
        const sql: Sql = {
          async rows<Row extends object>(text: string, values: readonly SqlValue[] = []) {
            const { rows } = await transaction.query<Row>(text, [...values]);
            return rows;
          },
        };
        if (mode === "read") await sql.rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        return work(sql);
      }),
    async close() {
      try {
        await pglite.close();
      } finally {
        lock?.release();
      }
    },
  };
}

async function open(folder: string | undefined, lock: FolderLock | undefined): Promise<PGlite> {
  // Loaded here, so that who opens it in another process does not hold it too.
  const { PGlite: Embeddable } = await import("@electric-sql/pglite");
  try {
    return await (folder === undefined ? Embeddable.create() : Embeddable.create(privateFolder(folder)));
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Where the files of the database are, for their owner only: everybody may write those that PGlite makes. */
function privateFolder(folder: string): string {
  const data = join(folder, "data");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if ((statSync(data).mode & 0o077) !== 0) chmodSync(data, 0o700);
  return data;
}
