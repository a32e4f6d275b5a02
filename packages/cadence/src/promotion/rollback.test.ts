import { describe, expect, it } from "vitest";
import { candidatesOf } from "./attempt.ts";
import { decidePromotion } from "./decide.ts";
import { type EvidenceParts, judged, repoId } from "./evidence.fixture.ts";
import { factsOf, phases, policy, record, type Scene, seal } from "./promotion.fixture.ts";
import { demotionOf, rollbackOf } from "./rollback.ts";

const rule = { on: ["failure"], within_cycles: 3, to: "last_stable", hold: true, cooldown_cycles: 6 };
const soaked = { key: "soak", result: "success" as const, description: "3 of 3" };
const promoted = (number: number, repos: string[], more: object = {}) =>
  record(number, repos, { from: "bootstrap", to: "stabilize", gates: [soaked], ...more });
const inStabilize = (letters: Record<string, string>, parts: EvidenceParts = {}) => ({
  phases: { stabilize: judged(letters, { phase: "stabilize", analyses: [], ...parts }) },
});
const at = (repo: string, phase = "stabilize") => ({ repo, wave: 0, phase });

/** A repo that was promoted to stabilize, and what its cycles there are. */
function scene(letters: string, more: Scene = {}, auto: object | undefined = rule): Scene {
  return {
    active: [at("a")],
    policy: policy({ auto_rollback: auto }),
    records: [promoted(1, ["a"])],
    ...inStabilize({ a: letters }),
    ...more,
  };
}

function rollback(of: Scene) {
  const facts = factsOf(of);
  return rollbackOf(facts, candidatesOf(facts));
}

