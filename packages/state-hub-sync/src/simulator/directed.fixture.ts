import type { Move } from "./moves.fixture.ts";
import type { Flaws } from "./world.fixture.ts";

/** Schedules that random search seldom finds: each fails under one ablation, and holds without it. */
export interface Directed {
  readonly name: string;
  readonly flaws: Flaws;
  readonly moves: readonly Move[];
}

const key = "W-1-T1";
const linked: readonly Move[] = [{ do: "run", client: 0 }];

/** So many calls of a client, undisturbed. */
function calls(client: number, count: number): Move[] {
  return Array.from({ length: count }, () => ({ do: "step", client, fate: "done" }) as const);
}

/** A run up to the call that writes: the hub and the files are seen, and it has the lease. */
function aboutToWrite(client: number): Move[] {
  return [{ do: "start", client }, ...calls(client, 3)];
}

export const directed: readonly Directed[] = [
  {
    name: "an older run brings back what a newer one saw to be over, when nothing tells their fences apart",
    flaws: { lacksFence: true },
    moves: [
      ...linked,
      { do: "file", key, field: "title", value: "b" },
      ...aboutToWrite(0),
      { do: "expire" },
      { do: "file", key, field: "title", value: "a" },
      { do: "file", key: "W-2-T1", field: "title", value: "b" },
      { do: "run", client: 1 },
      ...calls(0, 1),
    ],
  },
  {
    name: "a request of a dead run arrives after a newer run, when nothing tells their fences apart",
    flaws: { lacksFence: true },
    moves: [
      ...linked,
      { do: "file", key, field: "title", value: "b" },
      ...aboutToWrite(0),
      { do: "step", client: 0, fate: "dies late" },
      { do: "expire" },
      { do: "file", key, field: "title", value: "a" },
      { do: "file", key: "W-2-T1", field: "title", value: "b" },
      { do: "run", client: 1 },
      { do: "arrive" },
    ],
  },
  {
    name: "a proposal is written over what a person has just put on its branch",
    flaws: { lacksSwap: true },
    moves: [
      ...linked,
      { do: "hub", key, field: "status", value: "blocked" },
      { do: "start", client: 0 },
      ...calls(0, 2),
      { do: "amend", key, field: "title", value: "x" },
      { do: "run", client: 0 },
    ],
  },
  {
    name: "a second run writes over what a person made of the first run's proposal",
    flaws: { lacksSwap: true },
    moves: [
      ...linked,
      { do: "hub", key, field: "title", value: "b" },
      { do: "start", client: 0 },
      ...calls(0, 2),
      { do: "run", client: 1 },
      { do: "amend", key, field: "title", value: "x" },
      { do: "run", client: 0 },
    ],
  },
  {
    name: "a push covers what a person set in the hub after it was read",
    flaws: { pushesUnconditionally: true },
    moves: [
      ...linked,
      { do: "file", key, field: "status", value: "cancelled" },
      ...aboutToWrite(0),
      { do: "hub", key, field: "status", value: "done" },
      ...calls(0, 1),
    ],
  },
  {
    name: "the copy of an older value of the hub is pushed over a newer one that is the base's again",
    flaws: { lacksBaseRevs: true },
    moves: [
      ...linked,
      { do: "hub", key, field: "status", value: "blocked" },
      { do: "run", client: 0 },
      { do: "merge", how: "merge", keeps: "proposed" },
      { do: "hub", key, field: "status", value: "todo" },
    ],
  },
  {
    name: "files read before the hub are older than the base, and a value of the hub is taken for theirs",
    flaws: { observesFilesFirst: true },
    moves: [
      ...linked,
      { do: "hub", key, field: "title", value: "b" },
      { do: "run", client: 0 },
      { do: "start", client: 0 },
      ...calls(0, 1),
      { do: "merge", how: "merge", keeps: "proposed" },
      { do: "run", client: 1 },
      { do: "hub", key, field: "title", value: "a" },
      { do: "run", client: 0 },
    ],
  },
  {
    name: "a value that lost once is taken for lost when somebody sets it again",
    flaws: { matchesVersionsByValue: true },
    moves: [
      ...linked,
      { do: "hub", key, field: "title", value: "b" },
      { do: "file", key, field: "title", value: "c" },
      { do: "run", client: 0 },
      { do: "file", key, field: "title", value: "x" },
      { do: "hub", key, field: "title", value: "b" },
    ],
  },
];
