import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { evidenceOf, repoId, start, type Story, stories } from "./evidence.fixture.ts";

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
