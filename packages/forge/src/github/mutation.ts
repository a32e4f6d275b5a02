import { AnswerError } from "../http/fields.ts";
import type { WriteResult } from "../port.ts";
import { isGone } from "./ask.ts";
import type { ApiResult } from "./client.ts";
import { wordsOf } from "./client.ts";
import { graphqlLimitOf, readGraphql } from "./graphql.ts";
import { hasStatus, writeFailure } from "./write.ts";

/** What only GraphQL can do: REST moves a branch from whatever it is at, and makes no proposal a draft or ready. */
const withoutGraphql = {
  kind: "rejected",
  reason: "unsupported",
  hint: "this server has no GraphQL, by which alone a branch is moved or deleted, and a draft made ready or the reverse: have it switched on",
} as const;

/** Whether a mutation went through. */
export function isDone(result: ApiResult): boolean {
  if (!hasStatus(result, 200)) return false;
  try {
    return readGraphql(result.answer.data).errors.length === 0;
  } catch (error) {
    if (error instanceof AnswerError) return false;
    throw error;
  }
}

/** What a mutation that did not go through means, before the refs are asked. */
export function mutationFailure(
  result: ApiResult,
  now: number,
): Exclude<WriteResult<never>, { kind: "done" }> {
  if (isGone(result)) return withoutGraphql;
  if (!hasStatus(result, 200)) return writeFailure(result, now);
  const errors = errorsOf(result);
  const said = `GitHub answered${wordsOf(result.answer.data)}`;
  const [limited] = errors.flatMap((error) => graphqlLimitOf(error, result.answer.headers, now) ?? []);
  if (limited !== undefined) return { kind: "retry_at", ...limited, message: said };
  const types = new Set(errors.map(({ type }) => type));
  if (types.has("FORBIDDEN")) return { kind: "rejected", reason: "no_access", hint: said };
  if (types.has("NOT_FOUND")) return { kind: "rejected", reason: "not_found", hint: said };
  // The ref is not what the mutation named, also where the next read does not show that yet.
  if (types.has("STALE_DATA")) return { kind: "lost_race" };
  // What GitHub does not name went wrong on its side: it says so of writes that time out, too.
  return types.has("UNPROCESSABLE")
    ? { kind: "rejected", reason: "protected", hint: said }
    : { kind: "unclear", message: said };
}

function errorsOf(result: Extract<ApiResult, { kind: "answer" }>) {
  try {
    return readGraphql(result.answer.data).errors;
  } catch (error) {
    if (error instanceof AnswerError) return [];
    throw error;
  }
}
