import { describe, expect, it } from "vitest";
import { activity, ramp } from "../ops-documents.fixture.ts";
import type { ApprovalState } from "./approval.ts";
import { candidatesOf } from "./attempt.ts";
import { earliestMerge } from "./earliest.ts";
import { judged, repoId } from "./evidence.fixture.ts";
import { brief, judge, named } from "./gates.fixture.ts";
import { demotionGatesOf, gatesOf } from "./gates.ts";
import { factsOf, phases, policy, record, response, type Scene } from "./promotion.fixture.ts";

const waves = [
  { name: "canary", select: { wave: 0 }, required_soak_cycles: 2 },
  { name: "rest", select: { wave: 1 } },
];
const c = { repo: "c", wave: 1 };
const stable = (repo: string) => ({ repo, wave: 0, phase: "stabilize" });
const waiting = (repo: string) => ({ repo, wave: 0 });
const demoted = (number: number, repo: string, more: object = {}) =>
  record(number, [repo], { direction: "demote", from: "stabilize", to: "bootstrap", ...more });
const hold = (number: number, repo: string) => record(number, [repo], { direction: "hold" });

/** The gate wave of an attempt of the repo c, in the second wave. */
function waveOf(scene: Scene, letters: Readonly<Record<string, string>> = {}, own = "rest") {
  const facts = factsOf({
    policy: policy({ waves }),
    ...scene,
    phases: {
      bootstrap: judged({ c: "sss" }),
      stabilize: judged(letters, { phase: "stabilize", analyses: [] }),
    },
  });
  const candidates = candidatesOf(facts);
  const targets = candidates.filter(({ repo }) => repo.repo === "c");
  const attempt = { from: "bootstrap", to: "stabilize", wave: own, targets, leftOut: [] };
  const found = gatesOf({ ...facts, candidates, diff: undefined, approval: undefined }, attempt);
  return found.find(({ key }) => key === "wave");
}

function words(found: ReturnType<typeof waveOf>): string | undefined {
  return found === undefined ? undefined : brief(found);
}

