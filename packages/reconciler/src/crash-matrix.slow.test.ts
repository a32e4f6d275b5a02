import type { WriteMethod } from "@coulomb-loop/testkit";
import { countingForge, faultAt, faultyForge, SimulatedCrash } from "@coulomb-loop/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunOptions, World } from "./fleet.fixture.ts";
import { branch, createWorld, file, minute, noon, snapshot, synced } from "./fleet.fixture.ts";

/** A state of the world, what one run then does to it, and the writes it makes when nothing goes wrong. */
interface Scenario {
  readonly name: string;
  readonly before: () => Promise<World>;
  readonly run: RunOptions;
  /** Writes to the pilot; a run that has any begins with its lease and ends with its state. */
  readonly writes: readonly WriteMethod[];
  /** Whether there is nothing to write but the state. */
  readonly stateOnly?: boolean;
}

/** All writes of a run, in order. */
const allWrites = ({ writes, stateOnly = false }: Pick<Scenario, "writes" | "stateOnly">): WriteMethod[] => [
  ...(stateOnly ? [] : (["advanceBranch"] as const)),
  ...writes,
  "advanceBranch",
];

const later = noon + 60 * minute;

/** A pilot in sync, and the state that says so. */
async function settled(): Promise<World> {
  const world = await createWorld({ one: synced });
  await world.run();
  return world;
}

/** A pilot in sync, with an open proposal for the next phase. */
async function proposed(): Promise<World> {
  const world = await settled();
  await world.run({ phase: "stabilize", now: noon + minute });
  return world;
}

const both = ["{ repo: one }", "{ repo: two }"];

/** The pilot beside one that is in sync: a roster does not become empty. */
async function withAnother(schedule: string | null): Promise<World> {
  const world = await createWorld({ one: schedule, two: synced });
  await world.run({ active: both });
  return world;
}

const scenarios: readonly Scenario[] = [
  {
    name: "create",
    before: () => createWorld({ one: null }),
    run: {},
    writes: ["advanceBranch", "openProposal"],
  },
  {
    name: "update of an open proposal",
    before: proposed,
    run: { phase: "operate" },
    writes: ["advanceBranch", "updateProposal"],
  },
  {
    name: "update after the file changed",
    before: async () => {
      const world = await proposed();
      await world.person().commit("main", { [file]: `# a new head line\n${synced}` });
      return world;
    },
    run: { phase: "stabilize" },
    writes: ["advanceBranch", "updateProposal"],
  },
  {
    name: "drift after a merge by hand",
    before: async () => {
      const world = await proposed();
      await world.person().merge(branch);
      const merged = (await world.person().read("main", file)) ?? "";
      await world.person().commit("main", { [file]: merged.replace("0 9 * * *", "0 11 * * *") });
      return world;
    },
    run: { phase: "stabilize" },
    writes: ["advanceBranch", "openProposal"],
  },
  {
    name: "adoption",
    before: () => createWorld({ one: synced.replace("15 * * * *", "45 * * * *") }),
    run: {},
    writes: ["advanceBranch", "openProposal"],
  },
  {
    name: "closing",
    before: proposed,
    run: { phase: "bootstrap" },
    writes: ["updateProposal", "deleteBranch"],
  },
  {
    name: "closing a change that was declined before",
    before: async () => {
      const world = await proposed();
      await world.person().deleteBranch(branch);
      await world.run({ phase: "operate", now: noon + 2 * minute });
      return world;
    },
    run: { phase: "stabilize" },
    writes: ["updateProposal", "deleteBranch"],
  },
  {
    name: "telling people that their branch is theirs",
    before: async () => {
      const world = await proposed();
      await world.person().commit(branch, { "their.md": "x\n" });
      return world;
    },
    run: { phase: "operate" },
    writes: ["updateProposal"],
  },
  {
    name: "turning the agents off",
    before: () => withAnother(synced),
    run: { active: ["{ repo: two }"], roster: ["saturated: [{ repo: one }]"] },
    writes: ["advanceBranch", "openProposal"],
  },
  {
    name: "deleting a file that is ours",
    before: async () => {
      const world = await withAnother(null);
      await world.person().merge(branch);
      await world.run({ active: both, now: noon + minute });
      return world;
    },
    run: { active: ["{ repo: two }"], roster: ["removed: [{ repo: one, mode: prune, reason: r }]"] },
    writes: ["advanceBranch", "openProposal"],
  },
  {
    name: "state",
    before: () => createWorld({ one: synced }),
    run: {},
    writes: [],
    stateOnly: true,
  },
];

describe.concurrent.each(scenarios)("a crash during $name", ({ before, run, ...scenario }) => {
  const writes = allWrites(scenario);
  let start: World;
  let end: unknown;
  let made: readonly WriteMethod[];

  beforeAll(async () => {
    start = await before();
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

  it.each(moments)("$when write $nth, $method, leaves what the next run completes", async ({ nth, kind }) => {
    using world = await start.copy();
    const dying = faultyForge(world.forge(), (_call, index) =>
      index < nth ? undefined : { kind: index === nth ? kind : "crash_before" },
    );
    await expect(world.run({ ...run, forge: dying, now: later })).rejects.toBeInstanceOf(SimulatedCrash);

    await world.run({ ...run, now: later + 30 * minute });
    expect(await snapshot(world)).toEqual(end);

    const third = countingForge(world.forge());
    await world.run({ ...run, forge: third, now: later + 90 * minute });
    expect(third.writes).toEqual([]);
  });
});

const answers = [
  ["lost_race", { kind: "answer", result: { kind: "lost_race" } }],
  ["unclear, and was not made", { kind: "answer", result: { kind: "unclear", message: "cut off" } }],
  ["unclear, and was made", { kind: "answer_after", result: { kind: "unclear", message: "cut off" } }],
  ["retry_at", { kind: "answer", result: { kind: "retry_at", at: later, message: "later" } }],
  ["rejected", { kind: "answer", result: { kind: "rejected", reason: "protected", hint: "ask" } }],
] as const;

const answered = scenarios.filter(({ name }) => name === "adoption");

describe.concurrent.each(answered)("an answer during $name", ({ before, run, ...scenario }) => {
  const writes = allWrites(scenario);
  let start: World;
  let end: unknown;

  beforeAll(async () => {
    start = await before();
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
    const isLease = nth === 1;
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
