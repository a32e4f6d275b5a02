import { readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { resolve } from "node:path";
import { type Compilation, compileDefinitions, lockFileName, parseLock } from "@coulomb-loop/activity";
import type { OpsDocuments } from "@coulomb-loop/cadence";
import { type ActivityLock, type Coulomb, CoulombError, type Finding } from "@coulomb-loop/schemas";
import {
  createHubClient,
  createLedgerClient,
  type HubClient,
  type LedgerClient,
} from "@coulomb-loop/state-hub-sync";
import type { Io } from "./io.ts";
import { type HubOptions, hubPlace, openHub, transportTo } from "./open-hub.ts";
import type { SoundWorkspace } from "./workspace.ts";

/** The definitions of an ops repo, compared with its lock. */
export interface Compiled extends Compilation {
  /** Path of the lock, relative to the ops repo. */
  readonly lockFile: string;
  /** Text of the lock as it is; `undefined`: there is none. */
  readonly lockText: string | undefined;
}

/** Where the lock of an ops repo is: beside the definitions that its first pattern names. */
export function lockPath({ paths }: Coulomb): string {
  const [pattern = "activity-definitions/*.md"] = paths?.activity_definitions ?? [];
  // The folder is what stands before the first wildcard.
  const fixed = pattern.split("/").findIndex((part) => /[*?[{]/.test(part));
  const folder = fixed === -1 ? dirname(pattern) : pattern.split("/").slice(0, fixed).join("/");
  return join(folder, lockFileName);
}

/** Compiles the definitions of an ops repo. Throws `lock_invalid` for a lock that cannot be read. */
export function compileOps(
  workspace: Pick<SoundWorkspace, "folder" | "config"> & {
    readonly ops: { readonly documents: OpsDocuments };
  },
): Compiled {
  const lockFile = lockPath(workspace.config);
  const text = readLock(resolve(workspace.folder, lockFile), lockFile);
  let lock: ActivityLock | undefined;
  if (text !== undefined) {
    const parsed = parseLock(text, lockFile);
    if ("findings" in parsed) throw invalidLock(parsed.findings, lockFile);
    lock = parsed.lock;
  }
  return { ...compileDefinitions(workspace.ops.documents, lock, lockFile), lockFile, lockText: text };
}

function readLock(path: string, name: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    if (code === "ENOENT") return undefined;
    throw new CoulombError("lock_invalid", `${name} cannot be read (${code})`, {
      hint: "correct its permissions",
      cause: error,
    });
  }
}

function invalidLock([first]: readonly Finding[], name: string): CoulombError {
  return new CoulombError("lock_invalid", first?.message ?? `${name} is no lock`, {
    hint: "remove it, and write it anew: coulomb activity compile",
  });
}

/** A hub that is open for the runtime. */
export interface OpenLedger {
  readonly hub: HubClient;
  readonly ledger: LedgerClient;
  close(): Promise<void>;
}

/** Opens the hub of an ops repo. Throws what finding and opening it throws. */
export async function openLedger(
  io: Io,
  ops: { readonly folder: string; readonly config: Coulomb },
  options: HubOptions,
): Promise<OpenLedger> {
  const place = hubPlace(io, ops, options);
  const opened = await openHub(io, place, ops.config.installation);
  const transport = transportTo(opened, io);
  return {
    hub: createHubClient(transport),
    ledger: createLedgerClient(transport),
    close: () => opened.close(),
  };
}

/** The same, or `undefined` where there is no hub yet. */
export async function ledgerOrNone(
  io: Io,
  ops: { readonly folder: string; readonly config: Coulomb },
  options: HubOptions,
): Promise<OpenLedger | undefined> {
  try {
    return await openLedger(io, ops, options);
  } catch (error) {
    if (error instanceof CoulombError && ["hub_missing", "hub_undeclared"].includes(error.code))
      return undefined;
    throw error;
  }
}
