import {
  type AnalysisResult,
  cutEvidence,
  cycleResults,
  evaluate,
  evidenceDigest,
  type JudgedCycle,
  offsetAt,
  type RepoCycle,
} from "@coulomb-loop/cadence";
import type { Evidence } from "@coulomb-loop/schemas";
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

/**
 * The entries of the cycles that are decided and that a log lacks, ascending: of each analysis what it comes to, the streak after it,
 * and what failed. A cycle is decided when each of its slots is, for every analysis; one without slots has nothing to tell. `since` is
 * where the evidence begins, `from` the first cycle to be told, in epoch milliseconds. Pure.
 */
export function logEntries(
  evidence: Evidence,
  logged: ReadonlySet<string>,
  since: number,
  from = since,
): LogEntry[] {
  const results = evaluate(evidence);
  const [first] = results;
  if (first === undefined) return [];
  const missing = first.cycles.filter(
    ({ id, anchor }) =>
      anchor >= from &&
      !logged.has(id) &&
      results.every(({ cycles }) => isDecided(cycles.find((each) => each.id === id))),
  );
  if (missing.length === 0) return [];
  const source = `- Evidence: \`${evidenceDigest(evidence)}\`, as of ${evidence.as_of}, since ${new Date(since).toISOString()}`;
  const known = results.map((result) => ({ result, byCycle: cycleResults(evidence, result) }));
  return missing.map(({ id, anchor }) => {
    const after = evaluate(upTo(evidence, first.cycles, anchor));
    return {
      what: "cycle",
      id,
      at: anchor,
      lines: [
        `## ${civilTime(evidence.timezone, anchor)}: cycle ${id}`,
        "",
        ...known.flatMap(({ result, byCycle }, index) => {
          const found = byCycle.get(id);
          const { key, consecutive_success_limit: limit } = result.analysis;
          const words = found?.result ?? `does not count, ${codeLine(found?.leftOut ?? "", longestMessage)}`;
          return [
            `- ${key}: ${words}; streak after it ${after[index]?.streak.length ?? 0}/${limit}`,
            ...repoLines(evidence.timezone, result, id),
          ];
        }),
        source,
      ],
    };
  });
}

function isDecided(cycle: JudgedCycle | undefined): boolean {
  const slots = [...(cycle?.repos.values() ?? [])].flatMap((repo) => repo.slots);
  return slots.length > 0 && slots.every(({ verdict }) => verdict.result !== "pending");
}

/** The evidence of the cycles that began by then. */
function upTo(evidence: Evidence, cycles: readonly JudgedCycle[], anchor: number): Evidence {
  const ids = new Set(cycles.flatMap((each) => (each.anchor <= anchor ? [each.id] : [])));
  return cutEvidence(evidence, ids, new Set(evidence.analyses.map(({ key }) => key)));
}

/** A line for the repos that succeeded, and one for each other. */
function repoLines(zone: string, { cycles }: AnalysisResult, id: string): string[] {
  const repos = [...(cycles.find((each) => each.id === id)?.repos.values() ?? [])];
  const good = repos.filter(({ result }) => result === "success");
  return [
    ...(good.length === 0 ? [] : [`  - success: ${good.map(({ repo }) => codeLine(repo, 300)).join(", ")}`]),
    ...repos
      .filter(({ result }) => result !== "success")
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
