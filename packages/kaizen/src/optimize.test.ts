import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  commitAll,
  env,
  filesOf,
  fixedNow,
  holderAt,
  hourly,
  newCheckout,
  recordIn,
  recordsAt,
  schedulePath,
  writeFiles,
} from "./checkout.fixture.ts";
import { type OptimizeOptions, optimize } from "./optimize.ts";
import { summaryText } from "./rates-text.ts";
import type { RecordOptions } from "./compose-record.ts";
import { recordRun } from "./record.ts";

const hour = 3_600_000;
const metricsSlot = "kaizen-stack/hourly-metrics/local/coulomb/pilot@2026-07-06T08:00:00Z";

/** The slot of the coach that was due so many hours before 08:15, and a session in it. */
function inSlot(hours: number, more: Partial<RecordOptions> = {}): Partial<RecordOptions> {
  const due = new Date(Date.UTC(2026, 6, 6, 8 - hours, 15)).toISOString().replace(".000", "");
  return {
    slot: `kaizen-stack/hourly-coach/local/coulomb/pilot@${due}`,
    holder: holderAt(Date.UTC(2026, 6, 6, 8 - hours, 19)),
    ...more,
  };
}

const failed = { outcome: "failed", reason: "the network is away" } as const;

function look(cwd: string, more: Partial<OptimizeOptions> = {}) {
  return optimize({ cwd, env, actor: "Pat Person", holder: holderAt(), window: 10 * hour, ...more });
}

async function withRecords(sessions: readonly Partial<RecordOptions>[]): Promise<string> {
  const cwd = await newCheckout();
  for (const each of sessions) await recordRun(recordIn(cwd, each));
  return cwd;
}

