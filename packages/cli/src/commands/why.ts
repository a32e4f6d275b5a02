import { decode, readYaml } from "@coulomb-loop/documents";
import type { RepoObservation } from "@coulomb-loop/forge";
import type { Prospect } from "@coulomb-loop/reconciler";
import { classify } from "@coulomb-loop/reconciler";
import type { PathPlan, RepoPlan, WhyReport } from "@coulomb-loop/schemas";
import { fromPointer, validateSchedule } from "@coulomb-loop/schemas";
import { paintClass } from "../output/plan.ts";
import type { CommonOptions, Invocation } from "../program.ts";
import type { Paint } from "../terminal.ts";
import { printable, table } from "../terminal.ts";
import { openWorkspace } from "../workspace.ts";
import { findRepo } from "./find-repo.ts";
import { lookAhead } from "./plan.ts";
import { openProposal } from "./status.ts";

/** `coulomb why <repo>`: the class, the rule, the three values of each path and where each stands. */
export async function why(
  invocation: Invocation,
  options: CommonOptions,
  [wanted = ""]: readonly string[],
): Promise<void> {
  const { io, terminal } = invocation;
  const workspace = openWorkspace(io, terminal, options.ops);
  const seen = await lookAhead(invocation, workspace);
  const repo = findRepo(seen.plan.repos, (item) => item.repo_id, wanted);
  const report = explain(seen, repo);
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else for (const line of lines(report, terminal.paint)) terminal.data(line);
}

function explain(seen: Prospect, repo: RepoPlan): WhyReport {
  const live = liveLocator(seen.observations.get(repo.repo_id), repo);
  return {
    format_version: "1.0",
    kind: "why",
    repo_id: repo.repo_id,
    loop: repo.loop,
    phase: repo.phase,
    class: repo.class,
    reason: repo.reason,
    ...(repo.head === undefined ? {} : { head: repo.head }),
    file: repo.file,
    paths: repo.paths.map((path) => explainPath(path, live)),
    next: nextStep(seen, repo),
  };
}

function explainPath(path: PathPlan, live: (pointer: string) => string): WhyReport["paths"][number] {
  const desired = path.desired ?? "";
  const verdict = classify({
    pointer: path.pointer,
    ownership: path.ownership,
    desired: typeof desired === "boolean" || typeof desired === "string" ? desired : "",
    live: path.live,
    base: path.base,
  });
  const { file, line, column, what } = path.source;
  const at =
    file === undefined
      ? what
      : `${[file, line, column].filter((part) => part !== undefined).join(":")} (${what})`;
  return {
    pointer: path.pointer,
    class: verdict.class,
    row: verdict.row,
    reason: verdict.reason,
    desired: { at, ...given(path.desired) },
    live: { at: live(path.pointer), ...given(path.live) },
    base: {
      at:
        path.base === undefined
          ? "never seen in sync"
          : "last seen in sync (state branch or merged proposal)",
      ...given(path.base),
    },
  };
}

/** Where a live value stands in the pilot's file. */
function liveLocator(observation: RepoObservation | undefined, repo: RepoPlan): (pointer: string) => string {
  const file = observation?.files.get(repo.file);
  if (file?.kind !== "known" || file.value.kind !== "file") return () => `${repo.file} (absent)`;
  const source = decode(file.value.bytes, repo.file);
  if (Array.isArray(source)) return () => repo.file;
  const { locate } = readYaml(source, validateSchedule);
  return (pointer) => {
    const place = locate(fromPointer(pointer));
    return `${repo.file}:${place.line}:${place.column}`;
  };
}

function nextStep(seen: Prospect, repo: RepoPlan): string {
  const open = openProposal(seen, repo);
  const proposal =
    open === undefined ? "coulomb reconcile opens a proposal" : `merge or close proposal #${open.ref.number}`;
  switch (repo.class) {
    case "in_sync":
      return "nothing to do";
    case "create":
    case "pending":
      return `${proposal}; merged, the repo is in sync`;
    case "drift":
      return `${proposal} to restore the values; or add an override to the roster to keep the repo's`;
    case "adoption":
      return `${proposal} to take the loop's values; or add an override to the roster to keep the repo's`;
    case "conflict":
      return `merge the proposal (ops repo wins), add an override (repo wins), or edit the roster so that both agree`;
    case "opted_out":
      return "the repo decides: it removes enabled: false or paused from its schedule file";
    case "unknown":
      return "make the repo readable; coulomb doctor says what is wrong";
    case "unsupported":
      return `correct ${repo.file} by hand as the findings say`;
    case "ineligible":
    case "foreign_owner":
      return "take the repo out of the roster, or make it available";
  }
}

function lines(report: WhyReport, paint: Paint): string[] {
  const head = report.head === undefined ? "" : ` at ${report.head.slice(0, 10)}`;
  const rows = report.paths.flatMap((path) => [
    [
      paint.bold(path.pointer),
      `${paintClass(path.class, paint)}: ${path.reason} ${paint.dim(`(row ${path.row})`)}`,
    ],
    ["  desired", shown(path.desired, paint)],
    ["  live", shown(path.live, paint)],
    ["  base", shown(path.base, paint)],
  ]);
  return [
    `${paint.bold(report.repo_id)}  ${paintClass(report.class, paint)}: ${report.reason}`,
    `${report.file}${head}, loop ${report.loop}, phase ${report.phase}`,
    "",
    ...table(rows),
    ...(rows.length === 0 ? [] : [""]),
    `Next: ${report.next}`,
  ];
}

function shown(place: WhyReport["paths"][number]["desired"], paint: Paint): string {
  return `${place.value === undefined ? "absent" : printable(JSON.stringify(place.value))}  ${paint.dim(place.at)}`;
}

/** A value, left out when absent. */
function given(value: PathPlan["live"] | undefined): { value?: NonNullable<PathPlan["live"]> | null } {
  return value === undefined ? {} : { value };
}
