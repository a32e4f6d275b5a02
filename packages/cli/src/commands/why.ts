import { decode, readYaml } from "@coulomb-loop/documents";
import type { RepoObservation } from "@coulomb-loop/forge";
import type { Prospect, RepoResult, RunContext } from "@coulomb-loop/reconciler";
import { foresee, stateBranch } from "@coulomb-loop/reconciler";
import type { PathPlan, RepoPlan, WhyReport } from "@coulomb-loop/schemas";
import { fromPointer, validateSchedule } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { opsCommits } from "../ops-commits.ts";
import { findingsReport, printFindings } from "../output/findings.ts";
import { paintClass } from "../output/plan.ts";
import { openProposal, proposalsOf } from "../output/repo-report.ts";
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
  const report = explain(seen, repo, result, commits);
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

function explain(seen: Prospect, repo: RepoPlan, result: RepoResult, commits: Commits): WhyReport {
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
    ...(repo.notes === undefined ? {} : { notes: repo.notes }),
    gate: repo.gate,
    outcome: result.outcome,
    message: result.message,
    ...(repo.findings === undefined ? {} : { findings: findingsReport("", 0, repo.findings).findings }),
    would_change: wouldChange(repo, result),
    next: nextStep(seen, repo, result),
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

/** The rule that decided the class of a repo: the row of its worst path, or what stopped it before any path. */
function ruleOf(repo: RepoPlan): string {
  const deciding = repo.paths.find((path) => path.class === repo.class);
  if (deciding !== undefined) return `row ${deciding.row} of the table of classes: ${deciding.reason}`;
  switch (repo.class) {
    case "in_sync":
      return "row 1 of the table of classes: every owned value is as desired";
    case "released":
      return "row 8 of the table of classes: the loop owns nothing there any more";
    case "opted_out":
      return "the repo's own word wins over every row";
    default:
      return "before any value is compared: a repo must be readable, ours and eligible";
  }
}

/** What would change the verdict, by whoever can do it. */
function wouldChange(repo: RepoPlan, result: RepoResult): string[] {
  const gate = repo.gate.open
    ? []
    : [
        `the gate: ${repo.gate.message ?? ""}${repo.gate.opens_at === undefined ? "" : `, opens at ${repo.gate.opens_at}`}`,
      ];
  const declined =
    result.outcome === "declined"
      ? [
          "reopening the closed proposal, its label coulomb:reopen, or coulomb reconcile --reopen <repo>",
          "another wanted value in the ops repo",
        ]
      : [];
  return [...gate, ...declined, ...byClass(repo)];
}

function byClass(repo: RepoPlan): string[] {
  switch (repo.class) {
    case "in_sync":
      return [
        "a change of an owned value in the repo: drift",
        "a change of what the ops repo wants: pending",
      ];
    case "create":
    case "pending":
      return ["the repo takes the value: in sync", "an override in the roster", "the repo opts out"];
    case "drift":
      return [
        "the repo restores the value, by the proposal or by hand: in sync",
        "the ops repo wants the repo's value: in sync",
        "an override in the roster that leaves the value to the repo",
      ];
    case "adoption":
      return [
        "the repo takes the loop's values: in sync",
        "overrides in the roster keep the repo's (coulomb import writes them with a new entry)",
        "adoption: takeover or refuse in cadence.yaml",
      ];
    case "conflict":
      return [
        "the repo takes the ops repo's value: in sync",
        "an override in the roster keeps the repo's",
        "the ops repo wants the repo's value: in sync",
      ];
    case "leaving":
    case "leaving_conflict":
      return ["the values go from the repo: released", "mode: release in the roster forgets them"];
    case "orphaned":
      return [
        "an entry under removed with a mode (release, disable, prune) says what becomes of it",
        "removed_agents in cadence.yaml, for an agent that no phase schedules",
      ];
    case "released":
      return ["an entry under active"];
    case "opted_out":
      return ["the repo takes enabled: false or paused out of its schedule file"];
    case "unknown":
      return ["the repo can be read"];
    case "unsupported":
      return [`${repo.file} can be edited without touching anything else`];
    case "ineligible":
      return ["the repo is there, writable and has a commit"];
    case "foreign_owner":
      return ["the other installation lets the repo go", "a person's commit is the file's last change"];
    case "moved":
      return ["an entry under its new name, and moved: { from, to } in the roster"];
  }
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

function nextStep(seen: Prospect, repo: RepoPlan, result: RepoResult): string {
  switch (result.outcome) {
    case "declined":
      return "people declined this change; it comes back when what is wanted differs, or with coulomb reconcile --reopen. To agree with the repo, add an override to the roster";
    case "edited":
      return "its proposal was edited by people: they merge or close it; coulomb reconcile --rebuild, or the label coulomb:rebuild, has it made anew";
    case "queued":
      return `nothing: ${result.message}`;
    case "held":
      return "remove the label coulomb:hold from its proposal";
    case "suspended":
      return "the loop is suspended: see suspend in cadence.yaml";
    case "blocked":
      return repo.class === "create" || repo.class === "pending" || repo.class === "drift"
        ? "rename or delete the branch that is in the way"
        : ofClass(seen, repo);
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
    case "released":
      return "nothing to do";
    case "leaving":
      return `${proposal}; merged, the repo is released`;
    case "leaving_conflict":
      return "the repo changed values that are to go: delete them by hand, or let it leave by mode: release";
    case "orphaned":
      return "say what becomes of it: an entry under removed in the roster, or removed_agents in cadence.yaml";
    case "moved":
      return "give the entry its new name and add moved: { from, to } to the roster";
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
    case "foreign_owner":
      return "agree with the owners of the other installation who runs the loop there";
    case "ineligible":
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
    // Without a value there is no base, which is not the same as a value that was absent.
    ["  base", path.base.value === undefined ? paint.dim(path.base.at) : shown(path.base, paint)],
  ]);
  const problems = printFindings(report.findings ?? [], paint);
  return [
    `${paint.bold(report.repo_id)}  ${paintClass(report.class, paint)}: ${report.reason}`,
    `${report.file}${head}, loop ${report.loop}, phase ${report.phase}`,
    `Rule: ${report.rule}`,
    ...changeNote(report),
    ...(report.notes ?? []).map((note) => `Note: ${note}`),
    "",
    ...table(rows),
    ...(rows.length === 0 ? [] : [""]),
    ...problems,
    `Proposal: ${report.outcome === "clean" ? "none needed" : `${report.outcome}, ${report.message}`}`,
    "What would change this:",
    ...report.would_change.map((line) => `  - ${printable(line)}`),
    `Next: ${report.next}`,
  ];
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
