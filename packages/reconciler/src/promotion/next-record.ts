import {
  evaluate,
  type Gate,
  nextLink,
  type PromotionDecision,
  policyDigest,
  policyOfLoop,
  recordDigest,
  recordedTimeFlaw,
} from "@coulomb-loop/cadence";
import type { Settled } from "@coulomb-loop/proposals";
import type { Evidence, Promotion } from "@coulomb-loop/schemas";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import { flawOf, type JudgedLoop, type PromotedLoop, promotionKeys, wholeOf } from "./judge-loop.ts";
import { promotionRecord } from "./promotion-content.ts";
import { promotionText } from "./promotion-text.ts";
import type { FoundPromotion, FoundProposals } from "./read-promotion.ts";
import { type Merged, unmergedWords } from "./merge-record.ts";
import type { RecordProposal, WriteContext } from "./settle-record.ts";

/** The next record of a loop, about an attempt. */
export function newRecord(
  { place, time }: WriteContext,
  { facts }: JudgedLoop,
  loop: string,
  attempt: NonNullable<PromotionDecision["attempt"]>,
  gates: readonly Gate[],
  evidence: Evidence | undefined,
  more: Parameters<typeof promotionRecord>[1],
): Promotion {
  const cadence = policyOfLoop(facts);
  if (cadence === undefined) throw new Error(`the loop ${loop} has no policy`);
  const { id, prev } = nextLink(facts.chain);
  return promotionRecord(
    {
      id,
      prev,
      loop,
      attempt,
      gates,
      policyDigest: policyDigest(cadence, facts.documents.coulomb?.value.people),
      evidence,
      installation: place.installation,
      now: time,
    },
    more,
  );
}

/** A record with the words of its proposal. */
export function proposalOf(
  { place }: WriteContext,
  { facts, decision }: JudgedLoop,
  record: Promotion,
  evidence: Evidence | undefined,
  gates: readonly Gate[],
): RecordProposal {
  const flaw = flawOf(decision);
  const text = promotionText({
    documents: facts.documents,
    record,
    gates,
    // What was proved once; a later cycle may have failed.
    results: evidence === undefined ? [] : evaluate(evidence),
    ...(flaw === undefined ? {} : { flaw }),
    earliest: decision.earliest,
    byCommand: place.forge.capabilities.identity === "signature",
  });
  const key =
    record.direction === "promote" ? promotionKeys(record.loop).promote : promotionKeys(record.loop).demote;
  const shows = gates
    .map(({ key: name, result, description }) => `${name} ${result} ${description}`)
    .concat(flaw ?? [])
    .join("\n");
  return { key, record, evidence, text, shows };
}

/** Where a settled proposal is. */
export function placeOfSettled({ number, url }: Settled): Pick<PromotedLoop, "proposal"> {
  if (number === undefined) return {};
  return { proposal: { number, ...(url === undefined ? {} : { url }) } };
}

/** Where an open proposal is. */
export function placeOf({ summary }: FoundPromotion): NonNullable<PromotedLoop["proposal"]> {
  return { number: summary.ref.number, ...(summary.url === undefined ? {} : { url: summary.url }) };
}

/** What settling a record came to, in words. */
export function wordsOf({ rest, message }: Settled, { id }: Promotion): string {
  return rest === "proposed" ? `${id} is proposed` : `${id}: ${message}`;
}

/** What merging a record came to. */
export function mergedOf(judged: JudgedLoop, open: FoundPromotion, merged: Merged): PromotedLoop {
  const { record } = open;
  const base = { judged, record, proposal: placeOf(open) };
  return merged.kind === "merged"
    ? { ...base, merged: merged.commit, message: `${record.id} is merged` }
    : { ...base, failed: true, message: unmergedWords(record.id, merged) };
}

/**
 * A record that is proposed already, or in its branch, and says the same, at a time that may be: it is gone on with, and nothing is written
 * twice. Who can push to the branch cannot date it ahead.
 */
export function standing(found: FoundProposals, fresh: Promotion): Promotion {
  const before = recordOf(found);
  if (before === undefined || said(before) !== said(fresh)) return fresh;
  return recordedTimeFlaw(before, Number.NEGATIVE_INFINITY, Date.parse(fresh.proposed_at)) === undefined
    ? before
    : fresh;
}

/** The record of an open proposal, or of a branch that has none. */
export function recordOf(found: FoundProposals): Promotion | undefined {
  return wholeOf(found)?.record ?? found.left;
}

function said({ proposed_at: _at, ...rest }: Promotion): string {
  return canonicalJson(rest);
}

/** Whether a proposal holds exactly a record, and what the tool writes for it. */
export function holds({ record, diff }: FoundPromotion, wanted: Promotion): boolean {
  return diff.ok && recordDigest(record) === recordDigest(wanted);
}
