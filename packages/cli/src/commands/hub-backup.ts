import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { resolve } from "node:path";
import { CoulombError } from "@coulomb-loop/schemas";
import type { BackupSummary } from "@coulomb-loop/state-hub";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { opsOrNone } from "../hub-workspace.ts";
import { type HubOptions, hubPlace, openHubDatabase, reached } from "../open-hub.ts";

type Options = CommonOptions & HubOptions;

/** `coulomb hub backup <file>`: everything the hub holds at one moment, in one file that only you can read. */
export async function backup(
  invocation: Invocation,
  options: Options,
  [name = ""]: readonly string[],
): Promise<void> {
  const file = resolve(invocation.io.cwd, name);
  if (existsSync(file))
    throw new CoulombError("hub_backup", `${file} is there already`, {
      hint: "name a new file: no backup is overwritten",
    });
  const summary = await withDatabase(invocation, options, false, async (database) => {
    const { backupHub } = await import("@coulomb-loop/state-hub");
    const unfinished = `${file}.unfinished`;
    const descriptor = written(file, () => openSync(unfinished, "w", 0o600));
    try {
      const made = await backupHub(database, (line) =>
        written(file, () => void writeSync(descriptor, `${line}\n`)),
      );
      written(file, () => {
        fsyncSync(descriptor);
        renameSync(unfinished, file);
      });
      return made;
    } finally {
      closeSync(descriptor);
      rmSync(unfinished, { force: true });
    }
  });
  tell(invocation, options, "hub-backup", file, summary, "is in");
}

/** One step of writing the backup. Throws `hub_backup` where the file, its folder or the disk does not let us. */
function written<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unwritable";
    throw new CoulombError("hub_backup", `${file} cannot be written (${code})`, {
      hint: "name a file in a folder that you may write to, with room on its disk",
      cause: error,
    });
  }
}

/** `coulomb hub restore <file>`: puts a backup into an empty hub, whole or not at all. */
export async function restore(
  invocation: Invocation,
  options: Options,
  [name = ""]: readonly string[],
): Promise<void> {
  const file = resolve(invocation.io.cwd, name);
  const { readBackup, restoreHub } = await import("@coulomb-loop/state-hub");
  // Before a database is made: what is no backup leaves no empty hub behind.
  const whole = readBackup(readLines(file));
  const summary = await withDatabase(invocation, options, true, (database) =>
    restoreHub(database, whole, invocation.io.now()),
  );
  tell(invocation, options, "hub-restore", file, summary, "was restored from");
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new CoulombError("hub_backup", `${file} cannot be read (${code})`, {
      hint: "name a file that coulomb hub backup wrote",
      cause: error,
    });
  }
}

async function withDatabase<T>(
  { io, terminal }: Invocation,
  options: Options,
  mayMake: boolean,
  work: (database: Awaited<ReturnType<typeof openHubDatabase>>) => Promise<T>,
): Promise<T> {
  const need = { database: true, ...(mayMake ? { mayMake: true as const } : {}) } as const;
  const place = hubPlace(io, opsOrNone(io, terminal, options.ops), options, need);
  const database = await openHubDatabase(place, io);
  try {
    return await reached(() => work(database));
  } finally {
    await database.close();
  }
}

function tell(
  { terminal }: Invocation,
  { json }: Options,
  kind: "hub-backup" | "hub-restore",
  file: string,
  { hubId, rows, seq }: BackupSummary,
  verb: string,
): void {
  const report = { format_version: "1.0", kind, file, hub_id: hubId, seq, rows };
  if (json === true) return terminal.data(JSON.stringify(report, null, 2));
  const held = Object.entries(rows).map(([table, count]) => `${count} ${table}`);
  terminal.data(`The hub ${hubId} ${verb} ${file}: ${held.join(", ")}.`);
}
