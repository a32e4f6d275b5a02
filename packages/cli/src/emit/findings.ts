import type { Finding, RunReport } from "@coulomb-loop/schemas";
import { printable } from "../terminal.ts";
import type { AnyClass, Level, RunRepo } from "./classes.ts";
import { classes, rankOf } from "./classes.ts";

/** Something to tell about a repo or one of its paths, with what identifies it from run to run. */
export interface RunFinding {
  readonly finding: Finding;
  readonly level: Level;
  readonly identity: { readonly repo: string; readonly pointer: string; readonly class: AnyClass };
}

const severity = { error: "error", warning: "warning", note: "info" } as const;
const quiet: ReadonlySet<AnyClass> = new Set<AnyClass>(["in_sync", "overridden", "opted_out", "released"]);

/**
 * What a run has to tell: every path that differs, and every repo without such a path that is not well. Worst first,
 * else in the order of the plan. Located where the desired value stands, else at the roster entry. `filePrefix` is put
 * before every file: the way from the root of the git repository to the ops repo.
 */
export function runFindings(report: RunReport, filePrefix = ""): RunFinding[] {
  return report.repos
    .flatMap((repo) => ofRepo(repo, filePrefix))
    .sort((a, b) => rankOf(a.identity.class) - rankOf(b.identity.class));
}

function ofRepo(repo: RunRepo, filePrefix: string): RunFinding[] {
  const paths = repo.paths.filter((path) => path.class !== "in_sync" && path.class !== "overridden");
  if (paths.length === 0) {
    if (quiet.has(repo.class)) return [];
    return [runFinding(repo, repo.class, "", repo.reason, repo.source, filePrefix)];
  }
  return paths.map((path) => {
    const source = path.source.file === undefined ? repo.source : path.source;
    return runFinding(repo, path.class, path.pointer, path.reason, source, filePrefix);
  });
}

function runFinding(
  repo: RunRepo,
  name: AnyClass,
  pointer: string,
  reason: string,
  { file, line, column }: RunRepo["source"],
  filePrefix: string,
): RunFinding {
  const { level, help } = classes[name];
  const subject = pointer === "" ? repo.repo_id : `${repo.repo_id} ${pointer}`;
  return {
    level,
    identity: { repo: repo.repo_id, pointer, class: name },
    finding: {
      code: name,
      severity: severity[level],
      message: printable(`${subject}: ${name.replaceAll("_", " ")}: ${reason}`).toWellFormed(),
      hint: help,
      ...(file === undefined ? {} : { file: `${filePrefix}${file}` }),
      ...(file === undefined || line === undefined ? {} : { line }),
      ...(file === undefined || column === undefined ? {} : { column }),
    },
  };
}
