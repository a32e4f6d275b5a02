import type { HubApi } from "@coulomb-loop/schemas/hub";
import { expect, it } from "vitest";
import { idOf, pilots } from "./stage.fixture.ts";
import { coach, metrics, told, type Opened } from "./tick-words.fixture.ts";

/** How a slot gets its task, and how it is closed. */
export function dispatchClaims(opened: Opened): void {
  it("makes one task for a slot, under the slot's key, and says so in the ledger", async () => {
    const { tick, clock, hub, ledger } = await opened();
    await tick();
    clock.set("2026-06-18T08:00:20Z");
    expect(told(await tick())).toEqual(
      pilots.map((pilot) => `metrics-optimize/${pilot}@2026-06-18T08:00:00Z dispatched schedule 1`),
    );
    const tasks = await hub.list("tasks");
    expect(tasks.map(({ key }) => key)).toEqual(pilots.map((pilot) => metrics("08:00", pilot)));
    expect(tasks[0]).toMatchObject({
      status: "todo",
      repo: idOf("activity-core"),
      labels: ["kaizen-stack", "metrics", "attempt-1"],
    });
    expect(tasks[0]?.title).toContain(idOf("activity-core"));
    expect(tasks[0]?.description).toContain(metrics("08:00", "activity-core"));
    expect(tasks[0]?.description).not.toContain("{{");
    const events = await ledger.slotEvents({});
    expect(events.map(({ id }) => id)).toEqual(Array(3).fill("dispatched#1"));
    expect(events[0]?.data).toMatchObject({
      attempt: 1,
      trigger: "schedule",
      late: false,
      task: tasks[0]?.id,
    });
    expect(told(await tick())).toEqual([]);
  });

  it("lets a step wait for the one before it in its cycle and repo", async () => {
    const { tick, clock, record } = await opened();
    await tick();
    clock.set("2026-06-18T08:16:00Z");
    await tick();
    await record(metrics("08:00"), { agent: "metrics" });
    clock.set("2026-06-18T08:21:00Z");
    expect(told(await tick())).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled closed",
      "coach-orientation/the-custodian@2026-06-18T08:15:00Z dispatched schedule 1",
    ]);
  });

  it("counts the time to start from when the step before was done", async () => {
    const { tick, clock, record, ledger } = await opened();
    await tick();
    clock.set("2026-06-18T08:16:00Z");
    await tick();
    clock.set("2026-06-18T08:22:00Z");
    await record(metrics("08:00"), { agent: "metrics" });
    await record(metrics("08:00", "activity-core"), { agent: "metrics" });
    await tick();
    const [event] = await ledger.slotEvents({ key: coach("08:15") });
    expect(event?.data).toMatchObject({ late: false, start_by: "2026-06-18T08:27:00.000Z" });
  });

  it("closes a slot and its task by a record, and tries a failed one again", async () => {
    const { tick, clock, record, hub } = await opened();
    await tick();
    clock.set("2026-06-18T08:01:00Z");
    await tick();
    await record(metrics("08:00"), {
      agent: "metrics",
      success: false,
      outcome: "failed",
      reason: "no network",
    });
    clock.set("2026-06-18T08:02:00Z");
    expect(told(await tick())).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z dispatched retry 2",
    ]);
    const task = async () => (await hub.list("tasks", { key: metrics("08:00") }))[0];
    expect(await task()).toMatchObject({
      status: "todo",
      labels: ["kaizen-stack", "metrics", "attempt-2"],
    });
    await record(metrics("08:00"), { agent: "metrics", attempt: 2, trigger: "retry" });
    expect(told(await tick())).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled closed",
    ]);
    expect(await task()).toMatchObject({ status: "done" });
  });

  it.each([
    ["08:05:59", false],
    ["08:06:01", true],
  ])(
    "counts the time to start a retry from when the failure was received: at %s late is %s",
    async (at, late) => {
      const { tick, clock, record, ledger } = await opened();
      await tick();
      clock.set("2026-06-18T08:00:30Z");
      await tick();
      clock.set("2026-06-18T08:01:00Z");
      await record(metrics("08:00"), {
        agent: "metrics",
        success: false,
        outcome: "failed",
        reason: "no network",
        // By the agent's clock it ended before that.
        started_at: "2026-06-18T08:00:30Z",
        finished_at: "2026-06-18T08:00:40Z",
        recorded_at: "2026-06-18T08:00:40Z",
      });
      clock.set(`2026-06-18T${at}Z`);
      await tick();
      expect((await ledger.slotEvents({ key: metrics("08:00") })).at(-1)).toMatchObject({
        id: "dispatched#2",
        data: {
          attempt: 2,
          trigger: "retry",
          ready_at: "2026-06-18T08:01:00.000Z",
          start_by: "2026-06-18T08:06:00.000Z",
          late,
        },
      });
    },
  );

  it("gives up after the last attempt, and skips what waited for it", async () => {
    const { tick, clock, record, hub } = await opened();
    await tick();
    for (const attempt of [1, 2]) {
      clock.set(`2026-06-18T08:0${attempt}:00Z`);
      await tick();
      await record(metrics("08:00"), {
        agent: "metrics",
        attempt,
        trigger: attempt === 1 ? "schedule" : "retry",
        success: false,
        outcome: "failed",
        reason: "no network",
      });
    }
    clock.set("2026-06-18T08:16:00Z");
    expect(told(await tick())).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled failed",
    ]);
    expect(told(await tick())).toEqual([
      "coach-orientation/the-custodian@2026-06-18T08:15:00Z settled upstream_failed",
    ]);
    expect((await hub.list("tasks", { key: metrics("08:00") }))[0]).toMatchObject({ status: "cancelled" });
  });

  it("waits two seconds for a record after the time to close", async () => {
    const { tick, clock, record } = await opened();
    await tick();
    clock.set("2026-06-18T08:01:00Z");
    await tick();
    clock.set("2026-06-18T08:55:01Z");
    expect(told(await tick()).filter((line) => line.startsWith("metrics"))).toEqual([]);
    await record(metrics("08:00"), { agent: "metrics" });
    expect(told(await tick())).toContain(
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled closed",
    );
  });

  it("gives back the claim of a slot that the hub did not take, for the next tick to try", async () => {
    const { tick, clock, context } = await opened();
    await tick();
    clock.set("2026-06-18T08:00:30Z");
    const { hub } = context();
    const refusing = {
      ...hub,
      put: (async (...args: Parameters<typeof hub.put>) =>
        args[0] === "tasks"
          ? { kind: "refused", code: "busy", message: "not now" }
          : hub.put(...args)) as typeof hub.put,
    };
    expect((await tick({ hub: refusing })).outcomes.map(({ result }) => result)).toEqual(
      Array(3).fill("refused"),
    );
    expect((await tick()).outcomes.map(({ result }) => result)).toEqual(Array(3).fill("dispatched"));
  });

  it("is late when it comes after the time to start, and says so", async () => {
    const { tick, clock, ledger } = await opened();
    await tick();
    clock.set("2026-06-18T08:07:00Z");
    await tick();
    const [event] = await ledger.slotEvents({ key: metrics("08:00") });
    expect(event?.data).toMatchObject({ late: true });
  });

  it("counts no record of a manual run, of another time, or that came too late", async () => {
    const { tick, clock, record } = await opened();
    await tick();
    clock.set("2026-06-18T08:01:00Z");
    await tick();
    const early: Partial<HubApi.MetricsRecord> = { started_at: "2026-06-18T07:59:57Z" };
    await record(metrics("08:00"), { agent: "metrics", trigger: "manual" });
    await record(metrics("08:00"), { agent: "metrics", ...early });
    expect(told(await tick())).toEqual([]);
    clock.set("2026-06-18T08:55:03Z");
    await record(metrics("08:00"), { agent: "metrics" });
    expect(told(await tick())).toContain(
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled missed",
    );
  });
}
