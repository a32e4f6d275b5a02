import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prometheus } from "./prometheus.ts";
import { readPrometheus } from "./readers.fixture.ts";
import { drawnReport, repoOf, reportOf } from "./report.fixture.ts";

function samplesOf(text: string, wanted: string) {
  return readPrometheus(text).find((metric) => metric.name === wanted)?.metrics ?? [];
}

const name = "coulomb_run_last_success_timestamp_seconds";
const lastSuccessOf = (text: string) => samplesOf(text, name).map(({ value }) => value);

describe("prometheus", () => {
  it("keeps labels whatever they hold", () => {
    fc.assert(
      fc.property(drawnReport, (report) => {
        const read = samplesOf(prometheus(report), "coulomb_repo_info").map(({ labels }) => labels?.repo);
        expect(read).toEqual(report.repos.map((repo) => repo.repo_id.toWellFormed()));
      }),
    );
  });

  it("writes help, type and no series twice", () => {
    fc.assert(
      fc.property(drawnReport, (report) => {
        const text = prometheus(report);
        for (const metric of readPrometheus(text))
          expect(metric).toMatchObject({ type: "GAUGE", help: /./u });
        const series = text.split("\n").filter((line) => line.startsWith("coulomb"));
        expect(new Set(series.map((line) => line.slice(0, line.lastIndexOf(" ")))).size).toBe(series.length);
        expect(series.filter((line) => !/ -?\d+(\.\d+)?$/u.test(line))).toEqual([]);
      }),
    );
  });

  it("tells ages and instants in seconds", () => {
    const repo = repoOf({
      class: "drift",
      drift_since: "2026-06-18T11:00:00Z",
      overrides: [
        { path: "/a", state: "expired", expires_at: "2026-01-01T00:00:00Z" },
        { path: "/a", state: "live", expires_at: "2026-07-01T00:00:00Z" },
      ],
    });
    const text = prometheus(reportOf([repo]));
    const values = (metric: string) => samplesOf(text, metric).map(({ value }) => Number(value));
    expect(values("coulomb_repo_drift_age_seconds")).toEqual([3602.5]);
    expect(values("coulomb_override_expiry_timestamp_seconds")).toEqual([1_782_864_000]);
    expect(values("coulomb_run_duration_seconds")).toEqual([2.5]);
    expect(values("coulomb_run_last_success_timestamp_seconds")).toEqual([1_781_784_002.5]);
  });

  it("tells no negative age when clocks disagree", () => {
    const repo = repoOf({ class: "drift", drift_since: "2026-06-19T00:00:00Z" });
    const text = prometheus(reportOf([repo]));
    expect(samplesOf(text, "coulomb_repo_drift_age_seconds").map(({ value }) => value)).toEqual(["0"]);
  });

  it.each([0, 2, 3, 4])("tells exit code %i, and the end of the run as the last success", (exit_code) => {
    const text = prometheus(reportOf([], { exit_code }));
    expect(lastSuccessOf(text)).toEqual(["1781784002.5"]);
    expect(samplesOf(text, "coulomb_run_exit_code")).toMatchObject([{ value: String(exit_code) }]);
  });

  describe.each([
    ["fails", { exit_code: 1 }],
    ["is stopped", { exit_code: 4, stopped: { code: "mass_change", message: "m", hint: "h" } }],
    ["is a dry run", { exit_code: 0, dry_run: true }],
  ] as const)("of a run that %s", (_what, changes) => {
    const report = reportOf([], changes);

    it("keeps the last success that the file told before", () => {
      const before = prometheus(reportOf([], { finished_at: "2026-06-17T12:00:00Z" }));
      const text = prometheus(report, before);
      expect(lastSuccessOf(text)).toEqual(["1781697600"]);
      expect(lastSuccessOf(prometheus(report, text))).toEqual(["1781697600"]);
    });

    it.each([
      ["there was no file", undefined],
      ["it held something else", "# HELP x y\nx 1\n"],
      ["its value is no time", `${name} NaN\n`],
      ["its value is negative", `${name} -5\n`],
      ["its value is yet to come", `${name} 1981784002\n`],
      ["its value has labels", `${name}{a="b"} 1781697600\n`],
    ])("tells none when %s", (_when, before) => {
      expect(lastSuccessOf(prometheus(report, before))).toEqual([]);
    });
  });
});
