import type { Json } from "../http/fields.ts";
import { AnswerError, json, list, maybeJson, text, textOr } from "../http/fields.ts";
import { type LimitTold, limitProblem, retryAfter, slowDown } from "../http/retry-after.ts";
import type { Instant } from "../port.ts";
import type { Problem } from "../problem.ts";

/** One error of GraphQL: what it is about and what kind it is. */
export interface GraphqlError {
  readonly type: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** The two halves of an answer of GraphQL: data, and errors about parts of it. Throws AnswerError. */
export function readGraphql(data: unknown): {
  readonly data: Json;
  readonly errors: readonly GraphqlError[];
} {
  const answer = json(data, "an answer of GraphQL");
  const errors = answer["errors"] === undefined ? [] : list(answer["errors"], "errors");
  const read = errors.map((each): GraphqlError => {
    const error = json(each, "an error");
    const path = Array.isArray(error["path"]) ? error["path"] : [];
    return {
      type: textOr(error, "type"),
      message: text(error, "message"),
      path: path.filter((part) => typeof part === "string" || typeof part === "number"),
    };
  });
  const parts = maybeJson(answer["data"]);
  if (parts === undefined && read.length === 0)
    throw new AnswerError("expected data of GraphQL, received none");
  return { data: parts ?? {}, errors: read };
}

/** Whether an error is that of a limit; GitHub has two names for it. */
export function isLimit({ type, message }: GraphqlError): boolean {
  return type === "RATE_LIMITED" || type === "RATE_LIMIT" || isSecondary(message);
}

function isSecondary(message: string): boolean {
  return /secondary rate limit/i.test(message);
}

/** What a limit says, where an error of GraphQL is that of one: it comes with status 200. */
export function graphqlLimitOf(error: GraphqlError, headers: Headers, now: Instant): LimitTold | undefined {
  if (isSecondary(error.message)) return slowDown(headers, now);
  return isLimit(error) ? { at: resetOf(headers, now) } : undefined;
}

/** When the limit of an answer begins anew. */
function resetOf(headers: Headers, now: Instant): Instant {
  const reset = Number(headers.get("x-ratelimit-reset") ?? "") * 1000;
  return reset > now ? reset + 1000 : retryAfter(headers, now);
}

/**
 * When to come back, where an answer to a read holds nothing but errors and nothing is left of the limit: whatever it calls
 * them, it is the limit's.
 */
export function usedUp(
  { data, errors }: ReturnType<typeof readGraphql>,
  headers: Headers,
  now: Instant,
): Instant | undefined {
  const isEmpty = Object.keys(data).length === 0 && errors.length > 0;
  return isEmpty && headers.get("x-ratelimit-remaining") === "0" ? resetOf(headers, now) : undefined;
}

/** Whether an error is about something in a repository, and not about it or the proposal that was asked for. */
function isOfPart({ path }: GraphqlError): boolean {
  return path.length > (path[1] === "pullRequest" ? 2 : 1);
}

/** What an error of GraphQL means for what it is about. */
export function errorProblem(error: GraphqlError, headers: Headers, now: Instant): Problem {
  const { type, message } = error;
  const limited = graphqlLimitOf(error, headers, now);
  if (limited !== undefined) return limitProblem(message, limited);
  if (type === "NOT_FOUND" && isOfPart(error)) return { reason: "incomplete", message };
  if (type === "NOT_FOUND")
    return { reason: "not_found", message: `${message} Or the token may not see it.` };
  if (type === "FORBIDDEN") return { reason: "no_access", message };
  return { reason: "incomplete", message };
}
