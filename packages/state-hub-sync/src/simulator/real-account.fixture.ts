import type { Event } from "@coulomb-loop/state-hub";
import { coulombHub, createHubSide, createTransport, taskFields, type Proposed } from "../index.ts";
import { branch } from "../local/ops.fixture.ts";
import type { HubView, LocalView } from "../model.ts";
import type { FileEdit } from "../plan/types.ts";
import { beforeOf, localView } from "./git-model.fixture.ts";
import type { Cell } from "./history.fixture.ts";
import { hubView, setField } from "./hub-model.fixture.ts";
import { modelKey, modelValue, realKey, realValue } from "./real-files.fixture.ts";
import { type RealHub, repo, syncActor } from "./real-hub.fixture.ts";
import type { Real } from "./real-world.fixture.ts";
import type { HubRecord, ProposedEdit, World } from "./world.fixture.ts";
import { cellsOf, planOf } from "./world.fixture.ts";

/** Takes into the account what the sync wrote to the hub; it had seen the files of commit number `head`. */
export async function absorbHub(real: Real, head: number): Promise<void> {
  const { world, hub } = real;
  for (const event of await eventsAfter(hub, real.seq)) {
    real.seq = event.seq;
    if (event.actor !== syncActor) continue;
    const record = recordFor(world, event.id, modelKey(event.key));
    record.rev = event.rev;
    for (const field of taskFields) {
      const change = event.changed[field];
      if (change === undefined) continue;
      const value = typeof change.to === "string" ? modelValue(field, change.to) : null;
      setField(world, record, field, cellAt(world, head, record.key, field, value));
    }
  }
  await absorbRecords(real);
}

/** Changes of tasks, also of those that the feed does not tell any more. */
function eventsAfter(hub: RealHub, seq: number) {
  return hub
    .store()
    .read((sql) =>
      sql.rows<Pick<Event, "seq" | "key" | "id" | "rev" | "changed" | "actor">>(
        "SELECT seq::float8 AS seq, key, id::text AS id, rev, changed, actor FROM events WHERE kind = 'tasks' AND events.seq > $1 ORDER BY events.seq",
        [seq],
      ),
    );
}

/** Takes over conflicts and links as they are by now. */
export async function absorbRecords(real: Real): Promise<void> {
  const { conflicts, links } = await watch(real);
  real.world.hub.conflicts = conflicts.map((each) => ({
    ...each,
    taskKey: modelKey(each.taskKey),
    local: { ...each.local, value: modelValue(each.field, each.local.value) },
    remote: { ...each.remote, value: modelValue(each.field, each.remote.value) },
  }));
  real.world.hub.links.clear();
  for (const link of links.values())
    real.world.hub.links.set(link.taskId, { ...link, taskKey: modelKey(link.taskKey) });
}

/** All that the hub holds, read anew by somebody who keeps nothing. */
function watch({ hub }: Real): Promise<HubView> {
  const transport = createTransport({
    fetch: hub.fetch,
    url: "http://hub.test",
    wait: () => Promise.resolve(),
  });
  const cache = { read: () => undefined, write: () => undefined };
  return createHubSide({ transport, mapping: coulombHub, repo, holder: "judge", cache }).observe();
}

function recordFor({ hub }: World, id: string, key: string): HubRecord {
  const known = hub.tasks.get(id);
  if (known !== undefined) return known;
  const made: HubRecord = {
    id,
    key,
    workstream: planOf(key),
    rev: 0,
    cells: {},
    fieldRevs: {},
    deleted: false,
    past: [],
  };
  hub.tasks.set(id, made);
  return made;
}

/** The write that a pushed value stems from: the client must have seen it in the files. */
function cellAt(
  { git, history }: World,
  head: number,
  key: string,
  field: (typeof taskFields)[number],
  value: string | null,
): Cell {
  const task = git.commits[head]?.tasks.get(key);
  const cell = task === undefined ? undefined : cellsOf(task, field).findLast((each) => each.value === value);
  if (cell === undefined) history.broken.push(`pushes ${key}.${field} = ${value}, which no file had`);
  return cell ?? { value, by: 0 };
}

/** Proposes, and takes into the account what is proposed then, also when the answer is lost. */
export async function proposing(
  real: Real,
  edits: readonly FileEdit[],
  propose: () => Promise<Proposed>,
): Promise<Proposed> {
  const { world, ops } = real;
  const before = await ops.person.head(branch);
  let answer: Proposed | undefined;
  try {
    answer = await propose();
    return answer;
  } finally {
    const after = await ops.person.head(branch);
    const isMoved = after !== null && after !== before && after !== real.amended;
    if (answer?.kind === "none" || answer?.kind === "declined" || after === null)
      world.git.proposal = undefined;
    else if (isMoved || (answer?.kind === "open" && world.git.proposal?.isEdited !== true))
      world.git.proposal = {
        key: "",
        isEdited: false,
        edits: edits.map((edit) => proposedEdit(world, edit)),
      };
  }
}

function proposedEdit(world: World, real: FileEdit): ProposedEdit {
  const edit = modelEdit(real);
  const before = beforeOf(world.git, edit);
  if (edit.do !== "value") return { edit, before };
  const record = [...world.hub.tasks.values()].find(({ key }) => key === edit.key);
  const past = record?.past.find(({ rev, field }) => rev === edit.rev && field === edit.field);
  if (past === undefined || past.cell.value !== edit.value)
    world.history.broken.push(
      `proposes ${edit.key}.${edit.field} = ${edit.value}, which the hub never had at ${edit.rev}`,
    );
  return { edit, before, cell: past?.cell ?? { value: edit.value, by: 0 } };
}

function modelEdit(edit: FileEdit): FileEdit {
  const key = modelKey(edit.key);
  return edit.do === "value" ? { ...edit, key, value: modelValue(edit.field, edit.value) } : { ...edit, key };
}

/** Where the account and what is really there differ: then nothing may be judged by it. */
export async function judgeAccount(real: Real): Promise<readonly string[]> {
  const { world, ops } = real;
  const files = await ops.side().observe();
  const hub = await watch(real);
  const broken: string[] = [];
  if (filesText(localView(world.git), true) !== filesText(files, false))
    broken.push(
      `the account has ${filesText(localView(world.git), true)}, the files ${filesText(files, false)}`,
    );
  if (hubText(hubView(world), true) !== hubText(hub, false))
    broken.push(`the account has ${hubText(hubView(world), true)}, the hub ${hubText(hub, false)}`);
  return broken;
}

function filesText({ plans }: LocalView, isModel: boolean): string {
  const all = plans.flatMap(({ key: plan, hubId: planId, tasks }) => [
    [isModel ? realKey(plan) : plan, planId],
    ...tasks.map(({ key, hubId, title, priority, status }) => [
      isModel ? realKey(key) : key,
      hubId,
      isModel && title !== undefined ? realValue("title", title) : title,
      priority,
      status.frontmatter,
      status.fence,
    ]),
  ]);
  return JSON.stringify(all.sort(byFirst));
}

function hubText({ tasks }: HubView, isModel: boolean): string {
  const all = Array.from(tasks.values(), ({ key, id, rev, values, deleted, fieldRevs }) => [
    isModel ? realKey(key) : key,
    id,
    rev,
    deleted,
    ...taskFields.map((field) => {
      const value = values[field];
      return [isModel && value !== undefined ? realValue(field, value) : value, fieldRevs[field]];
    }),
  ]);
  return JSON.stringify(all.sort(byFirst));
}

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
