import { AnswerError, type Json, json, textOr } from "../http/fields.ts";
import type { Instant, RepoName } from "../port.ts";
import { failed, ok, type Problem, type Result } from "../problem.ts";
import type { ApiResult, GithubClient } from "./client.ts";
import { limitOf, problemOf, wordsOf } from "./client.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorProblem, isLimit, readGraphql, usedUp } from "./graphql.ts";
import { type GithubMemory, type GithubSession, keyOf } from "./session.ts";

/** What became of a document of GraphQL that reads. */
export type Asked =
  | {
      readonly kind: "told";
      readonly data: Json;
      readonly errors: readonly GraphqlError[];
      readonly headers: Headers;
    }
  /** A limit, or an account that is refused: nobody is to ask on. */
  | { readonly kind: "stop"; readonly problem: Problem }
  /** Not to be had, and not by REST either. */
  | { readonly kind: "failed"; readonly problem: Problem }
  /** GraphQL broke down over it, or is not there: REST may tell. */
  | { readonly kind: "silent"; readonly problem: Problem };

/** Documents in a row that told nothing, after which GraphQL is not asked any more. */
const mostSilent = 2;

/** What is known of GraphQL itself; see `GithubMemory`. */
type Health = Pick<GithubMemory, "silent" | "away">;

/** Sends a document that reads. Once GraphQL is known to be away, nothing is sent. */
export async function askGraphql(health: Health, client: GithubClient, document: string): Promise<Asked> {
  if (health.away !== undefined) return { kind: "silent", problem: health.away };
  const result = await client.graphql(document);
  const asked = askedOf(result, client.now());
  if (asked.kind === "silent" && isGone(result)) health.away = asked.problem;
  return asked;
}

function askedOf(result: ApiResult, now: Instant): Asked {
  if (result.kind === "none") {
    const problem: Problem = { reason: "unreachable", message: result.message };
    // Where nothing could be sent the whole server is away.
    return { kind: result.sent ? "silent" : "failed", problem };
  }
  const { answer } = result;
  const problem = problemOf(answer, "/graphql", now);
  if (limitOf(answer, now) !== undefined || answer.status === 401 || answer.status === 403)
    return { kind: "stop", problem };
  if (answer.status >= 500 || isGone(result)) return { kind: "silent", problem };
  if (answer.status !== 200) return { kind: "failed", problem };
  try {
    const read = readGraphql(answer.data);
    const retryAt = read.errors.every(isServers) ? usedUp(read, answer.headers, now) : undefined;
    if (retryAt !== undefined)
      return { kind: "stop", problem: { reason: "rate_limited", message: problem.message, retryAt } };
    return { kind: "told", ...read, headers: answer.headers };
  } catch (error) {
    if (!(error instanceof AnswerError)) throw error;
    const message = `/graphql: ${error.message}${wordsOf(answer.data)}`;
    return { kind: "silent", problem: { reason: "incomplete", message } };
  }
}

/** Whether the server has no GraphQL at this address: a GitHub Enterprise Server may have it switched off. */
export function isGone(result: ApiResult): boolean {
  return result.kind === "answer" && [404, 405, 410].includes(result.answer.status);
}

/** Notes that the smallest document told nothing: after some in a row GraphQL is away, for as long as this forge lives. */
export function noteSilent(health: Health, problem: Problem): void {
  health.silent += 1;
  if (health.silent >= mostSilent) health.away ??= problem;
}

/** Notes that GraphQL told something. */
export function noteTold(health: Health): void {
  health.silent = 0;
}

/** Whether an error may be one of the server's own: it is neither a refusal nor a limit. */
export function isServers(error: GraphqlError): boolean {
  return error.type !== "NOT_FOUND" && error.type !== "FORBIDDEN" && !isLimit(error);
}

/** Something to be read of one repository. */
export interface Question<T> {
  readonly document: string;
  /** Asks for the same by REST, and answers in the shape of GraphQL. */
  readonly rest: () => Promise<Result<Json>>;
  readonly read: (node: Json) => T;
}

/**
 * Reads something of one repository: by GraphQL, and by REST where GraphQL breaks down over it or is away. An error about
 * any part of it is a problem.
 */
export async function readOne<T>(
  { memory }: Pick<GithubSession, "memory">,
  client: GithubClient,
  repo: RepoName,
  question: Question<T>,
): Promise<Result<T>> {
  const asked = await askGraphql(memory, client, question.document);
  if (asked.kind === "stop" || asked.kind === "failed") return { ok: false, problem: asked.problem };
  if (asked.kind === "told") {
    const { data, errors, headers } = asked;
    const [error] = errors;
    if (error === undefined && "repository" in data && data["repository"] !== null) {
      noteTold(memory);
      return readNode(repo, data["repository"], question.read);
    }
    const problem = error === undefined ? nothingTold(repo) : errorProblem(error, headers, client.now());
    if (problem.reason !== "incomplete" || !errors.every(isServers)) return { ok: false, problem };
    noteSilent(memory, problem);
  } else noteSilent(memory, asked.problem);
  const node = await question.rest();
  return node.ok ? readNode(repo, node.value, question.read) : node;
}

function nothingTold(repo: RepoName): Problem {
  return { reason: "incomplete", message: `GitHub told nothing about ${keyOf(repo)}` };
}

function readNode<T>(repo: RepoName, value: unknown, read: (node: Json) => T): Result<T> {
  try {
    const node = json(value, "a repository");
    const name = textOr(node, "nameWithOwner");
    if (name.toLowerCase() !== keyOf(repo).toLowerCase()) return failed("moved", `it is ${name} now`);
    return ok(read(node));
  } catch (error) {
    if (error instanceof AnswerError) return failed("incomplete", `${keyOf(repo)}: ${error.message}`);
    throw error;
  }
}