describe("rollbackOf", () => {
  it("takes a repo back, with the failing slot as the reason", () => {
    const found = rollback(scene("sf"));
    expect(found).toMatchObject({
      attempt: { from: "stabilize", to: "bootstrap", wave: undefined, leftOut: [] },
      trigger: "rollback",
      reason: `kaizen-stack/metrics/${repoId("a")}@2026-06-18T15:00:00Z: intervention`,
      hold: true,
      cooldownCycles: 6,
    });
    expect(found?.attempt.targets.map(({ repo }) => repo.id)).toEqual([repoId("a")]);
  });

  it.each<[string, string, object, boolean]>([
    ["the first cycle fails", "f", rule, true],
    ["the last that is watched fails", "ssf", rule, true],
    ["one fails that is watched no more", "sssf", rule, false],
    ["one succeeds after a failure", "fss", rule, true],
    ["none fails", "sss", rule, false],
    ["nothing is decided", "p", rule, false],
    ["nothing is known", "", rule, false],
    ["one is inconclusive", "sis", rule, false],
    ["one is inconclusive, which the policy names", "sis", { ...rule, on: ["inconclusive"] }, true],
    ["one fails, which the policy does not name", "sfs", { ...rule, on: ["inconclusive"] }, false],
    ["one fails after cycles out of sync, which do not count", "nnnssf", rule, true],
    ["one fails one later", "nnnsssf", rule, false],
    ["cycles are out of sync only", "nnn", { ...rule, on: ["failure", "inconclusive"] }, false],
    ["it is out of sync again", "sn", { ...rule, on: ["inconclusive"] }, true],
    ["it is out of sync again, and fails when it is watched no more", "nsnsf", rule, false],
    ["it is out of sync again, and fails while it is watched", "nsnf", rule, true],
    ["only one is watched", "sf", { ...rule, within_cycles: 1 }, false],
  ])("where %s", (_what, letters, auto, isDue) => {
    expect(rollback(scene(letters, {}, auto)) !== undefined).toBe(isDue);
  });

  it("counts from when the repo came", () => {
    const parts = { since: { a: "2026-06-18T14:30:00Z" } };
    expect(rollback(scene("", inStabilize({ a: "ffs" }, parts)))).toBeUndefined();
    expect(rollback(scene("", inStabilize({ a: "sssssf" }, parts)))).toBeDefined();
  });

  it("does nothing without a policy for it", () => {
    const { auto_rollback: _none, ...free } = policy() as { auto_rollback?: object };
    expect(rollback(scene("f", { policy: free }))).toBeUndefined();
    expect(rollback(scene("f", { policy: {} }))).toBeUndefined();
  });

  it("holds and cools down by the policy only", () => {
    const bare = { on: ["failure"], within_cycles: 3, to: "previous" };
    expect(rollback(scene("f", {}, bare))).toMatchObject({ hold: false, cooldownCycles: 0 });
  });

  it.each<[string, Scene]>([
    ["came by no record", { records: [] }],
    [
      "was demoted there",
      {
        records: [
          promoted(1, ["a"]),
          record(2, ["a"], { direction: "demote", from: "operate", to: "stabilize" }),
        ],
      },
    ],
    [
      "was promoted elsewhere by its record",
      { records: [promoted(1, ["a"], { from: "bootstrap", to: "operate" })] },
    ],
    [
      "is in the first phase",
      {
        active: [at("a", "bootstrap")],
        records: [promoted(1, ["a"], { to: "bootstrap", from: "bootstrap" })],
        phases: { bootstrap: judged({ a: "f" }) },
      },
    ],
    ["comes from a phase that is no more", { records: [promoted(1, ["a"], { from: "trial" })] }],
  ])("takes none back that %s", (_what, more) => {
    expect(rollback(scene("f", more))).toBeUndefined();
  });

  it.each<[string, string, object[], string | undefined]>([
    ["last_stable", "last_stable", [soaked], "bootstrap"],
    ["last_stable, where none is: the former one", "last_stable", [], "stabilize"],
    ["previous", "previous", [soaked], "stabilize"],
  ])("goes to %s", (_what, to, gates, expected) => {
    const first = promoted(1, ["a"], { gates });
    const second = promoted(2, ["a"], { from: "stabilize", to: "operate", gates: [] });
    const facts = scene(
      "",
      {
        active: [at("a", "operate")],
        records: [first, second],
        phases: { operate: judged({ a: "f" }, { phase: "operate", analyses: [] }) },
      },
      { ...rule, to },
    );
    expect(rollback(facts)?.attempt).toMatchObject({ from: "operate", to: expected });
  });

  it("never goes up or stays, whatever was stable", () => {
    const records = [
      promoted(1, ["a"], { from: "stabilize", to: "operate" }),
      record(2, ["a"], { direction: "demote", from: "operate", to: "bootstrap" }),
      promoted(3, ["a"], { gates: [] }),
    ];
    expect(rollback(scene("f", { records }))?.attempt).toMatchObject({ from: "stabilize", to: "bootstrap" });
  });

  it("takes back together who goes the same way", () => {
    const more = {
      active: [at("a"), at("b"), at("c"), at("d", "operate")],
      records: [promoted(1, ["a", "b", "c"]), promoted(2, ["d"], { from: "stabilize", to: "operate" })],
      phases: {
        ...inStabilize({ a: "f", b: "s", c: "f" }).phases,
        operate: judged({ d: "f" }, { phase: "operate", analyses: [] }),
      },
    };
    const found = rollback(scene("", more));
    expect(found?.attempt.targets.map(({ repo }) => repo.repo)).toEqual(["a", "c"]);
    expect(found?.reason.split("; ")).toHaveLength(2);
    const active = [at("a", "operate"), at("b"), at("c")];
    const mixed = rollback(
      scene("", {
        ...more,
        active,
        records: [promoted(1, ["b", "c"]), promoted(2, ["a"], { from: "stabilize", to: "operate" })],
        phases: { ...more.phases, operate: judged({ a: "f" }, { phase: "operate", analyses: [] }) },
      }),
    );
    expect(mixed?.attempt).toMatchObject({ from: "operate", to: "stabilize" });
    expect(mixed?.attempt.targets.map(({ repo }) => repo.repo)).toEqual(["a"]);
  });

  it("parts those of one phase that go to different ones", () => {
    const records = [
      promoted(1, ["a"]),
      promoted(2, ["b"], { gates: [] }),
      promoted(3, ["a", "b"], { from: "stabilize", to: "operate", gates: [] }),
    ];
    const found = rollback(
      scene("", {
        active: [at("a", "operate"), at("b", "operate")],
        records,
        phases: { operate: judged({ a: "f", b: "f" }, { phase: "operate", analyses: [] }) },
      }),
    );
    expect(found?.attempt.to).toBe("bootstrap");
    expect(found?.attempt.targets.map(({ repo }) => repo.repo)).toEqual(["a"]);
  });

  it("parts those of different phases that go to one", () => {
    const records = [promoted(1, ["a"], { to: "operate" }), promoted(2, ["b"])];
    const operate = judged({ a: "f" }, { phase: "operate", analyses: [] });
    const active = [at("a", "operate"), at("b")];
    const found = rollback(
      scene("", { active, records, phases: { ...inStabilize({ b: "f" }).phases, operate } }),
    );
    expect(found?.attempt).toMatchObject({ from: "operate", to: "bootstrap" });
    expect(found?.attempt.targets.map(({ repo }) => repo.repo)).toEqual(["a"]);
  });

  it("minds neither suspension, windows nor holds", () => {
    const shut = [{ name: "never", kind: "deny", cron: "0 0 * * *", duration: "PT24H" }];
    const strict = policy({ auto_rollback: rule, suspend: true, promotion_windows: shut });
    const more = {
      policy: strict,
      records: [promoted(1, ["a"]), record(2, ["a"], { direction: "hold" })],
      seals: [seal(1, "external")],
    };
    expect(rollback(scene("f", more))).toEqual({ ...rollback(scene("f")), attempt: expect.anything() });
  });

  it("is followed by no other: the repo is held, and cools down", () => {
    const back = record(2, ["a"], {
      direction: "demote",
      trigger: "rollback",
      from: "stabilize",
      to: "bootstrap",
      hold: true,
      cooldown_cycles: 6,
    });
    const after = scene("", {
      active: [at("a", "bootstrap")],
      records: [promoted(1, ["a"]), back],
      phases: { bootstrap: judged({ a: "fff" }) },
    });
    expect(rollback(after)).toBeUndefined();
    expect(decidePromotion(factsOf(after))).toMatchObject({ action: "none", attempt: { targets: [] } });
    const released = {
      ...after,
      records: [promoted(1, ["a"]), back, record(3, ["a"], { direction: "release" })],
    };
    expect(decidePromotion(factsOf(released)).attempt?.leftOut).toEqual([
      { repo: repoId("a"), because: "cooling down for 3 more cycles", cooldown: 3 },
    ]);
    const clean = { ...released, phases: { bootstrap: judged({ a: "fffsss" }) } };
    expect(decidePromotion(factsOf(clean)).action).toBe("open");
  });
});

