import type { ActivityDefinition } from "@coulomb-loop/schemas";
import { isCronProblem, parseCron } from "./cron.ts";
import { countFirings } from "./firings.ts";

/** Firings in four weeks that a cadence stands for; a month has no such number. */
const firingsOf: Readonly<Record<string, number>> = { daily: 28, weekly: 4 };

/** A source whose cadence is not how often the definition fires. */
export interface CadenceMismatch {
  readonly source: NonNullable<ActivityDefinition["context"]>["sources"][number];
  readonly message: string;
}

/** Where a definition's cron fires more or less often than the cadence of the agents it asks for. Pure. */
export function cadenceMismatches({ trigger, context }: ActivityDefinition): CadenceMismatch[] {
  const cron = parseCron(trigger.cron ?? "");
  if (trigger.kind !== "cron" || isCronProblem(cron)) return [];
  // Any four weeks without a change of offset will do.
  const firings = countFirings(cron, "UTC", Date.UTC(2026, 0, 5));
  return (context?.sources ?? []).flatMap((source) => {
    const { cadence } = source.params;
    const wanted = firingsOf[cadence];
    if (wanted === undefined || firings === wanted) return [];
    return [
      {
        source,
        message: `its cron fires ${firings} times in four weeks, and cadence ${cadence} means ${wanted}`,
      },
    ];
  });
}
