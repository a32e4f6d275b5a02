import { countApprovals, type PromotionResponse, recordDigest, resolveDesired } from "@coulomb-loop/cadence";
import { writeYaml } from "@coulomb-loop/documents";
import type { ProposalDetail } from "@coulomb-loop/forge";
import type { Promotion, PromotionSeal, ResponseRecord } from "@coulomb-loop/schemas";
import { blobId, digestOf } from "@coulomb-loop/schemas/digest";
import { type JudgedLoop, type PromotionPorts, promotionKeys, type SealedRecords } from "./judge-loop.ts";
import { recordPath } from "./promotion-content.ts";
import { inspectOpen, responsesOf } from "./read-promotion.ts";
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
    const isMet = await wasMet(ports, record, detail);
    if (isMet === undefined) continue;
    const isExternal = !isMet;
    const targets = targetStates(judged, record);
    if (!isExternal && targets.some(({ state }) => state === "waiting")) continue;
    due.push({ record, seal: await sealOf(context, ports, judged, { record, detail, isExternal, targets }) });
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

/**
 * Whether a record was merged with every gate met: success stands on its head, which only the tool posts, right before it merges; and the
 * policy was then what the record says. `undefined`: the policy of then cannot be read here, and nothing is sealed.
 */
async function wasMet(
  ports: PromotionPorts,
  record: Promotion,
  detail: ProposalDetail,
): Promise<boolean | undefined> {
  const { head, mergedOid } = detail.summary;
  const status = detail.statuses.findLast((each) => each.context === statusContext && each.head === head);
  if (status?.state !== "success") return false;
  if (mergedOid === undefined || record.direction === "demote") return true;
  const policy = await ports.policyBefore(record.loop, mergedOid);
  return policy === undefined ? undefined : policy === record.policy_digest;
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
  readonly isExternal: boolean;
  readonly targets: readonly TargetState[];
}

async function sealOf(
  { place, time }: WriteContext,
  ports: PromotionPorts,
  judged: JudgedLoop,
  { record, detail, isExternal, targets }: SealFacts,
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
    responses: await countedResponses(place, ports, judged, record, detail),
    targets: [...targets],
    result: isExternal ? "external" : "merged",
  };
}

/** The responses that counted when it was merged, with all that proves them. */
async function countedResponses(
  place: WriteContext["place"],
  { check }: PromotionPorts,
  { facts }: JudgedLoop,
  record: Promotion,
  detail: ProposalDetail,
): Promise<ResponseRecord[]> {
  const cadence = facts.documents.loops.find(({ cadence: each }) => each?.value.loop === record.loop)?.cadence
    ?.value;
  const name = cadence?.phases.find((phase) => phase.name === record.from)?.approval;
  const policy = cadence?.approvals?.find((each) => each.name === name);
  if (policy === undefined || record.direction !== "promote") return [];
  const people = facts.documents.coulomb?.value.people ?? [];
  const given = await responsesOf(detail, check);
  const mergedAt = detail.summary.closedAt ?? facts.now;
  const binding = {
    record: record.id,
    head: detail.summary.head,
    evidenceDigest: record.evidence_digest,
    policyDigest: record.policy_digest,
  };
  const parts = { forge: place.forgeName, authors: new Set<string>(), own: place.own, evidence: undefined };
  const { responses } = countApprovals(
    policy,
    people,
    given.map(({ response }) => response),
    binding,
    parts,
    mergedAt,
  );
  return responses.flatMap(({ response, user, because }) =>
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
