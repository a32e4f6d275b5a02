import { parseInstant, type PromotionChain } from "@coulomb-loop/cadence";
import type { Promotion, PromotionSeal } from "@coulomb-loop/schemas";
import { civilTime, type LogEntry } from "./evidence-log.ts";
import { codeLine } from "./plain-text.ts";

/** Characters of somebody's words that an entry holds. */
const longestWords = 200;

/** Repos and answers that an entry names. */
const mostNamed = 50;

/** Records and seals that a log has an entry of, by its headings: `PROM-0001`, and `seal of PROM-0001`. */
export function loggedRecords(text: string): ReadonlySet<string> {
  const headings = text.matchAll(/^ {0,3}## .*: (record|seal of) (PROM-\d+)[ \t#]*\r?$/gm);
  return new Set([...headings].map(([, what, id = ""]) => (what === "record" ? id : `seal of ${id}`)));
}

/** Which records are told. Instants are epoch milliseconds. */
export interface RecordWindow {
  readonly timezone: string;
  /** What was written before is left out; `undefined`: nothing is. */
  readonly since: number | undefined;
  /** What was written later is left out. */
  readonly asOf: number;
}

/**
 * The entries of the records of a chain that a log lacks, and of their seals, in the order of the chain: a record and its seal are told
 * each when it stands, since an entry never changes. Pure.
 */
export function recordEntries(
  { records, seals }: PromotionChain,
  logged: ReadonlySet<string>,
  { timezone, since = 0, asOf }: RecordWindow,
): LogEntry[] {
  const isTold = (name: string, at: number) => at >= since && at <= asOf && !logged.has(name);
  return records.flatMap((record): LogEntry[] => {
    const { id } = record;
    const at = parseInstant(record.proposed_at);
    const seal = seals.get(id);
    const sealedAt = parseInstant(seal?.sealed_at ?? "");
    return [
      ...(isTold(id, at)
        ? [
            {
              what: "record" as const,
              id,
              at,
              lines: [heading(timezone, at, `record ${id}`), "", ...recordLines(record)],
            },
          ]
        : []),
      ...(seal !== undefined && isTold(`seal of ${id}`, sealedAt)
        ? [
            {
              what: "seal" as const,
              id,
              at: sealedAt,
              lines: [heading(timezone, sealedAt, `seal of ${id}`), "", ...sealLines(seal)],
            },
          ]
        : []),
    ];
  });
}

function heading(timezone: string, instant: number, what: string): string {
  return `## ${civilTime(timezone, instant)}: ${what}`;
}

function recordLines(record: Promotion): string[] {
  const { proposed_at: at, proposed_by: by, trigger, reason, until, evidence_digest: evidence } = record;
  const kept = [
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(record.hold === true ? ["held until it is released"] : []),
    ...(record.cooldown_cycles === undefined ? [] : [`cools down for ${record.cooldown_cycles} cycles`]),
  ];
  return [
    `- ${[wayOf(record), ...kept].join("; ")}`,
    `- Proposed by ${codeLine(by, longestWords)} at ${at}, by ${trigger}`,
    ...(reason === undefined ? [] : [`- Reason: ${codeLine(reason, longestWords)}`]),
    ...(evidence === undefined ? [] : [`- Evidence: \`${evidence.slice(0, 12)}\``]),
  ];
}

function wayOf({ direction, from, to, wave, targets, all }: Promotion): string {
  const repos = all === true ? "every repo" : named(targets.map(({ repo }) => codeLine(repo, 300)));
  const phases = from === undefined || to === undefined ? "" : ` from ${from} to ${to}`;
  return `${direction} ${repos}${phases}${wave === undefined ? "" : `, wave ${wave}`}`;
}

function sealLines({
  result,
  merge_commit: commit,
  merged_by: by,
  responses,
  targets,
}: PromotionSeal): string[] {
  const how =
    result === "merged" ? "with every gate met" : "by hand or with a gate unmet, so its targets are held";
  return [
    `- ${result}: by ${codeLine(by, longestWords)} as \`${commit.slice(0, 12)}\`, ${how}`,
    ...clipped(
      responses.map(
        ({ user, action, time, message }) =>
          `- Answer: ${codeLine(user, longestWords)}, ${action} at ${time}: ${codeLine(message, longestWords)}`,
      ),
      (more) => `- and ${more} more answers`,
    ),
    ...(targets.length === 0
      ? []
      : [`- Schedules: ${named(targets.map(({ repo, state }) => `${codeLine(repo, 300)} ${state}`))}`]),
  ];
}

function named(names: readonly string[]): string {
  return clipped(names, (more) => `and ${more} more`).join(", ");
}

function clipped(lines: readonly string[], rest: (more: number) => string): string[] {
  const more = lines.length - mostNamed;
  return more > 0 ? [...lines.slice(0, mostNamed), rest(more)] : [...lines];
}
