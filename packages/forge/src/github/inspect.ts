import type { Json } from "../http/fields.ts";
import { AnswerError, json, list, maybeJson, number, text, textOr } from "../http/fields.ts";
import type {
  ChangedFile,
  Comment,
  CommitDetail,
  Observed,
  Oid,
  ProposalDetail,
  ProposalRef,
  RepoName,
} from "../port.ts";
import { failed, known, ok, type Result, unknown } from "../problem.ts";
import { readOne } from "./ask.ts";
import type { GithubClient } from "./client.ts";
import { isWholeDiff } from "./diff.ts";
import { oidOf, pathEntry, readComments, readEntry } from "./mapping.ts";
import { headStatuses } from "./proposals.ts";
import { readFresh } from "./pulls.ts";
import { readResponses } from "./responses.ts";
import { readRest } from "./rest.ts";
import { commentNode } from "./rest-pulls.ts";
import { commitByRest } from "./rest-tree.ts";
import { type GithubSession, keyOf, repoPath } from "./session.ts";

/** Commits listed by `inspect`. */
const listed = 100;
/** Files that GitHub compares at most; what is beyond is not told. */
const mostFiles = 300;
/** Pages of comments that are read. */
const mostPages = 20;

/** Reads one proposal in full; see `Forge.inspect`. */
export async function inspect(session: GithubSession, ref: ProposalRef): Promise<Observed<ProposalDetail>> {
  const client = await session.clientOf(ref.repo.owner);
  if (!client.ok) return unknown(client.problem);
  const detail = await readDetail(session, client.value, ref);
  return detail.ok ? known(detail.value, detail.value.summary.head) : unknown(detail.problem);
}

async function readDetail(
  session: GithubSession,
  client: GithubClient,
  ref: ProposalRef,
): Promise<Result<ProposalDetail>> {
  const { repo } = ref;
  const found = await readFresh(session, client, ref, { reviews: true });
  if (!found.ok) return found;
  const { pull, node } = found.value;
  const { summary } = pull;
  if (!pull.isOwn || summary.ref.branch !== ref.branch)
    return failed("not_found", `${ref.branch} has no proposal ${ref.number}`);
  const base = baseOf(node, summary.head);
  if (base === undefined) return failed("not_found", `there is no branch ${summary.base} to compare with`);
  const place = `${repoPath(repo)}/compare/${base}...${summary.head}`;
  const compared = await readRest(client, `${place}?per_page=${listed}`, readComparison);
  if (!compared.ok) return compared;
  const { mergeBase, files, fileCount } = compared.value;
  const commits = await newestCommits(client, place, compared.value);
  if (!commits.ok) return commits;
  const accept = "application/vnd.github.diff";
  const diff = await readRest(client, place, (data) => readDiff(data, fileCount), accept);
  if (!diff.ok) return diff;
  const changed = await withBases(session, client, repo, mergeBase, files);
  if (!changed.ok) return changed;
  const comments = await allComments(client, ref, node["comments"]);
  if (!comments.ok) return comments;
  const responses = await readResponses(client, summary, node);
  if (!responses.ok) return responses;
  return ok({
    summary,
    mergeBase,
    changed: changed.value.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    commits: commits.value.toReversed(),
    comments: comments.value,
    statuses: headStatuses(node, summary.head),
    responses: responses.value,
    diff: diff.value,
  });
}

/** The other side of the comparison: the base branch, of a merged proposal as it was before the merge. */
function baseOf(node: Json, head: Oid): Oid | undefined {
  const merge = maybeJson(node["mergeCommit"]);
  const parents = maybeJson(merge?.["parents"])?.["nodes"];
  const [parent] = Array.isArray(parents) ? parents : [];
  if (merge !== undefined && merge["oid"] !== head && parent !== undefined)
    return oidOf(json(parent, "a commit"), "oid");
  const target = maybeJson(maybeJson(node["baseRef"])?.["target"]);
  return target === undefined ? undefined : oidOf(target, "oid");
}

interface Comparison {
  readonly mergeBase: Oid;
  readonly files: readonly { readonly path: string; readonly headBlob: Oid | null }[];
  /** Files of the diff: a renamed one is one. */
  readonly fileCount: number;
  /** Commits there are; a page lists the oldest. */
  readonly total: number;
  /** Oldest first. */
  readonly commits: readonly CommitDetail[];
}

