import type { HostedComment, HostedLabel, HostedRepo, HostedReview, Pull } from "../hosting/index.ts";
import type { Identity } from "./identity.ts";
import type { JsonObject } from "./json.ts";
import type { RepoPlace } from "./json-git.ts";
import { fullRepo, type RepoFacts } from "./json-repo.ts";
import { isoTime, simpleUser } from "./json-user.ts";
import { nodeId } from "./node-id.ts";
import { accountOf, factsOf, placeOf, toAccount } from "./open-repo.ts";
import type { World } from "./world.ts";

/** An instant as GitHub writes it, or none. */
export const timeOrNull = (at: number | null): string | null => (at === null ? null : isoTime(at));

/** What somebody is to a repository, as far as the hosting tells. */
export function association(world: World, repo: HostedRepo, login: string): string {
  if (login.toLowerCase() === repo.owner.toLowerCase()) return "OWNER";
  const role = repo.permission(world.hosting.users.find(login) ?? null);
  return role === "write" || role === "admin" ? "COLLABORATOR" : "NONE";
}

/** `label` of the official description. */
export function labelJson(world: World, repo: HostedRepo, label: HostedLabel): JsonObject {
  return {
    id: label.id,
    node_id: nodeId("label", repo.id, label.id),
    url: `${placeOf(world, repo).api}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description === "" ? null : label.description,
  };
}

/** Labels of a pull, in the order given. */
export function labelsOf(repo: HostedRepo, pull: Pull): HostedLabel[] {
  return pull.labels.flatMap((id) => repo.labels.byId(id) ?? []);
}

/** `pull-request-simple` of the official description. */
export async function simplePull(
  world: World,
  identity: Identity,
  repo: HostedRepo,
  pull: Pull,
): Promise<JsonObject> {
  const facts = await factsOf(world, identity, repo);
  const fork = pull.headRepo === null ? facts : forkOf(world, facts, pull.headRepo);
  return {
    ...pullUrls(facts.place, pull),
    id: pull.id,
    node_id: nodeId("pull", repo.id, pull.number),
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: simpleUser(accountOf(world, pull.author), world.url),
    body: pull.body === "" ? null : pull.body,
    created_at: isoTime(pull.createdAt),
    updated_at: isoTime(pull.updatedAt),
    closed_at: timeOrNull(pull.closedAt),
    merged_at: timeOrNull(pull.mergedAt),
    merge_commit_sha: pull.mergeCommit,
    ...nobody,
    // The description of a list wants text where that of one pull lets it be null.
    labels: labelsOf(repo, pull).map((label) => ({
      ...labelJson(world, repo, label),
      description: label.description,
    })),
    draft: pull.draft,
    head: sideJson(world, fork, pull.headBranch, pull.head),
    base: sideJson(world, facts, pull.base, pull.baseOid),
    author_association: association(world, repo, pull.author),
  };
}

/** Nobody is asked, and nothing waits. */
const nobody = {
  assignee: null,
  assignees: [],
  requested_reviewers: [],
  requested_teams: [],
  milestone: null,
  auto_merge: null,
  active_lock_reason: null,
} as const;

function sideJson(world: World, where: RepoFacts, ref: string, sha: string): JsonObject {
  const user = simpleUser(where.owner, world.url);
  return { label: `${where.owner.login}:${ref}`, ref, sha, user, repo: fullRepo(where, world.url) };
}

function pullUrls({ api, html }: RepoPlace, pull: Pull): JsonObject {
  const [self, issue, page] = [
    `${api}/pulls/${pull.number}`,
    `${api}/issues/${pull.number}`,
    `${html}/pull/${pull.number}`,
  ];
  const below = {
    review_comments: `${self}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    comments: `${issue}/comments`,
    commits: `${self}/commits`,
    statuses: `${api}/statuses/${pull.head}`,
  };
  const urls = Object.entries(below).map(([name, url]) => [`${name}_url`, url]);
  const links = Object.entries({ self, html: page, issue, ...below }).map(([name, href]) => [name, { href }]);
  return {
    url: self,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    ...Object.fromEntries(urls),
    _links: Object.fromEntries(links),
  };
}

