import { basename } from "node:path";
import { parseSlotKey, shortName } from "@coulomb-loop/cadence";
import type {
  BacktestOutcome,
  BacktestStay,
  BacktestTotals,
  PromoteBacktestReport,
} from "@coulomb-loop/schemas";
import { counted, type Paint, printableLine, table } from "../terminal.ts";
import { localTime, shortTime } from "./civil-time.ts";

/** What a backtest found, for people: a row for each stay and the totals, then why, then what it does not know. `zone` is the loop's. */
export function backtestLines(report: PromoteBacktestReport, zone: string, paint: Paint): readonly string[] {
  const { loop, policy, since, as_of: asOf, stays, totals } = report;
  const near = Date.parse(asOf);
  const names = { tried: basename(policy), present: "present policy" };
  const frame: Frame = { paint, names, time: (instant) => shortTime(zone, Date.parse(instant), near) };
  const head = ["", "", names.tried, names.present, "what happened"].map(paint.bold);
  const rows = [
    head,
    ...stays.map((stay) => stayRow(stay, frame)),
    ["  totals", "", ...[totals.tried, totals.present, totals.happened].map(totalsWords)],
  ];
  const why = stays.flatMap((stay) => whyLines(stay, frame));
  return [
    `${paint.bold(loop)}  ${paint.dim(`${local(zone, since)} to ${local(zone, asOf)}`)}`,
    ...(stays.length === 0 ? ["No repo is active, so there is nothing to replay."] : table(rows)),
    ...(why.length === 0 ? [] : ["", ...why]),
    "",
    ...differenceLines(report),
    ...phaseLines(report),
    ...shortLines(report, zone),
    ...assumptions.map((line) => paint.dim(line)),
  ];
}

const assumptions = [
  "Not replayed, and taken to be as wanted all the time: people's answers, definitions, schedule files, whether pilots",
  "are in sync, suspension, and the roster beside phases. Each stay is replayed by itself, in the phase where the repo",
  "really was; what was corrected later counts as it is now.",
];

interface Frame {
  readonly paint: Paint;
  /** What the policies are called. */
  readonly names: { readonly tried: string; readonly present: string };
  /** An instant in the loop's zone, without its date when that is the day of the report. */
  readonly time: (instant: string) => string;
}

function stayRow({ repo, phase, tried, present, happened }: BacktestStay, frame: Frame): readonly string[] {
  const { paint, time } = frame;
  const real =
    happened === undefined
      ? "is there still"
      : `${moveWords(happened, paint, time)}, ${counted(happened.cycles, "cycle")}, ${happened.record}`;
  return [`  ${shortName(repo)}`, phase, outcomeWords(tried, frame), outcomeWords(present, frame), real];
}

function outcomeWords(
  { kind, at = "", to = "", cycles = 0 }: BacktestOutcome,
  { paint, time }: Frame,
): string {
  switch (kind) {
    case "promoted":
    case "demoted":
      return `${moveWords({ kind, to, at }, paint, time)}, ${counted(cycles, "cycle")}`;
    case "stayed":
      return paint.yellow("stays");
    case "no_phase":
      return paint.dim("has no such phase");
  }
}

function moveWords(
  { kind, to, at }: { readonly kind: "promoted" | "demoted"; readonly to: string; readonly at: string },
  paint: Paint,
  time: Frame["time"],
): string {
  return kind === "promoted" ? paint.green(`${to} ${time(at)}`) : paint.red(`back to ${to} ${time(at)}`);
}

/** Why each policy would have done so; nothing where both have nothing to say. */
function whyLines(stay: BacktestStay, frame: Frame): readonly string[] {
  const { paint, names, time } = frame;
  const rows = (["tried", "present"] as const).flatMap((which) =>
    reasons(stay[which], time).map((line, at) => [`    ${at === 0 ? names[which] : ""}`, paint.dim(line)]),
  );
  if (rows.length === 0) return [];
  const came =
    stay.began === undefined ? "" : paint.dim(`, since ${time(stay.began.at)} by ${stay.began.record}`);
  return [`  ${shortName(stay.repo)} ${stay.phase}${came}`, ...table(rows)];
}

