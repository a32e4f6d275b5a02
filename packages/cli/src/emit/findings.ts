import type { Finding, RunReport } from "@coulomb-loop/schemas";
import { printable } from "../terminal.ts";
import type { AnyClass, Level, RunRepo } from "./classes.ts";
import { classes, overrideEnding, rankOf } from "./classes.ts";
import { runProblems } from "./run-problems.ts";

/** Something to tell about the run, a repo or one of its paths, with what identifies it from run to run. */
export interface RunFinding {
  readonly finding: Finding;
  readonly level: Level;
  readonly identity: {
    readonly repo: string;
    readonly loop: string;
    readonly pointer: string;
    /** Class, or code of what went wrong with the run as a whole. */
    readonly class: string;
  };
  /** Where the desired value itself stands, when that is elsewhere. */
  readonly related?: Place;
}

/** A place of the ops repo, and what stands there. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly what: string;
}

const severity = { error: "error", warning: "warning", note: "info" } as const;
const quiet: ReadonlySet<AnyClass> = new Set<AnyClass>(["in_sync", "overridden", "opted_out", "released"]);

/**
 * What a run has to tell: what stopped it, every path that differs, and every repo without such a path that is not
 * well. Worst first, else in the order of the plan. Each of a repo stands at the roster entry of its repo: that is the one line that is this repo's
 * alone. `filePrefix` is put before every file: the way from the root of the git repository to the ops repo.
 */
export function runFindings(report: RunReport, filePrefix = ""): RunFinding[] {
  const found = report.repos
    .flatMap((repo) => ofRepo(repo, filePrefix))
    .sort((a, b) => rankOf(a.identity.class) - rankOf(b.identity.class));
  return [...ofRun(report, filePrefix), ...found];
}

/** What went wrong with the run stands where its limits and its state branch are declared. */
function ofRun(report: RunReport, filePrefix: string): RunFinding[] {
  return runProblems(report).map(({ code, message, hint }) => ({
    level: "error",
    identity: { repo: "", loop: "", pointer: "", class: code },
    finding: {
      code,
      severity: "error",
      message: printable(message).toWellFormed(),
      hint,
      file: `${filePrefix}coulomb.yaml`,
      line: 1,
    },
  }));
}

function ofRepo(repo: RunRepo, filePrefix: string): RunFinding[] {
  return [...ofClass(repo, filePrefix), ...ofOverrides(repo, filePrefix)];
}

/** Overrides that end within seven days: whoever relies on one should not learn of it from a proposal. */
function ofOverrides(repo: RunRepo, filePrefix: string): RunFinding[] {
  if (repo.class === "opted_out") return [];
  const ending = (repo.overrides ?? []).filter(({ state }) => state === "expiring");
  return ending.map(({ path, expires_at }) => {
    const reason = `its override ends on ${expires_at}; then phase ${repo.phase} decides again`;
    return runFinding(repo, { pointer: path, class: "override_ending", reason }, filePrefix);
  });
}

function ofClass(repo: RunRepo, filePrefix: string): RunFinding[] {
  if (quiet.has(repo.class)) return [];
  const paths = repo.paths.filter((path) => !quiet.has(path.class));
  if (paths.length === 0) return [runFinding(repo, { ...repo, pointer: "" }, filePrefix)];
  return paths.map((path) => {
    const found = runFinding(repo, path, filePrefix);
    const related = relatedPlace(repo, path, filePrefix);
    return related === undefined ? found : { ...found, related };
  });
}

function runFinding(
  repo: RunRepo,
  subject: {
    readonly pointer: string;
    readonly class: AnyClass | "override_ending";
    readonly reason: string;
  },
  filePrefix: string,
): RunFinding {
  const { level, help } = subject.class === "override_ending" ? overrideEnding : classes[subject.class];
  const { file, line, column } = repo.source;
  const name = subject.pointer === "" ? repo.repo_id : `${repo.repo_id} ${subject.pointer}`;
  const message = `${name}: ${subject.class.replaceAll("_", " ")}: ${subject.reason}`;
  return {
    level,
    identity: { repo: repo.repo_id, loop: repo.loop, pointer: subject.pointer, class: subject.class },
    finding: {
      code: subject.class,
      severity: severity[level],
      message: printable(message).toWellFormed(),
      hint: help,
      ...(file === undefined ? {} : { file: `${filePrefix}${file}` }),
      ...(file === undefined || line === undefined ? {} : { line }),
      ...(file === undefined || column === undefined ? {} : { column }),
    },
  };
}

/** The line of a desired value, unless it is the roster entry's own. */
function relatedPlace(
  { source: entry }: RunRepo,
  { source }: RunRepo["paths"][number],
  filePrefix: string,
): Place | undefined {
  const { file, line, column, what } = source;
  if (file === undefined || (file === entry.file && line === entry.line)) return undefined;
  return {
    file: `${filePrefix}${file}`,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    what: printable(what).toWellFormed(),
  };
}
