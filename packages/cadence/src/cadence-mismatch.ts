import type { ActivityDefinition } from "@coulomb-loop/schemas";
import { definitionClock } from "./activities.ts";
import type { Cron } from "./cron.ts";
import { defaultDst, nextOccurrences } from "./occurrences.ts";
import type { OpsDocuments } from "./ops-documents.ts";

type Source = NonNullable<ActivityDefinition["context"]>["sources"][number];

/** A source whose cadence is not how often the definition fires. */
export interface CadenceMismatch {
  readonly source: Source;
  readonly message: string;
}

const day = 86_400_000;

/** 52 weeks from a Monday, and a year, without a change of offset: in UTC. */
const weeks = { from: Date.UTC(2026, 0, 5), to: Date.UTC(2026, 0, 5) + 364 * day };
const year = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

/** Enough to tell that a cron fires more often than daily. */
const mostFirings = 400;

/** What a cadence stands for: one firing in each part of a span, which `partOf` names. */
const meanings = {
  daily: { ...weeks, parts: 364, partOf: (at: number) => Math.floor(at / day), words: "once a day" },
  weekly: {
    ...weeks,
    parts: 52,
    partOf: (at: number) => Math.floor((at - weeks.from) / (7 * day)),
    words: "once a week",
  },
  monthly: { ...year, parts: 12, partOf: (at: number) => new Date(at).getUTCMonth(), words: "once a month" },
} as const;

/**
 * Where a definition fires more or less often than the cadence of the agents it asks for: not once in each day, week or month, or
 * at all where they run by hand. One that comes after another is judged by the clock of that one. Pure.
 */
export function cadenceMismatches(
  documents: OpsDocuments,
  definition: ActivityDefinition,
): readonly CadenceMismatch[] {
  const clock = definitionClock(documents, definition);
  if (clock === undefined) return [];
  return (definition.context?.sources ?? []).flatMap((source) => {
    const message = mismatchOf(clock.cron, source.params.cadence);
    return message === undefined ? [] : [{ source, message }];
  });
}

function mismatchOf(cron: Cron, cadence: Source["params"]["cadence"]): string | undefined {
  if (cadence === "manual") return "it fires by a cron, and cadence manual means by hand";
  const { from, to, parts, partOf, words } = meanings[cadence];
  const firings = nextOccurrences(cron, "UTC", defaultDst, from, mostFirings, to - from).filter(
    (at) => at < to,
  );
  if (firings.length === parts && new Set(firings.map(partOf)).size === parts) return undefined;
  const count = firings.length === mostFirings ? `${mostFirings} times or more` : `${firings.length} times`;
  return `its cron fires ${count} in ${cadence === "monthly" ? "a year" : "52 weeks"}, and cadence ${cadence} means ${words}`;
}
