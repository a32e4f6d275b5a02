import { json, number } from "../http/fields.ts";
import type { Comment, MergedPull, NoteWrite, PullRequests, RepoName, WriteResult } from "../port.ts";
import { known, nullOid, ok, type Result, refusal, unknown } from "../problem.ts";
import { readLogin } from "./account.ts";
import { repoPath, writeFailure } from "./client.ts";
import { readPage, readWhole } from "./lists.ts";
import { readComment, readPull } from "./mapping.ts";
import type { GiteaSession } from "./session.ts";

interface Note {
  readonly id: number;
  readonly body: string;
}

/** What is said on people's pull requests; see `PullRequests`. */
export function pullRequests(session: GiteaSession): PullRequests {
  return {
    async readNote(repo, wanted, marker) {
      const note = await findNote(session, repo, wanted, marker);
      return note.ok ? known(note.value?.body ?? null, nullOid) : unknown(note.problem);
    },
    writeNote: (repo, wanted, marker, body) => writeNote(session, repo, wanted, marker, body),
    async recentlyMerged(repo) {
      const path = `${repoPath(repo)}/pulls?state=closed&sort=recentupdate`;
      const page = await readPage(
        session.client,
        path,
        { what: "pull requests", read: (each) => mergedOf(repo, each) },
        1,
      );
      if (!page.ok) return unknown(page.problem);
      const merged = page.value.items.flatMap((each) => each ?? []);
      return known(
        merged.toSorted((a, b) => b.mergedAt - a.mergedAt),
        nullOid,
      );
    },
  };
}

function mergedOf(repo: RepoName, value: unknown): MergedPull | undefined {
  const { ref, mergedOid, closedAt } = readPull(repo, value).summary;
  return mergedOid === undefined || closedAt === undefined
    ? undefined
    : { number: ref.number, mergedOid, mergedAt: closedAt };
}

function readNumbered(value: unknown): Comment & Note {
  return { ...readComment(value), id: number(json(value, "a comment"), "id") };
}

async function findNote(
  session: GiteaSession,
  repo: RepoName,
  wanted: number,
  marker: string,
): Promise<Result<Note | undefined>> {
  const login = await readLogin(session.client, session.memory);
  if (!login.ok) return login;
  const path = `${repoPath(repo)}/issues/${wanted}/comments`;
  const comments = await readWhole(session.client, path, { what: "comments", read: readNumbered });
  if (!comments.ok) return comments;
  return ok(comments.value.find(({ by, body }) => by === login.value && body.startsWith(marker)));
}

async function writeNote(
  session: GiteaSession,
  repo: RepoName,
  wanted: number,
  marker: string,
  body: string,
): Promise<WriteResult<NoteWrite>> {
  const found = await findNote(session, repo, wanted, marker);
  if (!found.ok) return refusal(found.problem, session.now());
  const note = found.value;
  if (note?.body === body) return { kind: "done", value: "same" };
  const result = await (note === undefined
    ? session.client.call("POST", `${repoPath(repo)}/issues/${wanted}/comments`, { body })
    : session.client.call("PATCH", `${repoPath(repo)}/issues/comments/${note.id}`, { body }));
  const expected = note === undefined ? 201 : 200;
  return result.kind === "answer" && result.answer.status === expected
    ? { kind: "done", value: note === undefined ? "made" : "changed" }
    : writeFailure(result, session.now());
}
