import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSlots } from "./next-slots.ts";
import { loop, opsDocuments, override, ramp, rampCadence, roster } from "./ops-documents.fixture.ts";
import { expectedSlots } from "./slots.ts";

const day = 86_400_000;
const start = Date.parse("2026-08-31T20:00:00Z");

const documents = opsDocuments({
  loops: [
    loop({
      roster: roster({
        active: [
          { repo: "alpha", overrides: [override(), override({ path: "/agents/optimization/cron" })] },
          { repo: "beta", phase: "stabilize" },
        ],
      }),
      cadence: rampCadence(),
    }),
  ],
  definitions: ramp(),
});

describe("nextSlots", () => {
  it("are the first of each activity that are expected, also past the end of an override", () => {
    fc.assert(
      fc.property(fc.nat(day), fc.integer({ min: 1, max: 9 }), (after, count) => {
        const from = start + after;
        const seen = new Map<string, number>();
        const first = expectedSlots(documents, from, from + 12 * day).filter(({ activity }) => {
          const key = `${activity.definition.id} ${activity.repo.id}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
          return (seen.get(key) ?? 0) <= count;
        });
        expect(nextSlots(documents, from, count).map(({ key, cycle }) => [key, cycle])).toEqual(
          first.map(({ key, cycle }) => [key, cycle]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it("are none where nothing is declared", () => {
    expect(nextSlots(opsDocuments(), start, 3)).toEqual([]);
  });
});
