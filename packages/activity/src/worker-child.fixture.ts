import { argv, stdout } from "node:process";
import { createHub, hubRules, openPostgres, openStore } from "@coulomb-loop/state-hub";
import { createHubClient, createLedgerClient, createTransport } from "@coulomb-loop/state-hub-sync";
import type { PlannedSlot } from "./plan-tick.ts";
import { openPgBossQueue } from "./queue/pg-boss-queue.ts";
import { carryOut } from "./work.ts";

/** What a worker process is told. It prints the ids of the slots that it claimed, each as often as it did. */
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
const [hub, told] = [createHubClient(transport), createLedgerClient(transport)];
/** Ids of the slots that this process was handed. */
const handed: string[] = [];
const ledger: typeof told = {
  ...told,
  claimSlots: async (wish) => {
    const answer = await told.claimSlots(wish);
    handed.push(...(answer?.slots ?? []).map(({ id }) => id));
    return answer;
  },
};
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
// Every process puts in every slot, as ticks of several processes do; and as a tick beside them it also works on each itself:
// the queue keeps one job of a slot, so only so it comes to two who want the same one.
const ticking = carryOut(
  { hub, ledger, concurrency: 4 },
  due.map((planned) => ({ planned, decidedAt: now })),
);
for (let at = 0; at < due.length; at += 500)
  await queue.send(due.slice(at, at + 500).map((planned) => ({ planned, decidedAt: now })));
while ((await ledger.slots({ state: "open" })).length > 0) await new Promise((done) => setTimeout(done, 100));
await ticking;
await worker.stop();
await queue.close();
await store.close();
stdout.write(JSON.stringify(handed));
