import {
  countApprovals,
  type PromotionResponse,
  policyDigest,
  recordDigest,
  resolveDesired,
} from "@coulomb-loop/cadence";
import { writeYaml } from "@coulomb-loop/documents";
import type { ProposalDetail } from "@coulomb-loop/forge";
import type { Promotion, PromotionSeal, ResponseRecord } from "@coulomb-loop/schemas";
import { blobId, digestOf } from "@coulomb-loop/schemas/digest";
import {
  type JudgedLoop,
  type PolicyBefore,
  type PromotionPorts,
  promotionKeys,
  type SealedRecords,
} from "./judge-loop.ts";
import { recordPath } from "./promotion-content.ts";
import { authorsOf, evidenceAt, inspectOpen, responsesOf } from "./read-promotion.ts";
import { mergeRecord, settleWanted, statusContext, type WriteContext } from "./settle-record.ts";

/** A record that can be sealed, with the proposal that brought it. */
interface Due {
  readonly record: Promotion;
  readonly seal: PromotionSeal;
}

/**
 * Seals every record of a loop whose targets are settled, and at once one that was merged by hand or with a gate unmet: what became of it,
 * in a proposal of its own that the tool merges, since it carries no authority (page 07 P7, P22). `undefined`: none is due.
 */
export async function sealLoop(
  context: WriteContext,
  ports: PromotionPorts,
  loop: string,
  judged: JudgedLoop,
): Promise<SealedRecords | undefined> {
  const { base, facts } = judged;
  const due = await dueSeals(context, ports, judged);
  if (due.length === 0) return undefined;
  const ids = due.map(({ record }) => record.id);
  const files = due.map(({ record, seal }) => {
    const content = new TextEncoder().encode(writeYaml(seal, sealComment));
    const path = recordPath(facts.documents, loop, record.id, ".seal");
    return { path, base: null, result: blobId(content, base.format), content };
  });
  const key = promotionKeys(loop).seal;
  const found = await inspectOpen(context.place, key);
  const settled = await settleWanted(context, key, found, {
    plan: digestOf(files.map(({ path, result }) => [path, result])),
    inputs: digestOf(ids),
    change: digestOf(due.map(({ seal: { sealed_at: _at, ...said } }) => said)),
    class: "seal",
    values: Object.fromEntries(due.map(({ record, seal }) => [record.id, seal.result])),
    files,
    title: `Seal ${ids.join(", ")}`,
    text: due.map(lineOf).join("\n"),
    labels: ["coulomb:seal"],
    draft: false,
  });
  const open = (await inspectOpen(context.place, key)).open;
  const wanted = new Map(files.map(({ path, result }) => [path, result]));
  const isExact =
    open?.changed.length === files.length &&
    open.changed.every(({ path, headBlob }) => wanted.get(path) === headBlob);
  if (open === undefined || !isExact)
    return {
      records: [],
      failed: true,
      message: `${ids.join(", ")} could not be sealed: ${settled.message}`,
    };
  const merged = await mergeRecord(
    context,
    { summary: open.summary, detail: open, head: open.summary.head },
    `the seal of ${ids.join(", ")}`,
  );
  return merged.kind === "merged"
    ? { records: ids, message: `${ids.join(", ")} sealed` }
    : { records: [], failed: true, message: `${ids.join(", ")} could not be sealed: ${merged.message}` };
}

const sealComment = "Written by coulomb promote. It is never changed or removed.";

function lineOf({ record, seal }: Due): string {
  const states = seal.targets.map(({ repo, state }) => `${repo}: ${state}`).join(", ");
  return `- **${record.id}** (${record.direction}): ${seal.result}${states === "" ? "" : `; ${states}`}`;
}

async function dueSeals(
  context: WriteContext,
  ports: PromotionPorts,
  judged: JudgedLoop,
): Promise<readonly Due[]> {
  const { facts } = judged;
  const due: Due[] = [];
  for (const record of facts.chain.records) {
    if (facts.chain.seals.has(record.id)) continue;
    if (record.direction !== "promote" && record.direction !== "demote") continue;
    const detail = await mergedDetail(context, judged, record);
    if (detail === undefined) continue;
    const { mergedOid } = detail.summary;
    const policy = mergedOid === undefined ? undefined : await ports.policyBefore(record.loop, mergedOid);
    const isExternal = !hasSuccess(detail) || isOtherPolicy(record, policy);
    // Whether the policy was still that of the record cannot be told.
    if (!isExternal && policy === undefined && record.direction === "promote") continue;
    const targets = targetStates(judged, record);
    if (!isExternal && targets.some(({ state }) => state === "waiting")) continue;
    due.push({
      record,
      seal: await sealOf(context, ports, judged, { record, detail, policy, isExternal, targets }),
    });
  }
  return due;
}

