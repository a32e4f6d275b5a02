import type { Analysis, Evidence } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { evidenceOf, type Story, start } from "./evidence.fixture.ts";
import { analyses, asFailure, records, seconds, stories } from "./evidence-arbitraries.fixture.ts";
import { compareResults, type Verdict } from "./verdict.ts";

/** Seconds from due, at which a slot is judged. */
const instants = fc.constantFrom(0, 100, 620, 660, 1000, 3302, 3303, 4000, 9000);

/** The evidence of one slot, as of so many seconds from due. */
function oneSlot(own: Story, by: Analysis, asOf: number): Evidence {
  const at = new Date(start + asOf * 1000).toISOString();
  return evidenceOf({ pilot: "S" }, { tell: () => own, analyses: [by], as_of: at });
}

/** The verdict of the slot of such evidence. */
function verdictOf(evidence: Evidence): Verdict {
  const repo = evaluate(evidence)[0]?.cycles[0]?.repos.values().next().value;
  if (repo === undefined) throw new Error("there is no slot");
  return repo.worst.verdict;
}

/** Whether one verdict is as bad as another, or worse. */
function isNoBetter(worse: Verdict, than: Verdict): boolean {
  return compareResults(worse.result, than.result) >= 0;
}

describe("judgeSlot", () => {
  it("never gets better by a record of a failure", () => {
    fc.assert(
      fc.property(
        stories,
        records,
        fc.constantFrom(1, 9),
        analyses,
        instants,
        (own, record, id, by, asOf) => {
          const more = { ...own, records: [...(own.records ?? []), { ...asFailure(record), id }] };
          const [before, after] = [own, more].map((each) => verdictOf(oneSlot(each, by, asOf)));
          expect(before !== undefined && after !== undefined && isNoBetter(after, before)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("never gets better without the record under which it succeeded", () => {
    fc.assert(
      fc.property(stories, analyses, instants, (own, by, asOf) => {
        const evidence = oneSlot(own, by, asOf);
        const verdict = verdictOf(evidence);
        fc.pre(verdict.result === "success");
        const rest = evidence.records.filter(({ record }) => record.record_id !== verdict.record);
        expect(isNoBetter(verdictOf({ ...evidence, records: rest }), verdict)).toBe(true);
      }),
    );
  });

  it("says later what it said when it was decided", () => {
    fc.assert(
      fc.property(stories, analyses, instants, seconds, (own, by, asOf, later) => {
        const verdict = verdictOf(oneSlot(own, by, asOf));
        fc.pre(verdict.result !== "pending");
        expect(verdictOf(oneSlot(own, by, asOf + Math.max(0, later)))).toEqual(verdict);
      }),
      { numRuns: 1000 },
    );
  });
});
