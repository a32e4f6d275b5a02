import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Coulomb, CoulombError } from "@coulomb-loop/schemas";
import type { Database, Hub } from "@coulomb-loop/state-hub";
import { createTransport, type Fetch, type Transport } from "@coulomb-loop/state-hub-sync";
import type { Io } from "./io.ts";
import { makeFolder } from "./make-folder.ts";
import { readSecret } from "./secret.ts";
import { toolVersion } from "./version.ts";

/** Milliseconds that a hub may take to answer; a snapshot of a large one takes a while. */
const longestRequest = 120_000;

/** The same for giving back a lease, which an interrupted command still does: a person waits for it. */
const longestRelease = 5_000;

/** Where the hub of a command is. */
export type HubPlace =
  | { readonly kind: "served"; readonly url: string; readonly token: string }
  | { readonly kind: "postgresql"; readonly url: string }
  | { readonly kind: "folder"; readonly folder: string };

/** What a command line may say about the hub. */
export interface HubOptions {
  readonly dataDir?: string;
}

/** What a command does with the hub. */
export interface HubNeed {
  /** It works on the database itself: a hub that is served elsewhere is no use. */
  readonly database?: true;
  /** It makes a hub where there is none. */
  readonly mayMake?: true;
}

/** A hub that was opened for a command. */
export interface OpenedHub {
  readonly fetch: Fetch;
  /** Base address; of a hub within this process one that nobody else reaches. */
  readonly url: string;
  readonly token?: string;
  close(): Promise<void>;
}

/**
 * Where the hub is: the folder of --data-dir, else `state_hub.url`, else the server of DATABASE_URL, else the folder of
 * `state_hub.data_dir`. Who needs the database takes DATABASE_URL before `state_hub.url`. Relative folders of
 * coulomb.yaml start there. Throws `hub_undeclared`, `hub_missing`, `hub_database`, and what reading the token throws.
 */
export function hubPlace(
  io: Io,
  ops: { readonly folder: string; readonly config: Coulomb } | undefined,
  { dataDir }: HubOptions,
  need: HubNeed = {},
): HubPlace {
  const place = placeOf(io, ops, dataDir, need);
  if (place.kind === "folder" && need.mayMake !== true && !existsSync(join(place.folder, "data")))
    throw new CoulombError("hub_missing", `there is no state hub in ${place.folder}`, {
      hint: "make one: coulomb hub register; or name another folder with --data-dir",
    });
  return place;
}

function placeOf(
  io: Io,
  ops: { readonly folder: string; readonly config: Coulomb } | undefined,
  dataDir: string | undefined,
  need: HubNeed,
): HubPlace {
  if (dataDir !== undefined) return { kind: "folder", folder: resolve(io.cwd, dataDir) };
  const declared = ops?.config.state_hub;
  const database = io.env.DATABASE_URL?.trim() ?? "";
  if (database !== "" && (need.database === true || declared?.url === undefined)) return postgresAt(database);
  if (ops !== undefined && declared?.url !== undefined) {
    const { url, token } = declared;
    if (token === undefined)
      throw new CoulombError("secret_missing", "state_hub has a url and no token", {
        hint: "add token: { env: COULOMB_HUB_TOKEN } to it in coulomb.yaml, and set that variable",
      });
    return { kind: "served", url, token: readSecret(io, ops.folder, token, "the state hub") };
  }
  if (ops !== undefined && declared?.data_dir !== undefined)
    return { kind: "folder", folder: resolve(ops.folder, declared.data_dir) };
  throw new CoulombError("hub_undeclared", "nothing says where the state hub is", {
    hint: "add state_hub: { data_dir: .coulomb/hub } to coulomb.yaml, or give --data-dir, or set DATABASE_URL",
  });
}

