import type { Evidence } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { cycleResults } from "./cycle-result.ts";
import { evaluate } from "./evaluate.ts";

const hours = ["10", "11", "12", "13"];
const repos = ["local/acme/billing", "local/acme/shop"];
const cycle = (hour: string) => `upkeep/bootstrap@2026-07-06T${hour}:00:00Z`;
type Availability = Evidence["analyses"][number]["availability"];

/** Four hours of two repos: of billing all are closed, of shop the first and none of the rest. */
function evidence(scope: "fleet" | "per_repo", availability: Availability): Evidence {
  const slots = hours.flatMap((hour) =>
    repos.map((repo) => {
      const due = `2026-07-06T${hour}:00:00Z`;
      return { key: `upkeep/coach/${repo}@${due}`, activity: "coach", repo, due, cycle: cycle(hour) };
    }),
  );
  const records = slots.flatMap(({ key, repo, due }, index): Evidence["records"] => {
    if (repo === repos[1] && index > 1) return [];
    const at = due.replace(":00:00Z", ":05:00Z");
    const times = { started_at: at, finished_at: at, recorded_at: at };
    return [
      {
        received_at: at,
        sent_by: "agent",
        record: {
          record_id: `00000000-0000-4000-8000-00000000000${index}`,
          agent: "coach",
          repo,
          slot: key,
          attempt: 1,
          trigger: "schedule",
          success: true,
          outcome: "success",
          time_s: 1,
          actor: "agent",
          ...times,
        },
      },
    ];
  });
  return {
    format_version: "1.0",
    kind: "evidence",
    loop: "upkeep",
    phase: "bootstrap",
    as_of: "2026-07-06T13:30:00Z",
    timezone: "UTC",
    tzdata: "2026a",
    analyses: [
      {
        key: "clean",
        unit: "cycle",
        scope,
        availability,
        consecutive_success_limit: 3,
        on_missing: "hold",
        close_deadline: "PT55M",
      },
    ],
    digests: { policy: "0".repeat(64), definitions: {} },
    repos: [{ repo: repos[0] ?? "", since: "2026-07-06T10:30:00Z" }, { repo: repos[1] ?? "" }],
    past: [],
    activities: ["coach"],
    cycles: hours.map((hour, seq) => ({ id: cycle(hour), anchor: `2026-07-06T${hour}:00:00Z`, seq })),
    slots,
    events: [],
    records,
  };
}

describe("cycleResults", () => {
  it.each([
    ["fleet", "all", ["left out", "inconclusive", "inconclusive", "pending"]],
    ["fleet", { minimum_repos: 1 }, ["success", "success", "success", "success"]],
    ["per_repo", "all", ["left out", "inconclusive", "inconclusive", "pending"]],
    ["per_repo", { minimum_repos: 1 }, ["success", "success", "success", "success"]],
  ] as const)("of %s over %j are what each cycle is by itself", (scope, availability, expected) => {
    const found = evidence(scope, availability);
    const [result] = evaluate(found);
    if (result === undefined) throw new Error("there is one analysis");
    const results = cycleResults(found, result);
    expect([...results.keys()]).toEqual(hours.map(cycle));
    expect([...results.values()].map((each) => each.result ?? "left out")).toEqual(expected);
    expect(
      [...results.values()].every((each) => (each.result === undefined) === (each.leftOut !== undefined)),
    ).toBe(true);
  });
});
