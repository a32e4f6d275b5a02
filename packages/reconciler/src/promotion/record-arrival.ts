import { countApprovals, policyDigest, type PromotionResponse } from "@coulomb-loop/cadence";
import type { ProposalDetail } from "@coulomb-loop/forge";
import type { Promotion, ResponseRecord } from "@coulomb-loop/schemas";
import type { Bringing, JudgedLoop, PolicyBefore, PromotionPorts } from "./judge-loop.ts";
import { recordPath } from "./promotion-content.ts";
import { authorsOf, evidenceAt } from "./read-promotion.ts";
import { responsesOf } from "./read-responses.ts";
import { statusContext } from "./merge-record.ts";
import type { WriteContext } from "./settle-record.ts";

/** How a record came to the default branch. */
export interface Arrival {
  readonly brought: Bringing;
  /** The merged proposal; `undefined`: it came past every proposal. */
  readonly detail: ProposalDetail | undefined;
  /** The responses that counted when it was merged, with all that proves them. */
  readonly responses: ResponseRecord[];
  /** Why it cannot be proved that every gate was met (page 07 P7), in words; `undefined`: it is. */
  readonly external: string | undefined;
}

/** Nothing can be sealed yet. A suspect may have come by hand: until that is known its targets are held. */
export interface NoArrival {
  readonly waits: string;
  readonly isSuspect: boolean;
}

/**
 * Finds out how a record of the chain came to the default branch. Every gate of a promotion was met only where the tool merged it itself: by
 * the installation's account, right after it posted success on that head, with a commit of two parents, on the policy of the record, and
 * with answers that meet it as they stood then. Anything else is external, also what cannot be known.
 */
export async function arrivalOf(
  context: WriteContext,
  ports: PromotionPorts,
  judged: JudgedLoop,
  record: Promotion,
): Promise<Arrival | NoArrival> {
  const brought = await ports.broughtBy(recordPath(judged.facts.documents, record.loop, record.id));
  if (brought === undefined) {
    const waits = `the history that is here does not tell how ${record.id} was merged: git fetch --unshallow`;
    return { waits, isSuspect: true };
  }
  const found = await mergedDetail(context, judged, record);
  if (typeof found === "string") return { waits: `${record.id}: ${found}`, isSuspect: true };
  if (found === undefined) return pastProposals(context, judged, record, brought);
  const policy = await ports.policyBefore(record.loop, brought.commit);
  const answers = await answersOf(context, ports, judged, { record, detail: found, policy });
  const external =
    mergeFlaw(found, brought) ??
    (record.direction === "promote" ? promotionFlaw(context, found, record, policy) : undefined) ??
    answers.flaw;
  return { brought, detail: found, responses: answers.responses, external };
}

/** The merged proposal that brought a record; a text says why it cannot be told. */
async function mergedDetail(
  { place }: WriteContext,
  { promote, demote }: JudgedLoop,
  record: Promotion,
): Promise<ProposalDetail | string | undefined> {
  const { proposals } = record.direction === "promote" ? promote : demote;
  for (const { ref, state } of proposals) {
    if (state !== "merged") continue;
    const detail = await place.forge.inspect(ref);
    if (detail.kind === "unknown") return detail.message;
    if (detail.value.changed.some(({ path }) => path.endsWith(`/${record.id}.yaml`))) return detail.value;
  }
  return undefined;
}

/** Proposals of a branch that forges tell of. */
const listed = 5;
/** A forge may tell a little later that a proposal was merged. */
const lagMs = 10 * 60_000;

