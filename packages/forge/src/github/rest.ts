import { hashObject } from "../git/object-reader.ts";
import { AnswerError, json, list, text } from "../http/fields.ts";
import type { Oid, RepoName } from "../port.ts";
import { failed, ok, type Problem, type Result } from "../problem.ts";
import type { ApiResult, GithubClient } from "./client.ts";
import { problemOf, wordsOf } from "./client.ts";
import { oidOf } from "./mapping.ts";
import { repoPath } from "./session.ts";

/** The data of a REST read that must answer 200, given to `read`; every other answer is a problem. */
export async function readRest<T>(
  client: GithubClient,
  path: string,
  read: (data: unknown, headers: Headers) => T,
  accept?: string,
): Promise<Result<T>> {
  return readAnswer(client, path, await client.rest("GET", path, undefined, accept), read);
}

function readAnswer<T>(
  client: GithubClient,
  path: string,
  result: ApiResult,
  read: (data: unknown, headers: Headers) => T,
): Result<T> {
  if (result.kind === "none") return failed("unreachable", result.message);
  const { answer } = result;
  if (answer.status !== 200) return { ok: false, problem: problemOf(answer, path, client.now()) };
  try {
    return ok(read(answer.data, answer.headers));
  } catch (error) {
    if (error instanceof AnswerError) return failed("incomplete", `${path}: ${error.message}`);
    throw error;
  }
}

/** Bytes of a blob, if they hash to its id. */
export async function readBlob(
  client: GithubClient,
  repo: RepoName,
  blob: Oid,
): Promise<Uint8Array | Problem> {
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

/**
 * Head of a branch; `null`: there is none. It is looked for in a list of refs, which is an answer also where the branch is
 * not there: a 404 could be the token's (04-forges F1).
 */
export async function readHead(
  client: GithubClient,
  repo: RepoName,
  branch: string,
): Promise<Result<Oid | null>> {
  const name = branch.split("/").map(encodeURIComponent).join("/");
  const path = `${repoPath(repo)}/git/matching-refs/heads/${name}`;
  const result = await client.rest("GET", path);
  // A repository without any commit has no refs, and says so.
  if (result.kind === "answer" && result.answer.status === 409)
    if (/repository is empty/i.test(wordsOf(result.answer.data))) return ok(null);
  return readAnswer(client, path, result, (data, headers) => {
    for (const each of list(data, "refs")) {
      const ref = json(each, "a ref");
      if (text(ref, "ref") === `refs/heads/${branch}`) return oidOf(json(ref["object"], "an object"), "sha");
    }
    if (hasNext(headers)) throw new AnswerError("expected all refs, received a page of them");
    return null;
  });
}

/** Whether a list has another page. */
export function hasNext(headers: Headers): boolean {
  return /rel="next"/.test(headers.get("link") ?? "");
}
