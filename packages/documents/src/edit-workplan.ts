import { editOpened } from "./edit-yaml.ts";
import type { EditResult, Source } from "./types.ts";
import type { WorkplanValidators } from "./workplan.ts";
import type { TaskChange } from "./workplan-change.ts";
import { openWorkplan } from "./workplan-open.ts";

/**
 * Changes tasks of a workplan in place. A status is written to both copies, a title to the frontmatter, priority and
 * hub id to the fence; what is new becomes the last line of its map; a priority that is `null` is removed. `updated` changes only when a change asks for it.
 * All changes are resolved against the same text and proved together: all are made or none.
 *
 * A status may be set whatever the copies say now, also when they disagree: the caller decides. Refused besides what
 * `editYaml` refuses: `task_missing`, `task_duplicate`, `task_unpaired` (a copy that must be written is not there),
 * `status_unknown`, `fence_unclosed`, `fence_content`, `frontmatter`. Flaws of other tasks do not hinder.
 */
export function editWorkplan(
  source: Source,
  changes: readonly TaskChange[],
  validators?: WorkplanValidators<unknown, unknown>,
): EditResult {
  return editOpened(source, openWorkplan(changes, validators));
}
