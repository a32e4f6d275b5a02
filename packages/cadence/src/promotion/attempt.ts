import type { Cadence, Evidence } from "@coulomb-loop/schemas";
import { type DesiredRepo, resolveDesired } from "../desired.ts";
import type { AnalysisResult } from "../evidence/evaluate.ts";
import { type LoopDocuments, loopName, type OpsDocuments } from "../ops-documents.ts";
import { historyOf, type PromotionChain, type RepoHistory } from "./records.ts";
import { type SoakView, soakOf } from "./soak.ts";

/** The evidence of one phase and what its analyses make of it. */
export interface PhaseEvidence {
  readonly evidence: Evidence;
  readonly results: readonly AnalysisResult[];
}

/** What promotions of one loop are decided from; policy, people and roster are those of the base branch (page 07 P2). */
export interface LoopFacts {
  readonly documents: OpsDocuments;
  readonly loop: string;
  /** By phase. */
  readonly phases: ReadonlyMap<string, PhaseEvidence>;
  readonly chain: PromotionChain;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A repo of the loop with all that a promotion asks of it. */
export interface Candidate {
  readonly repo: DesiredRepo;
  readonly history: RepoHistory;
  readonly soak: SoakView;
  /** Cycles that must still be decided after a demotion. */
  readonly cooldown: number;
}

/** Some repos of one wave that go from their phase to the next. */
export interface Attempt {
  readonly from: string;
  readonly to: string;
  /** Name of the wave; `undefined`: the policy has none. */
  readonly wave: string | undefined;
  /** Ascending by id; may be empty. */
  readonly targets: readonly Candidate[];
  /** Repos of the phase that are left out, with the reason. */
  readonly leftOut: readonly LeftOut[];
}

/** A repo that no attempt may take now. */
export interface LeftOut {
  readonly repo: string;
  readonly because: string;
  /** Cycles that it still cools down. */
  readonly cooldown: number;
}

/** The policy of a loop. */
export function policyOfLoop({
  documents,
  loop,
}: Pick<LoopFacts, "documents" | "loop">): Cadence | undefined {
  return documentsOf(documents, loop)?.cadence?.value;
}

function documentsOf(documents: OpsDocuments, loop: string): LoopDocuments | undefined {
  return documents.loops.find((each) => loopName(each) === loop);
}

/** Of a repo that has shown nothing. */
const noSoak: SoakView = { decided: [], successes: 0 };

/** Every active repo of the loop, ascending by id. */
export function candidatesOf(facts: LoopFacts): readonly Candidate[] {
  const { documents, loop, chain, phases, now } = facts;
  const soaks = new Map([...phases].map(([phase, { evidence }]) => [phase, soakOf(documents, evidence)]));
  return resolveDesired(documents, now)
    .filter((repo) => repo.loop === loop)
    .map((repo) => {
      const history = historyOf(chain, repo.id, now);
      const soak = soaks.get(repo.phase)?.get(repo.id) ?? noSoak;
      return { repo, history, soak, cooldown: cooldownOf(history, soak.decided.length) };
    });
}

/** Cycles that a demoted repo still waits for, of which some are decided in the lower phase (page 07 P19). */
export function cooldownOf({ latest }: RepoHistory, decided: number): number {
  if (latest?.direction !== "demote") return 0;
  return Math.max(0, (latest.cooldown_cycles ?? 0) - decided);
}

/**
 * The attempts that are possible, the earliest phase first: for each phase but the last the repos in it that no hold or cooldown
 * covers, of the first wave that has any, at most `max_concurrency` (page 07 P1). With a `per_repo` exit a repo also needs its own
 * success, unless none has it yet (P14). A phase without repos has no attempt.
 */
export function possibleAttempts(facts: LoopFacts, candidates: readonly Candidate[]): readonly Attempt[] {
  const cadence = policyOfLoop(facts);
  const phases = cadence?.phases ?? [];
  return phases.flatMap(({ name }, at) => {
    const to = phases[at + 1]?.name;
    const members = candidates.filter(({ repo }) => repo.phase === name);
    if (cadence === undefined || to === undefined || members.length === 0) return [];
    return [attemptOf(facts, cadence, members, { from: name, to })];
  });
}

function attemptOf(
  facts: LoopFacts,
  cadence: Cadence,
  members: readonly Candidate[],
  { from, to }: { readonly from: string; readonly to: string },
): Attempt {
  const leftOut = members.flatMap((each) => {
    const because = coveredBy(each);
    return because === undefined ? [] : [{ repo: each.repo.id, because, cooldown: each.cooldown }];
  });
  const free = members.filter((each) => coveredBy(each) === undefined);
  const wave = wavesOf(cadence).find(({ number }) => free.some(({ repo }) => repo.wave === number));
  const inWave = wave === undefined ? free : free.filter(({ repo }) => repo.wave === wave.number);
  const ready = inWave.filter(({ repo }) => ownSuccess(facts, cadence, from, repo.id));
  const chosen = ready.length > 0 ? ready : inWave;
  return {
    from,
    to,
    wave: wave?.name,
    targets: chosen.slice(0, wave?.most ?? chosen.length),
    leftOut,
  };
}

/** What keeps a repo out of every attempt, in words. */
export function coveredBy({ history, cooldown }: Candidate): string | undefined {
  if (history.heldBy !== undefined) return `held by ${history.heldBy}`;
  return cooldown > 0 ? `cooling down for ${cooldown} more cycles` : undefined;
}

/** Whether a repo has its own success in every criterion that counts and is judged repo by repo. */
function ownSuccess({ phases }: LoopFacts, cadence: Cadence, phase: string, repo: string): boolean {
  const exit = cadence.phases.find(({ name }) => name === phase)?.exit ?? [];
  const results = (phases.get(phase)?.results ?? []).filter(
    ({ analysis }) =>
      exit.includes(analysis.key) && analysis.scope === "per_repo" && analysis.enforcement !== "dry_run",
  );
  return results.every(({ repos }) => repos.get(repo)?.result === "success");
}

/** A wave of the policy; one without a place in the policy comes last. */
export interface WaveView {
  readonly number: number;
  readonly name: string;
  readonly most: number | undefined;
  readonly soak: number;
}

/** The waves of a policy, in their order. */
export function wavesOf({ waves = [] }: Cadence): readonly WaveView[] {
  return waves
    .map(({ name, select, max_concurrency: most, required_soak_cycles: soak = 0 }) => ({
      number: select.wave,
      name,
      most,
      soak,
    }))
    .sort((a, b) => a.number - b.number);
}
