import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isOid } from "../names.ts";
import type { Oid } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import type { Facts } from "./mapping.ts";
import type { Scratch } from "./scratch.ts";
import { fetchCommits, firstLine, type GitContext, type Target, withObjects } from "./target.ts";

/** History fetched from a URL, in steps; the last takes all of it. */
const depths = [64, 1024, Number.POSITIVE_INFINITY] as const;

/**
 * Runs work in a scratch repository whose history answers every question about two commits: their merge bases, and
 * whether one holds the other. From a URL only as much is fetched as that needs. Each of the two is an id, or one
 * with `^1` for its first parent.
 */
export async function withHistory<T>(
  context: GitContext,
  target: Target,
  pair: readonly [string, string],
  work: (scratch: Scratch) => Promise<Result<T>>,
  more: readonly Oid[] = [],
): Promise<Result<T>> {
  const wanted = [...pair.map((name) => name.replace(/\^1$/, "")), ...more];
  return withObjects(context, target, wanted, depths[0], async (scratch) => {
    if (target.folder !== undefined) return work(scratch);
    for (const depth of depths.slice(1)) {
      if (await isEnough(context, scratch, pair)) break;
      const deeper = await fetchCommits(context, target, scratch, wanted, depth);
      if (!deeper.ok) return deeper;
    }
    return work(scratch);
  });
}

/**
 * Whether a cut history tells all about two commits: no cut may lie between them and their merge bases, else a nearer
 * merge base could be hidden behind it.
 */
async function isEnough(
  context: GitContext,
  scratch: Scratch,
  [left, right]: readonly [string, string],
): Promise<boolean> {
  const shallow = await readFile(join(scratch.gitDir, "shallow"), "utf8").catch(() => "");
  const cuts = new Set(shallow.split("\n").filter(isOid));
  if (cuts.size === 0) return true;
  const bases = await mergeBases(context, scratch, left, right);
  if (!bases.ok || bases.value.length === 0) return false;
  const between = await list(context, scratch, ["rev-list", left, right, "--not", ...bases.value]);
  return between.ok && !between.value.some((oid) => cuts.has(oid));
}

/** All best common ancestors; none for unrelated histories. */
export async function mergeBases(
  context: GitContext,
  scratch: Scratch,
  left: string,
  right: string,
): Promise<Result<Oid[]>> {
  return list(context, scratch, ["merge-base", "--all", left, right], [0, 1]);
}

/** Whether `ancestor` is `descendant` or one of its ancestors. */
async function isAncestor(
  context: GitContext,
  scratch: Scratch,
  ancestor: Oid,
  descendant: Oid,
): Promise<Result<boolean>> {
  const args = ["merge-base", "--is-ancestor", ancestor, descendant];
  const result = await context.client.run(args, scratch);
  if (result.ended !== "exit") return failed("unreachable", `git ${args[0]}: ${result.ended}`);
  if (result.code > 1) return failed("corrupt", firstLine(result.stderr));
  return ok(result.code === 0);
}

async function list(
  context: GitContext,
  scratch: Scratch,
  args: readonly string[],
  codes: readonly number[] = [0],
): Promise<Result<string[]>> {
  const result = await context.client.run(args, scratch);
  if (result.ended !== "exit") return failed("unreachable", `git ${args[0]}: ${result.ended}`);
  if (!codes.includes(result.code)) return failed("corrupt", firstLine(result.stderr));
  return ok(
    result.stdout
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== ""),
  );
}

/** What to ask about an open record: its head, the head its branch has now, and the head of the base branch. */
export interface MergeQuestion {
  readonly head: Oid;
  readonly branchHead: Oid | null;
  readonly base: Oid;
}

/**
 * Whether somebody merged a proposal by plain git. It is merged when its head, and what its branch has now, are both
 * in the base branch; then the commit that did it tells what was merged, also after the branch is gone.
 */
export async function findMerge(
  context: GitContext,
  target: Target,
  question: MergeQuestion,
): Promise<Result<Facts>> {
  const { head, branchHead, base } = question;
  const more = branchHead === null || branchHead === head ? [] : [branchHead];
  return withHistory(
    context,
    target,
    [head, base],
    async (scratch) => {
      const unmerged: Facts = { merged: false, branchHead };
      for (const oid of [head, ...more]) {
        const inside = await isAncestor(context, scratch, oid, base);
        if (!inside.ok) return inside;
        if (!inside.value) return ok(unmerged);
      }
      // A branch that went on after its record was written was merged as it was then.
      const [further] = more;
      const went = further === undefined ? ok(false) : await isAncestor(context, scratch, head, further);
      if (!went.ok) return went;
      return findMergeCommit(context, scratch, went.value && further !== undefined ? further : head, base);
    },
    more,
  );
}

/** The oldest commit of the base branch's own line that holds `head`. Its other parent is what people merged. */
async function findMergeCommit(
  context: GitContext,
  scratch: Scratch,
  head: Oid,
  base: Oid,
): Promise<Result<Facts>> {
  const range = `${head}..${base}`;
  const own = await list(context, scratch, ["rev-list", "--first-parent", "--parents", range]);
  const holding = await list(context, scratch, ["rev-list", "--ancestry-path", range]);
  if (!own.ok) return own;
  if (!holding.ok) return holding;
  const holders = new Set(holding.value);
  const oldest = own.value.map((line) => line.split(" ")).findLast(([oid = ""]) => holders.has(oid));
  const [oid, first, ...others] = oldest ?? [];
  // No merge commit: the base branch was moved forward to the head itself.
  if (oid === undefined || first === head) return ok({ merged: true, head, mergedOid: head });
  const merged = others.includes(head) ? head : (others[0] ?? head);
  return ok({ merged: true, head: merged, mergedOid: oid });
}
