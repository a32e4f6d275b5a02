import { pullRef } from "./notice.ts";
import type { Pull } from "./pull.ts";
import type { HostedRepo } from "./repo.ts";

export interface NewPull {
  readonly title: string;
  readonly body: string;
  readonly base: string;
  readonly headBranch: string;
  readonly author: string;
  readonly draft?: boolean;
  readonly labels?: readonly number[];
  /** Comes from a fork: its `owner/name`, and its head, which must be an object of this repository. */
  readonly fork?: { readonly repo: string; readonly head: string };
}

export type OpenResult =
  | { readonly kind: "done"; readonly pull: Pull }
  /** One is open for the same head and base. */
  | { readonly kind: "exists"; readonly pull: Pull }
  | { readonly kind: "no_branch"; readonly which: "head" | "base" }
  /** The base has the head already, and `allowEmpty` was not given. */
  | { readonly kind: "nothing_to_merge" };

/** Opens a pull. Call it inside `repo.exclusive`. */
export async function openPull(
  repo: HostedRepo,
  draft: NewPull,
  options: { readonly allowEmpty?: boolean } = {},
): Promise<OpenResult> {
  const baseOid = await repo.refs.read(`refs/heads/${draft.base}`);
  if (baseOid === null) return { kind: "no_branch", which: "base" };
  const head = draft.fork?.head ?? (await repo.refs.read(`refs/heads/${draft.headBranch}`));
  if (head === null) return { kind: "no_branch", which: "head" };
  const headRepo = draft.fork?.repo ?? null;
  const other = openFor(repo, { ...draft, headRepo });
  if (other !== undefined) return { kind: "exists", pull: other };
  const ahead = !(await repo.history.contains(baseOid, head));
  if (!ahead && options.allowEmpty !== true) return { kind: "nothing_to_merge" };
  const pull = repo.pulls.add({
    title: draft.title,
    body: draft.body,
    base: draft.base,
    headBranch: draft.headBranch,
    author: draft.author,
    draft: draft.draft ?? false,
    labels: draft.labels ?? [],
    headRepo,
    head,
    baseOid,
    ahead,
  });
  await repo.refs.keep(pullRef(pull.number), head);
  return { kind: "done", pull };
}

/** Closes an open pull without merging it; another one stays as it is. */
export function closePull(repo: HostedRepo, pull: Pull, by: string, at: number): Pull {
  if (pull.state === "closed") return pull;
  return repo.pulls.patch(pull.number, { state: "closed", closedAt: at, closedBy: by });
}

export type ReopenResult = Exclude<OpenResult, { kind: "nothing_to_merge" }> | { readonly kind: "merged" };

/** Opens a closed pull again, at its branch's present head. Call it inside `repo.exclusive`. */
export async function reopenPull(repo: HostedRepo, pull: Pull): Promise<ReopenResult> {
  if (pull.merged) return { kind: "merged" };
  if (pull.state === "open") return { kind: "done", pull };
  const other = openFor(repo, pull);
  if (other !== undefined) return { kind: "exists", pull: other };
  const baseOid = await repo.refs.read(`refs/heads/${pull.base}`);
  if (baseOid === null) return { kind: "no_branch", which: "base" };
  const head = pull.headRepo === null ? await repo.refs.read(`refs/heads/${pull.headBranch}`) : pull.head;
  if (head === null) return { kind: "no_branch", which: "head" };
  const ahead = !(await repo.history.contains(baseOid, head));
  await repo.refs.keep(pullRef(pull.number), head);
  const patch = { head, baseOid, ahead, state: "open", closedAt: null, closedBy: null } as const;
  return { kind: "done", pull: repo.pulls.patch(pull.number, patch) };
}

function openFor(
  repo: HostedRepo,
  { base, headBranch, headRepo }: Pick<Pull, "base" | "headBranch" | "headRepo">,
): Pull | undefined {
  return [...repo.pulls.view().values()].find(
    (pull) =>
      pull.state === "open" &&
      pull.base === base &&
      pull.headBranch === headBranch &&
      pull.headRepo === headRepo,
  );
}
