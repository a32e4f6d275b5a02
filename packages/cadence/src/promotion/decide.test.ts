import { describe, expect, it } from "vitest";
import { coulomb } from "../ops-documents.fixture.ts";
import { decidePromotion, type OpenPromotion, type PromotionFacts } from "./decide.ts";
import { criterion, judged, now, repoId } from "./evidence.fixture.ts";
import { brief } from "./gates.fixture.ts";
import {
  documentsOf,
  factsOf,
  opened,
  people,
  phases,
  policy,
  record,
  response,
  type Scene,
  withOpen,
} from "./promotion.fixture.ts";

const approved = { responses: [response()] };
const two = [
  { repo: "a", wave: 0 },
  { repo: "b", wave: 0 },
];
const shut = [{ name: "freeze", kind: "deny", cron: "0 0 * * *", duration: "PT24H" }];
const hold = (repo: string) => record(1, [repo], { direction: "hold" });

function decide(facts: PromotionFacts) {
  const { action, result, because } = decidePromotion(facts);
  return because === undefined ? [action, result] : [action, result, because];
}

/** What is decided when a proposal of one scene meets the facts of another. */
function meets(before: Scene, after: Scene, more: Partial<OpenPromotion> = approved) {
  return decide({ ...factsOf(after), open: opened(factsOf(before), more) });
}

