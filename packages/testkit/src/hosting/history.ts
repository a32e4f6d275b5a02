import type { CommitObject, Objects } from "./objects.ts";

/** Questions about the history of one repository, answered from its objects in this process. */
export interface History {
  /** Whether `ancestor` is `descendant` or one of its ancestors. */
  contains(descendant: string, ancestor: string): Promise<boolean>;
  /** A best common ancestor, or `null` when the two share none. */
  mergeBase(a: string, b: string): Promise<string | null>;
  /** Commits reachable from `head` and not from `without`, newest first by committer time, parents after children. */
  between(without: string | null, head: string): Promise<readonly CommitObject[]>;
  /** The commit of the first-parent chain of `head` that brought `commit` in, or `null` when none did. */
  broughtBy(head: string, commit: string): Promise<string | null>;
}

/** History over some objects. */
export function historyOf(objects: Objects): History {
  const ancestors = async (start: string): Promise<Map<string, CommitObject>> => {
    const found = new Map<string, CommitObject>();
    const waiting = [start];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const commit = found.has(next) ? null : await objects.commit(next);
      if (commit === null) continue;
      found.set(next, commit);
      waiting.push(...commit.parents);
    }
    return found;
  };
  const contains = async (descendant: string, ancestor: string): Promise<boolean> =>
    descendant === ancestor || (await ancestors(descendant)).has(ancestor);
  return {
    contains,
    async mergeBase(a, b) {
      const [ours, theirs] = [await ancestors(a), await ancestors(b)];
      const common = [...ours.values()].filter(({ oid }) => theirs.has(oid));
      // Best: a common ancestor that is no parent, near or far, of another one.
      const passed = new Set<string>();
      for (const { parents } of common) for (const parent of parents) passed.add(parent);
      return newestFirst(common.filter(({ oid }) => !passed.has(oid)))[0]?.oid ?? null;
    },
    async between(without, head) {
      const hidden = without === null ? new Map<string, CommitObject>() : await ancestors(without);
      const shown = [...(await ancestors(head)).values()].filter(({ oid }) => !hidden.has(oid));
      return childrenFirst(shown);
    },
    async broughtBy(head, commit) {
      let brought: string | null = null;
      for (let at: string | undefined = head; at !== undefined; ) {
        if (!(await contains(at, commit))) return brought;
        brought = at;
        at = (await objects.commit(at))?.parents[0];
      }
      return brought;
    },
  };
}

function newestFirst(commits: readonly CommitObject[]): CommitObject[] {
  return [...commits].sort((a, b) => b.committer.time - a.committer.time || (a.oid < b.oid ? -1 : 1));
}

/** A commit comes only after all its children among them. */
function childrenFirst(commits: readonly CommitObject[]): CommitObject[] {
  const waiting = new Map<string, number>(commits.map(({ oid }) => [oid, 0]));
  for (const { parents } of commits)
    for (const parent of parents)
      if (waiting.has(parent)) waiting.set(parent, (waiting.get(parent) ?? 0) + 1);
  const byOid = new Map(commits.map((commit) => [commit.oid, commit]));
  const ready = newestFirst(commits.filter(({ oid }) => waiting.get(oid) === 0));
  const sorted: CommitObject[] = [];
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    sorted.push(next);
    for (const parent of next.parents) {
      const left = (waiting.get(parent) ?? 0) - 1;
      waiting.set(parent, left);
      const commit = byOid.get(parent);
      if (left === 0 && commit !== undefined) ready.push(commit);
    }
    ready.sort((a, b) => b.committer.time - a.committer.time);
  }
  return sorted;
}
