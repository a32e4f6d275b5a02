import type { Cron } from "./cron.ts";
import { defaultDst, occurrences } from "./occurrences.ts";

const day = 86_400_000;

/** Days over which two crons are compared: four weeks hold every day of the week equally often (page 03 R4). */
const comparedDays = 28;

/** How often a cron fires in the 28 days from `from` (epoch milliseconds), in the civil time of `zone`. */
export function countFirings(cron: Cron, zone: string, from: number): number {
  return occurrences(cron, zone, defaultDst, from, from + comparedDays * day).length;
}
