import type { WriteMethod } from "@coulomb-loop/testkit";
import type { Pilots, RunOptions, World } from "./fleet.fixture.ts";
import { branch, file, minute, noon, synced } from "./fleet.fixture.ts";

/** Makes a world on the ground that is tested. */
type Make = (pilots: Pilots) => Promise<World>;

/** A state of the world, what one run then does to it, and the writes it makes when nothing goes wrong. */
export interface Scenario {
  readonly name: string;
  readonly before: (make: Make) => Promise<World>;
  readonly run: RunOptions;
  /** Writes to the pilot; a run that has any begins with its lease and ends with its state. */
  readonly writes: readonly WriteMethod[];
  /** Whether there is nothing to write but the state. */
  readonly stateOnly?: boolean;
}

/** All writes of a run, in order. */
export const allWrites = ({
  writes,
  stateOnly = false,
}: Pick<Scenario, "writes" | "stateOnly">): WriteMethod[] => [
  ...(stateOnly ? [] : (["advanceBranch"] as const)),
  ...writes,
  "advanceBranch",
];

/** When the run is that may be stopped. */
export const later = noon + 60 * minute;

/** A pilot in sync, and the state that says so. */
async function settled(make: Make): Promise<World> {
  const world = await make({ one: synced });
  await world.run();
  return world;
}

/** A pilot in sync, with an open proposal for the next phase. */
async function proposed(make: Make): Promise<World> {
  const world = await settled(make);
  await world.run({ phase: "stabilize", now: noon + minute });
  return world;
}

const both = ["{ repo: one }", "{ repo: two }"];

/** The pilot beside one that is in sync: a roster does not become empty. */
async function withAnother(make: Make, schedule: string | null): Promise<World> {
  const world = await make({ one: schedule, two: synced });
  await world.run({ active: both });
  return world;
}

/** What a run can have to do. */
export const scenarios: readonly Scenario[] = [
  {
    name: "create",
    before: (make) => make({ one: null }),
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
    before: async (make) => {
      const world = await proposed(make);
      await world.person().commit("main", { [file]: `# a new head line\n${synced}` });
      return world;
    },
    run: { phase: "stabilize" },
    writes: ["advanceBranch", "updateProposal"],
  },
  {
    name: "update to a draft, of a file that people changed otherwise",
    before: async (make) => {
      const world = await proposed(make);
      await world.person().commit("main", { [file]: synced.replace("15 * * * *", "45 * * * *") });
      return world;
    },
    run: { phase: "stabilize" },
    writes: ["advanceBranch", "updateProposal"],
  },
  {
    name: "drift after a merge by hand",
    before: async (make) => {
      const world = await proposed(make);
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
    before: (make) => make({ one: synced.replace("15 * * * *", "45 * * * *") }),
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
    before: async (make) => {
      const world = await proposed(make);
      await world.person().deleteBranch(branch);
      await world.run({ phase: "operate", now: noon + 2 * minute });
      return world;
    },
    run: { phase: "stabilize" },
    writes: ["updateProposal", "deleteBranch"],
  },
  {
    name: "telling people that their branch is theirs",
    before: async (make) => {
      const world = await proposed(make);
      await world.person().commit(branch, { "their.md": "x\n" });
      return world;
    },
    run: { phase: "operate" },
    writes: ["updateProposal"],
  },
  {
    name: "turning the agents off",
    before: (make) => withAnother(make, synced),
    run: { active: ["{ repo: two }"], roster: ["saturated: [{ repo: one }]"] },
    writes: ["advanceBranch", "openProposal"],
  },
  {
    name: "deleting a file that is ours",
    before: async (make) => {
      const world = await withAnother(make, null);
      await world.person().merge(branch);
      await world.run({ active: both, now: noon + minute });
      return world;
    },
    run: { active: ["{ repo: two }"], roster: ["removed: [{ repo: one, mode: prune, reason: r }]"] },
    writes: ["advanceBranch", "openProposal"],
  },
  {
    name: "state",
    before: (make) => make({ one: synced }),
    run: {},
    writes: [],
    stateOnly: true,
  },
];
