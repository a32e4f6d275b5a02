import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotations } from "./annotations.ts";
import type { RunRepo } from "./classes.ts";
import { drawnReport, pathOf, repoOf, reportOf } from "./report.fixture.ts";

const many = (count: number, name: RunRepo["class"]) =>
  Array.from({ length: count }, (_, index) => repoOf({ repo_id: `r${index}`, class: name }));
const starts = (lines: readonly string[], level: string) =>
  lines.filter((line) => line.startsWith(`::${level} `)).length;

describe("annotations", () => {
  it.each([
    [10, 10, undefined],
    [11, 10, "::2 more"],
    [40, 10, "::31 more"],
  ])("of %i errors and as many warnings shows %i each", (count, shown, last) => {
    const lines = annotations(reportOf([...many(count, "drift"), ...many(count, "conflict")]));
    expect([starts(lines, "error"), starts(lines, "warning")]).toEqual([shown, shown]);
    const ends = [lines[shown - 1], lines.at(-1)].map((line) => /::\d+ more$/u.exec(line ?? "")?.[0]);
    expect(ends).toEqual([last, last]);
  });

  it("shows the worst first, and no notes", () => {
    const lines = annotations(
      reportOf([...many(3, "pending"), ...many(12, "conflict"), ...many(1, "unknown")]),
    );
    expect(lines[0]).toContain("title=unknown");
    expect(lines).toHaveLength(10);
  });

  it("names file, line and column of the roster entry from the root of the git repository", () => {
    const lines = annotations(
      reportOf([repoOf({ class: "drift", paths: [pathOf({ reason: "50%\nof it" })] })]),
      "a,b/",
    );
    expect(lines[0]).toMatch(
      /^::warning file=a%2Cb\/loops\/kaizen-stack\/roster\.yaml,line=14,col=5,title=drift::.*50%25%0Aof it/u,
    );
  });

  it("says nothing of the values of a repo that opted out", () => {
    expect(annotations(reportOf([repoOf({ class: "opted_out", paths: [pathOf()] })]))).toEqual([]);
  });

  it("never lets a text begin a command or a line of its own", () => {
    fc.assert(
      fc.property(drawnReport, (report) => {
        for (const line of annotations(report)) expect(line).toMatch(/^::(?:error|warning) [^\r\n]*$/u);
      }),
    );
  });
});
