import * as fc from "fast-check";
import { decode } from "./decode.ts";
import { drawnChanges, drawnWorkplan } from "./drawn-workplans.fixture.ts";
import { editWorkplan } from "./edit-workplan.ts";
import { readWorkplan } from "./read-workplan.ts";
import { failureOf } from "./runs.fixture.ts";
import { applySplices, invertSplices } from "./splices.ts";
import type { Source, Splice } from "./types.ts";
import type { WorkplanTask } from "./workplan.ts";
import type { TaskChange, TaskValues } from "./workplan-change.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const accept = (value: unknown) => ({ ok: true as const, value });

/** A workplan edited by splices, whoever made them. */
export interface EditedPlan {
  readonly source: Source;
  readonly changes: readonly TaskChange[];
  readonly bytes: Uint8Array;
  readonly splices: readonly Splice[];
}

/** The first law that an edit of a workplan breaks. */
export function brokenPlanLaw(plan: EditedPlan): string | undefined {
  const laws: Readonly<Record<string, (edited: EditedPlan) => boolean>> = {
    "the inverse restores the file": isRestored,
    "the second time there is nothing to do": isDoneAfter,
    "every task is as asked, every other as before": isAsAsked,
    "only lines of the asked keys change": keepsOtherLines,
    "a new line stands in its container like the one before": keepsContainers,
  };
  return Object.keys(laws).find((name) => laws[name]?.(plan) === false);
}

/** What is found when the editor's work on so many drawn workplans is held against every law. */
export function planLawFailure(runs: number): string | undefined {
  const property = fc.property(drawnWorkplan, drawnChanges, (bytes, drawn) => {
    const source = open(bytes);
    const changes = possible(bytes, drawn);
    const result = editWorkplan(source, changes);
    if (result.status === "refused") throw new Error(result.findings.map(({ code }) => code).join());
    const broken = result.status === "edited" ? brokenPlanLaw({ ...result, source, changes }) : undefined;
    if (broken !== undefined) throw new Error(broken);
  });
  return failureOf(property, runs);
}

/**
 * What is found when changes of different tasks are made one by one, the last first: the same file as when they are
 * made together. As they are drawn in any order, this says that they commute.
 */
export function orderFailure(runs: number): string | undefined {
  const property = fc.property(drawnWorkplan, drawnChanges, (bytes, drawn) => {
    const changes = possible(bytes, drawn);
    if (changes.length < 2) return true;
    const together = editWorkplan(open(bytes), changes);
    return (
      inOrder(bytes, changes.toReversed()) ===
      decoder.decode(together.status === "edited" ? together.bytes : bytes)
    );
  });
  return failureOf(property, runs);
}

function open(bytes: Uint8Array): Source {
  const source = decode(bytes);
  if (Array.isArray(source)) throw new Error("does not decode");
  return source;
}

/** Those that name a task of this plan. */
export function possible(bytes: Uint8Array, changes: readonly TaskChange[]): TaskChange[] {
  const listed = decoder.decode(bytes).matchAll(/^ {2}- (?:\{ )?id: (T\d\d)/gm);
  const ids = new Set(Array.from(listed, ([, id]) => id));
  return changes.filter((change) => "plan" in change || ids.has(change.key.replace("P-", "")));
}

function inOrder(bytes: Uint8Array, changes: readonly TaskChange[]): string {
  let source = open(bytes);
  for (const change of changes) {
    const result = editWorkplan(source, [change]);
    if (result.status === "edited") source = open(result.bytes);
  }
  return decoder.decode(source.bytes);
}

/** The plan's tasks, or `undefined` when there is any error. */
function tasksOf(bytes: Uint8Array): readonly WorkplanTask<unknown>[] | undefined {
  const source = decode(bytes);
  return Array.isArray(source)
    ? undefined
    : readWorkplan(source, { frontmatter: accept, task: accept }).value?.tasks;
}

function isRestored({ source, bytes, splices }: EditedPlan): boolean {
  const back = applySplices(bytes, invertSplices(source.bytes, splices));
  return decoder.decode(back) === decoder.decode(source.bytes);
}

function isDoneAfter({ bytes, changes }: EditedPlan): boolean {
  const source = decode(bytes);
  return !Array.isArray(source) && editWorkplan(source, changes).status === "unchanged";
}

function isAsAsked({ source, bytes, changes }: EditedPlan): boolean {
  const before = tasksOf(source.bytes) ?? [];
  const after = tasksOf(bytes);
  return (
    after?.length === before.length &&
    before.every((task, at) => {
      const set = changes.flatMap((change) =>
        "key" in change && isOf(change.key, task) ? [change.set] : [],
      );
      const asked: TaskValues = Object.assign({}, ...set);
      const now = after[at];
      const keys = ["status", "title", "priority", "stateHubTaskId"] as const;
      const wanted = (key: (typeof keys)[number]) =>
        asked[key] === null ? undefined : (asked[key] ?? task[key]);
      return now?.key === task.key && keys.every((key) => now[key] === wanted(key));
    })
  );
}

function isOf(key: string, task: WorkplanTask<unknown>): boolean {
  return key === task.id || key === task.key;
}

const OWN = /^[ >-]*(?:\{ id: T\d\d, )?(?:status|title|priority|state_hub_\w+_id|updated):/;

const BREAK = /\r\n|\n|\r/;

/** Lines without the keys that can be asked for are the same, in the same order; comments behind values stay. */
function keepsOtherLines({ source, bytes }: EditedPlan): boolean {
  const [before, after] = [decoder.decode(source.bytes), decoder.decode(bytes)];
  return (
    otherLines(before) === otherLines(after) &&
    notesIn(before) === notesIn(after) &&
    [...endingsIn(after)].every((ending) => endingsIn(before).has(ending))
  );
}

function otherLines(text: string): string {
  return text
    .split(BREAK)
    .filter((line) => !OWN.test(line))
    .join("\n");
}

function endingsIn(text: string): Set<string> {
  return new Set(text.match(/\r\n|\n|\r/g));
}

function notesIn(text: string): string {
  return (text.match(/ # (?:why|\d)/g) ?? []).join();
}

/** In the body; the frontmatter's lines stand in no container, but in columns. */
function keepsContainers({ source, splices }: EditedPlan): boolean {
  return splices.every(([start, , text]) => {
    const added = text.split(BREAK).slice(1);
    const before = decoder.decode(source.bytes.subarray(0, start)).split(BREAK);
    const inBody = before.filter((line) => line === "---").length > 1;
    return !inBody || added.every((line) => containerOf(line) === containerOf(before.at(-1) ?? ""));
  });
}

function containerOf(line: string): string {
  return /^[ >]*/.exec(line)?.[0] ?? "";
}
