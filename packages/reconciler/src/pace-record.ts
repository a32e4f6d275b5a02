import { canonicalJson } from "@coulomb-loop/schemas/digest";

/** What a forge taught by a limit on the speed of an account. Times are RFC 3339, UTC. */
export interface LimitRecord {
  /** No write of ours before. */
  readonly until: string;
  /** Limits in a row: each halves the rate and doubles a pause that the forge leaves open. */
  readonly times: number;
}

/** A bucket of proposals that may be opened: `tokens` at an instant. */
export interface PaceRecord {
  readonly tokens: number;
  readonly at: string;
  /** Left out where nothing was learned, or all of it was made good. */
  readonly limit?: LimitRecord;
}

/** The text of `pace.json`; empty where there is nothing to keep. */
export function textOfPace(pace: Readonly<Record<string, PaceRecord>>): string {
  return Object.keys(pace).length === 0 ? "" : `${canonicalJson(pace)}\n`;
}

/** Tells `pace.json` from anything else; what older versions wrote has no limits. */
export function isPace(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, PaceRecord>> {
  return Object.values(value).every(
    (bucket) =>
      isMap(bucket) &&
      typeof bucket["tokens"] === "number" &&
      typeof bucket["at"] === "string" &&
      (bucket["limit"] === undefined || isLimit(bucket["limit"])),
  );
}

function isLimit(value: unknown): boolean {
  return isMap(value) && typeof value["until"] === "string" && Number.isInteger(value["times"]);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
