import type { Instant, TooFast } from "../port.ts";
import type { Problem } from "../problem.ts";

/** Where a server names no time: the pause that GitHub asks for after a secondary limit. */
const pauseMs = 60_000;

/** A limit: when to come back, and whether it is about the speed of the account. */
export interface LimitTold {
  readonly at: Instant;
  readonly tooFast?: TooFast;
}

/** What an answer says that wants the account to slow down. */
export function slowDown(headers: Headers, now: Instant): Required<LimitTold> {
  return { at: retryAfter(headers, now), tooFast: headers.has("retry-after") ? "until" : "at_least" };
}

/** When a server wants to be asked again: `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), else in a minute. */
export function retryAfter(headers: Headers, now: Instant): Instant {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return now + Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? now + pauseMs : Math.max(now, date);
}

/** A limit as the reason why something could not be read. */
export function limitProblem(message: string, { at, tooFast }: LimitTold): Problem {
  const slow = tooFast === undefined ? {} : { tooFast };
  return { reason: "rate_limited", message, retryAt: at, ...slow };
}
