import type { Comment, CommitStatus, Oid, RepoName, WriteResult } from "../port.ts";
import { ok, type Result, refusal } from "../problem.ts";
import { repoPath, writeFailure } from "./client.ts";
import { readAll, readWhole } from "./lists.ts";
import { readComment, readStatus } from "./mapping.ts";
import type { GiteaSession } from "./session.ts";

/** Comments of a proposal, oldest first. */
export function readComments(
  { client }: Pick<GiteaSession, "client">,
  repo: RepoName,
  number: number,
): Promise<Result<readonly Comment[]>> {
  const path = `${repoPath(repo)}/issues/${number}/comments`;
  return readWhole(client, path, { what: "comments", read: readComment });
}

/** The newest status of each context of a commit. */
export async function readStatuses(
  { client }: Pick<GiteaSession, "client">,
  repo: RepoName,
  commit: Oid,
): Promise<Result<readonly CommitStatus[]>> {
  const path = `${repoPath(repo)}/commits/${commit}/statuses?sort=recentupdate`;
  const found = await readAll(client, path, { what: "statuses", read: (each) => readStatus(each, commit) });
  if (!found.ok) return found;
  const newest = new Map<string, CommitStatus>();
  for (const each of found.value) if (!newest.has(each.context)) newest.set(each.context, each);
  return ok([...newest.values()]);
}

/** Adds a comment, unless the same one is there. */
export async function addComment(
  session: GiteaSession,
  repo: RepoName,
  number: number,
  body: string,
): Promise<WriteResult<void>> {
  const before = await readComments(session, repo, number);
  if (!before.ok) return refusal(before.problem, session.now());
  if (before.value.some((comment) => comment.body === body)) return { kind: "done", value: undefined };
  const result = await session.client.call("POST", `${repoPath(repo)}/issues/${number}/comments`, { body });
  return result.kind === "answer" && result.answer.status === 201
    ? { kind: "done", value: undefined }
    : writeFailure(result, session.now());
}

/** Sets a status of a commit, unless it says so already. */
export async function setStatus(
  session: GiteaSession,
  repo: RepoName,
  { context, state, description, head }: CommitStatus,
): Promise<WriteResult<void>> {
  const before = await readStatuses(session, repo, head);
  if (!before.ok) return refusal(before.problem, session.now());
  const isSame = before.value.some(
    (each) => each.context === context && each.state === state && each.description === description,
  );
  if (isSame) return { kind: "done", value: undefined };
  const body = { context, state, description };
  const result = await session.client.call("POST", `${repoPath(repo)}/statuses/${head}`, body);
  return result.kind === "answer" && result.answer.status === 201
    ? { kind: "done", value: undefined }
    : writeFailure(result, session.now());
}
