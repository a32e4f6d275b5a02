import { createLimit } from "../limit.ts";
import type { BlobCache, RepoObservation, RepoQuery } from "../port.ts";
import { type Problem, unknown } from "../problem.ts";
import { unknownFolders } from "../folders.ts";
import { commitAsked } from "../names.ts";
import { createCommitFiles } from "./commit-files.ts";
import { complete, type Memory, quiet } from "./complete.ts";
import { readAsked, readFetched, readFolders } from "./lazy-reader.ts";
import { branchRef, recordRef } from "./mapping.ts";
import { locate, type Prepared, prepareFolder, prepareRemote } from "./prepare.ts";
import type { GitContext, Target } from "./target.ts";

/** Repositories read by one `cat-file`: ten thousand in one process were nine times slower than shards (04, G2). */
export const shardSize = 250;
/** Shards at a time; each is one process. */
const shardsAtOnce = 4;

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
  const found: RepoObservation[] = [];
  const folders: Prepared[] = [];
  const atCommits: Prepared[] = [];
  const asked: Promise<RepoObservation>[] = [];
  for (const query of queries) {
    const target = locate(context, query);
    // Folders are read at once, as files; only what a server has to be asked for waits.
    if (!target.ok) found.push(allUnknown(query, target.problem));
    else if (target.value.folder === undefined)
      asked.push(limit(() => readRemote(context, query, target.value, cache, memory)));
    else {
      const prepared = prepareFolder(query, target.value, target.value.folder);
      const seen = prepared.ok ? quiet(prepared.value, cache) : allUnknown(query, prepared.problem);
      if (seen !== undefined) found.push(seen);
      else if (prepared.ok) (commitAsked(query) === undefined ? folders : atCommits).push(prepared.value);
    }
  }
  // That a commit is there must be said by the repository itself, not by one that lends it.
  const alone = [...Map.groupBy(atCommits, ({ target }) => target.url).values()].map((group) =>
    limit(() => readAlone(context, group, cache, memory)),
  );
  const shared = readFolders(
    context,
    folders.map(({ target }) => target),
  );
  const files = () => createCommitFiles(cache, shared.open, memory.messages);
  const read = async (each: Prepared) => {
    const seen = await complete(context, each, files(), memory);
    // Another repository of the shard may have lent a broken copy: only its own objects speak against it.
    return isCorrupt(seen) ? limit(() => readAlone(context, [each], cache, memory)) : [seen];
  };
  try {
    const groups = await Promise.all([...folders.map(read), ...alone]);
    return [...found, ...groups.flat(), ...(await Promise.all(asked))];
  } finally {
    await shared.close();
  }
}

function isCorrupt({ files, folders, branches, proposals }: RepoObservation): boolean {
  const facts = [
    ...files.values(),
    ...(folders?.values() ?? []),
    ...branches.values(),
    ...proposals.values(),
  ];
  return facts.some((fact) => fact.kind === "unknown" && fact.reason === "corrupt");
}

/** Reads one folder, as often as asked, with nothing but its own objects. */
async function readAlone(
  context: GitContext,
  group: readonly Prepared[],
  cache: BlobCache,
  memory: Memory,
): Promise<RepoObservation[]> {
  const reader = readFolders(
    context,
    group.map(({ target }) => target),
  );
  const files = () => createCommitFiles(cache, reader.open, memory.messages);
  try {
    return await Promise.all(group.map((each) => complete(context, each, files(), memory)));
  } finally {
    await reader.close();
  }
}

async function readRemote(
  context: GitContext,
  query: RepoQuery,
  target: Target,
  cache: BlobCache,
  memory: Memory,
): Promise<RepoObservation> {
  const prepared = await prepareRemote(context, query, target);
  if (!prepared.ok) return allUnknown(query, prepared.problem);
  const { refs, facts } = prepared.value;
  const records = query.branches.flatMap((branch) => refs.oids.get(recordRef(branch) ?? "") ?? []);
  const heads = query.branches.flatMap((branch) => refs.oids.get(branchRef(branch)) ?? []);
  const at = commitAsked(query);
  const commits = [...(facts.head === null || at !== undefined ? [] : [facts.head]), ...records, ...heads];
  const reader = readFetched(context, target, commits, query.changes === true ? 2 : 1);
  const files = createCommitFiles(cache, reader.open, memory.messages);
  // A commit that is not there must not keep the rest from being read.
  const own = at === undefined ? reader : readAsked(context, target, at);
  const atFiles = at === undefined ? files : createCommitFiles(cache, own.open, memory.messages);
  try {
    return await complete(context, prepared.value, files, memory, atFiles);
  } finally {
    await reader.close();
    await own.close();
  }
}

function allUnknown(query: RepoQuery, problem: Problem): RepoObservation {
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
