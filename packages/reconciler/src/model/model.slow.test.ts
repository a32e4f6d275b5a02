import { describe, expect, it } from "vitest";
import type { Rules } from "./machine.fixture.ts";
import { report } from "./report.fixture.ts";
import { explore } from "./search.fixture.ts";

const rules: Rules = { desires: ["a", "b"], moves: 3, runs: 1, listed: 2, flaws: {} };

const models: readonly (readonly [name: string, more: Partial<Rules>, least: number])[] = [
  ["three moves", {}, 80_000],
  ["leaving by prune and release, two moves", { desires: ["a", "prune", "release"], moves: 2 }, 8000],
  ["several proposals of one branch, two moves", { copies: true, moves: 2 }, 8000],
  ["two runs at once and one move beside them", { runs: 2, moves: 2 }, 8000],
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
