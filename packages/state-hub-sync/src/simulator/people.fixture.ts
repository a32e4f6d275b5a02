import type { TaskField } from "../model.ts";
import { taskFields } from "../model.ts";
import { versionKey } from "../plan/types.ts";
import { beforeOf, commit } from "./git-model.fixture.ts";
import { setField } from "./hub-model.fixture.ts";
import type { Cell } from "./history.fixture.ts";
import { personWrites, supersede } from "./history.fixture.ts";
import type { FilePlan, FileTask, ProposedEdit, World } from "./world.fixture.ts";
import { cellsOf, headOf, planOf, recordOf } from "./world.fixture.ts";

/** What a person does. */
export type Deed =
  | {
      readonly do: "file";
      readonly key: string;
      readonly field: TaskField;
      readonly value: string | null;
      /** Which copy of a status; default: both. */
      readonly copy?: "frontmatter" | "fence";
    }
  | { readonly do: "remove"; readonly key: string }
  | { readonly do: "add"; readonly key: string; readonly keepsId: boolean }
  | { readonly do: "title"; readonly plan: string; readonly title: string }
  | { readonly do: "flaw"; readonly key: string }
  | { readonly do: "hub"; readonly key: string; readonly field: TaskField; readonly value: string | null }
  | { readonly do: "delete"; readonly key: string }
  | { readonly do: "merge"; readonly how: "merge" | "squash"; readonly keeps: "proposed" | "file" }
  | { readonly do: "close" }
  | { readonly do: "amend"; readonly key: string; readonly field: TaskField; readonly value: string }
  | { readonly do: "resolve"; readonly loser: "local" | "remote" }
  | { readonly do: "shallow" }
  | { readonly do: "lose links" };

/** Lets a person do something; what is not possible just now is left out. */
export function act(world: World, deed: Deed): void {
  const { git, hub } = world;
  switch (deed.do) {
    case "file":
      return editFile(world, deed);
    case "remove":
      return removeTask(world, deed.key);
    case "add":
      return addTask(world, deed.key, deed.keepsId);
    case "title":
      return commit(world, [], { plans: [[deed.plan, { title: deed.title }]] });
    case "flaw":
      return void (git.flawed.delete(deed.key) || git.flawed.add(deed.key));
    case "hub":
      return editHub(world, deed.key, deed.field, deed.value);
    case "delete":
      return deleteInHub(world, deed.key);
    case "merge":
      return mergeProposal(world, deed.how, deed.keeps);
    case "close":
      return closeProposal(world);
    case "amend":
      return amendProposal(world, deed.key, deed.field, deed.value);
    case "resolve":
      hub.conflicts = hub.conflicts.map((each) =>
        each.loser === null ? { ...each, loser: deed.loser } : each,
      );
      return;
    case "shallow":
      git.isShallow = true;
      return;
    case "lose links":
      world.hasLostLinks = true;
      return hub.links.clear();
    default:
      return deed satisfies never;
  }
}

/** Who writes on one side while both hold the same value has seen both. */
function sameOnOtherSide(seen: readonly Cell[], other: readonly (Cell | undefined)[]): Cell[] {
  return other
    .filter((cell) => cell !== undefined)
    .filter((cell) => seen.some(({ value }) => value === cell.value));
}

function hubCells({ hub }: World, key: string, field: TaskField): readonly (Cell | undefined)[] {
  return [recordOf(hub, key)?.cells[field]];
}

function fileCells({ git }: World, key: string, field: TaskField): readonly Cell[] {
  const task = headOf(git).tasks.get(key);
  return task === undefined ? [] : cellsOf(task, field);
}

function editFile(world: World, { key, field, value, copy }: Extract<Deed, { do: "file" }>): void {
  const task = headOf(world.git).tasks.get(key);
  if (task === undefined || (value === null && field !== "priority")) return;
  const copies =
    field !== "status" ? [field] : copy === undefined ? (["frontmatter", "fence"] as const) : [copy];
  const before = copies.map((name) => task[name]);
  if (before.every((cell) => cell.value === value)) return;
  const seen = [...before, ...sameOnOtherSide(before, hubCells(world, key, field))];
  const cell = personWrites(world.history, { side: "file", key, field, value }, seen);
  const after = Object.fromEntries(copies.map((name) => [name, cell]));
  commit(world, [[key, { ...task, ...after }]]);
}

function removeTask(world: World, key: string): void {
  const task = headOf(world.git).tasks.get(key);
  if (task === undefined) return;
  for (const field of taskFields) {
    const seen = cellsOf(task, field);
    supersede(world.history, [...seen, ...sameOnOtherSide(seen, hubCells(world, key, field))], -1);
  }
  commit(world, [[key, undefined]]);
}

function addTask(world: World, key: string, keepsId: boolean): void {
  const { git, history } = world;
  const head = headOf(git);
  if (head.tasks.has(key)) return;
  const before = git.commits.findLast(({ tasks }) => tasks.has(key))?.tasks.get(key);
  const write = (field: TaskField, value: string) =>
    personWrites(history, { side: "file", key, field, value }, []);
  const status = write("status", before?.fence.value ?? "todo");
  const task: FileTask = {
    key,
    ...(keepsId && before?.hubId !== undefined ? { hubId: before.hubId } : {}),
    frontmatter: status,
    fence: status,
    title: write("title", "n"),
    priority: { value: null, by: 0 },
  };
  commit(world, [[key, task]]);
}

