import {
  defaultDst,
  isCronProblem,
  isZone,
  nextOccurrences,
  parseCron,
  valueAt,
} from "@coulomb-loop/cadence";
import type { PathPlan, RepoPlan } from "@coulomb-loop/schemas";
import { fromPointer, toPointer } from "@coulomb-loop/schemas";

/** What the next firings are told from. */
export interface FiringInputs {
  /** The plan with the paths that are offered. */
  readonly plan: RepoPlan;
  /** Every path of the file that is the loop's business. */
  readonly paths: readonly PathPlan[];
  /** The file as parsed, so that agents of the repo's own are known too; `undefined`: not known. */
  readonly raw: unknown;
  /** Time of the plan, epoch milliseconds. */
  readonly at: number;
}

/**
 * When each agent fires next, as it is now and once the proposal is merged, as Markdown lines; none when no firing
 * changes. Agents whose cron or switch changes, and with the zone every agent of the file: each time is read in the zone
 * that the file has then. Pure.
 */
export function firingTable(inputs: FiringInputs): string[] {
  const { plan, at } = inputs;
  const [zone, next] = [plan.timezone, zoneAfter(plan)];
  const rows = agentsToTell(inputs, zone !== next).flatMap((agent) => {
    const before = nextFiring(inputs, agent, liveValue, zone);
    const after = nextFiring(inputs, agent, mergedValue, next);
    if (before === after) return [];
    const [now, then] = [before && civil(before, zone), after && civil(after, next)];
    return [`| ${agent} | ${now ?? "not scheduled"} | ${then ?? "no more"} |`];
  });
  if (rows.length === 0) return [];
  const asOf = `as of ${new Date(at).toISOString().slice(0, 16)}Z`;
  const [heading, columns] =
    zone === next
      ? [`${asOf}, times in ${zone}`, "| agent | now | merged |"]
      : [asOf, `| agent | now (${zone}) | merged (${next}) |`];
  return [`### When it fires next (${heading})`, "", columns, "|---|---|---|", ...rows, ""];
}

/** The agents that paths are about, in their order. */
export function agentsOf(paths: readonly Pick<PathPlan, "pointer">[]): string[] {
  return [
    ...new Set(
      paths.flatMap(({ pointer }) => {
        const [section, agent] = fromPointer(pointer);
        return section === "agents" && agent !== undefined ? [agent] : [];
      }),
    ),
  ];
}

/** Zone of the file once the proposal is merged. */
function zoneAfter({ paths, timezone }: RepoPlan): string {
  const wanted = paths.find(({ pointer }) => pointer === "/timezone")?.desired;
  return typeof wanted === "string" && isZone(wanted) ? wanted : timezone;
}

function agentsToTell({ plan, paths, raw }: FiringInputs, zoneChanges: boolean): string[] {
  const changed = agentsOf(plan.paths);
  if (!zoneChanges) return changed;
  const inFile = valueAt(raw, "/agents");
  const names = typeof inFile === "object" && inFile !== null ? Object.keys(inFile) : [];
  return [...new Set([...changed, ...agentsOf(paths), ...names])];
}

/** How a key of an agent is looked up: as it is, or as it will be. */
type Lookup = (inputs: FiringInputs, pointer: string) => unknown;

const liveValue: Lookup = ({ paths, raw }, wanted) => {
  const path = paths.find(({ pointer }) => pointer === wanted);
  return path === undefined ? valueAt(raw, wanted) : path.live;
};

const mergedValue: Lookup = (inputs, wanted) => {
  const path = inputs.plan.paths.find(({ pointer }) => pointer === wanted);
  return path === undefined ? liveValue(inputs, wanted) : path.desired;
};

function nextFiring(inputs: FiringInputs, agent: string, lookup: Lookup, zone: string): number | undefined {
  const of = (key: string) => lookup(inputs, toPointer(["agents", agent, key]));
  const cron = of("cron");
  const parsed = typeof cron === "string" && of("enabled") !== false ? parseCron(cron) : undefined;
  if (parsed === undefined || isCronProblem(parsed)) return undefined;
  return nextOccurrences(parsed, zone, defaultDst, inputs.at, 1)[0];
}

/** `Mon 2026-06-22 09:00` in a zone. */
function civil(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("weekday")} ${of("year")}-${of("month")}-${of("day")} ${of("hour")}:${of("minute")}`;
}
