import { decode, readYaml } from "@coulomb-loop/documents";
import type { RepoObservation } from "@coulomb-loop/forge";
import type { Prospect, RepoResult, RunContext } from "@coulomb-loop/reconciler";
import { foresee, notesOf, stateBranch } from "@coulomb-loop/reconciler";
import type { PathPlan, RepoPlan, WhyReport } from "@coulomb-loop/schemas";
import { fromPointer, validateSchedule } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { opsCommits } from "../ops-commits.ts";
import { findingsReport, printFindings } from "../output/findings.ts";
import { paintClass } from "../output/plan.ts";
import { openProposal, proposalsOf } from "../output/repo-report.ts";
import type { Verdict } from "../output/why-words.ts";
import { nextStep, ruleOf, wouldChange } from "../output/why-words.ts";
import type { Paint } from "../terminal.ts";
import { printable, table } from "../terminal.ts";
import { openWorkspace, runContext } from "../workspace.ts";
import { findPlanned } from "./find-repo.ts";
import { lookAhead } from "./plan.ts";

/** `coulomb why <repo>`: the class, the rule, the three values of each path and where each stands. Exit 1 when it is unknown. */
export async function why(
  invocation: Invocation,
  options: CommonOptions,
  [wanted = ""]: readonly string[],
): Promise<void> {
  const { io, terminal, exit } = invocation;
  const workspace = openWorkspace(io, terminal, options.ops);
  const seen = await lookAhead(invocation, workspace);
  const repo = findPlanned(seen.plan.repos, wanted);
  const result = await foreseeOne(runContext(io, workspace), seen, repo);
  const files = repo.paths.flatMap(({ source }) => (source.file === undefined ? [] : [source.file]));
  const commits = await opsCommits(io, workspace.folder, new Set(files));
  const { documents } = workspace.ops;
  const loop = documents.loops.find(({ cadence }) => cadence?.value.loop === repo.loop);
  const verdict = {
    repo,
    result,
    open: openProposal(seen, repo)?.ref.number,
    policy: loop?.cadence?.value ?? {},
    asOf: io.now(),
  };
  const report = explain(seen, verdict, commits);
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else for (const line of lines(report, terminal.paint)) terminal.data(line);
  exit(repo.class === "unknown" ? exitCodes.error : exitCodes.ok);
}

/** What reconcile would do in one repo. */
async function foreseeOne(context: RunContext, seen: Prospect, repo: RepoPlan): Promise<RepoResult> {
  const [result] = (await foresee(context, { ...seen, plan: { ...seen.plan, repos: [repo] } })).repos;
  if (result === undefined) throw new Error(`${repo.repo_id} was not foreseen`);
  return result;
}

/** Where the files of the ops repo stand in its history, by path. */
type Commits = ReadonlyMap<string, string>;

function explain(seen: Prospect, verdict: Verdict, commits: Commits): WhyReport {
  const { repo, result } = verdict;
  const notes = notesOf(repo);
  const live = liveLocator(seen.observations.get(repo.repo_id), repo);
  const base = baseOrigin(seen, repo);
  return {
    format_version: "1.0",
    kind: "why",
    repo_id: repo.repo_id,
    loop: repo.loop,
    phase: repo.phase,
    class: repo.class,
    reason: repo.reason,
    rule: ruleOf(repo),
    ...(repo.head === undefined ? {} : { head: repo.head }),
    file: repo.file,
    paths: repo.paths.map((path) => explainPath(path, commits, live, base)),
    ...(repo.last_change === undefined ? {} : { last_change: repo.last_change }),
    ...(notes.length === 0 ? {} : { notes }),
    gate: repo.gate,
    outcome: result.outcome,
    message: result.message,
    ...(repo.findings === undefined ? {} : { findings: findingsReport("", 0, repo.findings).findings }),
    would_change: wouldChange(verdict),
    next: nextStep(verdict),
  };
}

