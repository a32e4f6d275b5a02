// The state hub and the sync of workplans, on PGlite and on a PostgreSQL server of its own: a batch of a sync beside single
// writes of the same tasks; planning beside parsing the same snapshot; and a sync with nothing to do beside the same run
// without its cache, over a bare repository with thousands of workplans.
//
//   npm run bench:hub -- [plans]        default 10000, with ten tasks each; the targets are those of 10000
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { run } from "@coulomb-loop/cli";
import { validateDecision, validateWorkplan, validateWorkplanTask } from "@coulomb-loop/schemas";
import {
  createHub,
  type Database,
  hubRules,
  openPglite,
  openPostgres,
  openStore,
  serveHub,
} from "@coulomb-loop/state-hub";
import {
  coulombHub,
  createHubSide,
  createTransport,
  createWorkplanSide,
  planSync,
} from "@coulomb-loop/state-hub-sync";
import { createGitForge } from "@coulomb-loop/forge";
import {
  createFleet,
  memoryCache,
  postgresMissing,
  startPostgres,
  temporaryFolder,
} from "@coulomb-loop/testkit";
import { median, printRows, type Row, tellMissed } from "./shared/measure.ts";

const plans = Number(process.argv[2] ?? 10_000);
const tasksOfPlan = 10;
const repo = "local/coulomb/ops";
const secret = "the-secret-of-the-bench-of-the-hub";
const missed: string[] = [];
const create = { "if-none-match": "*" };

const files = Object.fromEntries(
  Array.from({ length: plans }, (_, at) => [
    `workplans/plan-${String(at).padStart(5, "0")}.md`,
    planText(at),
  ]),
);
const temporary = temporaryFolder("coulomb-bench-");
await createFleet({ folder: join(temporary.path, "forge"), repos: { "coulomb/ops": { files } } });
console.log(`Node ${process.versions.node}, ${plans} workplans with ${plans * tasksOfPlan} tasks`);
await onStore("PGlite", () => openPglite());
const absent = postgresMissing();
if (absent === undefined) {
  const server = await startPostgres();
  await onStore("PostgreSQL", async () => openPostgres({ url: server.url }));
  await server.stop();
} else console.log(`not on PostgreSQL: ${absent}`);
temporary.remove();
tellMissed(missed);

