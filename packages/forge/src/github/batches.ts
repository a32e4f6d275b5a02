import type { Json } from "../http/fields.ts";
import { AnswerError, maybeJson } from "../http/fields.ts";
import type { Problem } from "../problem.ts";
import type { GithubClient, GraphqlError } from "./client.ts";
import { errorProblem, limitOf, problemOf, readGraphql, wordsOf } from "./client.ts";
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

/** What became of one item of a batch. */
export type Outcome = { readonly node: Json } | Problem;

/** Something to be asked for under an alias of its own. */
export interface Item<T> {
  readonly alias: string;
  readonly value: T;
}

/** What every query of a batch has in common. */
export interface Batch<T> {
  readonly client: GithubClient;
  readonly memory: Pick<GithubMemory, "chunk" | "good">;
  readonly items: readonly Item<T>[];
  /** Writes the document for some items. */
  readonly document: (items: readonly Item<T>[]) => string;
}

/**
 * Asks for many repositories in documents of as many as the server bears, and answers each exactly once, in any order. A
 * document that failed is asked again in halves; what a limit or a refused token stops is not asked for any more. Never
 * throws for what a server can answer.
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
    const given = again.filter(({ tries }) => tries + 1 >= mostTries);
    const failure = answer.failure ?? nothingTold;
    waiting.unshift(
      ...again.flatMap((each) => (each.tries + 1 < mostTries ? [{ ...each, tries: each.tries + 1 }] : [])),
    );
    ready.push(...answer.found, ...given.map(({ item }) => [item, failure] as const));
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
  /** Items to be asked for again, in a smaller document, and why. */
  readonly again: ReadonlySet<Item<T>>;
  readonly failure?: Problem;
  /** Why nothing more is to be asked for. */
  readonly stop?: Problem;
}

async function ask<T>({ client, memory, document }: Batch<T>, items: readonly Item<T>[]): Promise<Answer<T>> {
  const result = await client.graphql(document(items));
  if (result.kind === "none")
    return smaller(memory, items, { reason: "unreachable", message: result.message });
  const { answer } = result;
  const limited = limitOf(answer, client.now());
  const problem = problemOf(answer, "/graphql", client.now());
  if (limited !== undefined || answer.status === 401 || answer.status === 403)
    return { found: items.map((item) => [item, problem]), again: new Set(), stop: problem };
  if (answer.status !== 200) return smaller(memory, items, problem);
  try {
    return sort(memory, items, readGraphql(answer.data), client.now(), answer.headers);
  } catch (error) {
    if (error instanceof AnswerError)
      return smaller(memory, items, {
        reason: "incomplete",
        message: `/graphql: ${error.message}${wordsOf(answer.data)}`,
      });
    throw error;
  }
}

/** Items of a failed document, to be asked for in a smaller one. */
function smaller<T>(memory: Batch<T>["memory"], items: readonly Item<T>[], failure: Problem): Answer<T> {
  memory.good = 0;
  memory.chunk = Math.max(smallest, Math.floor(memory.chunk / 2));
  return { found: [], again: new Set(items), failure };
}

/** What is known of each item after an answer that may be partial. */
function sort<T>(
  memory: Batch<T>["memory"],
  items: readonly Item<T>[],
  { data, errors }: { readonly data: Json; readonly errors: readonly GraphqlError[] },
  now: number,
  headers: Headers,
): Answer<T> {
  const stop = errors
    .map((error) => errorProblem(error, headers, now))
    .find(({ reason }) => reason === "rate_limited");
  if (stop !== undefined) return { found: items.map((item) => [item, stop]), again: new Set(), stop };
  const found: (readonly [Item<T>, Outcome])[] = [];
  const again = new Set<Item<T>>();
  for (const item of items) {
    const own = errors.filter(({ path }) => path[0] === item.alias || path.length === 0);
    const node = maybeJson(data[item.alias]);
    const refusal = own.find(
      ({ type, path }) => path.length === 1 && (type === "NOT_FOUND" || type === "FORBIDDEN"),
    );
    if (refusal !== undefined) found.push([item, errorProblem(refusal, headers, now)]);
    else if (node === undefined || own.length > 0) again.add(item);
    else found.push([item, { node }]);
  }
  if (again.size === 0) {
    grow(memory);
    return { found, again };
  }
  const [first] = errors;
  const failure: Problem = { reason: "incomplete", message: first?.message ?? nothingTold.message };
  return { ...smaller(memory, [...again], failure), found };
}

function grow(memory: Batch<unknown>["memory"]): void {
  memory.good += 1;
  if (memory.good < goodInARow || memory.chunk >= largest) return;
  memory.good = 0;
  memory.chunk = Math.min(largest, memory.chunk + step);
}
