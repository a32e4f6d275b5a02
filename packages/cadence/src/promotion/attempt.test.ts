import { describe, expect, it } from "vitest";
import { opsDocuments } from "../ops-documents.fixture.ts";
import { candidatesOf, policyOfLoop, possibleAttempts, wavesOf } from "./attempt.ts";
import { criterion, judged, repoId } from "./evidence.fixture.ts";
import { loopFacts, phases, policy, record, type Scene } from "./promotion.fixture.ts";

/** The possible attempts of a scene, in words. */
function attempts(scene: Scene): string[] {
  const facts = loopFacts(scene);
  return possibleAttempts(facts, candidatesOf(facts)).map(({ from, to, wave, targets, leftOut }) => {
    const names = targets.map(({ repo }) => repo.repo).join(" ");
    const left = leftOut.map(({ repo, because }) => ` | ${repo.slice(14)} ${because}`).join("");
    return `${from} > ${to} ${wave ?? "-"}: ${names}${left}`;
  });
}

const inWave = (wave: number, ...repos: string[]) => repos.map((repo) => ({ repo, wave }));
const hold = (number: number, repos: string[], more: object = {}) =>
  record(number, repos, { direction: "hold", trigger: "person", ...more });
const demotion = (repo: string, cooldown: number) =>
  record(1, [repo], { direction: "demote", from: "stabilize", to: "bootstrap", cooldown_cycles: cooldown });
const bootstrap = (letters: Record<string, string>) => ({ phases: { bootstrap: judged(letters) } });

