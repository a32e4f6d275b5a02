// This file is both ends: whoever opens the database starts it as a process of its own, which then holds the database.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
// It speaks to the process that started it, and is no library where it does.
// oxlint-disable-next-line no-restricted-imports
import process from "node:process";
import { fileURLToPath } from "node:url";
import { CoulombError } from "@coulomb-loop/schemas";
import { databaseOver, type Embedded, type Mode, openEmbedded } from "./pglite.ts";
import { type Database, type Sql, type SqlValue, UnavailableError } from "./sql.ts";

/** What is asked of the process; each question has a number, and exactly one answer. */
type Question =
  | { readonly ask: "open"; readonly folder?: string | undefined }
  /** Answered when the transaction has the connection; its number is that of the question. */
  | { readonly ask: "begin"; readonly mode: Mode }
  | {
      readonly ask: "rows";
      readonly transaction: number;
      readonly text: string;
      readonly values: readonly SqlValue[];
    }
  | { readonly ask: "end"; readonly transaction: number; readonly isCommit: boolean }
  | { readonly ask: "close" };

interface Asked {
  readonly number: number;
  readonly question: Question;
}

type Answered =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly error: PlainError };

/** An error as it goes from one process to another. */
interface PlainError {
  readonly name: string;
  readonly message: string;
  /** What else it says, as SQLSTATE or hint. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const self = fileURLToPath(import.meta.url);

/**
 * Opens the embedded PostgreSQL of a folder or in memory, as `openPglite` does, in a process of its own that ends with this one. It fills hundreds
 * of megabytes, and the larger a process is, the longer it takes to start others: who starts many programs beside it is
 * faster this way. Throws CoulombError `hub_locked`; work is refused with UnavailableError once that process is gone.
 */
export async function openPgliteProcess(folder?: string): Promise<Database> {
  const child = startProcess();
  const ask = questionsTo(child);
  const end = async () => {
    if (!child.connected) return;
    const exit = once(child, "exit");
    child.disconnect();
    await exit;
  };
  try {
    await ask({ ask: "open", folder });
  } catch (error) {
    await end();
    throw error;
  }
  return databaseOver({
    async transaction(mode, work) {
      const { number: transaction } = await ask({ ask: "begin", mode });
      const sql: Sql = {
        async rows<Row extends object>(text: string, values: readonly SqlValue[] = []) {
          const { value } = await ask({ ask: "rows", transaction, text, values });
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of what is asked only the caller knows the columns
          return value as readonly Row[];
        },
      };
      // Also where work throws before it awaits anything.
      const result = await (async () => work(sql))().catch(async (error: unknown) => {
        await ask({ ask: "end", transaction, isCommit: false });
        throw error;
      });
      await ask({ ask: "end", transaction, isCommit: true });
      return result;
    },
    async close() {
      // Where it is gone already there is nothing left to close.
      if (child.connected) await ask({ ask: "close" });
      await end();
    },
  });
}

function startProcess(): ChildProcess {
  return fork(self, [], {
    execArgv: self.endsWith(".ts") ? ["--conditions=@coulomb-loop/source"] : [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function gone(): UnavailableError {
  return new UnavailableError("the process of the embedded hub has ended");
}

type Ask = (question: Question) => Promise<{ readonly number: number; readonly value: unknown }>;

function questionsTo(child: ChildProcess): Ask {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let next = 1;
  child.on("message", (answered: Answered) => {
    const one = waiting.get(answered.number);
    waiting.delete(answered.number);
    if ("error" in answered) one?.reject(revived(answered.error));
    else one?.resolve(answered.value);
  });
  const end = () => {
    for (const { reject } of waiting.values()) reject(gone());
    waiting.clear();
  };
  child.once("error", end);
  child.once("exit", end);
  return async (question) => {
    if (!child.connected) throw gone();
    const number = next++;
    const value = await new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject });
      child.send({ number, question } satisfies Asked);
    });
    return { number, value };
  };
}

function plain(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), fields: {} };
  const fields = Object.fromEntries(
    Object.entries(error).filter(([, value]) => value === null || typeof value !== "object"),
  );
  return { name: error.name, message: error.message, fields };
}

function revived({ name, message, fields }: PlainError): Error {
  const { code, hint } = fields;
  if (name === "CoulombError")
    return new CoulombError(String(code), message, typeof hint === "string" ? { hint } : {});
  return Object.assign(new Error(message), fields);
}

/** A transaction that is begun: its statements, and how it ends. */
interface Begun {
  readonly sql: Sql;
  end(isCommit: boolean): void;
  /** Resolves when it has ended; rejects where it could not be committed. */
  readonly ended: Promise<void>;
}

/** Work that is taken back on purpose. */
class RolledBack extends Error {
  override readonly name = "RolledBack";
}

/** The other end: holds the database, and ends with who started it. */
function serveParent(): void {
  let database: Embedded | undefined;
  const transactions = new Map<number, Begun>();
  const opened = (): Embedded => {
    if (database === undefined) throw new UnavailableError("the embedded hub is not open");
    return database;
  };
  const begun = (number: number): Begun => {
    const found = transactions.get(number);
    if (found === undefined) throw new Error(`there is no transaction ${number}`);
    return found;
  };
  const answer = async (number: number, question: Question): Promise<unknown> => {
    switch (question.ask) {
      case "open":
        database = await openEmbedded(question.folder);
        return undefined;
      case "begin":
        transactions.set(number, await begin(opened(), question.mode));
        return undefined;
      case "rows":
        return begun(question.transaction).sql.rows(question.text, question.values);
      case "end": {
        const transaction = begun(question.transaction);
        transactions.delete(question.transaction);
        transaction.end(question.isCommit);
        return transaction.ended;
      }
      case "close":
        await database?.close();
        database = undefined;
        return undefined;
      default:
        return question satisfies never;
    }
  };
  process.on("message", ({ number, question }: Asked) => {
    answer(number, question).then(
      (value) => process.send?.({ number, value } satisfies Answered),
      (error: unknown) => process.send?.({ number, error: plain(error) } satisfies Answered),
    );
  });
  // A Ctrl-C reaches this process too; what is under way is ended by who asked for it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  process.once("disconnect", () => {
    for (const transaction of transactions.values()) transaction.end(false);
    void database?.close();
  });
}

/** Begins a transaction, and resolves when it has the connection. */
function begin(database: Embedded, mode: Mode): Promise<Begun> {
  return new Promise((resolve, reject) => {
    const ended = database
      .transaction(
        mode,
        (sql) =>
          new Promise<void>((commit, takeBack) => {
            const end = (isCommit: boolean) => (isCommit ? commit() : takeBack(new RolledBack()));
            queueMicrotask(() => resolve({ sql, end, ended }));
          }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    // Of one that never began; later it changes nothing, and `ended` tells.
    ended.catch(reject);
  });
}

if (process.argv[1] === self && process.send !== undefined) serveParent();