async function onStore(name: string, open: () => Promise<Database>): Promise<void> {
  const store = await openStore(await open(), { clock: Date.now, rules: hubRules });
  const hub = createHub({ store, storeKind: "pglite", version: "0.1.0", adminSecret: secret });
  let requests = 0;
  const counted = {
    ...hub,
    fetch: (request: Request) => {
      requests += 1;
      return hub.fetch(request);
    },
  };
  const served = await serveHub(counted, { port: 0, hasTokens: true });
  const call = async (
    method: string,
    path: string,
    body?: object,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const answer = await hub.fetch(
      new Request(`http://hub.bench${path}`, {
        method,
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", ...more },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text;
  };
  await batches(name, call);
  await syncing(name, served.url, call, () => requests);
  await served.close();
  await store.close();
}

type Call = (
  method: string,
  path: string,
  body?: object,
  more?: Readonly<Record<string, string>>,
) => Promise<string>;

function values(at: number) {
  return { status: "todo", title: `Task number ${at} of this round`, priority: "low" };
}

/** 500 new tasks as one batch of a sync, and as 500 keyed writes, in turns. */
async function batches(name: string, call: Call): Promise<void> {
  const other = "local/coulomb/batches";
  const id: string = JSON.parse(
    await call(
      "PUT",
      `/v1/repos?key=${other}`,
      { forge: "local", owner: "coulomb", name: "batches" },
      create,
    ),
  ).id;
  await call(
    "PUT",
    "/v1/workstreams?key=BATCH-WP-0001",
    { title: "Batches", status: "active", repo: other },
    create,
  );
  await call("POST", `/v1/replicas/${id}/lease`, { holder: "bench", lease_s: 3600 });
  let round = 0;
  const batch = () => {
    round += 1;
    const items = Array.from({ length: 500 }, (_, at) => ({
      do: "create",
      key: `BATCH-${round}-${at}`,
      workstream: "BATCH-WP-0001",
      values: values(at),
    }));
    return call("POST", `/v1/replicas/${id}/sync`, { fence: 1, items });
  };
  const single = async () => {
    round += 1;
    for (let at = 0; at < 500; at += 1)
      await call(
        "PUT",
        `/v1/tasks?key=BATCH-${round}-${at}`,
        { ...values(at), repo: other, workstream: "BATCH-WP-0001" },
        create,
      );
  };
  await batch();
  await single();
  const ours = await median(batch, 7);
  const theirs = await median(single, 5);
  print([
    { what: `${name}: /sync of 500 items`, time: ours, against: ours },
    { what: `${name}: 500 keyed PUTs`, time: theirs, against: ours, least: 5 },
  ]);
}

/** The whole command with nothing to do, with its cache and without; and planning alone. */
async function syncing(name: string, url: string, call: Call, requests: () => number): Promise<void> {
  const ops = join(temporary.path, name);
  const cache = join(ops, "cache");
  mkdirSync(ops);
  writeFileSync(
    join(ops, "coulomb.yaml"),
    `schema_version: coulomb/v1\ninstallation: bench\ntimezone: Europe/Berlin\nforges:\n  - { name: local, kind: git, url: "../forge/{owner}/{repo}.git", owner: coulomb }\nops_repo: { forge: local, owner: coulomb, repo: ops }\nstate_hub: { url: "${url}", token: { env: COULOMB_HUB_TOKEN } }\n`,
  );
  await call("PUT", `/v1/repos?key=${repo}`, { forge: "local", owner: "coulomb", name: "ops" }, create);
  // The first one is sweeping, and is applied as a saved plan.
  await sync(ops, cache, "--dry-run", "--out", "plan.json");
  await sync(ops, cache, "--plan", "plan.json");
  await sync(ops, cache);
  const before = [requests(), await call("GET", "/v1/meta")];
  await sync(ops, cache);
  const after = [requests(), await call("GET", "/v1/meta")];
  if (Number(after[0]) - Number(before[0]) !== 1)
    missed.push(`${name}: a quiet sync asks the hub ${Number(after[0]) - Number(before[0])} times`);
  if (after[1] !== before[1]) missed.push(`${name}: a quiet sync writes to the hub`);
  const quiet = await median(() => sync(ops, cache), 7);
  const cold = await median(async () => {
    rmSync(cache, { recursive: true });
    await sync(ops, cache);
  }, 1);
  await planning(name, url, quiet, cold);
}

async function planning(name: string, url: string, quiet: number, cold: number): Promise<void> {
  const hub = createHubSide({
    transport: createTransport({ fetch, url, token: secret, wait: async () => undefined }),
    mapping: coulombHub,
    repo,
    holder: "bench",
    cache: { read: () => undefined, write: () => undefined },
  });
  const workplans = createWorkplanSide({
    forge: createGitForge({
      name: "local",
      url: join(temporary.path, "forge/{owner}/{repo}.git"),
      identity: { name: "bench", email: "bench@coulomb.invalid" },
      installation: "bench",
      env: process.env,
      userConfig: false,
      now: Date.now,
    }),
    cache: memoryCache(),
    repo: { owner: "coulomb", repo: "ops" },
    repoId: repo,
    installation: "bench",
    workplans: ["workplans/*.md"],
    decisions: [],
    validators: { frontmatter: validateWorkplan, task: validateWorkplanTask, decision: validateDecision },
    time: Date.now(),
    switches: { suspended: false, gate: { open: true }, declined: new Set(), reopen: false, rebuild: false },
  });
  const view = await hub.observe();
  const local = await workplans.observe();
  const answer = await fetch(`${url}/v1/repos?key=${repo}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  const { items }: { readonly items: readonly { readonly id: string }[] } = JSON.parse(await answer.text());
  const snapshot = await fetch(`${url}/v1/snapshot?replica=${items[0]?.id ?? ""}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  const lines = (await snapshot.text()).trimEnd().split("\n");
  const parse = await median(async () => lines.forEach((line) => void JSON.parse(line)), 5);
  const input = { local, hub: view, versions: new Map(), maxRemovalPercent: 20 };
  const planned = planSync(input);
  if (planned.items.length + planned.edits.length > 0) throw new Error("nothing should be due");
  const plan = await median(async () => void planSync(input), 5);
  print([
    { what: `${name}: quiet sync, the whole command`, time: quiet, against: quiet },
    {
      what: `${name}: the same run, cache deleted`,
      time: cold,
      against: quiet,
      least: plans >= 10_000 ? 20 : 0,
    },
    { what: `${name}: plan ${plans * tasksOfPlan} tasks`, time: plan, against: plan },
    { what: `${name}: JSON.parse of their snapshot`, time: parse, against: plan, least: 0.5 },
  ]);
}

function print(rows: readonly Row[]): void {
  missed.push(...printRows(rows));
}

/** Runs the command in this process, and fails when it does not end with 0. */
async function sync(cwd: string, cache: string, ...args: readonly string[]): Promise<void> {
  let said = "";
  const sink = { write: (text: string) => void (said += text) };
  const code = await run(["sync", ...args], {
    stdout: sink,
    stderr: sink,
    env: { ...process.env, COULOMB_CACHE_DIR: cache, COULOMB_HUB_TOKEN: secret },
    cwd,
    now: Date.now,
    signal: new AbortController().signal,
    process: { host: hostname(), pid: process.pid, isAlive: () => false },
  });
  if (code !== 0) throw new Error(`coulomb sync ${args.join(" ")} ended with ${code}: ${said.slice(-2_000)}`);
}

function hex(number: number): string {
  return number.toString(16).padStart(12, "0");
}

/** A workplan whose ids the hub will take: nothing is to be written back. */
function planText(at: number): string {
  const id = `LOOP-WP-${String(at).padStart(4, "0")}`;
  const names = Array.from({ length: tasksOfPlan }, (_, task) => `T${String(task + 1).padStart(2, "0")}`);
  const fence = "```";
  return [
    "---",
    `id: ${id}`,
    "type: workplan",
    `title: "Plan ${at} of the bench"`,
    "status: active",
    "tasks:",
    ...names.flatMap((name) => [
      `  - id: ${name}`,
      "    status: todo",
      `    title: Do ${name} of plan ${at}`,
    ]),
    `state_hub_workstream_id: "00000000-0000-4000-8000-${hex(at)}"`,
    "---",
    "",
    `# ${id}`,
    ...names.flatMap((name, task) => [
      "",
      `## ${name}`,
      "",
      `${fence}task`,
      `id: ${id}-${name}`,
      "status: todo",
      "priority: medium",
      `state_hub_task_id: "00000000-0000-4000-9000-${hex(at * tasksOfPlan + task)}"`,
      fence,
      "",
      `What is to be done for ${name}.`,
    ]),
    "",
  ].join("\n");
}