function reasons(
  { kind, reason = "", after, waits = [], broken_by: broken, ready_at: ready }: BacktestOutcome,
  time: Frame["time"],
): readonly string[] {
  switch (kind) {
    case "promoted":
      return [
        ...(broken === undefined ? [] : [`broken last by ${brokenWords(broken, time)}`]),
        ...(after === undefined ? [] : [afterWords(after)]),
      ];
    case "demoted":
      return [slotWords(reason, time)];
    case "stayed":
      return [
        ...waits.map(({ key, description }) => `${key}: ${printableLine(description)}`),
        ...(ready === undefined ? [] : [`only a shut window kept it from going ${time(ready)}`]),
      ];
    case "no_phase":
      return [];
  }
}

function brokenWords(
  { cycle, slot, message }: NonNullable<BacktestOutcome["broken_by"]>,
  time: (instant: string) => string,
): string {
  const named = slot === undefined ? undefined : parseSlotKey(slot);
  if (named === undefined)
    return `cycle ${time(cycle.slice(cycle.lastIndexOf("@") + 1))}: ${printableLine(message)}`;
  return `${shortName(named.repo)} ${time(new Date(named.due).toISOString())}: ${printableLine(message)}`;
}

/** A reason that begins with a slot's key. */
function slotWords(reason: string, time: (instant: string) => string): string {
  const [key = "", ...rest] = reason.split(": ");
  const named = parseSlotKey(key);
  if (named === undefined) return printableLine(reason);
  return `${named.activity} ${time(new Date(named.due).toISOString())}: ${printableLine(rest.join(": "))}`;
}

function afterWords({ cycles, failure, inconclusive }: NonNullable<BacktestOutcome["after"]>): string {
  if (cycles === 0) return "no later cycle is known";
  return `of the next ${counted(cycles, "cycle")}: ${failure} failed, ${inconclusive} inconclusive`;
}

function totalsWords({ promotions, demotions, median_cycles: median }: BacktestTotals): string {
  const waited = median === undefined ? "" : `, median ${median} cycles`;
  return `${counted(promotions, "promotion")}, ${demotions} taken back${waited}`;
}

function differenceLines({ difference }: PromoteBacktestReport): readonly string[] {
  const words = ({ promotions, demotions, median_cycles: median }: typeof difference.to_present) =>
    [
      promotions === 0
        ? "as many promotions"
        : `${counted(Math.abs(promotions), "promotion")} ${moreWord(promotions)}`,
      demotions === 0 ? "as many taken back" : `${Math.abs(demotions)} ${moreWord(demotions)} taken back`,
      ...(median === undefined ? [] : [medianWords(median)]),
    ].join(", ");
  return table([
    ["Beside the present policy:", words(difference.to_present)],
    ["Beside what happened:", words(difference.to_happened)],
  ]);
}

function moreWord(count: number): string {
  return count > 0 ? "more" : "fewer";
}

function medianWords(median: number): string {
  if (median === 0) return "after as many cycles";
  return `after ${Math.abs(median)} ${moreWord(median)} ${Math.abs(median) === 1 ? "cycle" : "cycles"} (median)`;
}

function phaseLines({ phases }: PromoteBacktestReport): readonly string[] {
  return (["tried", "present"] as const).flatMap((of) => {
    const names = phases.filter((each) => each.in === of).map(({ name }) => name);
    const whose = of === "tried" ? "the policy that is tried" : "the present policy";
    return names.length === 0 ? [] : [`Only ${whose} has ${names.join(", ")}.`];
  });
}

function shortLines({ short_histories: short }: PromoteBacktestReport, zone: string): readonly string[] {
  return short.map(({ repo, begins }) =>
    begins === undefined
      ? `Of ${shortName(repo)} the ledger knows nothing in this time.`
      : `Of ${shortName(repo)} the ledger knows nothing before ${local(zone, begins)}.`,
  );
}

function local(zone: string, instant: string): string {
  return localTime(zone, Date.parse(instant));
}
