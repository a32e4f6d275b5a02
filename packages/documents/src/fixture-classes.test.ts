import { describe, expect, it } from "vitest";
import { CLASSES } from "./fixture-classes.fixture.ts";
import { EXACT_PLANS, REFUSED_PLANS } from "./workplan-edits.fixture.ts";
import { EXACT } from "./yaml-exact.fixture.ts";
import { REFUSED } from "./yaml-refused.fixture.ts";

const exact = [...EXACT, ...EXACT_PLANS];
const refused = [...REFUSED, ...REFUSED_PLANS];

describe("the fixtures", () => {
  it.each(CLASSES)("have cases of %s, exact and refused", (about) => {
    const of = (rows: readonly (readonly [about: string, ...unknown[]])[]) =>
      rows.filter(([each]) => each === about).length;
    expect(of(exact) + of(refused)).toBeGreaterThan(2);
    expect(of(exact) > 0 || about === "duplicates").toBe(true);
    expect(of(refused) > 0 || about === "line endings").toBe(true);
  });

  it("are 150 at least, each with a title of its own", () => {
    const titles = [...exact, ...refused].map(([, title]) => title);
    expect(titles.length).toBeGreaterThanOrEqual(150);
    for (const rows of [EXACT, REFUSED, EXACT_PLANS, REFUSED_PLANS])
      expect(new Set(rows.map(([, title]) => title)).size).toBe(rows.length);
  });
});