/** No merged proposal has it. A merge may be one that the forge does not tell of yet, or not any more; a squash or a pick never is. */
function pastProposals(
  { time }: WriteContext,
  { promote, demote }: JudgedLoop,
  record: Promotion,
  brought: Bringing,
): Arrival | NoArrival {
  const { proposals } = record.direction === "promote" ? promote : demote;
  const isMergeOf = (head: string) => brought.parents.slice(1).includes(head);
  const age = time - brought.at;
  const isLate =
    age >= 0 && age < lagMs && proposals.some(({ state, head }) => state === "open" && isMergeOf(head));
  const from = Date.parse(record.proposed_at);
  const isUnlisted =
    brought.parents.length > 1 &&
    proposals.length >= listed &&
    proposals.every(({ openedAt }) => openedAt > from);
  if (isLate || isUnlisted)
    return { waits: `the forge does not tell of the merge of ${record.id}`, isSuspect: isLate };
  return { brought, detail: undefined, responses: [], external: "it came past its proposal" };
}

/** Success stands on its head, which only the tool posts, right before it merges; and that very head was merged, as the tool does it. */
function mergeFlaw({ summary, statuses }: ProposalDetail, { commit, parents }: Bringing): string | undefined {
  const { head, mergedOid } = summary;
  const last = statuses.findLast((each) => each.context === statusContext && each.head === head);
  if (last?.state !== "success") return "no run had found that every gate is met";
  return commit === mergedOid && parents.slice(1).includes(head)
    ? undefined
    : "it was not merged with a commit of two parents, as the tool merges";
}

/** Others may merge on the success of a run that died: what its gates had come to by then nobody knows. */
function promotionFlaw(
  { place }: WriteContext,
  { summary: { closedBy } }: ProposalDetail,
  record: Promotion,
  policy: PolicyBefore | undefined,
): string | undefined {
  if (closedBy === undefined || !place.own.has(closedBy))
    return `${closedBy ?? "somebody"} merged it, and not the installation`;
  const isSame = policy !== undefined && policyDigest(policy.cadence, policy.people) === record.policy_digest;
  return isSame ? undefined : "it was merged on another policy than its record says";
}

interface Answers {
  readonly responses: ResponseRecord[];
  /** What the policy asks for and they lack. */
  readonly flaw: string | undefined;
}

/** The responses as they stood when it was merged, by the policy and the people of then. */
async function answersOf(
  { place }: WriteContext,
  { check }: PromotionPorts,
  { facts }: JudgedLoop,
  {
    record,
    detail,
    policy,
  }: {
    readonly record: Promotion;
    readonly detail: ProposalDetail;
    readonly policy: PolicyBefore | undefined;
  },
): Promise<Answers> {
  const name = policy?.cadence.phases.find((phase) => phase.name === record.from)?.approval;
  const approvers = policy?.cadence.approvals?.find((each) => each.name === name);
  if (policy === undefined || approvers === undefined || record.direction !== "promote")
    return { responses: [], flaw: undefined };
  const given = await responsesOf(detail, check);
  const { summary } = detail;
  const counted = countApprovals(
    approvers,
    policy.people,
    given.map(({ response }) => response),
    {
      record: record.id,
      head: summary.head,
      evidenceDigest: record.evidence_digest,
      policyDigest: record.policy_digest,
    },
    {
      forge: place.forgeName,
      authors: authorsOf(detail),
      own: place.own,
      evidence: await evidenceAt(place, facts.documents, record, summary.head),
    },
    summary.closedAt ?? facts.now,
  );
  return {
    flaw: counted.result === "success" ? undefined : counted.description,
    responses: counted.responses.flatMap(({ response, user, because }) =>
      because === undefined && user !== undefined
        ? [responseRecord(user, response, given.find((each) => each.response === response)?.signed)]
        : [],
    ),
  };
}

function responseRecord(
  user: string,
  { action, at, message, head, login, proof }: PromotionResponse,
  signed: ProposalDetail["responses"][number]["signed"],
): ResponseRecord {
  return {
    user,
    ...(login === undefined ? {} : { login }),
    action,
    time: new Date(at).toISOString(),
    message,
    head,
    proof,
    ...(signed === undefined ? {} : { statement: signed.statement, payload: base64(signed.payload) }),
    ...(signed?.signature === undefined ? {} : { signature: signed.signature }),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
