import type { LoadReport, ScheduleLoadReport } from "@coulomb-loop/schemas";
import type { Paint } from "../terminal.ts";
import { counted, table } from "../terminal.ts";

type Hour = ScheduleLoadReport["hours"][number];

/** Below this many columns times are shown without year and offset. */
const narrow = 60;

/** Columns of the longest bar. */
const widest = 48;

/** A fleet's load for people: a bar for each hour, then the sums; beside the load before, where there is one. */
export function loadLines(report: ScheduleLoadReport, paint: Paint, columns: number): string[] {
  const { hours, load, before } = report;
  if (load.firings === 0 && (before?.firings ?? 0) === 0) return ["Nothing is due in that time."];
  const time = (local: string) => (columns < narrow ? local.slice(5, 16) : local);
  const peak = hours.reduce((most, hour) => Math.max(most, hour.firings, hour.before ?? 0), 0);
  const digits = Math.max(String(peak).length + 1, before === undefined ? 0 : 6);
  const taken = time(hours[0]?.local ?? "").length + (before === undefined ? 1 : 3) * (digits + 2) + 2;
  const width = Math.max(0, Math.min(widest, columns - taken - 1));
  const bar = (firings: number) =>
    width === 0 || firings === 0 ? "" : paint.cyan("█".repeat(Math.ceil((firings / peak) * width)));
  const heading = ["before", "after", "change"].map((word) => paint.dim(word.padStart(digits)));
  const lines = quietRuns(hours).map((run): Line => {
    const [{ local, firings, before: earlier }] = run;
    if (run.length > 1) return { span: paint.dim(`${time(local)}  ${run.length} hours without`) };
    return { cells: [time(local), ...numbers(earlier, firings, digits, paint), bar(firings)] };
  });
  return [
    ...aligned(before === undefined ? lines : [{ cells: ["", ...heading] }, ...lines]),
    "",
    ...sums(report, paint, time),
  ];
}

/** A row of the table, or a line that spans its columns. */
type Line = { readonly cells: readonly string[] } | { readonly span: string };

function aligned(lines: readonly Line[]): string[] {
  const rows = table(lines.flatMap((line) => ("cells" in line ? [line.cells] : []))).values();
  return lines.map((line) => ("span" in line ? line.span : (rows.next().value ?? "")));
}

/** Each hour for itself, and three or more in a row in which nothing fires as one. */
function quietRuns(hours: readonly Hour[]): [Hour, ...Hour[]][] {
  const runs: [Hour, ...Hour[]][] = [];
  for (const hour of hours) {
    const last = runs.at(-1);
    if (last !== undefined && isQuiet(hour) && isQuiet(last[0])) last.push(hour);
    else runs.push([hour]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map((hour): [Hour] => [hour]) : [run]));
}

function isQuiet({ firings, before = 0 }: Hour): boolean {
  return firings === 0 && before === 0;
}

function numbers(before: number | undefined, after: number, digits: number, paint: Paint): string[] {
  const right = (value: string) => value.padStart(digits);
  if (before === undefined) return [right(String(after))];
  return [right(String(before)), right(String(after)), change(after - before, right, paint)];
}

function change(difference: number, right: (value: string) => string, paint: Paint): string {
  const rounded = Math.round(difference * 10) / 10;
  if (rounded === 0) return paint.dim(right("="));
  return rounded > 0 ? paint.yellow(right(`+${rounded}`)) : paint.green(right(String(rounded)));
}

function sums(report: ScheduleLoadReport, paint: Paint, time: (local: string) => string): string[] {
  const { load, before, from, to, zone, compared_with: commit, phases = [] } = report;
  const row = (name: string, of: (each: LoadReport) => number | undefined, local?: string) => {
    const [value, earlier] = [of(load) ?? 0, before === undefined ? undefined : (of(before) ?? 0)];
    const values = [...(earlier === undefined ? [] : [earlier]), value].map((each) =>
      String(Math.round(each * 10) / 10),
    );
    const more = earlier === undefined ? [] : [change(value - earlier, (text) => text, paint)];
    return [name, ...values, ...more, paint.dim(local === undefined ? "" : time(local))];
  };
  return [
    ...table([
      ...(before === undefined
        ? []
        : [["", ...["before", "after", "change", "at"].map((word) => paint.dim(word))]]),
      row("firings", ({ firings }) => firings),
      row("mean of an hour", (each) => each.mean_per_hour),
      row("busiest hour", (each) => each.busiest_hour?.firings, load.busiest_hour?.local),
      row("busiest minute", (each) => each.busiest_minute?.firings, load.busiest_minute?.local),
      row("  with jitter", (each) => each.busiest_dispatch?.firings, load.busiest_dispatch?.local),
    ]),
    "",
    paint.dim(`times in ${zone}; ${from.slice(0, 16)}Z to ${to.slice(0, 16)}Z`),
    ...(commit === undefined ? [] : [paint.dim(`before: ${commit.ref} (${commit.commit.slice(0, 10)})`)]),
    ...supposed(phases).map((line) => paint.dim(line)),
  ];
}

/** Each repo whose phase is supposed; of many, how many in which phase. */
function supposed(phases: NonNullable<ScheduleLoadReport["phases"]>): string[] {
  if (phases.length <= 8)
    return phases.map(({ repo_id, from, to }) => `supposed: ${repo_id} ${from} → ${to}`);
  const byPhase = Map.groupBy(phases, ({ to }) => to);
  return [...byPhase].map(([phase, repos]) => `supposed: ${counted(repos.length, "repo")} in ${phase}`);
}
