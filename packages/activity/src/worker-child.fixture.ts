import { argv } from "node:process";
import { createHub, hubRules, openPostgres, openStore } from "@coulomb-loop/state-hub";
import { createHubClient, createLedgerClient, createTransport } from "@coulomb-loop/state-hub-sync";
import type { PlannedSlot } from "./plan-tick.ts";
import { openPgBossQueue } from "./queue/pg-boss-queue.ts";
import { carryOut } from "./work.ts";

/** What a worker process is told. */
export interface WorkerTask {
  readonly url: string;
  readonly name: string;
  /** The time of all clocks (epoch milliseconds). */
  readonly now: number;
}

const { url, name, now }: WorkerTask = JSON.parse(argv[2] ?? "{}");
const store = await openStore(openPostgres({ url }), { clock: () => now, rules: hubRules });
const own = createHub({ store, storeKind: "postgresql", version: "0.1.0" });
const transport = createTransport({
  fetch: (request) => own.fetchAs({ name, scopes: ["admin"] }, request),
  url: "http://hub.test",
  wait: async () => undefined,
});
const [hub, ledger] = [createHubClient(transport), createLedgerClient(transport)];
const queue = await openPgBossQueue({
  url,
  onError: (error) => {
    throw error;
  },
});
const digest = "a".repeat(64);
const due: PlannedSlot[] = (await ledger.slots({ state: "open" })).map((slot) => ({
  slot,
  decision: {
    kind: "dispatch",
    attempt: 1,
    trigger: "schedule",
    readyAt: now,
    startBy: undefined,
    isLate: false,
  },
  task: {
    title: slot.key,
    description: "A task.",
    labels: ["loop"],
    digests: { definition_digest: digest, policy_digest: digest },
  },
}));
const worker = await queue.work(
  async (jobs) => {
    await carryOut({ hub, ledger, concurrency: 4 }, jobs);
  },
  { concurrency: 1 },
);
// Every process puts in every slot, as ticks of several processes do.
for (let at = 0; at < due.length; at += 500)
  await queue.send(due.slice(at, at + 500).map((planned) => ({ planned, decidedAt: now })));
while ((await ledger.slots({ state: "open" })).length > 0) await new Promise((done) => setTimeout(done, 100));
await worker.stop();
await queue.close();
await store.close();
