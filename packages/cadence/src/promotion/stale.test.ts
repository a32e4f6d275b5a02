import type { Evidence, Promotion } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { evidenceDigest } from "../evidence/cut.ts";
import { decidePromotion, type OpenPromotion } from "./decide.ts";
import { criterion, type EvidenceParts, judged, repoId } from "./evidence.fixture.ts";
import { factsOf, opened, phases, policy, response, type Scene } from "./promotion.fixture.ts";

const hour = 3_600_000;
const approved = { responses: [response()] };

/** The action and the reason when a proposal, changed by whoever can push to its branch, meets the facts of a scene. */
function meets(open: OpenPromotion, scene: Scene) {
  const { action, because } = decidePromotion({ ...factsOf(scene), open });
  return because === undefined ? action : `${action}: ${because}`;
}

/** A proposal with other evidence, which its record names. */
function pinnedAs({ record, evidence }: OpenPromotion, part: Partial<Evidence>): Partial<OpenPromotion> {
  const other = { ...evidence, ...part };
  return { evidence: other, record: { ...record, evidence_digest: evidenceDigest(other) } };
}

const target = (name: string, to = "stabilize") => ({ repo: repoId(name), from: "bootstrap", to });

/** What is said of a gate of a record that is not what a run writes. */
const said = (key: string) => `its record says of the gate ${key} what no run would`;

describe("a record that no run would have written", () => {
  const waves = [
    { name: "canary", select: { wave: 0 }, max_concurrency: 1 },
    { name: "rest", select: { wave: 1 } },
  ];

  const whole: Scene = {
    active: ["a", "b", "c", "d"].map((repo, at) => ({ repo, wave: [0, 0, 1, 7][at] })),
    policy: policy({ waves }),
  };

  it("is not what the fixture makes", () => {
    expect(meets(opened(factsOf(whole), approved), whole)).toBe("merge");
  });

  it.each<[string, Partial<Promotion>, string]>([
    [
      "skips a phase",
      { to: "operate", targets: [target("a", "operate")] },
      "operate is not the phase after bootstrap",
    ],
    [
      "goes nowhere",
      { to: "bootstrap", targets: [target("a", "bootstrap")] },
      "bootstrap is not the phase after bootstrap",
    ],
    [
      "has a target that goes elsewhere",
      { targets: [target("a", "operate")] },
      "a target goes elsewhere than its record",
    ],
    [
      "has a target that goes nowhere",
      { targets: [{ repo: repoId("a"), from: "bootstrap" }] },
      "a target goes elsewhere than its record",
    ],
    [
      "has a target that comes from elsewhere",
      { targets: [{ repo: repoId("a"), from: "stabilize", to: "stabilize" }] },
      "a target goes elsewhere than its record",
    ],
    [
      "takes more than its wave allows",
      { targets: [target("a"), target("b")] },
      "it has more targets than its wave allows",
    ],
    [
      "takes a repo of a later wave",
      { targets: [target("c")] },
      "a target is of another wave than its record",
    ],
    ["takes a repo of no wave", { targets: [target("d")] }, "a target is of another wave than its record"],
    ["names a wave that is not there", { wave: "all" }, "a target is of another wave than its record"],
    [
      "comes from a phase that is not there, to the first",
      { from: "trial", to: "bootstrap", targets: [] },
      "bootstrap is not the phase after trial",
    ],
    [
      "has one of two targets that goes elsewhere",
      { targets: [target("a"), target("b", "operate")] },
      "a target goes elsewhere than its record",
    ],
    [
      "has one of two targets of another wave",
      { targets: [target("a"), target("c")] },
      "a target is of another wave than its record",
    ],
    [
      "names a wave for what is of none",
      { wave: "all", targets: [target("d")] },
      "a target is of another wave than its record",
    ],
    ["is a demotion", { direction: "demote" }, "its record is no promotion of this loop"],
    ["is of another loop", { loop: "other" }, "its record is no promotion of this loop"],
    ["has another number", { id: "PROM-0009" }, "its record is not the next one"],
    [
      "comes from a phase that is not there",
      { from: "trial", targets: [] },
      "stabilize is not the phase after trial",
    ],
  ])("that %s is made anew", (_what, part, because) => {
    const open = opened(factsOf(whole), approved);
    expect(meets({ ...open, record: { ...open.record, ...part } }, whole)).toBe(`update: ${because}`);
  });

  const recordOf = () => opened(factsOf(whole), approved).record;
  const withGate = (key: string, part: Partial<Promotion["gates"][number]>) => ({
    gates: recordOf().gates.map((each) => (each.key === key ? { ...each, ...part } : each)),
  });

  it.each<[string, Partial<Promotion>, string]>([
    ["is by another", { proposed_by: "ceo" }, "its record is not by this installation, on evidence"],
    ["is on no evidence", { trigger: "person" }, "its record is not by this installation, on evidence"],
    [
      "is from the future",
      { proposed_at: "2099-06-18T15:30:00.000Z" },
      "its record is from the future: 2099-06-18T15:30:00.000Z",
    ],
    [
      "is older than its evidence",
      { proposed_at: "2026-06-18T10:00:00.000Z" },
      "its record is older than its evidence: 2026-06-18T10:00:00.000Z",
    ],
    ["has no gates", { gates: [] }, said("not-suspended")],
    ["lacks its last gate", { gates: recordOf().gates.slice(0, -1) }, said("window")],
    [
      "has one more",
      { gates: [...recordOf().gates, { key: "luck", result: "success", description: "" }] },
      "its record has gates that the policy has not",
    ],
    ["has them in another order", { gates: recordOf().gates.toReversed() }, said("not-suspended")],
    ["has a gate that failed", withGate("soak", { result: "failure" }), said("soak")],
    [
      "has another number for its soak",
      withGate("soak", { measurements: { required: 0, least: -1 } }),
      said("soak"),
    ],
    ["has a soak without numbers", withGate("soak", { measurements: {} }), said("soak")],
    ["has another soak", withGate("soak", { description: "99 of 1 cycles" }), said("soak")],
    ["has other words", withGate("in-sync", { description: "all is well" }), said("in-sync")],
    ["has others that are held", withGate("not-held", { description: "trust me" }), said("not-held")],
    ["has a gate that is held", withGate("not-held", { result: "pending" }), said("not-held")],
    ["has a gate that counts no more", withGate("wave", { enforcement: "dry_run" }), said("wave")],
    [
      "has a better streak",
      withGate("cycles-clean", { measurements: { streak: 9, limit: 3, needed: 1 } }),
      said("cycles-clean"),
    ],
    [
      "has an easier criterion",
      withGate("cycles-clean", { measurements: { streak: 3, limit: 1, needed: 1 } }),
      said("cycles-clean"),
    ],
    [
      "has a criterion in other words",
      withGate("cycles-clean", { description: "9 of 3" }),
      said("cycles-clean"),
    ],
    ["has a criterion that is open", withGate("cycles-clean", { result: "pending" }), said("cycles-clean")],
    ["was approved before", withGate("approval", { result: "success" }), said("approval")],
    ["has another diff", withGate("diff-scope", { result: "pending" }), said("diff-scope")],
    ["has a window that failed", withGate("window", { result: "failure" }), said("window")],
  ])("that %s is made anew", (_what, part, because) => {
    const open = opened(factsOf(whole), approved);
    expect(meets({ ...open, record: { ...open.record, ...part } }, whole)).toBe(`update: ${because}`);
  });

  it("may tell who was left out, and that the window was shut", () => {
    const open = opened(factsOf(whole), approved);
    const parts = [
      withGate("not-held", { description: "left out: b is held by PROM-0001" }),
      withGate("window", { result: "pending", description: "office keeps it shut" }),
      { proposed_at: "2026-06-18T15:34:00.000Z" },
    ];
    for (const part of parts)
      expect(meets({ ...open, record: { ...open.record, ...part } }, whole)).toBe("merge");
  });

  it("that leaves out its wave is made anew, unless its targets are of none", () => {
    const { wave: _wave, ...record } = opened(factsOf(whole)).record;
    const open = { ...opened(factsOf(whole), approved), record };
    expect(meets(open, whole)).toBe("update: a target is of another wave than its record");
    const alone: Scene = { ...whole, active: [{ repo: "d", wave: 7 }] };
    expect(meets(opened(factsOf(alone), approved), alone)).toBe("merge");
  });
});

