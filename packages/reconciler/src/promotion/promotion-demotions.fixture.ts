import { countingForge, faultyForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { Grounds } from "../ground.fixture.ts";
import { cadencePath, opsFiles, recordAt, repoId, rosterPath } from "./promotion-files.fixture.ts";
import { createOpsWorld, hour, minute, type OpsWorld, start } from "./promotion-world.fixture.ts";

/** Seven cycles are decided: three before the repos came to their second phase, and three that earn the next. */
const earned = start + 4 * hour;
const failed = start + 5 * hour;
const again = start + 6 * hour;
const back = { repo: repoId("a"), to: "bootstrap", reason: "it times out" };
const suspended = { [cadencePath]: `${opsFiles()[cadencePath] ?? ""}suspend: true\n` };

async function states(world: OpsWorld, kind: string): Promise<readonly string[]> {
  return (await world.proposals(kind)).map(({ state }) => state);
}

/** Both repos were promoted to stabilize, and their promotion out of it is open and approved. */
async function bothOnTheirWay(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds);
  await world.run();
  await world.answer();
  await world.run({ now: start + 2 * minute });
  await world.run({ now: start + 3 * minute });
  world.cycles.set("stabilize", "sssssss");
  await world.run({ now: earned });
  await world.answer("approve", earned + minute);
  return world;
}

/** a was promoted to stabilize by PROM-0002; the promotion of b, that was held meanwhile, is open and approved as PROM-0004. */
async function oneBehindTheOther(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds);
  await world.hold({ repos: [repoId("b")] });
  await world.run({ now: start + minute });
  await world.answer("approve", start + 2 * minute);
  await world.run({ now: start + 3 * minute });
  await world.run({ now: start + 4 * minute });
  await world.hold({ direction: "release", repos: [repoId("b")] }, { now: start + 5 * minute });
  await world.run({ now: start + 6 * minute });
  await world.answer("approve", start + 7 * minute);
  expect((await world.open("promote")).summary.title).toContain("b");
  return world;
}

/** A forge that refuses to merge demotions. */
function refusingDemotions(world: OpsWorld) {
  const refusal = { kind: "rejected", reason: "protected", hint: "only the owners may merge" } as const;
  return faultyForge(world.forge(), ({ method, args: [ref] }) =>
    method === "mergeProposal" && JSON.stringify(ref).includes("demote-")
      ? { kind: "answer", result: refusal }
      : undefined,
  );
}

/** Phases by repo, as the base branch has them. */
async function phases(world: OpsWorld, now: number): Promise<Readonly<Record<string, string>>> {
  const { judged } = await world.run({ now });
  return Object.fromEntries(
    judged.decision.candidates.map(({ repo }) => [repo.id.split("/").at(-1) ?? "", repo.phase]),
  );
}

