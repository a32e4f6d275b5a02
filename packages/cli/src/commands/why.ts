import { decode, readYaml } from "@coulomb-loop/documents";
import type { RepoObservation } from "@coulomb-loop/forge";
import type { Prospect, RepoResult, RunContext } from "@coulomb-loop/reconciler";
import { classify, foresee } from "@coulomb-loop/reconciler";
import type { PathPlan, RepoPlan, WhyReport } from "@coulomb-loop/schemas";
import { fromPointer, validateSchedule } from "@coulomb-loop/schemas";
import { findingsReport, printFindings } from "../output/findings.ts";
import { paintClass } from "../output/plan.ts";
import type { CommonOptions, Invocation } from "../program.ts";
import type { Paint } from "../terminal.ts";
import { printable, table } from "../terminal.ts";
import { openWorkspace, runContext } from "../workspace.ts";
import { findPlanned } from "./find-repo.ts";
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
  const repo = findPlanned(seen.plan.repos, wanted);
  const result = await foreseeOne(runContext(io, workspace), seen, repo);
  const report = explain(seen, repo, result);
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else for (const line of lines(report, terminal.paint)) terminal.data(line);
}

/** What reconcile would do in one repo. */
async function foreseeOne(context: RunContext, seen: Prospect, repo: RepoPlan): Promise<RepoResult> {
  const [result] = (await foresee(context, { ...seen, plan: { ...seen.plan, repos: [repo] } })).repos;
  if (result === undefined) throw new Error(`${repo.repo_id} was not foreseen`);
  return result;
}

function explain(seen: Prospect, repo: RepoPlan, result: RepoResult): WhyReport {
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
    outcome: result.outcome,
    message: result.message,
    ...(repo.findings === undefined ? {} : { findings: findingsReport("", 0, repo.findings).findings }),
    next: nextStep(seen, repo, result),
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

function nextStep(seen: Prospect, repo: RepoPlan, result: RepoResult): string {
  switch (result.outcome) {
    case "declined":
      return "people declined this change; it comes back when what is wanted differs. To agree with the repo, add an override to the roster";
    case "edited":
      return "its proposal was edited by people: they merge or close it; label it coulomb:rebuild to have it made anew";
    case "held":
      return "remove the label coulomb:hold from its proposal";
    case "suspended":
      return "the loop is suspended: see suspend in cadence.yaml";
    case "blocked":
      return repo.class === "unsupported" || repo.class === "ineligible"
        ? ofClass(seen, repo)
        : "rename or delete the branch that is in the way";
    default:
      return ofClass(seen, repo);
  }
}

function ofClass(seen: Prospect, repo: RepoPlan): string {
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
      return `correct ${repo.file} by hand as the findings above say`;
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
  const problems = printFindings(report.findings ?? [], paint);
  return [
    `${paint.bold(report.repo_id)}  ${paintClass(report.class, paint)}: ${report.reason}`,
    `${report.file}${head}, loop ${report.loop}, phase ${report.phase}`,
    "",
    ...table(rows),
    ...(rows.length === 0 ? [] : [""]),
    ...problems,
    `Proposal: ${report.outcome === "clean" ? "none needed" : `${report.outcome}, ${report.message}`}`,
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
