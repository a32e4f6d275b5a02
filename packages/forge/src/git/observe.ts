import { createLimit } from "../limit.ts";
import { isBranchName } from "../names.ts";
import type {
  BlobCache,
  BranchState,
  FileState,
  Observed,
  Oid,
  ProposalSummary,
  RepoFacts,
  RepoObservation,
  RepoQuery,
} from "../port.ts";
import { failed, known, nullOid, ok, type Problem, type Result, unknown } from "../problem.ts";
import { type CommitFiles, createCommitFiles, type MessageMemo } from "./commit-files.ts";
import { readLastChanges } from "./last-change.ts";
import { readFetched, readFolders } from "./lazy-reader.ts";
import { branchRef, recordRef } from "./mapping.ts";
import { type MergeMemo, readSummaries } from "./proposals.ts";
import { type GitContext, openTarget, type Refs, readRefs, type Target } from "./target.ts";

/** Repositories read by one `cat-file`: ten thousand in one process were nine times slower than shards (04, G2). */
export const shardSize = 250;
/** Shards at a time; each is one process. */
const shardsAtOnce = 4;

/** What a forge remembers between observations. */
export interface Memory {
  readonly merges: MergeMemo;
  readonly messages: MessageMemo;
}

/** A repository whose refs are read and whose objects may be needed. */
interface Prepared {
  readonly query: RepoQuery;
  readonly target: Target;
  readonly refs: Refs;
  readonly facts: RepoFacts;
}

/**
 * Reads repositories shard by shard, in any order, each exactly once. All processes and folders of an observation
 * are gone when it ends, also when the caller leaves early.
 */
export async function* observeAll(
  context: GitContext,
  queries: readonly RepoQuery[],
  cache: BlobCache,
  memory: Memory,
): AsyncGenerator<RepoObservation> {
  const left = new AbortController();
  const client = context.client.until(left.signal);
  const waiting: RepoQuery[][] = [];
  for (let at = 0; at < queries.length; at += shardSize) waiting.push(queries.slice(at, at + shardSize));
  const running = new Map<number, Promise<{ id: number; found: RepoObservation[] }>>();
  let started = 0;
  const startNext = () => {
    const shard = waiting.shift();
    if (shard === undefined) return;
    const id = started;
    started += 1;
    running.set(
      id,
      observeShard({ ...context, client }, shard, cache, memory).then((found) => ({ id, found })),
    );
  };
  try {
    for (let count = 0; count < shardsAtOnce; count += 1) startNext();
    while (running.size > 0) {
      const { id, found } = await Promise.race(running.values());
      running.delete(id);
      startNext();
      yield* found;
    }
  } finally {
    // After the last answer there is nothing to end; a caller who leaves early does not wait for the rest.
    left.abort();
    await Promise.allSettled(running.values());
  }
}

async function observeShard(
  context: GitContext,
  queries: readonly RepoQuery[],
  cache: BlobCache,
  memory: Memory,
): Promise<RepoObservation[]> {
  const limit = createLimit(32);
  const prepared = await Promise.all(queries.map((query) => limit(() => prepare(context, query))));
  const folders = prepared.flatMap((each) =>
    each.ok && each.value.target.folder ? [each.value.target] : [],
  );
  const shared = readFolders(context, folders);
  try {
    return await Promise.all(
      prepared.map(async (each, index) => {
        const query = queries[index];
        if (query === undefined) throw new TypeError("a query without a place");
        if (!each.ok) return allUnknown(query, each.problem);
        const { target } = each.value;
        if (target.folder === undefined) return limit(() => readRemote(context, each.value, cache, memory));
        const files = createCommitFiles(cache, shared.open, memory.messages);
        const found = await complete(context, each.value, files, memory);
        // Another repository of the shard may have lent a broken copy: only its own objects speak against it.
        return isCorrupt(found) ? limit(() => readAlone(context, each.value, cache, memory)) : found;
      }),
    );
  } finally {
    await shared.close();
  }
}

async function prepare(context: GitContext, query: RepoQuery): Promise<Result<Prepared>> {
  const branches = query.at === undefined ? query.branches : [query.at, ...query.branches];
  const bad = branches.find((branch) => !isBranchName(branch));
  if (bad !== undefined) return failed("unsupported", `"${bad}" is no name of a branch`);
  const target = await openTarget(context, query.repo);
  if (!target.ok) return target;
  const records = query.branches.flatMap((branch) => recordRef(branch) ?? []);
  const refs = await readRefs(context, target.value, [...branches.map(branchRef), ...records]);
  if (!refs.ok) return refs;
  const facts = readFacts(query, target.value, refs.value);
  return facts.ok ? ok({ query, target: target.value, refs: refs.value, facts: facts.value }) : facts;
}

function readFacts(query: RepoQuery, target: Target, refs: Refs): Result<RepoFacts> {
  const { headBranch, detached, oids } = refs;
  if (detached)
    return failed("unsupported", `HEAD of ${target.url} names no branch, so there is no default branch`);
  const defaultHead = headBranch === undefined ? null : (oids.get(branchRef(headBranch)) ?? null);
  const head = query.at === undefined ? defaultHead : (oids.get(branchRef(query.at)) ?? null);
  const eligible: RepoFacts["eligible"] = target.mirror
    ? { ok: false, reason: "mirror" }
    : defaultHead === null
      ? { ok: false, reason: "empty" }
      : { ok: true };
  return ok({ id: target.url, defaultBranch: headBranch ?? "", head, eligible });
}

async function complete(
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

function isCorrupt({ files, branches, proposals }: RepoObservation): boolean {
  const facts = [...files.values(), ...branches.values(), ...proposals.values()];
  return facts.some((fact) => fact.kind === "unknown" && fact.reason === "corrupt");
}

/** Reads a folder again with nothing but its own objects. */
async function readAlone(
  context: GitContext,
  prepared: Prepared,
  cache: BlobCache,
  memory: Memory,
): Promise<RepoObservation> {
  const reader = readFolders(context, [prepared.target]);
  try {
    return await complete(context, prepared, createCommitFiles(cache, reader.open, memory.messages), memory);
  } finally {
    await reader.close();
  }
}

async function readRemote(
  context: GitContext,
  prepared: Prepared,
  cache: BlobCache,
  memory: Memory,
): Promise<RepoObservation> {
  const { query, target, refs, facts } = prepared;
  const records = query.branches.flatMap((branch) => refs.oids.get(recordRef(branch) ?? "") ?? []);
  const heads = query.branches.flatMap((branch) => refs.oids.get(branchRef(branch)) ?? []);
  const commits = [...(facts.head === null ? [] : [facts.head]), ...records, ...heads];
  const reader = readFetched(context, target, commits, query.changes === true ? 2 : 1);
  try {
    return await complete(context, prepared, createCommitFiles(cache, reader.open, memory.messages), memory);
  } finally {
    await reader.close();
  }
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

function allUnknown(query: RepoQuery, problem: Problem): RepoObservation {
  const nothing = unknown(problem);
  return {
    repo: query.repo,
    facts: nothing,
    files: new Map(query.files.map((path) => [path, nothing])),
    branches: new Map(query.branches.map((branch) => [branch, nothing])),
    proposals: new Map(query.branches.map((branch) => [branch, nothing])),
  };
}
