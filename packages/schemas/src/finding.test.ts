import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoulombError } from "./coulomb-error.ts";
import type { Finding } from "./finding.ts";
import { compareFindings, fromPointer, hasErrors, toPointer } from "./finding.ts";

const word = fc.constantFrom("", "a", "b", "B", "ä");
const finding: fc.Arbitrary<Finding> = fc.record(
  {
    code: word,
    severity: fc.constantFrom("error" as const, "warning" as const, "info" as const),
    message: word,
    file: word,
    line: fc.integer({ min: 1, max: 3 }),
    column: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ["code", "severity", "message"] },
);

function shown({ file = "", line = 0, column = 0, code, message }: Finding) {
  return [file, line, column, code, message];
}

function at(file: string, line: number, column: number, code: string): Finding {
  return { code, severity: "error", message: "m", file, line, column };
}

describe("compareFindings", () => {
  it("is a total order over what is printed", () => {
    fc.assert(
      fc.property(finding, finding, finding, (a, b, c) => {
        expect(Math.sign(compareFindings(a, b)) + Math.sign(compareFindings(b, a))).toBe(0);
        expect(compareFindings(a, b) === 0).toBe(JSON.stringify(shown(a)) === JSON.stringify(shown(b)));
        const chained = compareFindings(a, b) <= 0 && compareFindings(b, c) <= 0;
        expect(chained && compareFindings(a, c) > 0).toBe(false);
      }),
    );
  });

  it("puts any order of the same findings into one", () => {
    fc.assert(
      fc.property(fc.array(finding), fc.infiniteStream(fc.nat()), (findings, keys) => {
        const shuffled = findings.map((item) => ({ item, key: keys.next().value }));
        shuffled.sort((a, b) => a.key - b.key);
        expect(
          shuffled
            .map(({ item }) => item)
            .sort(compareFindings)
            .map(shown),
        ).toEqual([...findings].sort(compareFindings).map(shown));
      }),
    );
  });

  it("goes by file, line, column and code", () => {
    const sorted = [
      at("a", 2, 9, "z"),
      at("a", 10, 1, "b"),
      at("a", 10, 2, "a"),
      at("a", 10, 2, "b"),
      at("b", 1, 1, "a"),
    ];
    expect([...sorted].reverse().sort(compareFindings)).toEqual(sorted);
  });
});

describe("pointers", () => {
  it.each([
    [[], ""],
    [["agents", "coach", "cron"], "/agents/coach/cron"],
    [["active", 0], "/active/0"],
    [["a/b", "m~n", "~1", ""], "/a~1b/m~0n/~01/"],
  ])("writes %j as %s", (path, pointer) => {
    expect(toPointer(path)).toBe(pointer);
    expect(fromPointer(pointer)).toEqual(path.map(String));
  });

  it("read back as they were written", () => {
    const step = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("~", "/", "0", "1") }));
    fc.assert(
      fc.property(fc.array(step), (path) => {
        expect(fromPointer(toPointer(path))).toEqual(path);
      }),
    );
  });

  it("differ for different paths", () => {
    const path = fc.array(fc.string({ unit: fc.constantFrom("~", "/", "0", "1"), maxLength: 3 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(path, path, (a, b) => {
        expect(toPointer(a) === toPointer(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});

describe("hasErrors", () => {
  it.each([
    [[], false],
    [["info", "warning"], false],
    [["warning", "error"], true],
  ] as const)("of %j is %s", (severities, expected) => {
    expect(hasErrors(severities.map((severity) => ({ code: "c", severity, message: "m" })))).toBe(expected);
  });
});

describe("CoulombError", () => {
  it("carries code, hint and cause", () => {
    const cause = new Error("below");
    const error = new CoulombError("forge_unreachable", "m", { hint: "h", cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "CoulombError", code: "forge_unreachable", hint: "h", cause });
  });

  it("has no cause when none is given", () => {
    expect("cause" in new CoulombError("c", "m")).toBe(false);
    expect(new CoulombError("c", "m").hint).toBeUndefined();
  });
});
