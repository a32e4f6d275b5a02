import {
  candidatesOf,
  type DemotionOrder,
  decidePromotion,
  demotionOf,
  leadingGate,
  type PromotionDecision,
  type PromotionFacts,
  type Rollback,
  rollbackOf,
} from "@coulomb-loop/cadence";
import type { Cadence, Coulomb, Promotion } from "@coulomb-loop/schemas";
import type { BaseFiles } from "./promotion-content.ts";
import { type FoundPromotion, type FoundProposals, readProposals } from "./read-promotion.ts";
import type { CheckSignature } from "./read-responses.ts";
import type { WriteContext } from "./settle-record.ts";

/** Facts of a loop without what is open. */
export type LoopGround = Omit<PromotionFacts, "open">;

/** The policy that a promotion was merged under. */
export interface PolicyBefore {
  readonly cadence: Cadence;
  readonly people: NonNullable<Coulomb["people"]>;
}

/** The commit of the default branch's own line that brought a file there first. */
export interface Bringing {
  readonly commit: string;
  /** One or more: of a first commit, or where the history is cut, nothing is told. */
  readonly parents: readonly string[];
  /** When it was made, in epoch milliseconds, and who wrote it, as it says itself. */
  readonly at: number;
  readonly by: string;
}

/** Where a run reads from; each call reads afresh. */
export interface PromotionPorts {
  /** The base branch of the ops repo. */
  readonly base: () => Promise<BaseFiles>;
  /** Everything else; evidence reaches back to `from` (epoch milliseconds) where that is earlier than usual. */
  readonly ground: (base: BaseFiles, from: number | undefined) => Promise<LoopGround>;
  readonly check: CheckSignature;
  /** A loop's policy and people before a merge: at its first parent; `undefined` where that cannot be read. */
  readonly policyBefore: (loop: string, merge: string) => Promise<PolicyBefore | undefined>;
  /** How a file came to the default branch; `undefined` where the history that is at hand does not tell. */
  readonly broughtBy: (path: string) => Promise<Bringing | undefined>;
}

/** What people ask of a run. */
export interface PromotionOrders {
  readonly demote?: DemotionOrder;
  /** Offer again what was declined. */
  readonly reopen?: boolean;
  /** Make an edited proposal anew. */
  readonly rebuild?: boolean;
}

/** What one run sees of a loop. */
export interface JudgedLoop {
  readonly base: BaseFiles;
  readonly facts: LoopGround;
  readonly promote: FoundProposals;
  readonly demote: FoundProposals;
  readonly hold: FoundProposals;
  readonly decision: PromotionDecision;
  /** A demotion that is due. */
  readonly rollback: Rollback | undefined;
}

/** What a run did for a loop. */
export interface PromotedLoop {
  readonly judged: JudgedLoop;
  /** In words, what was done or why nothing was. */
  readonly message: string;
  readonly record?: Promotion;
  readonly proposal?: { readonly number: number; readonly url?: string };
  readonly merged?: string;
  /** Records that were sealed, or why that failed. */
  readonly sealed?: SealedRecords;
  /** A demotion of other repos that could not be brought to an end, and why. */
  readonly waiting?: { readonly record: Promotion; readonly message: string };
  /** Nothing could be done although something was due. */
  readonly failed?: true;
}

/** What became of the seals that were due. */
export interface SealedRecords {
  readonly records: readonly string[];
  /** Records that came by hand, or may have, and have no seal yet: their targets are held all the same. */
  readonly suspects: readonly string[];
  readonly message: string;
  readonly failed?: true;
}

/** Keys of the proposals of a loop. */
export function promotionKeys(
  loop: string,
): Readonly<Record<"promote" | "demote" | "hold" | "seal", string>> {
  return {
    promote: `promote-${loop}`,
    demote: `demote-${loop}`,
    hold: `hold-${loop}`,
    seal: `seal-${loop}`,
  };
}

/** Reads all that decides a loop's promotion, and decides. Writes nothing. */
export async function judgeLoop(
  { place }: Pick<WriteContext, "place">,
  ports: PromotionPorts,
  loop: string,
  order?: DemotionOrder,
): Promise<JudgedLoop> {
  const base = await ports.base();
  const keys = promotionKeys(loop);
  const promote = await readProposals(place, keys.promote, base, ports.check);
  const taking = await readProposals(place, keys.demote, base, ports.check);
  const hold = await readProposals(place, keys.hold, base, ports.check);
  const open = wholeOf(promote);
  const first = open?.evidence.cycles[0]?.anchor;
  const facts = await ports.ground(base, first === undefined ? undefined : Date.parse(first));
  const decision = decidePromotion({ ...facts, open });
  const candidates = candidatesOf(facts);
  const rollback = order === undefined ? rollbackOf(facts, candidates) : demotionOf(facts, candidates, order);
  return { base, facts, promote, demote: taking, hold, decision, rollback };
}

/** The open proposal, where its record can be read. */
export function wholeOf({ open }: FoundProposals): FoundPromotion | undefined {
  return open !== undefined && "record" in open ? open : undefined;
}

/** Which gate leads, in words (page 07 P4); of an open proposal that does not stand why, and what becomes of it. */
export function leadingReason({ gates, attempt, ...more }: Led): string {
  const flaw = flawOf(more);
  if (flaw !== undefined) return flaw;
  if (attempt === undefined) return "no repo is left that could be promoted";
  const found = leadingGate(gates);
  return found === undefined ? "every gate is met" : `${found.key}: ${found.description}`;
}

type Led = Pick<PromotionDecision, "gates" | "attempt"> & Flawed;
type Flawed = Partial<Pick<PromotionDecision, "action" | "because" | "renewedOnce">>;

/** Why an open proposal does not stand although it cannot be made anew yet; `undefined`: it stands, or is settled by this run. */
export function flawOf({ action, because, renewedOnce }: Flawed): string | undefined {
  if (because === undefined || action !== "none") return undefined;
  const once = renewedOnce === undefined ? "" : `; it is made anew once this is met: ${renewedOnce}`;
  return `it does not stand: ${because}${once}`;
}
