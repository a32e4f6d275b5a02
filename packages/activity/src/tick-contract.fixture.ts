import type { OpsDocuments } from "@coulomb-loop/cadence";
import type { Forge } from "@coulomb-loop/forge";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { Database } from "@coulomb-loop/state-hub";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { enabled, inSync, ownOps } from "./ops.fixture.ts";
import { emptied, idOf, openStage, type Pilot, pilots, type Stage } from "./stage.fixture.ts";
import { type Preparer, prepareSlots, type PrepareRequest } from "./prepare-slots.ts";
import type { TickResult } from "./tick.ts";

const start = "2026-06-18T07:50:00Z";
const due = (activity: string, at: string, pilot: Pilot = "the-custodian") =>
  `kaizen-stack/hourly-${activity}/${idOf(pilot)}@2026-06-18T${at}:00Z`;
const metrics = (at: string, pilot?: Pilot) => due("metrics-optimize", at, pilot);
const coach = (at: string, pilot?: Pilot) => due("coach-orientation", at, pilot);

/** What a tick did, a line for each slot. */
function told({ outcomes }: TickResult): string[] {
  return outcomes.map(({ slot, result, reason, attempt }) =>
    [
      slot.replace("kaizen-stack/hourly-", "").replace("local/coulomb/", ""),
      result,
      reason ?? "",
      attempt ?? "",
    ]
      .join(" ")
      .trim(),
  );
}

/** A forge that nobody may ask. */
function unasked(forge: Forge): Forge {
  return {
    ...forge,
    observe: () => {
      throw new Error("it was asked");
    },
  };
}

/** An id of a record that the stage makes none of. */
function recordId(last: number): string {
  return `00000000-0000-4000-8000-00000000010${last}`;
}

/** Metrics without a time to close, so that its slots overlap. */
function withoutEnd(overlap: "skip" | "buffer_one" | "allow"): OpsDocuments {
  return ownOps({
    definition: (definition) => {
      const { policy = {}, ...rest } = enabled(definition);
      const { close_deadline: _close, ...endless } = policy;
      return { ...rest, policy: definition.id.startsWith("hourly-m") ? { ...endless, overlap } : policy };
    },
  });
}

function catchingUp(mode: "latest" | "all"): OpsDocuments {
  return ownOps({
    definition: (definition) => {
      const on = enabled(definition);
      return on.id.startsWith("hourly-m")
        ? { ...on, policy: { ...on.policy, catch_up: mode, window: "PT3H" } }
        : on;
    },
  });
}

