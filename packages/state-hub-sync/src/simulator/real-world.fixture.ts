import type { Forge } from "@coulomb-loop/forge";
import { createOps, noSwitches, type Ops } from "../local/ops.fixture.ts";
import type { Replica, ReplicaCache } from "../hub/replica-cache.ts";
import type { Fetch } from "../hub/transport.ts";
import { filesOf, pathOf } from "./real-files.fixture.ts";
import type { RealHub } from "./real-hub.fixture.ts";
import type { Flaws, World } from "./world.fixture.ts";
import { headOf, newWorld } from "./world.fixture.ts";

/** What merges came to. */
export interface MergeTally {
  /** Git made of it what the person wanted. */
  clean: number;
  /** Git stopped with a conflict, or took something else: the person said what stays. */
  resolved: number;
  squashed: number;
}

/**
 * A bare repository, a hub over an embedded database, and beside them what people put there: `world` is the judge's account.
 * People's deeds are made in both; what the sync writes is read from the repository and the hub after each of its calls, and
 * never from its links.
 */
export interface Real extends Disposable {
  readonly world: World;
  readonly ops: Ops;
  readonly hub: RealHub;
  /** What runs reach the hub and the forge by: a test puts faults in their place. */
  fetch: Fetch;
  forge: Forge;
  switches: typeof noSwitches;
  /** Sequence of the hub's feed up to which `world` has what the sync wrote. */
  seq: number;
  readonly caches: Map<number, Replica>;
  readonly merges: MergeTally;
  /** Files that people moved, by plan. */
  readonly places: Map<string, string>;
  /** Commit of a person on the proposal's branch. */
  amended: string | undefined;
  /** Writes of people that the hub's rules refused. */
  refused: number;
}

/** Two workplans in a repository, and a hub that knows nothing of them yet. */
export async function createReal(hub: RealHub, flaws: Flaws = {}): Promise<Real> {
  await hub.reset();
  const world = newWorld(flaws);
  const texts = [...filesOf(headOf(world.git), world.git.flawed)];
  const ops = await createOps(Object.fromEntries(texts.map(([plan, text]) => [pathOf(plan), text])));
  nameHead(world, (await ops.person.head("main")) ?? "");
  return {
    world,
    ops,
    hub,
    fetch: hub.fetch,
    forge: ops.forge,
    switches: noSwitches,
    seq: 0,
    caches: new Map(),
    merges: { clean: 0, resolved: 0, squashed: 0 },
    places: new Map(),
    amended: undefined,
    refused: 0,
    [Symbol.dispose]: () => ops[Symbol.dispose](),
  };
}

/** The files of the account's head, where people put them. */
export function realFiles({ world, places }: Real): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...filesOf(headOf(world.git), world.git.flawed)].map(([plan, text]) => [
      places.get(plan) ?? pathOf(plan),
      text,
    ]),
  );
}

/** Gives the newest commit of the account the id that it has in the repository. */
export function nameHead({ git }: World, id: string): void {
  git.commits[git.commits.length - 1] = { ...headOf(git), id };
}

/** Keeps a client's replica between its runs, as a file would. */
export function cacheOf({ caches }: Real, client: number): ReplicaCache {
  return { read: () => caches.get(client), write: (replica) => void caches.set(client, replica) };
}
