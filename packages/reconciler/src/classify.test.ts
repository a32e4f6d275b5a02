import type { Mode } from "@coulomb-loop/cadence";
import { describe, expect, it } from "vitest";
import type { RepoClass } from "./classify.ts";
import { classify, classOrder, exitCodeOf, sameValue, worst, worstExitCode } from "./classify.ts";

const values = ["a", "b", "c", undefined] as const;
type Value = (typeof values)[number];

/**
 * Page 03 §2, rows 1–6, as literals: for every desired value (a; the letters mean nothing) the class by live, then by
 * base. Columns: base a, b, c, absent.
 */
type Wanted = "in_sync" | "create" | "pending" | "drift" | "adoption" | "conflict";
const page: Readonly<Record<string, readonly Wanted[]>> = {
  "live a": ["in_sync", "in_sync", "in_sync", "in_sync"],
  "live b": ["drift", "pending", "conflict", "adoption"],
  "live c": ["drift", "conflict", "pending", "adoption"],
  "live absent": ["drift", "conflict", "conflict", "create"],
};

const rowOf: Readonly<Record<Wanted, number>> = {
  in_sync: 1,
  create: 2,
  adoption: 3,
  pending: 4,
  drift: 5,
  conflict: 6,
};

/** Renames values so that the desired one is called a. */
function renamed(desired: string, value: Value): string {
  if (value === undefined) return "absent";
  if (value === desired) return "a";
  return value === (desired === "a" ? "b" : "a") ? "b" : "c";
}

const cases = (["a", "b", "c"] as const).flatMap((desired) =>
  values.flatMap((live) =>
    values.flatMap((base) =>
      (["enforced", "overridable", "seed"] as const).map((ownership) => ({ desired, live, base, ownership })),
    ),
  ),
);

describe("classify", () => {
  it.each(cases)("D $desired, L $live, B $base, $ownership", ({ desired, live, base, ownership }) => {
    const column = ["a", "b", "c", "absent"].indexOf(renamed(desired, base));
    const row = page[`live ${renamed(desired, live)}`];
    const expected = ownership === "seed" && live !== undefined ? "in_sync" : row?.[column];
    const verdict = classify({
      pointer: "/agents/coach/cadence",
      mode: "run",
      desired,
      live,
      base,
      ownership,
    });
    expect([verdict.class, verdict.row]).toEqual([expected, rowOf[expected ?? "in_sync"]]);
  });

  /** Rows 7–11, as literals: for a path of which nothing is wanted, the class by mode, then by live and base. */
  const unwanted: readonly (readonly [Mode, Value, Value, string, number])[] = [
    ...(["run", "disable", "release", "prune", "undeclared"] as const).flatMap((mode) => [
      [mode, "a", undefined, "unowned", 7] as const,
      [mode, undefined, undefined, "unowned", 7] as const,
      [mode, undefined, "a", "released", 8] as const,
    ]),
    ["release", "a", "a", "released", 8],
    ["release", "b", "a", "released", 8],
    ["prune", "a", "a", "leaving", 9],
    ["prune", "b", "a", "leaving_conflict", 10],
    ["run", "a", "a", "orphaned", 11],
    ["run", "b", "a", "orphaned", 11],
    ["disable", "a", "a", "orphaned", 11],
    ["disable", "b", "a", "orphaned", 11],
    ["undeclared", "a", "a", "orphaned", 11],
    ["undeclared", "b", "a", "orphaned", 11],
  ];

  it.each(unwanted)("nothing wanted, %s, L %s, B %s", (mode, live, base, expected, row) => {
    const way = { pointer: "/agents/coach/cadence", ownership: "overridable" as const, mode, live, base };
    const verdict = classify({ ...way, desired: undefined });
    expect([verdict.class, verdict.row]).toEqual([expected, row]);
  });

  it.each([
    ["a boolean is not its text", true, "true", undefined, "adoption"],
    ["null is not absent", "a", null, undefined, "adoption"],
    ["a number is not its text", "1", 1, undefined, "adoption"],
    ["a map is not a text", "a", { a: 1 }, undefined, "adoption"],
    ["false is a value", false, true, false, "drift"],
    ["an empty text is a value", "a", "", "", "pending"],
  ])("%s", (_name, desired, live, base, expected) => {
    const way = {
      pointer: "/agents/coach/enabled",
      ownership: "enforced" as const,
      mode: "run" as const,
      desired,
      live,
      base,
    };
    expect(classify(way).class).toBe(expected);
  });

  it.each([
    ["15 * * * *", "15 */1 * * *", true],
    ["15 * * * *", "15  *  * * *", true],
    ["0 9 * * 1", "0 9 * * MON", true],
    ["0 9 * * 0", "0 9 * * 7", true],
    ["15 * * * *", "16 * * * *", false],
    ["15 * * * *", "nonsense", false],
    ["nonsense", "nonsense", true],
  ])("crons %s and %s are the same: %s", (a, b, expected) => {
    expect(sameValue("/agents/coach/cron", a, b)).toBe(expected);
    expect(sameValue("/agents/coach/prompt", a, b)).toBe(a === b);
  });
});

describe("the class of a repo", () => {
  const order: readonly RepoClass[] = [
    "unknown",
    "foreign_owner",
    "unsupported",
    "moved",
    "ineligible",
    "conflict",
    "leaving_conflict",
    "adoption",
    "orphaned",
    "drift",
    "pending",
    "create",
    "leaving",
    "opted_out",
    "released",
    "in_sync",
  ];

  it("is the worst, in the order of the page", () => {
    expect(classOrder).toEqual(order);
    for (const [at, a] of order.entries())
      for (const [other, b] of order.entries()) expect(worst([b, a])).toBe(order[Math.min(at, other)]);
    expect(worst([])).toBe("in_sync");
  });

  it.each([
    ["unknown", 1],
    ["foreign_owner", 4],
    ["unsupported", 4],
    ["moved", 4],
    ["leaving_conflict", 4],
    ["orphaned", 4],
    ["leaving", 2],
    ["released", 0],
    ["ineligible", 4],
    ["conflict", 4],
    ["adoption", 4],
    ["drift", 3],
    ["pending", 2],
    ["create", 2],
    ["opted_out", 0],
    ["in_sync", 0],
  ] as const)("%s exits with %i", (repoClass, code) => {
    expect(exitCodeOf(repoClass)).toBe(code);
  });

  it.each([
    [[], 0],
    [[0, 2, 3], 3],
    [[4, 2, 3], 4],
    [[5, 4], 5],
    [[5, 1, 4], 1],
  ])("%j exit together with one code", (codes, code) => {
    expect(worstExitCode(codes)).toBe(code);
  });
});
