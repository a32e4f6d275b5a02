import type { PathClass, RepoClass, RepoResult, RunResult } from "@coulomb-loop/reconciler";
import { changeLine, classOrder, endingOverrides } from "@coulomb-loop/reconciler";
import type { Plan, RepoPlan } from "@coulomb-loop/schemas";
import type { Paint } from "../terminal.ts";
import { counted, printable, table } from "../terminal.ts";
import { printFindings } from "./findings.ts";
import { ineligibleStep } from "./ineligible.ts";
import { namesOf } from "./names.ts";

const quiet: ReadonlySet<string> = new Set(["opted_out", "released", "overridden"]);
const passing: ReadonlySet<string> = new Set(["pending", "create", "drift", "leaving"]);

/** Colour of a class: red needs a person, yellow differs, green is well. */
export function paintClass(repoClass: RepoClass | PathClass, paint: Paint): string {
  const word = repoClass.replaceAll("_", " ");
  if (repoClass === "in_sync") return paint.green(word);
  if (quiet.has(repoClass)) return paint.dim(word);
  if (passing.has(repoClass)) return paint.yellow(word);
  return paint.red(word);
}

/** A plan for people: each repo with its class, and every value that would change. */
export function planLines(plan: Plan, paint: Paint): string[] {
  const nameOf = namesOf(plan.repos);
  const lines = sorted(plan.repos).flatMap((repo) => repoLines(repo, paint, nameOf(repo)));
  if (plan.repos.length === 0) lines.push("The roster has no active repo.");
  return [...lines, "", countLine(plan.repos)];
}

/** One repo of a plan: its class, and every value that would change. */
export function repoLines(repo: RepoPlan, paint: Paint, name = repo.repo_id): string[] {
  const head = `${paint.bold(name)}  ${paintClass(repo.class, paint)}  ${paint.dim(`${repo.loop}, ${repo.phase}`)}`;
  return [head, ...repoDetails(repo, paint)];
}

/** One line that counts repos by class: `3 repos: 1 adoption, 1 create, 1 in sync`. */
export function countLine(repos: readonly RepoPlan[]): string {
  const counts = classOrder.flatMap((repoClass) => {
    const count = repos.filter((repo) => repo.class === repoClass).length;
    return count === 0 ? [] : [`${count} ${repoClass.replaceAll("_", " ")}`];
  });
  return `${counted(repos.length, "repo")}${counts.length === 0 ? "" : `: ${counts.join(", ")}`}`;
}

function repoDetails(repo: RepoPlan, paint: Paint): string[] {
  const notes = asides(repo).map((line) => `    ${paint.dim(printable(line))}`);
  if (repo.class === "in_sync") return notes;
  const changes = repo.paths
    .filter((path) => path.class !== "in_sync" && path.class !== "released" && path.class !== "overridden")
    .map((path) => `    ${printable(changeLine(path))}  ${paint.dim(`${path.reason}; ${path.source.what}`)}`);
  const problems = printFindings(
    (repo.findings ?? []).map(({ path: _path, ...finding }) => finding),
    paint,
  ).map((line) => `    ${line}`);
  // Whoever opted out gets none of the changes.
  const shown =
    changes.length > 0 && repo.findings === undefined && repo.class !== "opted_out"
      ? changes
      : // The first finding is the reason.
        problems.length > 0
        ? problems
        : [`    ${printable(reasonOf(repo))}`];
  return [...shown, ...notes];
}

/** Why a repo is in its class, with what to do where no table of values says it. */
function reasonOf({ class: found, reason }: Pick<RepoPlan, "class" | "reason">): string {
  return found === "ineligible" ? `${reason}: ${ineligibleStep(reason)}` : reason;
}

/** What a person should know beside the values: who changed the file, overrides about to end, a gate that is shut. */
function asides(repo: RepoPlan): string[] {
  const { last_change: change, gate, notes = [] } = repo;
  const ends = endingOverrides(repo);
  // A repo that is as it should be waits for nothing.
  if (repo.class === "in_sync") return ends;
  return [
    ...(change === undefined
      ? []
      : [`last changed by ${change.author} on ${change.at.slice(0, 10)} (${change.commit.slice(0, 10)})`]),
    ...ends,
    ...(gate.open
      ? []
      : [`waits: ${gate.message ?? ""}${gate.opens_at === undefined ? "" : `, opens at ${gate.opens_at}`}`]),
    ...notes,
  ];
}