describe("the gate wave", () => {
  it.each<[string, Scene, Record<string, string>, string]>([
    [
      "are there and have soaked",
      { active: [stable("a"), c] },
      { a: "ss" },
      "success: the waves before are in stabilize",
    ],
    [
      "have soaked too little",
      { active: [stable("a"), c] },
      { a: "fs" },
      "pending: a of canary has 1 of 2 cycles in stabilize",
    ],
    [
      "have shown nothing",
      { active: [stable("a"), c] },
      {},
      "pending: a of canary has 0 of 2 cycles in stabilize",
    ],
    ["are not there", { active: [waiting("a"), c] }, {}, "pending: a of canary is not in stabilize yet"],
    [
      "are beyond",
      { active: [{ ...stable("a"), phase: "operate" }, c] },
      {},
      "success: the waves before are in stabilize",
    ],
    [
      "are held, for whatever reason",
      { active: [waiting("a"), c], records: [hold(1, "a")] },
      {},
      "success: the waves before are in stabilize",
    ],
    [
      "were taken back from there and are held",
      { active: [waiting("a"), c], records: [demoted(1, "a", { hold: true })] },
      {},
      "failure: a of canary was demoted from stabilize",
    ],
    [
      "were taken back from there and are released",
      { active: [waiting("a"), c], records: [demoted(1, "a")] },
      {},
      "pending: a of canary is not in stabilize yet",
    ],
    [
      "were taken back from further on and are held",
      { active: [waiting("a"), c], records: [demoted(1, "a", { hold: true, from: "operate" })] },
      {},
      "success: the waves before are in stabilize",
    ],
    [
      "were once promoted and are held",
      {
        active: [waiting("a"), c],
        records: [record(1, ["a"], { from: "stabilize", to: "operate" }), hold(2, "a")],
      },
      {},
      "success: the waves before are in stabilize",
    ],
    [
      "are many, of which one lags",
      { active: [stable("a"), waiting("b"), c] },
      { a: "ss" },
      "pending: b of canary is not in stabilize yet",
    ],
    ["are empty", { active: [c] }, {}, "success: the waves before are in stabilize"],
  ])("where repos of the wave before %s", (_what, scene, letters, expected) => {
    expect(words(waveOf(scene, letters))).toBe(expected);
  });

  it("says of whom it waits that its people declined, however much else is late, and gives no date", () => {
    const active = [waiting("b"), stable("a"), c];
    const facts = factsOf(
      {
        policy: policy({ waves }),
        active,
        phases: {
          bootstrap: judged({ c: "sss" }),
          stabilize: judged({ a: "s" }, { phase: "stabilize", analyses: [] }),
        },
      },
      { sync: new Map([[repoId("a"), { state: "declined", message: "" }]]) },
    );
    const candidates = candidatesOf(facts);
    const targets = candidates.filter(({ repo }) => repo.repo === "c");
    const attempt = { from: "bootstrap", to: "stabilize", wave: "rest", targets, leftOut: [] };
    const gates = gatesOf({ ...facts, candidates, diff: undefined, approval: undefined }, attempt);
    const found = named(gates, "wave");
    expect(brief(found)).toBe("pending: a of canary declined its schedule for stabilize");
    expect(found.turnedBy).toBe(
      "coulomb requests label a coulomb:reopen, which offers it again; or coulomb demote a --to bootstrap --reason …; or coulomb hold a --reason …, which goes on without it",
    );
    expect(earliestMerge(facts, attempt, gates)).toBeUndefined();
  });

  it("fails by who was taken back, even where others are only late", () => {
    const active = [waiting("a"), waiting("b"), c];
    const found = waveOf({ active, records: [demoted(1, "b", { hold: true })] });
    expect(words(found)).toBe("failure: b of canary was demoted from stabilize");
    expect(found?.turnedBy).toBe("find out why, then coulomb hold b --release");
  });

  it("asks nothing of the first wave, nor of a policy without waves", () => {
    expect(words(waveOf({ active: [waiting("a"), c] }, {}, "canary"))).toBe("success: no wave comes before");
    const free = { active: [waiting("a"), c], policy: policy({ waves: undefined }) };
    expect(words(waveOf(free, {}, "canary"))).toBe("success: no wave comes before");
  });

  it("asks all waves of an attempt that is of none", () => {
    expect(words(waveOf({ active: [waiting("a"), c] }, {}, "no-such-wave"))).toBe(
      "pending: a of canary is not in stabilize yet",
    );
  });

  it("asks the only wave of an attempt that is of none", () => {
    const active = [waiting("a"), { repo: "c", wave: 7 }];
    const scene = { active, policy: policy({ waves: waves.slice(0, 1) }) };
    expect(words(waveOf(scene, {}, "rest"))).toBe("pending: a of canary is not in stabilize yet");
  });

  it("goes by the numbers of the waves", () => {
    const scene = { active: [waiting("a"), c], policy: policy({ waves: waves.toReversed() }) };
    expect(words(waveOf(scene))).toBe("pending: a of canary is not in stabilize yet");
  });

  it("says how many cycles lack", () => {
    expect(waveOf({ active: [stable("a"), c] }, { a: "s" })?.measurements).toEqual({ required: 2, least: 1 });
  });

  it("waits where no repo is left", () => {
    const found = judge({ active: [waiting("a")], records: [hold(1, "a")] }).of("wave");
    expect(brief(found)).toBe("pending: no repo is left");
  });
});

describe("the gate diff-scope", () => {
  it.each<[NonNullable<Parameters<typeof judge>[2]>, string]>([
    [{}, "pending: there is no proposal yet"],
    [{ diff: { ok: true } }, "success: it changes what the tool writes, and nothing else"],
    [{ diff: { ok: false, message: "README.md is not ours" } }, "failure: README.md is not ours"],
  ])("with %j", (own, expected) => {
    const found = judge({}, {}, own).of("diff-scope");
    expect(brief(found)).toBe(expected);
    expect(found.turnedBy).toBe(
      found.result === "failure" ? "take the other changes out of the branch" : undefined,
    );
  });
});

const state = (
  result: ApprovalState["result"],
  missing: string[] = [],
  needsEach = false,
): ApprovalState => ({
  needsEach,
  result,
  description: "as counted",
  missing,
  responses: [
    { response: response(), user: "ada", because: undefined },
    { response: response(), user: "bob", because: "it has run out" },
    { response: response(), user: "eve", because: "it is no approver of this policy" },
  ],
});

