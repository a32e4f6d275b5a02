import type { Pull, PullPatch } from "./pull.ts";
import type { HostedRepo } from "./repo.ts";

/** What differs between forges when people act past them. */
export interface NoticeRules {
  /** A pull whose head people merged by plain git counts as merged; else it stays open. */
  readonly detectsManualMerge: boolean;
  readonly clock: () => number;
  /** Who is named for what nobody said who did it. */
  readonly ghost: string;
}

/**
 * Looks at the refs of a repository and brings its open pulls up to them: a head follows its branch, a pull whose
 * branch or base is gone is closed by the ghost and keeps its head, one that was merged by hand is merged by the ghost.
 * Reads files only, and walks history only where a ref moved.
 */
export async function notice(repo: HostedRepo, rules: NoticeRules): Promise<void> {
  for (const pull of repo.pulls.view().values()) {
    if (pull.state !== "open") continue;
    const patch = await noticed(repo, pull, rules);
    if (patch === null) continue;
    if (patch.head !== undefined && patch.head !== pull.head)
      await repo.refs.keep(pullRef(pull.number), patch.head);
    repo.pulls.patch(pull.number, patch);
  }
}

/** The ref that keeps a pull's head reachable. */
export function pullRef(number: number): string {
  return `refs/pull/${number}/head`;
}

async function noticed(repo: HostedRepo, pull: Pull, rules: NoticeRules): Promise<PullPatch | null> {
  const branch = pull.headRepo === null ? await repo.refs.read(`refs/heads/${pull.headBranch}`) : pull.head;
  const head = branch ?? pull.head;
  const base = await repo.refs.read(`refs/heads/${pull.base}`);
  const baseOid = base ?? pull.baseOid;
  const moved = head !== pull.head;
  const isGone = branch === null || base === null;
  if (!moved && baseOid === pull.baseOid && !isGone) return null;
  // Against the base as it was: people may push and merge between two looks.
  const ahead = moved ? !(await repo.history.contains(pull.baseOid, head)) : pull.ahead;
  if (rules.detectsManualMerge && ahead && (await repo.history.contains(baseOid, head))) {
    const mergeCommit = await repo.history.broughtBy(baseOid, head);
    return { head, ahead, ...mergedPatch(rules.ghost, rules.clock(), mergeCommit) };
  }
  if (isGone) return { head, ahead, state: "closed", closedAt: rules.clock(), closedBy: rules.ghost };
  return moved ? { head, ahead, baseOid } : { baseOid };
}

/** What a merge changes on a pull. */
export function mergedPatch(by: string, at: number, mergeCommit: string | null): PullPatch {
  return {
    state: "closed",
    merged: true,
    mergedAt: at,
    mergedBy: by,
    mergeCommit,
    closedAt: at,
    closedBy: by,
  };
}
