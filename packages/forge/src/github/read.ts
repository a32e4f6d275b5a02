import type { Json } from "../http/fields.ts";
import { AnswerError } from "../http/fields.ts";
import type { BlobCache, RepoObservation, RepoQuery } from "../port.ts";
import type { Problem } from "../problem.ts";
import { type Item, runBatch } from "./batches.ts";
import type { GithubClient } from "./client.ts";
import { finish, hiddenBranches, keepEntries, nothingMore, type Reader } from "./more.ts";
import {
  allUnknown,
  missingBlobs,
  observationOf,
  type Read,
  readRepository,
  refusedQuery,
  steeredPulls,
} from "./observe.ts";
import { pendingFolders } from "./listings.ts";
import { lookAgain } from "./pulls.ts";
import { type MoreQuery, moreDocument, observeDocument } from "./query.ts";
import { readByRest } from "./rest-observe.ts";
import { type StoppableClient, stoppable } from "./rest-stop.ts";
import { type GithubSession, keyOf } from "./session.ts";

/** Reads repositories in batches, each exactly once and in any order; never throws for one of them. */
async function* observeAll(
  session: GithubSession,
  queries: readonly RepoQuery[],
  cache: BlobCache,
): AsyncGenerator<RepoObservation> {
  const sound: RepoQuery[] = [];
  for (const query of queries) {
    const problem = refusedQuery(query);
    if (problem === undefined) sound.push(query);
    else yield allUnknown(query, problem);
  }
  // Owners may share a client, and with it a limit.
  const clients = new Map<GithubClient, StoppableClient>();
  for (const [owner, own] of Map.groupBy(sound, ({ repo }) => repo.owner.toLowerCase())) {
    const client = await session.clientOf(own[0]?.repo.owner ?? owner);
    // An owner at whom the App is not installed says nothing of the repositories there.
    if (!client.ok) yield* own.map((query) => allUnknown(query, withoutAccess(client.problem)));
    else {
      const reading = clients.get(client.value) ?? stoppable(client.value);
      clients.set(client.value, reading);
      yield* observeOwner({ session, client: reading, cache }, own);
    }
  }
}

function withoutAccess(problem: Problem): Problem {
  return problem.reason === "not_found" ? { ...problem, reason: "no_access" } : problem;
}

/** The repositories of one owner. What is to be looked up besides is gathered, so that it costs few documents too. */
async function* observeOwner(reader: Reader, queries: readonly RepoQuery[]): AsyncGenerator<RepoObservation> {
  const { client, session, cache } = reader;
  const { memory } = session;
  const items = queries.map((value, index) => ({ alias: `r${index}`, value }));
  const silent: RepoQuery[] = [];
  let gathered: Read[] = [];
  for await (const [item, outcome] of runBatch({ client, memory, items, document: firstDocument })) {
    const read = "node" in outcome ? readNode(reader, item.value, outcome.node) : outcome;
    if ("silent" in read) silent.push(item.value);
    else if ("reason" in read) yield allUnknown(item.value, read);
    else if (isWhole(read, cache)) yield observationOf(read, nothingMore(cache));
    else gathered.push(read);
    if (gathered.length < memory.chunk) continue;
    yield* completed(reader, gathered, silent);
    gathered = [];
  }
  yield* completed(reader, gathered, silent);
  yield* readByRest(reader, silent);
}

function firstDocument(items: readonly Item<RepoQuery>[]): string {
  return observeDocument(items.map(({ alias, value }) => ({ alias, query: value })));
}

function readNode({ session, cache }: Reader, query: RepoQuery, node: Json): Read | Problem {
  try {
    const read = readRepository(session.memory, query, node);
    // A later run may have to read by REST, which asks for what is not known of a commit.
    if (!("reason" in read)) keepEntries(cache, read);
    return read;
  } catch (error) {
    if (error instanceof AnswerError)
      return { reason: "incomplete", message: `${keyOf(query.repo)}: ${error.message}` };
    throw error;
  }
}

/** Whether the first answer says all. */
function isWhole(read: Read, cache: BlobCache): boolean {
  return (
    missingBlobs(read, cache).length === 0 &&
    steeredPulls(read).length === 0 &&
    read.parents.size === 0 &&
    pendingFolders(read.folders).length === 0 &&
    hiddenBranches(read).length === 0
  );
}

/** Completes what was read. Repositories over which GraphQL breaks down join those that are silent. */
async function* completed(
  reader: Reader,
  reads: readonly Read[],
  silent: RepoQuery[],
): AsyncGenerator<RepoObservation> {
  const { client, session, cache } = reader;
  const { memory } = session;
  const items = reads.map((value, index) => ({ alias: `r${index}`, value }));
  const queryOf = ({ alias, value }: Item<Read>): MoreQuery => ({
    alias,
    repo: value.query.repo,
    blobs: missingBlobs(value, cache),
    pulls: steeredPulls(value),
  });
  const needed = items.filter((item) => queryOf(item).blobs.length > 0 || queryOf(item).pulls.length > 0);
  const document = (some: readonly Item<Read>[]) => moreDocument(some.map(queryOf));
  for (const item of items.filter((each) => !needed.includes(each)))
    yield await finish(reader, item.value, {});
  for await (const [{ value: read }, outcome] of runBatch({ client, memory, items: needed, document })) {
    if ("node" in outcome) yield await finish(reader, read, outcome.node);
    else if ("silent" in outcome) silent.push(read.query);
    else yield observationOf(read, { ...nothingMore(cache), bytes: () => outcome, details: outcome });
  }
}

/**
 * Reads as `observeAll`, and looks again where what we just wrote is not to be seen yet: GitHub answers from copies that
 * lag behind. After the third look what is seen counts, for somebody may have changed it.
 */
export async function* observeFresh(
  session: GithubSession,
  queries: readonly RepoQuery[],
  cache: BlobCache,
): AsyncGenerator<RepoObservation> {
  for await (const found of observeAll(session, queries, cache)) {
    let observation = found;
    const query = queries.find(({ repo }) => repo === found.repo);
    for (const pause of lookAgain) {
      if (query === undefined || !isStale(session, observation)) break;
      await session.sleep(pause);
      for await (const next of observeAll(session, [query], cache)) observation = next;
    }
    // What could not be read was not seen: the next look still has to be waited for.
    for (const [branch, state] of observation.branches)
      if (state.kind === "known") session.memory.fresh.delete(`${keyOf(found.repo)} ${branch}`);
    yield observation;
  }
}

function isStale({ memory }: GithubSession, { repo, branches, proposals }: RepoObservation): boolean {
  return [...branches].some(([branch, state]) => {
    const fresh = memory.fresh.get(`${keyOf(repo)} ${branch}`);
    if (fresh === undefined) return false;
    const listed = proposals.get(branch);
    const lacksHead =
      fresh.head !== undefined &&
      state.kind === "known" &&
      (state.value.kind === "absent" || state.value.head !== fresh.head);
    const lacksPull =
      fresh.number !== undefined &&
      listed?.kind === "known" &&
      !listed.value.some(({ ref }) => ref.number === fresh.number);
    return lacksHead || lacksPull;
  });
}
