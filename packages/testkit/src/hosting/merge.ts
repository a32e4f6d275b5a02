import { tryGit } from "../plain-git.ts";
import { mergedPatch } from "./notice.ts";
import type { Signature } from "./objects.ts";
import type { Pull } from "./pull.ts";
import type { RefResult, RefUpdate } from "./refs.ts";
import type { HostedRepo } from "./repo.ts";
import type { HostingUser } from "./users.ts";

export interface MergeRequest {
  readonly number: number;
  readonly by: HostingUser;
  readonly message: string;
  /** Epoch milliseconds: time of the commit and of the merge. */
  readonly at: number;
  /** Head the pull must have. */
  readonly expectedHead?: string;
  /** `squash`: one commit with one parent. */
  readonly style?: "merge" | "squash";
}

export type MergeResult =
  | { readonly kind: "done"; readonly oid: string; readonly pull: Pull }
  | { readonly kind: "not_found" }
  | { readonly kind: "not_open"; readonly pull: Pull }
  | { readonly kind: "head_moved"; readonly now: string }
  | { readonly kind: "conflict" }
  /** The base moved while it was merged: nothing happened. */
  | { readonly kind: "base_moved" }
  | { readonly kind: "guarded"; readonly guard: "protected" | "hook"; readonly message: string };

/**
 * Merges an open pull with a commit of two parents and marks it merged; its branch stays. The base moves only from
 * the head that was merged into. Call it inside `repo.exclusive`, after `notice`.
 */
export async function mergePull(repo: HostedRepo, request: MergeRequest): Promise<MergeResult> {
  const pull = repo.pulls.get(request.number);
  if (pull === undefined) return { kind: "not_found" };
  if (pull.state !== "open") return { kind: "not_open", pull };
  const { head, base } = pull;
  if (request.expectedHead !== undefined && request.expectedHead !== head)
    return { kind: "head_moved", now: head };
  const ref = `refs/heads/${base}`;
  const from = await repo.refs.read(ref);
  if (from === null) return { kind: "base_moved" };
  const tree = await mergedTree(repo.path, from, head);
  if (tree === null) return { kind: "conflict" };
  const oid = await repo.objects.writeCommit({
    tree,
    parents: request.style === "squash" ? [from] : [from, head],
    message: request.message,
    author: signatureOf(request.by, request.at),
    committer: signatureOf(request.by, request.at),
  });
  const moved = await updateGuarded(repo, [{ ref, from, to: oid }]);
  if (moved.kind === "guarded") return moved;
  if (moved.kind !== "done") return { kind: "base_moved" };
  const patch = { ...mergedPatch(request.by.login, request.at, oid), baseOid: from };
  return { kind: "done", oid, pull: repo.pulls.patch(pull.number, patch) };
}

export type GuardedResult =
  | RefResult
  | { readonly kind: "guarded"; readonly guard: "protected" | "hook"; readonly message: string };

/** Moves refs as a user of the forge does: a guard of any of them stops all. */
export async function updateGuarded(repo: HostedRepo, updates: readonly RefUpdate[]): Promise<GuardedResult> {
  for (const { ref } of updates) {
    const guard = repo.guards.get(ref);
    if (guard !== undefined) return { kind: "guarded", guard: guard.kind, message: guard.message };
  }
  return repo.refs.update(updates);
}

/** Moves a ref forward only: `not_forward` when `to` does not have `from` among its ancestors. */
export async function fastForward(
  repo: HostedRepo,
  { ref, from, to }: { readonly ref: string; readonly from: string; readonly to: string },
): Promise<GuardedResult | { readonly kind: "not_forward" }> {
  if (!(await repo.history.contains(to, from))) return { kind: "not_forward" };
  return updateGuarded(repo, [{ ref, from, to }]);
}

/** Whether two commits merge without a conflict. One git process. */
export async function mergesCleanly(repo: HostedRepo, base: string, head: string): Promise<boolean> {
  return (await mergedTree(repo.path, base, head)) !== null;
}

async function mergedTree(path: string, base: string, head: string): Promise<string | null> {
  const { code, stdout, stderr } = await tryGit(path, ["merge-tree", "--write-tree", base, head]);
  if (code === 0) return stdout.trim();
  if (code === 1) return null;
  throw new Error(`git merge-tree in ${path}: exit ${code}\n${stderr}`);
}

/** How a user signs commits made on the server. */
export function signatureOf(user: HostingUser, time: number): Signature {
  return { name: user.fullName === "" ? user.login : user.fullName, email: user.email, time };
}
