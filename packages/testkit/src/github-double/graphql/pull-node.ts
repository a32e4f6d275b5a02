import {
  type HostedComment,
  type HostedRepo,
  type HostedReview,
  mergesCleanly,
  type Pull,
} from "../../hosting/index.ts";
import { fileDiffs } from "../diff.ts";
import { field } from "../graphql-execute.ts";
import type { JsonObject } from "../json.ts";
import { labelsOf, reviewState } from "../json-pull.ts";
import { isoTime } from "../json-user.ts";
import { nodeId } from "../node-id.ts";
import { placeOf } from "../open-repo.ts";
import { connectionOf } from "../paging.ts";
import { actorNode } from "./actor.ts";
import { paging, type QueryContext } from "./context.ts";
import { commitNode, objectNode, refNode } from "./git-nodes.ts";
import { labelConnection } from "./label-nodes.ts";

/** State as GraphQL names it: a merged pull is not closed. */
export const pullState = (pull: Pull): "OPEN" | "CLOSED" | "MERGED" =>
  pull.merged ? "MERGED" : pull.state === "open" ? "OPEN" : "CLOSED";

const timeOrNull = (at: number | null): string | null => (at === null ? null : isoTime(at));

/** A pull request. `repository` leads back to the node it was reached from. */
export function pullNode(
  context: QueryContext,
  repo: HostedRepo,
  pull: Pull,
  repository: () => JsonObject,
): JsonObject {
  const { world } = context;
  return {
    __typename: "PullRequest",
    id: nodeId("pull", repo.id, pull.number),
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    number: pull.number,
    url: `${placeOf(world, repo).html}/pull/${pull.number}`,
    resourcePath: `/${repo.fullName}/pull/${pull.number}`,
    title: pull.title,
    body: pull.body,
    state: pullState(pull),
    closed: pull.state === "closed",
    merged: pull.merged,
    isDraft: pull.draft,
    isCrossRepository: pull.headRepo !== null,
    locked: false,
    baseRefName: pull.base,
    baseRefOid: pull.baseOid,
    headRefName: pull.headBranch,
    headRefOid: pull.head,
    createdAt: isoTime(pull.createdAt),
    updatedAt: isoTime(pull.updatedAt),
    closedAt: timeOrNull(pull.closedAt),
    mergedAt: timeOrNull(pull.mergedAt),
    repository,
    author: () => actorNode(world, pull.author),
    mergedBy: () => actorNode(world, pull.mergedBy),
    ...branches(context, repo, pull),
    ...discussion(context, repo, pull),
    files: field(paging, (args) => files(repo, pull, args)),
    timelineItems: field([...paging, "itemTypes"], (args) => timeline(context, repo, pull, args)),
  };
}

function branches(context: QueryContext, repo: HostedRepo, pull: Pull): JsonObject {
  const refOf = async (ref: string) => {
    const oid = await repo.refs.read(ref);
    return oid === null ? null : refNode(context, repo, ref, oid);
  };
  return {
    mergeCommit: () => (pull.mergeCommit === null ? null : objectNode(context, repo, pull.mergeCommit)),
    headRef: () => (pull.headRepo === null ? refOf(`refs/heads/${pull.headBranch}`) : null),
    baseRef: () => refOf(`refs/heads/${pull.base}`),
    mergeable: () => mergeable(context, repo, pull),
    commits: field(paging, async (args) => {
      const commits = [...(await repo.history.between(pull.baseOid, pull.head))].reverse();
      return connectionOf(commits, args, (commit) => ({
        id: nodeId("commit", repo.id, pull.number, commit.oid),
        commit: () => commitNode(context, repo, commit),
      }));
    }),
  };
}

async function mergeable({ world }: QueryContext, repo: HostedRepo, pull: Pull): Promise<string> {
  if (pull.state === "closed") return "UNKNOWN";
  if (world.settings.mergeableLag > 0) {
    world.settings.mergeableLag -= 1;
    return "UNKNOWN";
  }
  return (await mergesCleanly(repo, pull.baseOid, pull.head)) ? "MERGEABLE" : "CONFLICTING";
}

