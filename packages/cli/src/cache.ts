import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { BlobCache, Oid, PathEntry } from "@coulomb-loop/forge";
import type { ReadingMemo, SettledMemo } from "@coulomb-loop/reconciler";
import { createIntern } from "@coulomb-loop/reconciler";
import type { Io } from "./io.ts";
import { makeFolder } from "./make-folder.ts";
import { toolVersion } from "./version.ts";

/** Raised whenever the reader of schedule files reads something else than before, or the file is laid out otherwise. */
const readingFormat = 3;

function cacheVersion(): string {
  return `${toolVersion()}/${readingFormat}`;
}

/** What one run reads from the last ones, and keeps for the next. */
export interface RunCache extends BlobCache, ReadingMemo, SettledMemo {
  /**
   * Writes what this run used, whole or not at all. What it did not use is forgotten, but after a run that could not read
   * everything (`isPartial`). A cache that cannot be written is left as it is.
   */
  save(isPartial?: boolean): void;
}

/** The file's content: all but `settled` is keyed by content ids, so that it cannot grow old; a head that moved tells itself. */
interface Stored {
  readonly version: string;
  /** What a commit holds at a path, by `<commit> <path>`. */
  readonly entries: Readonly<Record<string, PathEntry>>;
  /** Bytes in base64, by blob id. */
  readonly blobs: Readonly<Record<string, string>>;
  /** What schedule files hold: the place of its value in `values`, by blob id. Most of a fleet holds the same. */
  readonly readings: Readonly<Record<string, number>>;
  readonly values: readonly unknown[];
  /** The head under which the state holds all that a repo showed, by repo id. */
  readonly settled: Readonly<Record<string, Oid>>;
}

/**
 * Opens the cache of an ops repo: a file below COULOMB_CACHE_DIR, else XDG_CACHE_HOME, else ~/.cache. It may be deleted
 * at any time, which costs one full read; `COULOMB_CACHE_DIR=off` keeps nothing. A file of another release, or one that
 * cannot be read, counts as empty. What a run does not use is forgotten, so that the file stays as large as the fleet.
 */
export function openCache(io: Io, opsFolder: string): RunCache {
  const file = cacheFile(io, opsFolder);
  const stored = file === undefined ? empty() : load(file);
  const used: Used = { entries: new Map(), blobs: new Map(), readings: new Map() };
  let settled: ReadonlyMap<string, Oid> = new Map(Object.entries(stored.settled));
  // Whatever is put was not there, or was spoilt.
  let isChanged = false;
  let isSaved = false;
  const put = <T>(into: Map<string, T>, key: string, value: T) => {
    isChanged = true;
    into.set(key, value);
  };
  const intern = createIntern<unknown>();
  for (const value of stored.values) intern(value);
  return {
    get(blob) {
      const text = recall(stored.blobs, used.blobs, blob);
      return text === undefined ? undefined : Buffer.from(text, "base64");
    },
    put: (blob, bytes) => put(used.blobs, blob, Buffer.from(bytes).toString("base64")),
    getEntry: (commit, path) => recall(stored.entries, used.entries, `${commit} ${path}`),
    putEntry: (commit, path, entry) => put(used.entries, `${commit} ${path}`, entry),
    getReading(blob) {
      if (!used.readings.has(blob) && Object.hasOwn(stored.readings, blob))
        used.readings.set(blob, stored.values[stored.readings[blob] ?? -1]);
      return used.readings.get(blob);
    },
    putReading: (blob, value) => put(used.readings, blob, intern(value)),
    getSettled: (id) => settled.get(id),
    putSettled(heads) {
      isChanged ||= heads.size !== settled.size || [...heads].some(([id, head]) => settled.get(id) !== head);
      settled = heads;
    },
    save(isPartial = false) {
      if (file === undefined || (isSaved && !isChanged)) return;
      if (isPartial) keepAll(stored, used);
      if (isChanged || !isSame(stored, used)) store(file, { ...used, settled });
      [isSaved, isChanged] = [true, false];
    },
  };
}

