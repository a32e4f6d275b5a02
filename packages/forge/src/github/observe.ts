import { cachedBytes } from "../cached-bytes.ts";
import { unknownFolders } from "../folders.ts";
import type { Json } from "../http/fields.ts";
import { AnswerError, json, list, maybeJson, text } from "../http/fields.ts";
import { inOrder } from "../in-order.ts";
import { branchesOf, commitAsked, isBranchName, isRepoName, isTreePath } from "../names.ts";
import type {
  BlobCache,
  BranchState,
  FileChange,
  FileState,
  FolderState,
  Observed,
  Oid,
  PathEntry,
  ProposalSummary,
  RepoFacts,
  RepoObservation,
  RepoQuery,
} from "../port.ts";
import { known, noCommit, noTreePath, nullOid, type Problem, unknown } from "../problem.ts";
import { type Listings, listingOf, readListings } from "./listings.ts";
import { oidOf, type Pull, pathEntry, readEntry, readHistory, readPull } from "./mapping.ts";
import { pathsOf } from "./query.ts";
import { type GithubMemory, keepName, keyOf } from "./session.ts";

/** A proposal, and the part of the answer it was read from: details are read together with it. */
export interface ReadPull {
  readonly pull: Pull;
  readonly node: unknown;
}

/** A repository as the first document answered it, before texts and labels are there. */
export interface Read {
  readonly query: RepoQuery;
  readonly facts: RepoFacts;
  readonly proof: Oid;
  /** Blob of each file, `undefined` when the commit holds no file there; absent without a commit. */
  readonly entries: ReadonlyMap<string, FileState | { readonly kind: "blob"; readonly blob: Oid }>;
  /** Each folder; one whose entries are still to be read as its tree; nothing without a commit. */
  readonly folders: Listings;
  readonly branches: ReadonlyMap<string, Observed<BranchState>>;
  /** Parents by branch, where changes are asked for. */
  readonly parents: ReadonlyMap<string, Oid>;
  readonly pulls: ReadonlyMap<string, { readonly pulls: readonly ReadPull[]; readonly hasMore: boolean }>;
  readonly lastChanges: ReadonlyMap<string, Observed<readonly FileChange[]>> | undefined;
}

/** Why a query cannot be asked at all; `undefined` when it can. */
export function refusedQuery(query: RepoQuery): Problem | undefined {
  const { repo } = query;
  if (!isRepoName(repo) || repo.owner.includes("/"))
    return { reason: "not_found", message: `"${repo.owner}/${repo.repo}" is no name of a repository` };
  const bad = branchesOf(query).find((branch) => !isBranchName(branch));
  return bad === undefined
    ? undefined
    : { reason: "unsupported", message: `"${bad}" is no name of a branch` };
}

/** Reads one repository of an answer, or says what else it is. Throws AnswerError for another shape. */
export function readRepository(memory: GithubMemory, query: RepoQuery, value: unknown): Read | Problem {
  const node = json(value, "a repository");
  const name = text(node, "nameWithOwner");
  if (name.toLowerCase() !== keyOf(query.repo).toLowerCase())
    return { reason: "moved", message: `it is ${name} now` };
  memory.ids.set(keyOf(query.repo), text(node, "id"));
  keepName(memory, query.repo, name);
  const standard = maybeJson(node["defaultBranchRef"]);
  const defaultHead = standard === undefined ? undefined : oidOf(json(standard["target"], "a commit"), "oid");
  const target = targetOf(query, node, standard);
  const head = target === undefined ? null : oidOf(target, "oid");
  const proof = head ?? defaultHead ?? nullOid;
  const facts: RepoFacts = {
    id: text(node, "id"),
    defaultBranch: standard === undefined ? "" : text(standard, "name"),
    head,
    eligible: eligibleOf(node, defaultHead),
  };
  return {
    query,
    facts,
    proof,
    entries: target === undefined ? new Map() : readFiles(memory, query, target),
    folders: target === undefined ? new Map() : readListings(query, target),
    parents: parentsOf(node, query),
    branches: new Map(
      query.branches.map((branch, index) => [
        branch,
        readBranch(memory, query, node[`b${index}`], defaultHead ?? nullOid),
      ]),
    ),
    pulls: new Map(
      query.branches.map((branch, index) => {
        const connection = json(node[`p${index}`], "pull requests");
        const hasMore = json(connection["pageInfo"], "a page")["hasNextPage"] === true;
        const nodes = list(connection["nodes"], "pull requests");
        const pulls = nodes.map((each) => ({ pull: readPull(query.repo, each), node: each }));
        return [branch, { pulls, hasMore }];
      }),
    ),
    lastChanges:
      query.lastChanges === undefined || target === undefined
        ? undefined
        : new Map(
            query.lastChanges.map((path, index) => [path, known(historyOf(target[`h${index}`]), proof)]),
          ),
  };
}

