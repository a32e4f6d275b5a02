import type { CycleFacts } from "../../evidence/judge-cycles.ts";

/** The files under which the newest cycle that has begun ran, by their digests. */
export interface FilesThen {
  /** Ids of the activities that it was made of. */
  readonly activities: readonly string[];
  /** By activity. */
  readonly definitions: Readonly<Record<string, string>>;
  /** Owned schedule values, by repo. */
  readonly schedules: Readonly<Record<string, string>>;
}

/** Before any cycle. */
export const noFiles: FilesThen = { activities: [], definitions: {}, schedules: {} };

/**
 * The files after one more cycle has begun. The history of the files is not read: what tasks went out under tells it. Where the
 * cycle says nothing new it is the same object. Pure.
 */
export function filesAfter(files: FilesThen, { repos }: CycleFacts): FilesThen {
  let found = files;
  const made = new Set([...repos.values()].flatMap(({ ran }) => ran.map(({ activity }) => activity)));
  const isAsBefore = made.size === files.activities.length && files.activities.every((id) => made.has(id));
  if (made.size > 0 && !isAsBefore) found = { ...found, activities: [...made] };
  for (const [repo, { ran }] of repos)
    for (const { activity, definition, schedule } of ran) {
      if (definition !== undefined && found.definitions[activity] !== definition)
        found = { ...found, definitions: { ...found.definitions, [activity]: definition } };
      if (schedule !== undefined && found.schedules[repo] !== schedule)
        found = { ...found, schedules: { ...found.schedules, [repo]: schedule } };
    }
  return found;
}
