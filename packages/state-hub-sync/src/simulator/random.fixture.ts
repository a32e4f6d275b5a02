import type { Fate } from "./client.fixture.ts";
import type { Move } from "./moves.fixture.ts";
import { taskKeys } from "./world.fixture.ts";

/** Draws numbers from a seed (mulberry32). */
function createDraw(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  const oneOf = <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0];
  return { below, oneOf };
}

type Draw = ReturnType<typeof createDraw>;

const statuses = ["todo", "in_progress", "blocked", "done", "cancelled"] as const;
const titles = ["a", "b", "c"] as const;
const priorities = ["low", "high", null] as const;
const fates: readonly [Fate, ...Fate[]] = [
  "fails before",
  "fails after",
  "dies before",
  "dies after",
  "dies late",
];

type Maker = (draw: Draw) => readonly Move[];

/** What may come next; its weight in schedules of whole runs, and in those of runs that meet. */
const makers: readonly (readonly [whole: number, meeting: number, make: Maker])[] = [
  [14, 14, (draw) => [{ do: "file", ...someValue(draw) }]],
  [4, 3, (draw) => [{ do: "file", key: someKey(draw), field: "status", ...oneCopy(draw) }]],
  [16, 14, (draw) => [{ do: "hub", ...someValue(draw) }]],
  [22, 10, (draw) => [{ do: "run", client: draw.below(2) }]],
  [10, 16, (draw) => [{ do: "start", client: draw.below(2) }]],
  [20, 36, (draw) => Array.from({ length: 1 + draw.below(4) }, steps(draw.below(2)))],
  [6, 8, (draw) => cutRun(draw, draw.below(2))],
  [12, 10, (draw) => [{ do: "merge", how: draw.oneOf(ways), keeps: draw.oneOf(["proposed", "file"]) }]],
  [2, 1, () => [{ do: "close" }]],
  [2, 4, (draw) => [{ do: "amend", key: someKey(draw), field: "title", value: draw.oneOf(["x", "y"]) }]],
  [1, 2, (draw) => [{ do: "amend", key: someKey(draw), field: "status", value: draw.oneOf(statuses) }]],
  [2, 2, (draw) => [{ do: "resolve", loser: draw.oneOf(["local", "remote"]) }]],
  [4, 12, () => [{ do: "expire" }]],
  [3, 6, () => [{ do: "arrive" }]],
  [2, 1, (draw) => [{ do: "remove", key: someKey(draw) }]],
  [4, 2, (draw) => [{ do: "add", key: someKey(draw), keepsId: draw.below(2) === 0 }]],
  [1, 1, (draw) => [{ do: "title", plan: draw.oneOf(["W-1", "W-2"]), title: draw.oneOf(titles) }]],
  [1, 0, (draw) => [{ do: "flaw", key: someKey(draw) }]],
  [1, 1, (draw) => [{ do: "delete", key: someKey(draw) }]],
];

const ways = ["merge", "squash"] as const;

function steps(client: number): () => Move {
  return () => ({ do: "step", client, fate: "done" });
}

/** A run that goes on for a while and then meets a fault. */
function cutRun(draw: Draw, client: number): readonly Move[] {
  const before = Array.from({ length: draw.below(7) }, steps(client));
  return [{ do: "start", client }, ...before, { do: "step", client, fate: draw.oneOf(fates) }];
}

function oneCopy(draw: Draw) {
  return { value: draw.oneOf(statuses), copy: draw.oneOf(["frontmatter", "fence"]) } as const;
}

function someKey(draw: Draw) {
  // Most of it happens to one task, so that changes meet.
  return draw.below(3) > 0 ? taskKeys[0] : draw.oneOf(taskKeys);
}

function someValue(draw: Draw) {
  const key = someKey(draw);
  const field = draw.oneOf(["status", "status", "title", "priority"]);
  if (field === "status") return { key, field, value: draw.oneOf(statuses) } as const;
  if (field === "title") return { key, field, value: draw.oneOf(titles) } as const;
  return { key, field: "priority", value: draw.oneOf(priorities) } as const;
}

/** A schedule with some moves put in between; the same for the same seed. */
export function drawAround(moves: readonly Move[], seed: number): readonly Move[] {
  const draw = createDraw(seed);
  const around = [...moves];
  for (let count = draw.below(4); count >= 0; count--)
    around.splice(draw.below(around.length + 1), 0, ...drawMoves(draw, seed % 2 === 0 ? 0 : 1, 1));
  return around;
}

function drawMoves(draw: Draw, column: 0 | 1, length: number): Move[] {
  const all = makers.reduce((sum, weights) => sum + weights[column], 0);
  const moves: Move[] = [];
  for (let count = 0; count < length; count++) {
    let at = draw.below(all);
    const [, , make] = makers.find((weights) => (at -= weights[column]) < 0) ?? [];
    moves.push(...(make?.(draw) ?? []));
  }
  return moves;
}

/** A schedule; the same for the same seed. In every other one runs meet. */
export function drawSchedule(seed: number): readonly Move[] {
  const draw = createDraw(seed);
  const column = seed % 2 === 0 ? 0 : 1;
  const moves: Move[] = draw.below(10) === 0 ? [{ do: "shallow" }] : [];
  if (column === 1) moves.push({ do: "run", client: 0 });
  moves.push(...drawMoves(draw, column, 12 + draw.below(30)));
  if (draw.below(20) === 0) moves.splice(draw.below(moves.length), 0, { do: "lose links" });
  return moves;
}
