import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "./suggest.ts";

describe("nearest", () => {
  it.each([
    ["crn", ["cadence", "cron"], "cron"],
    ["CRON", ["cron"], "cron"],
    ["stabilise", ["bootstrap", "stabilize"], "stabilize"],
    ["expansion_que", ["active", "expansion_queue"], "expansion_queue"],
    ["timezon", [], undefined],
    ["agents", ["active", "removed"], undefined],
    ["abc", ["xyz"], undefined],
    ["bat", ["cat", "hat"], "cat"],
    ["cat", ["bat", "cat"], "cat"],
    ["abcdefghijklmnop", ["abcdefghijkl"], undefined],
    ["abcdefghijklmno", ["abcdefghijkl"], "abcdefghijkl"],
    ["alhpa", ["beta", "alpha"], "alpha"],
    ["sarfi", ["junit", "sarif"], "sarif"],
    ["abdc", ["acbd"], undefined],
    ["T1", ["T01", "T02"], "T01"],
    ["C", ["A", "B"], undefined],
    ["a", ["A"], "A"],
    ["", ["a"], undefined],
  ])("of %j among %j is %j", (wordGiven, candidates, expected) => {
    expect(nearest(wordGiven, candidates)).toBe(expected);
  });

  it("is always one of the candidates, and the word itself when it is one", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (wordGiven, candidates) => {
        const found = nearest(wordGiven, candidates);
        expect([...candidates, undefined]).toContain(found);
        const known = candidates.find((one) => one.toLowerCase() === wordGiven.toLowerCase());
        expect(found === known || known === undefined).toBe(true);
      }),
    );
  });
});

describe("didYouMean", () => {
  it.each([
    ["crn", ["cadence", "cron"], '"cron"'],
    ["other", ["cadence", "cron"], "cadence, cron"],
    ["other", [], "remove"],
  ])("of %j among %j names %s", (wordGiven, candidates, expected) => {
    expect(didYouMean(wordGiven, candidates)).toContain(expected);
  });
});