function editHub(world: World, key: string, field: TaskField, value: string | null): void {
  const record = recordOf(world.hub, key);
  if (record === undefined || record.deleted || (value === null && field !== "priority")) return;
  const before = record.cells[field] ?? { value: null, by: 0 };
  if (before.value === value) return;
  const seen = [before, ...sameOnOtherSide([before], fileCells(world, key, field))];
  record.rev += 1;
  world.hub.seq += 1;
  setField(world, record, field, personWrites(world.history, { side: "hub", key, field, value }, seen));
}

function deleteInHub(world: World, key: string): void {
  const record = recordOf(world.hub, key);
  if (record === undefined || record.deleted) return;
  supersede(world.history, Object.values(record.cells), -1);
  record.rev += 1;
  world.hub.seq += 1;
  record.deleted = true;
  record.past.push({
    rev: record.rev,
    field: "status",
    cell: { value: "cancelled", by: 0 },
    at: world.clock,
  });
}

/** A person changes the proposal: the branch is theirs then. */
function amendProposal(world: World, key: string, field: TaskField, value: string): void {
  const { git, history } = world;
  const { proposal } = git;
  const task = headOf(git).tasks.get(key);
  if (proposal === undefined || task === undefined) return;
  const [edits, others] = [[] as ProposedEdit[], [] as ProposedEdit[]];
  for (const each of proposal.edits) {
    const { edit } = each;
    const isIt = edit.key === key && (edit.do === "value" ? edit.field : "status") === field;
    (isIt && (edit.do === "value" || edit.do === "repair") ? edits : others).push(each);
  }
  const seen = edits.flatMap(({ cell }) => cell ?? []);
  if (seen.some((cell) => cell.value === value)) return;
  const cell = personWrites(history, { side: "proposal", key, field, value }, seen);
  const edit = { file: `${planOf(key)}.md`, blob: "", do: "value", key, field, value, rev: -1 } as const;
  const rev = edits.flatMap((each) => (each.edit.do === "value" ? each.edit.rev : []))[0] ?? -1;
  const amended = { edit: { ...edit, rev }, before: beforeOf(git, edit), cell };
  git.proposal = { ...proposal, edits: [...others, amended], isEdited: true };
  git.branch += 1;
}

function closeProposal(world: World): void {
  const { git } = world;
  if (git.proposal === undefined) return;
  dropAmended(world, git.proposal.edits);
  git.declined.add(git.proposal.key);
  git.proposal = undefined;
  git.branch += 1;
}

/** Who leaves out what somebody put on the proposal's branch has seen it there; what came from the hub stays there. */
function dropAmended({ history }: World, edits: readonly ProposedEdit[]): void {
  const amended = new Set(history.writes.flatMap(({ side, id }) => (side === "proposal" ? id : [])));
  for (const { cell } of edits)
    if (cell !== undefined && amended.has(cell.by)) supersede(history, [cell], -1);
}

/**
 * Merges the proposal into the head of then. Where the file has moved, git stops with a conflict, and the person keeps one
 * of both. What a squash keeps of the message is a matter of settings: here nothing.
 */
function mergeProposal(world: World, how: "merge" | "squash", keeps: "proposed" | "file"): void {
  const { git } = world;
  const { proposal } = git;
  if (proposal === undefined) return;
  const tasks = new Map<string, FileTask>();
  const plans: (readonly [string, Partial<FilePlan>])[] = [];
  const copied = new Map<string, number>();
  for (const each of proposal.edits) {
    const { edit } = each;
    if (beforeOf(git, edit) !== each.before && keeps === "file") {
      dropAmended(world, [each]);
      continue;
    }
    if (edit.do === "workstream_id") {
      if (edit.id !== null) plans.push([edit.key, { hubId: edit.id }]);
      continue;
    }
    const task = tasks.get(edit.key) ?? headOf(git).tasks.get(edit.key);
    const merged = task === undefined ? undefined : mergedTask(world, task, each);
    if (merged === undefined) dropAmended(world, [each]);
    if (merged === undefined) continue;
    tasks.set(edit.key, merged);
    if (edit.do === "value" && how === "merge") copied.set(versionKey(edit), edit.rev);
  }
  commit(world, [...tasks], { plans, copied });
  git.proposal = undefined;
  git.branch += 1;
}

function mergedTask(world: World, task: FileTask, { edit, cell }: ProposedEdit): FileTask | undefined {
  if (edit.do === "task_id") return edit.id === null ? undefined : { ...task, hubId: edit.id };
  if (edit.do === "repair") {
    const kept = [task.fence, task.frontmatter].find(({ value }) => value === edit.value);
    if (kept === undefined) return undefined;
    supersede(world.history, [task.fence, task.frontmatter], kept.by);
    return { ...task, frontmatter: kept, fence: kept };
  }
  if (edit.do !== "value" || cell === undefined) return undefined;
  const seen = cellsOf(task, edit.field);
  const equal = sameOnOtherSide(seen, hubCells(world, task.key, edit.field));
  supersede(world.history, [...seen, ...equal], cell.by);
  const { field } = edit;
  return field === "status" ? { ...task, frontmatter: cell, fence: cell } : { ...task, [field]: cell };
}
