import { describe, expect, it } from "vitest";
import { definitionDigest } from "../digests.ts";
import { activity, opsDocuments, ramp } from "../ops-documents.fixture.ts";
import type { Attempt } from "./attempt.ts";
import type { PromotionFacts } from "./decide.ts";
import { repoId } from "./evidence.fixture.ts";
import { type Gate, gateKeys } from "./gate.ts";
import { brief, judge, named, two } from "./gates.fixture.ts";
import {
  aggregate,
  demotionGatesOf,
  type GateFacts,
  gatesOf,
  mayOpen,
  type RepoSync,
  type Soundness,
} from "./gates.ts";
import { factsOf, phases, policy, record, type Scene } from "./promotion.fixture.ts";

describe("gatesOf", () => {
  it("computes every gate, in the order in which they lead", () => {
    expect(judge().gates.map(({ key, result, enforced }) => [key, result, enforced])).toEqual([
      ["not-suspended", "success", true],
      ["not-held", "success", true],
      ["definitions-ready", "success", true],
      ["schedule-valid", "success", true],
      ["in-sync", "success", true],
      ["cycles-clean", "success", true],
      ["soak", "success", true],
      ["wave", "success", true],
      ["diff-scope", "pending", true],
      ["approval", "pending", true],
      ["window", "success", true],
    ]);
  });

  it("has beside the exit criteria the gates whose names no analysis may have", () => {
    const keys = judge().gates.map(({ key }) => key);
    expect(keys.filter((key) => key !== "cycles-clean")).toEqual(gateKeys);
  });

  it("is inconclusive where the policy cannot be read", () => {
    const { attempt } = judge();
    const facts = { ...factsOf(), candidates: [], diff: undefined, approval: undefined };
    const blind = { ...facts, documents: opsDocuments({ loops: [] }) };
    const words = "inconclusive: the cadence policy cannot be read";
    expect(gatesOf(blind, attempt).map(brief)).toEqual([words]);
    expect(gatesOf(blind, attempt).map(({ key }) => key)).toEqual(["not-suspended"]);
    expect(demotionGatesOf(blind, attempt).map(brief)).toEqual([words]);
    expect(demotionGatesOf(blind, attempt).map(({ key }) => key)).toEqual(["definitions-ready"]);
  });
});

const gate = (result: Gate["result"], enforced = true): Gate => ({
  key: "x",
  result,
  description: "",
  enforced,
});

describe("aggregate", () => {
  it.each<[Gate["result"][], Gate["result"]]>([
    [["success", "pending", "inconclusive", "failure"], "failure"],
    [["success", "inconclusive", "pending"], "inconclusive"],
    [["pending", "success"], "pending"],
    [["success", "success"], "success"],
    [[], "pending"],
  ])("of %j is %s", (results, expected) => {
    expect(aggregate(results.map((each) => gate(each)))).toBe(expected);
  });

  it("takes nothing from what is only shown", () => {
    expect(aggregate([gate("success"), gate("failure", false)])).toBe("success");
    expect(aggregate([gate("pending"), gate("success", false)])).toBe("pending");
    expect(aggregate([gate("success", false)])).toBe("pending");
  });
});

describe("mayOpen", () => {
  it("asks for all but the proposal's own gates", () => {
    const { gates } = judge();
    const set = (key: string, part: Partial<Gate>) =>
      gates.map((each) => (each.key === key ? { ...each, ...part } : each));
    expect(mayOpen(gates)).toBe(true);
    for (const key of ["diff-scope", "approval", "window"])
      expect([key, mayOpen(set(key, { result: "failure" }))]).toEqual([key, true]);
    for (const { key } of gates.slice(0, 8)) {
      expect([key, mayOpen(set(key, { result: "pending" }))]).toEqual([key, false]);
      expect([key, mayOpen(set(key, { result: "pending", enforced: false }))]).toEqual([key, true]);
    }
  });
});

describe("the gate not-suspended", () => {
  it.each<[unknown, string]>([
    [undefined, "success: promotions are not suspended"],
    [false, "success: promotions are not suspended"],
    [true, "pending: the loop is suspended"],
    [{ reason: "audit" }, "pending: the loop is suspended: audit"],
    [
      { reason: "audit", until: "2026-06-18T15:30:01Z" },
      "pending: the loop is suspended until 2026-06-18T15:30:01Z: audit",
    ],
    [{ reason: "audit", until: "2026-06-18T15:30:00Z" }, "success: promotions are not suspended"],
  ])("with suspend: %j", (suspend, expected) => {
    const found = judge({ policy: policy({ suspend }) }).of("not-suspended");
    expect(brief(found)).toBe(expected);
    expect(found.turnedBy).toBe(found.result === "success" ? undefined : "suspend: false in cadence.yaml");
  });
});

