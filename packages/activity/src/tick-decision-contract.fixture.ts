import { expect, it } from "vitest";
import { enabled, inSync, ownOps } from "./ops.fixture.ts";
import { idOf } from "./stage.fixture.ts";
import { coach, metrics, told, type Opened } from "./tick-words.fixture.ts";

/** What is done with a slot, by what the repo and the slots around it say. */
export function decisionClaims(opened: Opened): void {
  it.each([
    ["opted_out", inSync("enabled: false\n"), ["metrics-optimize", "coach-orientation"]],
    ["not_in_sync", inSync().replace("15 * * * *", "45 * * * *"), ["coach-orientation"]],
    ["not_in_sync", inSync().replace("Europe/Berlin", "UTC"), ["coach-orientation"]],
    ["not_in_sync", null, ["metrics-optimize", "coach-orientation"]],
  ])("makes no task where the repo says otherwise: %s", async (reason, file, activities) => {
    const { tick, clock, at, record, ledger, hub } = await opened();
    await tick();
    await at("the-custodian").commit("main", { ".kaizen/schedule.yml": file });
    clock.set("2026-06-18T08:00:30Z");
    await tick();
    await record(metrics("08:00"), { agent: "metrics" });
    clock.set("2026-06-18T08:15:30Z");
    await tick();
    const events = await ledger.slotEvents({ repo: idOf("the-custodian"), type: "settled" });
    const reasons = events.map(
      ({ slot, data }) => `${slot.split("/hourly-")[1]?.split("/")[0]} ${String(data?.reason)}`,
    );
    expect(reasons).toEqual([
      ...(activities.length === 1 ? ["metrics-optimize closed"] : []),
      ...activities.map((activity) => `${activity} ${reason}`),
    ]);
    expect(await hub.list("tasks", { repo: idOf("the-custodian") })).toHaveLength(2 - activities.length);
  });

  it("waits for a repo that cannot be read until its time to start is over", async () => {
    const { tick, clock, at, ledger } = await opened();
    await tick();
    await at("the-custodian").commit("main", { ".kaizen/schedule.yml": "- [" });
    clock.set("2026-06-18T08:01:00Z");
    expect(told(await tick())).toHaveLength(2);
    clock.set("2026-06-18T08:06:00Z");
    expect(told(await tick())).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled unreadable",
    ]);
    expect((await ledger.slotEvents({ key: metrics("08:00") })).map(({ type }) => type)).toEqual([
      "unreadable",
      "settled",
    ]);
  });

  it("waits with a look that failed while the step before is not there yet", async () => {
    const { tick, clock, at, record } = await opened();
    await tick();
    clock.set("2026-06-18T08:01:00Z");
    await tick();
    await at("the-custodian").commit("main", { ".kaizen/schedule.yml": "- [" });
    clock.set("2026-06-18T08:22:00Z");
    expect(told(await tick()).filter((line) => line.includes("the-custodian"))).toEqual([]);
    await at("the-custodian").commit("main", { ".kaizen/schedule.yml": inSync() });
    await record(metrics("08:00"), { agent: "metrics" });
    expect(told(await tick())).toContain(
      "coach-orientation/the-custodian@2026-06-18T08:15:00Z dispatched schedule 1",
    );
  });

  it.each([
    ["control characters by escape", String.raw`no\x07w\u0085`],
    ["a character that the longest line cuts in half", "\u{1f6d1}".repeat(600)],
  ])("takes words that no event should hold, and heeds what they say: %s", async (_words, words) => {
    const { tick, clock, at } = await opened();
    await tick();
    await at("the-custodian").commit("main", {
      ".kaizen/schedule.yml": inSync(`paused: { reason: "${words}" }\n`),
    });
    clock.set("2026-06-18T08:00:30Z");
    expect(told(await tick())).toContain(
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled opted_out",
    );
  });

  it("takes a file with a NUL by an escape for one that cannot be read, and makes no task of it", async () => {
    const { tick, clock, at } = await opened();
    await tick();
    await at("the-custodian").commit("main", {
      ".kaizen/schedule.yml": inSync('paused: { reason: "no\\0w" }\n'),
    });
    clock.set("2026-06-18T08:00:30Z");
    expect(told(await tick()).filter((line) => line.includes("the-custodian"))).toEqual([]);
    clock.set("2026-06-18T08:06:00Z");
    expect(told(await tick())).toContain(
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled unreadable",
    );
  });

  it("lets a repo withdraw its consent from a definition without a resolver too", async () => {
    const { tick, clock, at } = await opened();
    const ops = ownOps({
      definition: (definition) => {
        const { context: _context, ...rest } = enabled(definition);
        return rest;
      },
    });
    await tick({ ops });
    await at("the-custodian").commit("main", { ".kaizen/schedule.yml": inSync("enabled: false\n") });
    clock.set("2026-06-18T08:00:30Z");
    expect(told(await tick({ ops }))).toContain(
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled opted_out",
    );
  });

  it("compares a repo's cron with the one that is desired there, also of what comes after another", async () => {
    const { tick, clock, record } = await opened();
    const ops = ownOps({
      definition: (definition) => {
        const on = enabled(definition);
        return on.id === "hourly-coach-orientation" ? { ...on, trigger: { kind: "after" } } : on;
      },
    });
    await tick({ ops });
    clock.set("2026-06-18T08:00:30Z");
    await tick({ ops });
    await record(metrics("08:00"), { agent: "metrics" });
    expect(told(await tick({ ops }))).toContain(
      "coach-orientation/the-custodian@2026-06-18T08:00:00Z dispatched schedule 1",
    );
  });

  it("tells when the criteria of the policy changed within a cycle", async () => {
    const { tick, clock, record, ledger } = await opened();
    await tick();
    clock.set("2026-06-18T08:00:30Z");
    await tick();
    await record(metrics("08:00"), { agent: "metrics" });
    clock.set("2026-06-18T08:15:30Z");
    const ops = ownOps({ cadence: (cadence) => ({ ...cadence, analyses: [], suspend: true }) });
    await tick({ ops });
    expect((await ledger.slotEvents({ key: coach("08:15") })).map(({ id }) => id)).toEqual([
      "config_changed#1",
      "dispatched#1",
    ]);
  });
}