/** The claims of page 06, 4, on any store that hubs run on. */
export function describeTick(name: string, openDatabase: () => Promise<Database>): void {
  describe(`tick on ${name}`, () => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await openDatabase();
    });
    afterAll(() => database?.close());
    let stage: Stage | undefined;
    afterEach(() => stage?.close());
    const opened = async (at = start) => {
      if (database === undefined) throw new Error("it is opened before the tests");
      stage = await openStage(await emptied(database), at);
      return stage;
    };

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

    it("lets nothing be lost while nobody ticks, and dispatches no slot whose time is over", async () => {
      const { tick, clock, ledger, hub } = await opened();
      await tick();
      clock.set("2026-06-18T11:40:00Z");
      const { expected } = await tick();
      const slots = await ledger.slots({ to: "2026-06-18T12:00:00Z" });
      // 08:00 to 11:30: four cycles of nine.
      expect(slots).toHaveLength(36);
      expect(expected).toBe(36);
      expect(slots.filter(({ due: at, state }) => at < "2026-06-18T10:45" && state !== "settled")).toEqual(
        [],
      );
      const tasks = await hub.list("tasks");
      expect(tasks.every(({ key }) => key.endsWith("@2026-06-18T11:00:00Z"))).toBe(true);
      expect(tasks).toHaveLength(3);
    });

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

    it("skips a slot while an earlier one is open, unless the definition allows it", async () => {
      for (const [overlap, expected] of [
        ["skip", ["settled overlap"]],
        ["buffer_one", []],
        ["allow", ["dispatched schedule 1"]],
      ] as const) {
        const { tick, clock } = await opened();
        const ops = withoutEnd(overlap);
        await tick({ ops });
        clock.set("2026-06-18T08:00:30Z");
        await tick({ ops });
        clock.set("2026-06-18T09:00:30Z");
        const lines = told(await tick({ ops })).filter((line) =>
          line.startsWith("metrics-optimize/the-custodian"),
        );
        expect([overlap, lines.map((line) => line.split(" ").slice(1).join(" "))]).toEqual([
          overlap,
          expected,
        ]);
        await stage?.close();
      }
      stage = undefined;
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
      await tick();
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

    it("catches up with a whole cycle, step by step, and calls it caught up", async () => {
      const { tick, clock, record } = await opened();
      const ops = ownOps({
        definition: (definition) => {
          const on = enabled(definition);
          const policy = { ...on.policy, catch_up: "all", window: "PT6H" } as const;
          return on.id.startsWith("hourly-") ? { ...on, policy } : on;
        },
      });
      await tick({ ops });
      clock.set("2026-06-18T08:58:00Z");
      const first = told(await tick({ ops })).filter((line) => line.includes("the-custodian@2026-06-18T08"));
      expect(first).toEqual(["metrics-optimize/the-custodian@2026-06-18T08:00:00Z dispatched catch_up 1"]);
      await record(metrics("08:00"), { agent: "metrics", trigger: "catch_up" });
      clock.set("2026-06-18T09:12:00Z");
      const next = told(await tick({ ops })).filter((line) => line.includes("the-custodian@2026-06-18T08"));
      expect(next).toEqual([
        "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled caught_up",
        "coach-orientation/the-custodian@2026-06-18T08:15:00Z dispatched catch_up 1",
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

    it("takes words that no event could hold, and heeds what they say", async () => {
      const { tick, clock, at } = await opened();
      await tick();
      await at("the-custodian").commit("main", {
        ".kaizen/schedule.yml": inSync('paused: { reason: "no\\0w" }\n'),
      });
      clock.set("2026-06-18T08:00:30Z");
      expect(told(await tick())).toContain(
        "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled opted_out",
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

    it("takes no slot that failed for good for one that is open", async () => {
      const { tick, clock, record } = await opened();
      const ops = withoutEnd("skip");
      await tick({ ops });
      for (const attempt of [1, 2]) {
        clock.set(`2026-06-18T08:0${attempt}:00Z`);
        await tick({ ops });
        if (attempt === 2) clock.set("2026-06-18T09:00:20Z");
        await record(metrics("08:00"), {
          agent: "metrics",
          attempt,
          trigger: attempt === 1 ? "schedule" : "retry",
          success: false,
          outcome: "failed",
          reason: "no network",
        });
      }
      expect(
        told(await tick({ ops })).filter((line) => line.startsWith("metrics-optimize/the-custodian")),
      ).toEqual([
        "metrics-optimize/the-custodian@2026-06-18T08:00:00Z settled failed",
        "metrics-optimize/the-custodian@2026-06-18T09:00:00Z dispatched schedule 1",
      ]);
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

    it("tells when the policy changed within a cycle", async () => {
      const { tick, clock, record, ledger } = await opened();
      await tick();
      clock.set("2026-06-18T08:00:30Z");
      await tick();
      await record(metrics("08:00"), { agent: "metrics" });
      clock.set("2026-06-18T08:15:30Z");
      const ops = ownOps({ cadence: (cadence) => ({ ...cadence, suspend: true }) });
      await tick({ ops });
      expect((await ledger.slotEvents({ key: coach("08:15") })).map(({ id }) => id)).toEqual([
        "config_changed#1",
        "dispatched#1",
      ]);
    });

    it("catches up with the newest slot, or with all, inside the window", async () => {
      for (const [catchUp, count] of [
        ["latest", 0],
        ["all", 2],
      ] as const) {
        const { tick, clock } = await opened();
        const ops = catchingUp(catchUp);
        await tick({ ops });
        clock.set("2026-06-18T11:10:00Z");
        const lines = told(await tick({ ops })).filter((line) =>
          line.startsWith("metrics-optimize/the-custodian"),
        );
        expect([catchUp, lines.filter((line) => line.endsWith("catch_up 1")).length]).toEqual([
          catchUp,
          count,
        ]);
        expect(lines.at(-1)).toContain("@2026-06-18T11:00:00Z dispatched schedule 1");
        await stage?.close();
      }
      stage = undefined;
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
  });
}