describe("the gate approval", () => {
  it.each(["success", "failure", "pending"] as const)("is what the responses come to: %s", (result) => {
    const found = judge({}, {}, { approval: state(result) }).of("approval");
    expect(brief(found)).toBe(`${result}: as counted`);
    expect(found.measurements).toEqual({ approvals: 1 });
    expect(found.turnedBy).toBeUndefined();
  });

  it("says who can turn it", () => {
    const found = judge({}, {}, { approval: state("pending", ["ada", "bob"]) }).of("approval");
    expect(found.turnedBy).toBe("coulomb approve by ada or bob");
    const both = judge({}, {}, { approval: state("pending", ["ada", "bob"], true) }).of("approval");
    expect(both.turnedBy).toBe("coulomb approve by ada and bob");
  });

  it.each<[string, object[], number, string]>([
    ["one of several", [{ user: "ada" }, { user: "bob" }], 1, "ada or bob"],
    ["two of several", [{ user: "ada" }, { user: "bob" }, { user: "eve" }], 2, "ada or bob or eve, 2 in all"],
    ["who is required", [{ user: "ada" }, { user: "bob", required: true }], 1, "bob"],
    ["who is required, and one more", [{ user: "ada" }, { user: "bob", required: true }], 2, "bob, 2 in all"],
    [
      "each who is required",
      [
        { user: "ada", required: true },
        { user: "bob", required: true },
      ],
      2,
      "ada and bob",
    ],
  ])("says before anybody was asked that it takes %s", (_what, approvers, least, expected) => {
    const approvals = [{ name: "regulator", approvers, min_approvals: least }];
    const found = judge({ policy: policy({ approvals }) }).of("approval");
    expect(found.turnedBy).toBe(`coulomb approve by ${expected}`);
  });

  it("is not asked for by every policy, and inconclusive where it is not defined", () => {
    const none = policy({ phases: phases({ approval: undefined }) });
    expect(brief(judge({ policy: none }).of("approval"))).toBe("success: the policy asks for none");
    for (const approvals of [undefined, [{ name: "other", approvers: [{ user: "ada" }], min_approvals: 1 }]])
      expect(
        brief(judge({ policy: policy({ approvals }) }, {}, { approval: state("success") }).of("approval")),
      ).toBe("inconclusive: the policy has no approval regulator");
    expect(judge().of("approval")).toMatchObject({
      result: "pending",
      description: "nobody was asked yet",
      turnedBy: "coulomb approve by ada",
    });
  });
});

describe("the gate window", () => {
  const open = { name: "office", kind: "allow", cron: "0 17 * * *", duration: "PT1H" };
  const shut = { ...open, cron: "0 9 * * 1-4" };
  const freeze = { name: "freeze", kind: "deny", cron: "0 0 * * *", duration: "PT24H" };

  it.each<[object[] | undefined, string, string | undefined]>([
    [undefined, "success: a promotion may be merged now", undefined],
    [[open], "success: a promotion may be merged now", undefined],
    [[shut], "pending: office keeps it shut; it opens 2026-06-22T07:00:00Z", "time: 2026-06-22T07:00:00Z"],
    [[open, freeze], "pending: freeze keeps it shut; it opens never", "promotion_windows of cadence.yaml"],
    [[{ ...freeze, applies_to: ["sync"] }], "success: a promotion may be merged now", undefined],
  ])("with %j", (promotionWindows, expected, turnedBy) => {
    const found = judge({ policy: policy({ promotion_windows: promotionWindows }) }).of("window");
    expect(brief(found)).toBe(expected);
    expect(found.turnedBy).toBe(turnedBy);
  });
});

describe("demotionGatesOf", () => {
  it("asks for sound files and a sound diff, whatever is suspended, shut or held", () => {
    const shut = { name: "never", kind: "deny", cron: "0 0 * * *", duration: "PT24H" };
    const facts = factsOf({
      active: [stable("a")],
      policy: policy({ suspend: true, promotion_windows: [shut] }),
      records: [hold(1, "a")],
      definitions: [...ramp(), activity("extra", "metrics", "1 * * * *")],
    });
    const candidates = candidatesOf(facts);
    const attempt = { from: "stabilize", to: "bootstrap", wave: undefined, targets: candidates, leftOut: [] };
    const found = (diff: Parameters<typeof demotionGatesOf>[0]["diff"]) =>
      demotionGatesOf({ ...facts, candidates, diff, approval: undefined }, attempt);
    expect(found({ ok: true }).map(({ key, result }) => [key, result])).toEqual([
      ["definitions-ready", "success"],
      ["schedule-valid", "success"],
      ["diff-scope", "success"],
    ]);
    expect(found(undefined).map(({ result }) => result)).toEqual(["success", "success", "pending"]);
    expect(found({ ok: false, message: "x" }).map(({ result }) => result)).toEqual([
      "success",
      "success",
      "failure",
    ]);
  });
});
