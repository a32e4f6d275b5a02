import type { ConflictRecord, TaskField } from "../model.ts";
import { taskFields } from "../model.ts";
import type { PersonWrite } from "./history.fixture.ts";
import type { World } from "./world.fixture.ts";
import { cellsOf, headOf, recordOf } from "./world.fixture.ts";

/** What became of a value that a person set. */
export const fates = ["final", "superseded", "recorded", "open", "unjudged", "lost"] as const;
type Fate = (typeof fates)[number];

/** How often each was found. */
export type Tally = { [F in Fate]: number };

export function emptyTally(): Tally {
  return { final: 0, superseded: 0, recorded: 0, open: 0, unjudged: 0, lost: 0 };
}

/** Judges every value that a person set, by the judge's own history; answers with what is lost. */
export function judgeValues(world: World, tally: Tally): string[] {
  const standing = standingWrites(world);
  const recorded = recordedWrites(world);
  return world.history.writes.flatMap((write) => {
    const fate = fateOf(world, write, standing, recorded);
    tally[fate] += 1;
    return fate === "lost" ? [`lost: ${JSON.stringify(write)}`] : [];
  });
}

function fateOf(
  { history, hasLostLinks }: World,
  { id, value }: PersonWrite,
  standing: ReadonlySet<number>,
  recorded: ReadonlyMap<number, "recorded" | "open">,
): Fate {
  const record = recorded.get(id);
  if (standing.has(id)) return record === "open" ? "open" : "final";
  if (history.superseded.has(id)) return "superseded";
  if (record !== undefined) return record;
  // Without a base nobody can tell a value that was taken away from one that never was.
  return value === null && hasLostLinks ? "unjudged" : "lost";
}

/** Writes that stand in a file, in the hub, or in an open proposal. */
function standingWrites({ git, hub }: World): Set<number> {
  const standing = new Set<number>();
  for (const task of headOf(git).tasks.values())
    for (const field of taskFields) for (const { by } of cellsOf(task, field)) standing.add(by);
  for (const { cells } of hub.tasks.values()) for (const cell of Object.values(cells)) standing.add(cell.by);
  for (const { cell } of git.proposal?.edits ?? []) if (cell !== undefined) standing.add(cell.by);
  return standing;
}

/** Writes that a record names: as the loser, or as one of two between which a person has to decide. */
function recordedWrites(world: World): Map<number, "recorded" | "open"> {
  const recorded = new Map<number, "recorded" | "open">();
  const note = (by: number | undefined, loser: ConflictRecord["loser"]) => {
    if (by !== undefined && recorded.get(by) !== "recorded")
      recorded.set(by, loser === null ? "open" : "recorded");
  };
  for (const record of world.hub.conflicts) {
    const { taskKey, field, local, loser } = record;
    if (loser !== "remote") for (const by of writesAtCommit(world, taskKey, field, local)) note(by, loser);
    if (loser !== "local") note(writeAtRev(world, record), loser);
  }
  return recorded;
}

function writesAtCommit(
  { git }: World,
  key: string,
  field: TaskField,
  { version, value }: ConflictRecord["local"],
): number[] {
  const commit = git.commits.find(({ id }) => `commit:${id}` === version);
  const task = commit?.tasks.get(key);
  const cells = task === undefined ? [] : cellsOf(task, field);
  return cells.filter((cell) => cell.value === value).map(({ by }) => by);
}

function writeAtRev({ hub }: World, { taskKey, field, remote }: ConflictRecord): number | undefined {
  const past = recordOf(hub, taskKey)?.past ?? [];
  return past.find(
    (each) =>
      `rev:${each.rev}` === remote.version && each.field === field && each.cell.value === remote.value,
  )?.cell.by;
}

/** Where both sides still differ although everything is done, and tasks that were created twice. */
export function judgeState(world: World): string[] {
  const { git, hub } = world;
  const broken: string[] = [];
  const keys = [...hub.tasks.values()].map(({ key }) => key);
  for (const key of new Set(keys))
    if (keys.filter((each) => each === key).length > 1) broken.push(`${key} was created twice`);
  for (const [key, task] of headOf(git).tasks) {
    const record = recordOf(hub, key);
    if (record === undefined) {
      broken.push(`${key} is not in the hub`);
      continue;
    }
    if (record.deleted) {
      if (task.fence.value !== "cancelled")
        broken.push(`${key} is deleted in the hub, and ${task.fence.value}`);
      continue;
    }
    if (task.hubId !== record.id) broken.push(`${key} has the id ${task.hubId}, the hub ${record.id}`);
    const isOpen = (field: TaskField) =>
      hub.conflicts.some((each) => each.taskKey === key && each.field === field && each.loser === null);
    for (const field of taskFields)
      for (const { value } of cellsOf(task, field))
        if (value !== (record.cells[field]?.value ?? null) && !isOpen(field))
          broken.push(`${key}.${field} is ${value}, in the hub ${record.cells[field]?.value}`);
  }
  for (const record of hub.tasks.values())
    if (!headOf(git).tasks.has(record.key) && !record.deleted && hub.links.get(record.id)?.orphaned === false)
      broken.push(`${record.key} is gone from the files, and its link is not orphaned`);
  return broken;
}
