import { branchAsked, commitAsked } from "../names.ts";
import type { Oid, RepoQuery } from "../port.ts";
import { detailFields, pullFields } from "./mapping.ts";

/** A repository in a document, under the alias `r<index>`. */
export interface Aliased {
  readonly alias: string;
  readonly query: RepoQuery;
}

/** Text as GraphQL writes it; JSON's escapes are among its own. */
function quoted(value: string): string {
  return JSON.stringify(value);
}

/** Files of a query and the folders above them: whoever writes a file must know that its folder is one. */
export function pathsOf({ files }: Pick<RepoQuery, "files">): readonly string[] {
  const paths = new Set(files);
  for (const file of files)
    for (let cut = file.lastIndexOf("/"); cut > 0; cut = file.lastIndexOf("/", cut - 1))
      paths.add(file.slice(0, cut));
  return [...paths];
}

/** Fields of a commit under which files are read: what it holds at each path is told under its own id (04-forges F1). */
function commitFields(paths: readonly string[]): string {
  const entries = paths.map((path, index) => `f${index}: file(path: ${quoted(path)}) { mode oid }`);
  return `... on Commit { message tree { oid } ${entries.join(" ")} }`;
}

/**
 * The first document about some repositories: facts, files and branches under their heads, proposals of the branches. One
 * connection a branch keeps fifty repositories at one point.
 */
export function observeDocument(repos: readonly Aliased[]): string {
  const pull = repos.length <= mostInFull ? `${pullFields} ${detailFields}` : pullFields;
  const fields = repos.map((repo) => observeFields(repo, pull));
  return `query { rateLimit { cost remaining resetAt } ${fields.join("\n")} }`;
}

/** Of so few repositories everything about their proposals still costs one point: eleven connections each. */
const mostInFull = 8;

function observeFields({ alias, query }: Aliased, pull: string): string {
  const { repo, at, files, folders = [], branches, lastChanges = [], changes } = query;
  const paths = commitFields(pathsOf({ files }));
  const history = lastChanges.map(
    (path, index) =>
      `h${index}: history(first: 20, path: ${quoted(path)}) { nodes { oid message author { name date } } }`,
  );
  const listings = folders.map(
    (path, index) =>
      `g${index}: file(path: ${quoted(path)}) { mode oid object { ... on Tree { entries { name mode oid } } } }`,
  );
  const more = [...history, ...listings];
  const fields = `{ oid ${paths} ${more.length === 0 ? "" : `... on Commit { ${more.join(" ")} }`} }`;
  const parents = changes === true ? "... on Commit { parents(last: 1) { nodes { oid } } }" : "";
  const heads = branches.map(
    (branch, index) =>
      `b${index}: ref(qualifiedName: ${quoted(`refs/heads/${branch}`)}) { target { oid ${paths} ${parents} } }
      p${index}: pullRequests(headRefName: ${quoted(branch)}, first: 5, orderBy: { field: CREATED_AT, direction: DESC }) {
        pageInfo { hasNextPage } nodes { ${pull} } }`,
  );
  return `${alias}: repository(owner: ${quoted(repo.owner)}, name: ${quoted(repo.repo)}) {
    id nameWithOwner isArchived isDisabled isEmpty isMirror isLocked
    defaultBranchRef { name target ${at === undefined ? fields : "{ oid }"} }
    ${atField(query, fields)}
    ${heads.join("\n")} }`;
}

/** The branch or commit that is read instead of the default branch. GitHub knows no ids of 64 digits. */
function atField(query: RepoQuery, fields: string): string {
  const [commit, branch] = [commitAsked(query), branchAsked(query)];
  if (commit !== undefined) return commit.length === 40 ? `at: object(oid: ${quoted(commit)}) ${fields}` : "";
  return branch === undefined
    ? ""
    : `at: ref(qualifiedName: ${quoted(`refs/heads/${branch}`)}) { target ${fields} }`;
}

/** What of a repository costs more, and is asked for only where it is needed. */
export interface MoreQuery {
  readonly alias: string;
  readonly repo: RepoQuery["repo"];
  readonly blobs: readonly Oid[];
  readonly pulls: readonly number[];
}