describe("the gate not-held", () => {
  const hold = record(1, ["a"], { direction: "hold", trigger: "person" });

  it("names who is left out", () => {
    expect(brief(judge({ active: two, records: [hold] }).of("not-held"))).toBe(
      "success: left out: a is held by PROM-0001",
    );
    expect(brief(judge().of("not-held"))).toBe("success: no target is held");
  });

  it("waits where nobody is left", () => {
    const found = judge({ records: [hold] }).of("not-held");
    expect(brief(found)).toBe("pending: a is held by PROM-0001");
    expect(found.turnedBy).toBe("coulomb hold --release, or the end of the cooldown");
  });

  it("joins the reasons", () => {
    const both = record(1, ["a", "b"], { direction: "hold", trigger: "person" });
    const scene = judge({ active: two, records: [both] });
    expect(scene.of("not-held").description).toBe("a is held by PROM-0001; b is held by PROM-0001");
    const nobody: Attempt = { ...scene.attempt, leftOut: [] };
    const facts = { ...factsOf(), candidates: [], diff: undefined, approval: undefined };
    expect(brief(named(gatesOf(facts, nobody), "not-held"))).toBe("pending: no repo is left");
  });
});

const gated = (proof: object[], requires = ["smoke_test", "dry_run", "regulator_approval"]) => [
  ...ramp().slice(0, 5),
  activity("daily-optimization", "optimization", "0 10 * * *", {
    phase: "stabilize",
    enable_gate: { requires, proof },
  }),
];

describe("the gate definitions-ready", () => {
  const digest = (() => {
    const placed = opsDocuments({ definitions: gated([]) }).definitions.at(-1);
    return placed === undefined ? "" : definitionDigest(placed.value, placed.body);
  })();
  const proof = (kind: string, of = digest) => ({ kind, ref: "runs/1", digest: of });

  it.each<[string, Scene, Partial<PromotionFacts>, string]>([
    [
      "that are proved",
      { definitions: gated([proof("smoke_test"), proof("dry_run")]) },
      {},
      "success: 3 definitions of stabilize are proved",
    ],
    [
      "that need only the regulator",
      { definitions: gated([], ["regulator_approval"]) },
      {},
      "success: 3 definitions of stabilize are proved",
    ],
    ["without a gate", {}, {}, "success: 3 definitions of stabilize are proved"],
    [
      "that lack every proof",
      { definitions: gated([]) },
      {},
      "failure: daily-optimization lacks the proof of smoke_test and dry_run for its digest",
    ],
    [
      "with a proof of an older digest",
      { definitions: gated([proof("smoke_test", "0".repeat(64)), proof("dry_run")]) },
      {},
      "failure: daily-optimization lacks the proof of smoke_test for its digest",
    ],
    [
      "of which one is missing",
      { definitions: ramp().slice(0, 5) },
      {},
      "failure: daily-optimization is missing",
    ],
    [
      "of a phase that lists none",
      { policy: policy({ phases: phases({}, { definitions: [] }) }) },
      {},
      "success: 0 definitions of stabilize are proved",
    ],
    [
      "that were not compiled",
      {},
      { definitions: new Map([["daily-coach", { ok: true }]]) },
      "inconclusive: daily-metrics was not compiled; daily-optimization was not compiled",
    ],
    [
      "that do not compile",
      {},
      { definitions: new Map([["daily-coach", { ok: false, message: "no such agent" }]]) },
      "failure: daily-metrics was not compiled; daily-coach: no such agent; daily-optimization was not compiled",
    ],
  ])("judges definitions %s", (_what, scene, more, expected) => {
    const found = judge(scene, more).of("definitions-ready");
    expect(brief(found)).toBe(expected);
    expect(found.turnedBy).toBe(
      found.result === "success"
        ? undefined
        : "try them, then coulomb activity prove --phase stabilize --kind <kind> --ref <where>, and coulomb activity compile",
    );
  });
});

const both = (what: Soundness): GateFacts["schedules"] =>
  new Map([
    [`${repoId("a")} stabilize`, what],
    [`${repoId("b")} stabilize`, { ok: true }],
  ]);

