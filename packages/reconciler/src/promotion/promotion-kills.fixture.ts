import { countingForge, faultAt, faultyForge, SimulatedCrash } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { Grounds } from "../ground.fixture.ts";
import { opsFiles, repoId, rosterPath } from "./promotion-files.fixture.ts";
import type { PromotedLoop } from "./judge-loop.ts";
import { createOpsWorld, minute, type OpsWorld, type RunOptions, start } from "./promotion-world.fixture.ts";

/** What a run does, and from where. */
interface Flow {
  readonly name: string;
  readonly before: (grounds: Grounds) => Promise<OpsWorld>;
  readonly act: (world: OpsWorld, options: RunOptions) => Promise<PromotedLoop>;
  /** What goes on after the death; the same where nothing is said. */
  readonly onward?: Flow["act"];
  /** Proposals by their keys, and files of records, that there are in the end. */
  readonly end: {
    readonly proposals: Readonly<Record<string, readonly string[]>>;
    readonly records: readonly string[];
    /** What was told by then, each once, beside what had been told before. */
    readonly events: readonly string[];
  };
  /** Whether the runs before told what they saw; else they died too. */
  readonly isTold?: true;
}

const pinned = ["PROM-0001.evidence.json", "PROM-0001.yaml"];
const sealed = ["PROM-0001.evidence.json", "PROM-0001.seal.yaml", "PROM-0001.yaml"];
const promoted = [
  "approval_counted PROM-0001",
  "promotion_merged PROM-0001",
  "promotion_proposed PROM-0001",
  "promotion_settled PROM-0001",
];
const none = { promote: [], demote: [], seal: [], hold: [] };

async function asked(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds);
  await world.run();
  await world.answer();
  return world;
}

async function merged(grounds: Grounds): Promise<OpsWorld> {
  const world = await asked(grounds);
  await world.run({ now: start + 2 * minute });
  expect(await world.records()).toEqual(pinned);
  return world;
}

async function openInStabilize(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds, "stabilize");
  await world.run();
  return world;
}

/** An approved promotion whose roster changed on the base branch. */
async function outdated(grounds: Grounds): Promise<OpsWorld> {
  const world = await asked(grounds);
  await world.person.commit("main", { [rosterPath]: `${opsFiles()[rosterPath] ?? ""}# more\n` });
  return world;
}

const run: Flow["act"] = (world, options) => world.run(options);
const back = { repo: repoId("a"), to: "bootstrap", reason: "it times out" };

const flows: readonly Flow[] = [
  {
    name: "opening",
    before: (grounds) => createOpsWorld(grounds),
    act: run,
    end: {
      proposals: { ...none, promote: ["open"] },
      records: [],
      events: ["approval_requested PROM-0001", "promotion_proposed PROM-0001"],
    },
  },
  {
    name: "renewing what is open",
    before: outdated,
    act: run,
    end: {
      proposals: { ...none, promote: ["open"] },
      records: [],
      events: ["approval_requested PROM-0001", "approval_void PROM-0001", "promotion_proposed PROM-0001"],
    },
  },
  {
    name: "merging",
    before: asked,
    act: run,
    end: { proposals: { ...none, promote: ["merged"], seal: ["merged"] }, records: sealed, events: promoted },
  },
  {
    name: "sealing",
    before: merged,
    act: run,
    end: { proposals: { ...none, promote: ["merged"], seal: ["merged"] }, records: sealed, events: promoted },
  },
  {
    name: "holding",
    before: (grounds) => createOpsWorld(grounds),
    act: (world, options) => world.hold({ repos: [repoId("a")] }, options),
    end: {
      proposals: { ...none, hold: ["merged"] },
      records: ["PROM-0001.yaml"],
      events: ["hold_created PROM-0001"],
    },
  },
  {
    name: "holding, before plain runs",
    before: (grounds) => createOpsWorld(grounds),
    act: (world, options) => world.hold({ repos: [repoId("a")] }, options),
    onward: run,
    end: {
      proposals: { ...none, hold: ["merged"], promote: ["open"] },
      records: ["PROM-0001.yaml"],
      events: ["approval_requested PROM-0002", "hold_created PROM-0001", "promotion_proposed PROM-0002"],
    },
  },
  {
    name: "demoting, before plain runs",
    before: (grounds) => createOpsWorld(grounds, "stabilize"),
    act: (world, options) => world.run({ ...options, orders: { demote: back } }),
    onward: run,
    end: {
      proposals: { ...none, promote: ["open"], demote: ["merged"], seal: ["merged"] },
      records: ["PROM-0001.seal.yaml", "PROM-0001.yaml"],
      events: [
        "approval_requested PROM-0002",
        "demotion_merged PROM-0001",
        "demotion_proposed PROM-0001",
        "promotion_proposed PROM-0002",
        "promotion_settled PROM-0001",
      ],
    },
  },
  {
    name: "demoting with an open promotion",
    before: openInStabilize,
    act: (world, options) => world.run({ ...options, orders: { demote: back } }),
    end: {
      proposals: { ...none, promote: ["closed"], demote: ["merged"], seal: ["merged"] },
      records: ["PROM-0001.seal.yaml", "PROM-0001.yaml"],
      events: ["demotion_merged PROM-0001", "demotion_proposed PROM-0001", "promotion_settled PROM-0001"],
    },
    isTold: true,
  },
];

/** The process dies after each write in turn; new ones then go on until nothing is left to do. */
export function describeKills(grounds: Grounds): void {
  describe.concurrent.each(flows)("a process that dies while $name", (flow) => {
    it("leaves what the next ones complete, after each write", async () => {
      using world = await flow.before(grounds);
      const writes = await writesOf(world, flow.act);
      expect(writes).toBeGreaterThan(0);
      for (let nth = 1; nth <= writes; nth++)
        expect({ nth, ...(await afterDeath(world, flow, nth)) }).toEqual({
          nth,
          ...flow.end,
          unsafe: [],
          quiet: true,
        });
    });
  });
}

async function writesOf(world: OpsWorld, act: Flow["act"]): Promise<number> {
  using copy = await world.copy();
  const forge = countingForge(copy.forge());
  await act(copy, { forge, now: start + 3 * minute });
  return forge.writes.length;
}

async function afterDeath(world: OpsWorld, flow: Flow, nth: number): Promise<object> {
  const { act, onward = act, isTold } = flow;
  using copy = await world.copy();
  const before = isTold === true ? await copy.events() : [];
  const told = new Map(before.map((event) => [event.id, event]));
  const dying = faultyForge(copy.forge(), faultAt(nth, { kind: "crash_after" }));
  await expect(act(copy, { forge: dying, now: start + 3 * minute })).rejects.toThrow(SimulatedCrash);
  let left = 4;
  let wrote = 1;
  for (; wrote > 0 && left > 0; left--) {
    const forge = countingForge(copy.forge());
    const options = { forge, now: start + (8 - left) * minute };
    const done = await onward(copy, options);
    wrote = forge.writes.length;
    for (const event of await copy.events(done, options)) told.set(event.id, event);
  }
  await copy.base();
  const proposals: Record<string, readonly string[]> = {};
  for (const kind of Object.keys(none))
    proposals[kind] = (await copy.proposals(kind)).map(({ state }) => state);
  for (const { id } of before) told.delete(id);
  const events = [...told.values()].map(({ kind, record }) => `${kind} ${record}`).sort();
  return {
    proposals,
    events,
    records: await copy.records(),
    unsafe: await copy.unsafe(),
    quiet: wrote === 0,
  };
}
