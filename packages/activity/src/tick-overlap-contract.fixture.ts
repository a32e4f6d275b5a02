import { expect, it } from "vitest";
import { enabled, ownOps } from "./ops.fixture.ts";
import { catchingUp, metrics, told, withoutEnd, type Opened } from "./tick-words.fixture.ts";
import type { TickResult } from "./tick.ts";

/** What a tick did with metrics of one repo: `08:00 dispatched schedule 1`. */
function ofMetrics(result: TickResult): string[] {
  return told(result)
    .filter((line) => line.startsWith("metrics-optimize/the-custodian"))
    .map((line) => line.replace(/^.*T(\d\d:\d\d):00Z/, "$1"));
}

/** Slots that were missed, and slots that meet. */
export function overlapClaims(opened: Opened): void {
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
      expect([overlap, lines.map((line) => line.split(" ").slice(1).join(" "))]).toEqual([overlap, expected]);
    }
  });

  it("lets one slot wait for the one that is open, and skips those that come after it", async () => {
    const { tick, clock, record, ledger } = await opened();
    const ops = withoutEnd("buffer_one");
    await tick({ ops });
    clock.set("2026-06-18T08:00:30Z");
    expect(ofMetrics(await tick({ ops }))).toEqual(["08:00 dispatched schedule 1"]);
    clock.set("2026-06-18T09:00:30Z");
    expect(ofMetrics(await tick({ ops }))).toEqual([]);
    clock.set("2026-06-18T10:00:30Z");
    expect(ofMetrics(await tick({ ops }))).toEqual(["10:00 settled overlap"]);
    expect((await ledger.slotEvents({ key: metrics("10:00") })).map(({ type }) => type)).toEqual([
      "skipped",
      "settled",
    ]);
    await record(metrics("08:00"), { agent: "metrics" });
    expect(ofMetrics(await tick({ ops }))).toEqual(["08:00 settled closed", "09:00 dispatched schedule 1"]);
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

  it("catches up with the newest slot alone, also when its own time is over", async () => {
    const { tick, clock } = await opened();
    const ops = catchingUp("latest");
    await tick({ ops });
    // That of 10:00 is over too, and the next one is not due yet.
    clock.set("2026-06-18T10:58:00Z");
    expect(ofMetrics(await tick({ ops }))).toEqual([
      "08:00 settled missed",
      "09:00 settled missed",
      "10:00 dispatched catch_up 1",
    ]);
  });

  it("leaves what was missed alone once a newer slot is due", async () => {
    const { tick, clock } = await opened();
    const ops = catchingUp("latest");
    await tick({ ops });
    clock.set("2026-06-18T11:01:00Z");
    expect(ofMetrics(await tick({ ops }))).toEqual([
      "08:00 settled missed",
      "09:00 settled missed",
      "10:00 settled missed",
      "11:00 dispatched schedule 1",
    ]);
  });

  it.each(["skip", "buffer_one"] as const)(
    "catches up with all inside the window one after the other, beside what is on time: %s",
    async (overlap) => {
      const { tick, clock, record } = await opened();
      const ops = catchingUp("all", overlap);
      await tick({ ops });
      clock.set("2026-06-18T11:10:00Z");
      expect(ofMetrics(await tick({ ops }))).toEqual([
        "08:00 settled missed",
        "09:00 dispatched catch_up 1",
        "11:00 dispatched schedule 1",
      ]);
      clock.set("2026-06-18T11:12:00Z");
      expect(ofMetrics(await tick({ ops }))).toEqual([]);
      await record(metrics("09:00"), { agent: "metrics", trigger: "catch_up" });
      expect(ofMetrics(await tick({ ops }))).toEqual([
        "09:00 settled caught_up",
        "10:00 dispatched catch_up 1",
      ]);
      // What is on time waits for no catching up.
      await record(metrics("11:00"), { agent: "metrics" });
      clock.set("2026-06-18T12:00:30Z");
      expect(ofMetrics(await tick({ ops }))).toEqual(["11:00 settled closed", "12:00 dispatched schedule 1"]);
    },
  );

  it("ends waiting for a slot that nobody closed, and what leaves the window meanwhile is missed", async () => {
    const { tick, clock } = await opened();
    const ops = catchingUp("all");
    await tick({ ops });
    clock.set("2026-06-18T10:58:00Z");
    expect(ofMetrics(await tick({ ops }))).toEqual(["08:00 dispatched catch_up 1"]);
    clock.set("2026-06-18T11:54:00Z");
    // 08:00 had 55 minutes from its dispatch.
    expect(ofMetrics(await tick({ ops }))).toEqual([
      "08:00 settled missed",
      "09:00 dispatched catch_up 1",
      "11:00 dispatched schedule 1",
    ]);
    clock.set("2026-06-18T13:05:00Z");
    expect(ofMetrics(await tick({ ops }))).toEqual([
      "09:00 settled missed",
      "10:00 settled missed",
      "11:00 settled missed",
      "12:00 dispatched catch_up 1",
      "13:00 dispatched schedule 1",
    ]);
  });

  it("catches up with all at once where slots may overlap", async () => {
    const { tick, clock } = await opened();
    const ops = catchingUp("all", "allow");
    await tick({ ops });
    clock.set("2026-06-18T10:58:00Z");
    expect(ofMetrics(await tick({ ops }))).toEqual([
      "08:00 dispatched catch_up 1",
      "09:00 dispatched catch_up 1",
      "10:00 dispatched catch_up 1",
    ]);
  });
}
