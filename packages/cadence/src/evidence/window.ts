import { phaseClock } from "../activities.ts";
import { nextOccurrences, occurrences } from "../occurrences.ts";
import { loopName, type OpsDocuments } from "../ops-documents.ts";

const day = 86_400_000;

/** Looking further back for the beginning of a window would find cycles that nobody judges any more. */
const horizon = 5 * 366 * day;

/** Cycles that evidence holds at least, so that a streak's break is seen with what came before it. */
const fewestCycles = 24;

/**
 * How many cycles of a phase evidence is gathered over when nobody says: three times the longest streak that an analysis of its
 * loop asks for, and at least 24.
 */
export function windowCycles(documents: OpsDocuments, loop: string): number {
  const analyses = documents.loops.find((each) => loopName(each) === loop)?.cadence?.value.analyses ?? [];
  return Math.max(fewestCycles, ...analyses.map(({ consecutive_success_limit: limit }) => 3 * limit));
}

/**
 * When the last so many cycles of a phase begin that have begun by `asOf`, the running one among them; of fewer, the first of the
 * last five years. A phase without a clock has none: `asOf`. Epoch milliseconds. Pure.
 */
export function windowStart(
  documents: OpsDocuments,
  loop: string,
  phase: string,
  asOf: number,
  cycles: number,
): number {
  const clock = phaseClock(documents, loop, phase);
  if (clock === undefined || cycles < 1) return asOf;
  const { cron, zone, dst } = clock;
  let anchors: readonly number[] = [];
  for (let span = day; anchors.length < cycles; span = Math.min(4 * span, horizon)) {
    anchors = occurrences(cron, zone, dst, asOf + 1 - span, asOf + 1);
    if (span === horizon) break;
  }
  return anchors.at(-cycles) ?? anchors[0] ?? asOf;
}

/** When the cycle of a phase that runs at `asOf` ends, and the next begins; without a clock right after it. Epoch milliseconds. */
export function windowEnd(documents: OpsDocuments, loop: string, phase: string, asOf: number): number {
  const clock = phaseClock(documents, loop, phase);
  if (clock === undefined) return asOf + 1;
  const { cron, zone, dst } = clock;
  return nextOccurrences(cron, zone, dst, asOf + 1, 1)[0] ?? asOf + 1;
}
