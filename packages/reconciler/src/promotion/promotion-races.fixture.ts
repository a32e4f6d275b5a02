import { countingForge, faultyForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { Grounds } from "../ground.fixture.ts";
import { cadencePath, opsFiles, recordAt, repoId, rosterPath } from "./promotion-files.fixture.ts";
import { createOpsWorld, hour, minute, type OpsWorld, start } from "./promotion-world.fixture.ts";

const branch = "coulomb/test/promote-kaizen";
const later = start + 2 * minute;
const ran = start + 3 * minute;
const stricter = {
  [cadencePath]: (opsFiles()[cadencePath] ?? "").replace(
    "distinct_from",
    "valid_for: PT72H\n    distinct_from",
  ),
};

/** A promotion that ada approved. */
async function approved(grounds: Grounds): Promise<OpsWorld> {
  const world = await createOpsWorld(grounds);
  await world.run();
  await world.answer();
  return world;
}

/** Which record holds the repos. */
async function holders(world: OpsWorld): Promise<readonly unknown[]> {
  const { judged } = await world.run({ now: ran + minute });
  return judged.decision.candidates.map(({ history }) => history.heldBy);
}

/** Records on the base branch, and proposals whose status is success although they are not merged. */
async function left(world: OpsWorld): Promise<readonly unknown[]> {
  return [await world.records(), await world.unsafe()];
}
const nothing = [[], []];

/** What people and other runs do while a promotion is decided: it is not merged with a gate unmet, or found out at once. */
export function describeRaces(grounds: Grounds): void {
  describe.concurrent("a promotion", () => {
    it("is not merged after a push to its branch, and says that the approval is void", async () => {
      using world = await approved(grounds);
      await world.person.commit(branch, { "more.md": "more\n" });
      const { judged, merged } = await world.run({ now: later });
      expect(merged).toBeUndefined();
      const gate = judged.decision.gates.find(({ key }) => key === "approval");
      expect(gate?.description).toContain("it is for an older head");
      expect(await left(world)).toEqual(nothing);
    });

    it("is not merged after its record was dated ahead, with all that follows from it, whoever approves", async () => {
      using world = await createOpsWorld(grounds);
      await world.run();
      const paths = [recordAt("PROM-0001"), "activity-definitions/daily-coach.md"];
      const files = await Promise.all(
        paths.map(async (path) => {
          const text = (await world.person.read(branch, path)) ?? "";
          const ahead = text.replaceAll(new Date(start).toISOString(), "2099-06-18T15:30:00.000Z");
          expect(ahead).not.toBe(text);
          return [path, ahead] as const;
        }),
      );
      await world.person.commit(branch, Object.fromEntries(files));
      await world.answer();
      const { judged, merged } = await world.run({ now: later });
      expect(merged).toBeUndefined();
      expect(judged.decision.because).toBe("its record is from the future: 2099-06-18T15:30:00.000Z");
      expect(await left(world)).toEqual(nothing);
    });

    it("is not merged when the policy changes while it is decided", async () => {
      using world = await approved(grounds);
      const onGround = (nth: number) => (nth === 1 ? world.person.commit("main", stricter) : undefined);
      expect((await world.run({ now: later, onGround })).merged).toBeUndefined();
      expect(await left(world)).toEqual(nothing);
    });

    it("that a hold made stale says so first, with its own targets and gates, and invites nobody", async () => {
      using world = await createOpsWorld(grounds);
      await world.run();
      const { head } = (await world.open("promote")).summary;
      world.cycles.set("bootstrap", "sssf");
      await world.hold({ repos: [repoId("a")] }, { now: start + hour });
      const { judged, message } = await world.run({ now: start + hour + minute });
      const { action, attempt, gates } = judged.decision;
      expect(action).toBe("none");
      expect(attempt?.targets.map(({ repo }) => repo.id)).toEqual([repoId("a"), repoId("b")]);
      expect(gates.find(({ key }) => key === "not-held")).toMatchObject({
        result: "pending",
        description: "a is held by PROM-0001",
      });
      const why = "it does not stand: a target is held, cools down, or is in another phase by now";
      expect(message).toMatch(new RegExp(`^${why}; it is made anew once this is met: clean: 0 of 3`));
      const { summary } = await world.open("promote");
      expect(summary.head).toBe(head);
      expect(summary.body).toContain(`**Do not approve this now**: ${why}; it is made anew`);
      expect(summary.body).toContain("| `not-held` | … pending | a is held by PROM-0001 |");
      expect(summary.body).toContain("in at least 36.8 % (95 % sure)");
      expect(summary.body).not.toContain("coulomb approve PROM-0001");
      // What is said already is not written again.
      const forge = countingForge(world.forge());
      await world.run({ now: start + hour + 2 * minute, forge });
      expect(forge.writes).toEqual([]);
    });

    it("is held when the policy changes right before the merge", async () => {
      using world = await approved(grounds);
      const forge = faultyForge(world.forge(), ({ method }) =>
        method === "mergeProposal"
          ? { kind: "meanwhile", act: () => world.person.commit("main", stricter) }
          : undefined,
      );
      expect((await world.run({ now: later, forge })).merged).toBeDefined();
      expect((await world.run({ now: ran })).sealed?.records).toEqual(["PROM-0001"]);
      expect(await world.person.read("main", recordAt("PROM-0001", ".seal"))).toContain("result: external");
      expect(await holders(world)).toEqual(["PROM-0001", "PROM-0001"]);
    });

    it("is not merged when a cycle fails while it is decided", async () => {
      using world = await approved(grounds);
      const onGround = (nth: number) => (nth === 2 ? world.cycles.set("bootstrap", "sssf") : undefined);
      expect((await world.run({ now: start + hour, onGround })).merged).toBeUndefined();
      expect(await left(world)).toEqual(nothing);
    });

    it("is not offered again for new evidence alone after it was closed by hand", async () => {
      using world = await createOpsWorld(grounds);
      await world.run();
      const { summary } = await world.open("promote");
      await world.forge("ada").updateProposal(summary.ref, { state: "closed", time: later });
      world.cycles.set("bootstrap", "ssss");
      await world.run({ now: start + hour });
      expect((await world.proposals("promote")).map(({ state }) => state)).toEqual(["closed"]);
      await world.run({ now: start + hour + minute, orders: { reopen: true } });
      expect((await world.proposals("promote")).map(({ state }) => state)).toEqual(["open", "closed"]);
    });

    it.each(["by the forge", "by a push"])("is held at once after it was merged by hand, %s", async (way) => {
      using world = await createOpsWorld(grounds);
      await world.run();
      const { summary } = await world.open("promote");
      if (way === "by a push") await world.person.merge(branch);
      else await world.forge("ada").mergeProposal(summary.ref, summary.head, later);
      expect((await world.run({ now: ran })).sealed?.records).toEqual(["PROM-0001"]);
      expect(await world.person.read("main", recordAt("PROM-0001", ".seal"))).toContain("result: external");
      expect(await holders(world)).toEqual(["PROM-0001", "PROM-0001"]);
    });

    it("is opened once by two runs at once", async () => {
      using world = await createOpsWorld(grounds);
      await Promise.allSettled([world.run(), world.run({ now: start + 1000 })]);
      await world.run({ now: later });
      expect((await world.proposals("promote")).filter(({ state }) => state === "open")).toHaveLength(1);
      expect(await world.records()).toEqual([]);
    });

    it("is merged once by two runs at once, and its seal says that every gate was met", async () => {
      using world = await approved(grounds);
      await Promise.allSettled([world.run({ now: later }), world.run({ now: later + 1000 })]);
      await world.run({ now: ran });
      await world.run({ now: ran + minute });
      expect(await world.person.read("main", recordAt("PROM-0001", ".seal"))).toContain("result: merged");
      expect(await world.records()).toHaveLength(3);
    });

    it("is sealed as merged when the answer to the merge is lost", async () => {
      using world = await approved(grounds);
      const forge = faultyForge(world.forge(), ({ method }) =>
        method === "mergeProposal"
          ? { kind: "answer_after", result: { kind: "unclear", message: "cut off" } }
          : undefined,
      );
      await world.run({ now: later, forge });
      await world.run({ now: ran });
      expect(await world.person.read("main", recordAt("PROM-0001", ".seal"))).toContain("result: merged");
    });

    it("is closed before one of its repos is taken back", async () => {
      using world = await createOpsWorld(grounds, "stabilize");
      await world.run();
      const demote = { repo: repoId("a"), to: "bootstrap", reason: "it times out" };
      await world.run({ now: later, orders: { demote } });
      expect((await world.proposals("promote")).map(({ state }) => state)).toEqual(["closed"]);
      expect(await world.records()).toEqual(["PROM-0001.yaml"]);
    });

    it("stays as approved when the base branch moves elsewhere", async () => {
      using world = await approved(grounds);
      await world.person.commit("main", { "README.md": "more\n" });
      expect((await world.run({ now: later })).merged).toBeDefined();
    });

    it("is made anew when the base branch moves in its files, and is asked again", async () => {
      using world = await approved(grounds);
      const { summary } = await world.open("promote");
      const roster = `${opsFiles()[rosterPath] ?? ""}# more\n`;
      await world.person.commit("main", { [rosterPath]: roster });
      expect((await world.run({ now: later })).merged).toBeUndefined();
      const renewed = await world.open("promote");
      expect(renewed.summary.head).not.toBe(summary.head);
      expect(await left(world)).toEqual(nothing);
      await world.answer("approve", ran);
      expect((await world.run({ now: ran + minute })).merged).toBeDefined();
    });
  });
}

/** The tool dies right before it merges: success stands on a head that is not merged. */
async function dead(grounds: Grounds): Promise<OpsWorld> {
  const world = await approved(grounds);
  const forge = faultyForge(world.forge(), ({ method }) =>
    method === "mergeProposal" ? { kind: "crash_before" } : undefined,
  );
  await world.run({ now: later, forge }).catch(() => undefined);
  expect(await world.unsafe()).toEqual(["promote"]);
  return world;
}

/** What becomes of the success that a run posted which died before it merged. */
export function describeLeftSuccess(grounds: Grounds): void {
  describe.concurrent("the success that a dead run left", () => {
    it("is taken back when a cycle failed since", async () => {
      using world = await dead(grounds);
      world.cycles.set("bootstrap", "sssf");
      await world.run({ now: start + hour });
      expect(await left(world)).toEqual(nothing);
    });

    it("is taken back when the run that follows finds only at the second look that a cycle failed", async () => {
      using world = await dead(grounds);
      const onGround = (nth: number) => (nth === 2 ? world.cycles.set("bootstrap", "sssf") : undefined);
      await world.run({ now: start + hour, onGround });
      expect(await left(world)).toEqual(nothing);
    });

    it("is taken back when its targets are held, and it is closed", async () => {
      using world = await dead(grounds);
      await world.hold({}, { now: ran });
      await world.run({ now: ran + minute });
      expect((await world.proposals("promote")).map(({ state }) => state)).toEqual(["closed"]);
      expect(await world.unsafe()).toEqual([]);
    });
  });
}
