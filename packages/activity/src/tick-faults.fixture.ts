import type { Database } from "@coulomb-loop/state-hub";
import { expect } from "vitest";
import { type Preparer, prepareSlots } from "./prepare-slots.ts";
import { emptied, idOf, openStage, pilots } from "./stage.fixture.ts";
import { tick } from "./tick.ts";

/**
 * Where the first of two tickers dies: at its nth request that writes, before the hub gets it or before its answer comes back; or
 * before it hears of its nth claim that hands it slots.
 */
export interface Death {
  readonly at: number;
  readonly when: "before" | "after" | "claimed";
}

const minute = 60_000;
const metricsKey = (pilot: (typeof pilots)[number]) =>
  `kaizen-stack/hourly-metrics-optimize/${idOf(pilot)}@2026-06-18T08:00:00Z`;

const bundleOf = (slot: string, attempt: number) => `Attempt ${attempt} at ${slot}.`;

const preparer: Preparer = {
  prepare: async ({ slot, attempt }) => ({
    kind: "prepared",
    text: bundleOf(slot, attempt),
    digest: "d".repeat(64),
    head: "h",
  }),
};

/**
 * Two tickers at once through an hour: each also prepares; one dies, the clock is set back and forth, agents close some slots, and
 * somebody cancels a task. Whatever happens, a slot has one task and one bundle, none is without a task or a reason, and what was
 * done is told once. Without a death both begin at once; else the first has a head start. Answers with how many writes the first
 * asked for.
 */
export async function playHour(database: Database, death: Death | undefined): Promise<number> {
  let writes = 0;
  let claims = 0;
  let isDead = false;
  let onClaim: (() => void) | undefined;
  const stage = await openStage(
    await emptied(database),
    "2026-06-18T07:50:00Z",
    (send) => async (request) => {
      // The second ticker, and the test itself, are known by their name.
      if (request.headers.get("x-ticker") !== "first") return send(request);
      if (isDead) throw new Error("it is dead");
      // To die over a read is to die before the next write.
      if (request.method === "GET") return send(request);
      writes += 1;
      if (death?.when !== "claimed" && death?.at === writes) {
        if (death.when === "after") await send(request);
      } else {
        const answer = await send(request);
        if (request.url.endsWith("/slots/claim") && answer.status === 200) {
          claims += 1;
          onClaim?.();
        }
        if (death?.when !== "claimed" || claims < death.at) return answer;
      }
      isDead = true;
      throw new Error("it died");
    },
  );
  try {
    const first = stage.client("first");
    const tickAndPrepare = async (client?: typeof first) => {
      const context = stage.context(client);
      await prepareSlots({ ...context, preparer }, await tick(context));
    };
    const both = async () => {
      const claimed = new Promise<void>((resolve) => {
        onClaim = resolve;
      });
      const ofFirst = Promise.allSettled([isDead ? Promise.resolve() : tickAndPrepare(first)]);
      // Who is to die has something in hand, or nothing shows that it died: the other comes once it has.
      if (death !== undefined) await Promise.race([claimed, ofFirst]);
      const [[one], [other]] = await Promise.all([ofFirst, Promise.allSettled([tickAndPrepare()])]);
      if (one.status === "rejected" && !isDead) throw one.reason;
      if (other.status === "rejected") throw other.reason;
    };
    await both();
    stage.clock.set("2026-06-18T08:00:30Z");
    await both();
    const isCancelled = await cancel(stage);
    for (const pilot of pilots.slice(0, 2)) await stage.record(metricsKey(pilot), { agent: "metrics" });
    stage.clock.set("2026-06-18T08:15:30Z");
    await both();
    // Back before anything was due, and far ahead.
    stage.clock.advance(-40 * minute);
    await both();
    stage.clock.advance(56 * minute);
    await both();
    stage.clock.set("2026-06-18T08:38:00Z");
    await both();
    stage.clock.set("2026-06-18T09:40:00Z");
    await both();
    // A claim outlives who died over it by its lease.
    stage.clock.advance(6 * minute);
    await both();
    await judge(stage, "2026-06-18T08:59:59Z");
    const events = await stage.ledger.slotEvents({ key: cancelled, type: "intervention" });
    expect(events.map(({ data }) => data)).toEqual(isCancelled ? [{ kind: "skipped", by: "ada" }] : []);
    return writes;
  } finally {
    await stage.close();
  }
}

const cancelled = metricsKey("the-custodian");

/** Somebody cancels the task of a slot that no agent closes, unless it is not there yet. */
async function cancel(stage: Awaited<ReturnType<typeof openStage>>): Promise<boolean> {
  const { hub } = stage.holder("ada");
  const [task] = await hub.list("tasks", { key: cancelled });
  if (task === undefined) return false;
  const changed = await hub.patch("tasks", task.id, { status: "cancelled" }, task.rev, "not today");
  return changed.kind === "done";
}

/** One task a slot, and no slot of the hour without an end. */
async function judge({ hub, ledger }: Awaited<ReturnType<typeof openStage>>, to: string): Promise<void> {
  const slots = await ledger.slots({ to });
  const events = await ledger.slotEvents({ to });
  const tasks = await hub.list("tasks");
  expect(slots).toHaveLength(9);
  expect(new Set(slots.map(({ key }) => key)).size).toBe(9);
  expect(slots.filter(({ state }) => state !== "settled").map(({ key }) => key)).toEqual([]);
  const keys = new Set([
    ...slots.map(({ key }) => key),
    ...(await ledger.slots({ from: to })).map(({ key }) => key),
  ]);
  expect(tasks.filter(({ key }) => !keys.has(key))).toEqual([]);
  for (const { key } of slots) {
    const own = events.filter(({ slot }) => slot === key);
    const dispatches = own.filter(({ type }) => type === "dispatched");
    const [settled, ...more] = own.filter(({ type }) => type === "settled");
    expect(more).toEqual([]);
    expect(settled?.data?.reason).toBeDefined();
    // Metrics of the first two were closed by their agents, also when a ticker died over it.
    if (pilots.slice(0, 2).some((pilot) => metricsKey(pilot) === key))
      expect([key, settled?.data?.reason]).toEqual([key, "closed"]);
    expect(new Set(dispatches.map(({ data }) => data?.task)).size).toBeLessThanOrEqual(1);
    if (dispatches.length === 0) continue;
    const [task, ...others] = tasks.filter((each) => each.key === key);
    expect([task?.id, others]).toEqual([dispatches[0]?.data?.task, []]);
    const prepared = own.filter(({ type }) => type === "prepared").map(({ id }) => id);
    const bundle = bundleOf(key, 1);
    // A slot may be over before who died over it is given up; of this one nobody closes the task.
    if (prepared.length > 0 || key === metricsKey(pilots[2]))
      expect([prepared, task?.bundle]).toEqual([["prepared#1"], bundle]);
    else expect([undefined, bundle]).toContain(task?.bundle);
  }
}
