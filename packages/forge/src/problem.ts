import type { Instant, Observed, Oid, TooFast, UnknownReason, WriteResult } from "./port.ts";

/** Why something could not be read: the same words as an unknown fact. */
export interface Problem {
  readonly reason: UnknownReason;
  readonly message: string;
  /** When to come back, epoch milliseconds, where the forge says so. */
  readonly retryAt?: Instant;
  /** Set where the account as a whole is to slow down. */
  readonly tooFast?: TooFast;
}

/** A value, or why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(reason: UnknownReason, message: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { reason, message } };
}

/**
 * A problem met at a part of a repository that was told to be there: it is not the repository that is not found then, and
 * nobody may take it for gone.
 */
export function ofPart(problem: Problem): Problem {
  return problem.reason === "not_found" ? { ...problem, reason: "incomplete" } : problem;
}

/** The problem of a path that git would not take. */
export function noTreePath(path: string): Problem {
  return { reason: "unsupported", message: `"${path}" is no path in a tree` };
}

/** The problem of a commit that was asked for by its id. */
export function noCommit(commit: Oid): Problem {
  return { reason: "not_found", message: `there is no commit ${commit}` };
}

export function known<T>(value: T, proof: Oid): Observed<T> {
  return { kind: "known", value, proof };
}

export function unknown(problem: Problem): Extract<Observed<never>, { kind: "unknown" }> {
  const { reason, message, retryAt } = problem;
  return { kind: "unknown", reason, message, ...(retryAt === undefined ? {} : { retryAt }) };
}

/** The id git writes where there is no object. It proves an absence read from the refs themselves. */
export const nullOid: Oid = "0".repeat(40);

/** How long a writer stays away from a repository that did not answer. */
const pauseMs = 30_000;

/**
 * A failure of a later step, when an earlier one has changed something: neither refused nor to be tried again as it was,
 * for only a fresh look tells what is left to do.
 */
export function halfway<T>(result: WriteResult<T>): WriteResult<T> {
  if (result.kind === "rejected") return { kind: "unclear", message: `only a part was done: ${result.hint}` };
  if (result.kind === "retry_at")
    return { kind: "unclear", message: `only a part was done: ${result.message}` };
  return result;
}

/** One request of several that belong together. */
export type Step = () => Promise<WriteResult<void>>;

/** Takes steps one after the other, up to the first that fails. */
export async function inTurn(steps: readonly Step[]): Promise<WriteResult<void>> {
  for (const [index, step] of steps.entries()) {
    const result = await step();
    if (result.kind !== "done") return index === 0 ? result : halfway(result);
  }
  return { kind: "done", value: undefined };
}

/**
 * What is left of a merge that happened when its branch was to be deleted. A rule that forbids that will not change, and
 * somebody who was faster has their reasons; anything else has to be looked at.
 */
export function mergedWith(mergedOid: Oid, deleted: WriteResult<void>): WriteResult<Oid> {
  const isLeft =
    deleted.kind === "rejected" && (deleted.reason === "protected" || deleted.reason === "hook_declined");
  if (deleted.kind === "done" || deleted.kind === "lost_race" || isLeft)
    return { kind: "done", value: mergedOid };
  const said = deleted.kind === "rejected" ? deleted.hint : deleted.message;
  return { kind: "unclear", message: `it is merged, and its branch is not deleted: ${said}` };
}

/**
 * What a problem met before anything was sent means for a write: an unreachable repository may be back later, the
 * rest is for a person. `time` is the write's own time; without one the caller has to look again.
 */
export function refusal(problem: Problem, time: Instant | undefined): WriteResult<never> {
  switch (problem.reason) {
    case "unreachable":
    case "rate_limited":
    case "incomplete":
      return time === undefined
        ? { kind: "unclear", message: problem.message }
        : {
            kind: "retry_at",
            at: problem.retryAt ?? time + pauseMs,
            message: problem.message,
            ...(problem.tooFast === undefined ? {} : { tooFast: problem.tooFast }),
          };
    case "no_access":
      return { kind: "rejected", reason: "no_access", hint: problem.message };
    case "not_found":
    case "moved":
      return { kind: "rejected", reason: "not_found", hint: problem.message };
    case "corrupt":
      return { kind: "rejected", reason: "storage", hint: problem.message };
    case "unsupported":
      return { kind: "rejected", reason: "unsupported", hint: problem.message };
  }
}
