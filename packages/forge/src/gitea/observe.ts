import { unknownFolders } from "../folders.ts";
import { branchRef } from "../git/mapping.ts";
import { json, number, text, textOr } from "../http/fields.ts";
import type { ListedRefs } from "../http/ls-refs.ts";
import { branchAsked, branchesOf, commitAsked, isBranchName, isRepoName } from "../names.ts";
import type {
  BlobCache,
  BranchState,
  Observed,
  Oid,
  RepoFacts,
  RepoName,
  RepoObservation,
  RepoQuery,
} from "../port.ts";
import { failed, known, nullOid, ofPart, ok, type Problem, type Result, unknown } from "../problem.ts";
import { someAtOnce } from "../some-at-once.ts";
import { readData, repoPath } from "./client.ts";
import { changedIn, lastChanges, messageOf, missingCommit } from "./commits.ts";
import { createGiteaFiles, type GiteaFiles } from "./files.ts";
import { readProposals, takeOpened } from "./pulls.ts";
import { readRefs } from "./refs.ts";
import { type GiteaSession, type KnownRepo, keyOf } from "./session.ts";
import { listFolder } from "./trees.ts";

/** Repositories read at once: each is a few small requests, and most of the time is spent waiting. */
const atOnce = 16;

/** Reads repositories one by one, some at once, each exactly once and in any order; never throws for one of them. */
export async function* observeAll(
  session: GiteaSession,
  queries: readonly RepoQuery[],
  cache: BlobCache,
): AsyncGenerator<RepoObservation> {
  yield* someAtOnce(queries, atOnce, (query) => observeOne(session, query, cache));
}

async function observeOne(
  session: GiteaSession,
  query: RepoQuery,
  cache: BlobCache,
): Promise<RepoObservation> {
  const { repo } = query;
  if (!isRepoName(repo) || repo.owner.includes("/"))
    return allUnknown(query, {
      reason: "not_found",
      message: `"${repo.owner}/${repo.repo}" is no name of a repository`,
    });
  const branches = branchesOf(query);
  const bad = branches.find((branch) => !isBranchName(branch));
  if (bad !== undefined)
    return allUnknown(query, { reason: "unsupported", message: `"${bad}" is no name of a branch` });
  const refs = await readRefs(session, repo, branches);
  if (!refs.ok) return allUnknown(query, await withoutRefs(session, repo, refs.problem));
  return complete(session, query, refs.value, createGiteaFiles(session, repo, cache));
}

async function complete(
  session: GiteaSession,
  query: RepoQuery,
  refs: ListedRefs,
  files: GiteaFiles,
): Promise<RepoObservation> {
  const { repo } = query;
  const defaultHead = refs.head ?? nullOid;
  const missing = await missingCommit(session, query, defaultHead, files);
  const head = missing === undefined ? headOf(query, refs) : null;
  const isIdle =
    head !== null &&
    query.sparing === head &&
    query.folders === undefined &&
    query.branches.every((branch) => !refs.oids.has(branchRef(branch))) &&
    files.isKnown(head, query.files);
  const told = isIdle ? ok(undefined) : await readRepo(session, repo);
  // Its refs were listed: it is there.
  if (!told.ok) return allUnknown(query, ofPart(told.problem));
  const facts = factsOf(session, query, refs, head, told.value);
  const nothing = missing === undefined ? noHead(query, defaultHead) : unknown(missing);
  const { folders: listed } = query;
  const [fileStates, folders, branches, proposals] = await Promise.all([
    inOrder(query.files, async (path) => (head === null ? nothing : files.read(head, path))),
    inOrder(listed ?? [], async (path) => (head === null ? nothing : listFolder(session, repo, head, path))),
    inOrder(query.branches, (branch) => branchOf(session, query, refs, branch, files)),
    isIdle ? unasked(query) : proposalsOf(session, query, refs, defaultHead),
  ]);
  const changes =
    query.lastChanges === undefined || head === null
      ? {}
      : { lastChanges: await inOrder(query.lastChanges, (path) => lastChanges(session, repo, head, path)) };
  return {
    repo,
    facts:
      missing === undefined || missing.reason === "not_found"
        ? known(facts, head ?? defaultHead)
        : unknown(missing),
    files: fileStates,
    ...(listed === undefined ? {} : { folders }),
    branches,
    proposals,
    ...changes,
    ...(isIdle ? { idle: true } : {}),
  };
}

function headOf(query: RepoQuery, { head, oids }: ListedRefs): Oid | null {
  const from = branchAsked(query);
  return commitAsked(query) ?? (from === undefined ? head : oids.get(branchRef(from))) ?? null;
}

