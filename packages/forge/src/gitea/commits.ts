import { withWorkshop } from "../git/session.ts";
import { openTarget } from "../git/target.ts";
import { AnswerError, instant, json, list, text } from "../http/fields.ts";
import { commitAsked } from "../names.ts";
import type { FileChange, Observed, Oid, RepoName, RepoQuery } from "../port.ts";
import { known, noCommit, nullOid, ofPart, ok, type Problem, type Result, unknown } from "../problem.ts";
import { readData, repoPath } from "./client.ts";
import type { GiteaFiles } from "./files.ts";
import type { GiteaSession } from "./session.ts";

/** Why a commit that was asked for by its id cannot be read; `undefined` when it can, or when a branch is asked for. */
export async function missingCommit(
  session: GiteaSession,
  query: RepoQuery,
  defaultHead: Oid,
  files: GiteaFiles,
): Promise<Problem | undefined> {
  const commit = commitAsked(query);
  if (commit === undefined) return undefined;
  // Of the other hash there is none here, and the server would call it no id at all.
  if (defaultHead !== nullOid && commit.length !== defaultHead.length) return noCommit(commit);
  const isAsked = query.files.length > 0 && query.folders === undefined;
  if (isAsked && files.isKnown(commit, query.files)) return undefined;
  const found = await messageOf(session, query.repo, commit);
  if (found.ok) return undefined;
  return found.problem.reason === "not_found" ? noCommit(commit) : found.problem;
}

/** What a commit changes against its last parent: git tells, the API only against the first one. */
export async function changedIn({ git }: GiteaSession, repo: RepoName, head: Oid): Promise<Result<string[]>> {
  const target = openTarget(git, repo);
  if (!target.ok) return target;
  return withWorkshop(git, target.value, [head], ({ files }) => files.readChanged(head));
}

/** The message of a commit, asked for once. */
export async function messageOf(session: GiteaSession, repo: RepoName, commit: Oid): Promise<Result<string>> {
  const before = session.memory.messages.get(commit);
  if (before !== undefined) return ok(before);
  const found = await readData(session.client, `${repoPath(repo)}/git/commits/${commit}`, (data) => {
    const answer = json(data, "a commit");
    if (text(answer, "sha") !== commit) throw new AnswerError(`expected ${commit}, received another commit`);
    return text(json(answer["commit"], "a commit"), "message");
  });
  if (found.ok) session.memory.messages.set(commit, found.value);
  return found;
}

/** The newest commits that changed a file, in the history of a commit. */
export async function lastChanges(
  { client }: GiteaSession,
  repo: RepoName,
  head: Oid,
  path: string,
): Promise<Observed<readonly FileChange[]>> {
  const query = `sha=${head}&path=${encodeURIComponent(path)}&page=1&limit=20`;
  const found = await readData(client, `${repoPath(repo)}/commits?${query}`, (data) =>
    list(data, "commits").map((each): FileChange => {
      const entry = json(each, "a commit");
      const commit = json(entry["commit"], "a commit");
      const author = json(commit["author"], "an author");
      return {
        commit: text(entry, "sha"),
        authorName: text(author, "name"),
        at: instant(author, "date") ?? 0,
        message: text(commit, "message"),
      };
    }),
  );
  return found.ok ? known(found.value, head) : unknown(ofPart(found.problem));
}
