import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prometheus } from "./prometheus.ts";
import { readPrometheus } from "./readers.fixture.ts";
import { drawnReport, repoOf, reportOf } from "./report.fixture.ts";

function samplesOf(text: string, name: string) {
  return readPrometheus(text).find((metric) => metric.name === name)?.metrics ?? [];
}

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
    const values = (name: string) => samplesOf(text, name).map(({ value }) => Number(value));
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

  it.each([
    [0, 1],
    [1, 0],
    [4, 1],
  ])("with exit code %i has %i last success", (exit_code, count) => {
    const text = prometheus(reportOf([], { exit_code }));
    expect(samplesOf(text, "coulomb_run_last_success_timestamp_seconds")).toHaveLength(count);
    expect(samplesOf(text, "coulomb_run_exit_code")).toMatchObject([{ value: String(exit_code) }]);
  });
});
