import { expect, it } from "vitest";
import { type Preparer, prepareSlots, type PrepareRequest } from "./prepare-slots.ts";
import { idOf } from "./stage.fixture.ts";
import { metrics, recordId, told, type Opened } from "./tick-words.fixture.ts";

/** What comes in from the pilots, and what is prepared for them. */
export function preparationClaims(opened: Opened): void {
  it("lets another attempt have a bundle and a close of its own", async () => {
    const { tick, clock, hub, record, context } = await opened();
    await tick();
    clock.set("2026-06-18T08:00:30Z");
    const preparer: Preparer = {
      prepare: async ({ attempt }) => ({
        kind: "prepared",
        text: `Attempt ${attempt}.`,
        digest: "d".repeat(64),
        head: "h",
      }),
    };
    await prepareSlots({ ...context(), preparer }, await tick());
    await record(metrics("08:00"), {
      agent: "metrics",
      success: false,
      outcome: "failed",
      reason: "no network",
    });
    clock.set("2026-06-18T08:02:00Z");
    const again = await tick();
    const task = async () => (await hub.list("tasks", { key: metrics("08:00") }))[0];
    expect((await task())?.bundle).toBeUndefined();
    expect((await task())?.description).toContain("--attempt 2");
    await prepareSlots({ ...context(), preparer }, again);
    expect((await task())?.bundle).toBe("Attempt 2.");
  });

  it("brings in the records of the pilots' files that the hub does not have, once", async () => {
    const { tick, clock, at, record } = await opened();
    await tick();
    clock.set("2026-06-18T08:01:00Z");
    await tick();
    const kept = await record(metrics("08:00", "activity-core"), { agent: "metrics" });
    const line = (more: object) =>
      `${JSON.stringify({ ...kept.record, repo: idOf("the-custodian"), slot: metrics("08:00"), ...more })}\n`;
    await at("the-custodian").commit("main", {
      ".kaizen/metrics/metrics/2026-06-18.jsonl": `${line({ record_id: recordId(1) })}{"torn\n${line({ record_id: recordId(2), repo: idOf("activity-core") })}`,
      // Too old to be looked at.
      ".kaizen/metrics/metrics/2026-06-14.jsonl": line({ record_id: recordId(3) }),
    });
    const first = await tick();
    expect(first.records).toBe(1);
    expect(first.plan.findings.map(({ code, line: place, file }) => [code, place, file])).toEqual([
      ["record_torn", 2, `${idOf("the-custodian")}/.kaizen/metrics/metrics/2026-06-18.jsonl`],
      ["record_refused", undefined, `${idOf("the-custodian")}/.kaizen/metrics/metrics`],
    ]);
    expect(told(first)).toContain("metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled closed");
    expect((await tick()).records).toBe(0);
  });

  it("prepares what is out, keeps the result with the task, and lets the next step go on", async () => {
    const { tick, clock, hub, ledger, context } = await opened();
    await tick();
    clock.set("2026-06-18T08:00:30Z");
    const ticked = await tick();
    const asked: PrepareRequest[] = [];
    const preparer: Preparer = {
      prepare: async (request) => {
        asked.push(request);
        if (request.repo.repo === "activity-core")
          return { kind: "refused", code: "repo_opted_out", message: "it is paused" };
        return { kind: "prepared", text: `For ${request.slot}.`, digest: "d".repeat(64), head: "h" };
      },
    };
    const prepared = await prepareSlots({ ...context(), preparer }, ticked);
    expect(prepared.map(({ slot, result, reason }) => [slot, result, reason])).toEqual([
      [metrics("08:00", "activity-core"), "refused", "repo_opted_out"],
      [metrics("08:00", "kaizen-agentic"), "prepared", undefined],
      [metrics("08:00"), "prepared", undefined],
    ]);
    expect(asked[2]).toMatchObject({
      command: { kind: "metrics_optimize" },
      attempt: 1,
      upstream: [],
      expiresIn: 55 * 60_000,
    });
    const [task] = await hub.list("tasks", { key: metrics("08:00") });
    expect(task?.bundle).toBe(`For ${metrics("08:00")}.`);
    expect(await ledger.slotEvents({ key: metrics("08:00"), type: "prepared" })).toMatchObject([
      { id: "prepared#1", data: { attempt: 1, head: "h" } },
    ]);
    // Once: what is prepared is left alone, what was refused is tried again.
    expect(await prepareSlots({ ...context(), preparer }, ticked)).toHaveLength(1);
    clock.set("2026-06-18T08:15:30Z");
    const next = await tick();
    expect(told(next)).toEqual([
      "coach-orientation/kaizen-agentic@2026-06-18T08:15:00Z dispatched schedule 1",
      "coach-orientation/the-custodian@2026-06-18T08:15:00Z dispatched schedule 1",
    ]);
    await prepareSlots({ ...context(), preparer }, next);
    expect(asked.at(-1)).toMatchObject({
      command: { kind: "schedule_prepare", agent: "coach" },
      upstream: ["metrics"],
    });
  });

  it("prepares a slot once, though two do it at the same time", async () => {
    const { tick, clock, ledger, context } = await opened();
    await tick();
    clock.set("2026-06-18T08:00:30Z");
    const ticked = await tick();
    let count = 0;
    const preparer: Preparer = {
      prepare: async () => {
        count += 1;
        return { kind: "prepared", text: `Number ${count}.`, digest: String(count).repeat(64), head: "h" };
      },
    };
    await Promise.all([1, 2].map(() => prepareSlots({ ...context(), preparer }, ticked)));
    expect(count).toBe(3);
    expect(await ledger.slotEvents({ type: "prepared" })).toHaveLength(3);
  });
}
