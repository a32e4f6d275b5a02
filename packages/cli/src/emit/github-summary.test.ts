import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { githubSummary, SUMMARY_LIMIT } from "./github-summary.ts";
import { drawnReport, repoOf, reportOf } from "./report.fixture.ts";

const many = (count: number, reason: string) =>
  Array.from({ length: count }, (_, index) => repoOf({ repo_id: `local/o/r${index}`, reason }));

describe("githubSummary", () => {
  it("keeps every repo on one line of as many cells, whatever the texts hold", () => {
    fc.assert(
      fc.property(drawnReport, (report) => {
        const [, table = ""] = githubSummary(report).split("\n### Repos\n\n");
        const rows = table.split("\n").filter((line) => line !== "");
        expect(rows).toHaveLength(report.repos.length === 0 ? 0 : report.repos.length + 2);
        for (const row of rows) expect(row.replaceAll(/\\./gu, "").match(/\|/gu)).toHaveLength(8);
        expect(table).not.toMatch(/[<>@]/u);
      }),
    );
  });

  it.each([
    ["|", String.raw`\|`],
    ["`x`", "\\`x\\`"],
    ["<img src=x>", "&lt;img src=x&gt;"],
    ["a\r\n\nb", "a b"],
    ["[a](b)", String.raw`\[a\](b)`],
    ["@team", "&#64;team"],
    [String.raw`\|`, String.raw`\\\|`],
  ])("shows %j as text", (reason, shown) => {
    expect(githubSummary(reportOf([repoOf({ reason })]))).toContain(`| ${shown} |`);
  });

  it.each([
    ["https://forge/pulls/2", "[\\#2](https://forge/pulls/2) proposed"],
    ["https://forge/a)|<b>", "[\\#2](https://forge/a%29%7C%3Cb%3E) proposed"],
    ["javascript:alert(1)", "\\#2 proposed"],
    ["/srv/git/core.git", "\\#2 proposed"],
  ])("links to a proposal of the web only: %s", (url, cell) => {
    const text = githubSummary(reportOf([repoOf({ number: 2, url, outcome: "proposed" })]));
    expect(text).toContain(`| ${cell} |`);
  });

  it.each([["plain"], ["ü😀"], ["|`"]])("stays within 1 MiB with reasons of %j", (piece) => {
    const repos = [...many(10_000, piece.repeat(300)), repoOf({ repo_id: "worst", class: "unknown" })];
    const text = githubSummary(reportOf(repos));
    const shown = [...text.matchAll(/^\| local\/o\/r\d+ /gmu)].length + 1;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(Buffer.byteLength(text)).toBeGreaterThan(SUMMARY_LIMIT - 3000);
    expect(text.indexOf("| worst |")).toBeLessThan(text.indexOf("| local/o/r0 |"));
    expect(text.endsWith(`\n\n${repos.length - shown} more\n`)).toBe(true);
  });

  it("shows what a person should know, also of a repo in sync", () => {
    const text = githubSummary(reportOf([repoOf({ notes: ["the override of /a ends | soon"] })]));
    expect(text).toContain(`\n### To know\n`);
    expect(text).toMatch(
      /^\| local\/coulomb\/activity-core \| kaizen-stack \| the override of \/a ends \\\| soon \|$/mu,
    );
    const many10 = many(10_000, "x").map((repo) => ({ ...repo, notes: ["n".repeat(290)] }));
    expect(Buffer.byteLength(githubSummary(reportOf(many10)))).toBeLessThanOrEqual(SUMMARY_LIMIT);
  });

  it("shows repos that left beside the waves", () => {
    const { wave: _none, ...gone } = repoOf({ repo_id: "local/o/gone", class: "orphaned" });
    const loop = {
      loop: "kaizen-stack",
      health: "degraded" as const,
      waves: [{ wave: 0, health: "healthy" as const, repos: 1 }],
      left: { health: "degraded" as const, repos: 1 },
    };
    const text = githubSummary(reportOf([repoOf(), gone], { loops: [loop] }));
    for (const line of ["all | 2 | degraded", "0 | 1 | healthy", "left | 1 | degraded"])
      expect(text).toContain(`| kaizen-stack | ${line} |`);
    expect(text).toMatch(/^\| local\/o\/gone \| orphaned \|.*\| left \|/mu);
  });

  it.each([0, 1000, SUMMARY_LIMIT / 2, SUMMARY_LIMIT - 4000])(
    "counts %i bytes that a job said before",
    (size) => {
      const text = githubSummary(reportOf(many(10_000, "x".repeat(200))), "ü".repeat(size / 2));
      expect(size + Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
      expect(size + Buffer.byteLength(text)).toBeGreaterThan(SUMMARY_LIMIT - 3000);
      expect(text).toMatch(/^\d+ more$/mu);
    },
  );

  it("leaves room for repos when there are very many loops", () => {
    const repos = many(30_000, "x").map((repo, index) => ({ ...repo, loop: `loop-${index}` }));
    const text = githubSummary(
      reportOf([], { repos, loops: repos.map(({ loop }) => ({ loop, health: "healthy", waves: [] })) }),
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(text.match(/^\d+ more$/gmu)).toHaveLength(2);
  });
});
