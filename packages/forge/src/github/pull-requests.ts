import { instant, json, list, number, text, textOr } from "../http/fields.ts";
import type { MergedPull, NoteWrite, PullRequests, RepoName, WriteResult } from "../port.ts";
import { failed, known, nullOid, ok, type Result, refusal, unknown } from "../problem.ts";
import { readLogin } from "./account.ts";
import type { GithubClient } from "./client.ts";
import { oidOf } from "./mapping.ts";
import { hasNext, readRest } from "./rest.ts";
import { accountOf } from "./rest-pulls.ts";
import { type GithubSession, repoPath } from "./session.ts";
import { hasStatus, writeFailure } from "./write.ts";

/** Pages of comments that are read. */
const mostPages = 20;

interface Note {
  readonly id: number;
  readonly body: string;
}

/** What is said on people's pull requests; see `PullRequests`. All of it by REST: it is a few requests of one repository. */
export function pullRequests(session: GithubSession): PullRequests {
  return {
    async readNote(repo, wanted, marker) {
      const client = await session.clientOf(repo.owner);
      if (!client.ok) return unknown(client.problem);
      const note = await findNote(session, client.value, repo, wanted, marker);
      return note.ok ? known(note.value?.body ?? null, nullOid) : unknown(note.problem);
    },
    writeNote: (repo, wanted, marker, body) => writeNote(session, repo, wanted, marker, body),
    async recentlyMerged(repo) {
      const client = await session.clientOf(repo.owner);
      if (!client.ok) return unknown(client.problem);
      const path = `${repoPath(repo)}/pulls?state=closed&sort=updated&direction=desc&per_page=100`;
      const merged = await readRest(client.value, path, (data) =>
        list(data, "pull requests").flatMap((each) => mergedOf(each) ?? []),
      );
      if (!merged.ok) return unknown(merged.problem);
      return known(
        merged.value.toSorted((a, b) => b.mergedAt - a.mergedAt),
        nullOid,
      );
    },
  };
}

/** Throws AnswerError. */
function mergedOf(value: unknown): MergedPull | undefined {
  const pull = json(value, "a pull request");
  const mergedAt = instant(pull, "merged_at");
  if (mergedAt === undefined || textOr(pull, "merge_commit_sha") === "") return undefined;
  return { number: number(pull, "number"), mergedOid: oidOf(pull, "merge_commit_sha"), mergedAt };
}

async function findNote(
  session: GithubSession,
  client: GithubClient,
  repo: RepoName,
  wanted: number,
  marker: string,
): Promise<Result<Note | undefined>> {
  const login = await readLogin(client, session.memory);
  if (!login.ok) return login;
  for (let page = 1; page <= mostPages; page += 1) {
    const path = `${repoPath(repo)}/issues/${wanted}/comments?per_page=100&page=${page}`;
    const found = await readRest(client, path, (data, headers) => ({
      note: list(data, "comments")
        .map((each) => json(each, "a comment"))
        .find(
          (each) =>
            textOr(json(accountOf(each["user"]) ?? {}, "an account"), "login") === login.value &&
            textOr(each, "body").startsWith(marker),
        ),
      isLast: !hasNext(headers),
    }));
    if (!found.ok) return found;
    const { note, isLast } = found.value;
    if (note !== undefined) return ok({ id: number(note, "id"), body: text(note, "body") });
    if (isLast) return ok(undefined);
  }
  return failed("incomplete", `pull request ${wanted} has more comments than are looked through`);
}

async function writeNote(
  session: GithubSession,
  repo: RepoName,
  wanted: number,
  marker: string,
  body: string,
): Promise<WriteResult<NoteWrite>> {
  const client = await session.clientOf(repo.owner);
  if (!client.ok) return refusal(client.problem, session.now());
  const found = await findNote(session, client.value, repo, wanted, marker);
  if (!found.ok) return refusal(found.problem, session.now());
  const note = found.value;
  if (note?.body === body) return { kind: "done", value: "same" };
  const result = await (note === undefined
    ? client.value.rest("POST", `${repoPath(repo)}/issues/${wanted}/comments`, { body })
    : client.value.rest("PATCH", `${repoPath(repo)}/issues/comments/${note.id}`, { body }));
  return hasStatus(result, note === undefined ? 201 : 200)
    ? { kind: "done", value: note === undefined ? "made" : "changed" }
    : writeFailure(result, session.now());
}
