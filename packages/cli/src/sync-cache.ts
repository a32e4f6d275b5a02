import { readFileSync } from "node:fs";
import {
  emptyResources,
  type HubPoint,
  type ParsedFile,
  type ParsedFiles,
  type Replica,
  type ReplicaCache,
  replicaKinds,
  type Wire,
  wireOf,
} from "@coulomb-loop/state-hub-sync";
import { cacheFile, keepFile } from "./cache.ts";
import type { Io } from "./io.ts";
import { toolVersion } from "./version.ts";

/** Raised whenever what is kept is laid out or read otherwise. */
const format = 3;

/** Where both sides were when nothing was due. */
export interface QuietPoint {
  /** Names what was seen of the files. */
  readonly files: string;
  readonly hub: HubPoint;
  /** Tasks in those files, which a quiet run tells without reading them. */
  readonly tasks: number;
}

/** What a sync keeps for the next one. It may be deleted at any time, which costs one full read. */
export interface SyncCache {
  /** Small, and read first: while it holds, nothing else is. */
  readonly quiet: () => QuietPoint | undefined;
  readonly replica: ReplicaCache;
  readonly parsed: ParsedFiles;
  /** Writes what changed. `quiet`: where both sides were, when nothing was due. */
  save(quiet: QuietPoint | undefined): void;
}

/** Opens the cache of an ops repo and a hub; see `openCache` for where it is. */
export function openSyncCache(io: Io, opsFolder: string, hub: string): SyncCache {
  const file = (use: string) => cacheFile(io, opsFolder, `-sync-${use}`);
  const version = `${toolVersion()}/${format} ${hub}`;
  const load = (use: string) => wireOf(loaded(file(use), version));
  const store = (use: string, content: object) => {
    const path = file(use);
    if (path !== undefined) keepFile(path, { version, ...content });
  };
  const quiet = quietIn(load("quiet"));
  let replica: Replica | undefined;
  let isReplicaNew = false;
  const parsed = lazyParsed(() => load("files"));
  return {
    quiet: () => quiet,
    replica: {
      read: () => (replica ??= replicaIn(load("hub"))),
      write(next) {
        isReplicaNew ||= next.seq !== replica?.seq || next.hubId !== replica.hubId;
        replica = next;
      },
    },
    parsed,
    save(now) {
      if (isReplicaNew && replica !== undefined) store("hub", wireReplica(replica));
      if (parsed.isChanged()) store("files", { files: parsed.used() });
      // Last: it speaks for the others.
      store("quiet", now === undefined ? {} : { quiet: now });
    },
  };
}

function loaded(path: string | undefined, version: string): unknown {
  if (path === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return wireOf(value)["version"] === version ? value : undefined;
  } catch {
    return undefined;
  }
}

function quietIn({ quiet }: Wire): QuietPoint | undefined {
  const { files, hub, tasks } = wireOf(quiet);
  const { hubId, seq } = wireOf(hub);
  if (typeof files !== "string" || typeof hubId !== "string" || typeof seq !== "number") return undefined;
  return typeof tasks === "number" ? { files, hub: { hubId, seq }, tasks } : undefined;
}

/** Parsed files that are read when one is first asked for. What a run did not ask for is forgotten. */
function lazyParsed(load: () => Wire): ParsedFiles & {
  readonly isChanged: () => boolean;
  readonly used: () => Readonly<Record<string, ParsedFile>>;
} {
  let stored: Wire | undefined;
  let isNew = false;
  const asked = new Map<string, ParsedFile>();
  const before = () => (stored ??= wireOf(load()["files"]));
  return {
    get(key) {
      const found = asked.get(key) ?? parsedIn(before()[key]);
      if (found !== undefined) asked.set(key, found);
      return found;
    },
    set(key, file) {
      isNew = true;
      asked.set(key, file);
    },
    isChanged: () => isNew || (stored !== undefined && Object.keys(stored).length !== asked.size),
    used: () => Object.fromEntries(asked),
  };
}

function parsedIn(value: unknown): ParsedFile | undefined {
  return isParsed(value) ? value : undefined;
}

/** What we wrote ourselves under this version is what it was. */
function isParsed(value: unknown): value is ParsedFile {
  return Array.isArray(wireOf(value)["findings"]);
}

function wireReplica({ hubId, repoId, seq, resources }: Replica): object {
  const lists = replicaKinds.map((kind) => [kind, [...resources[kind].values()]]);
  return { hub_id: hubId, repo_id: repoId, seq, resources: Object.fromEntries(lists) };
}

function replicaIn({ hub_id: hubId, repo_id: repoId, seq, resources: lists }: Wire): Replica | undefined {
  if (typeof hubId !== "string" || typeof repoId !== "string" || typeof seq !== "number") return undefined;
  const resources = emptyResources();
  for (const kind of replicaKinds) {
    const list = wireOf(lists)[kind];
    if (!Array.isArray(list)) return undefined;
    for (const json of list) {
      const wire = wireOf(json);
      const { id } = wire;
      if (typeof id !== "string") return undefined;
      resources[kind].set(id, wire);
    }
  }
  return { hubId, repoId, seq, resources };
}