/** The commit to read from; `undefined`: there is none. */
function targetOf(query: RepoQuery, node: Json, standard: Json | undefined): Json | undefined {
  if (commitAsked(query) === undefined) {
    const start = query.at === undefined ? standard : maybeJson(node["at"]);
    return start === undefined ? undefined : json(start["target"], "a commit");
  }
  const object = maybeJson(node["at"]);
  // A blob or a tree of that id is no commit.
  return object !== undefined && "tree" in object ? object : undefined;
}

/** Whether a repository takes proposals; `head` is that of its default branch. */
export function eligibleOf(node: Json, head: Oid | undefined): RepoFacts["eligible"] {
  if (node["isArchived"] === true) return { ok: false, reason: "archived" };
  if (node["isDisabled"] === true || node["isLocked"] === true) return { ok: false, reason: "disabled" };
  if (node["isMirror"] === true) return { ok: false, reason: "mirror" };
  return head === undefined ? { ok: false, reason: "empty" } : { ok: true };
}

function readFiles(memory: GithubMemory, query: RepoQuery, target: Json): Read["entries"] {
  keepCommit(memory, target, pathsOf(query));
  const head = oidOf(target, "oid");
  return new Map(
    query.files.map((path) => {
      const entry = pathEntry(memory.entries.get(`${head} ${path}`) ?? null);
      return [path, blobOrState(entry)] as const;
    }),
  );
}

/** A file as the blob whose bytes are still to be read, and anything else as it is. */
export function blobOrState(entry: PathEntry): FileState | { readonly kind: "blob"; readonly blob: Oid } {
  return entry.kind === "file" ? { kind: "blob", blob: entry.blob } : entry;
}

/** Remembers the tree of a commit and what it holds at paths. Throws AnswerError. */
export function keepCommit(memory: GithubMemory, commit: Json, paths: readonly string[]): void {
  const oid = oidOf(commit, "oid");
  memory.trees.set(oid, oidOf(json(commit["tree"], "a tree"), "oid"));
  for (const [index, path] of paths.entries()) {
    const value = commit[`f${index}`];
    // A field that is not there was not answered: it says nothing about the file.
    if (value === undefined) throw new AnswerError(`expected an answer about ${path}, received none`);
    memory.entries.set(`${oid} ${path}`, readEntry(value));
  }
}

function readBranch(
  memory: GithubMemory,
  query: RepoQuery,
  value: unknown,
  defaultHead: Oid,
): Observed<BranchState> {
  if (value === undefined) throw new AnswerError("expected an answer about a branch, received none");
  if (value === null) return known({ kind: "absent" }, defaultHead);
  const target = json(json(value, "a ref")["target"], "a commit");
  const head = oidOf(target, "oid");
  keepCommit(memory, target, pathsOf(query));
  const blobs = new Map(
    query.files.map((path) => {
      const entry = pathEntry(memory.entries.get(`${head} ${path}`) ?? null);
      return [path, entry.kind === "file" ? entry.blob : null] as const;
    }),
  );
  return known({ kind: "present", head, message: text(target, "message"), blobs }, head);
}

function parentsOf(node: Json, { branches, changes }: RepoQuery): ReadonlyMap<string, Oid> {
  const parents = new Map<string, Oid>();
  if (changes !== true) return parents;
  for (const [index, branch] of branches.entries()) {
    const target = maybeJson(maybeJson(node[`b${index}`])?.["target"]);
    const nodes = maybeJson(target?.["parents"])?.["nodes"];
    const [parent] = Array.isArray(nodes) ? nodes : [];
    if (parent !== undefined) parents.set(branch, oidOf(json(parent, "a commit"), "oid"));
  }
  return parents;
}

function historyOf(value: unknown): readonly FileChange[] {
  return readHistory(list(json(value, "a history")["nodes"], "commits"));
}

/** Blobs whose bytes are neither cached nor read. */
export function missingBlobs({ entries }: Read, cache: BlobCache): readonly Oid[] {
  const blobs = [...entries.values()].flatMap((entry) => (entry.kind === "blob" ? [entry.blob] : []));
  return [...new Set(blobs)].filter((blob) => cachedBytes(cache, blob) === undefined);
}

/** Proposals whose labels and closers matter and were not told yet: what is merged is steered by nobody any more. */
export function steeredPulls({ pulls }: Read): readonly number[] {
  return [...pulls.values()].flatMap((listed) =>
    listed.pulls.flatMap(({ pull: { summary, isOwn }, node }) =>
      isOwn && summary.state !== "merged" && maybeJson(node)?.["labels"] === undefined
        ? [summary.ref.number]
        : [],
    ),
  );
}