describe("possibleAttempts", () => {
  it.each<[string, Scene, string[]]>([
    ["one repo", {}, ["bootstrap > stabilize canary: a"]],
    ["no repo", { active: [] }, []],
    ["a repo in the last phase", { active: [{ repo: "a", phase: "operate" }] }, []],
    [
      "several repos of one wave, by id",
      { active: inWave(0, "c", "a", "b") },
      ["bootstrap > stabilize canary: a b c"],
    ],
    [
      "two waves: the first comes first",
      { active: [...inWave(1, "a"), ...inWave(0, "b")] },
      ["bootstrap > stabilize canary: b"],
    ],
    ["an empty first wave", { active: inWave(1, "a", "b") }, ["bootstrap > stabilize rest: a b"]],
    [
      "a first wave that is past it",
      { active: [{ repo: "a", wave: 0, phase: "stabilize" }, ...inWave(1, "b")] },
      ["bootstrap > stabilize rest: b", "stabilize > operate canary: a"],
    ],
    [
      "a held repo of two",
      { active: inWave(0, "a", "b"), records: [hold(1, ["a"])] },
      ["bootstrap > stabilize canary: b | a held by PROM-0001"],
    ],
    [
      "a first wave that is held",
      { active: [...inWave(0, "a"), ...inWave(1, "b")], records: [hold(1, ["a"])] },
      ["bootstrap > stabilize rest: b | a held by PROM-0001"],
    ],
    [
      "all that are held",
      { active: inWave(0, "a", "b"), records: [hold(1, [], { all: true })] },
      ["bootstrap > stabilize -:  | a held by PROM-0001 | b held by PROM-0001"],
    ],
    [
      "a repo that cools down",
      { active: inWave(0, "a", "b"), records: [demotion("a", 5)], ...bootstrap({ a: "sfs", b: "sss" }) },
      ["bootstrap > stabilize canary: b | a cooling down for 2 more cycles"],
    ],
    [
      "one that has cooled down",
      { records: [demotion("a", 3)], ...bootstrap({ a: "sss" }) },
      ["bootstrap > stabilize canary: a"],
    ],
    [
      "one that was promoted, whatever its record says of a cooldown",
      { records: [record(1, ["a"], { cooldown_cycles: 9 })], ...bootstrap({ a: "sss" }) },
      ["bootstrap > stabilize canary: a"],
    ],
    [
      "a demoted one of whose cycles nothing is known",
      { records: [demotion("a", 2)], phases: {} },
      ["bootstrap > stabilize -:  | a cooling down for 2 more cycles"],
    ],
    [
      "a held one that also cools down",
      { records: [demotion("a", 9), hold(2, ["a"])] },
      ["bootstrap > stabilize -:  | a held by PROM-0002"],
    ],
    [
      "a policy without waves",
      { active: [...inWave(0, "a"), ...inWave(3, "b")], policy: policy({ waves: undefined }) },
      ["bootstrap > stabilize -: a b"],
    ],
    [
      "a repo of no wave: it comes last",
      { active: [...inWave(7, "a"), ...inWave(1, "b")] },
      ["bootstrap > stabilize rest: b"],
    ],
    ["repos of no wave alone", { active: inWave(7, "a", "b") }, ["bootstrap > stabilize -: a b"]],
    ["a loop without a policy", { policy: {} }, []],
  ])("of %s", (_what, scene, expected) => {
    expect(attempts(scene)).toEqual(expected);
  });

  it.each([
    [1, "a"],
    [2, "a b"],
    [3, "a b c"],
    [4, "a b c"],
  ])("take at most max_concurrency: %i", (most, names) => {
    const waves = [{ name: "canary", select: { wave: 0 }, max_concurrency: most }];
    expect(attempts({ active: inWave(0, "c", "a", "b"), policy: policy({ waves }) })).toEqual([
      `bootstrap > stabilize canary: ${names}`,
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    ["one lags behind", { a: "fss", b: "sss", c: "sss" }, "b c"],
    ["two lag behind", { a: "fss", b: "ssf", c: "sss" }, "c"],
    ["all do", { a: "fss", b: "ssf", c: "s" }, "a b c"],
    ["nobody does", { a: "sss", b: "sss", c: "sss" }, "a b c"],
    ["one is not known", { b: "sss", c: "sss" }, "b c"],
  ])("leave laggards out where each repo is judged: %s", (_what, letters, names) => {
    const analysis = criterion({ availability: { minimum_repos: 1 } });
    const scene: Scene = {
      active: inWave(0, "a", "b", "c"),
      policy: policy({ analyses: [analysis] }),
      phases: { bootstrap: judged(letters, { analyses: [analysis] }) },
    };
    expect(attempts(scene)).toEqual([`bootstrap > stabilize canary: ${names}`]);
  });

  it("leave nobody out by a criterion of the fleet, nor by one that the phase does not ask for", () => {
    for (const analysis of [criterion({ scope: "fleet" }), criterion({ key: "other" })])
      expect(
        attempts({
          active: inWave(0, "a", "b"),
          policy: policy({ analyses: [criterion(), analysis].slice(analysis.key === "other" ? 0 : 1) }),
          phases: { bootstrap: judged({ a: "fss", b: "sss" }, { analyses: [analysis] }) },
        }),
      ).toEqual(["bootstrap > stabilize canary: a b"]);
  });

  it("ask a repo for every criterion that is judged repo by repo, and for no other", () => {
    const long = criterion({ key: "long", consecutive_success_limit: 5 });
    const fleet = criterion({ key: "fleet", scope: "fleet" });
    const analyses = [criterion(), long, fleet];
    const exit = ["cycles-clean", "long", "fleet"];
    expect(
      attempts({
        active: inWave(0, "a", "b"),
        policy: policy({ analyses, phases: phases({ exit }) }),
        phases: { bootstrap: judged({ a: "sfsss", b: "sssss" }, { analyses }) },
      }),
    ).toEqual(["bootstrap > stabilize canary: b"]);
  });

  it("leave nobody out by a dry run", () => {
    const analyses = [criterion({ enforcement: "dry_run" })];
    expect(
      attempts({
        active: inWave(0, "a", "b"),
        policy: policy({ analyses }),
        phases: { bootstrap: judged({ a: "fss", b: "sss" }, { analyses }) },
      }),
    ).toEqual(["bootstrap > stabilize canary: a b"]);
  });

  it("count laggards after max_concurrency was filled by who is ready", () => {
    const waves = [{ name: "canary", select: { wave: 0 }, max_concurrency: 1 }];
    expect(
      attempts({
        active: inWave(0, "a", "b"),
        policy: policy({ waves }),
        ...bootstrap({ a: "fss", b: "sss" }),
      }),
    ).toEqual(["bootstrap > stabilize canary: b"]);
  });

  it("are one for each phase of a mixed fleet", () => {
    const active = [
      ...inWave(0, "a"),
      { repo: "b", wave: 1, phase: "stabilize" },
      { repo: "c", phase: "operate" },
    ];
    expect(attempts({ active })).toEqual(["bootstrap > stabilize canary: a", "stabilize > operate rest: b"]);
  });

  it("go from each phase to the one after it, in the order of the policy", () => {
    const turned = phases().toReversed();
    const active = [...inWave(0, "a"), { repo: "b", wave: 0, phase: "operate" }];
    expect(attempts({ active, policy: policy({ phases: turned }) })).toEqual([
      "operate > stabilize canary: b",
    ]);
  });
});

const cooldown = (letters: string, more: object = {}) =>
  candidatesOf(loopFacts({ records: [{ ...demotion("a", 3), ...more }], ...bootstrap({ a: letters }) })).map(
    (each) => each.cooldown,
  );

describe("candidatesOf", () => {
  it("are the active repos of the loop, with what they have shown in their own phase", () => {
    const facts = loopFacts({
      active: [...inWave(0, "b", "a"), { repo: "c", wave: 0, phase: "stabilize" }],
      phases: {
        bootstrap: judged({ a: "ss", b: "sf", c: "sss" }),
        stabilize: judged({ c: "s" }, { phase: "stabilize" }),
      },
    });
    expect(
      candidatesOf(facts).map(({ repo, soak }) => [repo.id, soak.decided.length, soak.successes]),
    ).toEqual([
      [repoId("a"), 2, 2],
      [repoId("b"), 2, 0],
      [repoId("c"), 1, 1],
    ]);
    expect(candidatesOf({ ...facts, loop: "other" })).toEqual([]);
  });

  it("keep their cooldown until so many cycles are decided, of whatever result", () => {
    expect(["", "s", "fi", "sfp", "nss", "ssn", "ssss"].map((each) => cooldown(each)[0])).toEqual([
      3, 2, 1, 1, 1, 0, 0,
    ]);
    expect(cooldown("", { cooldown_cycles: undefined })).toEqual([0]);
  });
});

describe("the policy of a loop", () => {
  it("is that of its own folder", () => {
    const { documents } = loopFacts();
    expect(policyOfLoop({ documents, loop: "kaizen-stack" })?.loop).toBe("kaizen-stack");
    expect(policyOfLoop({ documents, loop: "other" })).toBeUndefined();
    expect(policyOfLoop({ documents: opsDocuments({ loops: [] }), loop: "kaizen-stack" })).toBeUndefined();
  });

  it("has its waves in the order of their numbers", () => {
    const value = policyOfLoop(
      loopFacts({
        policy: policy({
          waves: [
            { name: "rest", select: { wave: 2 }, max_concurrency: 3 },
            { name: "canary", select: { wave: 0 }, required_soak_cycles: 4 },
          ],
        }),
      }),
    );
    expect(value === undefined ? [] : wavesOf(value)).toEqual([
      { number: 0, name: "canary", most: undefined, soak: 4 },
      { number: 2, name: "rest", most: 3, soak: 0 },
    ]);
  });
});
