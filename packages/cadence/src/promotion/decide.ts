import type { Evidence, Promotion } from "@coulomb-loop/schemas";
import type { Result } from "../evidence/verdict.ts";
import { parseInstant } from "../instant.ts";
import {
  type ApprovalParts,
  type ApprovalState,
  countApprovals,
  type PromotionResponse,
} from "./approval.ts";
import {
  type Attempt,
  type Candidate,
  candidatesOf,
  coveredBy,
  policyOfLoop,
  possibleAttempts,
} from "./attempt.ts";
import { earliestMerge } from "./earliest.ts";
import { evidenceFlaw, knownEvidence } from "./evidence-flaw.ts";
import { type Gate, leadingGate } from "./gate.ts";
import { aggregate, type GateFacts, gatesOf, mayOpen, type Soundness } from "./gates.ts";
import { recordFlaw } from "./record-flaw.ts";
import { nextLink, policyDigest } from "./records.ts";

/** The open proposal of a promotion, as its branch and the forge have it. */
export interface OpenPromotion {
  readonly head: string;
  readonly record: Promotion;
  /** What is pinned beside the record. */
  readonly evidence: Evidence;
  /** Whether its diff is byte for byte what the tool writes for this record. */
  readonly diff: Soundness;
  /** Why its branch cannot be what the tool writes any more, where the base branch moved; `undefined`: it can. */
  readonly outdated: string | undefined;
  readonly responses: readonly PromotionResponse[];
  readonly parts: Omit<ApprovalParts, "evidence">;
}

/** What a promotion is decided from (page 07 P3). */
export interface PromotionFacts extends Omit<GateFacts, "candidates" | "diff" | "approval"> {
  /** `undefined`: none is open. */
  readonly open: OpenPromotion | undefined;
}

/** What is to be done. */
export type PromotionAction =
  /** Nothing can be done now. */
  | "none"
  /** A proposal is to be opened. */
  | "open"
  /** The open one rests on what is no more, and is made anew: another head, another approval. */
  | "update"
  /** A person is to be asked. */
  | "ask"
  /** Every gate is met. */
  | "merge"
  /** The open one has no target any more. */
  | "close";

/** What a run does for one loop, and all that led to it. */
export interface PromotionDecision {
  readonly action: PromotionAction;
  /** What it is about; `undefined`: no repo could ever be promoted. */
  readonly attempt: Attempt | undefined;
  readonly gates: readonly Gate[];
  /** Worst of the gates that count; of an open proposal that does not stand, of those that it would have anew. */
  readonly result: Result;
  readonly approval: ApprovalState | undefined;
  /** Every active repo of the loop. */
  readonly candidates: readonly Candidate[];
  /** Why the open proposal is made anew or closed, in words. */
  readonly because?: string;
  /** What has to come first, in words, where the open proposal does not stand and cannot be made anew yet. */
  readonly renewedOnce?: string;
  /** When it can be merged at the earliest, as far as crons, soak, cooldown and windows say; people get no date. Epoch milliseconds. */
  readonly earliest: number | undefined;
}

/** Decides what to do for the promotion of one loop (page 07 P1 to P5). Pure: the same facts give the same decision. */
export function decidePromotion(facts: PromotionFacts): PromotionDecision {
  const candidates = candidatesOf(facts);
  const fresh = freshAttempt(facts, candidates);
  const { open } = facts;
  if (open === undefined) return forFresh(facts, candidates, fresh, undefined, undefined);
  const attempt = recordedAttempt(candidates, open.record);
  const stale = staleness(facts, attempt, open);
  if (stale !== undefined) {
    const renewed = forFresh(facts, candidates, fresh, open, stale);
    return renewed.action === "none" ? forStale(facts, renewed, open, stale) : renewed;
  }
  const approval = approvalOf(facts, attempt, open);
  const gates = gatesOf({ ...facts, candidates, diff: open.diff, approval }, attempt);
  const result = aggregate(gates);
  const base = {
    attempt,
    gates,
    result,
    approval,
    candidates,
    earliest: earliestMerge(facts, attempt, gates),
  };
  if (result === "success") return { ...base, action: "merge" };
  return { ...base, action: isWaitingForPeople(gates) ? "ask" : "none" };
}

/** Only people are missing, or time. */
function isWaitingForPeople(gates: readonly Gate[]): boolean {
  const waits = gates.filter(({ enforced, result }) => enforced && result !== "success");
  return (
    waits.some(({ key, result }) => key === "approval" && result === "pending") &&
    waits.every(({ key }) => key === "approval" || key === "window")
  );
}

