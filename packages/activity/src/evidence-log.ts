import {
  type AnalysisResult,
  evaluate,
  evidenceDigest,
  type JudgedCycle,
  offsetAt,
  type RepoCycle,
} from "@coulomb-loop/cadence";
import type { Analysis, Evidence } from "@coulomb-loop/schemas";
import { type CycleThen, cycleThen, reposThen, type Whereabouts } from "./cycle-then.ts";
import { codeLine } from "./plain-text.ts";

/** An entry of a loop's log. */
export interface LogEntry {
  readonly what: "cycle" | "record" | "seal";
  /** Id of the cycle, or of the record. */
  readonly id: string;
  /** What its heading says, and it is ordered by; epoch milliseconds. */
  readonly at: number;
  readonly lines: readonly string[];
}

/** Characters of somebody's words that an entry holds. */
const longestMessage = 200;

/** Slots of one repo that an entry names. */
const mostSlots = 10;

/** Ids of the cycles that a log has an entry of, by its headings. */
export function loggedCycles(text: string): ReadonlySet<string> {
  const headings = text.matchAll(/^ {0,3}## .*\bcycle (\S+@\S+Z)[ \t#]*\r?$/gm);
  return new Set([...headings].map(([, id = ""]) => id));
}

/** What the entries of a phase's cycles are made from. */
export interface CycleLog extends Whereabouts {
  readonly evidence: Evidence;
  /** Where the evidence begins, in epoch milliseconds. */
  readonly since: number;
  /** What the phase's soak is judged by: told too where it is no analysis of the evidence. */
  readonly soak: Analysis;
}

/**
 * The entries of the cycles that are decided and that a log lacks, ascending: of each analysis what it comes to for the repos that had
 * slots in the cycle, what failed, and the streak after it where that can be said. A cycle is decided when all its slots are there and
 * decided, for every analysis; one of which the ledger has no slot has nothing to tell. Pure.
 */
export function logEntries(log: CycleLog, logged: ReadonlySet<string>): LogEntry[] {
  const { evidence, since, soak } = log;
  const { analyses } = evidence;
  const isOwn = analyses.some(({ key }) => key === soak.key);
  const judged: Evidence = isOwn ? evidence : { ...evidence, analyses: [...analyses, soak] };
  const results = evaluate(judged);
  const cycles = results[0]?.cycles ?? [];
  const source = `- Evidence: \`${evidenceDigest(evidence)}\`, as of ${evidence.as_of}, since ${new Date(since).toISOString()}`;
  return cycles.flatMap((cycle, index): LogEntry[] => {
    const { id, anchor } = cycle;
    const isComplete = index < cycles.length - 1 || isWhole(evidence, cycle);
    const isTold = isComplete && results.every((result) => isDecided(result.cycles[index]));
    if (logged.has(id) || !isTold) return [];
    const told = cycleThen(judged, results, id, log).flatMap((then, at) =>
      analysisLines(evidence.timezone, results[at], then, !isOwn && at === results.length - 1),
    );
    const heading = `## ${civilTime(evidence.timezone, anchor)}: cycle ${id}`;
    return [{ what: "cycle", id, at: anchor, lines: [heading, "", ...told, source] }];
  });
}

/** Whether nothing more can come of a cycle that runs: each repo of the phase has a slot of each activity. */
function isWhole({ repos, activities }: Evidence, cycle: JudgedCycle): boolean {
  return repos.every(({ repo }) => {
    const slots = cycle.repos.get(repo)?.slots ?? [];
    return activities.every((id) => slots.some(({ facts }) => facts.slot.activity === id));
  });
}

function isDecided(cycle: JudgedCycle | undefined): boolean {
  const slots = cycle === undefined ? [] : reposThen(cycle).flatMap((repo) => repo.slots);
  return slots.length > 0 && slots.every(({ verdict }) => verdict.result !== "pending");
}

/** A line for the analysis, one for the repos that succeeded, and one for each other. Soak that is no analysis has no streak. */
function analysisLines(
  zone: string,
  result: AnalysisResult | undefined,
  { result: found, repos, leftOut, streak }: CycleThen,
  isSoak: boolean,
): string[] {
  if (result === undefined) return [];
  const { key, consecutive_success_limit: limit } = result.analysis;
  const name = isSoak ? "closed in time" : key;
  const isCounted = leftOut === undefined || isSoak;
  const words = isCounted ? found : `${found}, does not count: ${codeLine(leftOut, longestMessage)}`;
  const after = streak === undefined || isSoak ? "" : `; streak after it ${streak}/${limit}`;
  const good = repos.filter((each) => each.result === "success");
  return [
    `- ${name}: ${words}${after}`,
    ...(good.length === 0 ? [] : [`  - success: ${good.map(({ repo }) => codeLine(repo, 300)).join(", ")}`]),
    ...repos
      .filter((each) => each.result !== "success")
      .map((each) => `  - ${each.result}: ${codeLine(each.repo, 300)}, ${failures(zone, each)}`),
  ];
}

function failures(zone: string, { slots }: RepoCycle): string {
  const bad = slots.filter(({ verdict: { result } }) => result !== "success");
  const rest = bad.length - mostSlots;
  const told = bad
    .slice(0, mostSlots)
    .map(({ facts: { slot, due }, verdict: { reason, row, message, record } }) => {
      const by = record === undefined ? "" : `, record ${record}`;
      return `${civilTime(zone, due).slice(11)} ${codeLine(slot.activity, 80)} ${reason} (row ${row}${by}): ${codeLine(message, longestMessage)}`;
    });
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join("; ");
}

/** Civil time of a zone, to the minute. */
export function civilTime(zone: string, instant: number): string {
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 16).replace("T", " ");
}

/**
 * The bytes of a log with entries behind them: every byte stays; line ends are those of its first line; a last line without an end
 * gets one. Of no entries the bytes themselves.
 */
export function appendEntries(bytes: Uint8Array, entries: readonly LogEntry[]): Uint8Array {
  if (entries.length === 0) return bytes;
  const text = new TextDecoder().decode(bytes);
  const [ending = "\n"] = /\r?\n/.exec(text) ?? [];
  const blank = /(?:^|\n)\r?\n$/.test(text) || text === "" ? "" : ending;
  const gap = text === "" || text.endsWith("\n") ? blank : ending + ending;
  const added = entries.map(({ lines }) => lines.map((line) => line + ending).join("")).join(ending);
  const tail = new TextEncoder().encode(gap + added);
  const whole = new Uint8Array(bytes.length + tail.length);
  whole.set(bytes);
  whole.set(tail, bytes.length);
  return whole;
}
