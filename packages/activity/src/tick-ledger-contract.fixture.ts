import { expect, it } from "vitest";
import { enabled, inSync, ownOps } from "./ops.fixture.ts";
import { idOf, pilots } from "./stage.fixture.ts";
import { coach, metrics, told, unasked, type Opened } from "./tick-words.fixture.ts";

/** What is written, and when. */
export function ledgerClaims(opened: Opened): void {
  it("writes slots before they are due, through the next cycle, once", async () => {
    const { tick, ledger } = await opened();
    expect(await tick()).toMatchObject({ expected: 9, outcomes: [] });
    const slots = await ledger.slots({});
    expect(slots.map(({ due: at }) => at.slice(11, 16))).toEqual([
      ...Array(3).fill("08:00"),
      ...Array(3).fill("08:15"),
      ...Array(3).fill("08:30"),
    ]);
    expect(new Set(slots.map(({ cycle }) => cycle))).toEqual(
      new Set(["kaizen-stack/bootstrap@2026-06-18T08:00:00Z"]),
    );
    expect(await tick()).toMatchObject({ expected: 0, outcomes: [] });
  });

  it("lets nothing be lost while nobody ticks, and dispatches no slot whose time is over", async () => {
    const { tick, clock, ledger, hub } = await opened();
    await tick();
    clock.set("2026-06-18T11:40:00Z");
    const { expected } = await tick();
    const slots = await ledger.slots({ to: "2026-06-18T12:00:00Z" });
    // 08:00 to 11:30: four cycles of nine.
    expect(slots).toHaveLength(36);
    expect(expected).toBe(36);
    expect(slots.filter(({ due: at, state }) => at < "2026-06-18T10:45" && state !== "settled")).toEqual([]);
    const tasks = await hub.list("tasks");
    expect(tasks.every(({ key }) => key.endsWith("@2026-06-18T11:00:00Z"))).toBe(true);
    expect(tasks).toHaveLength(3);
  });

  it("writes the slots of a cron that changed, and fires those of the old one no more", async () => {
    const { tick, clock, record, ledger, at: person } = await opened();
    await tick();
    const later = ownOps({
      roster: (roster) => ({
        ...roster,
        active: roster.active.map((entry) =>
          entry.repo === "the-custodian"
            ? {
                ...entry,
                overrides: [
                  {
                    path: "/agents/coach/cron",
                    value: "20 * * * *",
                    reason: "build",
                    owner: "ops",
                    expires_at: "2026-07-01T00:00:00Z",
                  },
                ],
              }
            : entry,
        ),
      }),
    });
    await person("the-custodian").commit("main", {
      ".kaizen/schedule.yml": inSync().replace("15 * * * *", "20 * * * *"),
    });
    expect(await tick({ ops: later })).toMatchObject({ expected: 1 });
    clock.set("2026-06-18T08:01:00Z");
    await tick();
    await record(metrics("08:00"), { agent: "metrics" });
    clock.set("2026-06-18T08:21:00Z");
    expect(told(await tick())).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled closed",
      "coach-orientation/the-custodian@2026-06-18T08:15:00Z settled not_declared",
      "coach-orientation/the-custodian@2026-06-18T08:20:00Z dispatched schedule 1",
    ]);
    expect((await ledger.slotEvents({ key: coach("08:15") })).map(({ type }) => type)).toEqual([
      "config_changed",
      "settled",
    ]);
  });

  it("writes each phase through its own next cycle", async () => {
    const { tick, ledger } = await opened();
    const ops = ownOps({
      definition: (definition) => ({ ...definition, enabled: !definition.id.startsWith("quality-") }),
      roster: (roster) => ({
        ...roster,
        active: roster.active.map((entry) =>
          entry.repo === "the-custodian" ? { ...entry, phase: "operate" } : entry,
        ),
      }),
    });
    await tick({ ops });
    const slots = await ledger.slots({});
    const of = (phase: string) =>
      slots.filter(({ cycle }) => cycle.startsWith(`kaizen-stack/${phase}@`)).map(({ due: at }) => at);
    expect(of("bootstrap").at(-1)).toBe("2026-06-18T08:30:00Z");
    // Thursday to the Monday after the next one.
    expect(of("operate")).toEqual(["2026-06-22T06:00:00Z", "2026-06-22T07:00:00Z", "2026-06-22T08:00:00Z"]);
  });

  it("fills two days after a longer time without a tick, and nothing for an activity that was off", async () => {
    const { tick, clock, ledger } = await opened();
    await tick();
    clock.set("2026-06-21T11:50:00Z");
    const first = await tick();
    // What is left out is named, with its range, by the tick that leaves it out.
    expect(first.plan.findings.map(({ code, severity, file }) => [code, severity, file])).toEqual(
      ["coach-orientation", "metrics-optimize", "optimization-review"].map((name) => [
        "slots_not_filled",
        "warning",
        `activity-definitions/hourly-${name}.md`,
      ]),
    );
    expect(first.plan.findings[1]?.message).toContain("from 2026-06-18T09:00:00Z to 2026-06-19T11:00:00Z");
    expect((await tick()).plan.findings).toEqual([]);
    const filled = (
      await ledger.slots({ activity: "hourly-metrics-optimize", repo: idOf("the-custodian") })
    ).map(({ due: at }) => at);
    expect(filled.slice(0, 2)).toEqual(["2026-06-18T08:00:00Z", "2026-06-19T12:00:00Z"]);
    expect(filled).toHaveLength(1 + 48 + 1);
    // Off for three hours, while others tick; then on again.
    const off = ownOps({ definition: (definition) => definition });
    for (const at of ["12:30", "13:30", "14:30"]) {
      clock.set(`2026-06-21T${at}:00Z`);
      await tick({ ops: off });
    }
    clock.set("2026-06-21T14:50:00Z");
    await tick({ ops: ownOps() });
    const after = await ledger.slots({ activity: "hourly-metrics-optimize", from: "2026-06-21T13:00:00Z" });
    expect(new Set(after.map(({ due: at }) => at))).toEqual(new Set(["2026-06-21T15:00:00Z"]));
  });

  it("fills nothing, and misses nothing, of an activity that was off for days", async () => {
    const { tick, clock, ledger } = await opened();
    await tick();
    const off = ownOps({ definition: (definition) => definition });
    clock.set("2026-06-18T08:50:00Z");
    await tick({ ops: off });
    clock.set("2026-06-21T11:50:00Z");
    const back = await tick({ ops: ownOps() });
    expect(back.plan.findings).toEqual([]);
    expect(
      (await ledger.slots({ activity: "hourly-metrics-optimize", from: "2026-06-18T09:00:00Z" })).map(
        ({ due: at }) => at,
      ),
    ).toEqual(Array(3).fill("2026-06-21T12:00:00Z"));
  });

  it("writes what is to come whatever a clock that ran ahead has written", async () => {
    const { tick, clock, ledger } = await opened();
    await tick();
    clock.set("2026-06-21T07:50:00Z");
    await tick();
    clock.set("2026-06-18T08:10:00Z");
    await tick();
    const slots = await ledger.slots({ repo: idOf("the-custodian"), to: "2026-06-18T10:00:00Z" });
    expect(slots.filter(({ activity }) => activity.includes("metrics")).map(({ due: at }) => at)).toEqual([
      "2026-06-18T08:00:00Z",
      "2026-06-18T09:00:00Z",
    ]);
  });

  it("goes on without a repo that was deleted on the hub, and says so", async () => {
    const { tick, hub, clock } = await opened();
    await tick();
    const repo = (await hub.list("repos")).find(({ key }) => key === idOf("activity-core"));
    await hub.remove("repos", repo?.id ?? "", repo?.rev ?? 0);
    clock.set("2026-06-18T08:30:00Z");
    const result = await tick();
    expect(result.plan.findings.map(({ code }) => code)).toContain("repo_gone");
    expect(result.expected).toBe(6);
  });

  it("asks no forge while nothing is due", async () => {
    const { tick, clock, forge } = await opened();
    const silent = new Map([["local", unasked(forge)]]);
    await tick({ forges: silent });
    clock.set("2026-06-18T07:59:00Z");
    expect((await tick({ forges: silent })).outcomes).toEqual([]);
    clock.set("2026-06-18T08:00:30Z");
    await expect(tick({ forges: silent })).rejects.toThrow("asked");
  });

  it("fires nothing that the lock does not hold", async () => {
    const { tick, context, ledger } = await opened();
    const { definitions } = context();
    const result = await tick({
      definitions: definitions.map((each) =>
        each.definition.step === "coach" ? { ...each, isLocked: false } : each,
      ),
    });
    expect((await ledger.slots({})).map(({ activity }) => activity)).not.toContain(
      "hourly-coach-orientation",
    );
    expect(result.plan.findings.map(({ code, file }) => [code, file])).toEqual([
      ["lock_stale", "activity-definitions/hourly-coach-orientation.md"],
    ]);
  });

  it("fires nothing whose proofs are of another state, as if the lock did not hold it", async () => {
    const { tick, clock, ledger } = await opened();
    await tick();
    const ops = ownOps({
      definition: (definition) =>
        definition.step === "metrics" && definition.phase === "bootstrap"
          ? {
              ...definition,
              enabled: true,
              enable_gate: {
                requires: ["dry_run"],
                proof: [{ kind: "dry_run", ref: "log", digest: "0".repeat(64) }],
              },
            }
          : enabled(definition),
    });
    clock.set("2026-06-18T08:15:30Z");
    const ticked = await tick({ ops });
    expect(ticked.plan.findings.map(({ code, file }) => [code, file])).toEqual([
      ["gate_digest", "activity-definitions/hourly-metrics-optimize.md"],
    ]);
    expect(told(ticked).filter((line) => line.includes("the-custodian"))).toEqual([
      "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled not_declared",
    ]);
    expect(await ledger.slots({ activity: "hourly-metrics-optimize", from: "2026-06-18T09:00:00Z" })).toEqual(
      [],
    );
  });

  it("leaves slots of a definition that is off alone from then on", async () => {
    const { tick, clock, ledger } = await opened();
    await tick();
    const ops = ownOps({ definition: (definition) => definition });
    clock.set("2026-06-18T08:00:30Z");
    expect(told(await tick({ ops }))).toEqual(
      pilots.map((pilot) => `metrics-optimize/${pilot}@2026-06-18T08:00:00Z settled not_declared`),
    );
    expect((await ledger.slotEvents({ key: metrics("08:00") })).map(({ type }) => type)).toEqual([
      "config_changed",
      "settled",
    ]);
  });
}