function readComparison(data: unknown): Comparison {
  const comparison = json(data, "a comparison");
  const entries = list(comparison["files"], "files");
  if (entries.length >= mostFiles) throw new AnswerError(`it changes ${mostFiles} files or more`);
  const files = entries.flatMap((each) => {
    const file = json(each, "a file");
    const status = text(file, "status");
    const head = { path: text(file, "filename"), headBlob: status === "removed" ? null : oidOf(file, "sha") };
    // A renamed file is one that is gone and one that is new.
    const former = textOr(file, "previous_filename");
    return status === "renamed" && former !== "" ? [{ path: former, headBlob: null }, head] : [head];
  });
  return {
    mergeBase: oidOf(json(comparison["merge_base_commit"], "a commit"), "sha"),
    files,
    fileCount: entries.length,
    total: number(comparison, "total_commits"),
    commits: readCommits(comparison),
  };
}

function readCommits(comparison: Json): readonly CommitDetail[] {
  return list(comparison["commits"], "commits").map((each): CommitDetail => {
    const entry = json(each, "a commit");
    const commit = json(entry["commit"], "a commit");
    const author = json(commit["author"], "an author");
    return {
      oid: oidOf(entry, "sha"),
      parents: list(entry["parents"], "parents").map((parent) => oidOf(json(parent, "a commit"), "sha")),
      authorName: textOr(author, "name"),
      authorEmail: textOr(author, "email"),
      message: text(commit, "message"),
    };
  });
}

/** The newest commits, oldest first: they are on the last pages. */
async function newestCommits(
  client: GithubClient,
  place: string,
  { commits, total }: Comparison,
): Promise<Result<readonly CommitDetail[]>> {
  const last = Math.ceil(total / listed);
  const pages = last <= 1 ? [] : [last - 1, last];
  const found = last <= 1 ? [...commits] : [];
  for (const page of pages) {
    const path = `${place}?per_page=${listed}&page=${page}`;
    const more = await readRest(client, path, (data) => readCommits(json(data, "a comparison")));
    if (!more.ok) return more;
    found.push(...more.value);
  }
  const newest = found.slice(-listed);
  return newest.length === Math.min(total, listed)
    ? ok(newest)
    : failed("incomplete", `${place}: ${newest.length} of ${total} commits were listed`);
}

/** The diff, if it is all of it. Throws AnswerError. */
function readDiff(data: unknown, fileCount: number): string {
  // Without a difference the answer has no body, and no type.
  if (fileCount === 0 && typeof data !== "string") return "";
  if (typeof data === "string" && isWholeDiff(data, fileCount)) return data;
  throw new AnswerError(`expected a diff of ${fileCount} files, received something else or a part of it`);
}

/** Comments of a proposal: the newest hundred come with it, more of them have to be asked for. */
async function allComments(
  client: GithubClient,
  { repo, number: wanted }: ProposalRef,
  connection: unknown,
): Promise<Result<readonly Comment[]>> {
  const hasMore = maybeJson(maybeJson(connection)?.["pageInfo"])?.["hasPreviousPage"] === true;
  if (!hasMore) return ok(readComments(connection));
  const comments: Comment[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const path = `${repoPath(repo)}/issues/${wanted}/comments?per_page=100&page=${page}`;
    const found = await readRest(client, path, (data) =>
      readComments({ nodes: list(data, "comments").map(commentNode) }),
    );
    if (!found.ok) return found;
    comments.push(...found.value);
    if (found.value.length < 100) return ok(comments);
  }
  return failed("incomplete", `proposal ${wanted} has more comments than are looked through`);
}

/** Adds what each file was at the merge base: a comparison tells the head's side only. */
async function withBases(
  session: GithubSession,
  client: GithubClient,
  repo: RepoName,
  mergeBase: Oid,
  files: Comparison["files"],
): Promise<Result<readonly ChangedFile[]>> {
  if (files.length === 0) return ok([]);
  const entries = files.map(
    ({ path }, index) => `f${index}: file(path: ${JSON.stringify(path)}) { mode oid }`,
  );
  const document = `query { repository(owner: ${JSON.stringify(repo.owner)}, name: ${JSON.stringify(repo.repo)}) {
    nameWithOwner commit: object(oid: ${JSON.stringify(mergeBase)}) { ... on Commit { ${entries.join(" ")} } } } }`;
  const rest = async () => {
    const paths = files.map(({ path }) => path);
    const commit = await commitByRest(client, repo, mergeBase, paths);
    return commit.ok ? ok({ nameWithOwner: keyOf(repo), commit: commit.value }) : commit;
  };
  const read = (node: Json) => {
    const commit = json(node["commit"], "a commit");
    return files.map(({ path, headBlob }, index): ChangedFile => {
      const entry = pathEntry(readEntry(commit[`f${index}`]));
      return { path, baseBlob: entry.kind === "file" ? entry.blob : null, headBlob };
    });
  };
  return readOne(session, client, repo, { document, rest, read });
}
