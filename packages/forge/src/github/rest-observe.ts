import { cachedBytes } from "../cached-bytes.ts";
import { type Json, json, list, text } from "../http/fields.ts";
import { branchAsked, branchesOf, commitAsked } from "../names.ts";
import type { BranchState, Oid, PathEntry, RepoObservation, RepoQuery } from "../port.ts";
import { failed, known, nullOid, ofPart, ok, type Problem, type Result } from "../problem.ts";
import { someAtOnce } from "../some-at-once.ts";
import type { GithubClient } from "./client.ts";
import { oidOf, pathEntry } from "./mapping.ts";
import { finish, keepEntries, type Reader } from "./more.ts";
import { allUnknown, blobOrState, eligibleOf, keepCommit, type Read } from "./observe.ts";
import { pathsOf } from "./query.ts";
import { readHead, readRest } from "./rest.ts";
import { repositoryNode } from "./rest-ground.ts";
import { listOwn } from "./rest-pulls.ts";
import { foldersOf, lastChanges } from "./rest-commit.ts";
import { commitByRest } from "./rest-tree.ts";
import { keepName, keyOf, repoPath } from "./session.ts";

/** Repositories read at once. */
const atOnce = 8;
/** Repositories in a row that did not answer, after which the rest is not asked for any more. */
const mostUnreachable = 3;

/**
 * Reads repositories by REST, each exactly once and in any order: three requests for one in which nothing is of ours and
 * nothing changed, more where something differs. A limit or a refused token that any request meets, and a server that is
 * away, stop all that is left.
 */
export async function* readByRest(
  reader: Reader,
  queries: readonly RepoQuery[],
): AsyncGenerator<RepoObservation> {
  let unreachable = 0;
  let away: Problem | undefined;
  yield* someAtOnce(queries, atOnce, async (query) => {
    const stopped = reader.client.stopped() ?? away;
    if (stopped !== undefined) return allUnknown(query, stopped);
    const facts = await readFacts(reader.client, query);
    unreachable = !facts.ok && facts.problem.reason === "unreachable" ? unreachable + 1 : 0;
    if (!facts.ok && unreachable >= mostUnreachable) away ??= facts.problem;
    return facts.ok ? observed(reader, query, facts.value) : allUnknown(query, facts.problem);
  });
}

async function observed(reader: Reader, query: RepoQuery, node: Json): Promise<RepoObservation> {
  const found = await readWhole(reader, query, node);
  // The repository answered before: what is not found is a part of it.
  if (!found.ok) return allUnknown(query, ofPart(found.problem));
  const { read, idle } = found.value;
  keepEntries(reader.cache, read);
  const observation = await finish(reader, read, {});
  return idle ? { ...observation, proposals: allUnknown(query, notAsked).proposals, idle } : observation;
}

const notAsked: Problem = { reason: "incomplete", message: "its proposals were not asked for" };

async function readFacts(client: GithubClient, { repo }: RepoQuery): Promise<Result<Json>> {
  const node = await readRest(client, repoPath(repo), repositoryNode);
  if (!node.ok) return node;
  const name = String(node.value["nameWithOwner"]);
  return name.toLowerCase() === keyOf(repo).toLowerCase() ? node : failed("moved", `it is ${name} now`);
}

/** Where the branches of a repository are. */
interface Heads {
  readonly byName: ReadonlyMap<string, Oid | null>;
  readonly defaultBranch: string;
  readonly defaultHead: Oid | undefined;
  /** Of the branch that files are read from. */
  readonly head: Oid | null;
}

async function readHeads(client: GithubClient, query: RepoQuery, node: Json): Promise<Result<Heads>> {
  const { repo } = query;
  const standard = text(json(node["defaultBranchRef"], "a branch"), "name");
  const names = [...new Set([standard, ...branchesOf(query)])];
  const found = await each(names, (branch) => readHead(client, repo, branch));
  if (!found.ok) return found;
  const byName = found.value;
  const defaultHead = byName.get(standard) ?? undefined;
  const defaultBranch = defaultHead === undefined ? "" : standard;
  const head = commitAsked(query) ?? byName.get(branchAsked(query) ?? standard) ?? null;
  return ok({ byName, defaultBranch, defaultHead, head });
}

async function readWhole(
  reader: Reader,
  query: RepoQuery,
  node: Json,
): Promise<Result<{ readonly read: Read; readonly idle: boolean }>> {
  const { session, client } = reader;
  const { repo, branches: wanted, lastChanges: asked } = query;
  const heads = await readHeads(client, query, node);
  if (!heads.ok) return heads;
  const { byName, defaultBranch, defaultHead } = heads.value;
  const start = await readStart(reader, query, heads.value.head);
  if (!start.ok) return start;
  const { head, entries, folders } = start.value;
  const id = text(node, "id");
  session.memory.ids.set(keyOf(repo), id);
  keepName(session.memory, repo, text(node, "nameWithOwner"));
  const proof = head ?? defaultHead ?? nullOid;
  const isAlone = wanted.every((branch) => byName.get(branch) === null);
  const isSpared = head !== null && query.sparing === head && query.folders === undefined;
  const idle = isSpared && isAlone && isCached(reader, query, head);
  const branches = await each(wanted, (name) => branchOf(reader, query, byName.get(name) ?? null));
  if (!branches.ok) return branches;
  const pulls = await each(wanted, (branch) =>
    idle ? noPulls() : listOwn(client, session.memory, repo, branch),
  );
  if (!pulls.ok) return pulls;
  const changes = await each(asked ?? [], (path) => lastChanges(client, repo, head, path));
  if (!changes.ok) return changes;
  const histories = mapped(changes.value, (history) => known(history, proof));
  const read: Read = {
    query,
    facts: { id, defaultBranch, head, eligible: eligibleOf(node, defaultHead) },
    proof,
    entries: mapped(entries, blobOrState),
    folders,
    branches: mapped(branches.value, ({ state }) =>
      known(state, state.kind === "present" ? state.head : (defaultHead ?? nullOid)),
    ),
    parents: parentsOf(query, branches.value),
    pulls: mapped(pulls.value, (listed) => ({ pulls: listed, hasMore: false })),
    lastChanges: asked === undefined || head === null ? undefined : histories,
  };
  return ok({ idle, read });
}

