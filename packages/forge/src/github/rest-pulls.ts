import { AnswerError, type Json, json, list, maybeJson, number, text, textOr } from "../http/fields.ts";
import { mostShown } from "../in-order.ts";
import type { Oid, RepoName } from "../port.ts";
import { failed, ok, type Result } from "../problem.ts";
import type { GithubClient } from "./client.ts";
import { oidOf, type Pull, readPull } from "./mapping.ts";
import { hasNext, readHead, readRest } from "./rest.ts";
import { commitByRest } from "./rest-tree.ts";
import { type GithubMemory, ownerOf, repoPath } from "./session.ts";

/** Pages that are read of a list. */
const mostPages = 20;
/** Entries of a page, where many are wanted. */
const pageSize = 100;

/** A pull request of REST in the shape of GraphQL, but for who merged or closed it. Throws AnswerError. */
function pullNode(value: unknown): Json {
  const pull = json(value, "a pull request");
  const head = json(pull["head"], "a head");
  const base = json(pull["base"], "a base");
  const isMerged = typeof pull["merged_at"] === "string";
  const state = text(pull, "state").toUpperCase();
  const merged = textOr(pull, "merge_commit_sha");
  const labels = list(pull["labels"], "labels").map((each) => ({
    name: text(json(each, "a label"), "name"),
  }));
  return {
    id: text(pull, "node_id"),
    number: number(pull, "number"),
    title: text(pull, "title"),
    body: textOr(pull, "body"),
    state: isMerged ? "MERGED" : state,
    isDraft: pull["draft"] === true,
    // The repository of a fork that was deleted is not told.
    isCrossRepository: maybeJson(head["repo"])?.["id"] !== json(base["repo"], "a repository")["id"],
    baseRefName: text(base, "ref"),
    headRefName: text(head, "ref"),
    headRefOid: oidOf(head, "sha"),
    createdAt: pull["created_at"],
    closedAt: pull["closed_at"],
    mergedAt: pull["merged_at"],
    url: text(pull, "html_url"),
    author: accountOf(pull["user"]),
    mergeCommit: isMerged && merged !== "" ? { oid: merged } : null,
    labels: { nodes: labels },
  };
}

/** An account; one that was deleted goes by this name, where GraphQL has none. */
export function accountOf(value: unknown): unknown {
  return maybeJson(value)?.["login"] === "ghost" ? null : value;
}

/** Adds who merged or closed a pull request, which lists do not tell. */
async function withActor(client: GithubClient, repo: RepoName, node: Json): Promise<Result<Json>> {
  const place = `${repoPath(repo)}/${node["state"] === "MERGED" ? "pulls" : "issues"}/${number(node, "number")}`;
  switch (node["state"]) {
    case "MERGED":
      return readRest(client, place, (data) => ({
        ...node,
        mergedBy: accountOf(json(data, "a pull")["merged_by"]),
      }));
    case "CLOSED":
      return readRest(client, place, (data) => {
        const actor = accountOf(json(data, "an issue")["closed_by"]);
        return { ...node, timelineItems: { nodes: [{ actor }] } };
      });
    default:
      return ok(node);
  }
}

/** A proposal, and the part of the answer it was read from: it has everything that steers it. */
export interface OwnPull {
  readonly pull: Pull;
  readonly node: Json;
}

/** A branch whose proposals are listed. */
interface Listed {
  readonly repo: RepoName;
  readonly branch: string;
  readonly state: "all" | "open";
  /** What the list is to be narrowed to, as `owner:branch`. */
  readonly head?: string;
}

/**
 * The newest proposals of a branch of this repository, newest first. GraphQL cannot be asked for these alone: it lists those
 * of forks from branches of the same name among them. A list that lacks a page is unknown.
 */
export async function listOwn(
  client: GithubClient,
  memory: Pick<GithubMemory, "owners">,
  repo: RepoName,
  branch: string,
  state: "all" | "open" = "all",
): Promise<Result<readonly OwnPull[]>> {
  const listed = { repo, branch, state };
  const narrowed = await readPages(client, { ...listed, head: `${ownerOf(memory, repo)}:${branch}` });
  if (!narrowed.ok || narrowed.value.isNarrowed) return pullsOf(narrowed);
  // What is not narrowed as asked may lack ours: only the list of all tells.
  return pullsOf(await readPages(client, listed));
}

function pullsOf(pages: Result<Pages>): Result<readonly OwnPull[]> {
  return pages.ok ? ok(pages.value.pulls) : pages;
}

interface Pages {
  readonly pulls: readonly OwnPull[];
  /** Whether the list held the branch alone; it is not read on where it was to, and does not. */
  readonly isNarrowed: boolean;
}

