import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankOf } from "./classes.ts";
import { emitText } from "./emit-text.ts";
import { parseEmit } from "./parse-emit.ts";
import { drawnReport } from "./report.fixture.ts";

describe("parseEmit", () => {
  it.each([
    ["json=run.json", "json", "run.json"],
    ["jsonl=-", "jsonl", "-"],
    ["sarif=a=b.sarif", "sarif", "a=b.sarif"],
    ["junit= x", "junit", " x"],
    ["github-summary=/dev/stdout", "github-summary", "/dev/stdout"],
    ["prometheus=coulomb.prom", "prometheus", "coulomb.prom"],
  ])("reads %s", (text, format, path) => {
    expect(parseEmit(text)).toEqual({ kind: "target", format, path });
  });

  it.each([
    ["", ""],
    ["json", ""],
    ["json=", ""],
    ["=x", ""],
    ["sarfi=x", "sarif"],
    ["JSON=x", "json"],
    ["prometeus=x", "prometheus"],
    ["otlp=x", ""],
  ])("refuses %j with a hint", (text, hint) => {
    expect(parseEmit(text)).toMatchObject({ kind: "refused", reason: expect.stringContaining(hint) });
  });
});

describe("emitText", () => {
  it("writes the report itself as JSON", () => {
    fc.assert(
      fc.property(drawnReport, (report) => {
        expect(JSON.parse(emitText(report, "json"))).toEqual(JSON.parse(JSON.stringify(report)));
      }),
    );
  });

  it("writes JSON lines: every repo, worst first, then the run with its exit code", () => {
    fc.assert(
      fc.property(drawnReport, (report) => {
        const text = emitText(report, "jsonl");
        const lines = text
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line));
        const kinds = lines.map((line) => line.kind);
        expect(kinds).toEqual([...report.repos.map(() => "repo"), "run"]);
        const ranks = lines.slice(0, -1).map((line) => rankOf(line.class));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(lines.at(-1)).toMatchObject({ exit_code: report.exit_code, counts: report.counts });
        expect(lines.at(-1)).not.toHaveProperty("repos");
      }),
    );
  });

  it.each(["json", "jsonl", "sarif", "junit", "github-summary", "prometheus"] as const)(
    "says the same twice and ends %s with a newline",
    (format) => {
      fc.assert(
        fc.property(drawnReport, (report) => {
          const text = emitText(report, format);
          expect(text.endsWith("\n")).toBe(true);
          expect(emitText(structuredClone(report), format)).toBe(text);
        }),
        { numRuns: 20 },
      );
    },
  );
});