/** What else was read: bytes by blob, details by number; a problem where they could not be had. */
export interface More {
  readonly bytes: (blob: Oid) => Uint8Array | Problem;
  readonly details: ReadonlyMap<number, Json> | Problem;
  readonly changed: ReadonlyMap<string, readonly string[]>;
  /** Folders that the first read left pending. */
  readonly folders: ReadonlyMap<string, FolderState | Problem>;
  /** Proposals of a branch that forks hid from the first read. */
  readonly own: ReadonlyMap<string, readonly Pull[] | Problem>;
}

/** Puts an observation together. Throws AnswerError for details of another shape. */
export function observationOf(read: Read, more: More): RepoObservation {
  const { query, facts, proof, entries, lastChanges } = read;
  return {
    repo: query.repo,
    facts: known(facts, proof),
    files: new Map(query.files.map((path) => [path, fileOf(read, path, entries.get(path), more)])),
    ...(query.folders === undefined
      ? {}
      : { folders: new Map(query.folders.map((path) => [path, folderStateOf(read, path, more)])) }),
    branches: new Map(
      [...read.branches].map(([branch, state]) => [branch, withChanged(state, more.changed.get(branch))]),
    ),
    proposals: new Map(query.branches.map((branch) => [branch, proposalsOf(read, branch, more)])),
    ...(lastChanges === undefined ? {} : { lastChanges }),
  };
}

function fileOf(
  read: Read,
  path: string,
  entry: FileState | { readonly kind: "blob"; readonly blob: Oid } | undefined,
  { bytes }: More,
): Observed<FileState> {
  const { proof } = read;
  if (!isTreePath(path)) return unknown(noTreePath(path));
  if (entry === undefined) return noHead(read);
  if (entry.kind !== "blob") return known(entry, proof);
  const found = bytes(entry.blob);
  return found instanceof Uint8Array
    ? known({ kind: "file", blob: entry.blob, bytes: found }, proof)
    : unknown(found);
}

function folderStateOf(read: Read, path: string, more: More): Observed<FolderState> {
  const state = listingOf(path, read.folders, more.folders);
  if (state === undefined) return isTreePath(path) ? noHead(read) : unknown(noTreePath(path));
  return "reason" in state ? unknown(state) : known(state, read.proof);
}

/** What is at any path where there is no commit to read from. */
function noHead({ query, facts, proof }: Read): Observed<{ readonly kind: "absent" }> {
  const commit = commitAsked(query);
  if (commit !== undefined) return unknown(noCommit(commit));
  // The ref itself was asked for: a branch that is not there has no files.
  return facts.head === null && query.at !== undefined
    ? known({ kind: "absent" }, proof)
    : unknown({ reason: "incomplete", message: "the default branch has no commit yet" });
}

function withChanged(
  state: Observed<BranchState>,
  changed: readonly string[] | undefined,
): Observed<BranchState> {
  if (changed === undefined || state.kind === "unknown" || state.value.kind === "absent") return state;
  return { ...state, value: { ...state.value, changed } };
}

function proposalsOf(
  { query, proof, pulls }: Read,
  branch: string,
  { details, own }: More,
): Observed<readonly ProposalSummary[]> {
  const instead = own.get(branch);
  if (instead !== undefined && "reason" in instead) return unknown(instead);
  const listed = pulls.get(branch)?.pulls ?? [];
  const found = instead ?? listed.map(({ pull }) => pull);
  const mine = found.filter(({ isOwn }) => isOwn);
  const steered = mine.some(({ summary }) => summary.state !== "merged");
  if (steered && "reason" in details) return unknown(details);
  const nodes = new Map(listed.map(({ pull, node }) => [pull.summary.ref.number, node]));
  const summaries = mine.map(({ summary }) => {
    const node = nodes.get(summary.ref.number);
    if (node === undefined) return summary;
    const detail = "reason" in details ? undefined : details.get(summary.ref.number);
    // A document about few repositories told the details with the rest.
    return readPull(query.repo, node, detail ?? json(node, "a pull request")).summary;
  });
  return known(inOrder(summaries), proof);
}

/** Everything unknown for one reason. */
export function allUnknown(query: RepoQuery, problem: Problem): RepoObservation {
  const nothing = unknown(problem);
  return {
    repo: query.repo,
    facts: nothing,
    files: new Map(query.files.map((path) => [path, nothing])),
    ...unknownFolders(query, problem),
    branches: new Map(query.branches.map((branch) => [branch, nothing])),
    proposals: new Map(query.branches.map((branch) => [branch, nothing])),
  };
}
