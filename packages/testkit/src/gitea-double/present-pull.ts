import {
  changedFiles,
  type HostedComment,
  type HostedRepo,
  type HostedReview,
  type HostedStatus,
  type HostingUser,
  mergesCleanly,
  type Pull,
} from "../hosting/index.ts";
import { type Server, toTime, toTimeOrNull } from "./call.ts";
import { labelBase, labelById } from "./label-lookup.ts";
import { presentLabel, presentLogin, presentRepo } from "./present-repo.ts";

/** What no adapter looks at, the same for every pull. */
const unused = {
  milestone: null,
  assignee: null,
  assignees: null,
  is_locked: false,
  due_date: null,
} as const;

/** A pull as the API shows it to somebody. */
export async function presentPull(server: Server, repo: HostedRepo, pull: Pull, user: HostingUser | null) {
  const html = `${server.url()}/${repo.fullName}/pulls/${pull.number}`;
  const shown = await presentRepo(server, repo, user);
  const baseSha = (await repo.refs.read(`refs/heads/${pull.base}`)) ?? "";
  const labels = pull.labels.flatMap((id) => labelById(server, repo, id) ?? []);
  const headRepo = await headRepoOf(server, repo, pull, user);
  const branch = (name: string, ref: string, sha: string) => ({
    label: name,
    ref,
    sha,
    repo_id: repo.id,
    repo: shown,
  });
  const head = await headOf(server, repo, pull);
  return {
    id: pull.id,
    url: html,
    number: pull.number,
    user: presentLogin(server, pull.author),
    title: pull.title,
    body: pull.body,
    labels: labels.map(({ label, scope }) => presentLabel(labelBase(server, repo, scope), label)),
    ...unused,
    state: pull.state,
    comments: pull.comments.length,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    mergeable: pull.state === "open" && (await isMergeable(repo, baseSha, pull)),
    merged: pull.merged,
    merged_at: toTimeOrNull(pull.mergedAt),
    merge_commit_sha: pull.merged ? pull.mergeCommit : null,
    merged_by: pull.mergedBy === null ? null : presentLogin(server, pull.mergedBy),
    base: branch(pull.base, pull.base, baseSha),
    head: { ...branch(pull.headBranch, head.ref, head.sha), ...headRepo },
    merge_base: (await repo.history.mergeBase(pull.baseOid, pull.head)) ?? "",
    created_at: toTime(pull.createdAt),
    updated_at: toTime(pull.updatedAt),
    closed_at: toTimeOrNull(pull.closedAt),
  };
}

/** The repository a pull comes from; one that is gone has the id -1. */
async function headRepoOf(server: Server, repo: HostedRepo, pull: Pull, user: HostingUser | null) {
  if (pull.headRepo === null) return {};
  const found = server.hosting.find(pull.headRepo);
  if (found.kind === "none") return { repo_id: -1, repo: null };
  return { repo_id: found.repo.id, repo: await presentRepo(server, found.repo, user) };
}

/**
 * Real servers read the head from its branch, whatever the pull's state, and only without one from the ref they keep
 * (services/convert/pull.go): the head of a closed pull is the branch's present head.
 */
async function headOf(server: Server, repo: HostedRepo, pull: Pull): Promise<{ ref: string; sha: string }> {
  const branch = pull.headRepo === null ? await repo.refs.read(`refs/heads/${pull.headBranch}`) : pull.head;
  if (branch === null) return { ref: `refs/pull/${pull.number}/head`, sha: pull.head };
  const follows = pull.state === "open" || server.settings.closedHeadsFollow;
  return { ref: pull.headBranch, sha: follows ? branch : pull.head };
}

/** Changes in different files never conflict; only for others git is asked. */
async function isMergeable(repo: HostedRepo, base: string, pull: Pull): Promise<boolean> {
  if (base === "") return false;
  const start = await repo.history.mergeBase(base, pull.head);
  if (start === null || start === base) return start === base;
  const [before, ours, theirs] = await Promise.all(
    [start, base, pull.head].map(async (oid) => (await repo.objects.commit(oid))?.tree ?? null),
  );
  const mine = await changedFiles(repo.objects, before ?? null, ours ?? null);
  const yours = new Set(
    (await changedFiles(repo.objects, before ?? null, theirs ?? null)).map(({ path }) => path),
  );
  return !mine.some(({ path }) => yours.has(path)) || mergesCleanly(repo, base, pull.head);
}

/** Whether a title makes a pull a draft. */
export function isDraftTitle(title: string): boolean {
  return /^(WIP:|\[WIP\])/i.test(title.trim());
}

/** A comment on a pull. */
export function presentComment(server: Server, repo: HostedRepo, number: number, comment: HostedComment) {
  const pull = `${server.url()}/${repo.fullName}/pulls/${number}`;
  return {
    id: comment.id,
    html_url: `${pull}#issuecomment-${comment.id}`,
    pull_request_url: pull,
    issue_url: "",
    user: presentLogin(server, comment.by),
    original_author: "",
    original_author_id: 0,
    body: comment.body,
    created_at: toTime(comment.createdAt),
    updated_at: toTime(comment.updatedAt),
  };
}

const reviewStates = {
  pending: "PENDING",
  comment: "COMMENT",
  approved: "APPROVED",
  changes_requested: "REQUEST_CHANGES",
} as const;

/** A review of a pull; stale when the head moved since. */
export function presentReview(server: Server, repo: HostedRepo, pull: Pull, review: HostedReview) {
  const html = `${server.url()}/${repo.fullName}/pulls/${pull.number}`;
  const user = server.hosting.users.find(review.by) ?? null;
  const permission = repo.permission(user);
  return {
    id: review.id,
    user: presentLogin(server, review.by),
    team: null,
    state: reviewStates[review.state],
    body: review.body,
    commit_id: review.commit,
    stale: review.commit !== pull.head,
    official: permission === "write" || permission === "admin",
    dismissed: review.dismissed,
    comments_count: 0,
    submitted_at: toTime(review.submittedAt ?? pull.createdAt),
    html_url: `${html}#issuecomment-${review.id}`,
    pull_request_url: html,
  };
}

/** A status of a commit. */
export function presentStatus(server: Server, repo: HostedRepo, commit: string, status: HostedStatus) {
  return {
    id: status.id,
    status: status.state,
    target_url: status.targetUrl,
    description: status.description,
    url: `${server.url()}/api/v1/repos/${repo.fullName}/statuses/${commit}`,
    context: status.context,
    creator: presentLogin(server, status.creator),
    created_at: toTime(status.createdAt),
    updated_at: toTime(status.updatedAt),
  };
}
