import type { Client, Fate } from "./client.fixture.ts";
import type { Deed } from "./people.fixture.ts";
import type { World } from "./world.fixture.ts";

/** One move of a schedule; one that is not possible just then is left out. */
export type Move =
  | Deed
  | { readonly do: "start"; readonly client: number }
  | { readonly do: "step"; readonly client: number; readonly fate: Fate }
  /** A whole run, undisturbed from where the client is. */
  | { readonly do: "run"; readonly client: number }
  /** The lease of whoever has it runs out. */
  | { readonly do: "expire" }
  /** A request of a dead client gets to the hub. */
  | { readonly do: "arrive" };

/** What a schedule is played on: models in memory, or real parts. */
export interface Ground {
  readonly world: World;
  readonly clients: readonly Client[];
  /** How each run ended, in order. */
  readonly outcomes: string[];
  readonly act: (deed: Deed) => void | Promise<void>;
  /** Ends the lease. */
  readonly expire: () => void;
}

/** Plays the moves until a claim is broken, and then what is under way to its end. */
export async function playMoves(ground: Ground, moves: readonly Move[]): Promise<void> {
  const { world, clients, outcomes } = ground;
  for (const move of moves) {
    await makeMove(ground, move);
    if (world.history.broken.length > 0) break;
  }
  for (const client of clients) await toTheEnd(client, outcomes);
  for (const effect of world.inFlight.splice(0)) await effect();
}

async function makeMove({ world, clients, outcomes, act, expire }: Ground, move: Move): Promise<void> {
  switch (move.do) {
    case "start":
    case "step":
    case "run": {
      const client = clients[move.client];
      if (client === undefined) return;
      if (move.do === "start" && !client.isRunning()) return client.start();
      if (move.do === "step") return client.step(move.fate);
      if (move.do === "run" && !client.isRunning()) await client.start();
      return toTheEnd(client, outcomes);
    }
    case "expire":
      return expire();
    case "arrive":
      return world.inFlight.shift()?.();
    default:
      return act(move);
  }
}

/** Lets a run go on undisturbed. */
export async function toTheEnd(client: Client, outcomes: string[]): Promise<void> {
  if (!client.isRunning()) return;
  while (client.isRunning()) await client.step("done");
  const ended = client.ended();
  if (ended !== undefined) outcomes.push(ended.outcome);
}

/** A second run, with nothing done in between, finds nothing to do, also while the proposal waits. */
export async function writesNothing(world: World, client: Client, outcomes: string[]): Promise<void> {
  await client.start();
  await toTheEnd(client, outcomes);
  const run = client.ended();
  const writes = (run?.hubWrites ?? 1) + (run?.proposal?.writes ?? 1);
  if (writes > 0) world.history.broken.push(`a second run makes ${writes} writes`);
}