describe("decidePromotion without a proposal", () => {
  it.each<[string, Scene, unknown[]]>([
    ["opens one when all before it succeeds", {}, ["open", "pending"]],
    [
      "opens one while the window is shut",
      { policy: policy({ promotion_windows: shut }) },
      ["open", "pending"],
    ],
    ["waits while suspended", { policy: policy({ suspend: true }) }, ["none", "pending"]],
    ["waits for the criterion", { phases: { bootstrap: judged({ a: "ss" }) } }, ["none", "pending"]],
    ["waits after a failure", { phases: { bootstrap: judged({ a: "ssf" }) } }, ["none", "failure"]],
    ["waits where nothing is known", { phases: {} }, ["none", "inconclusive"]],
    ["does nothing where all are held", { records: [hold("a")] }, ["none", "pending"]],
    ["does nothing for an empty loop", { active: [] }, ["none", "pending"]],
    ["does nothing in the last phase", { active: [{ repo: "a", phase: "operate" }] }, ["none", "pending"]],
    [
      "opens one that needs no approval",
      { policy: policy({ phases: phases({ approval: undefined }) }) },
      ["open", "pending"],
    ],
  ])("%s", (_what, scene, expected) => {
    expect(decide(factsOf(scene))).toEqual(expected);
  });

  it("does not fail without a policy", () => {
    expect(decidePromotion(factsOf({ policy: {} }))).toMatchObject({
      action: "none",
      attempt: undefined,
      gates: [],
      result: "pending",
      approval: undefined,
      earliest: undefined,
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ["the earliest phase that is ready", { a: "sss" }, { b: "sss" }, "bootstrap"],
    ["a later one that is ready before", { a: "s" }, { b: "sss" }, "stabilize"],
    ["the earliest where none is", { a: "s" }, { b: "s" }, "bootstrap"],
  ])("takes %s", (_what, first, second, from) => {
    const scene: Scene = {
      active: [
        { repo: "a", wave: 0 },
        { repo: "b", wave: 0, phase: "stabilize" },
      ],
      policy: policy({ phases: phases({}, { exit: ["cycles-clean"] }) }),
      phases: { bootstrap: judged(first), stabilize: judged(second, { phase: "stabilize" }) },
    };
    expect(decidePromotion(factsOf(scene)).attempt?.from).toBe(from);
  });

  it("prefers an attempt that has a target, and tells of one that has none", () => {
    const active = [
      { repo: "a", wave: 0 },
      { repo: "b", wave: 0, phase: "stabilize" },
    ];
    const scene: Scene = { active, records: [hold("a")], policy: policy({ suspend: true }) };
    expect(decidePromotion(factsOf(scene)).attempt).toMatchObject({ from: "stabilize" });
    const both = { ...scene, records: [record(1, ["a", "b"], { direction: "hold" })] };
    expect(decidePromotion(factsOf(both)).attempt).toMatchObject({ from: "bootstrap", targets: [] });
  });

  it("goes by one success less and by just enough", () => {
    for (const [limit, action] of [
      [2, "open"],
      [3, "open"],
      [4, "none"],
    ] as const) {
      const analyses = [criterion({ consecutive_success_limit: limit })];
      const scene = {
        policy: policy({ analyses }),
        phases: { bootstrap: judged({ a: "sss" }, { analyses }) },
      };
      expect([limit, decidePromotion(factsOf(scene)).action]).toEqual([limit, action]);
    }
  });
});

describe("decidePromotion with a proposal", () => {
  it.each<[string, Scene, Partial<OpenPromotion>, unknown[]]>([
    ["asks while nobody answered", {}, {}, ["ask", "pending"]],
    ["merges what is approved", {}, approved, ["merge", "success"]],
    [
      "merges what needs no approval",
      { policy: policy({ phases: phases({ approval: undefined }) }) },
      {},
      ["merge", "success"],
    ],
    [
      "waits for the window, and asks no more",
      { policy: policy({ promotion_windows: shut }) },
      approved,
      ["none", "pending"],
    ],
    [
      "asks while the window is shut",
      { policy: policy({ promotion_windows: shut }) },
      {},
      ["ask", "pending"],
    ],
    [
      "neither asks nor merges what was rejected",
      {},
      { responses: [response({ action: "reject" })] },
      ["none", "failure"],
    ],
    [
      "neither asks nor merges another diff",
      {},
      { ...approved, diff: { ok: false, message: "x" } },
      ["none", "failure"],
    ],
    ["asks nobody while its diff is another", {}, { diff: { ok: false, message: "x" } }, ["none", "failure"]],
    ["asks again after a push", {}, { ...approved, head: "b".repeat(40) }, ["ask", "pending"]],
    [
      "makes anew what the base outdates",
      {},
      { ...approved, outdated: "roster.yaml changed" },
      ["update", "pending", "roster.yaml changed"],
    ],
  ])("%s", (_what, scene, more, expected) => {
    expect(decide(withOpen(scene, more))).toEqual(expected);
  });

  it("tells its approval, and that of no fresh one", () => {
    expect(decidePromotion(withOpen({}, approved)).approval?.result).toBe("success");
    expect(decidePromotion(withOpen({}, { outdated: "x" })).approval).toBeUndefined();
    const lost = policy({ approvals: undefined });
    expect(decidePromotion(withOpen({ policy: lost }, approved))).toMatchObject({
      action: "none",
      result: "inconclusive",
      approval: undefined,
    });
  });

  it("leaves dry runs aside", () => {
    const analyses = [
      criterion(),
      criterion({ key: "shown", enforcement: "dry_run", consecutive_success_limit: 9 }),
    ];
    const scene = {
      policy: policy({ analyses, phases: phases({ exit: ["cycles-clean", "shown"] }) }),
      phases: { bootstrap: judged({ a: "sss" }, { analyses }) },
    };
    expect(decide(withOpen(scene))).toEqual(["ask", "pending"]);
    expect(decide(withOpen(scene, approved))).toEqual(["merge", "success"]);
  });

  it.each<[string, Scene, Scene, unknown[]]>([
    [
      "waits while suspended",
      {},
      { policy: policy({ suspend: true }) },
      ["none", "pending", "the policy or the people changed"],
    ],
    [
      "is made anew for another policy",
      {},
      { policy: policy({ adoption: "refuse" }) },
      ["update", "pending", "the policy or the people changed"],
    ],
    [
      "is made anew for other people",
      {},
      { coulomb: { people: people.slice(0, 1) } },
      ["update", "pending", "the policy or the people changed"],
    ],
    [
      "is made anew for another record",
      {},
      { records: [record(1, ["z"], { direction: "hold" })] },
      ["update", "pending", "another record came in between"],
    ],
    [
      "is made anew without a held target",
      { active: two },
      { active: two, records: [hold("b")] },
      ["update", "pending", "a target is held, cools down, or is in another phase by now"],
    ],
    [
      "is made anew without one that moved on",
      { active: two },
      { active: [two[0] ?? {}, { repo: "b", phase: "stabilize" }] },
      ["update", "pending", "a target is held, cools down, or is in another phase by now"],
    ],
    [
      "is closed when its target cools down",
      {},
      { records: [record(1, ["a"], { direction: "demote", cooldown_cycles: 9 })] },
      ["close", "pending", "a target is held, cools down, or is in another phase by now"],
    ],
    [
      "is closed when all targets are held",
      {},
      { records: [hold("a")] },
      ["close", "pending", "a target is held, cools down, or is in another phase by now"],
    ],
    [
      "is closed when the loop is empty",
      {},
      { active: [] },
      ["close", "pending", "a target is held, cools down, or is in another phase by now"],
    ],
    [
      "is not closed by a repo that could come along",
      { active: two.slice(0, 1) },
      { active: two },
      ["merge", "success"],
    ],
    ["waits after a failed cycle", {}, { phases: { bootstrap: judged({ a: "sssf" }) } }, ["none", "failure"]],
    [
      "waits after an inconclusive one",
      {},
      { phases: { bootstrap: judged({ a: "sssi" }) } },
      ["none", "inconclusive"],
    ],
    ["waits for what is not known any more", {}, { phases: {} }, ["none", "inconclusive"]],
  ])("%s", (_what, before, after, expected) => {
    expect(meets(before, after)).toEqual(expected);
  });

  it("waits for a target that is not in sync, whoever approved", () => {
    const sync: PromotionFacts["sync"] = new Map([[repoId("a"), { state: "waiting", message: "drift" }]]);
    expect(decide({ ...withOpen({}, approved), sync })).toEqual(["none", "pending"]);
    expect(decide({ ...withOpen(), sync })).toEqual(["none", "pending"]);
  });

  it("merges nothing whose policy the proposal has and the base has not", () => {
    const value = documentsOf({ coulomb: coulomb({ people: [{ user: "eve", logins: { local: "eve" } }] }) });
    expect(
      decide({
        ...factsOf(),
        open: opened({ ...factsOf(), documents: value }, { responses: [response({ login: "eve" })] }),
      }),
    ).toEqual(["update", "pending", "the policy or the people changed"]);
  });

  it("takes approvals by the policy of the phase that is left", () => {
    const approvals = [
      { name: "other", approvers: [{ user: "bob" }], min_approvals: 1 },
      { name: "regulator", approvers: [{ user: "ada" }], min_approvals: 1 },
    ];
    const scene = { policy: policy({ approvals }) };
    expect(decide(withOpen(scene, { responses: [response({ login: "bob-l" })] }))[0]).toBe("ask");
    expect(decide(withOpen(scene, approved))[0]).toBe("merge");
  });

  it("judges responses at its own time", () => {
    const scene = {
      policy: policy({
        approvals: [{ name: "regulator", approvers: [{ user: "ada" }], min_approvals: 1, valid_for: "PT1H" }],
      }),
    };
    const old = { responses: [response({ at: now - 3_600_001 })] };
    expect(decide(withOpen(scene, old))[0]).toBe("ask");
    expect(decide({ ...withOpen(scene, old), now: now - 1 })[0]).toBe("merge");
  });
});

describe("a proposal that does not stand and cannot be made anew yet", () => {
  /** The proposal of a and b, whose two clean cycles more are broken since, at other facts. */
  function stale(after: Scene, broken: Record<string, string> = { a: "sssf", b: "sssf" }) {
    const open = opened(factsOf({ active: two }), approved);
    return decidePromotion({
      ...factsOf({ active: two, phases: { bootstrap: judged(broken) }, ...after }),
      open,
    });
  }
  const gateOf = ({ gates }: ReturnType<typeof stale>, key: string) =>
    gates.filter((each) => each.key === key).map(brief)[0];
  const names = (found: ReturnType<typeof stale>) => found.attempt?.targets.map(({ repo }) => repo.repo);

  it("shows its own targets and gates, why it does not stand, and what has to come first", () => {
    const found = stale({ policy: policy({ adoption: "refuse" }) });
    expect(found).toMatchObject({
      action: "none",
      because: "the policy or the people changed",
      approval: undefined,
      attempt: { from: "bootstrap", to: "stabilize", leftOut: [] },
    });
    expect(names(found)).toEqual(["a", "b"]);
    expect(found.renewedOnce).toMatch(/^cycles-clean: 0 of 3 cycles in a row: a cycle failed/);
    expect(gateOf(found, "not-held")).toBe("success: no target is held");
    expect(gateOf(found, "diff-scope")).toBe("pending: it does not stand: the policy or the people changed");
    expect(gateOf(found, "approval")).toBe("pending: no answer to this head counts: it does not stand");
  });

  it.each<[string, Scene, string[], object[]]>([
    [
      "is held",
      { records: [hold("b")] },
      ["a", "b"],
      [{ repo: repoId("b"), because: "held by PROM-0001", cooldown: 0 }],
    ],
    [
      "moved on",
      { active: [two[0] ?? {}, { repo: "b", wave: 0, phase: "operate" }] },
      ["a"],
      [{ repo: repoId("b"), because: "in operate by now", cooldown: 0 }],
    ],
    [
      "left the loop",
      { active: two.slice(0, 1) },
      ["a"],
      [{ repo: repoId("b"), because: "no more in the loop", cooldown: 0 }],
    ],
  ])("leaves out a target that %s, and says why", (_what, after, targets, leftOut) => {
    const found = stale(after);
    expect(found.because).toBe("a target is held, cools down, or is in another phase by now");
    expect(names(found)).toEqual(targets);
    expect(found.attempt?.leftOut).toEqual(leftOut);
    const [left] = found.attempt?.leftOut ?? [];
    expect(gateOf(found, "not-held")).toBe(`pending: b is ${left?.because}`);
  });

  it("leaves out one that cools down, with how long", () => {
    const demoted = record(1, ["b"], { direction: "demote", cooldown_cycles: 9 });
    const [left] = stale({ records: [demoted] }).attempt?.leftOut ?? [];
    expect(left).toMatchObject({
      repo: repoId("b"),
      because: expect.stringMatching(/^cooling down for \d more/),
    });
    expect(left?.cooldown).toBeGreaterThan(0);
  });
});
