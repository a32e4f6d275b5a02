import type { LoneAgent, OpsDocuments, Slot } from "@coulomb-loop/cadence";
import {
  expectedSlots,
  loneAgents,
  loopName,
  nextOccurrences,
  nextSlots,
  occurrences,
  resolveDesired,
} from "@coulomb-loop/cadence";
import type { Firing, ScheduleNextReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { dayKind, dayKindWords, localTime } from "../output/civil-time.ts";
import { icalOf } from "../output/ical.ts";
import type { Paint } from "../terminal.ts";
import { table } from "../terminal.ts";
import { readSound } from "../workspace.ts";
import { findRepo } from "./find-repo.ts";
import { oneOf } from "./one-of.ts";
import { checkRange } from "./schedule-range.ts";

interface Options extends CommonOptions {
  readonly loop?: string;
  readonly repo?: string;
  readonly agent?: string;
  readonly from?: number;
  readonly to?: number;
  readonly count?: number;
  readonly format?: "table" | "ical";
}

const day = 86_400_000;

/** Two years: a fleet has hundreds of thousands of firings in them. */
const mostDays = 731;

/**
 * `coulomb schedule next`: when each activity is due in each repo, enabled or not, and each agent that has none. Reads the
 * ops repo alone, and no forge.
 */
export async function scheduleNext({ io, terminal }: Invocation, options: Options): Promise<void> {
  const { documents } = readSound(io, terminal, options.ops).ops;
  const from = options.from ?? io.now();
  const to = options.to ?? (options.count === undefined ? from + day : undefined);
  checkRange(from, to, mostDays);
  const isWanted = choice(documents, from, options);
  const firings = atMost(options.count, [
    ...slotsIn(documents, from, to, options.count)
      .filter(({ activity }) => isWanted(activity))
      .map(ofSlot),
    ...loneAgents(documents, from)
      .filter(isWanted)
      .flatMap((agent) => ofAgent(agent, from, to, options.count)),
  ]);
  const end = to ?? Date.parse(firings.at(-1)?.at ?? new Date(from).toISOString());
  if (options.format === "ical") {
    for (const part of icalOf(firings, { from, to: end, stamp: io.now() })) io.stdout.write(part);
    return;
  }
  const report: ScheduleNextReport = {
    format_version: "1.1",
    kind: "schedule-next",
    from: new Date(from).toISOString(),
    to: new Date(end).toISOString(),
    firings,
  };
  if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
  if (firings.length === 0) return terminal.data("Nothing is due in that time.");
  for (const line of table(firings.map((each) => row(each, terminal.paint)))) terminal.data(line);
}

type Choice = (what: Pick<LoneAgent, "loop" | "step" | "repo">) => boolean;

/** What `--loop`, `--repo` and `--agent` name; throws `usage` for what there is not. */
function choice(documents: OpsDocuments, from: number, { loop, repo: wanted, agent }: Options): Choice {
  if (loop !== undefined) oneOf("loop", loop, documents.loops.map(loopName));
  if (agent !== undefined) {
    const steps = documents.loops.flatMap(({ cadence }) => cadence?.value.steps ?? []);
    oneOf("step", agent, [...steps, ...documents.definitions.map(({ value }) => value.step)]);
  }
  const all = resolveDesired(documents, from).filter((repo) => loop === undefined || repo.loop === loop);
  const found = wanted === undefined ? undefined : findRepo(all, (repo) => repo, wanted);
  return (each) =>
    (loop === undefined || each.loop === loop) &&
    (agent === undefined || each.step === agent) &&
    (found === undefined || (each.repo.id === found.id && each.loop === found.loop));
}

function slotsIn(documents: OpsDocuments, from: number, to: number | undefined, count = 1): Slot[] {
  return to === undefined
    ? nextSlots(documents, from, count, "listed")
    : expectedSlots(documents, from, to, "listed");
}

function ofSlot({ key, due, cycle, activity }: Slot): Firing {
  const { definition } = activity;
  const more = { slot: key, activity: definition.id, cycle, enabled: definition.enabled === true };
  return { ...firing(activity, due), ...more };
}

function ofAgent(agent: LoneAgent, from: number, to: number | undefined, count = 1): Firing[] {
  const { cron, zone, dst } = agent.clock;
  const instants =
    to === undefined ? nextOccurrences(cron, zone, dst, from, count) : occurrences(cron, zone, dst, from, to);
  return instants.map((instant) => firing(agent, instant));
}

function firing({ repo, loop, phase, step, clock }: LoneAgent, instant: number): Firing {
  const { zone, cron } = clock;
  const dst = dayKind(zone, instant);
  return {
    at: new Date(instant).toISOString(),
    local: localTime(zone, instant),
    zone,
    repo_id: repo.id,
    loop,
    phase,
    step,
    cron: cron.text,
    ...(dst === undefined ? {} : { dst }),
  };
}

/** Ascending by instant, then by repo; at most so many of each step in each repo. */
function atMost(count: number | undefined, firings: readonly Firing[]): Firing[] {
  const seen = new Map<string, number>();
  return firings
    .toSorted(
      (a, b) => compare(a.at, b.at) || compare(a.repo_id, b.repo_id) || compare(a.slot ?? "", b.slot ?? ""),
    )
    .filter(({ loop, step, repo_id, activity = "" }) => {
      const key = JSON.stringify([loop, step, repo_id, activity]);
      seen.set(key, (seen.get(key) ?? 0) + 1);
      return count === undefined || (seen.get(key) ?? 0) <= count;
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function row({ local, repo_id, step, cron, enabled, dst }: Firing, paint: Paint): string[] {
  const notes = [
    paint.dim(cron),
    ...(enabled === false ? [paint.dim("not enabled")] : []),
    ...(dst === undefined ? [] : [paint.yellow(dayKindWords(dst))]),
  ];
  return [local, repo_id, paint.bold(step), notes.join("  ")];
}
