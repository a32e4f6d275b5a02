import { describe, expect, it } from "vitest";
import type { Rules } from "./machine.fixture.ts";
import { mutants } from "./mutants.fixture.ts";
import { report } from "./report.fixture.ts";
import { explore } from "./search.fixture.ts";

const rules: Rules = { desires: ["a", "b"], moves: 2, runs: 1, listed: 2, flaws: {} };

async function explored(name: string, more: Partial<Rules>) {
  const start = performance.now();
  const found = await explore({ ...rules, ...more });
  report(name, found, performance.now() - start);
  return found;
}

describe("every state of one repo that two moves of people and ops lead to", () => {
  it("keeps the claims", async () => {
    const found = await explored("two moves", {});
    expect(found.failure).toBeUndefined();
    // Fewer would say that the model lost some of its moves.
    expect(found.states).toBeGreaterThan(8000);
    const rests = ["blocked", "clean", "declined", "edited", "held", "proposed", "stale", "unknown"];
    expect(found.rests).toEqual(rests);
  });

  it("keeps the claims while two runs disagree", async () => {
    const found = await explored("two runs that disagree", { runs: 2, looks: 2, only: /ops wants/ });
    expect(found.failure).toBeUndefined();
    expect(found.states).toBeGreaterThan(4000);
  });
});

describe("the model without one rule of the page", () => {
  it.each(mutants)("has a counterexample: $name", async ({ name, flaws, claim, bounds }) => {
    const { failure } = await explored(name, { moves: 4, flaws, ...bounds });
    expect(failure?.claim).toMatch(claim);
  });
});

describe("a commit of ours that people amend", () => {
  it("is theirs then, also on a branch without a proposal", async () => {
    const { failure } = await explored("people amend", { amends: true });
    expect(failure).toBeUndefined();
  });
});