function sorted(repos: readonly RepoPlan[]): RepoPlan[] {
  return [...repos].sort((a, b) => classOrder.indexOf(a.class) - classOrder.indexOf(b.class));
}

const outcomeWords: Readonly<Record<RepoResult["outcome"], string>> = {
  unknown: "unknown",
  suspended: "suspended",
  blocked: "left alone",
  held: "held",
  edited: "left to its editors",
  proposed: "proposal open",
  declined: "declined",
  queued: "waits",
  clean: "nothing to do",
  stale: "stale",
  rejected: "rejected",
  retry: "try again",
  cancelled: "not begun",
  planned: "planned",
};

/** A run for people: a line per repo that is not simply in sync, then the counts. */
export function runLines(result: RunResult, paint: Paint): string[] {
  const shown = result.repos.filter((repo) => {
    const isQuiet =
      (repo.outcome === "clean" && !isOnlyShown(repo)) ||
      (repo.outcome === "suspended" && repo.plan.class === "in_sync");
    return !isQuiet || repo.writes.length > 0;
  });
  const nameOf = namesOf(result.repos.map(({ plan }) => plan));
  const rows = shown.map((repo) => [
    paint.bold(nameOf(repo.plan)),
    paintClass(repo.plan.class, paint),
    outcomeOf(repo),
    `${printable(isOnlyShown(repo) || repo.plan.class === "ineligible" ? reasonOf(repo.plan) : repo.message)}${repo.writes.length === 0 ? "" : paint.dim(` (${repo.writes.join(", ").replaceAll("_", " ")})`)}`,
  ]);
  const writes = result.repos.reduce((sum, repo) => sum + repo.writes.length, 0);
  return [
    ...table(rows),
    ...(rows.length === 0 ? [] : [""]),
    ...stopLines(result, "stopped", paint),
    ...endingLines(result.repos, paint),
    ...paceLine(result),
    `${countLine(result.repos.map((repo) => repo.plan))}. ${writes === 0 ? "Nothing written to them." : `${counted(writes, "write")}.`}`,
  ];
}

/** Why nothing is written at all, and what to do; nothing when nothing stops the run. */
export function stopLines({ stopped }: Pick<RunResult, "stopped">, what: string, paint: Paint): string[] {
  if (stopped === undefined) return [];
  return [
    `${paint.red(what)} ${stopped.message} ${paint.dim(`[${stopped.code}]`)}`,
    `  ${paint.cyan("→")} ${stopped.hint}`,
    "",
  ];
}

/** The overrides that end soon, a line each with the repo: nobody should learn of it from a proposal. */
export function endingLines(repos: readonly Pick<RepoResult, "plan">[], paint: Paint): string[] {
  const nameOf = namesOf(repos.map(({ plan }) => plan));
  const lines = repos.flatMap(({ plan }) =>
    endingOverrides(plan).map((words) => `${paint.bold(nameOf(plan))} ${printable(words)}`),
  );
  return lines.length === 0 ? [] : [...lines, ""];
}

/** Whether the policy leaves what differs to people, and offers nothing. */
function isOnlyShown({ plan, outcome }: RepoResult): boolean {
  return outcome === "clean" && (plan.class === "drift" || plan.class === "adoption");
}

/** Where a repo's proposal rests, in words: `proposal open #3`. */
export function outcomeOf(result: RepoResult): string {
  const { outcome, number } = result;
  return `${isOnlyShown(result) ? "shown only" : outcomeWords[outcome]}${number === undefined ? "" : ` #${number}`}`;
}

/** When the proposals that wait for pacing will be open. */
function paceLine({ repos, pace }: RunResult): string[] {
  const waiting = Map.groupBy(
    repos.filter(({ gate }) => gate === "pace"),
    ({ plan }) => plan.forge,
  );
  return [...waiting].map(
    ([forge, members]) =>
      `${counted(members.length, "proposal")} on ${forge} wait for their turn; the last can be opened at ${new Date(pace.doneAt(forge, members.length)).toISOString()}.`,
  );
}
