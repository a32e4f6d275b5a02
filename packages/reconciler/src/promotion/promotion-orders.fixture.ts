import { countingForge, faultyForge, type WriteCall } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { Grounds } from "../ground.fixture.ts";
import { opsFiles, recordAt, repoId, rosterPath } from "./promotion-files.fixture.ts";
import { createOpsWorld, hour, minute, type OpsWorld, start } from "./promotion-world.fixture.ts";

const later = start + 2 * minute;
const back = { repo: repoId("a"), to: "bootstrap", reason: "it times out" };

/** A forge on which a process dies right before it merges. */
function dying(world: OpsWorld, who?: "bot" | "ada") {
  return faultyForge(world.forge(who), ({ method }) =>
    method === "mergeProposal" ? { kind: "crash_before" } : undefined,
  );
}

/** A forge that refuses every merge, as one does whose default branch is protected; and the writes it was asked for. */
function refusing(world: OpsWorld) {
  const refusal = { kind: "rejected", reason: "protected", hint: "only the owners may merge" } as const;
  return countingForge(
    faultyForge(world.forge(), ({ method }: WriteCall) =>
      method === "mergeProposal" ? { kind: "answer", result: refusal } : undefined,
    ),
  );
}

/** Both repos came to stabilize, and failed there. */
async function failing(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds);
  await world.run();
  await world.answer();
  await world.run({ now: later });
  await world.run({ now: later + minute });
  world.cycles.set("stabilize", "ssssf");
  return world;
}

async function byHand(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds);
  await world.run();
  await world.pick("promote");
  return world;
}

async function approved(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds);
  await world.run();
  await world.answer();
  return world;
}

async function ordered(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds, "stabilize");
  await world.run({ forge: dying(world), orders: { demote: back } }).catch(() => undefined);
  return world;
}

async function holding(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds);
  await world.hold({}, { forge: dying(world) }).catch(() => undefined);
  return world;
}

function holdOf(name: string) {
  return { repos: [repoId(name)], reason: name };
}

/** What people ordered, and what the forge refuses. */
export function describeOrders(grounds: Grounds): void {
  describe.concurrent("a merge that the forge refuses", () => {
    it.each([
      ["the seal of what came by hand", byHand],
      ["a demotion", failing],
      ["an approved promotion", approved],
      ["a hold that was begun", holding],
      ["an ordered demotion that was begun", ordered],
    ])("of %s waits, writes nothing more, and is tried again by and by", async (_name, create) => {
      using world = await create(grounds);
      const first = start + 2 * hour;
      const forge = refusing(world);
      await world.run({ now: first, forge });
      await world.run({ now: first + minute, forge });
      forge.reset();
      const waiting = await world.run({ now: first + 10 * minute, forge });
      expect(forge.writes).toEqual([]);
      expect(waiting.failed).toBe(true);
      expect(waiting.sealed?.message ?? waiting.message).toContain(
        "waits, since the forge refuses its merge",
      );
      expect(await world.unsafe()).toEqual([]);
      const again = await world.run({ now: first + 20 * minute });
      expect(again.failed).toBeUndefined();
      expect(again.sealed?.records ?? again.merged).toBeDefined();
    });

    it("of a seal lets its targets be held all the same", async () => {
      using world = await byHand(grounds);
      const { judged } = await world.run({ now: start + 2 * hour, forge: refusing(world) });
      expect(judged.decision.candidates.map(({ history }) => history.heldBy)).toEqual([
        "PROM-0001",
        "PROM-0001",
      ]);
    });

    it("is tried at once when somebody orders it again", async () => {
      using world = await createOpsWorld(grounds);
      expect((await world.hold({}, { forge: refusing(world) })).failed).toBe(true);
      expect((await world.hold({}, { now: start + minute })).merged).toBeDefined();
      expect(await world.records()).toEqual(["PROM-0001.yaml"]);
    });
  });

  describe.concurrent("an order whose command died before the merge", () => {
    it("to hold is finished after another record, which came first", async () => {
      using world = await createOpsWorld(grounds);
      const b = { repos: [repoId("b")], reason: "another one" };
      const forge = faultyForge(world.forge(), ({ method }) =>
        method === "mergeProposal"
          ? { kind: "meanwhile", act: () => world.run({ now: start + 1000, orders: { demote: back } }) }
          : undefined,
      );
      await world.person.commit("main", { [rosterPath]: opsFiles("stabilize")[rosterPath] ?? "" });
      await world.hold(b, { forge });
      await world.run({ now: start + minute });
      await world.run({ now: start + 2 * minute });
      expect(await world.person.read("main", recordAt("PROM-0002"))).toContain("reason: another one");
    });

    it("to release is finished, by whom it may be", async () => {
      using world = await createOpsWorld(grounds);
      await world.hold({});
      const release = { direction: "release", reason: "it is done" } as const;
      await world.hold(release, { now: start + minute, forge: dying(world, "ada") }).catch(() => undefined);
      expect((await world.run({ now: later })).merged).toBeDefined();
      expect(await world.person.read("main", recordAt("PROM-0002"))).toContain("direction: release");
    });

    it("to release is left alone where the forge says that a stranger opened it", async () => {
      using world = await createOpsWorld(grounds);
      const config = opsFiles()["coulomb.yaml"] ?? "";
      await world.person.commit("main", { "coulomb.yaml": config.replace(", logins: { local: ada }", "") });
      await world.hold({});
      const release = { direction: "release", reason: "it is done" } as const;
      await world.hold(release, { now: start + minute, forge: dying(world, "ada") }).catch(() => undefined);
      const isProved = world.forge().capabilities.identity === "forge";
      expect((await world.run({ now: later })).merged === undefined).toBe(isProved);
      expect(await world.unsafe()).toEqual([]);
    });

    it("and is over by now is taken away", async () => {
      using world = await createOpsWorld(grounds);
      const until = start + 3 * minute;
      await world.hold({ until }, { forge: dying(world) }).catch(() => undefined);
      await world.run({ now: until + minute });
      expect((await world.proposals("hold")).map(({ state }) => state)).toEqual(["closed"]);
      expect([await world.records(), await world.unsafe()]).toEqual([[], []]);
    });

    it("comes before another of its kind, which has the same proposal", async () => {
      using world = await createOpsWorld(grounds, "stabilize");
      await world.hold(holdOf("a"), { forge: dying(world) }).catch(() => undefined);
      await world.hold(holdOf("b"), { now: start + minute });
      await world.run({ now: later, forge: dying(world), orders: { demote: back } }).catch(() => undefined);
      const other = { ...back, repo: repoId("b") };
      await world.run({ now: later + minute, orders: { demote: other } });
      const { documents } = await world.base();
      const said = documents.loops[0]?.promotions.map(({ value }) => [
        value.direction,
        value.targets.map(({ repo }) => repo),
      ]);
      expect(said).toEqual([
        ["hold", [repoId("a")]],
        ["hold", [repoId("b")]],
        ["demote", [repoId("a")]],
        ["demote", [repoId("b")]],
      ]);
    });

    it("to demote is repeated after the merge, and says that it stands", async () => {
      using world = await createOpsWorld(grounds, "stabilize");
      await world.run({ now: start, orders: { demote: back } });
      const { message, failed, record } = await world.run({ now: later, orders: { demote: back } });
      expect({ message, failed, record }).toEqual({
        message: "a is in bootstrap already, since PROM-0001",
        failed: undefined,
        record: undefined,
      });
    });
  });
}
