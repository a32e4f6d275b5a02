import { hashObject } from "../git/object-reader.ts";
import type { Json } from "../http/fields.ts";
import { AnswerError, json, list, maybeJson, number, text, textOr } from "../http/fields.ts";
import { mostShown } from "../in-order.ts";
import type { BlobCache, Oid, ProposalRef, RepoName, RepoObservation, RepoQuery } from "../port.ts";
import { failed, ok, type Problem, type Result } from "../problem.ts";
import { type Item, runBatch } from "./batches.ts";
import type { GithubClient } from "./client.ts";
import { errorProblem, problemOf, readGraphql } from "./client.ts";
import { type Pull, readPull } from "./mapping.ts";
import {
  allUnknown,
  cachedBlob,
  type More,
  missingBlobs,
  observationOf,
  type Read,
  readRepository,
  refusedQuery,
  steeredPulls,
} from "./observe.ts";
import { type MoreQuery, moreDocument, observeDocument, proposalDocument } from "./query.ts";
import { type GithubSession, keyOf, repoPath } from "./session.ts";

/** How long the first, second and third look waits for a write of ours to be seen (04-forges §4). */
const lookAgain = [1000, 2000, 4000] as const;

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
  for (const [owner, own] of Map.groupBy(sound, ({ repo }) => repo.owner.toLowerCase())) {
    const client = await session.clientOf(own[0]?.repo.owner ?? owner);
    if (!client.ok) yield* own.map((query) => allUnknown(query, client.problem));
    else yield* observeOwner(session, client.value, own, cache);
  }
}

/** The repositories of one owner. What is to be looked up besides is gathered, so that it costs few documents too. */
async function* observeOwner(
  session: GithubSession,
  client: GithubClient,
  queries: readonly RepoQuery[],
  cache: BlobCache,
): AsyncGenerator<RepoObservation> {
  const items = queries.map((value, index) => ({ alias: `r${index}`, value }));
  let gathered: Read[] = [];
  for await (const [item, outcome] of runBatch({
    client,
    memory: session.memory,
    items,
    document: firstDocument,
  })) {
    const read = "node" in outcome ? readNode(session, item.value, outcome.node) : outcome;
    if ("reason" in read) yield allUnknown(item.value, read);
    else if (isWhole(read, cache)) yield observationOf(read, nothingMore(cache));
    else gathered.push(read);
    if (gathered.length < session.memory.chunk) continue;
    yield* completed(session, client, gathered, cache);
    gathered = [];
  }
  yield* completed(session, client, gathered, cache);
}

function firstDocument(items: readonly Item<RepoQuery>[]): string {
  return observeDocument(items.map(({ alias, value }) => ({ alias, query: value })));
}

function readNode(session: GithubSession, query: RepoQuery, node: Json): Read | Problem {
  try {
    return readRepository(session.memory, query, node);
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
    hiddenBranches(read).length === 0
  );
}

/** Branches whose list lacks entries, or is filled by forks, so that proposals of ours may lie behind. */
function hiddenBranches({ pulls }: Read): readonly string[] {
  return [...pulls].flatMap(([branch, { pulls: listed, hasMore }]) =>
    hasMore && (listed.length < mostShown || listed.some(({ pull }) => !pull.isOwn)) ? [branch] : [],
  );
}

function nothingMore(cache: BlobCache): More {
  return {
    bytes: (blob) => cachedBlob(cache, blob) ?? { reason: "incomplete", message: `${blob} was not read` },
    details: new Map(),
    changed: new Map(),
    own: new Map(),
  };
}

async function* completed(
  session: GithubSession,
  client: GithubClient,
  reads: readonly Read[],
  cache: BlobCache,
): AsyncGenerator<RepoObservation> {
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
    yield await finish(client, item.value, {}, cache);
  for await (const [{ value: read }, outcome] of runBatch({
    client,
    memory: session.memory,
    items: needed,
    document,
  })) {
    if ("node" in outcome) yield await finish(client, read, outcome.node, cache);
    else yield observationOf(read, { ...nothingMore(cache), bytes: () => outcome, details: outcome });
  }
}

