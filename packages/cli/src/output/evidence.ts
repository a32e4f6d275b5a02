import type {
  AnalysisReport,
  CycleReport,
  EvidenceReport,
  PhaseEvidence,
  SlotReport,
} from "@coulomb-loop/schemas";
import { counted, type Paint, printableLine, table } from "../terminal.ts";
import { localTime, shortTime } from "./civil-time.ts";

/** How much of the evidence is shown. */
export interface EvidenceDetail {
  readonly explain: boolean;
  /** Cycles that are explained at most; the newest. */
  readonly cycles: number;
}

type Result = AnalysisReport["result"];

/** What evidence comes to, for people: a line for each analysis, and with `explain` every slot. */
export function evidenceLines(report: EvidenceReport, paint: Paint, detail: EvidenceDetail): string[] {
  if (report.phases.length === 0) return ["No repo is active, so there is nothing to judge."];
  return report.phases.flatMap((phase, index) => [
    ...(index === 0 ? [] : [""]),
    ...phaseLines(phase, report.hub, paint, detail),
  ]);
}

/** What is shared by the lines of one loop and phase. */
interface Frame {
  readonly phase: PhaseEvidence;
  readonly paint: Paint;
  /** An instant in the loop's zone, without its date when that is the day of the report. */
  readonly time: (instant: string) => string;
  /** A repo by its last name, where that is one's only. */
  readonly name: (repo: string) => string;
}

function phaseLines(
  phase: PhaseEvidence,
  hub: EvidenceReport["hub"],
  paint: Paint,
  detail: EvidenceDetail,
): string[] {
  const { loop, timezone, repos, as_of: asOf } = phase;
  const frame: Frame = {
    phase,
    paint,
    time: (instant) => shortTime(timezone, Date.parse(instant), Date.parse(asOf)),
    name: (repo) =>
      repos.filter((other) => lastName(other) === lastName(repo)).length > 1 ? repo : lastName(repo),
  };
  const about = `${counted(repos.length, "repo")}, as of ${localTime(timezone, Date.parse(asOf))}, evidence ${phase.evidence_digest.slice(0, 12)}`;
  return [
    `${paint.bold(`${loop} ${phase.phase}`)}  ${paint.dim(about)}`,
    ...table(phase.analyses.map((analysis) => summary(analysis, hub, frame))),
    ...(detail.explain ? phase.analyses.flatMap((each) => explained(each, frame, detail)) : []),
  ];
}

function lastName(repo: string): string {
  return repo.split("/").at(-1) ?? repo;
}

function summary(analysis: AnalysisReport, hub: EvidenceReport["hub"], frame: Frame): string[] {
  const { paint } = frame;
  const { key, result, streak, limit, scope, needed, enforcement } = analysis;
  const words = scope === "fleet" ? "fleet" : `${needed} of ${counted(frame.phase.repos.length, "repo")}`;
  const why = [reasonOf(analysis, hub, frame), forecastOf(analysis, frame)].filter((part) => part !== "");
  return [
    `  ${key}`,
    coloured(result, paint),
    `${streak}/${limit}`,
    enforcement === "dry_run" ? `${words}, dry run` : words,
    why.join("; "),
  ];
}

/** Why an analysis is where it is: the slot that it fails by, else in words. */
function reasonOf(analysis: AnalysisReport, hub: EvidenceReport["hub"], frame: Frame): string {
  const { reason, counterexample: slot, needed } = analysis;
  const broken = breakOf(analysis);
  const { phase, time, name } = frame;
  if (hub === "empty") return "there is no state hub yet";
  if (phase.activities.length === 0) return "no definition of this phase is enabled";
  if (slot !== undefined) return `${name(slot.repo)} ${time(slot.due)}: ${slot.reason}`;
  if (broken !== undefined && reason !== "streak_reached" && reason !== "too_old")
    return `cycle ${time(anchorOf(broken.cycle))}: ${printableLine(broken.message)}`;
  switch (reason) {
    case "no_data":
      return "no cycle is decided yet";
    case "too_few_repos":
      return `needs ${counted(needed, "repo")}, and the phase has ${phase.repos.length}`;
    case "too_old":
      return "its newest cycle is too old";
    case "waiting":
      return "waits for more cycles";
    default:
      return "";
  }
}

