import type { FieldName, LocalPlan, LocalTask, LocalVersion, LocalView } from "../model.ts";
import type { FileEdit } from "../plan/types.ts";
import { versionKey } from "../plan/types.ts";
import type { Proposed } from "../run/ports.ts";
import type { Cell } from "./history.fixture.ts";
import type { Commit, FilePlan, FileTask, Git, ProposedEdit, World } from "./world.fixture.ts";
import { headOf, planOf, recordOf, textOf } from "./world.fixture.ts";

/** What a client saw of the repository when it observed. */
export interface SeenGit {
  readonly head: number;
  readonly branch: number;
  readonly proposal: Git["proposal"];
}

/** Adds a commit in which some tasks, or plans, are others; `undefined` takes a task out. */
export function commit(
  world: World,
  tasks: readonly (readonly [key: string, task: FileTask | undefined])[],
  more: {
    readonly plans?: readonly (readonly [key: string, plan: Partial<FilePlan>])[];
    readonly copied?: Commit["copied"];
  } = {},
): void {
  const { git } = world;
  const head = headOf(git);
  const id = `c${git.commits.length}`;
  const [nextTasks, nextPlans] = [new Map(head.tasks), new Map(head.plans)];
  const touched = new Map<string, Partial<FilePlan>>(more.plans ?? []);
  for (const [key, task] of tasks) {
    if (task === undefined) nextTasks.delete(key);
    else nextTasks.set(key, task);
    touched.set(planOf(key), touched.get(planOf(key)) ?? {});
  }
  for (const [key, values] of touched)
    nextPlans.set(key, { title: key, ...nextPlans.get(key), ...values, blob: id });
  world.clock += 1;
  git.commits.push({
    id,
    tasks: nextTasks,
    plans: nextPlans,
    copied: more.copied ?? new Map(),
    at: world.clock,
  });
}

/** The repository as a reader of workplans sees its head. */
export function localView({ commits, flawed }: Git): LocalView {
  const head = commits.at(-1);
  if (head === undefined) throw new Error("a repository without a commit");
  const plans = [...head.plans].map(([key, { hubId, title, blob }]): LocalPlan => {
    const tasks = [...head.tasks.values()].filter((task) => planOf(task.key) === key);
    return {
      file: `${key}.md`,
      blob,
      key,
      ...(hubId === undefined ? {} : { hubId }),
      workstream: { title, status: "active" },
      tasks: tasks.filter((task) => !flawed.has(task.key)).map(localTask),
      flawed: tasks.filter((task) => flawed.has(task.key)).map((task) => task.key),
      shadowed: false,
    };
  });
  return { head: head.id, plans, decisions: [], unreadable: [], findings: [] };
}

function localTask({ key, hubId, frontmatter, fence, title, priority }: FileTask): LocalTask {
  return {
    key,
    ...(hubId === undefined ? {} : { hubId }),
    ...(title.value === null ? {} : { title: title.value }),
    ...(priority.value === null ? {} : { priority: priority.value }),
    status: { frontmatter: frontmatter.value ?? "", fence: fence.value ?? "" },
    line: 1,
  };
}

/** The commit that last changed a field, as of a head. */
export function lastChange(
  { commits }: Git,
  head: number,
  { key, field }: Pick<FieldName, "key" | "field">,
): Commit | undefined {
  const text = textOf(commits[head]?.tasks.get(key), field);
  let at = head;
  while (at > 0 && textOf(commits[at - 1]?.tasks.get(key), field) === text) at -= 1;
  return commits[at];
}

/** Versions as of what a client saw (S4). */
export async function versionsOf(
  world: World,
  seen: SeenGit,
  asked: readonly FieldName[],
  isCopied: (name: FieldName, rev: number) => Promise<boolean>,
): Promise<ReadonlyMap<string, LocalVersion>> {
  const { git, flaws } = world;
  const versions = new Map<string, LocalVersion>();
  for (const name of asked) {
    const found = git.isShallow ? git.commits[seen.head] : lastChange(git, seen.head, name);
    const rev = git.isShallow ? undefined : found?.copied.get(versionKey(name));
    const byValue = flaws.matchesVersionsByValue === true ? revByValue(world, seen.head, name) : undefined;
    if (byValue !== undefined) versions.set(versionKey(name), { kind: "copied", rev: byValue });
    else if (rev !== undefined && (await isCopied(name, rev)))
      versions.set(versionKey(name), { kind: "copied", rev });
    else versions.set(versionKey(name), { kind: "commit", commit: found?.id ?? "" });
  }
  return versions;
}

