import type { EvidenceEvent, EvidenceRecord } from "@coulomb-loop/schemas";
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
    prepared !== undefined &&
    bundle !== undefined &&
    bundle === textOf(prepared.data?.digest) &&
    head !== undefined &&
    head === textOf(prepared.data?.head)
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
  const prepared = textOf(preparedOf(facts, record.attempt)?.data?.digest);
  if (bundle !== undefined && prepared !== undefined && bundle !== prepared)
    return "its record is of another bundle than the one that was prepared";
  return undefined;
}

/** The preparation of an attempt. */
function preparedOf({ events }: SlotFacts, attempt: number): EvidenceEvent | undefined {
  return events.findLast(
    ({ type, data }) => type === "prepared" && (data?.attempt === undefined || data.attempt === attempt),
  );
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
