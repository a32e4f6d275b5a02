import { chainOfLoop } from "@coulomb-loop/cadence";
import { compareFindings, type Finding, type Promotion, type PromotionSeal } from "@coulomb-loop/schemas";
import { recordPath } from "./promotion-content.ts";
import { type VerifiedApproval, verifyApprovals } from "./verify-approvals.ts";
import { verifyEvidence } from "./verify-evidence.ts";
import type { RecordInHand, VerifyFacts } from "./verify-facts.ts";
import { verifyMerge } from "./verify-merge.ts";

/** A record, and how strong what it rests on is. */
export interface VerifiedRecord {
  readonly record: Promotion;
  readonly seal: PromotionSeal | undefined;
  readonly approvals: readonly VerifiedApproval[];
}

/** What the verification of a loop came to. */
export interface VerifiedLoop {
  readonly loop: string;
  readonly records: readonly VerifiedRecord[];
  readonly findings: readonly Finding[];
}

/**
 * Verifies the records of a loop from what git tells: each file has one version, the chain is whole, evidence, policy, roster and approvals
 * are what the records say (page 07 P23). Pure.
 */
export function verifyLoop(facts: VerifyFacts): VerifiedLoop {
  const { loop, documents } = facts;
  const chain = chainOfLoop(documents, loop);
  const verified = chain.records.map((record) => verifyRecord(facts, record, chain.seals.get(record.id)));
  return {
    loop,
    records: verified.map(({ findings: _findings, ...each }) => each),
    findings: [
      ...facts.findings,
      ...facts.changes.map(
        ({ file, what, where }): Finding => ({
          code: "promotion_history",
          severity: "error",
          message: `${file} was ${what} ${where}: every file of a record has one version`,
          hint: "restore it as it was added: git log --follow shows what it was",
          file,
        }),
      ),
      ...verified.flatMap(({ findings }) => findings),
    ].toSorted(compareFindings),
  };
}

function verifyRecord(
  facts: VerifyFacts,
  record: Promotion,
  seal: PromotionSeal | undefined,
): VerifiedRecord & { readonly findings: readonly Finding[] } {
  const path = (what: "" | ".evidence" | ".seal") => recordPath(facts.documents, facts.loop, record.id, what);
  const inHand: RecordInHand = {
    record,
    file: path(""),
    seal,
    sealFile: path(".seal"),
    evidenceFile: path(".evidence"),
    evidence: facts.evidence.get(record.id),
  };
  const merge = facts.merges.get(record.id);
  const approved = merge === undefined ? { approvals: [], findings: [] } : verifyApprovals(inHand, merge);
  return {
    record,
    seal,
    approvals: approved.approvals,
    findings: [
      ...verifyEvidence(inHand, merge),
      ...(merge === undefined ? [] : verifyMerge(inHand, merge)),
      ...approved.findings,
      ...pending(inHand),
    ],
  };
}

/** What is merged and not sealed waits for its targets; holds and releases are never sealed. */
function pending({ record, file, seal }: RecordInHand): readonly Finding[] {
  const isSealed = seal !== undefined || record.direction === "hold" || record.direction === "release";
  return isSealed
    ? []
    : [
        {
          code: "promotion_pending",
          severity: "info",
          message: `${record.id} has no seal yet: its approvals cannot be verified before`,
          hint: "coulomb promote seals it once its targets' schedules are settled",
          file,
        },
      ];
}
