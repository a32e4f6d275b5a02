import { validateEvidence } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { cutEvidence, evidenceDigest } from "./cut.ts";
import { evaluate } from "./evaluate.ts";
import { analysis, cycleAt, evidenceOf, hour, type Letters, start, type Whole } from "./evidence.fixture.ts";

const alone = { scope: "per_repo", availability: { minimum_repos: 2 } } as const;
const key = new Set(["cycles-clean"]);

/** The evidence of some letters, and the same cut to the cycles that the analysis counts. */
function cut(letters: Letters, whole: Whole = {}) {
  const evidence = evidenceOf(letters, whole);
  const [found] = evaluate(evidence);
  const streaks = [...(found?.repos.values() ?? [])].filter(({ result }) => result === "success");
  const counted = (streaks.length > 0 ? streaks : [found]).flatMap((each) => each?.streak.cycles ?? []);
  return {
    result: found?.result,
    evidence,
    cycles: counted,
    cut: cutEvidence(evidence, new Set(counted), key),
  };
}

describe("cutEvidence", () => {
  const aged = { analyses: [analysis({ max_age: "PT4H" })] };
  it.each<[string, Letters, Whole]>([
    ["a fleet", { a: "FSSSP", b: "SFSSSP".slice(1) }, {}],
    ["a fleet, after a break", { a: "SFSSS", b: "SSSSS" }, {}],
    [
      "repos alone, in other cycles each",
      { a: "SSSP", b: "FSSS", c: "FFFF" },
      { analyses: [analysis(alone)] },
    ],
    ["one behind a pending cycle", { a: "SSSPS" }, aged],
  ])("to the cycles that count still succeeds: %s", (_, letters, whole) => {
    const { result, cut: kept } = cut(letters, whole);
    expect([result, evaluate(kept)[0]?.result]).toEqual(["success", "success"]);
    expect(validateEvidence(kept)).toMatchObject({ ok: true });
  });

  it("has nothing of other cycles and analyses", () => {
    const analyses = [analysis(), analysis({ key: "other" })];
    const { cut: kept, cycles, evidence } = cut({ a: "FSSSP" }, { analyses });
    expect(cycles).toEqual([1, 2, 3].map((index) => cycleAt(index)));
    expect(kept.analyses.map((each) => each.key)).toEqual(["cycles-clean"]);
    expect(kept.cycles.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(kept.slots.map(({ cycle }) => cycle)).toEqual(cycles);
    const keys = kept.slots.map((slot) => slot.key);
    expect(kept.events.map(({ slot }) => slot)).toEqual(keys);
    expect(kept.records.map(({ record }) => record.slot)).toEqual(keys);
    expect({ ...kept, analyses, cycles: [], slots: [], events: [], records: [] }).toEqual({
      ...evidence,
      cycles: [],
      slots: [],
      events: [],
      records: [],
    });
  });

  it("leaves out records of no slot", () => {
    const evidence = evidenceOf({ a: "SSS" });
    const [record] = evidence.records;
    if (record === undefined) throw new Error("there is a record");
    const { slot: _none, ...loose } = record.record;
    const records = [...evidence.records, { ...record, record: loose }];
    const cycles = new Set(evidence.cycles.map(({ id }) => id));
    expect(cutEvidence({ ...evidence, records }, cycles, key)).toEqual(evidence);
  });

  it("is the same, and judged the same, whatever comes later", () => {
    const { cut: before, cycles } = cut({ a: "SSS", b: "SSS" });
    const as_of = new Date(start + 3 * hour - 1000).toISOString();
    for (const next of ["SS", "FI", "IP"]) {
      const later = evidenceOf({ a: `SSS${next}`, b: `SSSS${next.slice(1)}` }, { as_of });
      const after = cutEvidence(later, new Set(cycles), key);
      expect(evidenceDigest(after)).toBe(evidenceDigest(before));
      expect(evaluate(after)).toEqual(evaluate(before));
    }
  });
});

describe("evidenceDigest", () => {
  it("is that of its content, whatever the order of its keys", () => {
    const evidence = evidenceOf({ a: "SSS" });
    const turned = Object.fromEntries(Object.entries(evidence).toReversed());
    expect(evidenceDigest({ ...evidence, ...turned })).toBe(evidenceDigest(evidence));
    expect(evidenceDigest(evidence)).toMatch(/^[0-9a-f]{64}$/);
    expect(evidenceDigest({ ...evidence, tzdata: "2026b" })).not.toBe(evidenceDigest(evidence));
  });
});