function revByValue({ git, hub }: World, head: number, { key, field }: FieldName): number | undefined {
  const text = textOf(git.commits[head]?.tasks.get(key), field);
  const past = recordOf(hub, key)?.past ?? [];
  return past.findLast(
    (each) =>
      each.field === field &&
      text === JSON.stringify(field === "status" ? [each.cell.value, each.cell.value] : [each.cell.value]),
  )?.rev;
}

/** Keeps the proposal at these edits, by what the client saw; its branch moves only from the head it saw. */
export function propose(world: World, seen: SeenGit, edits: readonly FileEdit[]): Proposed {
  const { git, flaws } = world;
  const key = JSON.stringify(edits.map(({ blob: _blob, ...edit }) => edit));
  const open = seen.proposal;
  if (open?.isEdited === true) return answer("edited");
  const isSame = open?.key === key && open.edits.every((each) => each.before === beforeOf(git, each.edit));
  if (edits.length > 0 && isSame) return answer("open");
  const declined = git.declined.has(key);
  if (open === undefined && (edits.length === 0 || declined)) return answer(declined ? "declined" : "none");
  const movedFile = edits.some(
    ({ file, blob }) => headOf(git).plans.get(file.replace(".md", ""))?.blob !== blob,
  );
  if ((git.branch !== seen.branch || movedFile) && flaws.lacksSwap !== true) return answer("stale");
  git.branch += 1;
  if (edits.length === 0 || declined) {
    git.proposal = undefined;
    return answer(declined ? "declined" : "none", 1);
  }
  git.proposal = { key, edits: edits.map((edit) => proposedEdit(world, edit)), isEdited: false };
  if (flaws.movesBaseOnOpen === true) moveBases(world, edits);
  return answer("open", 1);
}

function answer(kind: Proposed["kind"], writes = 0): Proposed {
  return { kind, message: kind, writes, findings: [] };
}

function proposedEdit(world: World, edit: FileEdit): ProposedEdit {
  const { git, hub, history } = world;
  const before = beforeOf(git, edit);
  if (edit.do !== "value") return { edit, before };
  const record = recordOf(hub, edit.key);
  const past = record?.past.find(({ rev, field }) => rev === edit.rev && field === edit.field);
  if (past === undefined || past.cell.value !== edit.value)
    history.broken.push(
      `proposes ${edit.key}.${edit.field} = ${edit.value}, which the hub never had at ${edit.rev}`,
    );
  const cell: Cell = past?.cell ?? { value: edit.value, by: 0 };
  return { edit, before, cell };
}

/** The text that an edit replaces. */
export function beforeOf(git: Git, edit: FileEdit): string {
  const head = headOf(git);
  if (edit.do === "workstream_id") return head.plans.get(edit.key)?.hubId ?? "";
  const task = head.tasks.get(edit.key);
  if (edit.do === "task_id") return task?.hubId ?? "";
  return textOf(task, edit.do === "repair" ? "status" : edit.field);
}

/** The ablation: what is proposed counts as equal on both sides. */
function moveBases({ hub }: World, edits: readonly FileEdit[]): void {
  for (const edit of edits) {
    const record = recordOf(hub, edit.key);
    const link = hub.links.get(record?.id ?? "");
    if (edit.do !== "value" || link === undefined) continue;
    const { [edit.field]: _old, ...rest } = link.base;
    const base = edit.value === null ? rest : { ...rest, [edit.field]: edit.value };
    const baseRevs = { ...link.baseRevs, [edit.field]: edit.rev };
    hub.links.set(link.taskId, { ...link, base, baseRevs, rev: link.rev + 1 });
  }
}
