import type { Json } from "../http/fields.ts";
import { maybeJson } from "../http/fields.ts";
import type { Problem } from "../problem.ts";
import { type Asked, askGraphql, isServers, noteSilent, noteTold } from "./ask.ts";
import type { GithubClient } from "./client.ts";
import { errorProblem } from "./graphql.ts";
import type { GithubMemory } from "./session.ts";

/** Repositories a query asks for: fewer after a failure, more after some good answers. */
const smallest = 10;
const largest = 100;
const step = 10;
const goodInARow = 5;
/** Times one item is asked for before it counts as unknown. */
const mostTries = 3;
/** Queries under way at once. */
const atOnce = 4;

/** What became of one item of a batch. `silent`: GraphQL breaks down over it or is away, and REST may tell. */
export type Outcome = { readonly node: Json } | { readonly silent: Problem } | Problem;

/** Something to be asked for under an alias of its own. */
export interface Item<T> {
  readonly alias: string;
  readonly value: T;
}

/** What every query of a batch has in common. */
export interface Batch<T> {
  readonly client: GithubClient;
  readonly memory: Pick<GithubMemory, "chunk" | "good" | "silent" | "away">;
  readonly items: readonly Item<T>[];
  /** Writes the document for some items. */
  readonly document: (items: readonly Item<T>[]) => string;
}

/**
 * Asks for many repositories in documents of as many as the server bears, and answers each exactly once, in any order. A
 * document that failed is asked again in halves; what a limit or a refused token stops is not asked for any more, nor is
 * anything once GraphQL is away. Never throws for what a server can answer.
 */
export async function* runBatch<T>(batch: Batch<T>): AsyncGenerator<readonly [Item<T>, Outcome]> {
  const waiting = batch.items.map((item) => ({ item, tries: 0 }));
  const running = new Set<Promise<void>>();
  // Several documents may be answered while whoever reads is busy with one of them: none of them may be lost.
  const ready: (readonly [Item<T>, Outcome])[] = [];
  let stopped: Problem | undefined;
  const run = async (taken: readonly { readonly item: Item<T>; readonly tries: number }[]) => {
    const answer = await ask(
      batch,
      taken.map(({ item }) => item),
    );
    stopped ??= answer.stop;
    const again = taken.filter(({ item }) => answer.again.has(item));
    const given = again.filter(({ tries }) => tries + 1 >= mostTries || batch.memory.away !== undefined);
    const left = given.map(({ item }) => [item, answer.again.get(item) ?? nothingTold] as const);
    noteHealth(batch.memory, answer, left);
    waiting.unshift(
      ...again.flatMap((each) => (given.includes(each) ? [] : [{ ...each, tries: each.tries + 1 }])),
    );
    ready.push(...answer.found, ...left);
  };
  const startNext = () => {
    const work = run(waiting.splice(0, batch.memory.chunk)).finally(() => running.delete(work));
    running.add(work);
  };
  try {
    while (waiting.length > 0 || running.size > 0 || ready.length > 0) {
      yield* ready.splice(0);
      if (stopped !== undefined) {
        const problem = stopped;
        yield* waiting.splice(0).map(({ item }) => [item, problem] as const);
      }
      const { away } = batch.memory;
      if (away !== undefined) yield* waiting.splice(0).map(({ item }) => [item, { silent: away }] as const);
      while (running.size < atOnce && waiting.length > 0) startNext();
      if (running.size > 0 && ready.length === 0) await Promise.race(running);
    }
  } finally {
    // Whoever leaves early leaves no request behind.
    await Promise.allSettled(running);
  }
}

const nothingTold: Problem = { reason: "incomplete", message: "GitHub told nothing about it" };

interface Answer<T> {
  readonly found: readonly (readonly [Item<T>, Outcome])[];
  /** Items to be asked for again, in a smaller document, and what becomes of each that was asked for often enough. */
  readonly again: ReadonlyMap<Item<T>, Outcome>;
  /** Why nothing more is to be asked for. */
  readonly stop?: Problem;
}

/** Notes what a document says of GraphQL: of one that is asked no more and told nothing, that it is silent. */
function noteHealth<T>(
  memory: Batch<T>["memory"],
  { found }: Answer<T>,
  left: readonly (readonly [Item<T>, Outcome])[],
): void {
  if (found.some(([, outcome]) => "node" in outcome)) noteTold(memory);
  const [silent] = left.flatMap(([, outcome]) => ("silent" in outcome ? [outcome.silent] : []));
  if (found.length === 0 && silent !== undefined) noteSilent(memory, silent);
}

async function ask<T>({ client, memory, document }: Batch<T>, items: readonly Item<T>[]): Promise<Answer<T>> {
  const asked = await askGraphql(memory, client, document(items));
  switch (asked.kind) {
    case "stop":
      return stop(items, asked.problem);
    case "failed":
      return smaller(memory, items, asked.problem);
    case "silent":
      return smaller(memory, items, { silent: asked.problem });
    case "told":
      return sort(memory, items, asked, client.now());
  }
}

/** Items of which nothing is known, as of all that wait. */
function stop<T>(items: readonly Item<T>[], problem: Problem): Answer<T> {
  return { found: items.map((item) => [item, problem]), again: new Map(), stop: problem };
}

/** Items of a failed document, to be asked for in a smaller one. */
function smaller<T>(memory: Batch<T>["memory"], items: readonly Item<T>[], failure: Outcome): Answer<T> {
  shrink(memory);
  return { found: [], again: new Map(items.map((item) => [item, failure])) };
}

function shrink(memory: Batch<unknown>["memory"]): void {
  memory.good = 0;
  memory.chunk = Math.max(smallest, Math.floor(memory.chunk / 2));
}

/** What is known of each item after an answer that may be partial. */
function sort<T>(
  memory: Batch<T>["memory"],
  items: readonly Item<T>[],
  { data, errors, headers }: Extract<Asked, { kind: "told" }>,
  now: number,
): Answer<T> {
  const limit = errors
    .map((error) => errorProblem(error, headers, now))
    .find(({ reason }) => reason === "rate_limited");
  if (limit !== undefined) return stop(items, limit);
  const found: (readonly [Item<T>, Outcome])[] = [];
  const again = new Map<Item<T>, Outcome>();
  const failure: Problem = { reason: "incomplete", message: errors[0]?.message ?? nothingTold.message };
  for (const item of items) {
    const own = errors.filter(({ path }) => path[0] === item.alias || path.length === 0);
    const node = maybeJson(data[item.alias]);
    const refusal = own.find(
      ({ type, path }) => path.length === 1 && (type === "NOT_FOUND" || type === "FORBIDDEN"),
    );
    if (refusal !== undefined) found.push([item, errorProblem(refusal, headers, now)]);
    else if (node === undefined || own.length > 0)
      again.set(item, own.every(isServers) ? { silent: failure } : failure);
    else found.push([item, { node }]);
  }
  if (again.size === 0) grow(memory);
  else shrink(memory);
  return { found, again };
}

function grow(memory: Batch<unknown>["memory"]): void {
  memory.good += 1;
  if (memory.good < goodInARow || memory.chunk >= largest) return;
  memory.good = 0;
  memory.chunk = Math.min(largest, memory.chunk + step);
}
