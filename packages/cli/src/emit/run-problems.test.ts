import { parse } from "junit2json";
import { describe, expect, it } from "vitest";
import { emitText } from "./index.ts";
import { readPrometheus } from "./readers.fixture.ts";
import { pathOf, repoOf, reportOf } from "./report.fixture.ts";
import { runProblemRules } from "./run-problems.ts";

const stop = (code: "mass_change" | "run_in_progress") => ({
  code,
  message: "3 of 3 repos of kaizen-stack would leave <now>",
  hint: "look at it: coulomb plan",
});
const massChange = reportOf([repoOf({ class: "leaving" })], { stopped: stop("mass_change"), exit_code: 4 });
const busy = reportOf([repoOf()], { stopped: stop("run_in_progress"), exit_code: 1 });
const unremembered = reportOf([repoOf()], { state: "refused", exit_code: 1 });
const well = reportOf([repoOf({ class: "drift", paths: [pathOf()] })]);

describe("a run that was stopped, or could not write its state", () => {
  it.each([
    ["mass_change", massChange, "failure"],
    ["run_in_progress", busy, "error"],
    ["state_refused", unremembered, "error"],
  ] as const)("is told by every report: %s", async (code, report, verdict) => {
    const [first = ""] = emitText(report, "github", "ops/").split("\n");
    expect(first).toMatch(new RegExp(`^::error file=ops/coulomb\\.yaml,line=1,title=${code}::`, "u"));

    const [log] = JSON.parse(emitText(report, "sarif")).runs;
    expect(log.results[0]).toMatchObject({ ruleId: code, level: "error" });
    expect(log.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("coulomb.yaml");
    expect(log.invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: code } }] },
    ]);

    const read = await parse(emitText(report, "junit"));
    const suites = read !== undefined && read !== null && "testsuite" in read ? (read.testsuite ?? []) : [];
    expect(suites[0]).toMatchObject({ name: "coulomb run", tests: 1, [`${verdict}s`]: 1 });
    expect(suites[0]?.testcase).toMatchObject([{ name: code, [verdict]: [{ type: code }] }]);
    expect(read).toMatchObject({ tests: 2 });

    const [line = ""] = emitText(report, "github-summary").split("\n");
    expect(line.replaceAll("\\", "")).toMatch(new RegExp(`^## Coulomb: .* \\(${code}\\)$`, "u"));
  });

  it.each([
    [massChange, { mass_change: "1", run_in_progress: "0", request_budget: "0", write_limit: "0" }],
    [busy, { mass_change: "0", run_in_progress: "1", request_budget: "0", write_limit: "0" }],
    [well, { mass_change: "0", run_in_progress: "0", request_budget: "0", write_limit: "0" }],
  ])("is a gauge by guard", (report, expected) => {
    const gauge = readPrometheus(emitText(report, "prometheus")).find(
      ({ name }) => name === "coulomb_run_stopped",
    );
    expect(
      Object.fromEntries(gauge?.metrics.map(({ labels, value }) => [labels?.code, value]) ?? []),
    ).toEqual(expected);
  });

  it("leaves a run that was not alone", () => {
    const texts = (["github", "sarif", "junit", "github-summary"] as const).map((format) =>
      emitText(well, format),
    );
    const [log] = JSON.parse(texts[1] ?? "").runs;
    expect(log.invocations).toMatchObject([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    for (const code of Object.keys(runProblemRules))
      for (const text of [texts[0], JSON.stringify(log.results), texts[2], texts[3]])
        expect(text).not.toContain(code);
  });
});
