import type { Route } from "../router.ts";
import type { Handler } from "../world.ts";
import {
  accountInstallation,
  createToken,
  getApp,
  getInstallation,
  installationRepos,
  listInstallations,
  repoInstallation,
  revokeToken,
} from "./apps.ts";
import { compare, getCommit, listCommits } from "./commits.ts";
import { getContents } from "./contents.ts";
import { createBlob, createGitCommit, createTree, getBlob, getGitCommit, getTree } from "./git-objects.ts";
import { createRef, deleteRef, getRef, matchingRefs, updateRef } from "./git-refs.ts";
import {
  clearLabels,
  createComment,
  createRepoLabel,
  editComment,
  getIssue,
  listComments,
  listLabels,
  listRepoLabels,
  removeLabel,
  writeLabels,
} from "./issues.ts";
import { getMeta, getPermission, getRateLimit, getRepo, getRoot, getUser, getUserByName } from "./meta.ts";
import {
  createPull,
  getPull,
  isMerged,
  listPullCommits,
  listPullFiles,
  listPulls,
  mergeAnswer,
  updatePull,
} from "./pulls.ts";
import { createReview, dismissReview, listEvents, listReviews } from "./reviews.ts";
import { combinedStatus, createStatus, listStatuses } from "./statuses.ts";

/** A handler, and whether what it does is content that the secondary limit counts. */
export interface RestOperation {
  readonly handle: Handler;
  readonly creates: boolean;
}

const repo = "/repos/{owner}/{repo}";
const pull = `${repo}/pulls/{pull_number}`;
const issue = `${repo}/issues/{issue_number}`;

const plain: readonly (readonly [line: string, handle: Handler])[] = [
  ["GET /", getRoot],
  ["GET /meta", getMeta],
  ["GET /user", getUser],
  ["GET /rate_limit", getRateLimit],
  ["GET /app", getApp],
  ["GET /app/installations", listInstallations],
  ["GET /app/installations/{installation_id}", getInstallation],
  ["POST /app/installations/{installation_id}/access_tokens", createToken],
  ["GET /installation/repositories", installationRepos],
  ["DELETE /installation/token", revokeToken],
  ["GET /orgs/{org}/installation", accountInstallation],
  ["GET /users/{username}/installation", accountInstallation],
  ["GET /users/{username}", getUserByName],
  [`GET ${repo}`, getRepo],
  [`GET ${repo}/installation`, repoInstallation],
  [`GET ${repo}/collaborators/{username}/permission`, getPermission],
  [`GET ${repo}/git/blobs/{file_sha}`, getBlob],
  [`POST ${repo}/git/blobs`, createBlob],
  [`GET ${repo}/git/trees/{tree_sha}`, getTree],
  [`POST ${repo}/git/trees`, createTree],
  [`GET ${repo}/git/commits/{commit_sha}`, getGitCommit],
  [`POST ${repo}/git/commits`, createGitCommit],
  [`GET ${repo}/git/ref/{ref}`, getRef],
  [`GET ${repo}/git/matching-refs/{ref}`, matchingRefs],
  [`POST ${repo}/git/refs`, createRef],
  [`PATCH ${repo}/git/refs/{ref}`, updateRef],
  [`DELETE ${repo}/git/refs/{ref}`, deleteRef],
  [`GET ${repo}/pulls`, listPulls],
  [`GET ${pull}`, getPull],
  [`PATCH ${pull}`, updatePull],
  [`GET ${pull}/merge`, isMerged],
  [`PUT ${pull}/merge`, mergeAnswer],
  [`GET ${pull}/files`, listPullFiles],
  [`GET ${pull}/commits`, listPullCommits],
  [`GET ${pull}/reviews`, listReviews],
  [`PUT ${pull}/reviews/{review_id}/dismissals`, dismissReview],
  [`GET ${repo}/compare/{basehead}`, compare],
  [`GET ${repo}/commits`, listCommits],
  [`GET ${repo}/commits/{ref}/status`, combinedStatus],
  [`GET ${repo}/commits/{ref}/statuses`, listStatuses],
  [`GET ${repo}/commits/{ref}`, getCommit],
  [`POST ${repo}/statuses/{sha}`, createStatus],
  [`GET ${repo}/labels`, listRepoLabels],
  [`POST ${repo}/labels`, createRepoLabel],
  [`GET ${issue}`, getIssue],
  [`GET ${issue}/labels`, listLabels],
  [`POST ${issue}/labels`, writeLabels],
  [`PUT ${issue}/labels`, writeLabels],
  [`DELETE ${issue}/labels`, clearLabels],
  [`DELETE ${issue}/labels/{name}`, removeLabel],
  [`GET ${issue}/comments`, listComments],
  [`PATCH ${repo}/issues/comments/{comment_id}`, editComment],
  [`GET ${issue}/events`, listEvents],
  [`GET ${repo}/contents/{path}`, getContents],
];

/** Content that people are notified of, which the secondary limit is for. */
const creations: readonly (readonly [line: string, handle: Handler])[] = [
  [`POST ${repo}/pulls`, createPull],
  [`POST ${pull}/reviews`, createReview],
  [`POST ${issue}/comments`, createComment],
];

function toRoute(creates: boolean) {
  return ([line, handle]: readonly [string, Handler]): Route<RestOperation> => {
    const [method = "", template = ""] = line.split(" ", 2);
    return { method, template, handler: { handle, creates } };
  };
}

/** All operations the double knows, by the paths of the official description. */
export const restRoutes: readonly Route<RestOperation>[] = [
  ...plain.map(toRoute(false)),
  ...creations.map(toRoute(true)),
];
