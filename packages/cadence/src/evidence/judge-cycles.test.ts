import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import {
  cycleAt,
  digest,
  dispatched,
  evidenceOf,
  repoId,
  start,
  type Story,
  stories,
} from "./evidence.fixture.ts";
import { cyclesOf } from "./judge-cycles.ts";

const steps = ["metrics", "coach", "optimization"];
const minute = 60_000;

/** The one cycle of a repo whose three steps go as the letters say, and that of the fleet. */
function cycleOf(letters: string) {
  const own = letters.split("").map((letter): Story => {
    const found = Object.entries(stories).find(([key]) => key === letter)?.[1];
    if (found === undefined) throw new Error(`no story is called ${letter}`);
    return found;
  });
  const [found] = evaluate(evidenceOf({ a: "S" }, { steps, tell: ({ step }) => own[steps.indexOf(step)] }));
  return { repo: found?.cycles[0]?.repos.get(repoId("a")), newest: found?.streak.newest };
}

/** Decided ten minutes after due in the repo a, and fifteen after in any other. */
function decidedAt({ repo, letter }: { readonly repo: string; readonly letter: string }): Story {
  const after = repo === "a" ? 600 : 900;
  if (letter === "I") return { events: [{ type: "opted_out", after }] };
  return { records: [letter === "S" ? { after } : { after, success: false, outcome: "failed" }] };
}

describe("judgeCycles", () => {
  it.each<[string, string, number, number | undefined]>([
    ["SSS", "success", 0, 40],
    ["SFS", "failure", 15, 25],
    ["FSF", "failure", 0, 10],
    ["IFP", "failure", 15, 25],
    ["ISS", "inconclusive", 0, 40],
    ["SIS", "inconclusive", 15, 40],
    ["PSP", "pending", 0, undefined],
    ["SSP", "pending", 30, undefined],
    ["PIS", "inconclusive", 15, 40],
  ])(
    "makes of %s a cycle that is a %s, by the step at :%i, decided at :%s",
    (letters, result, due, decided) => {
      const { repo } = cycleOf(letters);
      const instant = decided === undefined ? undefined : start + decided * minute;
      expect(repo).toMatchObject({ result, worst: { facts: { due: start + due * minute } } });
      expect(repo?.decidedAt).toBe(instant);
    },
  );

  it.each([
    ["by the first failure of a repo", ["F", "F"], 600],
    ["by the last success of a repo", ["S", "S"], 900],
    ["by the last that cannot be judged", ["I", "I"], 900],
  ])("decides the fleet's cycle %s", (_, letters, seconds) => {
    const [a = "", b = ""] = letters;
    const close = { close_deadline: "PT20M" };
    const evidence = evidenceOf({ a, b }, { tell: decidedAt });
    const analyses = evidence.analyses.map((each) => ({ ...each, ...close }));
    expect(evaluate({ ...evidence, analyses })[0]?.streak.newest?.decidedAt).toBe(start + seconds * 1000);
  });
});

describe("cyclesOf", () => {
  it.each([[[0, 1, 2, 3]], [[3, 2, 1, 0]], [[2, 0, 3, 1]]])(
    "sorts cycles by anchor and then by id: given in the order %j",
    (order) => {
      const evidence = evidenceOf({ a: "SS" });
      const ids = [0, 1].flatMap((at) => [cycleAt(at).replace("bootstrap", "alpha"), cycleAt(at)]);
      const cycles = order.map((index, seq) => ({ id: ids[index] ?? "", anchor: evidence.as_of, seq }));
      expect(cyclesOf({ ...evidence, cycles }).map(({ id }) => id)).toEqual(ids);
    },
  );

  it.each(["policy", "schedule"] as const)(
    "takes the first %s that a dispatch of the cycle tells",
    (name) => {
      const told: Record<string, string | null> = {
        metrics: null,
        coach: digest.other,
        optimization: digest.bundle,
      };
      const tell = ({ step }: { readonly step: string }): Story => ({
        events: [dispatched(5, { [`${name}_digest`]: told[step] ?? null })],
      });
      const [cycle] = cyclesOf(evidenceOf({ a: "S" }, { steps, tell }));
      expect(cycle?.repos.get(repoId("a"))?.digests[name]).toBe(digest.other);
    },
  );
});
