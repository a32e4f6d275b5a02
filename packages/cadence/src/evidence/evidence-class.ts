import type { EvidenceRecord } from "@coulomb-loop/schemas";
import { digestsOfSlot, dispatchesOf, type SlotFacts, textOf } from "./slot-facts.ts";
import type { EvidenceClass } from "./verdict.ts";

/** Tokens of CI are named so: `ci`, or something after `ci-`, `ci/` or `ci:`. */
const ciToken = /^ci(?:$|[-/:])/;

/** How well a record of a slot is proved: the best that the facts support. */
export function classOf(facts: SlotFacts, kept: EvidenceRecord): EvidenceClass {
  const { record, sent_by: sender } = kept;
  const prepared = preparedOf(facts, record.attempt);
  const { head, bundle } = record.provenance ?? {};
  if (
    dispatchesOf(facts).length > 0 &&
    bundle !== undefined &&
    bundle === prepared.bundle &&
    head !== undefined &&
    head === prepared.head
  )
    return "verified";
  if (ciToken.test(sender)) return "ci";
  return isConfirmed(facts, kept) ? "human" : "self";
}

/** What of a record's provenance is not the slot's own, in words; what it does not say is no flaw. */
export function provenanceFlaw(facts: SlotFacts, { record }: EvidenceRecord): string | undefined {
  const { bundle, definition } = record.provenance ?? {};
  const expected = digestsOfSlot(facts).definition;
  if (definition !== undefined && expected !== undefined && definition !== expected)
    return "its record is of another version of the definition";
  const prepared = preparedOf(facts, record.attempt);
  if (bundle !== undefined && prepared.bundle !== undefined && bundle !== prepared.bundle)
    return "its record is of another bundle than the one that was prepared";
  return undefined;
}

/** What was prepared for an attempt. */
interface Preparation {
  readonly bundle: string | undefined;
  readonly head: string | undefined;
}

/** The latest preparation of an attempt, as far as it is told. */
function preparedOf({ events }: SlotFacts, attempt: number): Preparation {
  const event = events.findLast(
    ({ type, data }) => type === "prepared" && (data?.attempt === undefined || data.attempt === attempt),
  );
  return { bundle: textOf(event?.data?.digest), head: textOf(event?.data?.head) };
}

/** Whether somebody else than who ran and sent it says that it is so. */
function isConfirmed({ events }: SlotFacts, { record, sent_by: sender }: EvidenceRecord): boolean {
  return events.some(
    ({ type, data, by }) =>
      type === "note" &&
      data?.kind === "confirmed" &&
      data.record === record.record_id &&
      by !== sender &&
      by !== record.actor,
  );
}