/** The newest proposals of a branch in a list, which is read until enough are found or it ends. */
async function readPages(
  client: GithubClient,
  { repo, branch, state, head }: Listed,
): Promise<Result<Pages>> {
  const pages =
    head === undefined ? `per_page=${pageSize}` : `head=${encodeURIComponent(head)}&per_page=${mostShown}`;
  const query = `${pages}&state=${state}&sort=created&direction=desc`;
  const pulls: OwnPull[] = [];
  let isNarrowed = true;
  for (let page = 1; page <= mostPages; page += 1) {
    const path = `${repoPath(repo)}/pulls?${query}${page === 1 ? "" : `&page=${page}`}`;
    const listed = await readRest(client, path, (data, headers) => ({
      nodes: list(data, "pull requests").map(pullNode),
      isLast: !hasNext(headers),
    }));
    if (!listed.ok) return listed;
    const { nodes, isLast } = listed.value;
    const named = nodes.filter((node) => node["headRefName"] === branch);
    isNarrowed &&= named.length === nodes.length;
    if (!isNarrowed && head !== undefined) return ok({ pulls: [], isNarrowed });
    // A fork of the same owner has branches of the same name.
    for (const each of named.filter((node) => node["isCrossRepository"] === false)) {
      const node = await withActor(client, repo, each);
      if (!node.ok) return node;
      pulls.push({ pull: readPull(repo, node.value, node.value), node: node.value });
    }
    if (isLast || pulls.length >= mostShown) return ok({ pulls: pulls.slice(0, mostShown), isNarrowed });
  }
  return failed("incomplete", `there are more proposals beside those of ${branch} than are looked through`);
}

/** Everything about one proposal, as `proposalDocument` asks for it. */
export async function proposalByRest(
  client: GithubClient,
  repo: RepoName,
  wanted: number,
  statusOf?: Oid,
): Promise<Result<Json>> {
  const read = await readRest(client, `${repoPath(repo)}/pulls/${wanted}`, (data) => {
    const pull = json(data, "a pull request");
    const comments = number(pull, "comments");
    const name = text(json(json(pull["base"], "a base")["repo"], "a repository"), "full_name");
    const node: Json = { ...pullNode(pull), mergedBy: accountOf(pull["merged_by"]) };
    return { node, comments, name };
  });
  if (!read.ok) return read;
  const { node, comments, name } = read.value;
  const head = oidOf(node, "headRefOid");
  const actor = node["state"] === "MERGED" ? ok(node) : await withActor(client, repo, node);
  if (!actor.ok) return actor;
  const refs = await refsOf(client, repo, node);
  if (!refs.ok) return refs;
  const statuses = await statusByRest(client, repo, head);
  if (!statuses.ok) return statuses;
  const other =
    statusOf === undefined || statusOf === head ? statuses : await statusByRest(client, repo, statusOf);
  if (!other.ok) return other;
  const newest = await commentsByRest(client, repo, wanted, comments);
  if (!newest.ok) return newest;
  return ok({
    nameWithOwner: name,
    ...(statusOf === undefined ? {} : { commit: { status: other.value } }),
    pullRequest: {
      ...actor.value,
      ...refs.value,
      headStatus: { nodes: [{ commit: { oid: head, status: statuses.value } }] },
      comments: newest.value,
    },
  });
}

/** Where the branches of a proposal are; of a merged one, on which commit it was merged. */
async function refsOf(client: GithubClient, repo: RepoName, node: Json): Promise<Result<Json>> {
  const merge = maybeJson(node["mergeCommit"]);
  const base = await refNode(client, repo, text(node, "baseRefName"));
  if (!base.ok) return base;
  if (merge !== undefined) {
    const commit = await commitByRest(client, repo, oidOf(merge, "oid"), []);
    return commit.ok ? ok({ mergeCommit: commit.value, baseRef: base.value }) : commit;
  }
  const head = await refNode(client, repo, text(node, "headRefName"));
  return head.ok ? ok({ headRef: head.value, baseRef: base.value }) : head;
}

async function refNode(client: GithubClient, repo: RepoName, branch: string): Promise<Result<Json | null>> {
  const head = await readHead(client, repo, branch);
  if (!head.ok) return head;
  return ok(head.value === null ? null : { target: { oid: head.value } });
}

/** The newest status of each context of a commit. */
function statusByRest(client: GithubClient, repo: RepoName, commit: Oid): Promise<Result<Json>> {
  const path = `${repoPath(repo)}/commits/${commit}/status?per_page=${pageSize}`;
  return readRest(client, path, (data) => {
    const answer = json(data, "statuses");
    const statuses = list(answer["statuses"], "statuses");
    if (statuses.length < number(answer, "total_count"))
      throw new AnswerError(`expected all statuses, received ${statuses.length} of them`);
    const contexts = statuses.map((each) => {
      const status = json(each, "a status");
      return { ...status, state: text(status, "state").toUpperCase() };
    });
    return { contexts };
  });
}

/** The newest hundred comments: REST lists the oldest first, so they are on the last two pages. */
async function commentsByRest(
  client: GithubClient,
  repo: RepoName,
  wanted: number,
  count: number,
): Promise<Result<Json>> {
  const last = Math.max(1, Math.ceil(count / pageSize));
  const pages = count === 0 ? [] : last === 1 ? [1] : [last - 1, last];
  const nodes: Json[] = [];
  for (const page of pages) {
    const path = `${repoPath(repo)}/issues/${wanted}/comments?per_page=${pageSize}&page=${page}`;
    const found = await readRest(client, path, (data) => list(data, "comments").map(commentNode));
    if (!found.ok) return found;
    nodes.push(...found.value);
  }
  const newest = nodes.slice(-pageSize);
  if (newest.length < Math.min(count, pageSize))
    return failed("incomplete", `${newest.length} of ${count} comments of proposal ${wanted} were listed`);
  return ok({ pageInfo: { hasPreviousPage: count > pageSize }, nodes: newest });
}

/** A comment of REST in the shape of GraphQL. Throws AnswerError. */
export function commentNode(value: unknown): Json {
  const comment = json(value, "a comment");
  return {
    body: textOr(comment, "body"),
    createdAt: comment["created_at"],
    author: accountOf(comment["user"]),
  };
}
