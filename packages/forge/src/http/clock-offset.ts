import type { Instant } from "../port.ts";

/** How far a server's clock is ahead of ours, by the `Date` of its answer; it tells whole seconds. */
export function clockOffset(headers: Headers, now: Instant): { clockOffsetMs?: number } {
  const date = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(date) ? {} : { clockOffsetMs: date - Math.floor(now / 1000) * 1000 };
}