function discussion(context: QueryContext, repo: HostedRepo, pull: Pull): JsonObject {
  return {
    labels: field([...paging, "orderBy"], (args) => labelConnection(repo, labelsOf(repo, pull), args)),
    comments: field(paging, (args) =>
      connectionOf(pull.comments, args, (comment) => commentNode(context, repo, pull, comment)),
    ),
    reviews: field([...paging, "states"], (args) => {
      const { states } = args;
      const isWanted = (review: HostedReview) =>
        !Array.isArray(states) || states.includes(reviewState(review));
      const seen = pull.reviews.filter((review) => review.state !== "pending" && isWanted(review));
      return connectionOf(seen, args, (review) => reviewNode(context, repo, pull, review));
    }),
  };
}

function commentNode(
  { world }: QueryContext,
  repo: HostedRepo,
  pull: Pull,
  comment: HostedComment,
): JsonObject {
  return {
    __typename: "IssueComment",
    id: nodeId("comment", repo.id, pull.number, comment.id),
    databaseId: comment.id,
    body: comment.body,
    author: () => actorNode(world, comment.by),
    createdAt: isoTime(comment.createdAt),
    updatedAt: isoTime(comment.updatedAt),
    url: `${placeOf(world, repo).html}/pull/${pull.number}#issuecomment-${comment.id}`,
  };
}

function reviewNode(context: QueryContext, repo: HostedRepo, pull: Pull, review: HostedReview): JsonObject {
  return {
    __typename: "PullRequestReview",
    id: nodeId("review", repo.id, pull.number, review.id),
    databaseId: review.id,
    state: reviewState(review),
    body: review.body,
    author: () => actorNode(context.world, review.by),
    commit: () => objectNode(context, repo, review.commit),
    submittedAt: timeOrNull(review.submittedAt),
  };
}

async function files(repo: HostedRepo, pull: Pull, args: JsonObject): Promise<JsonObject> {
  const fork = (await repo.history.mergeBase(pull.baseOid, pull.head)) ?? pull.baseOid;
  return connectionOf(await fileDiffs(repo, fork, pull.head), args, (file) => ({
    path: file.path,
    additions: file.additions,
    deletions: file.deletions,
    changeType: file.before === null ? "ADDED" : file.after === null ? "DELETED" : "MODIFIED",
  }));
}

/** Only who merged and who closed it, and what was dismissed: that is all the hosting remembers. */
function timeline(context: QueryContext, repo: HostedRepo, pull: Pull, args: JsonObject): JsonObject {
  const { world } = context;
  const events: { readonly kind: string; readonly node: JsonObject }[] = [];
  if (pull.mergedAt !== null) {
    const mergeCommit = pull.mergeCommit;
    const commit = () => (mergeCommit === null ? null : objectNode(context, repo, mergeCommit));
    const actor = () => actorNode(world, pull.mergedBy);
    const id = nodeId("pull", repo.id, pull.number, "merged");
    const node = { __typename: "MergedEvent", id, createdAt: isoTime(pull.mergedAt), actor, commit };
    events.push({ kind: "MERGED_EVENT", node });
  }
  if (pull.closedAt !== null) {
    const actor = () => actorNode(world, pull.closedBy);
    const id = nodeId("pull", repo.id, pull.number, "closed");
    const node = { __typename: "ClosedEvent", id, createdAt: isoTime(pull.closedAt), actor };
    events.push({ kind: "CLOSED_EVENT", node });
  }
  for (const review of pull.reviews.filter(({ dismissed }) => dismissed)) {
    const id = nodeId("review", repo.id, pull.number, review.id, "dismissed");
    const previousReviewState = reviewState({ ...review, dismissed: false });
    const node = {
      __typename: "ReviewDismissedEvent",
      id,
      previousReviewState,
      createdAt: isoTime(world.now()),
    };
    const shown = { ...node, review: () => reviewNode(context, repo, pull, review) };
    events.push({ kind: "REVIEW_DISMISSED_EVENT", node: shown });
  }
  const { itemTypes } = args;
  const kept = events.filter(({ kind }) => !Array.isArray(itemTypes) || itemTypes.includes(kind));
  return connectionOf(kept, args, ({ node }) => node);
}
