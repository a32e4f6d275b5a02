import { isUtf8 } from "node:buffer";
import { AnswerError, json } from "../http/fields.ts";
import { isBranchName, isTreePath } from "../names.ts";
import type { BranchRef, BranchWrite, FileWrite, Oid, RepoName, WriteResult } from "../port.ts";
import { refusal } from "../problem.ts";
import { isGone } from "./ask.ts";
import type { ApiResult, GithubClient } from "./client.ts";
import { type Ground, type Present, readBranch, readGround } from "./ground.ts";
import { oidOf, pathEntry } from "./mapping.ts";
import { isDone, mutationFailure } from "./mutation.ts";
import { updateRefsDocument } from "./query.ts";
import { listOwn } from "./rest-pulls.ts";
import { type GithubSession, keyOf, repoPath } from "./session.ts";
import { hasStatus, writeFailure } from "./write.ts";

/** Stands for no commit. */
const noOid = "0".repeat(40);

/**
 * Puts one commit on a branch; see `Forge.advanceBranch`. Tree and commit are objects that nobody sees; the ref is moved
 * last, from the commit that it must hold. GitHub sets author and time, so that an App's commits are signed: a repeated
 * write is known by parents, tree and message instead of by its id.
 */
export async function advanceBranch(session: GithubSession, write: BranchWrite): Promise<WriteResult<Oid>> {
  const bad = write.files.find(({ path }) => !isTreePath(path));
  if (bad !== undefined)
    return {
      kind: "rejected",
      reason: "unsupported",
      hint: `"${bad.path}" is no path of a file in a repository`,
    };
  if (!isBranchName(write.branch))
    return { kind: "rejected", reason: "unsupported", hint: `"${write.branch}" is no name of a branch` };
  const client = await session.clientOf(write.repo.owner);
  if (!client.ok) return refusal(client.problem, session.now());
  const ground = await readGround(session, client.value, write);
  if ("kind" in ground) return ground;
  if (ground.defaultBranch === write.branch) return onlyByMerge(write.branch);
  const obstacle = obstacleIn(session, write);
  if (obstacle !== undefined) return { kind: "rejected", reason: "conflict", hint: obstacle };
  const tree = await makeTree(session, client.value, write);
  if (tree.kind !== "done") return tree;
  const parents = parentsOf(write);
  const commit = await client.value.rest("POST", `${repoPath(write.repo)}/git/commits`, {
    message: write.message,
    tree: tree.value,
    parents,
  });
  if (!hasStatus(commit, 201))
    return orLost(session, client.value, write, tree.value, writeFailure(commit, session.now()));
  const made = shaOf(commit);
  if (made === undefined) return { kind: "unclear", message: "GitHub made a commit and did not say which" };
  const failure = await moveRef(client.value, ground, write, made);
  if (failure !== undefined) return orLost(session, client.value, write, tree.value, failure);
  session.memory.trees.set(made, tree.value);
  session.memory.fresh.set(`${keyOf(write.repo)} ${write.branch}`, { head: made });
  return { kind: "done", value: made };
}

/**
 * Moves the branch from the commit that it must hold. Where there is no GraphQL, REST makes a branch that must not exist
 * yet: it refuses one that does. It names no commit that a branch must hold, so it moves none.
 */
async function moveRef(
  client: GithubClient,
  { repositoryId }: Ground,
  { repo, branch, expected }: BranchWrite,
  made: Oid,
): Promise<Exclude<WriteResult<never>, { kind: "done" }> | undefined> {
  const ref = `refs/heads/${branch}`;
  const moved = await client.graphql(updateRefsDocument(repositoryId, ref, expected ?? noOid, made));
  if (isDone(moved)) return undefined;
  if (!isGone(moved) || expected !== null) return mutationFailure(moved, client.now());
  const created = await client.rest("POST", `${repoPath(repo)}/git/refs`, { ref, sha: made });
  return hasStatus(created, 201) ? undefined : writeFailure(created, client.now());
}

function parentsOf({ expected, base, mergeBase }: BranchWrite): readonly Oid[] {
  const second = base !== null && base !== expected && (mergeBase || expected === null) ? [base] : [];
  return [...(expected === null ? [] : [expected]), ...second];
}

const onlyByMerge = (branch: string): WriteResult<never> => ({
  kind: "rejected",
  reason: "protected",
  hint: `${branch} is the default branch; it changes by a merge only`,
});

/** Something of another kind at a path, or at one of its folders: writing there would remove what people put there. */
function obstacleIn({ memory }: GithubSession, { base, files }: BranchWrite): string | undefined {
  if (base === null) return undefined;
  for (const { path } of files) {
    const parts = path.split("/");
    for (let count = 1; count <= parts.length; count += 1) {
      const part = parts.slice(0, count).join("/");
      const entry = pathEntry(memory.entries.get(`${base} ${part}`) ?? null);
      if (entry.kind === "absent") break;
      const what = entry.kind === "file" ? "file" : entry.what;
      if (what !== (count === parts.length ? "file" : "directory"))
        return `${part} is a ${what} there; move it away first`;
    }
  }
  return undefined;
}