function explainPath(
  path: PathPlan,
  commits: Commits,
  live: (pointer: string) => string,
  origin: string,
): WhyReport["paths"][number] {
  const { file, line, column, what } = path.source;
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const commit = file === undefined ? undefined : commits.get(file);
  const at =
    file === undefined ? what : [place, commit, `(${what})`].filter((part) => part !== undefined).join(" ");
  return {
    pointer: path.pointer,
    class: path.class,
    row: path.row,
    reason: path.reason,
    desired: { at, ...given(path.desired) },
    live: { at: live(path.pointer), ...given(path.live) },
    base: { at: path.base === undefined ? noBase(path) : origin, ...given(path.base) },
  };
}

function noBase({ ownership }: PathPlan): string {
  return ownership === "seed" ? "not kept: the value is the repo's once it is there" : "never seen in sync";
}

/** Where the base comes from: the state branch, and the newest merged proposal that it takes into account. */
function baseOrigin(seen: Prospect, repo: RepoPlan): string {
  const record = seen.base.find(({ repo_id, file }) => repo_id === repo.repo_id && file === repo.file);
  const branch = `${stateBranch(seen.plan.installation)}:base.jsonl`;
  const at = seen.state.head === null ? branch : `${branch} at ${seen.state.head.slice(0, 10)}`;
  const merged = proposalsOf(seen, repo).find(({ ref }) => ref.number === record?.merged);
  if (merged === undefined) return at;
  const commit = merged.mergedOid === undefined ? "" : ` as ${merged.mergedOid.slice(0, 10)}`;
  return `${at}; newest merged proposal #${merged.ref.number}${commit}`;
}

/** Where a live value stands in the pilot's file. */
function liveLocator(observation: RepoObservation | undefined, repo: RepoPlan): (pointer: string) => string {
  const file = observation?.files.get(repo.file);
  if (file?.kind !== "known" || file.value.kind !== "file") return () => `${repo.file} (absent)`;
  const source = decode(file.value.bytes, repo.file);
  if (Array.isArray(source)) return () => repo.file;
  const { locate } = readYaml(source, validateSchedule);
  const commit = repo.head === undefined ? "" : ` at ${repo.head.slice(0, 10)}`;
  return (pointer) => {
    const place = locate(fromPointer(pointer));
    return `${repo.file}:${place.line}:${place.column}${commit}`;
  };
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
    // Without a value there is no base, which is not the same as a value that was absent.
    ["  base", path.base.value === undefined ? paint.dim(path.base.at) : shown(path.base, paint)],
  ]);
  const problems = printFindings(report.findings ?? [], paint);
  return [
    `${paint.bold(report.repo_id)}  ${paintClass(report.class, paint)}: ${report.reason}`,
    `${report.file}${head}, loop ${report.loop}, phase ${report.phase}`,
    `Rule: ${report.rule}`,
    ...changeNote(report),
    ...(report.notes ?? []).map((note) => `Note: ${printable(note)}`),
    "",
    ...table(rows),
    ...(rows.length === 0 ? [] : [""]),
    ...problems,
    `Proposal: ${report.outcome === "clean" ? noProposal(report) : `${report.outcome}, ${report.message}`}`,
    "What would change this:",
    ...report.would_change.map((line) => `  - ${printable(line)}`),
    `Next: ${report.next}`,
  ];
}

function noProposal({ class: found }: WhyReport): string {
  return found === "drift" || found === "adoption" ? "none offered" : "none needed";
}

function changeNote({ last_change: change, file }: WhyReport): string[] {
  if (change === undefined) return [];
  const said = change.subject === undefined ? "" : `: ${change.subject}`;
  return [
    printable(
      `${file} was last changed by ${change.author} on ${change.at.slice(0, 10)} (${change.commit.slice(0, 10)}${said})`,
    ),
  ];
}

function shown(place: WhyReport["paths"][number]["desired"], paint: Paint): string {
  return `${place.value === undefined ? "absent" : printable(JSON.stringify(place.value))}  ${paint.dim(place.at)}`;
}

/** A value, left out when absent. */
function given(value: PathPlan["live"] | undefined): { value?: NonNullable<PathPlan["live"]> | null } {
  return value === undefined ? {} : { value };
}
