import { evaluate } from "@coulomb-loop/cadence";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import { expect, it } from "vitest";
import { ownOps } from "./ops.fixture.ts";
import { readEvidence } from "./read-evidence.ts";
import type { Stage } from "./stage.fixture.ts";
import { metrics, type Opened, told } from "./tick-words.fixture.ts";

type Status = HubApi.TaskStatus;

/** Gives the task of the slot at eight o'clock these statuses, one after the other, under the token of `name`. */
async function moves(stage: Stage, name: string, statuses: readonly Status[]): Promise<void> {
  const { hub } = stage.holder(name);
  for (const status of statuses) {
    const [task] = await hub.list("tasks", { key: metrics("08:00") });
    const changed = await hub.patch("tasks", task?.id ?? "", { status }, task?.rev ?? 0, "so it is");
    if (changed.kind !== "done") throw new Error(JSON.stringify(changed));
  }
}

/** A stage on which the task of the slot at eight o'clock is out. */
async function dispatched(opened: Opened): Promise<Stage> {
  const stage = await opened();
  await stage.tick();
  stage.clock.set("2026-06-18T08:01:00Z");
  await stage.tick();
  return stage;
}

/** What the ledger was told of the slot, without the beginning and the end. */
async function interventions({ ledger }: Stage) {
  const events = await ledger.slotEvents({ key: metrics("08:00") });
  return events.filter(({ type }) => type === "intervention").map(({ id, data }) => ({ id, ...data }));
}

async function verdict({ ledger, clock }: Stage) {
  const evidence = await readEvidence({
    ledger,
    documents: ownOps(),
    loop: "kaizen-stack",
    phase: "bootstrap",
    asOf: clock.now(),
    tzdata: "2026a",
  });
  const fleet = evaluate(evidence).find(({ analysis: { key } }) => key === "cycles-clean");
  const slots = fleet?.cycles.flatMap(({ repos }) => [...repos.values()].flatMap(({ slots: own }) => own));
  const found = slots?.find(({ facts: { slot } }) => slot.key === metrics("08:00"));
  return [found?.verdict.result, found?.verdict.reason, found?.verdict.row];
}

const failed = { agent: "metrics", success: false, outcome: "failed", reason: "no network" } as const;

/** What people do to the task of a slot while it is out (page 06, 6, row 3). */
export function interventionClaims(opened: Opened): void {
  it("tells that somebody cancelled a task, before it settles the slot, and that counts as a failure", async () => {
    const stage = await dispatched(opened);
    await moves(stage, "ada", ["cancelled"]);
    await stage.record(metrics("08:00"), { agent: "metrics" });
    expect(told(await stage.tick())).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled closed",
    ]);
    const events = await stage.ledger.slotEvents({ key: metrics("08:00") });
    expect(events.map(({ type }) => type)).toEqual(["dispatched", "intervention", "settled"]);
    expect(await interventions(stage)).toEqual([{ id: "intervention#2", kind: "skipped", by: "ada" }]);
    expect(await verdict(stage)).toEqual(["failure", "intervention", 3]);
  });

  it("tells that somebody opened a task again, and nothing of the moves of a session", async () => {
    const stage = await dispatched(opened);
    await moves(stage, "agent", ["in_progress", "blocked", "in_progress", "done"]);
    await moves(stage, "ada", ["todo"]);
    await moves(stage, "agent", ["in_progress", "done"]);
    await stage.record(metrics("08:00"), { agent: "metrics" });
    await stage.tick();
    expect(await interventions(stage)).toEqual([{ id: "intervention#6", kind: "reopened", by: "ada" }]);
  });

  it("tells nothing of a task that its session has brought to an end", async () => {
    const stage = await dispatched(opened);
    await moves(stage, "agent", ["in_progress", "blocked", "todo", "done"]);
    await stage.record(metrics("08:00"), { agent: "metrics" });
    await stage.tick();
    expect(await interventions(stage)).toEqual([]);
    expect(await verdict(stage)).toEqual(["success", "on_time", 11]);
  });

  it("tells that somebody deleted a task", async () => {
    const stage = await dispatched(opened);
    const [task] = await stage.hub.list("tasks", { key: metrics("08:00") });
    await stage.holder("ada").hub.remove("tasks", task?.id ?? "", task?.rev ?? 0);
    stage.clock.set("2026-06-18T08:56:00Z");
    await stage.tick();
    expect(await interventions(stage)).toEqual([{ id: "intervention#2", kind: "skipped", by: "ada" }]);
    expect(await verdict(stage)).toEqual(["failure", "intervention", 3]);
  });

  it("tells it before another attempt too, once however often it is found", async () => {
    const stage = await dispatched(opened);
    await moves(stage, "agent", ["in_progress", "done"]);
    await moves(stage, "ada", ["todo"]);
    await stage.record(metrics("08:00"), failed);
    expect(told(await stage.tick())).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z dispatched retry 2",
    ]);
    const found = [{ id: "intervention#4", kind: "reopened", by: "ada" }];
    expect(await interventions(stage)).toEqual(found);
    stage.clock.set("2026-06-18T08:02:00Z");
    await stage.record(metrics("08:00"), { agent: "metrics", attempt: 2, trigger: "retry" });
    await stage.tick();
    expect(await interventions(stage)).toEqual(found);
  });

  it("takes no tick for a person: neither itself, nor one under another token that died over it", async () => {
    const stage = await dispatched(opened);
    await moves(stage, "agent", ["in_progress", "done"]);
    await stage.record(metrics("08:00"), failed);
    const { hub, ledger } = stage.holder("other-ticker");
    const dying = {
      ...ledger,
      tellSlot: (async (slot, event) => {
        if (event.type === "dispatched") throw new Error("it died");
        return ledger.tellSlot(slot, event);
      }) as typeof ledger.tellSlot,
    };
    await expect(stage.tick({ hub, ledger: dying })).rejects.toThrow("it died");
    expect((await stage.hub.list("tasks", { key: metrics("08:00") }))[0]?.status).toBe("todo");
    // Its claim is over.
    stage.clock.set("2026-06-18T08:07:00Z");
    expect(told(await stage.tick())).toContain(
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z dispatched retry 2",
    );
    await stage.record(metrics("08:00"), { agent: "metrics", attempt: 2, trigger: "retry" });
    await stage.tick();
    expect(await interventions(stage)).toEqual([]);
  });

  it("gives the slot back when the hub does not take what is told, for the next tick to try", async () => {
    const stage = await dispatched(opened);
    await moves(stage, "ada", ["cancelled"]);
    await stage.record(metrics("08:00"), { agent: "metrics" });
    const { ledger } = stage;
    const refusing = {
      ...ledger,
      tellSlot: (async (slot, event) =>
        event.type === "intervention"
          ? { kind: "refused", code: "busy", message: "not now" }
          : ledger.tellSlot(slot, event)) as typeof ledger.tellSlot,
    };
    expect(told(await stage.tick({ ledger: refusing }))).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z refused busy",
    ]);
    expect(told(await stage.tick())).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled closed",
    ]);
    expect(await interventions(stage)).toHaveLength(1);
  });
}
