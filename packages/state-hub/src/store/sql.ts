/** What a statement may be given: JSON goes as text and is cast in the statement. */
export type SqlValue = string | number | boolean | null | readonly string[];

/** One transaction. */
export interface Sql {
  /**
   * Runs one statement of PostgreSQL with its values as `$1`, `$2`, …, and answers with its rows. Both stores answer alike
   * when big integers are cast to `float8`: one driver gives numbers, the other text. Rejects with the driver's error,
   * whose `code` is the SQLSTATE.
   */
  rows<Row extends object>(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
}

/** A PostgreSQL, embedded or served. Nothing else is known of it: there is one set of statements. */
export interface Database {
  /** `pglite` or `postgresql`, for people. */
  readonly kind: "pglite" | "postgresql";
  /**
   * Runs work in one transaction that may write. It is committed when the work resolves, else nothing of it stays. The work
   * awaits nothing but its statements: on PGlite there is one connection, and everybody waits for it. Work that another
   * transaction got in the way of (a deadlock, a failed serialisation) is run again, at most three times.
   */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Runs work that only reads, all of it at one moment (repeatable read). */
  read<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Waits for what is under way, and closes. What comes later is refused. */
  close(): Promise<void>;
}

/** The database cannot be reached, or its connection broke: the same request may succeed in a moment. */
export class UnavailableError extends Error {
  override readonly name = "UnavailableError";
}

/** Another transaction did what this one was about to do: begun again, it sees that. */
export class RaceError extends Error {
  override readonly name = "RaceError";
}

/** Times that a transaction is begun when others get in its way. */
const mostTries = 4;

/** Runs a transaction again when PostgreSQL says that it would have succeeded alone (40001, 40P01). */
export async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      const code = sqlState(error);
      const isRace = error instanceof RaceError || code === "40001" || code === "40P01";
      if (tries >= mostTries || !isRace) throw error;
    }
  }
}

/** The SQLSTATE of a driver's error; `undefined` for any other error. */
function sqlState(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
