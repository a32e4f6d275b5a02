import { Pool, type PoolClient } from "pg";
import { type Database, retried, type Sql, type SqlValue } from "./sql.ts";

/** Settings of a server's connections. */
export interface PostgresOptions {
  /** `postgresql://…`, as DATABASE_URL holds it. */
  readonly url: string;
  /** Connections at most. */
  readonly connections?: number;
  /** Told of a connection that broke while nobody used it; the next transaction gets another. */
  readonly onError?: (error: Error) => void;
}

/** Milliseconds after which a statement is cut off: one that waits so long waits for somebody who is gone. */
const longestStatement = 30_000;

/** Opens a PostgreSQL server (14 or newer). Nothing is sent before the first transaction. */
export function openPostgres({ url, connections = 10, onError }: PostgresOptions): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    application_name: "coulomb state-hub",
    statement_timeout: longestStatement,
    idle_in_transaction_session_timeout: longestStatement,
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener a broken idle connection would end the process.
  pool.on("error", (error) => onError?.(error));
  const inTransaction = async <T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((error: unknown) => {
      throw coded(error);
    });
    let [broken, lost] = [false, undefined as Error | undefined];
    // The pool listens to connections that nobody uses, and only to those.
    const onLost = (error: Error) => {
      lost ??= error;
    };
    client.on("error", onLost);
    try {
      await client.query(begin);
      const result = await work(sqlOf(client));
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {
        broken = true;
      });
      throw lost === undefined ? error : coded(lost);
    } finally {
      client.release(broken || lost !== undefined);
      client.off("error", onLost);
    }
  };
  return {
    kind: "postgresql",
    write: (work) => retried(() => inTransaction("BEGIN ISOLATION LEVEL READ COMMITTED", work)),
    read: (work) => retried(() => inTransaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work)),
    close: () => pool.end(),
  };
}

/** The error of a connection that ended, with its SQLSTATE: where the driver knows none, that of a connection failure. */
function coded(error: unknown): unknown {
  if (!(error instanceof Error) || ("code" in error && typeof error.code === "string")) return error;
  return Object.assign(new Error(error.message, { cause: error }), { code: "08006" });
}

function sqlOf(client: PoolClient): Sql {
  return {
    async rows<Row extends object>(text: string, values: readonly SqlValue[] = []) {
      const { rows } = await client.query<Row>(text, [...values]);
      return rows;
    },
  };
}