/** The merged proposal that brought a record. */
async function mergedDetail(
  { place }: WriteContext,
  { promote, demote }: JudgedLoop,
  record: Promotion,
): Promise<ProposalDetail | undefined> {
  const { proposals } = record.direction === "promote" ? promote : demote;
  for (const { ref, state } of proposals) {
    if (state !== "merged") continue;
    const detail = await place.forge.inspect(ref);
    if (
      detail.kind === "known" &&
      detail.value.changed.some(({ path }) => path.endsWith(`/${record.id}.yaml`))
    )
      return detail.value;
  }
  return undefined;
}

/** Whether every gate was met when it was merged: success stands on its head, which only the tool posts, right before it merges. */
function hasSuccess({ summary: { head }, statuses }: ProposalDetail): boolean {
  return (
    statuses.findLast((each) => each.context === statusContext && each.head === head)?.state === "success"
  );
}

/** Whether a promotion was merged under another policy than its record says: the base branch moved meanwhile. */
function isOtherPolicy(record: Promotion, policy: PolicyBefore | undefined): boolean {
  if (record.direction !== "promote" || policy === undefined) return false;
  return policyDigest(policy.cadence, policy.people) !== record.policy_digest;
}

type TargetState = PromotionSeal["targets"][number];

function targetStates({ facts }: JudgedLoop, record: Promotion): readonly TargetState[] {
  const active = new Map(
    resolveDesired(facts.documents, facts.now)
      .filter(({ loop }) => loop === record.loop)
      .map((repo) => [repo.id, repo]),
  );
  return record.targets.map(({ repo, to }): TargetState => {
    const desired = active.get(repo);
    if (desired === undefined) return { repo, state: "gone" };
    const sync = facts.sync.get(repo);
    // A later record may have moved it on: then this one is over.
    if (desired.phase !== to || sync?.state === "in_sync") return { repo, state: "in_sync" };
    return { repo, state: sync?.state === "opted_out" ? "declined" : "waiting" };
  });
}

interface SealFacts {
  readonly record: Promotion;
  readonly detail: ProposalDetail;
  readonly policy: PolicyBefore | undefined;
  readonly isExternal: boolean;
  readonly targets: readonly TargetState[];
}

async function sealOf(
  { place, time }: WriteContext,
  ports: PromotionPorts,
  judged: JudgedLoop,
  { record, detail, policy, isExternal, targets }: SealFacts,
): Promise<PromotionSeal> {
  const { summary } = detail;
  return {
    schema_version: "promotion-seal/v1",
    record: record.id,
    record_digest: recordDigest(record),
    merge_commit: summary.mergedOid ?? summary.head,
    head: summary.head,
    merged_by: summary.closedBy ?? place.installation,
    sealed_at: new Date(time).toISOString(),
    responses: await countedResponses(place, ports, judged, { record, detail, policy }),
    targets: [...targets],
    result: isExternal ? "external" : "merged",
  };
}

/** The responses that counted when it was merged, by the policy and the people of then, with all that proves them. */
async function countedResponses(
  place: WriteContext["place"],
  { check }: PromotionPorts,
  { facts }: JudgedLoop,
  { record, detail, policy }: Pick<SealFacts, "record" | "detail" | "policy">,
): Promise<ResponseRecord[]> {
  const name = policy?.cadence.phases.find((phase) => phase.name === record.from)?.approval;
  const approvers = policy?.cadence.approvals?.find((each) => each.name === name);
  if (policy === undefined || approvers === undefined || record.direction !== "promote") return [];
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
  return counted.responses.flatMap(({ response, user, because }) =>
    because === undefined && user !== undefined
      ? [responseRecord(user, response, given.find((each) => each.response === response)?.signed)]
      : [],
  );
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
