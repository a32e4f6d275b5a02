import type { WriteMethod } from "@coulomb-loop/testkit";
import { countingForge, faultAt, faultyForge, SimulatedCrash } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allWrites, later, scenarios } from "./crash-scenarios.fixture.ts";
import type { World } from "./fleet.fixture.ts";
import { createWorld, minute, snapshot } from "./fleet.fixture.ts";
import type { Grounds } from "./ground.fixture.ts";
import { expectForward, tipsOf } from "./tips.fixture.ts";

/** Stops a run at each write of the forge, before and after; the next one must end as if the first had not been stopped. */
export function describeCrashes(grounds: Grounds): void {
  describe.concurrent.each(scenarios)("a crash during $name", ({ before, run, ...scenario }) => {
    const writes = allWrites(scenario);
    let start: World;
    let end: unknown;
    let made: readonly WriteMethod[];

    beforeAll(async () => {
      start = await before((pilots) => createWorld(pilots, grounds));
      using world = await start.copy();
      const forge = countingForge(world.forge());
      await world.run({ ...run, forge, now: later });
      made = forge.writes.map((call) => call.method);
      end = await snapshot(world);
    }, 60_000);

    afterAll(() => start[Symbol.dispose]());

    it("makes these writes when nothing goes wrong", () => {
      expect(made).toEqual(writes);
    });

    const moments = writes.flatMap((method, index) => [
      { when: "before", nth: index + 1, method, kind: "crash_before" as const },
      { when: "after", nth: index + 1, method, kind: "crash_after" as const },
    ]);

    it.each(moments)(
      "$when write $nth, $method, leaves what the next run completes",
      async ({ nth, kind }) => {
        using world = await start.copy();
        const dying = faultyForge(world.forge(), (_call, index) =>
          index < nth ? undefined : { kind: index === nth ? kind : "crash_before" },
        );
        await expect(world.run({ ...run, forge: dying, now: later })).rejects.toBeInstanceOf(SimulatedCrash);

        const tips = await tipsOf(world);
        await world.run({ ...run, now: later + 30 * minute });
        expect(await snapshot(world)).toEqual(end);
        const proposals = await world.proposals();
        expect(proposals.filter(({ state }) => state === "open").length).toBeLessThanOrEqual(1);
        await expectForward(world, tips);

        const third = countingForge(world.forge());
        await world.run({ ...run, forge: third, now: later + 90 * minute });
        expect(third.writes).toEqual([]);
      },
    );
  });
}

const answers = [
  ["lost_race", { kind: "answer", result: { kind: "lost_race" } }],
  ["unclear, and was not made", { kind: "answer", result: { kind: "unclear", message: "cut off" } }],
  ["unclear, and was made", { kind: "answer_after", result: { kind: "unclear", message: "cut off" } }],
  ["retry_at", { kind: "answer", result: { kind: "retry_at", at: later, message: "later" } }],
  ["rejected", { kind: "answer", result: { kind: "rejected", reason: "protected", hint: "ask" } }],
] as const;

const answered = scenarios.filter(({ name }) => name === "adoption");

/** Answers each write of a run with what is no success; the next run must end the same. */
export function describeAnswers(grounds: Grounds): void {
  describe.concurrent.each(answered)("an answer during $name", ({ before, run, ...scenario }) => {
    const writes = allWrites(scenario);
    let start: World;
    let end: unknown;

    beforeAll(async () => {
      start = await before((pilots) => createWorld(pilots, grounds));
      using world = await start.copy();
      await world.run({ ...run, now: later });
      end = await snapshot(world);
    }, 60_000);

    afterAll(() => start[Symbol.dispose]());

    const cases = writes.flatMap((method, index) =>
      answers.map(([answer, fault]) => ({ method, nth: index + 1, answer, fault })),
    );

    it.each(cases)("$answer at write $nth, $method, never ends in another state", async ({ nth, fault }) => {
      using world = await start.copy();
      const forge = faultyForge(world.forge(), faultAt(nth, fault));
      // A forge that asks to come back later than this run waits.
      const retry = { wait: async (tries: number) => fault.result.kind !== "retry_at" && tries < 5 };
      const { result } = await world.run({ ...run, forge, now: later, retry });
      const outcome = result.repos[0]?.outcome;
      const isState = nth === writes.length;
      // A lease that was taken is held, also when only its answer was lost.
      const isLease = nth === 1 && fault.kind === "answer";
      const stops = fault.result.kind === "retry_at" || fault.result.kind === "rejected";
      // The state is a cache: its write is left to the next run. A proposal is settled at once, unless it is refused.
      // Without its lease a run writes to no repo.
      const stateAnswer = fault.result.kind === "rejected" ? "refused" : "left";
      expect(isState ? result.state.kind : stateAnswer).toBe(stateAnswer);
      expect(outcome === "retry" || outcome === "rejected").toBe(isLease || (stops && !isState));

      // What was refused for good is tried again by order.
      const orders = { retry: new Set(["local/acme/one schedule-kaizen"]) };
      await world.run({ ...run, orders, now: later + 30 * minute });
      expect(await snapshot(world)).toEqual(end);
    });
  });
}
