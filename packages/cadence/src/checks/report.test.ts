import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCycle } from "./report.ts";

describe("findCycle", () => {
  it.each([
    [{}, undefined],
    [{ a: ["b"], b: [] }, undefined],
    [{ a: ["gone"] }, undefined],
    [{ a: ["a"] }, ["a", "a"]],
    [{ a: ["b"], b: ["a"] }, ["a", "b", "a"]],
    [{ a: ["b"], b: ["c"], c: ["b"] }, ["b", "c", "b"]],
    [{ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, undefined],
  ])("of %j is %j", (edges, expected) => {
    expect(findCycle(new Map(Object.entries(edges)))).toEqual(expected);
  });

  it("follows edges that exist, and is there exactly when no order of the nodes is", () => {
    const graph = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(graph, (lists) => {
        const edges = new Map(lists.map((targets, node) => [String(node), targets.map(String)]));
        const cycle = findCycle(edges);
        const steps = (cycle ?? [])
          .slice(1)
          .map((to, index) => edges.get(cycle?.[index] ?? "")?.includes(to));
        expect(steps.every((step) => step === true)).toBe(true);
        expect(cycle?.at(-1)).toBe(cycle?.[0]);
        // Take away nodes without edges into what is left until none is left, or a cycle is.
        const left = new Set(edges.keys());
        for (let round = 0; round < 6; round++)
          for (const node of left) if (!edges.get(node)?.some((to) => left.has(to))) left.delete(node);
        expect(cycle === undefined).toBe(left.size === 0);
      }),
      { numRuns: 300 },
    );
  });
});
