import * as fc from "fast-check";
import type { TestSuite } from "junit2json";
import { parse } from "junit2json";
import { describe, expect, it } from "vitest";
import { junit, verdictOf } from "./junit.ts";
import { drawnReport, hostileText, pathOf, repoOf, reportOf } from "./report.fixture.ts";

async function suitesOf(text: string): Promise<TestSuite[]> {
  const read = await parse(text);
  return read !== undefined && read !== null && "testsuite" in read ? (read.testsuite ?? []) : [];
}

describe("junit", () => {
  it.each([
    ["passed", ["in_sync", "opted_out", "released"]],
    ["skipped", ["create", "pending", "leaving"]],
    [
      "failure",
      [
        ...(["drift", "adoption", "conflict", "leaving_conflict", "orphaned"] as const),
        ...(["unsupported", "ineligible", "foreign_owner", "moved"] as const),
      ],
    ],
    ["error", ["unknown"]],
  ] as const)("says %s of its classes", (verdict, names) => {
    expect(names.map((name) => verdictOf(repoOf({ class: name })))).toEqual(names.map(() => verdict));
  });

  it.each(["rejected", "retry", "stale", "unknown", "cancelled"] as const)(
    "says error of outcome %s",
    (outcome) => {
      expect(verdictOf(repoOf({ class: "pending", outcome }))).toBe("error");
    },
  );

  it("can be read back whatever the texts hold", async () => {
    await fc.assert(
      fc.asyncProperty(drawnReport, async (report) => {
        const suites = await suitesOf(junit(report));
        expect(suites.map((suite) => suite.name)).toEqual(report.loops.map(({ loop }) => loop));
        expect(suites.flatMap((suite) => suite.testcase ?? [])).toHaveLength(report.repos.length);
        for (const suite of suites) {
          const cases = suite.testcase ?? [];
          expect(suite.tests).toBe(cases.length);
          expect(suite.failures).toBe(cases.filter((each) => each.failure !== undefined).length);
          expect(suite.errors).toBe(cases.filter((each) => each.error !== undefined).length);
        }
      }),
    );
  });

  it("keeps every character of a name that XML can hold", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        // The reader takes what looks like a number for one.
        const name = `local/${text}/x`;
        const suites = await suitesOf(junit(reportOf([repoOf({ repo_id: name })])));
        const held = Array.from(name).filter((each) =>
          /[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}]|[\u{10000}-\u{10FFFF}]/u.test(each),
        );
        expect(suites[0]?.testcase?.[0]?.name ?? "").toBe(held.join(""));
      }),
    );
  });

  it("tells what differs, where, and what to do", async () => {
    const repo = repoOf({ class: "drift", reason: "a <b>", paths: [pathOf()], outcome: "proposed" });
    const text = junit(reportOf([repo]), "ops/");
    expect(text).toContain('file="ops/loops/kaizen-stack/roster.yaml" line="14"');
    const [suite] = await suitesOf(text);
    expect(suite?.testcase?.[0]?.failure).toMatchObject([
      { type: "drift", message: "drift: a <b>", inner: expect.stringContaining("/agents/coach/cron") },
    ]);
  });
});