/** Counts everything that was kept as used. */
function keepAll(stored: Stored, used: Used): void {
  for (const [key, entry] of Object.entries(stored.entries))
    if (!used.entries.has(key)) used.entries.set(key, entry);
  for (const [blob, text] of Object.entries(stored.blobs))
    if (!used.blobs.has(blob)) used.blobs.set(blob, text);
  for (const [blob, place] of Object.entries(stored.readings))
    if (!used.readings.has(blob)) used.readings.set(blob, stored.values[place]);
}

/** What was used in this run, else what an earlier one kept; from then on it counts as used. */
function recall<T>(from: Readonly<Record<string, T>>, into: Map<string, T>, key: string): T | undefined {
  const found = into.get(key) ?? (Object.hasOwn(from, key) ? from[key] : undefined);
  if (found !== undefined) into.set(key, found);
  return found;
}

/** What a run used so far. */
interface Used {
  readonly entries: Map<string, PathEntry>;
  readonly blobs: Map<string, string>;
  readonly readings: Map<string, unknown>;
}

/** The file in which something of an ops repo is kept, by a use of its own; `undefined` where nothing is to be kept. */
export function cacheFile(io: Io, opsFolder: string, use = ""): string | undefined {
  const named = io.env.COULOMB_CACHE_DIR;
  if (named === "off") return undefined;
  const home = io.env.HOME ?? homedir();
  const folder = named ?? join(io.env.XDG_CACHE_HOME ?? join(home, ".cache"), "coulomb");
  const key = createHash("sha256").update(resolve(opsFolder)).digest("hex").slice(0, 32);
  return join(resolve(io.cwd, folder), `${key}${use}.json`);
}

function empty(): Stored {
  return { version: cacheVersion(), entries: {}, blobs: {}, readings: {}, values: [], settled: {} };
}

function load(file: string): Stored {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isStored(value) && value.version === cacheVersion() ? value : empty();
  } catch {
    return empty();
  }
}

function isStored(value: unknown): value is Stored {
  if (!isMap(value) || typeof value.version !== "string") return false;
  const { entries, blobs, readings, values, settled } = value;
  if (!isMap(entries) || !isMap(blobs) || !isMap(readings) || !isMap(settled) || !Array.isArray(values))
    return false;
  return (
    Object.values(settled).every((head) => typeof head === "string") &&
    Object.values(blobs).every((text) => typeof text === "string") &&
    Object.values(entries).every(isEntry) &&
    Object.values(readings).every((place) => typeof place === "number" && values[place] !== undefined)
  );
}

function isEntry(value: unknown): boolean {
  if (!isMap(value)) return false;
  if (value.kind === "file") return typeof value.blob === "string";
  return value.kind === "absent" || (value.kind === "other" && typeof value.what === "string");
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Values never change under their keys, so equal keys are an equal cache. */
function isSame(stored: Stored, used: Used): boolean {
  return (["entries", "blobs", "readings"] as const).every((part) => {
    const before = stored[part];
    return (
      Object.keys(before).length === used[part].size &&
      [...used[part].keys()].every((key) => Object.hasOwn(before, key))
    );
  });
}

function store(file: string, used: Used & { readonly settled: ReadonlyMap<string, Oid> }): void {
  const places = new Map([...new Set(used.readings.values())].map((value, place) => [value, place]));
  const content = {
    version: cacheVersion(),
    entries: Object.fromEntries(used.entries),
    blobs: Object.fromEntries(used.blobs),
    readings: Object.fromEntries([...used.readings].map(([blob, value]) => [blob, places.get(value)])),
    values: [...places.keys()],
    settled: Object.fromEntries(used.settled),
  };
  keepFile(file, content);
}

/** Writes a file of the cache, whole or not at all. Where that cannot be done, the next run reads everything again. */
export function keepFile(file: string, content: unknown): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(file), 0o700);
  } catch {
    // A home that cannot be written: the next run reads everything again.
    return;
  }
  try {
    writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    // A full disk, likewise.
    rmSync(draft, { force: true });
  }
}