const later = (hours: number) => ({ asOf: Date.parse("2026-06-18T15:30:00Z") + hours * hour });

const broken = "update: cycles-clean was broken since, and was earned again";

const scene = (repos: Record<string, string>, parts: EvidenceParts = {}, more: Scene = {}): Scene => ({
  active: Object.keys(repos).map((repo) => ({ repo, wave: 0 })),
  phases: { bootstrap: judged(repos, parts) },
  ...more,
});

describe("pinned evidence", () => {
  it.each<[string, string, number, string]>([
    ["stands", "sss", 0, "merge"],
    ["stands after later successes", "ssssssss", 5, "merge"],
    ["stands while a cycle runs", "sssp", 1, "merge"],
    ["waits after a failure", "sssf", 1, "none"],
    ["waits while it is earned again", "sssfss", 3, "none"],
    ["is made anew once it is earned again", "sssfsss", 4, broken],
    ["is made anew once it is earned again after what was inconclusive", "sssisss", 4, broken],
  ])("%s: %j", (_what, letters, hours, expected) => {
    const open = opened(factsOf(scene({ a: "sss" })), approved);
    expect(meets(open, scene({ a: letters }, later(hours)))).toBe(expected);
  });

  it("is that of each target, where each repo is judged", () => {
    const analyses = [criterion({ availability: { minimum_repos: 1 } })];
    const own = { policy: policy({ analyses }) };
    const of = (repos: Record<string, string>, hours = 0) => scene(repos, { analyses, ...later(hours) }, own);
    const open = opened(factsOf(of({ a: "sss", b: "sss" })), approved);
    expect(meets(open, of({ a: "ssss", b: "ssss" }, 1))).toBe("merge");
    expect(meets(open, of({ a: "ssss", b: "sssf" }, 1))).toBe("none");
    expect(meets(open, of({ a: "sssssss", b: "sssfsss" }, 4))).toBe(broken);
  });

  it("is that of as many repos as are needed, targets or not", () => {
    const analyses = [criterion({ availability: { minimum_repos: 2 } })];
    const own = {
      policy: policy({ analyses }),
      active: ["a", "b", "c"].map((repo, wave) => ({ repo, wave: Math.min(wave, 1) })),
    };
    const of = (repos: Record<string, string>, hours = 0) => scene(repos, { analyses, ...later(hours) }, own);
    const open = opened(factsOf(of({ a: "sss", b: "sss", c: "s" })), approved);
    expect(meets(open, of({ a: "sssssss", b: "sssssss", c: "s----" }, 4))).toBe("merge");
    expect(meets(open, of({ a: "sssssss", b: "sssfsss", c: "s----" }, 4))).toBe(broken);
  });

  it("of two criteria stands as long as each has enough of it", () => {
    const analyses = [
      criterion(),
      criterion({ key: "long", close_deadline: "PT10M", consecutive_success_limit: 5 }),
    ];
    const own = { policy: policy({ analyses, phases: phases({ exit: ["cycles-clean", "long"] }) }) };
    const of = (letters: string, hours = 0) => scene({ a: letters }, { analyses, ...later(hours) }, own);
    const open = opened(factsOf(of("sssss")), approved);
    expect(meets(open, of("sssss"))).toBe("merge");
    expect(meets(open, of("ssssss", 1))).toBe("merge");
    expect(meets(open, of("sssssfsssss", 6))).toBe(broken);
  });

  it("of the fleet is that of the fleet's streak", () => {
    const analyses = [criterion({ scope: "fleet" })];
    const own = { policy: policy({ analyses }) };
    const of = (repos: Record<string, string>, hours = 0) => scene(repos, { analyses, ...later(hours) }, own);
    const open = opened(factsOf(of({ a: "sss", b: "sss" })), approved);
    expect(meets(open, of({ a: "ssss", b: "ssss" }, 1))).toBe("merge");
    expect(meets(open, of({ a: "sssssss", b: "sssfsss" }, 4))).toBe(broken);
  });

  it("is not broken by a dry run", () => {
    const analyses = [
      criterion(),
      criterion({ key: "shown", scope: "fleet", enforcement: "dry_run", on_missing: "fail" }),
    ];
    const own = { policy: policy({ analyses, phases: phases({ exit: ["shown"] }) }) };
    const of = (letters: string, hours = 0) => scene({ a: letters }, { analyses, ...later(hours) }, own);
    expect(meets(opened(factsOf(of("sss")), approved), of("sssfsss", 4))).toBe("merge");
  });

  it.each<[string, (open: OpenPromotion) => Partial<OpenPromotion>, string]>([
    [
      "has another digest",
      ({ evidence }) => ({ evidence: { ...evidence, tzdata: "other" } }),
      "the pinned evidence is not what the record says",
    ],
    [
      "is not named",
      ({ record: { evidence_digest: _left, ...record } }) => ({ record }),
      "the pinned evidence is not what the record says",
    ],
    [
      "lacks the criterion",
      (open) => pinnedAs(open, { analyses: [] }),
      "cycles-clean is not in the pinned evidence",
    ],
    [
      "lacks cycles",
      (open) => pinnedAs(open, { cycles: [] }),
      "cycles-clean was broken since, and was earned again",
    ],
    [
      "has a record that the ledger has not",
      (open) =>
        pinnedAs(open, { records: open.evidence.records.map((each) => ({ ...each, sent_by: "eve" })) }),
      "the pinned evidence holds what the ledger does not",
    ],
  ])("that %s is made anew", (_what, change, because) => {
    const open = opened(factsOf(), approved);
    expect(meets({ ...open, ...change(open) }, {})).toBe(`update: ${because}`);
  });

  it("hides nobody's part by leaving it out", () => {
    const approvals = [
      {
        name: "regulator",
        approvers: [{ user: "ada" }],
        min_approvals: 1,
        distinct_from: ["evidence_recorder"],
      },
    ];
    const own = scene({ a: "sss" }, { actor: "ada-agent" }, { policy: policy({ approvals }) });
    const open = opened(factsOf(own), approved);
    expect(meets(open, own)).toBe("ask");
    const evidence = { ...open.evidence, records: [] };
    const record = { ...open.record, evidence_digest: evidenceDigest(evidence) };
    expect(meets({ ...open, evidence, record }, own)).toBe("ask");
  });

  it("is not asked for by a phase without a criterion", () => {
    const own = scene({ a: "f" }, {}, { policy: policy({ phases: phases({ exit: undefined }) }) });
    const open = opened(factsOf(own), approved);
    const { evidence_digest: _left, ...record } = open.record;
    expect(meets({ ...open, record }, own)).toBe("merge");
    expect(meets(open, own)).toBe("merge");
  });
});