/** What broke a streak; that nothing was expected before the first cycle breaks none. */
function breakOf({ broken_by: broken, cycles }: AnalysisReport): AnalysisReport["broken_by"] {
  if (broken?.kind !== "left_out") return broken;
  const cycle = cycles.find(({ id }) => id === broken.cycle);
  return cycle === undefined || cycle.repos.length === 0 ? undefined : broken;
}

function forecastOf({ forecast }: AnalysisReport, { time, phase }: Frame): string {
  if (forecast === undefined) return "";
  if (forecast.earliest !== undefined) return `earliest ${time(forecast.earliest)} if every slot succeeds`;
  return phase.activities.length === 0 ? "" : "no such cycle is planned";
}

/** The anchor in the id of a cycle. */
function anchorOf(cycle: string): string {
  return cycle.slice(cycle.lastIndexOf("@") + 1);
}

/** Every cycle of an analysis, the newest first, with what broke its streak. */
function explained(analysis: AnalysisReport, frame: Frame, { cycles: most }: EvidenceDetail): string[] {
  const { paint, time, name } = frame;
  const { key, lower_bound: bound, streak, limit } = analysis;
  const broken = breakOf(analysis);
  // Cycles before the first slot tell nothing.
  const known = analysis.cycles.slice(
    Math.max(
      0,
      analysis.cycles.findIndex(({ repos }) => repos.length > 0),
    ),
  );
  const shown = known.slice(-most).reverse();
  const rest = known.length - shown.length;
  const why =
    broken === undefined
      ? ""
      : `, broken by cycle ${time(anchorOf(broken.cycle))}: ${printableLine(broken.message)}`;
  return [
    "",
    `${paint.bold(key)}: streak ${streak}/${limit}${why}; 95 % lower bound ${(100 * bound).toFixed(1)} %`,
    ...analysis.repos.map(
      (each) => `  ${name(each.repo)}: ${coloured(each.result, paint)}, streak ${each.streak}/${limit}`,
    ),
    ...shown.flatMap((cycle) => cycleLines(cycle, frame)),
    ...(rest === 0 ? [] : [paint.dim(`  ${counted(rest, "earlier cycle")}: --since shows them`)]),
  ];
}

function cycleLines({ anchor, result, left_out: leftOut, repos }: CycleReport, frame: Frame): string[] {
  const { paint, name } = frame;
  const place = localTime(frame.phase.timezone, Date.parse(anchor));
  const head =
    result === undefined
      ? paint.dim(`does not count: ${printableLine(leftOut ?? "")}`)
      : coloured(result, paint);
  const rows = repos.flatMap(({ repo, slots }) =>
    slots.map((slot, index) => [index === 0 ? `    ${name(repo)}` : "", ...slotCells(slot, frame)]),
  );
  const left = repos.flatMap(({ repo, left_out: why }) =>
    why === undefined || why === leftOut
      ? []
      : [paint.dim(`    ${name(repo)} does not count: ${printableLine(why)}`)],
  );
  return [`  cycle ${place}  ${head}`, ...left, ...table(rows)];
}

function slotCells(slot: SlotReport, { paint, time }: Frame): string[] {
  const { due, activity, result, reason, row, message, record, event, class: proof } = slot;
  const by =
    record === undefined
      ? event === undefined
        ? ""
        : `${event.type} #${event.seq}`
      : `${record}${proof === undefined ? "" : ` ${proof}`}`;
  return [
    time(due),
    activity,
    coloured(result, paint),
    reason,
    paint.dim(`row ${row}`),
    by,
    paint.dim(printableLine(message)),
  ];
}

function coloured(result: Result, paint: Paint): string {
  switch (result) {
    case "success":
      return paint.green(result);
    case "failure":
      return paint.red(result);
    case "inconclusive":
      return paint.yellow(result);
    case "pending":
      return paint.cyan(result);
  }
}
