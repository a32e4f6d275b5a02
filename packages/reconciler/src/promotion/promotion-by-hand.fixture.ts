import type { Forge, ProposalDetail, ProposalSummary } from "@coulomb-loop/forge";
import { faultyForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { Grounds } from "../ground.fixture.ts";
import { recordAt } from "./promotion-files.fixture.ts";
import { createOpsWorld, hour, minute, type OpsWorld, start } from "./promotion-world.fixture.ts";

const branch = "coulomb/test/promote-kaizen";
const later = start + 2 * minute;
const ran = start + 3 * minute;

/** A promotion that ada approved. */
async function approved(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds);
  await world.run();
  await world.answer();
  return world;
}

/** The tool died right before it merged: success stands on a head that is not merged. */
async function dead(grounds: Grounds): Promise<OpsWorld> {
  const world = await approved(grounds);
  const forge = faultyForge(world.forge(), ({ method }) =>
    method === "mergeProposal" ? { kind: "crash_before" } : undefined,
  );
  await world.run({ now: later, forge }).catch(() => undefined);
  expect(await world.unsafe()).toEqual(["promote"]);
  return world;
}

/** What the next run seals, and what the one after that finds. */
async function found(world: OpsWorld, now = ran): Promise<object> {
  const { sealed } = await world.run({ now });
  const seal = await world.person.read("main", recordAt("PROM-0001", ".seal"));
  const { judged } = await world.run({ now: now + minute });
  const open = (await world.proposals("promote")).filter(({ state }) => state === "open");
  return {
    sealed: sealed?.records,
    result: /^result: (.*)$/m.exec(seal ?? "")?.[1],
    repos: judged.decision.candidates.map(({ repo, history }) => [repo.phase, history.heldBy]),
    left: [...open, ...(await world.unsafe())],
  };
}

/** It is sealed as external, its targets are held, and nothing is left of it. */
const held = {
  sealed: ["PROM-0001"],
  result: "external",
  repos: [
    ["stabilize", "PROM-0001"],
    ["stabilize", "PROM-0001"],
  ],
  left: [],
};

/** A forge that has not noticed yet what became of a proposal. */
function lagging(forge: Forge, before: ProposalDetail): Forge {
  const { number } = before.summary.ref;
  const asBefore = (each: ProposalSummary) => (each.ref.number === number ? before.summary : each);
  return {
    ...forge,
    async *observe(queries, cache) {
      for await (const seen of forge.observe(queries, cache)) {
        const listed = seen.proposals.get(branch);
        const proposals = new Map(seen.proposals);
        if (listed?.kind === "known") proposals.set(branch, { ...listed, value: listed.value.map(asBefore) });
        yield { ...seen, proposals };
      }
    },
    inspect: async (ref) =>
      ref.branch === branch && ref.number === number
        ? { kind: "known", value: before, proof: before.summary.head }
        : forge.inspect(ref),
  };
}

/** What came to the base branch past the tool is found out at once and held (page 07 P7). */
export function describeByHand(grounds: Grounds): void {
  describe.concurrent("a promotion that comes to the base branch by hand", () => {
    it("is held when it was squashed", async () => {
      using world = await createOpsWorld(grounds);
      await world.run();
      await world.squash("promote");
      expect(await found(world)).toEqual(held);
    });

    it("is held when its commit was picked, and its branch stays or is deleted", async () => {
      for (const isGone of [false, true]) {
        using world = await createOpsWorld(grounds);
        await world.run();
        const commit = await world.pick("promote");
        if (isGone) await world.person.deleteBranch(branch);
        expect(await found(world)).toEqual(held);
        const seal = await world.person.read("main", recordAt("PROM-0001", ".seal"));
        expect(seal).toContain(`merge_commit: ${commit}`);
        expect(seal).toContain("merged_by: Pat Person");
      }
    });

    it("is held when it was picked before the tool could merge it, although all had agreed", async () => {
      using world = await approved(grounds);
      await world.pick("promote");
      expect(await found(world)).toEqual(held);
    });

    it.each(["squashed", "merged"])(
      "is held when it was %s on the success of a run that died",
      async (how) => {
        using world = await dead(grounds);
        if (how === "squashed") await world.squash("promote");
        else await world.person.merge(branch);
        expect(await found(world)).toEqual(held);
      },
    );

    it("is held when it was merged on the success of a run that died, and a cycle had failed since", async () => {
      using world = await dead(grounds);
      world.cycles.set("bootstrap", "sssf");
      await world.person.merge(branch);
      expect(await found(world, start + hour)).toEqual(held);
    });

    it("is held when it was merged on the success of a run that died, and its approval was taken back", async () => {
      using world = await dead(grounds);
      await world.answer("reject", ran);
      const { summary } = await world.open("promote");
      await world.forge("ada").mergeProposal(summary.ref, summary.head, ran + minute);
      expect(await found(world, ran + 2 * minute)).toEqual(held);
    });
  });

  describe.concurrent("a promotion that the tool merges", () => {
    it("is held when its approval is taken back right before", async () => {
      using world = await approved(grounds);
      const forge = faultyForge(world.forge(), ({ method }) =>
        method === "mergeProposal"
          ? { kind: "meanwhile", act: () => world.answer("reject", later) }
          : undefined,
      );
      expect((await world.run({ now: later, forge })).merged).toBeDefined();
      expect(await found(world)).toEqual(held);
    });

    it("is not taken for one by hand while the forge still tells that it is open", async () => {
      using world = await approved(grounds);
      const before = await world.open("promote");
      await world.run({ now: later });
      const { sealed, judged } = await world.run({ now: ran, forge: lagging(world.forge(), before) });
      expect(sealed).toMatchObject({ records: [], suspects: ["PROM-0001"] });
      expect(judged.decision.candidates[0]?.history.heldBy).toBe("PROM-0001");
      expect((await world.run({ now: ran + minute })).sealed?.records).toEqual(["PROM-0001"]);
      expect(await world.person.read("main", recordAt("PROM-0001", ".seal"))).toContain("result: merged");
    });

    it("is sealed as merged, with the answer that it had", async () => {
      using world = await approved(grounds);
      expect((await world.run({ now: later })).merged).toBeDefined();
      expect((await world.run({ now: ran })).sealed?.records).toEqual(["PROM-0001"]);
      const seal = await world.person.read("main", recordAt("PROM-0001", ".seal"));
      expect(seal).toContain("result: merged");
      expect(seal).toContain("user: ada");
    });
  });
}

/** The same on a forge that does not notice what is merged by a push. */
export function describeUnnoticed(grounds: Grounds): void {
  it("a promotion that is merged by a push which the forge does not notice is held", async () => {
    using world = await createOpsWorld(grounds);
    await world.run();
    await world.person.merge(branch);
    expect(await found(world)).toEqual(held);
  });
}