/** Puts together what both documents told, and asks for the little that is left by REST. */
async function finish(
  client: GithubClient,
  read: Read,
  node: Json,
  cache: BlobCache,
): Promise<RepoObservation> {
  const { repo } = read.query;
  const bytes = new Map<Oid, Uint8Array | Problem>();
  for (const blob of missingBlobs(read, cache)) {
    const found = bytesOf(node[`x${blob}`], blob) ?? (await readBlob(client, repo, blob));
    if (found instanceof Uint8Array) cache.put(blob, found);
    bytes.set(blob, found);
  }
  const details = new Map<number, Json>();
  for (const wanted of steeredPulls(read)) {
    const detail = maybeJson(node[`d${wanted}`]);
    if (detail !== undefined) details.set(wanted, detail);
  }
  const missing = steeredPulls(read).some((wanted) => !details.has(wanted));
  const more = {
    bytes: (blob: Oid) => bytes.get(blob) ?? nothingMore(cache).bytes(blob),
    changed: await changedOf(client, read),
    own: await ownPulls(client, read),
  };
  try {
    return observationOf(read, { ...more, details: missing ? notInFull : details });
  } catch (error) {
    if (error instanceof AnswerError) return observationOf(read, { ...more, details: notInFull });
    throw error;
  }
}

const notInFull: Problem = { reason: "incomplete", message: "its proposals were not told in full" };

/** Bytes of a text that hashes to its blob id; `undefined` for what GraphQL cannot tell: cut, binary, not UTF-8. */
function bytesOf(value: unknown, blob: Oid): Uint8Array | undefined {
  const content = maybeJson(value)?.["text"];
  if (typeof content !== "string") return undefined;
  const bytes = Buffer.from(content, "utf8");
  return hashObject("blob", bytes, blob.length) === blob ? bytes : undefined;
}

async function readBlob(client: GithubClient, repo: RepoName, blob: Oid): Promise<Uint8Array | Problem> {
  const found = await readRest(client, `${repoPath(repo)}/git/blobs/${blob}`, (data) => {
    const answer = json(data, "a blob");
    if (text(answer, "encoding") !== "base64") throw new AnswerError("expected a blob in base64");
    return Buffer.from(text(answer, "content"), "base64");
  });
  if (!found.ok) return found.problem;
  return hashObject("blob", found.value, blob.length) === blob
    ? found.value
    : { reason: "incomplete", message: `the bytes of ${blob} do not hash to it` };
}

/** The data of a REST read that must answer 200, given to `read`; every other answer is a problem. */
export async function readRest<T>(
  client: GithubClient,
  path: string,
  read: (data: unknown) => T,
  accept?: string,
): Promise<Result<T>> {
  const result = await client.rest("GET", path, undefined, accept);
  if (result.kind === "none") return failed("unreachable", result.message);
  const { answer } = result;
  if (answer.status !== 200) return { ok: false, problem: problemOf(answer, path, client.now()) };
  try {
    return ok(read(answer.data));
  } catch (error) {
    if (error instanceof AnswerError) return failed("incomplete", `${path}: ${error.message}`);
    throw error;
  }
}

/** The data of a GraphQL read of one repository. An error about any part of it is a problem. */
export async function readOne<T>(
  client: GithubClient,
  repo: RepoName,
  document: string,
  read: (node: Json) => T,
): Promise<Result<T>> {
  const result = await client.graphql(document);
  if (result.kind === "none") return failed("unreachable", result.message);
  const { answer } = result;
  if (answer.status !== 200) return { ok: false, problem: problemOf(answer, keyOf(repo), client.now()) };
  try {
    const { data, errors } = readGraphql(answer.data);
    const [error] = errors;
    if (error !== undefined) return { ok: false, problem: errorProblem(error, answer.headers, client.now()) };
    const node = json(data["repository"], "a repository");
    const name = textOr(node, "nameWithOwner");
    if (name.toLowerCase() !== keyOf(repo).toLowerCase()) return failed("moved", `it is ${name} now`);
    return ok(read(node));
  } catch (error) {
    if (error instanceof AnswerError) return failed("incomplete", `${keyOf(repo)}: ${error.message}`);
    throw error;
  }
}

