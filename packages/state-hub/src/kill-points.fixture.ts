import type { Database, Sql } from "./index.ts";

/** A moment in a row of statements: right before or right after one of them, counted from 1. A commit counts as one. */
export interface KillPoint {
  readonly at: number;
  readonly when: "before" | "after";
}

/** Called right before and right after each statement; `sql` is its transaction, where that is not over. */
export type Around = (when: KillPoint["when"], sql: Sql | undefined) => Promise<void>;

/** A database that lets somebody act around each of its statements. */
export function watched(database: Database, around: Around): Database {
  const through = (sql: Sql): Sql => ({
    async rows<Row extends object>(...given: Parameters<Sql["rows"]>) {
      await around("before", sql);
      const rows = await sql.rows<Row>(...given);
      await around("after", sql);
      return rows;
    },
  });
  const run =
    (begin: Database["write"]): Database["write"] =>
    async (work) => {
      const result = await begin(async (sql) => {
        const made = await work(through(sql));
        await around("before", sql);
        return made;
      });
      await around("after", undefined);
      return result;
    };
  return {
    kind: database.kind,
    write: run((work) => database.write(work)),
    read: run((work) => database.read(work)),
    close: () => database.close(),
  };
}

/** Acts at one moment, and counts the statements: none before it is switched on. */
export function actingAt(point: KillPoint | undefined, act: (sql: Sql | undefined) => Promise<void>) {
  let [count, isOn] = [0, false];
  const around: Around = async (when, sql) => {
    if (!isOn) return;
    if (when === "before") count += 1;
    if (count === point?.at && when === point.when) await act(sql);
  };
  return { around, switchOn: () => void (isOn = true), count: () => count };
}
