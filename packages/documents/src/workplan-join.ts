import { didYouMean, type Finding } from "@coulomb-loop/schemas";
import type { Place } from "./types.ts";
import { TASK_STATUSES, type TaskPlace, type TaskStatus, type WorkplanTask } from "./workplan.ts";

/** One copy of a task, as read from the frontmatter or from a fence. */
export interface TaskCopy<T> {
  readonly host: "frontmatter" | "fence";
  /** The id as written: `T01` in the frontmatter, `LOOP-WP-0001-T01` in a fence. */
  readonly id: string | undefined;
  readonly status: string | undefined;
  readonly title: string | undefined;
  readonly priority: string | undefined;
  readonly stateHubTaskId: string | undefined;
  readonly idPlace: Place;
  readonly statusPlace: Place;
  readonly value?: T;
}

/** The joined tasks and everything that does not fit together. */
export interface Joined<T> {
  readonly tasks: readonly WorkplanTask<T>[];
  readonly findings: readonly Finding[];
}

/** Pairs `T01` of the frontmatter with the fence `<plan>-T01`. The first of several with one id counts. */
export function joinTasks<T>(
  planId: string,
  listed: readonly TaskCopy<T>[],
  fenced: readonly TaskCopy<T>[],
  file: string | undefined,
): Joined<T> {
  const findings: Finding[] = [];
  const byKey = new Map<string, Pair<T>>();
  for (const copy of [...listed, ...fenced]) {
    if (copy.id === undefined) continue;
    const key = copy.host === "frontmatter" ? `${planId}-${copy.id}` : copy.id;
    const pair = byKey.get(key) ?? {};
    const isTwice = pair[copy.host] !== undefined;
    byKey.set(key, isTwice ? { ...pair, duplicate: true } : { ...pair, [copy.host]: copy });
    if (isTwice)
      findings.push(
        finding(file, copy.idPlace, "task_duplicate", `${copy.id} stands twice`, "give it a free id"),
      );
  }
  const tasks = [...byKey].map(([key, pair]) => joinTask(planId, key, pair));
  for (const task of tasks) findings.push(...taskFindings(planId, task, file));
  return { tasks, findings };
}

/** The copies of one task. */
interface Pair<T> {
  readonly frontmatter?: TaskCopy<T>;
  readonly fence?: TaskCopy<T>;
  readonly duplicate?: true;
}

function joinTask<T>(
  planId: string,
  key: string,
  { frontmatter, fence, duplicate }: Pair<T>,
): WorkplanTask<T> {
  const id = key.startsWith(`${planId}-`) ? key.slice(planId.length + 1) : key;
  const statuses = new Set([frontmatter, fence].flatMap((copy) => (copy === undefined ? [] : [copy.status])));
  const [status] = statuses;
  return {
    key,
    id,
    title: frontmatter?.title,
    status: statuses.size === 1 && isStatus(status) ? status : undefined,
    priority: fence?.priority,
    stateHubTaskId: fence?.stateHubTaskId,
    frontmatter: frontmatter === undefined ? undefined : placeOf(frontmatter),
    fence:
      fence === undefined
        ? undefined
        : { ...placeOf(fence), ...(fence.value === undefined ? {} : { value: fence.value }) },
    ...(duplicate === undefined ? {} : { duplicate }),
  };
}

function placeOf<T>({ status, idPlace, statusPlace }: TaskCopy<T>): TaskPlace {
  return { status, idPlace, statusPlace };
}

function taskFindings<T>(planId: string, task: WorkplanTask<T>, file: string | undefined): Finding[] {
  const { key, id, frontmatter, fence } = task;
  if (frontmatter === undefined || fence === undefined) {
    const place = (frontmatter ?? fence)?.idPlace ?? { line: 1, column: 1 };
    const message =
      frontmatter === undefined ? `no ${id} in the frontmatter's tasks` : `no task fence with id ${key}`;
    const hint = `a task stands in the frontmatter (T01) and in a fence (${planId}-T01)`;
    return [finding(file, place, "task_unpaired", message, hint)];
  }
  if (!isStatus(frontmatter.status) || !isStatus(fence.status) || frontmatter.status === fence.status)
    return [];
  const message = `${key} is "${frontmatter.status}" in the frontmatter and "${fence.status}" in its fence`;
  const hint = `line ${frontmatter.statusPlace.line} and line ${fence.statusPlace.line} must say the same: coulomb workplan set ${key} <status>`;
  return [finding(file, fence.statusPlace, "status_disagrees", message, hint)];
}

/** True for a status a task may have; narrows. */
export function isStatus(status: string | undefined): status is TaskStatus {
  return TASK_STATUSES.some((known) => known === status);
}

/** `status_unknown` with a suggestion; nothing when the status is known or not written. */
export function unknownStatus<T>({ status, statusPlace }: TaskCopy<T>, file: string | undefined): Finding[] {
  if (status === undefined || isStatus(status)) return [];
  const message = `"${status}" is no status of a task`;
  return [finding(file, statusPlace, "status_unknown", message, didYouMean(status, TASK_STATUSES))];
}

function finding(
  file: string | undefined,
  place: Place,
  code: string,
  message: string,
  hint: string,
): Finding {
  return { code, severity: "error", message, hint, ...(file === undefined ? {} : { file }), ...place };
}