/** What is wrong with a repository without refs: that it is not there the API has to say, too. */
async function withoutRefs(session: GiteaSession, repo: RepoName, problem: Problem): Promise<Problem> {
  if (problem.reason !== "not_found") return problem;
  const told = await askRepo(session, repo);
  return told.ok ? ofPart(problem) : told.problem;
}

/** What the API says of the repository, asked once for as long as this forge lives: the head is not part of it. */
async function readRepo(session: GiteaSession, repo: RepoName): Promise<Result<KnownRepo>> {
  const before = session.memory.repos.get(keyOf(repo));
  return before === undefined ? askRepo(session, repo) : ok(before);
}

async function askRepo(session: GiteaSession, repo: RepoName): Promise<Result<KnownRepo>> {
  const found = await readData(session.client, repoPath(repo), (data) => {
    const facts = json(data, "a repository");
    return {
      id: String(number(facts, "id")),
      defaultBranch: textOr(facts, "default_branch"),
      archived: facts["archived"] === true,
      mirror: facts["mirror"] === true,
      empty: facts["empty"] === true,
      fullName: text(facts, "full_name"),
    };
  });
  if (!found.ok) return found;
  const { fullName, ...facts } = found.value;
  if (fullName.toLowerCase() !== keyOf(repo).toLowerCase()) return failed("moved", `it is ${fullName} now`);
  session.memory.repos.set(keyOf(repo), facts);
  return ok(facts);
}

function factsOf(
  session: GiteaSession,
  { repo }: RepoQuery,
  refs: ListedRefs,
  head: Oid | null,
  told: KnownRepo | undefined,
): RepoFacts {
  return {
    id: told?.id ?? session.client.cloneUrl(repo),
    defaultBranch: refs.headBranch ?? told?.defaultBranch ?? "",
    head,
    eligible: eligibleOf(refs, told),
  };
}

function eligibleOf(refs: ListedRefs, told: KnownRepo | undefined): RepoFacts["eligible"] {
  if (told?.archived === true) return { ok: false, reason: "archived" };
  if (told?.mirror === true) return { ok: false, reason: "mirror" };
  // The flag of the server may be wrong; what is listed is not.
  return refs.head === undefined ? { ok: false, reason: "empty" } : { ok: true };
}

/** What is at any path where there is no commit to read from. */
function noHead(query: RepoQuery, defaultHead: Oid): Observed<{ readonly kind: "absent" }> {
  // The refs themselves were listed: a branch that is not among them has no files.
  return query.at === undefined
    ? unknown({ reason: "incomplete", message: "the default branch has no commit yet" })
    : known({ kind: "absent" }, defaultHead);
}

async function branchOf(
  session: GiteaSession,
  { repo, files: paths, changes }: RepoQuery,
  refs: ListedRefs,
  branch: string,
  files: GiteaFiles,
): Promise<Observed<BranchState>> {
  const head = refs.oids.get(branchRef(branch));
  if (head === undefined) return known({ kind: "absent" }, refs.head ?? nullOid);
  const message = await messageOf(session, repo, head);
  if (!message.ok) return unknown(ofPart(message.problem));
  const blobs = new Map<string, Oid | null>();
  for (const path of paths) {
    const blob = await files.blob(head, path);
    if (!blob.ok) return unknown(ofPart(blob.problem));
    blobs.set(path, blob.value);
  }
  const changed = changes === true ? await changedIn(session, repo, head) : undefined;
  const more = changed?.ok === true ? { changed: changed.value } : {};
  return known({ kind: "present", head, message: message.value, blobs, ...more }, head);
}

async function proposalsOf(
  session: GiteaSession,
  { repo, branches }: RepoQuery,
  { oids }: ListedRefs,
  proof: Oid,
): Promise<RepoObservation["proposals"]> {
  const [only] = branches;
  if (only === undefined) return new Map();
  const opened =
    branches.length === 1 ? takeOpened(session, repo, only, oids.get(branchRef(only))) : undefined;
  if (opened !== undefined) return new Map([[only, known(opened, proof)]]);
  const present = new Set(branches.filter((branch) => oids.has(branchRef(branch))));
  const found = await readProposals(session, repo, branches, present);
  return new Map(
    branches.map((branch) => [
      branch,
      found.ok ? known(found.value.get(branch) ?? [], proof) : unknown(ofPart(found.problem)),
    ]),
  );
}

function unasked({ branches }: RepoQuery): RepoObservation["proposals"] {
  const problem: Problem = { reason: "incomplete", message: "its proposals were not asked for" };
  return new Map(branches.map((branch) => [branch, unknown(problem)]));
}

/** A map in the order of its keys, whatever is answered first. */
async function inOrder<T>(
  keys: readonly string[],
  read: (key: string) => Promise<T>,
): Promise<Map<string, T>> {
  const values = await Promise.all(keys.map(async (key) => [key, await read(key)] as const));
  return new Map(values);
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
