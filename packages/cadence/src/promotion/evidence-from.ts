import { resolveDesired } from "../desired.ts";
import { windowCycles, windowStart } from "../evidence/window.ts";
import type { OpsDocuments } from "../ops-documents.ts";
import { historyOf, type PromotionChain } from "./records.ts";

/** What the evidence of a promotion must hold. */
export interface EvidenceWish {
  readonly documents: OpsDocuments;
  readonly loop: string;
  readonly phase: string;
  readonly chain: PromotionChain;
  /** Epoch milliseconds. */
  readonly now: number;
  /** When the first cycle begins that an open proposal pins (epoch milliseconds); `undefined`: none is pinned. */
  readonly pinned: number | undefined;
}

/**
 * From when on the evidence of a phase is read to decide a promotion, in epoch milliseconds: the usual window, and further back to what is
 * pinned and to when each repo came into the phase. Soak, cooldown and the watch after a promotion count cycles from there; a later
 * beginning would take later cycles for the first. Pure.
 */
export function evidenceFrom({ documents, loop, phase, chain, now, pinned }: EvidenceWish): number {
  const usual = windowStart(documents, loop, phase, now, windowCycles(documents, loop));
  const entries = resolveDesired(documents, now)
    .filter((repo) => repo.loop === loop && repo.phase === phase)
    .flatMap(({ id }) => historyOf(chain, id, now).since ?? []);
  return Math.min(usual, ...entries, ...(pinned === undefined ? [] : [pinned]));
}
