import type { Roster, RosterEntry } from "@coulomb-loop/schemas";
import type { DesiredSource, DesiredValue } from "./desired.ts";
import { parseInstant } from "./instant.ts";
import type { Placed } from "./ops-documents.ts";

const day = 86_400_000;

/** The end of an override is announced this long ahead (page 03 R4). */
const announcedAhead = 7 * day;

/** An override of a roster entry at an instant. From `expires_at` on it is inert. */
export interface OverrideView {
  readonly pointer: string;
  /** Pinned value; absent: the repo decides. */
  readonly value?: DesiredValue;
  readonly state: "live" | "expiring" | "expired";
  /** As written: an RFC 3339 instant in UTC. */
  readonly expiresAt: string;
  readonly reason: string;
  readonly owner: string;
  readonly source: DesiredSource;
}

/** The overrides of an entry as they stand at `asOf` (epoch milliseconds), in the order of the file. */
export function overrideViews(roster: Placed<Roster>, entry: RosterEntry, asOf: number): OverrideView[] {
  return (entry.overrides ?? []).map((override) => ({
    pointer: override.path,
    ...(override.value === undefined ? {} : { value: override.value }),
    state: overrideState(override.expires_at, asOf),
    expiresAt: override.expires_at,
    reason: override.reason,
    owner: override.owner,
    source: {
      file: roster.file,
      path: roster.origin(override),
      what: `override until ${override.expires_at}`,
    },
  }));
}

/** Whether an override holds at `asOf`, and whether its end is near. */
export function overrideState(expiresAt: string, asOf: number): OverrideView["state"] {
  const end = parseInstant(expiresAt);
  if (!(end > asOf)) return "expired";
  return end - asOf <= announcedAhead ? "expiring" : "live";
}
