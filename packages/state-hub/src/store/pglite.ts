import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { type Database, retried, type Sql, type SqlValue } from "./sql.ts";

/**
 * Opens the embedded PostgreSQL of a folder, which is then ours alone, or one in memory that is gone when it is closed. It
 * writes without fsync: what was answered survives a kill, and not a power cut. Throws CoulombError `hub_locked`.
 */
export async function openPglite(folder?: string): Promise<Database> {
  const lock = folder === undefined ? undefined : lockFolder(folder);
  const pglite = await open(folder, lock);
  const inTransaction = <T>(mode: string | undefined, work: (sql: Sql) => Promise<T>): Promise<T> =>
    pglite.transaction(async (transaction) => {
      const sql: Sql = {
        async rows<Row extends object>(text: string, values: readonly SqlValue[] = []) {
          const { rows } = await transaction.query<Row>(text, [...values]);
          return rows;
        },
      };
      if (mode !== undefined) await sql.rows(mode);
      return work(sql);
    });
  return {
    kind: "pglite",
    write: (work) => retried(() => inTransaction(undefined, work)),
    read: (work) => inTransaction("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", work),
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
  try {
    return await (folder === undefined ? PGlite.create() : PGlite.create(join(folder, "data")));
  } catch (error) {
    lock?.release();
    throw error;
  }
}