describe("demotionOf", () => {
  const order = { repo: repoId("a"), to: "bootstrap", reason: "it floods the queue" };
  const demotion = (of: Scene, what: Partial<typeof order> = {}) => {
    const facts = factsOf(of);
    return demotionOf(facts, candidatesOf(facts), { ...order, ...what });
  };

  it("takes back what a person names, whatever its cycles and holds are", () => {
    const found = demotion(scene("sss", { records: [record(1, ["a"], { direction: "hold" })] }));
    expect(found).toMatchObject({
      attempt: { from: "stabilize", to: "bootstrap", wave: undefined, leftOut: [] },
      trigger: "person",
      reason: order.reason,
      hold: true,
      cooldownCycles: 6,
    });
    expect(found?.attempt.targets.map(({ repo }) => repo.id)).toEqual([repoId("a")]);
    const free = policy({ phases: phases() });
    expect(demotion(scene("sss", { policy: free }))).toMatchObject({ hold: false, cooldownCycles: 0 });
  });

  it.each<[string, Partial<typeof order>, Scene]>([
    ["of a repo that is not there", { repo: repoId("b") }, {}],
    ["to the phase it is in", { to: "stabilize" }, {}],
    ["to a later phase", { to: "operate" }, {}],
    ["to a phase that is not there", { to: "trial" }, {}],
    ["in a loop without a policy", {}, { policy: {} }],
  ])("is nothing %s", (_what, what, more) => {
    expect(demotion(scene("sss", more), what)).toBeUndefined();
  });
});
