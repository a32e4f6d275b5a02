import type { StagedAnswer } from "../hosting/index.ts";
import type { Call, RepoCall, Signed } from "./call.ts";
import * as issues from "./issue-endpoints.ts";
import * as labels from "./label-endpoints.ts";
import * as pulls from "./pull-endpoints.ts";
import { postMerge } from "./pull-merge.ts";
import * as parts from "./pull-parts.ts";
import * as repos from "./repo-endpoints.ts";
import * as lifecycle from "./repo-lifecycle.ts";
import * as reviews from "./review-endpoints.ts";
import type { GiteaSettings } from "./settings.ts";
import * as statuses from "./status-endpoints.ts";

/** Groups of endpoints that scopes of tokens name. */
export type ScopeCategory = "repository" | "issue" | "organization" | "user" | "misc";

/** What an endpoint must know of its caller, and what it does. */
export type Endpoint =
  | { readonly kind: "open"; readonly handle: (call: Call) => Promise<StagedAnswer> }
  | { readonly kind: "signed"; readonly handle: (call: Signed<Call>) => Promise<StagedAnswer> }
  /** Anybody who may read the repository. */
  | { readonly kind: "repo"; readonly handle: (call: RepoCall) => Promise<StagedAnswer> }
  /** Somebody with a login who changes the repository: never an archived one. `reads`: reading is enough. */
  | {
      readonly kind: "change";
      readonly needs: "read" | "write";
      readonly handle: (call: Signed<RepoCall>) => Promise<StagedAnswer>;
    };

/** An endpoint with its place. */
export interface Route {
  readonly method: string;
  /** Names its parameters by groups. Matched against the path as sent. */
  readonly pattern: RegExp;
  readonly category: ScopeCategory;
  readonly endpoint: Endpoint;
  /** Not in the description of the API: newer servers have it. */
  readonly isNewer: boolean;
}

const one = "[^/]+";
const repo = `/api/v1/repos/(?<owner>${one})/(?<repo>${one})`;
const number = "(?<index>\\d+)";

function route(category: ScopeCategory, line: string, endpoint: Endpoint, isNewer = false): Route {
  const [method = "", path = ""] = line.split(" ", 2);
  return { method, pattern: new RegExp(`^${path}$`), category, endpoint, isNewer };
}

const at = (line: string, endpoint: Endpoint, isNewer = false) =>
  route("repository", line, endpoint, isNewer);
const atIssue = (line: string, endpoint: Endpoint) => route("issue", line, endpoint);
const open = (handle: (call: Call) => Promise<StagedAnswer>): Endpoint => ({ kind: "open", handle });
const read = (handle: (call: RepoCall) => Promise<StagedAnswer>): Endpoint => ({ kind: "repo", handle });
const change = (
  needs: "read" | "write",
  handle: (call: Signed<RepoCall>) => Promise<StagedAnswer>,
): Endpoint => ({
  kind: "change",
  needs,
  handle,
});

/** All endpoints of a server; the first that matches is asked. */
export function routesOf(settings: GiteaSettings): readonly Route[] {
  return [...generalRoutes(settings), ...repoRoutes(settings), ...pullRoutes(settings), ...issueRoutes()];
}

function generalRoutes({ kind }: GiteaSettings): Route[] {
  const forgejo = route("misc", "GET /api/forgejo/v1/version", open(repos.getForgejoVersion), true);
  return [
    route("misc", "GET /api/v1/version", open(repos.getVersion)),
    ...(kind === "forgejo" ? [forgejo] : []),
    route("user", "GET /api/v1/user", { kind: "signed", handle: repos.getUser }),
    at("POST /api/v1/user/repos", { kind: "signed", handle: lifecycle.createRepo }),
    route("organization", `GET /api/v1/orgs/(?<org>${one})/labels`, open(labels.listOrgLabels)),
    route("organization", `POST /api/v1/orgs/(?<org>${one})/labels`, {
      kind: "signed",
      handle: labels.createOrgLabel,
    }),
  ];
}

