import * as fc from "fast-check";
import { parse as parseJunit } from "junit2json";
import { describe, expect, it } from "vitest";
import { emitText, sendOtlp } from "./index.ts";
import { readOtlp, withServer } from "./otlp.fixture.ts";
import { readPrometheus } from "./readers.fixture.ts";
import { drawnReport } from "./report.fixture.ts";

type Counts = Record<string, number>;

const byClass = (name: string, text: string): Counts => {
  const metric = readPrometheus(text).find((each) => each.name === name);
  return Object.fromEntries(
    (metric?.metrics ?? []).map(({ labels, value }) => [labels?.class ?? "", Number(value)]),
  );
};

const summaryRows = (text: string, column: number): Counts =>
  Object.fromEntries(
    [...text.matchAll(/^\| (\S+) \| (\d+) \| (\d+) \|$/gmu)]
      .map((cells) => [cells[1]?.replaceAll("\\", "") ?? "", Number(cells[column])] as const)
      .filter(([, count]) => count > 0),
  );

async function junitCounts(text: string, prefix: string): Promise<Counts> {
  const read = await parseJunit(text);
  const suites = read !== undefined && read !== null && "testsuite" in read ? (read.testsuite ?? []) : [];
  const properties = (suites[0]?.properties ?? []).filter(({ name }) => name?.startsWith(prefix));
  return Object.fromEntries(
    properties.map(({ name, value }) => [name?.slice(prefix.length) ?? "", Number(value)]),
  );
}

describe("every format", () => {
  it("carries the same counts", async () => {
    await withServer(
      (response) => response.end(),
      async (url, received) => {
        await fc.assert(
          fc.asyncProperty(drawnReport, async (report) => {
            const wanted = { repos: report.counts, paths: report.paths };
            const text = (format: Parameters<typeof emitText>[1]) => emitText(report, format);
            const document = JSON.parse(text("json"));
            expect({ repos: document.counts, paths: document.paths }).toEqual(wanted);
            const last = JSON.parse(text("jsonl").trimEnd().split("\n").at(-1) ?? "");
            expect({ repos: last.counts, paths: last.paths }).toEqual(wanted);
            const { properties } = JSON.parse(text("sarif")).runs[0];
            expect({ repos: properties.counts, paths: properties.paths }).toEqual(wanted);
            const junit = text("junit");
            expect({
              repos: await junitCounts(junit, "run.repos."),
              paths: await junitCounts(junit, "run.paths."),
            }).toEqual(wanted);
            const summary = text("github-summary");
            expect({ repos: summaryRows(summary, 2), paths: summaryRows(summary, 3) }).toEqual(wanted);
            const exposed = text("prometheus");
            expect({
              repos: byClass("coulomb_repos", exposed),
              paths: byClass("coulomb_paths", exposed),
            }).toEqual(wanted);
            expect(await sendOtlp(report, { OTEL_EXPORTER_OTLP_ENDPOINT: url })).toBeUndefined();
            const { points } = readOtlp(received.at(-1)?.body ?? "");
            const sent = (name: string) =>
              Object.fromEntries(
                points.filter((p) => p.name === name).map((p) => [p.labels.class ?? "", p.value]),
              );
            expect({ repos: sent("coulomb_repos"), paths: sent("coulomb_paths") }).toEqual(wanted);
          }),
          { numRuns: 40 },
        );
      },
    );
  });
});