describe("the gates of the targets", () => {
  it.each<[string, Soundness, string]>([
    ["valid", { ok: true }, "success: the schedule each target would get is valid"],
    ["flawed", { ok: false, message: "two crons" }, "failure: a: two crons"],
  ])("schedule-valid: one that is %s", (_what, sound, expected) => {
    const found = judge({ active: two }, { schedules: both(sound) }).of("schedule-valid");
    expect(brief(found)).toBe(expected);
  });

  it("schedule-valid: several that are flawed", () => {
    const flawed = { ok: false, message: "two crons" } as const;
    const schedules: GateFacts["schedules"] = new Map(
      ["a", "b"].map((name) => [`${repoId(name)} stabilize`, flawed]),
    );
    expect(judge({ active: two }, { schedules }).of("schedule-valid").description).toBe(
      "a: two crons; b: two crons",
    );
  });

  it("schedule-valid: one that was not computed, or only for another phase", () => {
    const schedules: GateFacts["schedules"] = new Map([[`${repoId("a")} bootstrap`, { ok: true }]]);
    const found = judge({}, { schedules }).of("schedule-valid");
    expect(brief(found)).toBe("inconclusive: a: its schedule could not be computed");
    expect(found.turnedBy).toBe("correct the schedule file in that repo");
  });

  const merging = "merge the open schedule proposals; coulomb reconcile";
  const turning: Readonly<Record<RepoSync["state"], string | undefined>> = {
    in_sync: undefined,
    waiting: merging,
    opted_out: merging,
    unknown: merging,
    declined:
      "coulomb requests label a coulomb:reopen, which offers it again; or coulomb hold a --reason …, which goes on without it",
  };

  it.each<[RepoSync["state"], string]>([
    ["in_sync", "success: every target is as desired"],
    ["waiting", "pending: a: why"],
    ["opted_out", "pending: a: why"],
    ["declined", "pending: a of canary declined its schedule for bootstrap"],
    ["unknown", "inconclusive: a: why"],
  ])("in-sync: %s", (state, expected) => {
    const sync: GateFacts["sync"] = new Map([
      [repoId("a"), { state, message: "why" }],
      [repoId("b"), { state: "in_sync", message: "" }],
    ]);
    const found = judge({ active: two }, { sync }).of("in-sync");
    expect(brief(found)).toBe(expected);
    expect(found.turnedBy).toBe(turning[state]);
  });

  it("in-sync: one that declined, and another that waits", () => {
    const sync: GateFacts["sync"] = new Map([
      [repoId("a"), { state: "waiting", message: "PR 7 is open" }],
      [repoId("b"), { state: "declined", message: "" }],
    ]);
    const found = judge({ active: two }, { sync }).of("in-sync");
    expect(brief(found)).toBe("pending: a: PR 7 is open; b of canary declined its schedule for bootstrap");
    expect(found.measurements).toEqual({ declined: true });
    expect(found.turnedBy).toBe(
      `${merging}; coulomb requests label b coulomb:reopen, which offers it again; or coulomb hold b --reason …, which goes on without it`,
    );
  });

  it("in-sync: one of no wave that declined, beside one that waits for the same", () => {
    const alone = {
      active: [{ repo: "d", wave: 7 }],
      policy: policy({ waves: [{ name: "canary", select: { wave: 0 } }] }),
    };
    const sync: GateFacts["sync"] = new Map([[repoId("d"), { state: "declined", message: "" }]]);
    expect(brief(judge(alone, { sync }).of("in-sync"))).toBe(
      "pending: d declined its schedule for bootstrap",
    );
  });

  it("in-sync: what turns several is said once, and none of them measures anything", () => {
    const waiting = { state: "waiting", message: "why" } as const;
    const sync: GateFacts["sync"] = new Map([
      [repoId("a"), waiting],
      [repoId("b"), waiting],
    ]);
    const found = judge({ active: two }, { sync }).of("in-sync");
    expect(found.turnedBy).toBe(merging);
    expect(found).not.toHaveProperty("measurements");
  });

  it("in-sync: one that nobody observed, and the worst of several", () => {
    const sync: GateFacts["sync"] = new Map([[repoId("a"), { state: "waiting", message: "PR 7 is open" }]]);
    expect(brief(judge({ active: two }, { sync }).of("in-sync"))).toBe(
      "inconclusive: a: PR 7 is open; b: not observed",
    );
  });
});
