import { didYouMean, type Finding } from "@coulomb-loop/schemas";
import { findingAt, placeAt } from "./line-map.ts";
import type { Edit, LineMap, Source } from "./types.ts";
import { TASK_STATUSES } from "./workplan.ts";
import { isStatus } from "./workplan-join.ts";
import type { YamlValue } from "./yaml-value.ts";

/** New values of one task. A value that is left out, or `undefined`, stays as it is. */
export interface TaskValues {
  /** Written to both copies. */
  readonly status?: string | undefined;
  /** Written to the frontmatter. */
  readonly title?: string | undefined;
  /** Written to the fence; `null` takes it out of there. */
  readonly priority?: string | null | undefined;
  /** Written to the fence; as its last line when it is new. */
  readonly stateHubTaskId?: string | undefined;
}

/** New values of the workplan itself. */
export interface PlanValues {
  readonly title?: string | undefined;
  readonly status?: string | undefined;
  /** The day of the last change; only ever written when asked for. */
  readonly updated?: string | undefined;
  /** Written as the frontmatter's last line when it is new. */
  readonly stateHubWorkstreamId?: string | undefined;
}

/** One change of a workplan: of a task, named `T07` or `LOOP-WP-0001-T07`, or of the plan. */
export type TaskChange = { readonly key: string; readonly set: TaskValues } | { readonly plan: PlanValues };

/** A copy of a task that can be edited: an entry of the frontmatter (0), or a task fence (from 1). */
export interface Copy {
  readonly host: number;
  /** The full id. */
  readonly key: string;
  /** The id as written. */
  readonly id: string;
  readonly map: LineMap;
  readonly offset: number;
  /** The status as it is read there; `undefined` when there is none. */
  readonly status: YamlValue | undefined;
}

/** The edits of each host that is touched, by its number. */
export type HostEdits = ReadonlyMap<number, readonly Edit[]>;

/**
 * Turns changes into edits of the hosts, or says all that stands in the way: `task_missing`, `task_duplicate`,
 * `task_unpaired` (only when the missing copy is needed), `status_unknown`.
 */
export function editsOf(
  source: Source,
  planId: string,
  copies: readonly Copy[],
  changes: readonly TaskChange[],
): HostEdits | Finding[] {
  const findings: Finding[] = [];
  const edits = new Map<number, Edit[]>();
  const add = (host: number, ...more: readonly Edit[]) =>
    void edits.set(host, [...(edits.get(host) ?? []), ...more]);
  for (const change of changes) {
    if ("plan" in change) {
      add(0, ...planEdits(change.plan));
      continue;
    }
    const { key, set } = change;
    const found = copies.filter((copy) => copy.key === key || copy.key === `${planId}-${key}`);
    const listed = found.filter(({ host }) => host === 0);
    const fenced = found.filter(({ host }) => host > 0);
    const faults = taskFaults(source, copies, change, listed, fenced);
    findings.push(...faults);
    const [entry] = listed;
    const [fence] = fenced;
    if (faults.length > 0) continue;
    for (const copy of [entry, fence]) if (copy !== undefined) add(copy.host, ...copyEdits(copy, set));
  }
  return findings.length > 0 ? findings : edits;
}

function taskFaults(
  source: Source,
  copies: readonly Copy[],
  { key, set }: { readonly key: string; readonly set: TaskValues },
  listed: readonly Copy[],
  fenced: readonly Copy[],
): Finding[] {
  const [entry, otherEntry] = listed;
  const [fence, otherFence] = fenced;
  const one = entry ?? fence;
  if (one === undefined) {
    const hint = didYouMean(key, [...new Set(copies.flatMap((copy) => [copy.id, copy.key]))]);
    return [findingAt(source, 0, "task_missing", `no task ${key} in this workplan`, hint)];
  }
  const other = otherEntry ?? otherFence;
  if (other !== undefined) {
    const message = `${other.id} stands twice, it is not clear which is meant`;
    return [findingAt(other.map, other.offset, "task_duplicate", message, "give it a free id")];
  }
  if (set.status !== undefined && !isStatus(set.status)) {
    const hint = didYouMean(set.status, TASK_STATUSES);
    const message = `"${set.status}" is no status of a task`;
    return [findingAt(one.map, one.offset, "status_unknown", message, hint)];
  }
  const lacksEntry = entry === undefined && (set.status !== undefined || set.title !== undefined);
  const inFence = set.status ?? set.priority ?? set.stateHubTaskId;
  const lacksFence = fence === undefined && inFence !== undefined;
  if (!lacksEntry && !lacksFence) return [];
  const { line } = placeAt(one.map, one.offset);
  const message = lacksEntry
    ? `${one.key} on line ${line} is not in the frontmatter's tasks`
    : `no task fence has the id ${one.key}`;
  return [findingAt(one.map, one.offset, "task_unpaired", message, "write the other copy first")];
}

function planEdits(values: PlanValues): Edit[] {
  return [
    ...setting(["title"], values.title),
    ...setting(["status"], values.status),
    ...setting(["updated"], values.updated),
    ...setting(["state_hub_workstream_id"], values.stateHubWorkstreamId),
  ];
}

/** The edits that bring a task's new values into one of its copies. */
export function copyEdits({ host, id }: Copy, values: TaskValues): Edit[] {
  const { status, title, priority, stateHubTaskId } = values;
  if (host === 0) {
    const entry = ["tasks", { key: "id", is: id }];
    return [...setting([...entry, "status"], status), ...setting([...entry, "title"], title)];
  }
  return [
    ...setting(["status"], status),
    ...(priority === null
      ? [{ op: "remove", path: ["priority"] } as const]
      : setting(["priority"], priority)),
    ...setting(["state_hub_task_id"], stateHubTaskId),
  ];
}

function setting(path: Edit["path"], value: string | undefined): Edit[] {
  return value === undefined ? [] : [{ op: "set", path, value }];
}
