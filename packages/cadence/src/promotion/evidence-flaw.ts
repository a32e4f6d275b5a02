import type { Cadence, Evidence } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";
import { cutEvidence, evidenceDigest } from "../evidence/cut.ts";
import type { AnalysisResult, StreakResult } from "../evidence/evaluate.ts";
import type { Attempt, LoopFacts } from "./attempt.ts";
import type { OpenPromotion } from "./decide.ts";
import { forTargets } from "./evidence-gates.ts";

type Pinned = Pick<OpenPromotion, "record" | "evidence">;

/**
 * Why evidence that was pinned does not stand any more; `undefined`: it does, and so do the approvals of it. It stands as long as enough of
 * its cycles are in the streak that holds now: later successes change nothing (page 07 P8). While a criterion is not met at present its
 * own gate says so, and the proposal waits as it is. Pure.
 */
export function evidenceFlaw(
  { phases }: Pick<LoopFacts, "phases">,
  cadence: Cadence,
  attempt: Attempt,
  { record, evidence }: Pinned,
): string | undefined {
  const exit = cadence.phases.find(({ name }) => name === attempt.from)?.exit ?? [];
  const enforced = (cadence.analyses ?? []).filter(
    ({ key, enforcement }) => exit.includes(key) && enforcement !== "dry_run",
  );
  const isPinned = record.evidence_digest !== undefined || enforced.length > 0;
  if (isPinned && evidenceDigest(evidence) !== record.evidence_digest)
    return "the pinned evidence is not what the record says";
  const pinned = new Set(evidence.cycles.map(({ id }) => id));
  const phase = phases.get(attempt.from);
  for (const { key } of enforced) {
    if (!evidence.analyses.some((each) => each.key === key)) return `${key} is not in the pinned evidence`;
    const present = phase?.results.find(({ analysis }) => analysis.key === key);
    if (present === undefined || forTargets(present, attempt).result !== "success") return undefined;
    if (!isProved(present, attempt, pinned)) return `${key} was broken since, and was earned again`;
  }
  return phase === undefined || isKnown(phase.evidence, evidence)
    ? undefined
    : "the pinned evidence holds what the ledger does not";
}

/** Whether a present streak still has as many of the pinned cycles as its criterion asks for. */
function isProved(
  { analysis, needed, streak, repos }: AnalysisResult,
  { targets }: Pick<Attempt, "targets">,
  pinned: ReadonlySet<string>,
): boolean {
  const proves = (each: Pick<StreakResult, "streak"> | undefined) =>
    (each?.streak.cycles ?? []).filter((id) => pinned.has(id)).length >= analysis.consecutive_success_limit;
  if (analysis.scope === "fleet") return proves({ streak });
  return (
    targets.every(({ repo }) => proves(repos.get(repo.id))) &&
    [...repos.values()].filter(proves).length >= needed
  );
}

/** Whether the ledger has all records and events that were pinned, of cycles that it still looks at. */
function isKnown(ledger: Evidence, pinned: Evidence): boolean {
  const cycles = new Set(ledger.cycles.map(({ id }) => id));
  const { records, events } = cutEvidence(pinned, cycles, new Set());
  const known = new Set([...ledger.records, ...ledger.events].map(digestOf));
  return [...records, ...events].every((each) => known.has(digestOf(each)));
}

/** The pinned evidence, and what the ledger has of its cycles: nobody's part in it is hidden by leaving it out. */
export function knownEvidence({ phases }: Pick<LoopFacts, "phases">, { record, evidence }: Pinned): Evidence {
  const ledger = phases.get(record.from ?? "")?.evidence;
  if (ledger === undefined) return evidence;
  const cycles = new Set(evidence.cycles.map(({ id }) => id));
  const { records, events } = cutEvidence(ledger, cycles, new Set());
  return {
    ...evidence,
    records: [...evidence.records, ...records],
    events: [...evidence.events, ...events],
  };
}
