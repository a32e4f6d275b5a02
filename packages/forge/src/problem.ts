import type { Instant, Observed, Oid, UnknownReason, WriteResult } from "./port.ts";

/** Why something could not be read: the same words as an unknown fact. */
export interface Problem {
  readonly reason: UnknownReason;
  readonly message: string;
  /** When to come back, epoch milliseconds, where the forge says so. */
  readonly retryAt?: Instant;
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
        : { kind: "retry_at", at: time + pauseMs, message: problem.message };
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
