import type { Instant, WriteResult } from "../port.ts";
import type { ApiResult } from "./client.ts";
import { limitOf, wordsOf } from "./client.ts";

/** What an answer that no caller knows better means for a write. The outcome of anything unclear is looked up again. */
export function writeFailure(result: ApiResult, now: Instant): Exclude<WriteResult<never>, { kind: "done" }> {
  if (result.kind === "none") {
    return result.sent
      ? { kind: "unclear", message: result.message }
      : { kind: "retry_at", at: now + 30_000, message: result.message };
  }
  const { status, data } = result.answer;
  const said = `GitHub answered ${status}${wordsOf(data)}`;
  const limited = limitOf(result.answer, now);
  if (limited !== undefined) return { kind: "retry_at", ...limited, message: said };
  if (status === 403 && /archived/i.test(said))
    return { kind: "rejected", reason: "ineligible", hint: `${said}; it takes no writes` };
  if (status === 401 || status === 403) return { kind: "rejected", reason: "no_access", hint: said };
  if (status === 404 || status === 410 || status === 451)
    return { kind: "rejected", reason: "not_found", hint: `${said}; it is gone, or not for this token` };
  if (status >= 300 && status < 400)
    return { kind: "rejected", reason: "not_found", hint: `${said}; the repository moved` };
  // Without a commit the API makes no objects; that is for a person to change.
  if (status === 409 && /repository is empty/i.test(said))
    return { kind: "rejected", reason: "ineligible", hint: `${said}; push a first commit` };
  if (status === 409) return { kind: "lost_race" };
  if (status === 400 || status === 405 || status === 422)
    return { kind: "rejected", reason: "conflict", hint: said };
  return { kind: "unclear", message: said };
}

/** Whether an answer has the status that a write of its kind ends with. */
export function hasStatus(
  result: ApiResult,
  ...statuses: readonly number[]
): result is Extract<ApiResult, { kind: "answer" }> {
  return result.kind === "answer" && statuses.includes(result.answer.status);
}
