import type { Evidence } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";

/** Digest of some evidence: SHA-256 of its canonical JSON, lower-case hex. */
export function evidenceDigest(evidence: Evidence): string {
  return digestOf(evidence);
}

/**
 * The evidence of some cycles only, judged by some analyses: what is pinned with a promotion, so that later successes change nothing
 * (page 07 P8). The cycles keep their numbers.
 */
export function cutEvidence(
  evidence: Evidence,
  cycles: ReadonlySet<string>,
  analyses: ReadonlySet<string>,
): Evidence {
  const slots = evidence.slots.filter(({ cycle }) => cycles.has(cycle));
  const keys = new Set(slots.map(({ key }) => key));
  return {
    ...evidence,
    analyses: evidence.analyses.filter(({ key }) => analyses.has(key)),
    cycles: evidence.cycles.filter(({ id }) => cycles.has(id)),
    slots,
    events: evidence.events.filter(({ slot }) => keys.has(slot)),
    records: evidence.records.filter(({ record }) => record.slot !== undefined && keys.has(record.slot)),
  };
}
