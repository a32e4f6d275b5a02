import { closePull, type HostedRepo, openPull, type Pull, reopenPull } from "../hosting/index.ts";
import { RestProblem, type ValidationEntry, validationFailed } from "./problem.ts";
import type { World } from "./world.ts";

/** A pull that somebody wants to open. */
export interface PullDraft {
  readonly title: string | undefined;
  readonly body: string;
  readonly base: string;
  /** `branch`, or `owner:branch`. */
  readonly head: string;
  readonly draft: boolean;
  readonly author: string;
}

const resource = "PullRequest";
const custom = (message: string): ValidationEntry => ({ resource, code: "custom", message });
const invalid = (field: string): ValidationEntry => ({ resource, field, code: "invalid" });

/** Key under which a new pull is hidden from reads that come too early. */
export const pullLagKey = (repo: HostedRepo, number: number): string => `pull ${repo.id} ${number}`;

/** Opens a pull. Throws GitHub's 422 where it cannot be. */
export async function openPullAs(world: World, repo: HostedRepo, draft: PullDraft): Promise<Pull> {
  const { settings } = world;
  if (draft.title === undefined)
    throw validationFailed([{ resource, field: "title", code: "missing_field" }]);
  checkTexts(draft.title, draft.body);
  if (draft.draft && !settings.drafts) {
    throw new RestProblem(422, "Draft pull requests are not supported in this repository.");
  }
  if (settings.tooQuickly > 0) {
    settings.tooQuickly -= 1;
    throw validationFailed([custom("was submitted too quickly")]);
  }
  const headBranch = branchOf(repo, draft.head);
  const { title, body, base, author } = draft;
  const result = await openPull(repo, { title, body, base, headBranch, author, draft: draft.draft });
  switch (result.kind) {
    case "done":
      world.lag.hide(pullLagKey(repo, result.pull.number), settings.lag);
      return result.pull;
    case "exists":
      throw validationFailed([custom(`A pull request already exists for ${repo.owner}:${headBranch}.`)]);
    case "no_branch":
      throw validationFailed([invalid(result.which)]);
    case "nothing_to_merge":
      throw validationFailed([custom(`No commits between ${base} and ${headBranch}`)]);
  }
}

/** Branch of `owner:branch`; only the repository's own owner has branches here. */
function branchOf(repo: HostedRepo, head: string): string {
  const [owner, branch] = head.includes(":") ? head.split(":", 2) : [repo.owner, head];
  if (branch === undefined || owner?.toLowerCase() !== repo.owner.toLowerCase()) {
    throw validationFailed([invalid("head")]);
  }
  return branch;
}

/**
 * Brings pulls up to refs that somebody just moved by the API: what that closed or merged was done by them, not by
 * nobody, as the hosting has it of acts past the API. Call it after `notice` and the move.
 */
export async function noticeMoveBy(world: World, repo: HostedRepo, by: string): Promise<void> {
  const open = [...repo.pulls.view().values()].filter(({ state }) => state === "open");
  await world.hosting.notice(repo);
  for (const { number } of open) {
    const now = repo.pulls.get(number);
    if (now?.state !== "closed") continue;
    repo.pulls.patch(number, { closedBy: by, ...(now.merged ? { mergedBy: by } : {}) });
  }
}

/** Throws where a title or a body is longer than GitHub takes. */
export function checkTexts(title: string | undefined, body: string | undefined): void {
  if (title !== undefined && title.trim() === "") throw validationFailed([custom("title can't be blank")]);
  if ((title?.length ?? 0) > 256) {
    throw validationFailed([custom("title is too long (maximum is 256 characters)")]);
  }
  if ((body?.length ?? 0) > 65_536) {
    throw validationFailed([custom("body is too long (maximum is 65536 characters)")]);
  }
}

const stuck = (why: string): RestProblem =>
  validationFailed([
    { resource, field: "state", code: "invalid", message: `state cannot be changed. ${why}` },
  ]);

/** Closes or reopens a pull; the state it has already changes nothing. Throws where GitHub does not let it. */
export async function setPullState(
  world: World,
  repo: HostedRepo,
  pull: Pull,
  state: "open" | "closed",
  by: string,
): Promise<Pull> {
  if (pull.state === state) return pull;
  if (state === "closed") return closePull(repo, pull, by, world.now());
  if (pull.merged) throw stuck("The pull request cannot be reopened.");
  const branch = await repo.refs.read(`refs/heads/${pull.headBranch}`);
  if (branch === null) throw stuck(`The ${pull.headBranch} branch has been deleted.`);
  if (!(await repo.history.contains(branch, pull.head))) {
    throw stuck(`The ${pull.headBranch} branch was force-pushed or recreated.`);
  }
  const result = await reopenPull(repo, pull);
  if (result.kind === "done") return result.pull;
  if (result.kind === "exists") {
    throw stuck(`A pull request already exists for ${repo.owner}:${pull.headBranch}.`);
  }
  throw stuck(
    result.kind === "merged" ? "The pull request cannot be reopened." : "A branch has been deleted.",
  );
}