function forFresh(
  facts: PromotionFacts,
  candidates: readonly Candidate[],
  fresh: Attempt | undefined,
  open: OpenPromotion | undefined,
  because: string | undefined,
): PromotionDecision {
  const gates =
    fresh === undefined ? [] : gatesOf({ ...facts, candidates, diff: undefined, approval: undefined }, fresh);
  const why = because === undefined ? {} : { because };
  const base = {
    attempt: fresh,
    gates,
    result: aggregate(gates),
    approval: undefined,
    candidates,
    earliest: fresh === undefined ? undefined : earliestMerge(facts, fresh, gates),
    ...why,
  };
  if (fresh === undefined || fresh.targets.length === 0)
    return { ...base, action: open === undefined ? "none" : "close" };
  if (mayOpen(gates)) return { ...base, action: open === undefined ? "open" : "update" };
  return { ...base, action: "none" };
}

/** What an open proposal shows that cannot be made anew yet: its own targets and gates, and what has to come first. */
function forStale(
  facts: PromotionFacts,
  renewed: PromotionDecision,
  { record, diff }: OpenPromotion,
  stale: string,
): PromotionDecision {
  const { candidates } = renewed;
  const attempt = shownAttempt(candidates, record);
  const gates = gatesOf({ ...facts, candidates, diff, approval: undefined, stale }, attempt);
  const first = leadingGate(renewed.gates);
  return {
    ...renewed,
    attempt,
    gates,
    ...(first === undefined ? {} : { renewedOnce: `${first.key}: ${first.description}` }),
  };
}

/** The attempt of a record with all its targets that still are in their phase; who of them may not go is left out as well. */
function shownAttempt(candidates: readonly Candidate[], record: Promotion): Attempt {
  const { from = "", to = "", wave, targets } = record;
  const found = targets.map(({ repo }) => ({ repo, each: candidates.find((one) => one.repo.id === repo) }));
  return {
    from,
    to,
    wave,
    targets: found.flatMap(({ each }) => (each?.repo.phase === from ? each : [])),
    leftOut: found.flatMap(({ repo, each }) => {
      if (each === undefined) return [{ repo, because: "no more in the loop", cooldown: 0 }];
      const because = each.repo.phase === from ? coveredBy(each) : `in ${each.repo.phase} by now`;
      return because === undefined ? [] : [{ repo, because, cooldown: each.cooldown }];
    }),
  };
}

/** The attempt that is ready in the earliest phase, else the earliest that has a target, else the earliest. */
function freshAttempt(facts: PromotionFacts, candidates: readonly Candidate[]): Attempt | undefined {
  const all = possibleAttempts(facts, candidates);
  const none = { candidates, diff: undefined, approval: undefined };
  return (
    all.find((attempt) => attempt.targets.length > 0 && mayOpen(gatesOf({ ...facts, ...none }, attempt))) ??
    all.find(({ targets }) => targets.length > 0) ??
    all[0]
  );
}

/** The attempt of a record, with its targets as they are now. */
function recordedAttempt(
  candidates: readonly Candidate[],
  { from = "", to = "", wave, targets }: Promotion,
): Attempt {
  const ids = new Set(targets.map(({ repo }) => repo));
  const members = candidates.filter(({ repo }) => ids.has(repo.id) && repo.phase === from);
  return {
    from,
    to,
    wave,
    targets: members.filter(({ history, cooldown }) => history.heldBy === undefined && cooldown === 0),
    leftOut: [],
  };
}

/** Why an open proposal has to be made anew; `undefined`: it stands, and so do the approvals of it. */
function staleness(facts: PromotionFacts, attempt: Attempt, open: OpenPromotion): string | undefined {
  const { record } = open;
  if (attempt.targets.length !== record.targets.length)
    return "a target is held, cools down, or is in another phase by now";
  if (open.outdated !== undefined) return open.outdated;
  if (record.prev_record_digest !== nextLink(facts.chain).prev) return "another record came in between";
  const cadence = policyOfLoop(facts);
  const people = facts.documents.coulomb?.value.people;
  if (cadence === undefined || record.policy_digest !== policyDigest(cadence, people))
    return "the policy or the people changed";
  const asOf = parseInstant(open.evidence.as_of);
  return recordFlaw(facts, cadence, attempt, record, asOf) ?? evidenceFlaw(facts, cadence, attempt, open);
}

function approvalOf(
  facts: PromotionFacts,
  { from }: Attempt,
  open: OpenPromotion,
): ApprovalState | undefined {
  const cadence = policyOfLoop(facts);
  const name = cadence?.phases.find((phase) => phase.name === from)?.approval;
  const policy = cadence?.approvals?.find((each) => each.name === name);
  if (cadence === undefined || policy === undefined) return undefined;
  const people = facts.documents.coulomb?.value.people ?? [];
  const binding = {
    record: open.record.id,
    head: open.head,
    evidenceDigest: open.record.evidence_digest,
    policyDigest: policyDigest(cadence, people),
  };
  const parts = { ...open.parts, evidence: knownEvidence(facts, open) };
  return countApprovals(policy, people, open.responses, binding, parts, facts.now);
}