/** The hosting keeps no forks: what is told of one is what is told of its source, under its own name. */
function forkOf(world: World, facts: RepoFacts, fullName: string): RepoFacts {
  const [login = "", name = ""] = fullName.split("/", 2);
  const account = toAccount(world.hosting.users.add(login));
  const place = {
    id: facts.place.id + 1_000_000,
    api: `${world.url}/repos/${fullName}`,
    html: `${world.url}/html/${fullName}`,
  };
  return { ...facts, owner: account, name, place, isFork: true };
}

/** What only a single pull tells. */
export interface PullFigures {
  /** `null`: not known yet. */
  readonly mergeable: boolean | null;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  readonly commits: number;
}

/** `pull-request` of the official description. */
export async function fullPull(
  world: World,
  identity: Identity,
  repo: HostedRepo,
  pull: Pull,
  figures: PullFigures,
): Promise<JsonObject> {
  return {
    ...(await simplePull(world, identity, repo, pull)),
    merged: pull.merged,
    mergeable: figures.mergeable,
    rebaseable: figures.mergeable,
    mergeable_state: mergeableState(pull, figures.mergeable),
    merged_by: pull.mergedBy === null ? null : simpleUser(accountOf(world, pull.mergedBy), world.url),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: figures.commits,
    additions: figures.additions,
    deletions: figures.deletions,
    changed_files: figures.changedFiles,
  };
}

function mergeableState(pull: Pull, mergeable: boolean | null): string {
  if (mergeable === null) return "unknown";
  if (!mergeable) return "dirty";
  return pull.draft ? "draft" : "clean";
}

/** `issue-comment` of the official description. */
export function commentJson(
  world: World,
  repo: HostedRepo,
  number: number,
  comment: HostedComment,
): JsonObject {
  const { api, html } = placeOf(world, repo);
  return {
    id: comment.id,
    node_id: nodeId("comment", repo.id, number, comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${html}/pull/${number}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${number}`,
    body: comment.body,
    user: simpleUser(accountOf(world, comment.by), world.url),
    created_at: isoTime(comment.createdAt),
    updated_at: isoTime(comment.updatedAt),
    author_association: association(world, repo, comment.by),
  };
}

const reviewStates = {
  pending: "PENDING",
  comment: "COMMENTED",
  approved: "APPROVED",
  changes_requested: "CHANGES_REQUESTED",
} as const;

/** State of a review as GitHub names it. */
export const reviewState = (review: HostedReview): string =>
  review.dismissed ? "DISMISSED" : reviewStates[review.state];

/** `review-dismissed-issue-event` of the official description; who did it is not remembered. */
export function dismissalJson(
  world: World,
  repo: HostedRepo,
  number: number,
  review: HostedReview,
): JsonObject {
  return {
    id: review.id,
    node_id: nodeId("review", repo.id, number, review.id, "dismissed"),
    url: `${placeOf(world, repo).api}/issues/events/${review.id}`,
    actor: simpleUser(accountOf(world, repo.owner), world.url),
    event: "review_dismissed",
    commit_id: null,
    commit_url: null,
    created_at: isoTime(world.now()),
    performed_via_github_app: null,
    dismissed_review: {
      state: reviewStates[review.state].toLowerCase(),
      review_id: review.id,
      dismissal_message: null,
    },
  };
}

/** `pull-request-review` of the official description. */
export function reviewJson(world: World, repo: HostedRepo, number: number, review: HostedReview): JsonObject {
  const { api, html } = placeOf(world, repo);
  const pull = `${api}/pulls/${number}`;
  const page = `${html}/pull/${number}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId("review", repo.id, number, review.id),
    user: simpleUser(accountOf(world, review.by), world.url),
    body: review.body,
    state: reviewState(review),
    html_url: page,
    pull_request_url: pull,
    author_association: association(world, repo, review.by),
    _links: { html: { href: page }, pull_request: { href: pull } },
    ...(review.submittedAt === null ? {} : { submitted_at: isoTime(review.submittedAt) }),
    commit_id: review.commit,
  };
}
