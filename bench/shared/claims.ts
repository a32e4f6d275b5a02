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
  createHubClient,
  createLedgerClient,
  createTransport,
  type LedgerClient,
} from "@coulomb-loop/state-hub-sync";
import { postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { printRows } from "./measure.ts";

const secret = "the-secret-of-the-bench-of-the-ledger";
const repos = 100;
const digest = "a".repeat(64);

/**
 * Measures so many slots expected and claimed in batches, beside a request for each one, on PGlite and on a PostgreSQL server of its
 * own, over HTTP; answers with the targets that were missed. Throws when a slot is claimed twice or not at all.
 */
export async function benchClaims(count: number): Promise<readonly string[]> {
  const missed = [...(await onStore("PGlite", count, await openPglite()))];
  const absent = postgresMissing();
  if (absent === undefined) {
    const server = await startPostgres();
    missed.push(...(await onStore("PostgreSQL", count, openPostgres({ url: server.url }))));
    await server.stop();
  } else console.log(`not on PostgreSQL: ${absent}`);
  return missed;
}

async function onStore(name: string, count: number, database: Database): Promise<readonly string[]> {
  const store = await openStore(database, { clock: Date.now, rules: hubRules });
  const hub = createHub({ store, storeKind: database.kind, version: "0.1.0", adminSecret: secret });
  const served = await serveHub(hub, { port: 0, hasTokens: true });
  const transport = createTransport({ fetch, url: served.url, token: secret, wait: async () => undefined });
  const ledger = createLedgerClient(transport);
  const client = createHubClient(transport);
  for (let at = 0; at < repos; at += 1)
    await client.put("repos", repoOf(at), { forge: "local", owner: "coulomb", name: `r${at}` }, "new");
  const time = await timed(() => inBatches(ledger, count));
  const single = await timed(() => oneByOne(ledger, count));
  await served.close();
  hub.close();
  await store.close();
  console.log(`${name}: ${count} slots expected and claimed, over HTTP`);
  return printRows([
    { what: "in batches", time, against: time },
    { what: "one request each", time: single, against: time, least: 5 },
  ]);
}

async function inBatches(ledger: LedgerClient, count: number): Promise<void> {
  await ledger.expectSlots(Array.from({ length: count }, (_, at) => slotAt("batch", at)));
  const claimed = new Set<string>();
  for (;;) {
    const answer = await ledger.claimSlots({ loop: "batch", limit: 500 });
    if (answer === undefined) break;
    for (const { key } of answer.slots) claimed.add(key);
  }
  if (claimed.size !== count) throw new Error(`${claimed.size} of ${count} slots were claimed`);
}

async function oneByOne(ledger: LedgerClient, count: number): Promise<void> {
  const claimed = new Set<string>();
  for (let at = 0; at < count; at += 1) await ledger.expectSlots([slotAt("single", at)]);
  for (let at = 0; at < count; at += 1) {
    const answer = await ledger.claimSlots({ loop: "single", limit: 1 });
    for (const { key } of answer?.slots ?? []) claimed.add(key);
  }
  if (claimed.size !== count) throw new Error(`${claimed.size} of ${count} slots were claimed`);
}

function repoOf(index: number): string {
  return `local/coulomb/r${index % repos}`;
}

function slotAt(loop: string, index: number) {
  const due = new Date(Date.UTC(2026, 5, 1) + Math.floor(index / repos) * 3_600_000)
    .toISOString()
    .replace(".000Z", "Z");
  const cycle = `${loop}/phase@${due}`;
  const named = { loop, activity: "activity", repo: repoOf(index), due, cycle };
  return { ...named, definition_digest: digest, policy_digest: digest };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
