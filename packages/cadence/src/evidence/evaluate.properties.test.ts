import type { Evidence } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import {
  digest,
  dispatched,
  evidenceOf,
  type Letters,
  prepared,
  type Sent,
  type Story,
  start,
} from "./evidence.fixture.ts";
import { analyses, asFailure, records, stories } from "./evidence-arbitraries.fixture.ts";
import type { Result } from "./verdict.ts";

const hours = 4;

/** Closed in time, with the best proof. */
const usual: Story = {
  events: [prepared(), dispatched()],
  records: [{ id: 2, quality: 0.6, provenance: { bundle: digest.bundle, head: digest.head } }],
};

/** The place of a slot. */
const places = fc
  .tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("metrics", "coach"), fc.nat({ max: hours - 1 }))
  .map(nameOf);

/** One to three repos with one to two steps, four cycles of them; most slots succeed. */
const wholes: fc.Arbitrary<Whole> = fc.record({
  names: fc.constantFrom("a", "ab", "abc"),
  steps: fc.constantFrom(["metrics"], ["metrics", "coach"]),
  told: fc.dictionary(places, stories, { maxKeys: 4 }),
  by: analyses,
  minutes: fc.integer({ min: 0, max: (hours + 1) * 60 }),
});

interface Whole {
  readonly names: string;
  readonly steps: readonly string[];
  readonly told: Readonly<Record<string, Story>>;
  readonly by: Evidence["analyses"][number];
  readonly minutes: number;
}

function nameOf(place: readonly [string, string, number]): string {
  return place.join(" ");
}

/** The evidence of all that came until its instant, and of some more records. */
function evidenceOfWhole(
  { names, steps, told, by, minutes }: Whole,
  more: Record<string, Sent> = {},
): Evidence {
  const letters: Letters = Object.fromEntries(names.split("").map((name) => [name, "S".repeat(hours)]));
  const asOf = start + minutes * 60_000;
  const found = evidenceOf(letters, {
    steps,
    analyses: [by],
    as_of: new Date(asOf).toISOString(),
    tell: ({ repo, step, at }) => {
      const name = nameOf([repo, step, at]);
      const own = told[name] ?? usual;
      const added = more[name];
      return added === undefined ? own : { ...own, records: [...(own.records ?? []), added] };
    },
  });
  return {
    ...found,
    events: found.events.filter(({ at }) => Date.parse(at) <= asOf),
    records: found.records.filter(({ received_at: at }) => Date.parse(at) <= asOf),
  };
}

describe("evaluate", () => {
  it("does not look at the order of slots, events and records", () => {
    fc.assert(
      fc.property(wholes, fc.infiniteStream(fc.nat({ max: 1_000_000 })), (whole, numbers) => {
        const evidence = evidenceOfWhole(whole);
        const shuffled = {
          ...evidence,
          slots: shuffle(evidence.slots, numbers),
          events: shuffle(evidence.events, numbers),
          records: shuffle(evidence.records, numbers),
        };
        expect(evaluate(shuffled)).toEqual(evaluate(evidence));
      }),
    );
  });

  it("does not look at the order of repos and cycles either", () => {
    fc.assert(
      fc.property(wholes, (whole) => {
        const evidence = evidenceOfWhole(whole);
        const turned = {
          ...evidence,
          repos: evidence.repos.toReversed(),
          cycles: evidence.cycles.toReversed(),
        };
        expect(outcome(turned)).toEqual(outcome(evidence));
      }),
    );
  });

  it("never gets better by a record of a failure", () => {
    fc.assert(
      fc.property(wholes, places, records, fc.constantFrom(1, 9), (whole, place, record, id) => {
        const more = evidenceOfWhole(whole, { [place]: { ...asFailure(record), id } });
        expect(badness(more)).toBeGreaterThanOrEqual(badness(evidenceOfWhole(whole)));
      }),
      { numRuns: 500 },
    );
  });

  it("never gets better without a record under which a slot succeeded", () => {
    fc.assert(
      fc.property(wholes, fc.nat(), (whole, number) => {
        const evidence = evidenceOfWhole(whole);
        const won = evaluate(evidence).flatMap(({ cycles }) =>
          cycles.flatMap(({ repos }) =>
            [...repos.values()].flatMap(({ slots }) =>
              slots.flatMap(({ verdict }) => (verdict.result === "success" ? (verdict.record ?? []) : [])),
            ),
          ),
        );
        const gone = won[number % Math.max(1, won.length)];
        const rest = evidence.records.filter(({ record }) => record.record_id !== gone);
        expect(badness({ ...evidence, records: rest })).toBeGreaterThanOrEqual(badness(evidence));
      }),
      { numRuns: 200 },
    );
  });
});

const steps: Readonly<Record<Result, number>> = { success: 0, pending: 1, inconclusive: 2, failure: 2 };

/**
 * How bad the result of the one analysis is. Failure is no worse than inconclusive here: of cycles that were decided the newest
 * speaks, and one that cannot be judged may follow one that failed (page 06 R21).
 */
function badness(evidence: Evidence): number {
  return steps[outcome(evidence).result];
}

/** What is said of the one analysis. */
function outcome(evidence: Evidence) {
  const [found] = evaluate(evidence);
  if (found === undefined) throw new Error("there is an analysis");
  const { result, reason, streak, needed } = found;
  return { result, reason, streak, needed };
}

function shuffle<T>(items: readonly T[], numbers: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, place: Number(numbers.next().value) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
