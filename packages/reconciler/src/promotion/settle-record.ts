import type { ProposalDetail, ProposalSummary, WriteResult } from "@coulomb-loop/forge";
import {
  branchName,
  type RetryPolicy,
  type Settled,
  settleProposal,
  type Wanted,
  type Write,
} from "@coulomb-loop/proposals";
import type { Evidence, Promotion } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";
import { type BaseFiles, meaningOf, promotionContent } from "./promotion-content.ts";
import type { PromotionText } from "./promotion-text.ts";
import { type FoundProposals, lookAt, type OpsPlace } from "./read-promotion.ts";

/** What writing to the ops repo needs. */
export interface WriteContext {
  readonly place: OpsPlace;
  /** Epoch milliseconds: time of every write. */
  readonly time: number;
  readonly retry: RetryPolicy;
  readonly onWrite?: (key: string, write: Write | "status" | "merged") => void;
}

/** A record with all that its proposal shows. */
export interface RecordProposal {
  readonly key: string;
  readonly record: Promotion;
  readonly evidence: Evidence | undefined;
  readonly text: PromotionText;
  /** What the text says of the gates; when it changes, the text is written anew, and no commit is made. */
  readonly shows: string;
}

/** What somebody asks of one proposal beside what is wanted. */
export interface SettleOrders {
  /** Offer again what was declined. */
  readonly reopen: boolean;
  /** Make an edited one anew. */
  readonly rebuild: boolean;
}

const noOrders: SettleOrders = { reopen: false, rebuild: false };

/** Brings the proposal of a record to what is wanted; `undefined` closes it. */
export async function settleRecord(
  context: WriteContext,
  base: BaseFiles,
  key: string,
  found: Pick<FoundProposals, "files">,
  proposal: RecordProposal | undefined,
  orders: SettleOrders = noOrders,
): Promise<Settled> {
  const wanted = proposal === undefined ? null : wantedOf(base, proposal);
  if (wanted !== null && "message" in wanted)
    return { rest: "blocked", row: 0, message: wanted.message, writes: [] };
  return settleWanted(context, key, found, wanted, orders);
}

/** Brings a proposal of the ops repo to what is wanted; `null` closes it. Everything is observed afresh. */
export async function settleWanted(
  { place, time, retry, onWrite }: WriteContext,
  key: string,
  found: Pick<FoundProposals, "files">,
  wanted: Wanted | null,
  orders: SettleOrders = noOrders,
): Promise<Settled> {
  const paths = new Set([...found.files, ...(wanted?.files ?? []).map(({ path }) => path)]);
  const observation = await lookAt(place, {
    files: [...paths],
    branches: [branchName({ installation: place.installation, key })],
  });
  return settleProposal({
    forge: place.forge,
    target: { installation: place.installation, repo: place.name, repoId: place.repoId, key },
    wanted,
    time,
    switches: { suspended: false, gate: { open: true }, declined: new Set(), ...orders },
    cache: place.cache,
    observation,
    retry,
    ...(onWrite === undefined ? {} : { onWrite: (write: Write) => onWrite(key, write) }),
  });
}

function wantedOf(
  base: BaseFiles,
  { record, evidence, text, shows }: RecordProposal,
): Wanted | { readonly message: string } {
  const content = promotionContent(base, record, evidence);
  if (!content.ok) return content;
  const change = digestOf(meaningOf(record));
  return {
    plan: digestOf(content.files.map(({ path, base: before, result }) => [path, before, result])),
    inputs: digestOf([record.policy_digest, record.evidence_digest ?? null]),
    change,
    class: `${record.direction}:${digestOf(shows).slice(0, 12)}`,
    values: Object.fromEntries(
      record.targets.map(({ repo, to }) => [`${repo}/phase`, to ?? record.direction]),
    ),
    files: content.files,
    title: text.title,
    text: text.body,
    labels: [`coulomb:${record.direction}`],
    draft: false,
    trailers: [`Coulomb-Record: ${record.id}`],
  };
}

/** What a merge by the tool came to. */
export type Merged =
  | { readonly kind: "merged"; readonly commit: string }
  | { readonly kind: "refused"; readonly message: string };

/** Name of the status that a required check asks for (page 07 P6). */
export const statusContext = "coulomb/promotion";

/** An open proposal, as it was inspected. */
export interface OpenProposal {
  readonly summary: ProposalSummary;
  readonly detail: Pick<ProposalDetail, "statuses">;
  readonly head: string;
}

/** Writes the one status of a promotion's head; nothing when it is there already. */
export async function postStatus(
  { place, time, onWrite }: WriteContext,
  open: OpenProposal,
  state: "success" | "failure" | "pending",
  description: string,
): Promise<WriteResult<void>> {
  const { summary, detail, head } = open;
  const short = description.length > 139 ? `${description.slice(0, 138)}…` : description;
  const last = detail.statuses.findLast((status) => status.context === statusContext && status.head === head);
  if (last?.state === state && last.description === short) return { kind: "done", value: undefined };
  const result = await place.forge.updateProposal(summary.ref, {
    status: { context: statusContext, state, description: short, head },
    time,
  });
  if (result.kind === "done") onWrite?.(summary.ref.branch, "status");
  return result;
}

/** Takes back the success that a run left on a head when it died before the merge (page 07 P6). */
export async function withdrawSuccess(context: WriteContext, open: OpenProposal | undefined): Promise<void> {
  const last = open?.detail.statuses.findLast(
    ({ context: name, head }) => name === statusContext && head === open.head,
  );
  if (open !== undefined && last?.state === "success")
    await postStatus(context, open, "pending", "it is decided anew");
}

/**
 * Merges a proposal whose every gate is met: posts success on its head, and merges naming that head (page 07 P6). Where the merge does not
 * happen the status is taken back: at any other time it is no success.
 */
export async function mergeRecord(context: WriteContext, open: OpenProposal, what: string): Promise<Merged> {
  const { place, time, onWrite } = context;
  const posted = await postStatus(context, open, "success", `every gate of ${what} is met`);
  if (posted.kind !== "done") return { kind: "refused", message: whyNot(posted) };
  const fresh = await place.forge.inspect(open.summary.ref);
  if (fresh.kind === "unknown") return { kind: "refused", message: fresh.message };
  const result = await place.forge.mergeProposal(fresh.value.summary.ref, open.head, time);
  if (result.kind === "done") {
    onWrite?.(open.summary.ref.branch, "merged");
    return { kind: "merged", commit: result.value };
  }
  // Another run may have been faster, or only the answer was lost: that it was decided stays on its head.
  const now = await place.forge.inspect(open.summary.ref);
  const { summary } = now.kind === "known" ? now.value : fresh.value;
  if (summary.state === "merged" && summary.head === open.head)
    return { kind: "merged", commit: summary.mergedOid ?? summary.head };
  await place.forge.updateProposal(summary.ref, {
    status: {
      context: statusContext,
      state: "pending",
      description: "the merge did not happen; it is decided anew",
      head: open.head,
    },
    time,
  });
  return { kind: "refused", message: whyNot(result) };
}

function whyNot(result: Exclude<WriteResult<unknown>, { kind: "done" }>): string {
  switch (result.kind) {
    case "lost_race":
      return "somebody changed the proposal meanwhile; run again";
    case "unclear":
    case "retry_at":
      return result.message;
    case "rejected":
      return `${result.reason}: ${result.hint}`;
  }
}
