import { describe, expect, it } from "vitest";
import type { MetricsRecord } from "@coulomb-loop/documents";
import { ratesOf } from "./rates.ts";

const to = Date.UTC(2026, 6, 6, 8, 20);

/** A record that closes the slot which was due so many minutes before 08:15. */
function record(minutes: number): MetricsRecord {
  const due = new Date(Date.UTC(2026, 6, 6, 8, 15 - minutes)).toISOString();
  return {
    record_id: `01991c1e-5f6c-7b6e-9d0a-${minutes.toString(16).padStart(12, "0")}`,
    agent: "coach",
    repo: "local/coulomb/pilot",
    slot: `kaizen-stack/hourly-coach/local/coulomb/pilot@${due.replace(".000", "")}`,
    attempt: 1,
    trigger: "schedule",
    success: true,
    outcome: "success",
    time_s: 1,
    started_at: due,
    finished_at: due,
    recorded_at: due,
    actor: "Pat Person",
  };
}

describe("rates", () => {
  it("are made of more records than a call takes arguments", () => {
    const records = Array.from({ length: 150_000 }, (_, minutes) => record(minutes));
    const { rates } = ratesOf({
      metrics: { agent: "coach", lines: [], records, findings: [] },
      settings: { cadence: "daily", cron: "* * * * *", enabled: true },
      zone: "UTC",
      alsoDue: [],
      since: to,
      from: to - 10 * 86_400_000,
      to,
    });
    // The five minutes after 08:15 have no record yet.
    expect(rates).toMatchObject({ expected: 14_400, succeeded: 14_396, pending: 4 });
  });
});
