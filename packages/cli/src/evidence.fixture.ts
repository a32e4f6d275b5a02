import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TickContext, tick } from "@coulomb-loop/activity";
import { createGitForge } from "@coulomb-loop/forge";
import { readOpsRepo } from "@coulomb-loop/reconciler";
import { createHub, hubRules, openPglite, openStore } from "@coulomb-loop/state-hub";
import { createHubClient, createLedgerClient, createTransport } from "@coulomb-loop/state-hub-sync";
import { createFleet, manualClock, memoryCache } from "@coulomb-loop/testkit";
import { copyOwnOps, coulomb, document, newFolder, plainUser, rows, schedulePath } from "./fleet.fixture.ts";
import { compileOps } from "./open-activity.ts";
import { readOpsFiles } from "./ops-files.ts";

/** The pilots of this project's own ops repo. */
const ownPilots = ["activity-core", "kaizen-agentic", "the-custodian"] as const;

const schedule = `timezone: Europe/Berlin
domain: custodian
agents:
  coach: { cadence: daily, cron: "15 * * * *", enabled: true }
  optimization: { cadence: daily, cron: "30 * * * *", enabled: true }
`;

const minute = 60_000;
const steps = [
  { id: "hourly-metrics-optimize", agent: "metrics", at: 0 },
  { id: "hourly-coach-orientation", agent: "coach", at: 15 },
  { id: "hourly-optimization-review", agent: "optimization", at: 30 },
];

/** This project as an ops repo whose hourly definitions are enabled, with its pilots in sync and a hub. */
export interface Workshop {
  readonly ops: string;
  /** Changes a file of the ops repo. */
  edit(name: string, change: (text: string) => string): void;
  /**
   * Plays hours of the loop with the runtime itself, from a tick before the first until nothing more closes: agents close every slot
   * but those that `isMissed` names.
   */
  play(from: number, hours: number, isMissed?: (slot: string) => boolean): Promise<void>;
  remove(): void;
}

/** Makes the workshop; the hub is registered at `now`. */
export async function openWorkshop(now: number): Promise<Workshop> {
  const root = newFolder();
  const files = { [schedulePath]: schedule };
  const fleet = await createFleet({
    folder: join(root, "forge"),
    repos: Object.fromEntries([
      ...ownPilots.map((pilot) => [`coulomb/${pilot}`, { files }]),
      ["coulomb/coulomb-loop", { files: { "README.md": "ops\n" } }],
    ]),
  });
  const ops = copyOwnOps(join(root, "ops"));
  const edit = (name: string, change: (text: string) => string) => {
    const file = join(ops, name);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  };
  const run = async (args: readonly string[]) => {
    const ran = await coulomb([...args, "--json"], { cwd: ops, now });
    if (ran.code !== 0) throw new Error(ran.stdout + ran.stderr);
    return document(ran.stdout);
  };
  const compiled = await run(["activity", "compile"]);
  for (const { id, digest } of rows(compiled.definitions)) {
    if (!steps.some((step) => step.id === id)) continue;
    const proofs = ["smoke_test", "dry_run"].map(
      (kind) => `{ kind: ${kind}, ref: log, digest: "${String(digest)}" }`,
    );
    edit(`activity-definitions/${String(id)}.md`, (text) =>
      text
        .replace(/^enabled: false$/m, "enabled: true")
        .replace(/proof: .*/, `proof: [${proofs.join(", ")}]`),
    );
  }
  await run(["hub", "register"]);
  return {
    ops,
    edit,
    play: (from, hours, isMissed = () => false) => play({ root, ops, from, hours, isMissed }),
    remove: () => fleet.remove(),
  };
}

interface Play {
  readonly root: string;
  readonly ops: string;
  readonly from: number;
  readonly hours: number;
  readonly isMissed: (slot: string) => boolean;
}

async function play({ root, ops, from, hours, isMissed }: Play): Promise<void> {
  const clock = manualClock(from - 10 * minute);
  const database = await openPglite(join(ops, ".coulomb/hub"));
  const store = await openStore(database, { clock: () => clock.now(), rules: hubRules });
  const hub = createHub({ store, storeKind: database.kind, version: "0.1.0" });
  const transport = createTransport({
    fetch: (request) => hub.fetchAs({ name: "ticker", scopes: ["admin"] }, request),
    url: "http://hub.test",
    wait: async () => undefined,
  });
  const { context, records } = playersOf(root, ops, transport, from);
  try {
    await tick(context);
    for (const { due, id, agent } of stepsOf(from, hours)) {
      clock.set(new Date(due + minute).toISOString());
      await tick(context);
      clock.advance(minute);
      for (const pilot of ownPilots) {
        const slot = `kaizen-stack/${id}/local/coulomb/${pilot}@${new Date(due).toISOString().replace(".000", "")}`;
        if (!isMissed(slot)) await records(slot, agent, pilot, clock.now());
      }
      clock.advance(minute);
      await tick(context);
    }
    clock.set(new Date(from + (60 * hours + 29) * minute).toISOString());
    await tick(context);
  } finally {
    await store.close();
  }
}

/** Every step of so many hours, with when it is due. */
function stepsOf(from: number, hours: number) {
  return Array.from({ length: hours }, (_, hour) =>
    steps.map(({ id, agent, at }) => ({ id, agent, due: from + (60 * hour + at) * minute })),
  ).flat();
}

/** What ticks work with, and how an agent closes a slot. */
function playersOf(root: string, ops: string, transport: ReturnType<typeof createTransport>, now: number) {
  const repo = readOpsRepo(readOpsFiles(ops), now);
  const config = repo.documents.coulomb?.value;
  if (config === undefined) throw new Error("the ops repo is sound");
  const { definitions } = compileOps({ folder: ops, config, ops: repo });
  const ledger = createLedgerClient(transport);
  const forge = createGitForge({
    name: "local",
    url: join(root, "forge"),
    identity: { name: "test", email: "test@example.org" },
    env: plainUser(),
    installation: "test",
  });
  const context: TickContext = {
    documents: repo.documents,
    definitions,
    hub: createHubClient(transport),
    ledger,
    forges: new Map([["local", forge]]),
    cache: memoryCache(),
    concurrency: 2,
  };
  const records = async (slot: string, agent: string, pilot: string, at: number) => {
    const text = new Date(at).toISOString();
    const id = (at / minute) * 10 + ownPilots.findIndex((each) => each === pilot);
    const kept = await ledger.putRecord({
      record_id: `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
      agent,
      repo: `local/coulomb/${pilot}`,
      slot,
      attempt: 1,
      trigger: "schedule",
      success: true,
      outcome: "success",
      time_s: 30,
      started_at: text,
      finished_at: text,
      recorded_at: text,
      actor: "agent",
    });
    if (kept.kind !== "done") throw new Error(JSON.stringify(kept));
  };
  return { context, records };
}
