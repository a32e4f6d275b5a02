import { list } from "../http/fields.ts";
import type { Comment, CommitStatus, Oid, RepoName, WriteResult } from "../port.ts";
import { type Result } from "../problem.ts";
import { readData, repoPath, writeFailure } from "./client.ts";
import { readComment, readStatus } from "./mapping.ts";
import type { GiteaSession } from "./session.ts";

/** Comments of a proposal, oldest first. */
export function readComments(
  { client }: Pick<GiteaSession, "client">,
  repo: RepoName,
  number: number,
): Promise<Result<readonly Comment[]>> {
  return readData(client, `${repoPath(repo)}/issues/${number}/comments`, (data) =>
    list(data ?? [], "comments").map(readComment),
  );
}

/** The newest status of each context of a commit. */
export function readStatuses(
  { client }: Pick<GiteaSession, "client">,
  repo: RepoName,
  commit: Oid,
): Promise<Result<readonly CommitStatus[]>> {
  const path = `${repoPath(repo)}/commits/${commit}/statuses?sort=recentupdate&page=1&limit=50`;
  return readData(client, path, (data) => {
    const newest = new Map<string, CommitStatus>();
    for (const each of list(data ?? [], "statuses").map((status) => readStatus(status, commit)))
      if (!newest.has(each.context)) newest.set(each.context, each);
    return [...newest.values()];
  });
}

/** Adds a comment, unless the same one is there. */
export async function addComment(
  session: GiteaSession,
  repo: RepoName,
  number: number,
  body: string,
): Promise<WriteResult<void>> {
  const before = await readComments(session, repo, number);
  if (!before.ok) return { kind: "unclear", message: before.problem.message };
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
  if (!before.ok) return { kind: "unclear", message: before.problem.message };
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
