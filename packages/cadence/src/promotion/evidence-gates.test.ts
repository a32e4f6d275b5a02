import { describe, expect, it } from "vitest";
import { candidatesOf, type PhaseEvidence, possibleAttempts } from "./attempt.ts";
import { chosen, criterion, judged } from "./evidence.fixture.ts";
import { exits, meetsExits } from "./evidence-gates.ts";
import { brief, judge, two } from "./gates.fixture.ts";
import { aggregate, mayOpen } from "./gates.ts";
import { factsOf, phases, policy, record, type Scene } from "./promotion.fixture.ts";

const withResult = (...results: PhaseEvidence["results"]) => ({
  phases: { bootstrap: { ...judged({ a: "sss" }), results } },
});

describe("an exit criterion", () => {
  it.each(["success", "failure", "inconclusive", "pending"] as const)("has its own result: %s", (result) => {
    const found = judge(withResult(chosen(result)));
    expect(found.of("cycles-clean")).toMatchObject({ result, enforced: true });
    expect(mayOpen(found.gates)).toBe(result === "success");
    expect(aggregate(found.gates)).toBe(result === "success" ? "pending" : result);
  });

  it.each(["success", "failure", "inconclusive", "pending"] as const)(
    "that is a dry run is shown and does not count: %s",
    (result) => {
      const found = judge(withResult(chosen(result, { enforcement: "dry_run" })));
      expect(found.of("cycles-clean")).toMatchObject({ result, enforced: false });
      expect(mayOpen(found.gates)).toBe(true);
      expect(aggregate(found.gates)).toBe("pending");
    },
  );

  it("that nothing was computed for is inconclusive, and counts", () => {
    for (const scene of [withResult(), withResult(chosen("success", { key: "other" })), { phases: {} }])
      expect(judge(scene).of("cycles-clean")).toMatchObject({
        result: "inconclusive",
        description: "there is no evidence of it",
        enforced: true,
      });
  });

  it.each<[string, PhaseEvidence["results"], boolean]>([
    ["success", [chosen("success")], true],
    ["failure", [chosen("failure")], false],
    ["inconclusive", [chosen("inconclusive")], false],
    ["pending", [chosen("pending")], false],
    ["a failure that only is shown", [chosen("failure", { enforcement: "dry_run" })], true],
    ["nothing", [], false],
    ["another's success", [chosen("success", { key: "other" })], false],
  ])("is met or not, as its gate says: %s", (_what, results, expected) => {
    const facts = factsOf(withResult(...results));
    const cadence = facts.documents.loops[0]?.cadence?.value;
    const [attempt] = possibleAttempts(facts, candidatesOf(facts));
    if (cadence === undefined || attempt === undefined) throw new Error("the scene has no attempt");
    expect(meetsExits(facts, cadence, attempt)).toBe(expected);
    const own = exits(facts, cadence, attempt).filter(({ enforced }) => enforced);
    expect(own.every(({ result }) => result === "success")).toBe(expected);
  });

  it("of two is met when both are", () => {
    const analyses = [criterion(), criterion({ key: "long" })];
    const both = policy({ analyses, phases: phases({ exit: ["cycles-clean", "long"] }) });
    const met = (...results: PhaseEvidence["results"]) => {
      const facts = factsOf({ policy: both, ...withResult(...results) });
      const cadence = facts.documents.loops[0]?.cadence?.value;
      const [attempt] = possibleAttempts(facts, candidatesOf(facts));
      return cadence !== undefined && attempt !== undefined && meetsExits(facts, cadence, attempt);
    };
    expect(met(chosen("success"), chosen("success", { key: "long" }))).toBe(true);
    expect(met(chosen("success"), chosen("pending", { key: "long" }))).toBe(false);
    expect(met(chosen("failure"), chosen("success", { key: "long" }))).toBe(false);
  });

  it("is no gate where the phase asks for none", () => {
    const { gates } = judge({ policy: policy({ phases: phases({ exit: undefined }) }) });
    expect(gates.map(({ key }) => key)).not.toContain("cycles-clean");
  });

  it.each<[string, string, string]>([
    ["sss", "3 of 3 cycles in a row", "success"],
    ["sssss", "3 of 3 cycles in a row", "success"],
    ["ss", "2 of 3 cycles in a row: more cycles are wanted", "pending"],
    [
      "sfs",
      "1 of 3 cycles in a row: more cycles are wanted (a 2026-06-18T14:00:00Z: intervention)",
      "pending",
    ],
    ["ssf", "0 of 3 cycles in a row: a cycle failed (a 2026-06-18T15:00:00Z: intervention)", "failure"],
    [
      "ssi",
      "0 of 3 cycles in a row: a cycle could not be judged (a 2026-06-18T15:00:00Z: unreadable)",
      "inconclusive",
    ],
    ["p", "0 of 3 cycles in a row: no cycle is known yet", "pending"],
    ["", "0 of 3 cycles in a row: no cycle is known yet", "pending"],
  ])("after %j says %s", (letters, description, result) => {
    const found = judge({ phases: { bootstrap: judged({ a: letters }) } }).of("cycles-clean");
    expect([found.description, found.result]).toEqual([description, result]);
    const streak = Number(description[0]);
    expect(found.measurements).toEqual({ streak, limit: 3, needed: 1 });
  });

  it("says what else it waits for", () => {
    const few = criterion({ availability: { minimum_repos: 2 } });
    const old = criterion({ max_age: "PT10M" });
    const scene = (analysis: typeof few) => ({
      policy: policy({ analyses: [analysis] }),
      phases: { bootstrap: judged({ a: "sss-" }, { analyses: [analysis] }) },
    });
    expect(judge(scene(few)).of("cycles-clean").description).toBe(
      "0 of 3 cycles in a row: too few repos are in the phase",
    );
    const late = { ...scene(old), phases: { bootstrap: judged({ a: "sss" }, { analyses: [old] }) } };
    expect(judge(late).of("cycles-clean").description).toBe(
      "3 of 3 cycles in a row: the newest cycle is too old",
    );
  });

  it("is also the target's own where each repo is judged: who lags behind is not carried by another", () => {
    const analysis = criterion({ availability: { minimum_repos: 1 } });
    const scene = (a: string) => ({
      active: [
        { repo: "a", wave: 0 },
        { repo: "b", wave: 1 },
      ],
      policy: policy({ analyses: [analysis] }),
      phases: { bootstrap: judged({ a, b: "sss" }, { analyses: [analysis] }) },
    });
    expect(judge(scene("sss")).of("cycles-clean").result).toBe("success");
    for (const [letters, result] of [
      ["fss", "pending"],
      ["ssf", "failure"],
      ["ssi", "inconclusive"],
    ] as const) {
      const found = judge(scene(letters));
      expect(found.attempt.targets.map(({ repo }) => repo.repo)).toEqual(["a"]);
      expect(found.of("cycles-clean").result).toBe(result);
    }
    expect(judge(scene("ssf")).of("cycles-clean").description).toBe(
      "0 of 3 cycles in a row: a cycle failed (a 2026-06-18T15:00:00Z: intervention)",
    );
  });

  it("names who broke a cycle, and how many repos are needed", () => {
    const analysis = criterion({ scope: "fleet" });
    const scene = {
      active: two,
      policy: policy({ analyses: [analysis] }),
      phases: { bootstrap: judged({ a: "sss", b: "ssf" }, { analyses: [analysis] }) },
    };
    expect(judge(scene).of("cycles-clean").description).toBe(
      "0 of 3 cycles in a row: a cycle failed (b 2026-06-18T15:00:00Z: intervention)",
    );
    const enough = criterion({ availability: { minimum_repos: 1 } });
    const both = {
      active: two,
      policy: policy({ analyses: [enough] }),
      phases: { bootstrap: judged({ a: "sss", b: "sss" }, { analyses: [enough] }) },
    };
    expect(judge(both).of("cycles-clean").measurements).toEqual({ streak: 3, limit: 3, needed: 1 });
  });

  it("of a target that its evidence does not know is inconclusive", () => {
    const analysis = criterion({ availability: { minimum_repos: 1 } });
    const scene = {
      policy: policy({ analyses: [analysis] }),
      phases: { bootstrap: judged({ other: "sss" }, { analyses: [analysis] }) },
    };
    expect(judge(scene).of("cycles-clean").result).toBe("inconclusive");
  });
});

