import type { Database } from "@coulomb-loop/state-hub";

/**
 * Embedded hubs that stay open over several commands of one process: to open one costs most of a short command's time. They run in
 * processes of their own, since this one starts git again and again.
 */
export interface KeptHubs {
  /** The hub of a folder; whoever closes it leaves it open for the next. Throws `hub_locked`. */
  open(folder: string): Promise<Database>;
  /** Closes all of them. */
  close(): Promise<void>;
}

/** Begins to keep hubs open; whoever does ends it with `close`. */
export function keepHubs(): KeptHubs {
  const opened = new Map<string, Promise<Database>>();
  return {
    async open(folder) {
      const { openPgliteProcess } = await import("@coulomb-loop/state-hub");
      const database = opened.get(folder) ?? openPgliteProcess(folder);
      opened.set(folder, database);
      return { ...(await database), close: async () => {} };
    },
    async close() {
      for (const database of opened.values()) await (await database).close();
      opened.clear();
    },
  };
}
