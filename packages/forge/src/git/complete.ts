import { isTreePath } from "../names.ts";
import type {
  BlobCache,
  BranchState,
  FileState,
  Observed,
  Oid,
  ProposalSummary,
  RepoObservation,
  RepoQuery,
} from "../port.ts";
import { known, nullOid, unknown } from "../problem.ts";
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
  if (head === null || query.lastChanges !== undefined) return undefined;
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

/** The observation of a repository, read through `files`. */
export async function complete(
  context: GitContext,
  prepared: Prepared,
  files: CommitFiles,
  memory: Memory,
): Promise<RepoObservation> {
  const { query, target, refs, facts } = prepared;
  const defaultHead = refs.oids.get(branchRef(facts.defaultBranch)) ?? nullOid;
  const fileStates = new Map<string, Observed<FileState>>();
  const branches = new Map<string, Observed<BranchState>>();
  const proposals = new Map<string, Observed<readonly ProposalSummary[]>>();
  const reads = query.files.map(async (path) => {
    fileStates.set(
      path,
      facts.head === null ? noHead(query, defaultHead) : await files.read(facts.head, path),
    );
  });
  const lists = query.branches.map(async (branch) => {
    const head = refs.oids.get(branchRef(branch)) ?? null;
    branches.set(branch, await readBranch(head, defaultHead, query, files));
    const ref = recordRef(branch);
    const oid = ref === undefined ? null : (refs.oids.get(ref) ?? null);
    if (oid === null) {
      proposals.set(branch, known([], defaultHead));
      return;
    }
    const found = await readSummaries(
      context,
      target,
      refs,
      { repo: query.repo, branch, oid, files },
      memory.merges,
    );
    proposals.set(branch, found.ok ? known(found.value, oid) : unknown(found.problem));
  });
  await Promise.all([...reads, ...lists]);
  const changes =
    query.lastChanges === undefined || facts.head === null
      ? {}
      : { lastChanges: await readLastChanges(context, target, facts.head, query.lastChanges) };
  return {
    repo: query.repo,
    facts: known(facts, facts.head ?? defaultHead),
    files: inOrder(query.files, fileStates),
    branches: inOrder(query.branches, branches),
    proposals: inOrder(query.branches, proposals),
    ...changes,
  };
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

/**
 * Files of a branch that does not exist are absent: the refs themselves were read, under the head of the default
 * branch. A default branch without a commit proves nothing about files.
 */
function noHead(query: RepoQuery, defaultHead: Oid): Observed<FileState> {
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