/** What is read of the commit that files are read from. */
interface Start {
  /** `null`: there is no such commit. */
  readonly head: Oid | null;
  readonly entries: ReadonlyMap<string, PathEntry>;
  readonly folders: Read["folders"];
}

async function readStart(reader: Reader, query: RepoQuery, head: Oid | null): Promise<Result<Start>> {
  const nothing: Start = { head: null, entries: new Map(), folders: new Map() };
  if (head === null) return ok(nothing);
  const entries = await entriesOf(reader, query, head);
  const isMissing = !entries.ok && entries.problem.reason === "not_found" && commitAsked(query) !== undefined;
  if (isMissing) return ok(nothing);
  if (!entries.ok) return entries;
  const folders = await foldersOf(reader, query, head);
  return folders.ok ? ok({ head, entries: entries.value, folders: folders.value }) : folders;
}

/** What is read for each key, in their order; the first problem stands for all. */
async function each<T>(
  keys: readonly string[],
  read: (key: string) => Promise<Result<T>>,
): Promise<Result<ReadonlyMap<string, T>>> {
  const results = await Promise.all(keys.map(async (key) => [key, await read(key)] as const));
  const values = new Map<string, T>();
  for (const [key, result] of results) {
    if (!result.ok) return result;
    values.set(key, result.value);
  }
  return ok(values);
}

function mapped<T, R>(map: ReadonlyMap<string, T>, change: (value: T) => R): ReadonlyMap<string, R> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

async function noPulls(): ReturnType<typeof listOwn> {
  return ok([]);
}

/** What a commit holds at the files of a query; `undefined` where it is not known of each. */
function cachedEntries(
  { session, cache }: Reader,
  { files }: RepoQuery,
  commit: Oid,
): ReadonlyMap<string, PathEntry> | undefined {
  const found = new Map<string, PathEntry>();
  for (const path of files) {
    const place = session.memory.entries.get(`${commit} ${path}`);
    const entry = place === undefined ? cache.getEntry?.(commit, path) : pathEntry(place);
    if (entry === undefined) return undefined;
    found.set(path, entry);
  }
  return found;
}

function isCached(reader: Reader, query: RepoQuery, commit: Oid): boolean {
  const entries = cachedEntries(reader, query, commit);
  return (
    entries !== undefined &&
    [...entries.values()].every(
      (entry) => entry.kind !== "file" || cachedBytes(reader.cache, entry.blob) !== undefined,
    )
  );
}

async function entriesOf(
  reader: Reader,
  query: RepoQuery,
  commit: Oid,
): Promise<Result<ReadonlyMap<string, PathEntry>>> {
  const cached = cachedEntries(reader, query, commit);
  // That a commit is there which was asked for by its id is told by what is known of it.
  const isSure = commitAsked(query) === undefined || query.files.length > 0;
  if (cached !== undefined && isSure) return ok(cached);
  const node = await readCommit(reader, query, commit);
  return node.ok ? ok(cachedEntries(reader, query, commit) ?? new Map()) : node;
}

/** A commit with its files, remembered. */
async function readCommit({ session, client }: Reader, query: RepoQuery, commit: Oid): Promise<Result<Json>> {
  const paths = pathsOf(query);
  const node = await commitByRest(client, query.repo, commit, paths);
  if (node.ok) keepCommit(session.memory, node.value, paths);
  return node;
}

interface BranchRead {
  readonly state: BranchState;
  readonly parent?: Oid;
}

async function branchOf(reader: Reader, query: RepoQuery, head: Oid | null): Promise<Result<BranchRead>> {
  if (head === null) return ok({ state: { kind: "absent" } });
  const before = cachedEntries(reader, query, head);
  const node =
    before === undefined
      ? await readCommit(reader, query, head)
      : await commitByRest(reader.client, query.repo, head, []);
  if (!node.ok) return node;
  const entries = before ?? cachedEntries(reader, query, head) ?? new Map<string, PathEntry>();
  const blobs = mapped(entries, (entry) => (entry.kind === "file" ? entry.blob : null));
  const state: BranchState = { kind: "present", head, message: text(node.value, "message"), blobs };
  const parent = list(json(node.value["parents"], "parents")["nodes"], "parents").at(-1);
  return ok({ state, ...(parent === undefined ? {} : { parent: oidOf(json(parent, "a commit"), "oid") }) });
}

function parentsOf({ changes }: RepoQuery, branches: ReadonlyMap<string, BranchRead>): Read["parents"] {
  if (changes !== true) return new Map();
  return new Map(
    [...branches].flatMap(([name, { parent }]) => (parent === undefined ? [] : [[name, parent]])),
  );
}
