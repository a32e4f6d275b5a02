import type { FileChange } from "@coulomb-loop/forge";
import type { FieldName, LocalTask, LocalVersion, LocalView } from "../model.ts";
import { versionKey } from "../plan/types.ts";
import { copiedRev } from "./copied.ts";
import { look, lookAll } from "./forge-reading.ts";
import { parsedKey, parseFile } from "./parse-file.ts";
import type { ViewOptions } from "./view.ts";

/** Confirms that the hub had the present value of a field at a revision. */
export type IsCopied = (name: FieldName, rev: number) => Promise<boolean>;

/** Changes of a file that are looked at; what is older cannot be told. */
const mostChanges = 20;
/** How many at first: a value whose version matters was mostly changed a short while ago. */
const firstChanges = 4;

/**
 * When each field got the value it has in a view (page 05 S4): the commit that last changed it, or the revision of the hub
 * that this commit copied. What cannot be told, for whatever reason, is the head commit: that costs a conflict that was not
 * needed, and never a value.
 */
export async function readVersions(
  options: ViewOptions,
  view: LocalView,
  asked: readonly FieldName[],
  isCopied: IsCopied,
): Promise<ReadonlyMap<string, LocalVersion>> {
  const head: LocalVersion = { kind: "commit", commit: view.head };
  const versions = new Map<string, LocalVersion>(asked.map((name) => [versionKey(name), head]));
  const files = new Map(
    view.plans.flatMap(({ file, tasks }) => tasks.map(({ key }) => [key, file] as const)),
  );
  const now = new Map(view.plans.flatMap(({ tasks }) => tasks.map((task) => [task.key, task] as const)));
  const byFile = Map.groupBy(asked, ({ key }) => files.get(key));
  const paths = [...byFile.keys()].filter((file) => file !== undefined);
  if (paths.length === 0) return versions;
  const { lastChanges } = await look(options, { at: view.head, lastChanges: paths });
  for (const file of paths) {
    const changes = lastChanges?.get(file);
    if (changes?.kind !== "known") continue;
    const history = createHistory(options, file, changes.value);
    for (const name of byFile.get(file) ?? []) {
      const change = await changeOf(history, valueIn(now, name), name);
      if (change !== undefined) versions.set(versionKey(name), await versionOf(change, name, isCopied));
    }
  }
  return versions;
}

async function versionOf(change: FileChange, name: FieldName, isCopied: IsCopied): Promise<LocalVersion> {
  const rev = copiedRev(change.message, name);
  if (rev !== undefined && (await isCopied(name, rev))) return { kind: "copied", rev };
  return { kind: "commit", commit: change.commit };
}

/** The newest changes of a file, and what it was after each. */
interface History {
  readonly changes: readonly FileChange[];
  /** Whether there is none before them. */
  readonly isWhole: boolean;
  /** Tasks after a change, by key; `undefined` where they cannot be told. */
  readonly tasksAt: (index: number) => Promise<ReadonlyMap<string, LocalTask> | undefined>;
}

/** The change that gave a field its present value; `undefined` when that cannot be told. */
async function changeOf(
  { changes, isWhole, tasksAt }: History,
  value: string,
  name: FieldName,
): Promise<FileChange | undefined> {
  const newest = await tasksAt(0);
  if (newest === undefined || valueIn(newest, name) !== value) return undefined;
  for (let index = 1; index < changes.length; index += 1) {
    const before = await tasksAt(index);
    if (before === undefined) return undefined;
    if (valueIn(before, name) !== value) return changes[index - 1];
  }
  return isWhole ? changes.at(-1) : undefined;
}

/** A field as text that is the same only for the same value; both copies of a status. */
function valueIn(tasks: ReadonlyMap<string, LocalTask>, { key, field }: FieldName): string {
  const task = tasks.get(key);
  return task === undefined ? "no task" : JSON.stringify([task[field] ?? null]);
}

function createHistory(options: ViewOptions, file: string, all: readonly FileChange[]): History {
  const changes = all.slice(0, mostChanges);
  const read = new Map<number, ReadonlyMap<string, LocalTask> | undefined>();
  return {
    changes,
    // A forge tells at least so many: with fewer it told all.
    isWhole: all.length < mostChanges,
    async tasksAt(index) {
      if (read.has(index)) return read.get(index);
      const [from, to] = index < firstChanges ? [0, firstChanges] : [firstChanges, mostChanges];
      const part = changes.slice(from, to);
      for (const [at, tasks] of (await readTasks(options, file, part)).entries()) read.set(from + at, tasks);
      return read.get(index);
    },
  };
}

async function readTasks(
  options: ViewOptions,
  file: string,
  changes: readonly FileChange[],
): Promise<readonly (ReadonlyMap<string, LocalTask> | undefined)[]> {
  const asked = changes.map(({ commit }) => ({ at: commit, files: [file] }));
  const found = await lookAll(options, asked);
  return found.map(({ files }) => {
    const state = files.get(file);
    if (state?.kind !== "known" || state.value.kind === "other") return undefined;
    if (state.value.kind === "absent") return new Map();
    const { blob, bytes } = state.value;
    const key = parsedKey("plan", blob);
    const parsed = options.parsed.get(key) ?? parseFile("plan", bytes, options.validators);
    options.parsed.set(key, parsed);
    return parsed.plan && new Map(parsed.plan.tasks.map((task) => [task.key, task]));
  });
}
