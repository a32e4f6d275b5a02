import { resolveDesired } from "@coulomb-loop/cadence";
import { decode, readYaml } from "@coulomb-loop/documents";
import { validateSchedule } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { discoverKaizenScheduledRepos, type DiscoverParams } from "./discover.ts";
import { type LiveSchedule, liveKey } from "./live-schedules.ts";
import { inSync, ownOps } from "./ops.fixture.ts";

const asOf = Date.parse("2026-06-18T08:00:00Z");
const repos = resolveDesired(ownOps(), asOf);
const daily: DiscoverParams = { domain: "custodian", cadence: "daily" };

function read(text: string): LiveSchedule {
  const source = decode(new TextEncoder().encode(text), ".kaizen/schedule.yml");
  if (Array.isArray(source)) throw new Error("it is text");
  return { kind: "read", raw: readYaml(source, validateSchedule).raw, blob: "b", head: "h" };
}

function discover(one: LiveSchedule, params: DiscoverParams = daily) {
  const live = new Map(repos.map((repo, index) => [liveKey(repo), index === 0 ? one : read(inSync())]));
  const { runs, excluded } = discoverKaizenScheduledRepos(params, repos, live, asOf);
  return {
    runs: runs.map(({ repo, agent }) => `${repo.split("/").at(-1)} ${agent}`),
    excluded: excluded.map(({ repo, reason }) => `${repo.split("/").at(-1)} ${reason}`),
  };
}

describe("discover_kaizen_scheduled_repos", () => {
  it("finds the six runs of the seed over the three pilots", () => {
    expect(discover(read(inSync()))).toEqual({
      runs: [
        "activity-core coach",
        "activity-core optimization",
        "kaizen-agentic coach",
        "kaizen-agentic optimization",
        "the-custodian coach",
        "the-custodian optimization",
      ],
      excluded: [],
    });
  });

  it("tells cron, zone, blob and head of a run", () => {
    const live = new Map(repos.map((repo) => [liveKey(repo), read(inSync())]));
    expect(discoverKaizenScheduledRepos({ ...daily, agent: "coach" }, repos, live, asOf).runs[0]).toEqual({
      repo: "local/coulomb/activity-core",
      agent: "coach",
      cron: "15 * * * *",
      timezone: "Europe/Berlin",
      blob: "b",
      head: "h",
    });
  });

  it.each<[string, LiveSchedule]>([
    ["unreadable", { kind: "unreadable", message: "unreachable" }],
    ["no_schedule", { kind: "absent" }],
    ["opted_out", read(inSync("enabled: false\n"))],
    ["opted_out", read(inSync("paused: { until: 2026-06-18T09:00:00Z, reason: release }\n"))],
    ["other_domain", read(inSync().replace("custodian", "coulomb"))],
    ["no_agent", read(inSync().replaceAll("enabled: true", "enabled: false"))],
    ["no_agent", read(inSync().replaceAll("cadence: daily", "cadence: weekly"))],
    ["no_agent", read("timezone: UTC\ndomain: custodian\n")],
  ])("excludes a repo by name: %s", (reason, schedule) => {
    expect(discover(schedule).excluded).toEqual([`activity-core ${reason}`]);
    expect(discover(schedule).runs).toHaveLength(4);
  });

  it("takes a pause that is over for none, and the roster's domain where a file has none", () => {
    expect(discover(read(inSync("paused: { until: 2026-06-18T08:00:00Z, reason: x }\n"))).excluded).toEqual(
      [],
    );
    expect(discover(read(inSync().replace("domain: custodian\n", ""))).excluded).toEqual([]);
  });

  it("excludes a repo that was not read at all", () => {
    const { excluded } = discoverKaizenScheduledRepos(daily, repos, new Map(), asOf);
    expect(excluded.map(({ reason }) => reason)).toEqual(["unreadable", "unreadable", "unreadable"]);
  });
});