describe("metrics optimize", () => {
  it("counts over the slots that were expected, not over records", async () => {
    // Due in ten hours up to 08:20: ten slots, the newest still in time.
    const cwd = await withRecords([inSlot(1), inSlot(2), inSlot(3, failed), inSlot(30), {}]);
    const { agents } = await look(cwd);
    expect(agents.find(({ agent }) => agent === "coach")).toEqual({
      agent: "coach",
      expected_from: "schedule",
      verdict: "ok",
      expected: 10,
      pending: 1,
      closed: 3,
      succeeded: 2,
      failed: 1,
      missed: 6,
      success_rate: 0.2222,
      time_median_s: 120,
      time_p90_s: 120,
      quality_mean: null,
      quality_count: 0,
      failure_streak: 0,
      unattributed: 1,
      interventions: 0,
      torn: 0,
    });
    expect(agents.find(({ agent }) => agent === "optimization")).toMatchObject({
      expected: 10,
      closed: 0,
      missed: 9,
    });
  });

  it.each([
    [[inSlot(1, failed), inSlot(1, { attempt: 2 })], { succeeded: 1, failed: 0 }],
    [[inSlot(1, { attempt: 2 }), inSlot(1, failed)], { succeeded: 1, failed: 0 }],
    [[inSlot(1, { trigger: "backfill" })], { closed: 0, missed: 9, unattributed: 1 }],
    [[inSlot(3), inSlot(2, failed), inSlot(1, failed)], { failure_streak: 2 }],
    [[inSlot(3, failed), inSlot(2), inSlot(1, failed)], { failure_streak: 1 }],
    [
      [inSlot(4, { time: 10 }), inSlot(3, { time: 20 }), inSlot(2, { time: 30 }), inSlot(1, { time: 1000 })],
      { time_median_s: 25, time_p90_s: 1000 },
    ],
    [[inSlot(2, { quality: 0.5 }), inSlot(1, { quality: 1 })], { quality_mean: 0.75, quality_count: 2 }],
    [[inSlot(0)], { pending: 0, closed: 1 }],
  ])("of %j says %j", async (sessions, expected) => {
    const { agents } = await look(await withRecords(sessions));
    expect(agents.find(({ agent }) => agent === "coach")).toMatchObject(expected);
  });

  it("does not count a record that another one replaces", async () => {
    const cwd = await withRecords([inSlot(1)]);
    const [first] = recordsAt(cwd);
    await recordRun(recordIn(cwd, inSlot(1, { ...failed, corrects: String(first?.record_id) })));
    const { agents } = await look(cwd);
    expect(agents[0]).toMatchObject({ succeeded: 0, failed: 1 });
  });

  it.each([
    ["since it was scheduled", 3, hourly, hourly, { expected: 4 }],
    ["since its cron changed", 3, hourly.replace("15 * * * *", "45 * * * *"), hourly, { expected: 4 }],
    ["since it was enabled", 3, hourly.replaceAll("true", "false"), hourly, { expected: 4 }],
    ["since it began, when other lines changed", 3, hourly, `# more\n${hourly}`, { expected: 10 }],
  ])("expects slots %s", async (_what, hours, before, after, expected) => {
    const cwd = await newCheckout(before === after ? { "README.md": "" } : { [schedulePath]: before });
    writeFiles(cwd, { [schedulePath]: after });
    await commitAll(cwd, "Schedule", fixedNow - hours * hour - 6 * 60_000);
    expect((await look(cwd)).agents[0]).toMatchObject(expected);
  });

  it("expects nothing yet of a schedule that is not committed, but what records name", async () => {
    const cwd = await newCheckout({ "README.md": "" });
    writeFiles(cwd, { [schedulePath]: hourly });
    expect((await look(cwd)).agents[0]).toMatchObject({ agent: "coach", expected: 0 });
    await recordRun(recordIn(cwd, inSlot(2)));
    expect((await look(cwd)).agents[0]).toMatchObject({
      agent: "coach",
      expected: 3,
      succeeded: 1,
      missed: 1,
    });
  });

  it("says that few slots say nothing", async () => {
    const cwd = await withRecords([inSlot(1), inSlot(2)]);
    const { agents } = await look(cwd, { window: 4 * hour });
    expect(agents[0]).toMatchObject({ verdict: "insufficient_data", expected: 4, closed: 2 });
  });

  it("names what stands out, worst first, with the records that show it", async () => {
    const cwd = await withRecords([
      inSlot(6, { quality: 0.1 }),
      ...[5, 4, 3].map((hours) => inSlot(hours, { quality: 0.5 })),
      inSlot(2, { ...failed, quality: 0, interventions: [{ kind: "answer" }] }),
      inSlot(1, { ...failed, time: 900, quality: 0.2 }),
    ]);
    const { observations } = await look(cwd);
    const ids = recordsAt(cwd).map(({ record_id: id }) => id);
    expect(
      observations.filter(({ agent }) => agent === "coach").map(({ kind, records }) => [kind, records]),
    ).toEqual([
      ["failure_streak", [ids[5], ids[4]]],
      ["low_success_rate", [ids[5], ids[4]]],
      ["missed_slots", []],
      ["low_quality", ids.toReversed()],
      ["slow_runs", [ids[5]]],
      ["interventions", [ids[4]]],
    ]);
  });

  it("reads the rest of a file with a line that was cut off, and says where it is", async () => {
    const cwd = await withRecords([inSlot(1)]);
    const file = ".kaizen/metrics/coach/2026-07-06.jsonl";
    writeFileSync(join(cwd, file), `${filesOf(cwd)[file] ?? ""}{"record_id": "0`);
    const done = await look(cwd);
    expect(done.agents[0]).toMatchObject({ closed: 1, torn: 1 });
    expect(done.findings).toMatchObject([{ code: "record_torn", file, line: 2, column: expect.any(Number) }]);
    expect(summaryText(done)).toContain(`${file}:2:`);
  });

  it("writes nothing without a slot, nor when it is not to", async () => {
    const cwd = await withRecords([inSlot(1)]);
    const before = filesOf(cwd);
    await look(cwd);
    await look(cwd, { slot: metricsSlot, record: false });
    expect(filesOf(cwd)).toEqual(before);
  });

  it("records itself in a slot, and counts that slot alone", async () => {
    const cwd = await withRecords([]);
    let time = fixedNow;
    const clock = { ...holderAt(), now: () => (time += 500) };
    const first = await look(cwd, {
      slot: metricsSlot,
      cycle: "kaizen-stack/bootstrap@2026-07-06T08:00:00Z",
      holder: clock,
    });
    expect(first.agents.find(({ agent }) => agent === "metrics")).toMatchObject({
      expected_from: "slot",
      expected: 1,
      closed: 0,
    });
    const [record] = recordsAt(cwd, "metrics");
    expect(record).toMatchObject({
      slot: metricsSlot,
      trigger: "schedule",
      outcome: "success",
      cycle: "kaizen-stack/bootstrap@2026-07-06T08:00:00Z",
    });
    expect(Number(record?.time_s)).toBeGreaterThan(0);
    const again = await look(cwd, { slot: metricsSlot });
    expect(again.findings.map(({ code }) => code)).toEqual(["slot_closed"]);
    // Its other slots are known to the ledger alone.
    const later = await look(cwd);
    expect(later.agents.find(({ agent }) => agent === "metrics")).toMatchObject({
      expected: 0,
      unattributed: 0,
    });
  });

  it("works without a schedule file, and says that there is none", async () => {
    const cwd = await newCheckout({ "README.md": "" });
    await recordRun(recordIn(cwd));
    const done = await look(cwd);
    expect(done.agents).toMatchObject([{ agent: "coach", expected_from: "none", unattributed: 1 }]);
    expect(done.findings.map(({ code, file }) => [code, file])).toEqual([["schedule_missing", schedulePath]]);
  });

  it("sends what waits", async () => {
    const cwd = await newCheckout();
    const away = { send: () => Promise.resolve({ kind: "away", message: "gone" } as const) };
    await recordRun(recordIn(cwd, { sink: away }));
    const sent: string[] = [];
    const sink = {
      send: ({ record_id: id }: { record_id: string }) => {
        sent.push(id);
        return Promise.resolve({ kind: "kept" } as const);
      },
    };
    await look(cwd, { sink });
    await look(cwd, { sink });
    expect(sent).toHaveLength(1);
  });
});
