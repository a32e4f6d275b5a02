import { Pool, type PoolClient } from "pg";
import { type Database, retried, type Sql, type SqlValue, UnavailableError } from "./sql.ts";

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
    const client = await connected(pool);
    let broken: Error | undefined;
    // A connection that breaks while it is in use tells so besides: without a listener that would end the process.
    const onBroken = (error: Error) => {
      broken = error;
    };
    client.on("error", onBroken);
    try {
      await client.query(begin);
      const result = await work(sqlOf(client));
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch((failed: unknown) => {
        broken ??= asError(failed);
      });
      throw broken === undefined && !isUnavailable(error) ? error : unavailable(broken ?? error);
    } finally {
      client.release(broken);
      client.off("error", onBroken);
    }
  };
  return {
    kind: "postgresql",
    write: (work) => retried(() => inTransaction("BEGIN ISOLATION LEVEL READ COMMITTED", work)),
    read: (work) => retried(() => inTransaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work)),
    close: () => pool.end(),
  };
}

async function connected(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw unavailable(error);
  }
}

/** Classes of PostgreSQL's errors that are about the server: connections (08), its means (53), its operator (57), the system (58). */
function isUnavailable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(?:08|53|57|58)...$/.test(code) && code !== "57014";
}

function unavailable(error: unknown): UnavailableError {
  return new UnavailableError(`the database is not available: ${asError(error).message}`, { cause: error });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function sqlOf(client: PoolClient): Sql {
  return {
    async rows<Row extends object>(text: string, values: readonly SqlValue[] = []) {
      const { rows } = await client.query<Row>(text, [...values]);
      return rows;
    },
  };
}