function repoRoutes({ hasCompare }: GiteaSettings): Route[] {
  const compare = at(`GET ${repo}/compare/(?<basehead>.+)`, read(repos.compare), true);
  return [
    at(`GET ${repo}`, read(repos.getRepo)),
    at(`DELETE ${repo}`, change("write", lifecycle.deleteRepo)),
    at(`PATCH ${repo}`, change("write", lifecycle.editRepo)),
    at(`PUT ${repo}/collaborators/(?<collaborator>${one})`, change("write", lifecycle.putCollaborator)),
    at(`GET ${repo}/raw/(?<filepath>.+)`, read(repos.getRaw)),
    at(`GET ${repo}/contents(/(?<filepath>.*))?`, read(repos.getContents)),
    at(`GET ${repo}/branches`, read(repos.listBranches)),
    at(`GET ${repo}/branches/(?<branch>.+)`, read(repos.getBranch)),
    at(`DELETE ${repo}/branches/(?<branch>.+)`, change("write", repos.deleteBranch)),
    at(`GET ${repo}/commits`, read(repos.listCommits)),
    at(`GET ${repo}/git/commits/(?<sha>${one})`, read(repos.getCommit)),
    at(`GET ${repo}/git/trees/(?<sha>${one})`, read(repos.getTree)),
    at(`GET ${repo}/statuses/(?<sha>${one})`, read(statuses.listStatuses)),
    at(`POST ${repo}/statuses/(?<sha>${one})`, change("write", statuses.createStatus)),
    at(`GET ${repo}/commits/(?<ref>.+)/status`, read(statuses.getCombinedStatus)),
    at(`GET ${repo}/commits/(?<ref>.+)/statuses`, read(statuses.listStatuses)),
    ...(hasCompare ? [compare] : []),
  ];
}

function pullRoutes({ hasCompare, hasPullFiles }: GiteaSettings): Route[] {
  const pull = `${repo}/pulls/${number}`;
  const review = `${pull}/reviews/(?<id>\\d+)`;
  const byBranches = at(`GET ${repo}/pulls/(?<base>${one})/(?<head>.+)`, read(pulls.getPullByBranches), true);
  return [
    at(`GET ${repo}/pulls`, read(pulls.listPulls)),
    at(`POST ${repo}/pulls`, change("read", pulls.createPull)),
    at(`GET ${pull}`, read(pulls.getPull)),
    at(`PATCH ${pull}`, change("read", pulls.editPull)),
    at(`GET ${pull}\\.(?<diffType>diff|patch)`, read(parts.getDiff)),
    at(`GET ${pull}/commits`, read(parts.listPullCommits)),
    ...(hasPullFiles ? [at(`GET ${pull}/files`, read(parts.listPullFiles), true)] : []),
    at(`GET ${pull}/merge`, read(parts.isMerged)),
    at(`POST ${pull}/merge`, change("read", postMerge)),
    at(`GET ${pull}/reviews`, read(reviews.listReviews)),
    at(`POST ${pull}/reviews`, change("read", reviews.createReview)),
    at(`GET ${review}`, read(reviews.getReview)),
    at(`POST ${review}`, change("read", reviews.submitReview)),
    at(`POST ${review}/(un)?dismissals`, change("read", reviews.dismissReview)),
    ...(hasCompare ? [byBranches] : []),
  ];
}

function issueRoutes(): Route[] {
  const issue = `${repo}/issues/${number}`;
  return [
    atIssue(`GET ${issue}/comments`, read(issues.listComments)),
    atIssue(`POST ${issue}/comments`, change("read", issues.createComment)),
    atIssue(`PATCH ${repo}/issues/comments/(?<id>\\d+)`, change("read", issues.editComment)),
    atIssue(`GET ${issue}/labels`, read(issues.listIssueLabels)),
    atIssue(`POST ${issue}/labels`, change("read", issues.putIssueLabels)),
    atIssue(`PUT ${issue}/labels`, change("read", issues.putIssueLabels)),
    atIssue(`DELETE ${issue}/labels(/(?<id>\\d+))?`, change("read", issues.deleteIssueLabels)),
    atIssue(`GET ${repo}/labels`, read(labels.listRepoLabels)),
    atIssue(`POST ${repo}/labels`, change("write", labels.createRepoLabel)),
  ];
}
