import type { Json } from "../http/fields.ts";
import { json, list, maybeJson, text, textOr } from "../http/fields.ts";
import type {
  ChangedFile,
  CommitDetail,
  Observed,
  Oid,
  ProposalDetail,
  ProposalRef,
  RepoName,
} from "../port.ts";
import { failed, known, ok, type Result, unknown } from "../problem.ts";
import type { GithubClient } from "./client.ts";
import { oidOf, pathEntry, readComments, readEntry } from "./mapping.ts";
import { headStatuses } from "./proposals.ts";
import { readOne, readProposal, readRest } from "./read.ts";
import { type GithubSession, repoPath } from "./session.ts";

/** Commits listed by `inspect`. */
const listed = 100;

/** Reads one proposal in full; see `Forge.inspect`. */
export async function inspect(session: GithubSession, ref: ProposalRef): Promise<Observed<ProposalDetail>> {
  const client = await session.clientOf(ref.repo.owner);
  if (!client.ok) return unknown(client.problem);
  const detail = await readDetail(client.value, ref);
  return detail.ok ? known(detail.value, detail.value.summary.head) : unknown(detail.problem);
}

async function readDetail(client: GithubClient, ref: ProposalRef): Promise<Result<ProposalDetail>> {
  const { repo } = ref;
  const found = await readProposal(client, repo, ref.number);
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
  const diff = await readRest(
    client,
    place,
    (data) => (typeof data === "string" ? data : ""),
    "application/vnd.github.diff",
  );
  if (!diff.ok) return diff;
  const { mergeBase, files, commits } = compared.value;
  const changed = await withBases(client, repo, mergeBase, files);
  if (!changed.ok) return changed;
  return ok({
    summary,
    mergeBase,
    changed: changed.value.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    commits: commits.toReversed(),
    comments: readComments(node["comments"]),
    statuses: headStatuses(node, summary.head),
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
  /** Oldest first. */
  readonly commits: readonly CommitDetail[];
}

function readComparison(data: unknown): Comparison {
  const comparison = json(data, "a comparison");
  const files = list(comparison["files"], "files").flatMap((each) => {
    const file = json(each, "a file");
    const status = text(file, "status");
    const head = { path: text(file, "filename"), headBlob: status === "removed" ? null : oidOf(file, "sha") };
    // A renamed file is one that is gone and one that is new.
    const former = textOr(file, "previous_filename");
    return status === "renamed" && former !== "" ? [{ path: former, headBlob: null }, head] : [head];
  });
  const commits = list(comparison["commits"], "commits").map((each): CommitDetail => {
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
  return { mergeBase: oidOf(json(comparison["merge_base_commit"], "a commit"), "sha"), files, commits };
}

/** Adds what each file was at the merge base: a comparison tells the head's side only. */
async function withBases(
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
  return readOne(client, repo, document, (node) => {
    const commit = json(node["commit"], "a commit");
    return files.map(({ path, headBlob }, index): ChangedFile => {
      const entry = pathEntry(readEntry(commit[`f${index}`]));
      return { path, baseBlob: entry.kind === "file" ? entry.blob : null, headBlob };
    });
  });
}
