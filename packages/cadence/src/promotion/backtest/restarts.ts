import type { Evidence } from "@coulomb-loop/schemas";
import { type CycleFacts, type RestartFiles, restartRules } from "../../evidence/judge-cycles.ts";
import type { Members } from "./counters.ts";
import { type FilesThen, filesAfter, noFiles } from "./files.ts";

/** Which cycles count for no streak, as the files and the repos of a phase change. */
export interface Restarts {
  /** Cycles that have begun. */
  readonly begun: () => number;
  /** The cycle at an index begins; they begin in their order. */
  readonly begin: (index: number) => void;
  /** Others are in the phase. */
  readonly enter: (members: Members) => void;
}

/**
 * Follows why cycles are left out, and tells of every cycle that has begun whether it is. The criteria are taken to be as they are
 * tried, all the time; definitions and schedules are those that the newest cycle ran under.
 */
export function createRestarts(
  facts: readonly CycleFacts[],
  { activities }: Pick<Evidence, "activities">,
  tell: (index: number, repo: string, leftOut: string | undefined) => void,
): Restarts {
  let begun = 0;
  let files = noFiles;
  let members: Members = { since: new Map(), past: [] };
  let rule = restartRules(rulesOf(activities, files, members));
  const mark = (index: number) => {
    const cycle = facts[index];
    for (const [repo, { ran }] of cycle?.repos ?? [])
      tell(index, repo, rule({ repo, anchor: cycle?.anchor ?? 0, ran }));
  };
  const refresh = () => {
    rule = restartRules(rulesOf(activities, files, members));
    for (let index = 0; index < begun; index++) mark(index);
  };
  return {
    begun: () => begun,
    begin: (index) => {
      const cycle = facts[index];
      const after = cycle === undefined ? files : filesAfter(files, cycle);
      begun = index + 1;
      if (after === files) return mark(index);
      files = after;
      refresh();
    },
    enter: (now) => {
      members = now;
      refresh();
    },
  };
}

function rulesOf(activities: readonly string[], files: FilesThen, { since }: Members): RestartFiles {
  return {
    repos: [...since].map(([repo, came]) => {
      const schedule = files.schedules[repo];
      return {
        repo,
        ...(came === undefined ? {} : { since: new Date(came).toISOString() }),
        ...(schedule === undefined ? {} : { schedule_digest: schedule }),
      };
    }),
    activities: activities.filter((id) => files.activities.includes(id)),
    digests: { policy: undefined, definitions: files.definitions },
  };
}