const showing = (letters: Readonly<Record<string, string>>) => ({ phases: { bootstrap: judged(letters) } });

const asks = (required: number, more: Scene = {}): Scene => ({
  policy: policy({ phases: phases({ required_soak_cycles: required }) }),
  ...more,
});

describe("the soak of a phase", () => {
  it.each<[number, string, string]>([
    [0, "", "success: none is asked for"],
    [0, "f", "success: none is asked for"],
    [3, "ssss", "success: 4 of 3 cycles"],
    [3, "sss", "success: 3 of 3 cycles"],
    [3, "ss", "pending: 2 of 3 cycles in bootstrap: a"],
    [2, "sssf", "pending: 0 of 2 cycles in bootstrap: a"],
    [2, "ssfs", "pending: 1 of 2 cycles in bootstrap: a"],
    [2, "ssis", "pending: 1 of 2 cycles in bootstrap: a"],
    [2, "nss", "success: 2 of 2 cycles"],
    [2, "sns", "pending: 1 of 2 cycles in bootstrap: a"],
    [2, "ssp", "success: 2 of 2 cycles"],
    [1, "", "pending: 0 of 1 cycles in bootstrap: a"],
  ])("of %i cycles after %j is %s", (required, letters, expected) => {
    const found = judge(asks(required, showing({ a: letters }))).of("soak");
    expect(brief(found)).toBe(expected);
    expect(found.measurements?.required).toBe(required);
  });

  it("is that of the target that has shown least", () => {
    const free = { policy: policy({ phases: phases({ required_soak_cycles: 4, exit: [] }) }), active: two };
    const found = judge({ ...free, ...showing({ a: "ssss", b: "-sss" }) }).of("soak");
    expect(found).toMatchObject({
      description: "3 of 4 cycles in bootstrap: b",
      turnedBy: "1 more successful cycles",
      measurements: { required: 4, least: 3 },
    });
    const both = judge({ ...free, ...showing({ a: "--ss", b: "-sss" }) }).of("soak");
    expect(brief(both)).toBe("pending: 2 of 4 cycles in bootstrap: a, b");
  });

  it("counts from when the repo came", () => {
    const since = { since: { a: "2026-06-18T13:30:00Z" } };
    const found = judge(asks(3, { phases: { bootstrap: judged({ a: "sss" }, since) } })).of("soak");
    expect(brief(found)).toBe("pending: 2 of 3 cycles in bootstrap: a");
  });

  it("waits where no repo is left, or nothing is known", () => {
    const hold = record(1, ["a"], { direction: "hold", trigger: "person" });
    expect(brief(judge(asks(0, { records: [hold] })).of("soak"))).toBe("pending: no repo is left");
    expect(brief(judge(asks(1, { phases: {} })).of("soak"))).toBe("pending: 0 of 1 cycles in bootstrap: a");
  });
});
