import type { Evidence } from "@coulomb-loop/schemas";
import type { AnalysisResult } from "../../evidence/evaluate.ts";
import { type CycleFacts, cyclesOf, type RepoCycle } from "../../evidence/judge-cycles.ts";
import type { OpsDocuments } from "../../ops-documents.ts";
import { soakAnalysis } from "../soak.ts";
import { createSoak, createStreaks, lapseOf, type Members, type RunningSoak } from "./counters.ts";
import { createRestarts } from "./restarts.ts";
import { createLine, type Line, type LineChange } from "./line.ts";
import type { Running } from "./running.ts";

/** Something that happens at an instant (epoch milliseconds). */
export interface Happening {
  readonly at: number;
  readonly apply: () => void;
}

/** A phase of a history, as it is known at the instant that the walk has come to. */
export interface PhaseRun {
  readonly evidence: Evidence;
  /** All that will happen, in no order; of one instant cycles begin first. */
  readonly happenings: readonly Happening[];
  /** Says who is in the phase from now on. */
  readonly enter: (members: Members) => void;
  /** What the exit criteria come to at an instant, and when one that succeeds will be too old. */
  readonly results: (now: number) => { readonly results: readonly AnalysisResult[]; readonly lapse: number };
  readonly soakOf: (repo: string) => RunningSoak;
  /** When the first cycle begins in which the ledger has a slot of a repo (epoch milliseconds); infinity: none does. */
  readonly knownFrom: (repo: string) => number;
  /** A repo's cycles that began from an instant on and before another, as they are at the end. */
  readonly ended: (repo: string, from: number, to: number) => readonly RepoCycle[];
}

/**
 * Prepares one phase of a history; its exit criteria are those of the evidence. `watched` says how many of a repo's first cycles are
 * listed. Its cycles are judged here, once for each analysis; later only what changes is counted anew.
 */
export function createPhaseRun(
  documents: OpsDocuments,
  evidence: Evidence,
  exit: readonly string[],
  watched: number,
): PhaseRun {
  const facts = cyclesOf(evidence);
  const { lines, soakLine, all } = linesOf(documents, evidence, exit, facts);
  const counters = new Map(lines.map((line) => [line, createStreaks(line)]));
  const soaks = new Map<string, Running<RunningSoak>>();
  const changed = (line: Line, index: number, repo: string) => {
    counters.get(line)?.changed(index, repo);
    if (line === soakLine) soaks.get(repo)?.changed(index);
  };
  const restarts = createRestarts(facts, evidence, (index, repo, leftOut) => {
    for (const line of all) {
      const live = line.live[index]?.repos;
      const own = live?.get(repo);
      if (own === undefined || own.leftOut === leftOut) continue;
      live?.set(repo, { ...own, leftOut });
      changed(line, index, repo);
    }
  });
  const change = (line: Line, { index, cycle }: LineChange) => {
    const live = line.live[index]?.repos;
    live?.set(cycle.repo, { ...cycle, leftOut: live.get(cycle.repo)?.leftOut });
    changed(line, index, cycle.repo);
  };
  return {
    evidence,
    happenings: [
      ...facts.map(({ anchor }, index) => ({ at: anchor, apply: () => restarts.begin(index) })),
      ...all.flatMap((line) =>
        line.changes.map((each) => ({ at: each.at, apply: () => change(line, each) })),
      ),
    ],
    enter: (members) => {
      restarts.enter(members);
      for (const each of counters.values()) each.enter(members);
    },
    results: (now) => {
      const results = [...counters.values()].map((each) => each.result(restarts.begun(), now));
      return { results, lapse: Math.min(...results.map((each) => lapseOf(each, now))) };
    },
    soakOf: (repo) => {
      const soak = soaks.get(repo) ?? createSoak(soakLine, repo, watched);
      soaks.set(repo, soak);
      return soak.after(restarts.begun());
    },
    knownFrom: (repo) =>
      facts.find(({ repos }) => repos.get(repo)?.slots.some(({ slot }) => slot.unwritten !== true) === true)
        ?.anchor ?? Number.POSITIVE_INFINITY,
    ended: (repo, from, to) =>
      soakLine.final.flatMap(({ anchor, repos }) => {
        const own = anchor >= from && anchor < to ? repos.get(repo) : undefined;
        return own === undefined ? [] : [own];
      }),
  };
}

/** A line for each exit criterion, and the one by which soak is judged: most often one of them. */
function linesOf(
  documents: OpsDocuments,
  evidence: Evidence,
  exit: readonly string[],
  facts: readonly CycleFacts[],
) {
  const asOf = Date.parse(evidence.as_of);
  const soakBy = soakAnalysis(documents, evidence);
  const lines = evidence.analyses
    .filter(({ key }) => exit.includes(key))
    .map((analysis) => createLine(facts, analysis, asOf));
  const shared = lines.find(({ analysis }) => JSON.stringify(analysis) === JSON.stringify(soakBy));
  const soakLine = shared ?? createLine(facts, soakBy, asOf);
  return { lines, soakLine, all: shared === undefined ? [...lines, soakLine] : lines };
}