function postgresAt(url: string): HubPlace {
  if (/^postgres(?:ql)?:\/\//.test(url)) return { kind: "postgresql", url };
  throw new CoulombError("hub_database", "DATABASE_URL names no PostgreSQL server", {
    hint: "write it as postgresql://user@host/database",
  });
}

/** Opens the database of a hub. Throws `hub_locked`, and `hub_remote` for a hub that somebody else serves. */
export async function openHubDatabase(place: HubPlace, io: Io): Promise<Database> {
  const { openPglite, openPostgres } = await import("@coulomb-loop/state-hub");
  switch (place.kind) {
    case "folder":
      makeHubFolder(place.folder);
      return io.hubs?.open(place.folder) ?? openPglite(place.folder);
    case "postgresql":
      return openPostgres({
        url: place.url,
        onError: (error) => void io.stderr.write(`hub: a connection broke: ${error.message}\n`),
      });
    case "served":
      throw new CoulombError(
        "hub_remote",
        `this needs the hub's database, and ${place.url} is served elsewhere`,
        {
          hint: "run it where the hub runs: with DATABASE_URL, or with --data-dir while nobody serves that folder",
        },
      );
  }
}

function makeHubFolder(folder: string): void {
  try {
    makeFolder(folder, 0o700);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unusable";
    throw new CoulombError("hub_folder", `${folder} cannot hold a state hub (${code})`, {
      hint: "name a folder that you may write to with --data-dir, or in coulomb.yaml",
      cause: error,
    });
  }
}

/** Makes the hub over its database. Failures within go to stderr with the number that clients are told. */
export async function createHubOver(
  database: Database,
  io: Io,
  adminSecret?: string,
): Promise<{ readonly hub: Hub; readonly close: () => Promise<void>; readonly hasTokens: boolean }> {
  const { createHub, hasTokens, hubRules, openStore } = await import("@coulomb-loop/state-hub");
  const store = await reached(() => openStore(database, { clock: io.now, rules: hubRules }));
  const hub = createHub({
    store,
    storeKind: database.kind,
    version: toolVersion(),
    ...(adminSecret === undefined ? {} : { adminSecret }),
    onFailure: (error, incident) =>
      void io.stderr.write(
        `hub: incident ${incident}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      ),
  });
  return {
    hub,
    hasTokens: adminSecret !== undefined || (await store.read(hasTokens)),
    close: async () => {
      hub.close();
      await store.close();
    },
  };
}

/** Work that begins to speak to a database. Throws `hub_unreachable` where that is not there. */
export async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { UnavailableError } = await import("@coulomb-loop/state-hub");
    if (!(error instanceof UnavailableError)) throw error;
    throw new CoulombError("hub_unreachable", error.message, {
      hint: "start the PostgreSQL server, or correct DATABASE_URL",
      cause: error,
    });
  }
}

/** Opens the hub for a command: over HTTP, or within this process, where `actor` is who the history names. */
export async function openHub(io: Io, place: HubPlace, actor: string): Promise<OpenedHub> {
  if (place.kind === "served")
    return {
      url: place.url,
      token: place.token,
      // A lease is given back also when the run was interrupted; and nobody is waited for without end.
      fetch: (request) =>
        fetch(request, {
          signal: request.url.endsWith("/release")
            ? AbortSignal.timeout(longestRelease)
            : AbortSignal.any([io.signal, AbortSignal.timeout(longestRequest)]),
        }),
      close: async () => {},
    };
  const { hub, close } = await createHubOver(await openHubDatabase(place, io), io);
  return {
    // Requests to it are answered here, and never leave.
    url: "http://hub.invalid",
    fetch: (request) => hub.fetchAs({ name: actor, scopes: ["admin"] }, request),
    close,
  };
}

/** Sends requests to an opened hub, and repeats them where that helps. */
export function transportTo(
  { fetch: send, url, token }: OpenedHub,
  io: Io,
  onRequest?: (method: string, path: string) => void,
): Transport {
  return createTransport({
    fetch: send,
    url,
    ...(token === undefined ? {} : { token }),
    wait: async (milliseconds) => {
      await sleep(milliseconds, undefined, { signal: io.signal });
    },
    ...(onRequest === undefined ? {} : { onRequest }),
  });
}
