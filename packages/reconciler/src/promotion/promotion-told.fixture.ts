import { faultyForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { Grounds } from "../ground.fixture.ts";
import { cadencePath, opsFiles, repoId } from "./promotion-files.fixture.ts";
import { createOpsWorld, minute, type OpsWorld, type RunOptions, start } from "./promotion-world.fixture.ts";

const branch = "coulomb/test/promote-kaizen";
const stricter = {
  [cadencePath]: (opsFiles()[cadencePath] ?? "").replace(
    "distinct_from",
    "valid_for: PT72H\n    distinct_from",
  ),
};
const at = (minutes: number): RunOptions => ({ now: start + minutes * minute });

/** Who hears events: each once for its id. */
function listener(world: OpsWorld) {
  const heard = new Set<string>();
  return async (options: RunOptions, act = (given: RunOptions) => world.run(given)) => {
    const fresh = [];
    for (const event of await world.events(await act(options), options)) {
      if (heard.has(event.id)) continue;
      heard.add(event.id);
      fresh.push(event);
    }
    return fresh.map(({ kind, record, gate, actor, answer }) =>
      [
        kind,
        record,
        ...(gate === undefined ? [] : [gate]),
        ...(answer === undefined ? [] : [actor, answer]),
      ].join(" "),
    );
  };
}

/** What is told of what people and the tool do to promotions, on a forge. */
export function describeTold(grounds: Grounds): void {
  describe.concurrent("the events of a promotion", () => {
    it("are told once each: proposed, asked, approved, merged, settled", async () => {
      using world = await createOpsWorld(grounds);
      const hear = listener(world);
      expect(await hear(at(0))).toEqual(["promotion_proposed PROM-0001", "approval_requested PROM-0001"]);
      expect(await hear(at(1))).toEqual([]);
      await world.answer("approve", start + minute);
      const counted = expect.stringMatching(/^approval_counted PROM-0001 ada approve$/);
      expect(await hear(at(2))).toEqual([counted, "promotion_merged PROM-0001"]);
      expect(await hear(at(3))).toEqual(["promotion_settled PROM-0001"]);
      expect(await hear(at(4))).toEqual([]);
      expect(await hear(at(5), (given) => world.hold({ repos: [repoId("a")] }, given))).toEqual([
        "hold_created PROM-0002",
      ]);
      const release = { direction: "release", repos: [repoId("a")], reason: "over" } as const;
      expect(await hear(at(6), (given) => world.hold(release, given))).toEqual(["hold_released PROM-0003"]);
    });

    it("say that a rejection blocks it, and that an answer is void once the head is another", async () => {
      using world = await createOpsWorld(grounds);
      const hear = listener(world);
      await hear(at(0));
      await world.answer("reject", start + minute);
      expect(await hear(at(2))).toEqual(["promotion_blocked PROM-0001 approval"]);
      await world.person.commit("main", stricter);
      expect(await hear(at(3))).toEqual([
        "promotion_proposed PROM-0001",
        "approval_requested PROM-0001",
        "approval_void PROM-0001 ada reject",
      ]);
      await world.person.commit(branch, { "more.md": "more\n" });
      expect(await hear(at(4))).toEqual([
        "promotion_proposed PROM-0001",
        "promotion_blocked PROM-0001 diff-scope",
      ]);
      expect(await hear(at(5))).toEqual([]);
    });

    it("say that somebody merged it by hand", async () => {
      using world = await createOpsWorld(grounds);
      const hear = listener(world);
      await hear(at(0));
      await world.person.merge(branch);
      expect(await hear(at(1))).toEqual(["promotion_merged PROM-0001", "external_change PROM-0001"]);
      expect(await hear(at(2))).toEqual([]);
    });

    it("say that a demotion waits while the forge refuses it, and that it is merged then", async () => {
      using world = await createOpsWorld(grounds, "stabilize");
      const hear = listener(world);
      const orders = { demote: { repo: repoId("a"), to: "bootstrap", reason: "it times out" } };
      const forge = faultyForge(world.forge(), ({ method }) =>
        method === "mergeProposal"
          ? {
              kind: "answer",
              result: { kind: "rejected", reason: "protected", hint: "a check is missing" },
            }
          : undefined,
      );
      expect(await hear({ ...at(0), forge, orders })).toEqual([
        "demotion_proposed PROM-0001",
        "demotion_waiting PROM-0001",
      ]);
      expect(await hear({ ...at(1), forge, orders })).toEqual([]);
      expect(await hear({ ...at(2), orders })).toEqual(["demotion_merged PROM-0001"]);
    });
  });
}
