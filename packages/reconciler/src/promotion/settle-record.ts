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
    // The label `coulomb:hold` is a person's, who keeps every hand off a proposal.
    labels: [record.direction === "hold" ? "coulomb:hold-record" : `coulomb:${record.direction}`],
    draft: false,
    trailers: [`Coulomb-Record: ${record.id}`],
  };
}