async function changedOf(client: GithubClient, read: Read): Promise<ReadonlyMap<string, readonly string[]>> {
  const changed = new Map<string, readonly string[]>();
  for (const [branch, parent] of read.parents) {
    const state = read.branches.get(branch);
    if (state?.kind !== "known" || state.value.kind === "absent") continue;
    const path = `${repoPath(read.query.repo)}/compare/${parent}...${state.value.head}`;
    const found = await readRest(client, path, (data) =>
      list(json(data, "a comparison")["files"], "files").map((file) =>
        text(json(file, "a file"), "filename"),
      ),
    );
    if (found.ok) changed.set(branch, found.value.slice(0, 100));
  }
  return changed;
}

/** Proposals of branches whose list forks fill: REST can be asked for a branch of this repository alone. */
async function ownPulls(
  client: GithubClient,
  read: Read,
): Promise<ReadonlyMap<string, readonly Pull[] | Problem>> {
  const found = new Map<string, readonly Pull[] | Problem>();
  for (const branch of hiddenBranches(read)) {
    const pulls = await listOwn(client, read.query.repo, branch);
    found.set(branch, pulls.ok ? pulls.value : pulls.problem);
  }
  return found;
}

/** The newest proposals of a branch of this repository, with everything that steers them. */
export async function listOwn(
  client: GithubClient,
  repo: RepoName,
  branch: string,
  state: "all" | "open" = "all",
): Promise<Result<readonly Pull[]>> {
  const head = encodeURIComponent(`${repo.owner}:${branch}`);
  const query = `head=${head}&state=${state}&sort=created&direction=desc&per_page=${mostShown}`;
  const numbers = await readRest(client, `${repoPath(repo)}/pulls?${query}`, (data) =>
    list(data, "pull requests").map((each) => number(json(each, "a pull request"), "number")),
  );
  if (!numbers.ok) return numbers;
  const pulls: Pull[] = [];
  for (const each of numbers.value) {
    const pull = await readProposal(client, repo, each);
    if (!pull.ok) return pull;
    pulls.push(pull.value.pull);
  }
  return ok(pulls);
}

/** One proposal, and the answer it was read from. */
export async function readProposal(
  client: GithubClient,
  repo: RepoName,
  wanted: number,
  statusOf?: Oid,
): Promise<Result<{ readonly pull: Pull; readonly node: Json; readonly commit: Json | undefined }>> {
  return readOne(client, repo, proposalDocument(repo, wanted, statusOf), (node) => {
    const found = json(node["pullRequest"], "a pull request");
    return { pull: readPull(repo, found, found), node: found, commit: maybeJson(node["commit"]) };
  });
}

/** Reads a proposal, and looks again where it was just opened here and is not to be seen yet. */
export async function readFresh(
  session: GithubSession,
  client: GithubClient,
  { repo, branch, number: wanted }: ProposalRef,
  statusOf?: Oid,
): ReturnType<typeof readProposal> {
  let found = await readProposal(client, repo, wanted, statusOf);
  for (const pause of lookAgain) {
    const isFresh = session.memory.fresh.get(`${keyOf(repo)} ${branch}`)?.number === wanted;
    if (found.ok || found.problem.reason !== "not_found" || !isFresh) break;
    await session.sleep(pause);
    found = await readProposal(client, repo, wanted, statusOf);
  }
  return found;
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
