import type { HubLink, HubTask, HubView, TaskField, TaskPatch } from "../model.ts";
import { taskFields } from "../model.ts";
import type { SyncItem } from "../plan/types.ts";
import type { ItemOutcome, Lease } from "../run/ports.ts";
import type { Cell } from "./history.fixture.ts";
import type { Hub, HubRecord, World } from "./world.fixture.ts";
import { cellsOf, headOf, recordOf, repo } from "./world.fixture.ts";

type TaskItem = Extract<SyncItem, { do: "task" }>;
type CreateItem = Extract<SyncItem, { do: "create" }>;

/** Sets a field of a record; the caller has raised the revision. */
export function setField(world: World, record: HubRecord, field: TaskField, cell: Cell): void {
  world.clock += 1;
  record.cells[field] = cell;
  record.fieldRevs[field] = record.rev;
  record.past.push({ rev: record.rev, field, cell, at: world.clock });
}

/** What the hub holds, as its client gives it. */
export function hubView({ hub, git, flaws }: World): HubView {
  const named = new Set([...headOf(git).tasks.values()].map(({ hubId }) => hubId));
  const records = [...hub.tasks.values()].filter(
    ({ id }) => flaws.createsByPost !== true || named.has(id) || hub.links.get(id)?.orphaned === true,
  );
  const links = [...hub.links.values()].map(
    (link): HubLink =>
      flaws.lacksBaseRevs === true
        ? { ...link, baseRevs: { ...hub.tasks.get(link.taskId)?.fieldRevs } }
        : link,
  );
  return {
    seq: hub.seq,
    repo,
    tasks: new Map(records.map((record) => [record.id, taskOf(record)])),
    workstreams: new Map(hub.workstreams),
    decisions: new Map(),
    links: new Map(links.map((link) => [link.taskId, link])),
    conflicts: [...hub.conflicts],
  };
}

function taskOf({ id, key, workstream, rev, cells, fieldRevs, deleted }: HubRecord): HubTask {
  const values = Object.fromEntries(
    taskFields.flatMap((field) => {
      const value = cells[field]?.value;
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  );
  return { id, key, repo, workstream, rev, values, fieldRevs: { ...fieldRevs }, deleted };
}

/** Gives a lease, or says who has it. */
export function takeLease(
  hub: Hub,
): Lease | { readonly kind: "held"; readonly by: string; readonly until: string } {
  if (hub.holder !== undefined) return { kind: "held", by: `run ${hub.holder}`, until: "later" };
  hub.fence += 1;
  hub.holder = hub.fence;
  return { kind: "ours", fence: hub.fence, seq: hub.seq };
}

/** Carries out items, each on its condition; `head` is what the client saw of the files. */
export function syncItems(
  world: World,
  head: number,
  lease: Lease,
  items: readonly SyncItem[],
): readonly ItemOutcome[] | "lease_lost" {
  const { hub, flaws } = world;
  if (lease.fence < hub.fence && flaws.lacksFence !== true) return "lease_lost";
  const outcomes = items.map((item) => applyItem(world, head, lease, item));
  if (lease.fence === hub.fence) hub.newestHead = Math.max(hub.newestHead, head);
  return outcomes;
}

function applyItem(world: World, head: number, lease: Lease, item: SyncItem): ItemOutcome {
  const { hub } = world;
  if (item.do === "decision") return { kind: "refused", code: "unknown", message: "no decisions here" };
  if (item.do === "task") return applyTask(world, head, lease, item);
  hub.seq += 1;
  if (item.do === "create") return applyCreate(world, head, item);
  const found = [...hub.workstreams.values()].find(({ key }) => key === item.key);
  if ((found?.rev ?? null) !== item.rev) return { kind: "stale" };
  const { key, values } = item;
  const id = found?.id ?? item.id ?? `w${hub.nextId++}`;
  const workstream = { id, key, repo, rev: (found?.rev ?? 0) + 1, values, deleted: false };
  hub.workstreams.set(id, workstream);
  return { kind: "done", workstream };
}

function applyCreate(world: World, head: number, { key, id, workstream, values }: CreateItem): ItemOutcome {
  const { hub, flaws } = world;
  const found = recordOf(hub, key);
  if (found !== undefined && flaws.createsByPost !== true)
    return found.deleted ? { kind: "refused", code: "gone", message: "deleted" } : { kind: "stale" };
  const record: HubRecord = {
    id: id ?? `t${hub.nextId++}`,
    key,
    workstream,
    rev: 1,
    cells: {},
    fieldRevs: {},
    deleted: false,
    past: [],
  };
  for (const field of taskFields) {
    const value = values[field];
    if (value !== undefined) setField(world, record, field, cellAt(world, head, key, field, value));
  }
  hub.tasks.set(record.id, record);
  const baseRevs = { ...record.fieldRevs };
  const link = { taskId: record.id, taskKey: key, rev: 1, base: values, baseRevs, orphaned: false };
  hub.links.set(record.id, link);
  return { kind: "done", task: taskOf(record), link };
}

function applyTask(world: World, head: number, lease: Lease, item: TaskItem): ItemOutcome {
  const { hub, flaws } = world;
  const [record, known] = [hub.tasks.get(item.id), hub.links.get(item.id)];
  const holds = record?.rev === item.rev && (known?.rev ?? null) === item.linkRev && !record.deleted;
  if (record === undefined || (!holds && flaws.pushesUnconditionally !== true)) return { kind: "stale" };
  setAll(world, head, lease, record, item.set);
  const { id: taskId, key: taskKey, base, baseRevs, orphaned } = item;
  const link = { taskId, taskKey, base, baseRevs, orphaned, rev: (known?.rev ?? 0) + 1 };
  hub.links.set(taskId, link);
  for (const each of item.conflicts) {
    const isKnown = hub.conflicts.some(
      (old) =>
        old.taskId === each.taskId &&
        old.field === each.field &&
        old.local.version === each.local.version &&
        old.remote.version === each.remote.version,
    );
    if (!isKnown) hub.conflicts.push(each);
  }
  return { kind: "done", task: taskOf(record), link };
}

function setAll(world: World, head: number, lease: Lease, record: HubRecord, set: TaskPatch): void {
  const changed = taskFields.filter((field) => set[field] !== undefined);
  if (changed.length === 0) return;
  record.rev += 1;
  world.hub.seq += 1;
  for (const field of changed) {
    const cell = cellAt(world, head, record.key, field, set[field] ?? null);
    if (lease.fence < world.hub.fence && head < world.hub.newestHead)
      judgeOld(world, record.key, field, cell);
    setField(world, record, field, cell);
  }
}

/** The cell of a file that a client pushes: it must have seen it. */
function cellAt(world: World, head: number, key: string, field: TaskField, value: string | null): Cell {
  const task = world.git.commits[head]?.tasks.get(key);
  const cells = task === undefined ? [] : cellsOf(task, field);
  const cell = cells.findLast((each) => each.value === value);
  if (cell === undefined) world.history.broken.push(`pushes ${key}.${field} = ${value}, which no file had`);
  return cell ?? { value, by: 0 };
}

/** A run that lost its lease brings back what a newer run had seen to be over. */
function judgeOld({ git, hub, history }: World, key: string, field: TaskField, cell: Cell): void {
  const task = git.commits[hub.newestHead]?.tasks.get(key);
  const values = task === undefined ? [] : cellsOf(task, field).map(({ value }) => value);
  if (!values.includes(cell.value))
    history.broken.push(`an older run brings back ${key}.${field} = ${cell.value}`);
}
