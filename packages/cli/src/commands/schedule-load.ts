import type { Load, OpsDocuments, Peak } from "@coulomb-loop/cadence";
import { inPhases, loadOf, loopName, resolveDesired } from "@coulomb-loop/cadence";
import { readOpsRepo } from "@coulomb-loop/reconciler";
import type { LoadReport, PeakReport, ScheduleLoadReport } from "@coulomb-loop/schemas";
import { CoulombError, didYouMean, hasErrors } from "@coulomb-loop/schemas";
import type { Supposed } from "../command-line/arguments.ts";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { readOpsAt } from "../ops-at-commit.ts";
import { localTime } from "../output/civil-time.ts";
import { printFindings } from "../output/findings.ts";
import { loadLines } from "../output/schedule-load.ts";
import { readSound } from "../workspace.ts";
import { findRepo } from "./find-repo.ts";
import { checkRange } from "./schedule-range.ts";

interface Options extends CommonOptions {
  readonly from?: number;
  readonly to?: number;
  readonly compare?: string;
  readonly phase?: readonly Supposed[];
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * `coulomb schedule load`: firings for each hour, by the ops repo's files; beside it, what they were at another commit, or
 * before repos are supposed to be in other phases. Reads no forge.
 */
export async function scheduleLoad(invocation: Invocation, options: Options): Promise<void> {
  const { io, terminal } = invocation;
  const { ops, folder, config } = readSound(io, terminal, options.ops);
  const from = options.from ?? Math.floor(io.now() / hour) * hour;
  const to = options.to ?? from + 7 * day;
  checkRange(from, to, 366);
  const supposed = suppose(ops.documents, from, options.phase ?? []);
  const phaseOf = new Map(supposed.map((each) => [placeOf(each.repo_id, each.loop), each.to]));
  const changed = inPhases(ops.documents, (id, loop) => phaseOf.get(placeOf(id, loop)));
  const other =
    options.compare === undefined ? undefined : await readOther(invocation, folder, options.compare);
  const earlier = other?.documents ?? (supposed.length === 0 ? undefined : ops.documents);
  const load = loadOf(changed, from, to);
  const before = earlier === undefined ? undefined : loadOf(earlier, from, to);
  const zone = config.timezone;
  const report: ScheduleLoadReport = {
    format_version: "1.0",
    kind: "schedule-load",
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    zone,
    load: reported(load, zone, to - from),
    ...(before === undefined ? {} : { before: reported(before, zone, to - from) }),
    ...(other === undefined ? {} : { compared_with: { ref: other.ref, commit: other.commit } }),
    ...(supposed.length === 0 ? {} : { phases: supposed }),
    hours: hoursOf(load, before, zone, from),
  };
  if (options.json === true) return terminal.data(JSON.stringify(report, null, 2));
  for (const line of loadLines(report, terminal.paint, io.stdout.columns ?? 80)) terminal.data(line);
}

function hoursOf(
  load: Load,
  before: Load | undefined,
  zone: string,
  from: number,
): ScheduleLoadReport["hours"] {
  return load.hours.map((firings, index) => {
    const at = from + index * hour;
    const earlier = before?.hours[index];
    return {
      at: new Date(at).toISOString(),
      local: localTime(zone, at),
      firings,
      ...(earlier === undefined ? {} : { before: earlier, difference: firings - earlier }),
    };
  });
}

function reported(load: Load, zone: string, length: number): LoadReport {
  const peak = ({ at, firings }: Peak): PeakReport => ({
    at: new Date(at).toISOString(),
    local: localTime(zone, at),
    firings,
  });
  const { firings, busiestHour, busiestMinute, busiestDispatch } = load;
  return {
    firings,
    mean_per_hour: Math.round((firings * 1000 * hour) / length) / 1000,
    ...(busiestHour === undefined ? {} : { busiest_hour: peak(busiestHour) }),
    ...(busiestMinute === undefined ? {} : { busiest_minute: peak(busiestMinute) }),
    ...(busiestDispatch === undefined ? {} : { busiest_dispatch: peak(busiestDispatch) }),
  };
}

/** The ops repo at a commit; throws `ops_invalid`, after printing what is wrong with it there. */
async function readOther({ io, terminal }: Invocation, folder: string, ref: string) {
  const { commit, files } = await readOpsAt(io, folder, ref);
  const { documents, findings } = readOpsRepo(files, io.now());
  if (hasErrors(findings)) {
    for (const line of printFindings(findings, terminal.paint)) terminal.note(line);
    throw new CoulombError("ops_invalid", `the ops repo has errors at ${ref} (${commit.slice(0, 10)})`, {
      hint: "compare with a commit whose files are valid",
    });
  }
  return { ref, commit, documents };
}

/** The repos that are supposed to be in a phase, by id and loop; of a repo named twice the last counts. */
function suppose(
  documents: OpsDocuments,
  from: number,
  wanted: readonly Supposed[],
): NonNullable<ScheduleLoadReport["phases"]> {
  const repos = resolveDesired(documents, from);
  const found = wanted.flatMap(({ who, phase }) => {
    const named = who === "all" ? repos : [findRepo(repos, (repo) => repo, who)];
    const eligible = named.filter(({ loop }) => phasesOf(documents, loop).includes(phase));
    if (eligible.length === 0)
      throw unknownPhase(
        documents,
        phase,
        named.map(({ loop }) => loop),
      );
    return eligible.map(({ id, loop, phase: now }) => ({ repo_id: id, loop, from: now, to: phase }));
  });
  return [...new Map(found.map((each) => [placeOf(each.repo_id, each.loop), each])).values()];
}

function phasesOf(documents: OpsDocuments, loop: string): string[] {
  const policy = documents.loops.find((each) => loopName(each) === loop)?.cadence?.value;
  return (policy?.phases ?? []).map(({ name }) => name);
}

function unknownPhase(documents: OpsDocuments, phase: string, loops: readonly string[]): CoulombError {
  const names = [...new Set(loops.flatMap((loop) => phasesOf(documents, loop)))];
  const hint = names.length === 0 ? "no repo is active" : didYouMean(phase, names);
  return new CoulombError("usage", `there is no phase "${phase}"`, { hint });
}

function placeOf(id: string, loop: string): string {
  return JSON.stringify([id, loop]);
}
