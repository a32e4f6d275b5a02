import { once } from "node:events";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import {
  createHub,
  type Hub,
  hubRules,
  openPglite,
  openStore,
  type ServedHub,
  serveHub,
  type Store,
} from "@coulomb-loop/state-hub";
import { createFleet, type Person, personAt } from "@coulomb-loop/testkit";
import { afterAll, vi } from "vitest";
import { coulomb, fixedNow, newFolder, type Ran, repoRoot, type RunSettings } from "./fleet.fixture.ts";

// The first test of a file starts a hub, which takes long where the machine does other things too.
vi.setConfig({ testTimeout: 120_000 });

/** The owner's workplan, as it stands in this repository. */
export const seedPath = "workplans/LOOP-WP-0001-kaizen-improvement-stack.md";
export const seed = readFileSync(join(repoRoot, seedPath), "utf8");

/** The loop of this repository with its decisions and definitions. */
export const loopFiles: Readonly<Record<string, string>> = Object.fromEntries(
  globSync(["loops/*/{roster,cadence}.yaml", "loops/*/decisions/*.yaml", "activity-definitions/*.md"], {
    cwd: repoRoot,
  }).map((path) => [path, readFileSync(join(repoRoot, path), "utf8")]),
);

/** Key of the ops repo on the hub. */
export const repoKey = "local/coulomb/coulomb-loop";

/** An answer of the hub. */
export interface HubAnswer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into it
  readonly json: any;
}

/** The hub of all stages of a file, on HTTP. */
interface Running {
  readonly store: Store;
  readonly hub: Hub;
  readonly served: ServedHub;
}

const secret = "the-secret-of-the-tests-of-the-sync";
let running: Promise<Running> | undefined;
afterAll(async () => {
  const all = await running;
  await all?.served.close();
  await all?.store.close();
});

/** The hub, emptied: that is faster than to start another one. */
async function emptyHub(): Promise<Running> {
  running ??= startHub();
  const all = await running;
  await all.store.transact(async ({ sql }) => {
    for (const table of ["resources", "events", "replicas", "idempotency"])
      await sql.rows(`DELETE FROM ${table}`);
    await sql.rows("UPDATE feed SET seq = 0, min_seq = 0");
  });
  return all;
}

async function startHub(): Promise<Running> {
  const store = await openStore(await openPglite(), { clock: () => fixedNow, rules: hubRules });
  const hub = createHub({ store, storeKind: "pglite", version: "0.1.0", adminSecret: secret });
  return { store, hub, served: await serveHub(hub, { port: 0, hasTokens: true }) };
}

/** An ops repo on a plain git forge, with a hub that is served. */
export interface SyncStage {
  readonly ops: string;
  /** Address of the hub. */
  readonly url: string;
  /** Runs a command line in the ops repo. */
  readonly run: (args: readonly string[], settings?: Partial<RunSettings>) => Promise<Ran>;
  /** Its JSON document and exit code. */
  readonly json: (
    args: readonly string[],
  ) => Promise<{ readonly code: number; readonly document: HubAnswer["json"] }>;
  /** Somebody at the ops repo's own repository. */
  readonly person: Person;
  /** Somebody at the hub: an admin called pat. */
  readonly hub: (
    method: string,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<HubAnswer>;
  /** A task of the hub by its key. */
  readonly task: (key: string) => Promise<HubAnswer["json"]>;
  /** Gives a task of the hub another value. */
  readonly change: (key: string, values: object) => Promise<void>;
}

/** Branch of the sync's proposal. */
export const syncBranch = "coulomb/coulomb-loop/state-hub-sync";

/** Makes an ops repo of these files, besides the configuration; `state_hub` of it may be given. */
export async function createSyncStage(
  files: Readonly<Record<string, string>>,
  stateHub?: string,
): Promise<SyncStage> {
  const {
    hub: served,
    served: { url },
  } = await emptyHub();
  const hubConfig = stateHub ?? `state_hub: { url: "${url}", token: { env: COULOMB_HUB_TOKEN } }`;
  const root = newFolder();
  const ops = join(root, "ops");
  const config = readFileSync(join(repoRoot, "coulomb.yaml"), "utf8").replace(
    /state_hub:\n.*\n/,
    `${hubConfig}\n`,
  );
  const all: Readonly<Record<string, string>> = { "coulomb.yaml": config, ...files };
  await createFleet({ folder: join(root, "forge"), repos: { "coulomb/coulomb-loop": { files: all } } });
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(ops, path)), { recursive: true });
    writeFileSync(join(ops, path), text);
  }
  const env = { COULOMB_CACHE_DIR: join(root, "cache"), COULOMB_HUB_TOKEN: secret };
  const run: SyncStage["run"] = (args, settings = {}) =>
    coulomb(args, { cwd: ops, ...settings, env: { ...env, ...settings.env } });
  const hub: SyncStage["hub"] = async (method, path, body, headers = {}) => {
    const response = await served.fetchAs(
      { name: "pat", scopes: ["admin"] },
      new Request(`http://hub.test${path}`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, json: text === "" ? undefined : JSON.parse(text) };
  };
  const task: SyncStage["task"] = async (key) => (await hub("GET", `/v1/tasks?key=${key}`)).json.items[0];
  return {
    ops,
    url,
    run,
    async json(args) {
      const { code, stdout } = await run([...args, "--json"]);
      return { code, document: JSON.parse(stdout) };
    },
    person: personAt(join(root, "forge", "coulomb", "coulomb-loop.git")),
    hub,
    task,
    async change(key, values) {
      const { id, rev } = await task(key);
      const { status } = await hub("PATCH", `/v1/tasks/${id}?reason=test`, values, {
        "if-match": `"${rev}"`,
      });
      if (status !== 200) throw new Error(`the hub answered ${status}`);
    },
  };
}

/** A server that passes requests on, to `pathAt` their path, but for the answers that `isAnswered` says are lost. */
export async function interceptor(
  target: string,
  isAnswered: (path: string) => boolean,
  pathAt: (path: string) => string = (path) => path,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    request.url = pathAt(request.url ?? "");
    void answer(target, request, response, isAnswered);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  isAnswered: (path: string) => boolean,
): Promise<void> {
  const passed = await passOn(target, request);
  const text = await passed.text();
  if (!isAnswered(request.url ?? "")) {
    response.destroy();
    return;
  }
  response.writeHead(passed.status, { "content-type": passed.headers.get("content-type") ?? "text/plain" });
  response.end(text);
}

async function passOn(target: string, request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { method = "GET", url = "" } = request;
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return fetch(`${target}${url}`, {
    method,
    headers,
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
  });
}
