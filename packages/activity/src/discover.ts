import type { DesiredRepo } from "@coulomb-loop/cadence";
import { isCronProblem, isZone, optedOut, parseCron, valueAt } from "@coulomb-loop/cadence";
import type { ActivityDefinition } from "@coulomb-loop/schemas";
import { toPointer } from "@coulomb-loop/schemas";
import { type LiveSchedule, type LiveSchedules, liveKey } from "./live-schedules.ts";

type Source = NonNullable<ActivityDefinition["context"]>["sources"][number];

/** Parameters of the resolver. */
export type DiscoverParams = Source["params"];

/** The source that a definition runs over: the one `for_each` names, else its first. */
export function sourceOf({ context }: ActivityDefinition): Source | undefined {
  const bound = context?.for_each?.split(".")[0];
  return context?.sources.find(({ bind }) => bind === bound) ?? context?.sources[0];
}

/** An agent that a repo schedules. */
export interface ScheduledRun {
  /** Repo id. */
  readonly repo: string;
  readonly agent: string;
  readonly cron: string;
  readonly timezone: string;
  /** Schedule file it was read from. */
  readonly blob: string;
  /** Commit it was read at. */
  readonly head: string;
}

/** Why a repo has no run. */
export type ExclusionReason = "unreadable" | "no_schedule" | "opted_out" | "other_domain" | "no_agent";

/** A repo without a run, and why. */
export interface ExcludedRepo {
  readonly repo: string;
  readonly reason: ExclusionReason;
  readonly message: string;
}

/** What the resolver answers: every repo it was asked about stands in one of the two lists. */
export interface Discovery {
  /** By repo, then agent. */
  readonly runs: readonly ScheduledRun[];
  readonly excluded: readonly ExcludedRepo[];
}

/**
 * The resolver `discover_kaizen_scheduled_repos`: which agents of a cadence and a domain the repos' own schedule files
 * enable. The domain is the file's, else the roster's. `asOf` (epoch milliseconds) ends pauses. Pure; a repo that could not
 * be read is excluded by that name, never absent (page 06 R9).
 */
export function discoverKaizenScheduledRepos(
  params: DiscoverParams,
  repos: readonly DesiredRepo[],
  live: LiveSchedules,
  asOf: number,
): Discovery {
  const runs: ScheduledRun[] = [];
  const excluded: ExcludedRepo[] = [];
  for (const repo of [...repos].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const answer = runsOf(params, repo, live.get(liveKey(repo)), asOf);
    if (Array.isArray(answer)) runs.push(...answer);
    else excluded.push({ repo: repo.id, ...answer });
  }
  return { runs, excluded };
}

/** Why nothing may run in a repo, whatever is asked for: it could not be read, or does not consent. */
export type Refusal = Omit<ExcludedRepo, "repo"> & {
  readonly reason: Extract<ExclusionReason, "unreadable" | "no_schedule" | "opted_out">;
};

/** Whether a repo consents at `asOf` (epoch milliseconds): its file is the consent, until it withdraws it. */
export function refusalOf(
  repo: DesiredRepo,
  schedule: LiveSchedule | undefined,
  asOf: number,
): Refusal | undefined {
  if (schedule === undefined) return { reason: "unreadable", message: "it was not read" };
  if (schedule.kind === "unreadable") return { reason: "unreadable", message: schedule.message };
  if (schedule.kind === "absent")
    return { reason: "no_schedule", message: `there is no ${repo.file} on its default branch` };
  const withdrawn = optedOut(schedule.raw, asOf);
  return withdrawn === undefined ? undefined : { reason: "opted_out", message: withdrawn };
}

function runsOf(
  { domain, cadence, agent: only }: DiscoverParams,
  repo: DesiredRepo,
  schedule: LiveSchedule | undefined,
  asOf: number,
): ScheduledRun[] | Omit<ExcludedRepo, "repo"> {
  const refusal = refusalOf(repo, schedule, asOf);
  if (refusal !== undefined || schedule?.kind !== "read")
    return refusal ?? { reason: "unreadable", message: "it was not read" };
  const { raw, blob, head } = schedule;
  const own = text(valueAt(raw, "/domain")) ?? rosterDomain(repo);
  if (own !== domain)
    return { reason: "other_domain", message: `its domain is ${own ?? "not said"}, not ${domain}` };
  const timezone = text(valueAt(raw, "/timezone")) ?? repo.timezone;
  // What is no zone or no cron fires nowhere, and goes into no task.
  if (!isZone(timezone)) return { reason: "no_agent", message: "its timezone is none" };
  const runs = agentsOf(raw)
    .filter((agent) => only === undefined || agent === only)
    .flatMap((agent): ScheduledRun[] => {
      const value = (key: string) => valueAt(raw, toPointer(["agents", agent, key]));
      const cron = text(value("cron"));
      if (value("enabled") !== true || value("cadence") !== cadence) return [];
      if (cron === undefined || isCronProblem(parseCron(cron))) return [];
      return [{ repo: repo.id, agent, cron, timezone, blob, head }];
    });
  if (runs.length > 0) return runs;
  return {
    reason: "no_agent",
    message: `it enables no ${cadence} ${only === undefined ? "agent" : `agent ${only}`} with a cron`,
  };
}

function agentsOf(raw: unknown): string[] {
  const agents = valueAt(raw, "/agents");
  return typeof agents === "object" && agents !== null && !Array.isArray(agents)
    ? Object.keys(agents).sort()
    : [];
}

function rosterDomain(repo: DesiredRepo): string | undefined {
  return text(repo.paths.find(({ pointer }) => pointer === "/domain")?.value);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
