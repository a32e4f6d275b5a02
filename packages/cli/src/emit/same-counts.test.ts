import type { RunReport } from "@coulomb-loop/schemas";
import * as fc from "fast-check";
import { parse as parseJunit } from "junit2json";
import { describe, expect, it } from "vitest";
import { runReport } from "../output/run-report.ts";
import { emitText, sendOtlp } from "./index.ts";
import { readOtlp, withServer } from "./otlp.fixture.ts";
import { readPrometheus } from "./readers.fixture.ts";
import type { DrawnRun } from "./run.fixture.ts";
import { drawnRun } from "./run.fixture.ts";

type Counts = Record<string, number>;

function tally(names: readonly string[]): Counts {
  const counts: Counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Classes that need nobody: page 01 says that whoever opted out is not in drift. */
const well = new Set(["in_sync", "overridden", "opted_out", "released"]);
const errors = new Set(["unknown", "moved", "foreign_owner", "unsupported", "leaving_conflict", "conflict"]);
const warnings = new Set(["ineligible", "orphaned", "adoption", "drift"]);

/** What a run says, counted from its results and from nothing that a report says of them. */
function countRun({ repos }: DrawnRun) {
  const owned = repos.flatMap(({ plan }) => (plan.class === "opted_out" ? [] : plan.paths));
  const told = repos.flatMap(({ plan }) => {
    if (well.has(plan.class)) return [];
    const loud = plan.paths.filter((path) => !well.has(path.class)).map((path): string => path.class);
    return loud.length === 0 ? [plan.class] : loud;
  });
  return {
    repos: tally(repos.map(({ plan }) => plan.class)),
    paths: tally(owned.map((path) => path.class)),
    differing: tally(owned.map((path) => path.class).filter((name) => name !== "in_sync")),
    told: tally(told),
    errors: told.filter((name) => errors.has(name)).length,
    warnings: told.filter((name) => warnings.has(name)).length,
    cases: tally(
      repos.map(({ plan, outcome }) =>
        well.has(plan.class) && outcome !== "rejected" && outcome !== "retry" ? "passed" : plan.class,
      ),
    ),
  };
}

const reportOf = (run: DrawnRun): RunReport =>
  runReport({ plan: run.plan, base: [], observations: new Map() }, run, {
    dryRun: false,
    exitCode: 0,
    startedAt: 0,
    finishedAt: 1000,
  });

interface JsonRepo {
  readonly class: string;
  readonly paths: readonly { readonly class: string }[];
}

const ofRepos = (repos: readonly JsonRepo[]) => ({
  repos: tally(repos.map((repo) => repo.class)),
  differing: tally(repos.flatMap(({ paths }) => paths.map((path) => path.class))),
});

function summaryCounts(text: string) {
  const column = (at: number) =>
    Object.fromEntries(
      [...text.matchAll(/^\| (\S+) \| (\d+) \| (\d+) \|$/gmu)]
        .map((cells) => [cells[1]?.replaceAll("\\", "") ?? "", Number(cells[at])] as const)
        .filter(([, count]) => count > 0),
    );
  const [, table = ""] = text.split("\n### Repos\n\n");
  const rows = table
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(1);
  const cells = rows.map(
    (row) =>
      row
        .split(/(?<!\\)(?:\\\\)*\|/u)[2]
        ?.trim()
        .replaceAll("\\", "") ?? "",
  );
  return { repos: column(2), paths: column(3), rows: tally(cells) };
}

/** The cases by class: what fails names it as its type, what waits in front of its message. */
async function junitCases(text: string): Promise<Counts> {
  const read = await parseJunit(text);
  const suites = read !== undefined && read !== null && "testsuite" in read ? (read.testsuite ?? []) : [];
  const cases = suites.flatMap((suite) => suite.testcase ?? []);
  return tally(
    cases.map(({ failure, error, skipped }) => {
      const type = failure?.[0]?.type ?? error?.[0]?.type;
      return type ?? skipped?.[0]?.message?.split(":")[0]?.replaceAll(" ", "_") ?? "passed";
    }),
  );
}

/** How many annotations of a level there are or would be: the last may stand for several. */
function annotated(text: string, level: string): number {
  const lines = text.split("\n").filter((line) => line.startsWith(`::${level} `));
  const more = /::(\d+) more$/u.exec(lines.at(-1) ?? "")?.[1];
  return more === undefined ? lines.length : lines.length - 1 + Number(more);
}

function seriesByClass(text: string, name: string): { counted: Counts; summed: Counts } {
  const metrics = readPrometheus(text).find((each) => each.name === name)?.metrics ?? [];
  return {
    counted: tally(metrics.map(({ labels }) => labels?.class ?? "")),
    summed: Object.fromEntries(metrics.map(({ labels, value }) => [labels?.class ?? "", Number(value)])),
  };
}

describe("every format", () => {
  it("says of repos and paths what the run found", async () => {
    await fc.assert(
      fc.asyncProperty(drawnRun, async (run) => {
        const { repos, paths, differing, told, cases, ...levels } = countRun(run);
        const report = reportOf(run);
        const text = (format: Parameters<typeof emitText>[1]) => emitText(report, format);

        const document = JSON.parse(text("json"));
        expect(ofRepos(document.repos)).toEqual({ repos, differing });
        expect([document.counts, document.paths]).toEqual([repos, paths]);

        const lines = text("jsonl")
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line));
        expect(ofRepos(lines.slice(0, -1))).toEqual({ repos, differing });
        expect([lines.at(-1).counts, lines.at(-1).paths]).toEqual([repos, paths]);

        const [log] = JSON.parse(text("sarif")).runs;
        expect(tally(log.results.map(({ ruleId }: { ruleId: string }) => ruleId))).toEqual(told);
        expect([log.properties.counts, log.properties.paths]).toEqual([repos, paths]);

        expect(await junitCases(text("junit"))).toEqual(cases);

        const commands = text("github");
        expect({ errors: annotated(commands, "error"), warnings: annotated(commands, "warning") }).toEqual(
          levels,
        );

        expect(summaryCounts(text("github-summary"))).toEqual({ repos, paths, rows: repos });

        const exposed = text("prometheus");
        expect(seriesByClass(exposed, "coulomb_repo_info").counted).toEqual(repos);
        expect(seriesByClass(exposed, "coulomb_repos").summed).toEqual(repos);
        expect(seriesByClass(exposed, "coulomb_paths").summed).toEqual(paths);
      }),
    );
  });

  it("says so by OTLP too", async () => {
    await withServer(
      (response) => response.end(),
      async (url, received) => {
        await fc.assert(
          fc.asyncProperty(drawnRun, async (run) => {
            const { repos, paths } = countRun(run);
            expect(
              await sendOtlp(reportOf(run), { OTEL_EXPORTER_OTLP_ENDPOINT: url }, 20_000),
            ).toBeUndefined();
            const { points } = readOtlp(received.at(-1)?.body ?? "");
            const sent = (name: string) => points.filter((point) => point.name === name);
            const summed = (name: string) =>
              Object.fromEntries(sent(name).map(({ labels, value }) => [labels.class ?? "", value]));
            expect(tally(sent("coulomb_repo_info").map(({ labels }) => labels.class ?? ""))).toEqual(repos);
            expect([summed("coulomb_repos"), summed("coulomb_paths")]).toEqual([repos, paths]);
          }),
          { numRuns: 30 },
        );
      },
    );
  });
});
