import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { opsOrNone } from "../hub-workspace.ts";
import { exitCodes, type Io } from "../io.ts";
import { createHubOver, type HubOptions, hubPlace, openHubDatabase } from "../open-hub.ts";

interface ServeOptions extends CommonOptions, HubOptions {
  readonly host: string;
  readonly port: number;
  readonly adminTokenFile?: string;
}

/** `coulomb hub serve`: listens until it is stopped; answers what is under way then, closes, and exits 0. */
export async function serve({ io, terminal, exit }: Invocation, options: ServeOptions): Promise<void> {
  const { serveHub } = await import("@coulomb-loop/state-hub");
  const place = hubPlace(io, opsOrNone(io, terminal, options.ops), options, {
    database: true,
    mayMake: true,
  });
  const secret = adminSecret(io, options);
  const { hub, hasTokens, close } = await createHubOver(await openHubDatabase(place, io), io, secret);
  try {
    const served = await serveHub(hub, { host: options.host, port: options.port, hasTokens });
    const kept = place.kind === "folder" ? place.folder : "PostgreSQL";
    if (options.json === true)
      terminal.data(JSON.stringify({ format_version: "1.0", kind: "hub-serve", url: served.url }));
    else terminal.data(`The state hub listens on ${served.url} and keeps its data in ${kept}.`);
    if (!hasTokens)
      terminal.note(
        `No token exists yet, so nobody can use it: ${place.kind === "folder" ? "stop it, and make one" : "make one in another terminal, with the same DATABASE_URL,"} with coulomb hub token create.`,
      );
    if (!io.signal.aborted) await once(io.signal, "abort");
    await served.close();
  } finally {
    await close();
  }
  // To be stopped is how it ends.
  exit(exitCodes.ok, "although interrupted");
}

/** The first admin's secret: from a file, or from COULOMB_HUB_ADMIN_TOKEN. */
function adminSecret(io: Io, { adminTokenFile }: ServeOptions): string | undefined {
  const given =
    adminTokenFile === undefined
      ? io.env.COULOMB_HUB_ADMIN_TOKEN
      : readSecretFile(resolve(io.cwd, adminTokenFile));
  const secret = given?.trim() ?? "";
  if (secret === "" && adminTokenFile === undefined) return undefined;
  if (secret.length >= mostGuessable) return secret;
  throw new CoulombError("secret_missing", `the admin token has ${secret.length} characters`, {
    hint: `give it at least ${mostGuessable}, at random: openssl rand -base64 32`,
  });
}

/** Characters below which a token might be guessed. */
const mostGuessable = 32;

function readSecretFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new CoulombError("secret_missing", `the file ${file} cannot be read (${code})`, {
      hint: "make the file, readable for you alone, or name another one",
      cause: error,
    });
  }
}