/** The second document: texts of blobs that are not known, labels of proposals that may steer. */
export function moreDocument(repos: readonly MoreQuery[]): string {
  const fields = repos.map(({ alias, repo, blobs, pulls }) => {
    const texts = blobs.map(
      (oid) => `x${oid}: object(oid: ${quoted(oid)}) { ... on Blob { text isTruncated } }`,
    );
    const details = pulls.map((number) => `d${number}: pullRequest(number: ${number}) { ${detailFields} }`);
    return `${alias}: repository(owner: ${quoted(repo.owner)}, name: ${quoted(repo.repo)}) { ${[...texts, ...details].join(" ")} }`;
  });
  return `query { rateLimit { cost remaining resetAt } ${fields.join("\n")} }`;
}

/** What is wanted of a proposal beside itself. */
export interface ProposalExtras {
  /** A commit whose statuses are wanted. */
  readonly statusOf?: Oid | undefined;
  /** Whether its reviews are; without GraphQL they are asked for apart. */
  readonly reviews?: boolean;
}

const reviewFields = `reviews(last: 100, states: [APPROVED, CHANGES_REQUESTED, DISMISSED]) { pageInfo { hasPreviousPage }
        nodes { id state body submittedAt commit { oid } author { __typename login } } }
      dismissals: timelineItems(last: 100, itemTypes: [REVIEW_DISMISSED_EVENT]) {
        nodes { ... on ReviewDismissedEvent { previousReviewState review { id } } } }`;

/** Everything about one proposal that an update depends on, or that is shown of it. */
export function proposalDocument(
  repo: RepoQuery["repo"],
  number: number,
  { statusOf, reviews }: ProposalExtras = {},
): string {
  const status =
    statusOf === undefined
      ? ""
      : `commit: object(oid: ${quoted(statusOf)}) { ... on Commit { status { contexts { context state description } } } }`;
  return `query { repository(owner: ${quoted(repo.owner)}, name: ${quoted(repo.repo)}) { nameWithOwner ${status}
    pullRequest(number: ${number}) { ${pullFields} ${detailFields}
      headRef { target { oid } }
      headStatus: commits(last: 1) { nodes { commit { oid status { contexts { context state description } } } } }
      mergeCommit { oid parents(first: 1) { nodes { oid } } }
      baseRef { target { oid } }
      ${reviews === true ? reviewFields : ""}
      comments(last: 100) { pageInfo { hasPreviousPage } nodes { body createdAt author { __typename login } } } } } }`;
}

/** What a commit holds at some paths, its tree, and where a branch is. */
export function commitDocument(
  repo: RepoQuery["repo"],
  commit: Oid | null,
  paths: readonly string[],
  branch: string,
): string {
  const object =
    commit === null ? "" : `commit: object(oid: ${quoted(commit)}) { oid ${commitFields(paths)} }`;
  return `query { repository(owner: ${quoted(repo.owner)}, name: ${quoted(repo.repo)}) {
    id nameWithOwner isArchived defaultBranchRef { name } ${object}
    branch: ref(qualifiedName: ${quoted(`refs/heads/${branch}`)}) {
      target { oid ... on Commit { message tree { oid } parents(first: 2) { nodes { oid } } } } } } }`;
}

/** Moves refs, all or none, each from what it must hold; zeros stand for none (docs.github.com, `updateRefs`). */
export function updateRefsDocument(repositoryId: string, ref: string, before: Oid, after: Oid): string {
  const update = `{ name: ${quoted(ref)}, beforeOid: ${quoted(before)}, afterOid: ${quoted(after)}, force: false }`;
  return `mutation { updateRefs(input: { repositoryId: ${quoted(repositoryId)}, refUpdates: [${update}] }) { clientMutationId } }`;
}

/** Makes a pull request a draft, or ready. */
export function draftDocument(id: string, draft: boolean): string {
  const mutation = draft ? "convertPullRequestToDraft" : "markPullRequestReadyForReview";
  return `mutation { ${mutation}(input: { pullRequestId: ${quoted(id)} }) { clientMutationId } }`;
}
