import { commitAsked, isTreePath } from "../names.ts";
import type {
  BlobCache,
  BranchState,
  FileState,
  FolderState,
  Observed,
  Oid,
  ProposalSummary,
  RepoObservation,
  RepoQuery,
} from "../port.ts";
import { known, noCommit, nullOid, ok, type Problem, unknown } from "../problem.ts";
import { type CommitFiles, cachedFile, type MessageMemo } from "./commit-files.ts";
import { readLastChanges } from "./last-change.ts";
import { branchRef, recordRef } from "./mapping.ts";
import type { Prepared } from "./prepare.ts";
import { type MergeMemo, readSummaries } from "./proposals.ts";
import type { GitContext } from "./target.ts";

/** What a forge remembers between observations. */
export interface Memory {
  readonly merges: MergeMemo;
  readonly messages: MessageMemo;
}

/**
 * The observation of a repository in which nothing of ours is there, and whose files the cache knows under its head: most
 * of a fleet, and then there is nothing to wait for. `undefined` for any other.
 */
export function quiet({ query, refs, facts }: Prepared, cache: BlobCache): RepoObservation | undefined {
  const { head } = facts;
  if (head === null || query.lastChanges !== undefined || query.folders !== undefined) return undefined;
  // That a commit is there which was asked for by its id is told by what is known of it.
  if (commitAsked(query) !== undefined && query.files.length === 0) return undefined;
  const proof = refs.oids.get(branchRef(facts.defaultBranch)) ?? nullOid;
  const isAbsent = (ref: string | undefined) => ref === undefined || (refs.oids.get(ref) ?? null) === null;
  if (!query.branches.every((branch) => isAbsent(branchRef(branch)) && isAbsent(recordRef(branch))))
    return undefined;
  const files = new Map<string, Observed<FileState>>();
  for (const path of query.files) {
    const found = isTreePath(path) ? cachedFile(cache, head, path) : undefined;
    if (found === undefined) return undefined;
    files.set(path, known(found, head));
  }
  const absent = known<BranchState>({ kind: "absent" }, proof);
  const none = known<readonly ProposalSummary[]>([], proof);
  return {
    repo: query.repo,
    facts: known(facts, head),
    files,
    branches: new Map(query.branches.map((branch) => [branch, absent])),
    proposals: new Map(query.branches.map((branch) => [branch, none])),
  };
}

/**
 * The observation of a repository, read through `files`; what is asked of a commit by its id through `atFiles`, where that
 * is read apart.
 */
export async function complete(
  context: GitContext,
  prepared: Prepared,
  files: CommitFiles,
  memory: Memory,
  atFiles: CommitFiles = files,
): Promise<RepoObservation> {
  const { query, target, refs } = prepared;
  const defaultHead = refs.oids.get(branchRef(prepared.facts.defaultBranch)) ?? nullOid;
  const missing = await missingCommit(query, defaultHead, atFiles);
  const facts = missing === undefined ? prepared.facts : { ...prepared.facts, head: null };
  const { head } = facts;
  const nothing = missing === undefined ? noHead(query, defaultHead) : unknown(missing);
  const fileStates = new Map<string, Observed<FileState>>();
  const branches = new Map<string, Observed<BranchState>>();
  const proposals = new Map<string, Observed<readonly ProposalSummary[]>>();
  const folders = new Map<string, Observed<FolderState>>();
  const reads = query.files.map(async (path) => {
    fileStates.set(path, head === null ? nothing : await atFiles.read(head, path));
  });
  const listings = (query.folders ?? []).map(async (path) => {
    folders.set(path, head === null ? nothing : await atFiles.list(head, path));
  });
  const lists = query.branches.map(async (branch) => {
    const own = refs.oids.get(branchRef(branch)) ?? null;
    branches.set(branch, await readBranch(own, defaultHead, query, files));
    proposals.set(branch, await readProposals(context, prepared, branch, files, memory));
  });
  await Promise.all([...reads, ...listings, ...lists]);
  const changes =
    query.lastChanges === undefined || head === null
      ? {}
      : { lastChanges: await readLastChanges(context, target, head, query.lastChanges) };
  return {
    repo: query.repo,
    facts: isUnclear(missing) ? unknown(missing) : known(facts, head ?? defaultHead),
    files: inOrder(query.files, fileStates),
    ...(query.folders === undefined ? {} : { folders: inOrder(query.folders, folders) }),
    branches: inOrder(query.branches, branches),
    proposals: inOrder(query.branches, proposals),
    ...changes,
  };
}

async function readProposals(
  context: GitContext,
  { query, target, refs, facts }: Prepared,
  branch: string,
  files: CommitFiles,
  { merges }: Memory,
): Promise<Observed<readonly ProposalSummary[]>> {
  const ref = recordRef(branch);
  const oid = ref === undefined ? null : (refs.oids.get(ref) ?? null);
  if (oid === null) return known([], refs.oids.get(branchRef(facts.defaultBranch)) ?? nullOid);
  const found = await readSummaries(context, target, refs, { repo: query.repo, branch, oid, files }, merges);
  return found.ok ? known(found.value, oid) : unknown(found.problem);
}

async function readBranch(
  head: Oid | null,
  defaultHead: Oid,
  { files: paths, changes }: RepoQuery,
  files: CommitFiles,
): Promise<Observed<BranchState>> {
  if (head === null) return known({ kind: "absent" }, defaultHead);
  const message = await files.readMessage(head);
  if (!message.ok) return unknown(message.problem);
  const blobs = await files.readBlobs(head, paths);
  if (!blobs.ok) return unknown(blobs.problem);
  const changed = changes === true ? await files.readChanged(head) : undefined;
  return known(
    {
      kind: "present",
      head,
      message: message.value,
      blobs: blobs.value,
      ...(changed?.ok === true ? { changed: changed.value } : {}),
    },
    head,
  );
}

/** Why a commit that was asked for by its id cannot be read; `undefined` when it can, or when a branch is asked for. */
async function missingCommit(
  query: RepoQuery,
  defaultHead: Oid,
  files: CommitFiles,
): Promise<Problem | undefined> {
  const commit = commitAsked(query);
  // Of the other hash there is none here, and a server would call it a mistake of ours.
  const isOther = defaultHead !== nullOid && commit !== undefined && commit.length !== defaultHead.length;
  if (isOther) return noCommit(commit);
  const there = commit === undefined ? ok(true) : await files.has(commit);
  if (!there.ok) return there.problem;
  return there.value || commit === undefined ? undefined : noCommit(commit);
}

/** Whether it is not even known if the commit is there. */
function isUnclear(problem: Problem | undefined): problem is Problem {
  return problem !== undefined && problem.reason !== "not_found";
}

/**
 * Files of a branch that does not exist are absent: the refs themselves were read, under the head of the default
 * branch. A default branch without a commit proves nothing about files.
 */
function noHead(query: RepoQuery, defaultHead: Oid): Observed<{ readonly kind: "absent" }> {
  if (query.at !== undefined) return known({ kind: "absent" }, defaultHead);
  return unknown({ reason: "incomplete", message: "the default branch has no commit yet" });
}

/** The map in the order of its keys as they were asked for, not as they were answered. */
function inOrder<T>(keys: readonly string[], values: ReadonlyMap<string, T>): Map<string, T> {
  const ordered = new Map<string, T>();
  for (const key of keys) {
    const value = values.get(key);
    if (value !== undefined) ordered.set(key, value);
  }
  return ordered;
}
