import type { Schedule } from "@coulomb-loop/schemas";
import { type Checkout, gitText } from "./git.ts";
import { headFile } from "./head-files.ts";
import { readScheduleBytes, schedulePath } from "./schedule-file.ts";

/** Commits of the schedule file that are looked at. */
const mostCommits = 50;

/**
 * Since when the agents of a schedule have run by the cron they have now, as far as the commits of its file tell: epoch
 * milliseconds by agent. An agent is left out that the newest commit has otherwise: its slots were never expected before now.
 * In a shallow clone history begins where that does.
 */
export async function scheduledSince(
  checkout: Checkout,
  schedule: Schedule,
): Promise<ReadonlyMap<string, number>> {
  const since = new Map<string, number>();
  const { head } = checkout;
  if (head === undefined) return since;
  const args = ["log", "--format=%H %ct", `--max-count=${mostCommits}`, head, "--", schedulePath];
  const commits = ((await gitText(checkout, args)) ?? "").split("\n").filter((line) => line !== "");
  let open = new Set(Object.keys(schedule.agents));
  for (const line of commits) {
    const [commit = "", seconds] = line.split(" ");
    const file = await headFile(checkout, commit, schedulePath);
    const then = file === undefined ? undefined : readScheduleBytes(file.bytes, schedulePath).value;
    open = new Set([...open].filter((agent) => then !== undefined && isSame(schedule, then, agent)));
    for (const agent of open) since.set(agent, Number(seconds) * 1000);
    if (open.size === 0) break;
  }
  return since;
}

function isSame(now: Schedule, then: Schedule, agent: string): boolean {
  const [mine, theirs] = [now, then].map(({ agents }) =>
    Object.hasOwn(agents, agent) ? agents[agent] : undefined,
  );
  return (
    now.timezone === then.timezone &&
    then.enabled !== false &&
    theirs?.enabled === true &&
    mine?.enabled === true &&
    mine.cron === theirs.cron
  );
}
