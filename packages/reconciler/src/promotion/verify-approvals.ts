import {
  type ApprovalState,
  countApprovals,
  type PromotionResponse,
  policyOfLoop,
} from "@coulomb-loop/cadence";
import type { Coulomb, Finding, PromotionSeal, ResponseRecord } from "@coulomb-loop/schemas";
import { signedWords } from "./signed-words.ts";
import { findingAt, type MergeFacts, type RecordInHand, unmet } from "./verify-facts.ts";

/** An approval that counts, and who proves whose it is. */
export interface VerifiedApproval {
  readonly user: string;
  readonly proof: "signature" | "forge" | "unsigned";
}

/** What the approvals of a sealed promotion come to. */
export interface VerifiedApprovals {
  readonly approvals: readonly VerifiedApproval[];
  readonly findings: readonly Finding[];
}

/**
 * Counts the approvals of a seal anew, by the policy and the people that its merge was made on: each is for the merged head, the evidence
 * and the policy, by somebody who may, and signed by a key of that person, or else only claimed by the forge (page 07 P9 to P12). Pure.
 */
export function verifyApprovals(inHand: RecordInHand, merge: MergeFacts): VerifiedApprovals {
  const { record, seal, evidence } = inHand;
  const config = merge.base?.documents.coulomb?.value;
  const cadence = merge.base === undefined ? undefined : policyOfLoop({ ...merge.base, loop: record.loop });
  const name = cadence?.phases.find((phase) => phase.name === record.from)?.approval;
  const policy = cadence?.approvals?.find((each) => each.name === name);
  // A merge whose first parent cannot be read, or has no policy, is a finding of its own.
  if (seal === undefined || record.direction !== "promote" || cadence === undefined) return none;
  if (config === undefined || (policy === undefined && name !== undefined)) return unread(inHand);
  if (policy === undefined) return none;
  const given = seal.responses.map((response) => givenOf(response, config, merge));
  const state = countApprovals(
    policy,
    config.people ?? [],
    given,
    {
      record: record.id,
      head: seal.head ?? seal.merge_commit,
      evidenceDigest: record.evidence_digest,
      policyDigest: record.policy_digest,
    },
    {
      forge: config.ops_repo.forge,
      authors: merge.authors,
      own: new Set([config.installation]),
      evidence: evidence === "broken" ? undefined : evidence,
    },
    merge.time,
  );
  return {
    approvals: approvalsOf(state),
    findings: [...lacking(inHand, state), ...objections(inHand, seal, given, state, merge)],
  };
}

const none: VerifiedApprovals = { approvals: [], findings: [] };

function unread(inHand: RecordInHand): VerifiedApprovals {
  const message = `who had to approve ${inHand.record.id} cannot be told: its policy or the people then cannot be read`;
  return {
    approvals: [],
    findings: [findingAt(inHand.file, [], "promotion_approval", message, unmet(inHand))],
  };
}

/** What the policy asks for and the seal has not. */
function lacking(inHand: RecordInHand, { result, description }: ApprovalState): readonly Finding[] {
  const message = `${inHand.record.id} was merged without what its policy asks for: ${description}`;
  return result === "success"
    ? []
    : [findingAt(inHand.sealFile, ["responses"], "promotion_approval", message, unmet(inHand))];
}

function approvalsOf({ responses }: ApprovalState): readonly VerifiedApproval[] {
  const counted = new Map<string, VerifiedApproval>();
  for (const { user, because, response } of responses)
    if (user !== undefined && because === undefined && response.action === "approve")
      counted.set(user, { user, proof: response.proof });
  return [...counted.values()];
}

/** Why responses of the seal do not count: a seal holds only those that did. */
function objections(
  inHand: RecordInHand,
  seal: PromotionSeal,
  given: readonly PromotionResponse[],
  { responses }: ApprovalState,
  merge: MergeFacts,
): readonly Finding[] {
  const { sealFile } = inHand;
  return seal.responses.flatMap((response, at) => {
    const counted = responses.find((each) => each.response === given[at]);
    if (counted?.because === undefined) return [];
    const words = `what ${response.user} answered does not count: ${counted.because}`;
    const path = ["responses", at];
    return merge.signatureFlaws.has(response)
      ? [findingAt(sealFile, path, "promotion_signature", words, unmet(inHand))]
      : [findingAt(sealFile, path, "promotion_approval", words, unmet(inHand))];
  });
}

/** A response of a seal, as it is counted. */
function givenOf(response: ResponseRecord, config: Coulomb, merge: MergeFacts): PromotionResponse {
  const { user, login, action, time, message, head, proof = "forge" } = response;
  const base = { action, at: Date.parse(time), message, head, proof };
  if (proof === "forge") {
    const flaw = claimFlaw(response, config);
    return {
      ...base,
      ...(login === undefined ? { user } : { login }),
      ...(flaw === undefined ? {} : { flaw }),
    };
  }
  const said = signedWords(response);
  if (typeof said === "string") return { ...base, user, flaw: said };
  const { record, evidenceDigest, policyDigest } = said;
  const flaw = merge.signatureFlaws.get(response);
  return { ...base, user, record, evidenceDigest, policyDigest, ...(flaw === undefined ? {} : { flaw }) };
}

/** Why a claim of the forge cannot be one: plain git claims nothing, and a login is of one person. */
function claimFlaw(
  { user, login }: ResponseRecord,
  { forges, ops_repo: { forge }, people = [] }: Coulomb,
): string | undefined {
  if (forges.find(({ name }) => name === forge)?.kind === "git")
    return "on plain git only a signature proves whose it is, and it has none";
  const owner = people.find(({ logins }) => login !== undefined && logins?.[forge] === login)?.user;
  return owner === user ? undefined : `the login ${login ?? "of nobody"} is not that of ${user}`;
}
