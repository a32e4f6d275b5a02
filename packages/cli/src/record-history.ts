import type { RecordChange } from "@coulomb-loop/reconciler";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "./io.ts";
import { askGit, runGit } from "./own-git.ts";

/** What the history tells of the files of promotion records. */
export interface RecordHistory {
  /** By path: the commit of the default branch's own line that added it first. */
  readonly added: ReadonlyMap<string, string>;
  readonly changes: readonly RecordChange[];
}

type Place = Pick<Io, "env">;

/** Answers what git prints. Throws `history_missing` when it fails: silence would read as "nothing changed". */
export async function mustGit(io: Place, folder: string, args: readonly string[]): Promise<string> {
  const printed = await runGit(io, folder, args);
  if (printed === undefined)
    throw new CoulombError("history_missing", `git ${args[0] ?? ""} cannot read the history of ${folder}`, {
      hint: "fetch the whole history (git fetch --unshallow), then run again",
    });
  return printed;
}

/**
 * Reads what became of the records' files along the first parents of HEAD: each state that the default branch ever had. Drafts on branches
 * that were merged later are no versions. With a base, its line is read, and what HEAD changes on it is compared.
 */
export async function readRecordHistory(
  io: Place,
  folder: string,
  loopFolders: readonly string[],
  base: string | undefined,
): Promise<RecordHistory> {
  if ((await askGit(io, folder, ["rev-parse", "--is-shallow-repository"])) !== "false")
    throw new CoulombError("history_missing", "this clone has only a part of the history", {
      hint: "git fetch --unshallow, then run again",
    });
  const published = base === undefined ? "HEAD" : await forkOf(io, folder, base);
  const paths = [...loopFolders.map((loop) => `:(literal)${loop}/promotions`), ":(glob)**/promotions/PROM-*"];
  const log = await mustGit(io, folder, [
    "-c",
    "core.quotePath=false",
    "log",
    "--first-parent",
    "-m",
    "--no-renames",
    "--name-status",
    "--format=commit %H",
    published,
    "--",
    ...paths,
  ]);
  const past = withTree(readLog(log), await treeChanges(io, folder, paths));
  if (base === undefined) return past;
  const diff = await mustGit(io, folder, [
    "-c",
    "core.quotePath=false",
    "diff",
    "--no-renames",
    "--name-status",
    published,
    "HEAD",
    "--",
    ...paths,
  ]);
  return { ...past, changes: [...past.changes, ...changesIn(diff.split("\n"), `against ${base}`)] };
}

/** What somebody changed in the folder and did not commit: who reads the files there would read something else than was verified. */
async function treeChanges(io: Place, folder: string, paths: readonly string[]): Promise<RecordChange[]> {
  if ((await askGit(io, folder, ["rev-parse", "--is-inside-work-tree"])) !== "true") return [];
  const diff = ["diff", "--no-ext-diff", "--no-renames", "--name-status", "HEAD", "--", ...paths];
  const printed = await mustGit(io, folder, ["-c", "core.quotePath=false", ...diff]);
  return changesIn(printed.split("\n"), "in this folder, and not committed");
}

function withTree(past: RecordHistory, changes: readonly RecordChange[]): RecordHistory {
  return { ...past, changes: [...past.changes, ...changes] };
}

/** Where HEAD left another branch. */
async function forkOf(io: Place, folder: string, base: string): Promise<string> {
  const fork = await askGit(io, folder, ["merge-base", "--end-of-options", base, "HEAD"]);
  if (fork !== undefined) return fork;
  throw new CoulombError("ref_unknown", `"${base}" is no commit that HEAD comes from`, {
    hint: "name the branch that the pull request goes to, such as origin/main; git branch --all lists them",
  });
}

function readLog(log: string): RecordHistory {
  const added = new Map<string, string>();
  const changes: RecordChange[] = [];
  // The newest comes first.
  for (const part of log.split(/^commit /m).slice(1)) {
    const [commit = "", ...lines] = part.split("\n");
    changes.push(...changesIn(lines, `in ${commit.slice(0, 10)}`));
    for (const [, path = ""] of lines.map((line) => line.split("\t")).filter(([what]) => what === "A"))
      added.set(path, commit);
  }
  return { added, changes };
}

function changesIn(lines: readonly string[], where: string): RecordChange[] {
  return lines.flatMap((line): RecordChange[] => {
    const [what = "", file] = line.split("\t");
    if (file === undefined || what === "A") return [];
    return [{ file, what: what === "D" ? "removed" : "changed", where }];
  });
}
