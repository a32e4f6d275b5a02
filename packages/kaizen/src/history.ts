import { askGit, type Checkout, gitText } from "./git.ts";
import type { MetricsRecord } from "@coulomb-loop/documents";
import { instantText } from "./slot.ts";

/** What has been committed since a session. */
export interface History {
  /** What the commits are, in words. */
  readonly since: string;
  /** How many commits there are. */
  readonly count: number;
  /** Newest first, at most so many as asked for: short id, day, subject, author. Words of people. */
  readonly commits: readonly string[];
  /** Paths that they changed most, with the lines added and removed. Names of people's files. */
  readonly paths: readonly string[];
}

const mostCommits = 30;
const mostPaths = 20;
/** Commits that are counted, and whose paths are added up. */
const mostRead = 500;

/**
 * Commits up to `head` since the last record of an agent: since the commit it names, else since its end; without a record the
 * newest ones. Reads git only.
 */
export async function historySince(
  checkout: Checkout,
  head: string,
  last: MetricsRecord | undefined,
): Promise<History> {
  const { args, since } = await rangeOf(checkout, head, last);
  const format = "--format=%H%x1f%ct%x1f%an%x1f%s";
  const log =
    (await gitText(checkout, ["log", "-z", `--max-count=${mostRead}`, format, ...args, "--"])) ?? "";
  const all = log.split("\0").filter((line) => line !== "");
  return {
    since,
    count: all.length,
    commits: all.slice(0, mostCommits).map(commitLine),
    paths: all.length === 0 ? [] : await changedPaths(checkout, args),
  };
}

async function rangeOf(
  checkout: Checkout,
  head: string,
  last: MetricsRecord | undefined,
): Promise<{ readonly args: readonly string[]; readonly since: string }> {
  if (last === undefined)
    return {
      args: [`--max-count=${mostCommits}`, head],
      since: "The newest commits, for no record says where to begin",
    };
  const base = last.provenance?.head;
  if (base !== undefined) {
    const { code } = await askGit(checkout, ["merge-base", "--is-ancestor", base, head]);
    if (code === 0)
      return { args: [`${base}..${head}`], since: `Commits since its commit ${base.slice(0, 12)}` };
  }
  const end = instantText(Date.parse(last.finished_at));
  return { args: [`--since=${end}`, head], since: `Commits since its end at ${end}` };
}

function commitLine(line: string): string {
  const [id = "", seconds = "", author = "", ...subject] = line.split("\u001f");
  return `${id.slice(0, 12)} ${instantText(Number(seconds) * 1000).slice(0, 10)} ${subject.join(" ")} (${author})`;
}

async function changedPaths(checkout: Checkout, args: readonly string[]): Promise<string[]> {
  const options = ["--format=", "--numstat", "-z", "--no-renames", "--no-ext-diff", "--no-textconv"];
  const text = (await gitText(checkout, ["log", `--max-count=${mostRead}`, ...options, ...args, "--"])) ?? "";
  const lines = new Map<string, { added: number; removed: number }>();
  for (const entry of text.split("\0")) {
    const [, added, removed, path] = /^\n*(\d+|-)\t(\d+|-)\t(.+)$/s.exec(entry) ?? [];
    if (path === undefined) continue;
    const sum = lines.get(path) ?? { added: 0, removed: 0 };
    // A dash stands for a file that is no text.
    lines.set(path, {
      added: sum.added + (Number(added) || 0),
      removed: sum.removed + (Number(removed) || 0),
    });
  }
  return [...lines]
    .sort(([a, x], [b, y]) => y.added + y.removed - x.added - x.removed || (a < b ? -1 : 1))
    .slice(0, mostPaths)
    .map(([path, { added, removed }]) => `+${added} -${removed} ${path.replaceAll("\n", " ")}`);
}

/** How many files differ from the commit that is checked out, new ones included. */
export async function uncommitted(checkout: Checkout): Promise<number> {
  const text = (await gitText(checkout, ["status", "--porcelain=v1", "-z", "--no-renames"])) ?? "";
  return text.split("\0").filter((entry) => entry !== "").length;
}