async function makeTree(
  session: GithubSession,
  client: GithubClient,
  { repo, base, files }: BranchWrite,
): Promise<WriteResult<Oid>> {
  const entries: object[] = [];
  for (const file of files) {
    const before = base === null ? null : (session.memory.entries.get(`${base} ${file.path}`) ?? null);
    // What is not there need not be taken away; GitHub refuses to.
    if (file.content === null && before === null) continue;
    const entry = await entryOf(client, repo, file, before?.mode === "100755" ? "100755" : "100644");
    if (entry.kind !== "done") return entry;
    entries.push(entry.value);
  }
  const tree = base === null ? undefined : session.memory.trees.get(base);
  if (entries.length === 0 && tree !== undefined) return { kind: "done", value: tree };
  const result = await client.rest("POST", `${repoPath(repo)}/git/trees`, {
    ...(tree === undefined ? {} : { base_tree: tree }),
    tree: entries,
  });
  if (!hasStatus(result, 201)) return writeFailure(result, session.now());
  const made = shaOf(result);
  return made === undefined
    ? { kind: "unclear", message: "GitHub made a tree and did not say which" }
    : { kind: "done", value: made };
}

/** Text goes with the tree; other bytes are a blob of their own first. */
async function entryOf(
  client: GithubClient,
  repo: RepoName,
  { path, content }: FileWrite,
  mode: string,
): Promise<WriteResult<object>> {
  const entry = { path, mode, type: "blob" };
  if (content === null) return { kind: "done", value: { ...entry, sha: null } };
  const bytes = Buffer.from(content);
  if (isUtf8(bytes)) return { kind: "done", value: { ...entry, content: bytes.toString("utf8") } };
  const result = await client.rest("POST", `${repoPath(repo)}/git/blobs`, {
    content: bytes.toString("base64"),
    encoding: "base64",
  });
  if (!hasStatus(result, 201)) return writeFailure(result, client.now());
  const sha = shaOf(result);
  return sha === undefined
    ? { kind: "unclear", message: "GitHub made a blob and did not say which" }
    : { kind: "done", value: { ...entry, sha } };
}

function shaOf(result: Extract<ApiResult, { kind: "answer" }>): Oid | undefined {
  try {
    return oidOf(json(result.answer.data, "an object"), "sha");
  } catch (error) {
    if (error instanceof AnswerError) return undefined;
    throw error;
  }
}

/** F3: whatever the answer said, the ref tells what became of the write. */
async function orLost(
  session: GithubSession,
  client: GithubClient,
  write: BranchWrite,
  tree: Oid,
  failure: Exclude<WriteResult<never>, { kind: "done" }>,
): Promise<WriteResult<Oid>> {
  if (failure.kind === "retry_at") return failure;
  const now = await readBranch(session, client, write.repo, write.branch);
  if (now === "unknown")
    return failure.kind === "rejected" ? failure : { kind: "unclear", message: messageOf(failure) };
  const present = now?.head ?? null;
  if (now !== undefined && isSame(now, write, tree)) {
    session.memory.fresh.set(`${keyOf(write.repo)} ${write.branch}`, { head: now.head });
    return { kind: "done", value: now.head };
  }
  return present === write.expected ? unlessLost(failure) : { kind: "lost_race" };
}

/** A conflict that GitHub tells of while the ref is as it was is none of the ref: what it is about is open. */
function unlessLost(
  failure: Exclude<WriteResult<never>, { kind: "done" }>,
): Exclude<WriteResult<never>, { kind: "done" }> {
  return failure.kind === "lost_race" ? { kind: "unclear", message: messageOf(failure) } : failure;
}

function messageOf(failure: Exclude<WriteResult<never>, { kind: "done" }>): string {
  return "message" in failure ? failure.message : "GitHub told of a conflict";
}

function isSame(now: Present, write: BranchWrite, tree: Oid): boolean {
  const parents = parentsOf(write);
  return (
    now.tree === tree &&
    now.message.trimEnd() === write.message.trimEnd() &&
    now.parents.length === parents.length &&
    now.parents.every((parent, index) => parent === parents[index])
  );
}

/** Deletes a branch that still has the expected head; see `Forge.deleteBranch`. */
export async function deleteBranch(
  session: GithubSession,
  { repo, branch, revision }: BranchRef,
  expected: Oid,
): Promise<WriteResult<void>> {
  const client = await session.clientOf(repo.owner);
  if (!client.ok) return refusal(client.problem, session.now());
  const write: BranchWrite = {
    repo,
    branch,
    expected,
    base: null,
    mergeBase: false,
    files: [],
    message: "",
    time: 0,
  };
  const ground = await readGround(session, client.value, write);
  if ("kind" in ground) return ground;
  if (ground.defaultBranch === branch) return onlyByMerge(branch);
  if (revision !== undefined) {
    // GitHub closes what is open on a branch that goes; nothing binds the one to the other but this look.
    const newest = await listOwn(client.value, session.memory, repo, branch);
    if (!newest.ok) return refusal(newest.problem, session.now());
    // A list without the proposal that was read is an old one.
    if (newest.value[0]?.pull.summary.ref.revision !== revision) return { kind: "lost_race" };
  }
  const document = updateRefsDocument(ground.repositoryId, `refs/heads/${branch}`, expected, noOid);
  session.memory.fresh.delete(`${keyOf(repo)} ${branch}`);
  const result = await client.value.graphql(document);
  if (isDone(result)) return { kind: "done", value: undefined };
  const failure = mutationFailure(result, session.now());
  if (failure.kind === "retry_at") return failure;
  const now = await readBranch(session, client.value, repo, branch);
  if (now === "unknown") return unlessLost(failure);
  if (now === undefined) return { kind: "done", value: undefined };
  return now.head === expected ? unlessLost(failure) : { kind: "lost_race" };
}
