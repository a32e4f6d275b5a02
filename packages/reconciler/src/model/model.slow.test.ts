import { describe, expect, it } from "vitest";
import type { Rules } from "./machine.fixture.ts";
import { report } from "./report.fixture.ts";
import { explore } from "./search.fixture.ts";

const rules: Rules = { desires: ["a", "b"], moves: 3, runs: 1, listed: 2, flaws: {} };

const models: readonly (readonly [name: string, more: Partial<Rules>, least: number])[] = [
  ["three moves", {}, 80_000],
  // The one path of the model belongs to an agent that has more keys, and an agent is pruned whole or not at all.
  ["leaving by release, three moves", { desires: ["a", "release"] }, 60_000],
  ["several proposals of one branch, two moves", { copies: true, moves: 2 }, 8000],
  // A person closing between the steps of two runs that disagree is one move more, and known not to hold (S7).
  ["two runs at once and one move beside them", { runs: 2, looks: 2, moves: 2 }, 20_000],
];

describe("every state of one repo within larger bounds", () => {
  it.each(models)("keeps the claims: %s", async (name, more, least) => {
    const start = performance.now();
    const found = await explore({ ...rules, ...more });
    report(name, found, performance.now() - start);
    expect(found.failure).toBeUndefined();
    // Fewer would say that the model lost some of its moves.
    expect(found.states).toBeGreaterThan(least);
  });
});

describe("what is known not to hold", () => {
  // The half-made update of a run that died counts as offered (`rebuilt` takes the change from the trailers), also when
  // people declined that change in a proposal of the other run. It takes two runs that disagree, which the lease prevents.
  it("finds a declined change on the branch that a second run left half-way", async () => {
    const start = performance.now();
    const found = await explore({ ...rules, runs: 2, looks: 2, only: /ops wants|closes/ });
    report("two runs that disagree, people close", found, performance.now() - start);
    expect(found.failure?.claim).toMatch(/^S7/);
  });
});
