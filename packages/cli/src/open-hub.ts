import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Coulomb } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Database, Hub } from "@coulomb-loop/state-hub";
import { createTransport, type Fetch, type Transport } from "@coulomb-loop/state-hub-sync";
import type { Io } from "./io.ts";
import { readSecret } from "./secret.ts";
import { toolVersion } from "./version.ts";

/** Where the hub of a command is. */
export type HubPlace =
  | { readonly kind: "served"; readonly url: string; readonly token: string }
  | { readonly kind: "postgresql"; readonly url: string }
  | { readonly kind: "folder"; readonly folder: string };

/** What a command line may say about the hub. */
export interface HubOptions {
  readonly dataDir?: string;
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
 * `state_hub.data_dir`. Relative folders of coulomb.yaml start there. Throws `hub_undeclared` and `secret_missing`.
 */
export function hubPlace(
  io: Io,
  ops: { readonly folder: string; readonly config: Coulomb } | undefined,
  { dataDir }: HubOptions,
): HubPlace {
  if (dataDir !== undefined) return { kind: "folder", folder: resolve(io.cwd, dataDir) };
  const declared = ops?.config.state_hub;
  if (ops !== undefined && declared?.url !== undefined) {
    const { url, token } = declared;
    if (token === undefined)
      throw new CoulombError("secret_missing", "state_hub has a url and no token", {
        hint: "add token: { env: COULOMB_HUB_TOKEN } to it in coulomb.yaml, and set that variable",
      });
    return { kind: "served", url, token: readSecret(io, ops.folder, token, "the state hub") };
  }
  const database = io.env.DATABASE_URL?.trim() ?? "";
  if (database !== "") return { kind: "postgresql", url: database };
  if (ops !== undefined && declared?.data_dir !== undefined)
    return { kind: "folder", folder: resolve(ops.folder, declared.data_dir) };
  throw new CoulombError("hub_undeclared", "nothing says where the state hub is", {
    hint: "add state_hub: { data_dir: .coulomb/hub } to coulomb.yaml, or give --data-dir, or set DATABASE_URL",
  });
}

/** Opens the database of a hub. Throws `hub_locked`, and `hub_remote` for a hub that somebody else serves. */
export async function openHubDatabase(place: HubPlace, io: Io): Promise<Database> {
  const { openPglite, openPostgres } = await import("@coulomb-loop/state-hub");
  switch (place.kind) {
    case "folder":
      return openPglite(place.folder);
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
          hint: "run it where the hub runs, with --data-dir or DATABASE_URL",
        },
      );
  }
}

/** Makes the hub over its database. Failures within go to stderr with the number that clients are told. */
export async function createHubOver(
  database: Database,
  io: Io,
  adminSecret?: string,
): Promise<{ readonly hub: Hub; readonly close: () => Promise<void>; readonly hasTokens: boolean }> {
  const { createHub, hasTokens, hubRules, openStore } = await import("@coulomb-loop/state-hub");
  const store = await openStore(database, { clock: io.now, rules: hubRules });
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

/** Opens the hub for a command: over HTTP, or within this process, where `actor` is who the history names. */
export async function openHub(io: Io, place: HubPlace, actor: string): Promise<OpenedHub> {
  if (place.kind === "served")
    return {
      url: place.url,
      token: place.token,
      fetch: (request) => fetch(request, { signal: io.signal }),
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

/** A name for a request, so that a repetition is known as one. */
export function requestName(): string {
  return randomUUID();
}
