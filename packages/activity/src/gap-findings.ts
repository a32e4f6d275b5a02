import type { Activity } from "@coulomb-loop/cadence";
import { instantText, nextOccurrences, previousOccurrence } from "@coulomb-loop/cadence";
import type { Finding } from "@coulomb-loop/schemas";
import type { SlotPlanInput, Written } from "./plan-slots.ts";

/**
 * What a long time without a tick left unwritten: `slots_not_filled`, one for each activity, with the first and the last due
 * instant that the ledger will not have. Pure.
 */
export function gapFindings(
  { definitions }: Pick<SlotPlanInput, "definitions">,
  activities: readonly Activity[],
  written: readonly Written[],
): readonly Finding[] {
  const gaps = written.flatMap((each) => gapOf(activities, each) ?? []);
  return [...Map.groupBy(gaps, ({ activity }) => activity)].map(([id, members]) => {
    const first = instantText(Math.min(...members.map((member) => member.first)));
    const last = instantText(Math.max(...members.map((member) => member.last)));
    const file = definitions.find(({ definition }) => definition.id === id)?.file;
    return {
      code: "slots_not_filled",
      severity: "warning",
      message: `nobody ticked for so long that slots of ${id} due from ${first} to ${last} are not written (${members.map(({ repo }) => repo).join(", ")})`,
      hint: "evidence counts them as missed; let an alarm clock call the tick: coulomb activity export",
      path: ["id"],
      ...(file === undefined ? {} : { file }),
    };
  });
}

/** The first and the last slot that is left out of an activity in a repo; `undefined`: none is. Epoch milliseconds. */
function gapOf(activities: readonly Activity[], { activity, repo, gap }: Written) {
  const clock = activities.find((each) => each.definition.id === activity && each.repo.id === repo)?.clock;
  if (gap === undefined || clock === undefined) return undefined;
  const { cron, zone, dst } = clock;
  const [first] = nextOccurrences(cron, zone, dst, gap.after + 1, 1);
  const last = previousOccurrence(cron, zone, dst, gap.through + 1);
  if (first === undefined || last === undefined || last < first) return undefined;
  return { activity, repo, first, last };
}
