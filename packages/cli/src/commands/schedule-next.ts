import type { DesiredRepo, DstPolicy, OpsDocuments } from "@coulomb-loop/cadence";
import {
  defaultDst,
  isCronProblem,
  nextOccurrences,
  occurrences,
  offsetAt,
  parseCron,
  resolveDesired,
} from "@coulomb-loop/cadence";
import type { Firing, ScheduleNextReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { table } from "../terminal.ts";
import { readSound } from "../workspace.ts";
import { findRepo } from "./find-repo.ts";

interface Options extends CommonOptions {
  readonly repo?: string;
  readonly from?: number;
  readonly to?: number;
  readonly count?: number;
}

const hour = 3_600_000;

/** `coulomb schedule next`: when each step of the loop is due in each repo, by the desired schedule. Reads no forge. */
export async function scheduleNext({ io, terminal }: Invocation, options: Options): Promise<void> {
  const { ops } = readSound(io, terminal, options.ops);
  const from = options.from ?? io.now();
  const to = options.to ?? (options.count === undefined ? from + 24 * hour : undefined);
  if (to !== undefined && to <= from)
    throw new CoulombError("usage", "--to must come after --from", {
      hint: "give instants in UTC, such as 2027-03-28T00:00:00Z",
    });
  const all = resolveDesired(ops.documents, io.now());
  const repos =
    options.repo === undefined ? all : [findRepo(all, ({ id, loop }) => ({ id, loop }), options.repo)];
  const firings = repos.flatMap((repo) => repoFirings(ops.documents, repo, from, to, options.count));
  firings.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.repo_id < b.repo_id ? -1 : 1));
  const end = to ?? Date.parse(firings.at(-1)?.at ?? new Date(from).toISOString());
  const report: ScheduleNextReport = {
    format_version: "1.0",
    kind: "schedule-next",
    from: new Date(from).toISOString(),
    to: new Date(end).toISOString(),
    firings,
  };
  if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
  if (firings.length === 0) return terminal.data("Nothing is due in that time.");
  const { paint } = terminal;
  for (const line of table(
    firings.map((each) => [
      each.local,
      each.repo_id,
      paint.bold(each.step),
      each.dst === undefined
        ? paint.dim(each.cron)
        : `${paint.dim(each.cron)}  ${paint.yellow(each.dst === "gap" ? "clock goes forward this day" : "clock goes back this day")}`,
    ]),
  ))
    terminal.data(line);
}

function repoFirings(
  documents: OpsDocuments,
  repo: DesiredRepo,
  from: number,
  to: number | undefined,
  count: number | undefined,
): Firing[] {
  return stepsOf(documents, repo).flatMap(({ step, cron, zone, dst }) => {
    const parsed = parseCron(cron);
    if (isCronProblem(parsed)) return [];
    const instants =
      to === undefined
        ? nextOccurrences(parsed, zone, dst, from, count ?? 1)
        : occurrences(parsed, zone, dst, from, to);
    return instants.slice(0, count).map((instant) => firing(repo, step, cron, zone, instant));
  });
}

interface Step {
  readonly step: string;
  readonly cron: string;
  readonly zone: string;
  readonly dst: DstPolicy;
}

/** The steps of a repo's phase: agents by their desired cron, the rest by their definition's. */
function stepsOf(documents: OpsDocuments, repo: DesiredRepo): Step[] {
  const cadence = documents.loops.find((loop) => loop.cadence?.value.loop === repo.loop)?.cadence?.value;
  const phase = cadence?.phases.find((candidate) => candidate.name === repo.phase);
  if (cadence === undefined || phase === undefined) return [];
  const value = (pointer: string) => repo.paths.find((path) => path.pointer === pointer)?.value;
  return cadence.steps.flatMap((step): Step[] => {
    const definition = documents.definitions.find(
      ({ value: candidate }) => candidate.step === step && (phase.definitions ?? []).includes(candidate.id),
    )?.value;
    const own = value(`/agents/${step}/cron`);
    const cron = typeof own === "string" ? own : definition?.trigger.cron;
    if (cron === undefined || value(`/agents/${step}/enabled`) === false) return [];
    return [
      {
        step,
        cron,
        zone: definition?.trigger.timezone ?? cadence.timezone,
        dst: { ...defaultDst, ...definition?.trigger.dst },
      },
    ];
  });
}

function firing(repo: DesiredRepo, step: string, cron: string, zone: string, instant: number): Firing {
  const dst = dayKind(zone, instant);
  return {
    at: new Date(instant).toISOString(),
    local: localTime(zone, instant),
    zone,
    repo_id: repo.id,
    loop: repo.loop,
    phase: repo.phase,
    step,
    cron,
    ...(dst === undefined ? {} : { dst }),
  };
}

/** Civil time with its offset: `2027-03-28 03:30 +02:00`. */
function localTime(zone: string, instant: number): string {
  const offset = offsetAt(zone, instant);
  const civil = new Date(instant + offset).toISOString();
  const minutes = Math.abs(offset) / 60_000;
  const clock = [Math.floor(minutes / 60), Math.round(minutes % 60)]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  return `${civil.slice(0, 10)} ${civil.slice(11, 16)} ${offset < 0 ? "-" : "+"}${clock}`;
}

/** Whether the zone's offset changes on the civil day of an instant. */
function dayKind(zone: string, instant: number): "gap" | "overlap" | undefined {
  const offset = offsetAt(zone, instant);
  const midnight = Math.floor((instant + offset) / (24 * hour)) * 24 * hour;
  const toInstant = (civil: number) => civil - offsetAt(zone, civil - offset);
  const change = offsetAt(zone, toInstant(midnight + 24 * hour) - 1) - offsetAt(zone, toInstant(midnight));
  return change > 0 ? "gap" : change < 0 ? "overlap" : undefined;
}
