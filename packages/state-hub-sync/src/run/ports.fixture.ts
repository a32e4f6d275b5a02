import type { HubTask, TaskValues } from "../model.ts";
import { repo } from "../plan/plan-input.fixture.ts";
import type { PlanInput, SyncItem } from "../plan/types.ts";
import type { HubSide, ItemOutcome, Lease, Proposed, WorkplanSide } from "./ports.ts";

/** An answer of the proposal's side. */
export function proposed(kind: Proposed["kind"], writes = 0): Proposed {
  return { kind, message: kind, writes, findings: [] };
}

export const lease: Lease = { kind: "ours", fence: 1, seq: 9 };

/** Ports that always show the same two sides, do what they are asked, and say in which order they were called. */
export function portsOf(
  input: PlanInput,
  {
    hub = {},
    workplans = {},
  }: { readonly hub?: Partial<HubSide>; readonly workplans?: Partial<WorkplanSide> } = {},
) {
  const calls: string[] = [];
  const files: WorkplanSide = {
    observe: () => Promise.resolve(input.local),
    versions: () => Promise.resolve(new Map()),
    propose: (edits) => Promise.resolve(edits.length === 0 ? proposed("none") : proposed("open", 1)),
    judge: () => Promise.resolve(undefined),
    ...workplans,
  };
  const register: HubSide = {
    observe: () => Promise.resolve(input.hub),
    hadValue: () => Promise.resolve(false),
    lease: () => Promise.resolve(lease),
    sync: (_lease, items) => Promise.resolve(items.map((item) => doneItem(input, item))),
    release: () => Promise.resolve(),
    ...hub,
  };
  const called = <T>(name: string, answer: () => Promise<T>): Promise<T> => {
    calls.push(name);
    return answer();
  };
  const workplanSide: WorkplanSide = {
    observe: () => called("files", () => files.observe()),
    versions: (...given) => called("versions", () => files.versions(...given)),
    propose: (...given) => called("propose", () => files.propose(...given)),
    judge: (...given) => called("judge", () => files.judge(...given)),
  };
  const hubSide: HubSide = {
    observe: () => called("hub", () => register.observe()),
    hadValue: (...given) => called("hadValue", () => register.hadValue(...given)),
    lease: () => called("lease", () => register.lease()),
    sync: (...given) => called("sync", () => register.sync(...given)),
    release: (...given) => called("release", () => register.release(...given)),
  };
  return { calls, workplans: workplanSide, hub: hubSide };
}

/** What a hub answers to an item whose condition holds. */
export function doneItem({ hub }: PlanInput, item: SyncItem): ItemOutcome {
  const { key } = item;
  if (item.do === "decision")
    return { kind: "done", decision: { key, rev: (item.rev ?? 0) + 1, values: item.values } };
  if (item.do === "workstream") {
    const { id = `new-${key}`, values } = item;
    return { kind: "done", workstream: { id, key, repo, rev: (item.rev ?? 0) + 1, values, deleted: false } };
  }
  const before = item.do === "task" ? hub.tasks.get(item.id) : undefined;
  const rev = (before?.rev ?? 0) + 1;
  const set: Readonly<Record<string, string | null>> =
    item.do === "create" ? { ...item.values } : { ...item.set };
  const values = Object.fromEntries(
    Object.entries({ ...before?.values, ...set }).filter(([, value]) => value !== null),
  ) as TaskValues;
  const changed = Object.fromEntries(Object.keys(set).map((field) => [field, rev]));
  const task: HubTask = {
    id: before?.id ?? (item.do === "create" ? (item.id ?? `new-${key}`) : item.id),
    key,
    repo,
    workstream: before?.workstream ?? key.slice(0, 3),
    rev: Object.keys(set).length === 0 ? rev - 1 : rev,
    values,
    fieldRevs: { ...before?.fieldRevs, ...changed },
    deleted: false,
  };
  const base = item.do === "task" ? item.base : item.values;
  const baseRevs = item.do === "task" ? item.baseRevs : task.fieldRevs;
  const orphaned = item.do === "task" && item.orphaned;
  return { kind: "done", task, link: { taskId: task.id, taskKey: key, rev: 1, base, baseRevs, orphaned } };
}