/** A demotion that becomes due while a promotion is open (page 07 P18). */
export function describeDemotions(grounds: Grounds): void {
  describe.concurrent("a demotion that becomes due while a promotion is open", () => {
    it("closes first the promotion of the repos that it takes back, although that is approved", async () => {
      using world = await bothOnTheirWay(grounds);
      world.cycles.set("stabilize", "sssssssf");
      const forge = countingForge(world.forge());
      const { record, merged } = await world.run({ now: failed, forge });
      expect(merged).toBeDefined();
      expect(record).toMatchObject({ id: "PROM-0002", direction: "demote", trigger: "rollback" });
      const isClosing = ({ method, args }: (typeof forge.writes)[number]) =>
        method === "updateProposal" && JSON.stringify(args[1]).includes('"state":"closed"');
      const closed = forge.writes.findIndex(isClosing);
      expect(closed).toBeGreaterThanOrEqual(0);
      expect(closed).toBeLessThan(forge.writes.findIndex(({ method }) => method === "mergeProposal"));
      expect(await states(world, "promote")).toEqual(["closed", "merged"]);
      expect(await world.unsafe()).toEqual([]);
      expect(await phases(world, failed + minute)).toEqual({ a: "bootstrap", b: "bootstrap" });
    });

    it("leaves the promotion of another repo open, which is made anew and asked again", async () => {
      using world = await oneBehindTheOther(grounds);
      const { summary } = await world.open("promote");
      world.cycles.set("stabilize", "ssssf");
      const taken = await world.run({ now: start + 2 * hour });
      expect(taken.record).toMatchObject({ id: "PROM-0004", direction: "demote" });
      expect(taken.merged).toBeDefined();
      expect((await world.run({ now: start + 2 * hour + minute })).merged).toBeUndefined();
      expect(await states(world, "promote")).toEqual(["open", "merged"]);
      // What was taken back is of the phase again, and all of its repos have to earn the exit.
      world.cycles.set("bootstrap", "sssssssss");
      expect((await world.run({ now: again })).merged).toBeUndefined();
      const renewed = await world.open("promote");
      expect(renewed.summary.head).not.toBe(summary.head);
      expect(renewed.changed.map(({ path }) => path)).toContain(recordAt("PROM-0005"));
      expect(await world.unsafe()).toEqual([]);
      await world.answer("approve", again + minute);
      expect((await world.run({ now: again + 2 * minute })).merged).toBeDefined();
      expect(await phases(world, again + 3 * minute)).toEqual({ a: "bootstrap", b: "stabilize" });
    });

    it("keeps no promotion of another repo from being merged while the forge refuses it", async () => {
      using world = await oneBehindTheOther(grounds);
      world.cycles.set("stabilize", "ssssf");
      const first = start + 2 * hour;
      const { head } = (await world.open("promote")).summary;
      const refused = await world.run({ now: first, forge: refusingDemotions(world) });
      expect(refused).toMatchObject({ failed: true, record: { direction: "promote" } });
      expect(refused.message).toBe(
        "PROM-0004 waits, since the forge refuses its merge: protected: only the owners may merge; PROM-0004 is merged",
      );
      expect((await world.events(refused)).map(({ kind }) => kind)).toContain("demotion_waiting");
      expect((await world.base()).documents.loops[0]?.promotions.at(-1)?.value).toMatchObject({
        direction: "promote",
        targets: [{ repo: repoId("b") }],
      });
      expect((await world.proposals("promote")).find((each) => each.head === head)?.state).toBe("merged");
      expect(await world.unsafe()).toEqual([]);
      // What was refused is made anew behind it, and merged as soon as the forge lets it.
      const taken = await world.run({ now: first + minute });
      expect(taken.record).toMatchObject({ id: "PROM-0005", direction: "demote" });
      expect(taken.merged).toBeDefined();
    });

    it("keeps its promotion from being merged when another repo fails while that is decided", async () => {
      using world = await oneBehindTheOther(grounds);
      const onGround = (nth: number) => (nth === 2 ? world.cycles.set("stabilize", "ssssf") : undefined);
      const { merged } = await world.run({ now: start + 2 * hour, onGround });
      expect(merged).toBeUndefined();
      expect(await world.unsafe()).toEqual([]);
    });

    it("keeps the promotion from being merged when the cycle fails while that is decided", async () => {
      using world = await bothOnTheirWay(grounds);
      const onGround = (nth: number) => (nth === 2 ? world.cycles.set("stabilize", "sssssssf") : undefined);
      expect((await world.run({ now: failed, onGround })).merged).toBeUndefined();
      expect(await world.unsafe()).toEqual([]);
      expect((await world.run({ now: failed + minute })).record).toMatchObject({ direction: "demote" });
      expect(await states(world, "promote")).toEqual(["closed", "merged"]);
    });

    it.each([
      ["the same repo", bothOnTheirWay, earned + 2 * minute],
      ["another", oneBehindTheOther, start + 8 * minute],
    ])("wins when it is merged right before the promotion of %s", async (_name, create, now) => {
      using world = await create(grounds);
      const forge = faultyForge(world.forge(), ({ method }) =>
        method === "mergeProposal"
          ? { kind: "meanwhile", act: () => world.run({ now: now + 1000, orders: { demote: back } }) }
          : undefined,
      );
      expect((await world.run({ now, forge })).merged).toBeUndefined();
      expect(await world.unsafe()).toEqual([]);
      const chain = (await world.base()).documents.loops[0]?.promotions ?? [];
      expect(chain.at(-1)?.value).toMatchObject({ direction: "demote", reason: back.reason });
      expect((await world.run({ now: now + minute })).merged).toBeUndefined();
      expect(await world.unsafe()).toEqual([]);
    });
  });

  describe.concurrent("suspend", () => {
    it.each([
      ["first", 1],
      ["second", 2],
    ])("that is set before the %s look keeps an approved promotion from being merged", async (_name, at) => {
      using world = await createOpsWorld(grounds);
      await world.run();
      await world.answer();
      const onGround = (nth: number) => (nth === at ? world.person.commit("main", suspended) : undefined);
      await world.run({ now: start + 2 * minute, onGround });
      const { judged, merged } = await world.run({ now: start + 3 * minute });
      expect(merged).toBeUndefined();
      expect(judged.decision.gates[0]).toMatchObject({ key: "not-suspended", result: "pending" });
      expect(await world.unsafe()).toEqual([]);
    });

    it("that is set right before the merge is found at once: the targets are held", async () => {
      using world = await createOpsWorld(grounds);
      await world.run();
      await world.answer();
      const forge = faultyForge(world.forge(), ({ method }) =>
        method === "mergeProposal"
          ? { kind: "meanwhile", act: () => world.person.commit("main", suspended) }
          : undefined,
      );
      await world.run({ now: start + 2 * minute, forge });
      expect((await world.run({ now: start + 3 * minute })).sealed?.records).toEqual(["PROM-0001"]);
      expect(await world.person.read("main", recordAt("PROM-0001", ".seal"))).toContain("result: external");
      const { judged } = await world.run({ now: start + 4 * minute });
      expect(judged.decision.candidates.map(({ history }) => history.heldBy)).toEqual([
        "PROM-0001",
        "PROM-0001",
      ]);
    });

    it("does not stop a demotion", async () => {
      using world = await bothOnTheirWay(grounds);
      await world.person.commit("main", suspended);
      world.cycles.set("stabilize", "sssssssf");
      expect((await world.run({ now: failed })).record).toMatchObject({ direction: "demote" });
      expect(await world.person.read("main", rosterPath)).toContain("phase: bootstrap");
    });
  });
}
