import { canonical, keyOf } from "./canonical.fixture.ts";
import { createClaims } from "./claims.fixture.ts";
import type { Rules, State } from "./machine.fixture.ts";
import { successors } from "./machine.fixture.ts";
import { createBrain } from "./run.fixture.ts";
import { values, type World } from "./world.fixture.ts";

/** How a claim fails: the moves that lead there. */
export interface Counterexample {
  readonly claim: string;
  readonly trace: readonly string[];
}

/** What a search went through. */
export interface Explored {
  readonly states: number;
  readonly transitions: number;
  /** Worlds without a run, from which undisturbed runs were followed. */
  readonly quiet: number;
  /** Distinct questions that the real `settleProposal` answered, and distinct plans. */
  readonly steps: number;
  readonly plans: number;
  /** Where runs came to rest. */
  readonly rests: readonly string[];
  readonly failure: Counterexample | undefined;
}

/** How a state was reached. */
interface Trail {
  readonly before: Trail | undefined;
  readonly by: string;
}

/** A state that is still to be gone through. */
interface Entry {
  readonly state: State;
  readonly key: string;
  readonly trail: Trail;
}

/**
 * Goes through every state within the bounds, those with fewest moves of people first and of these the nearest, and
 * stops at the first claim that does not hold: its trace needs as few moves as any.
 */
export async function explore(rules: Rules): Promise<Explored> {
  const brain = createBrain(rules.flaws);
  const claims = createClaims(brain, rules);
  const seen = new Set<string>();
  const count = { transitions: 0, quiet: 0 };
  let later = new Map<string, Entry>();
  for (const live of values)
    note(later, { world: initial(live), runs: [] }, undefined, `ops wants a, live is ${live}`);

  /** Goes on from one state; what costs nothing belongs to the same layer. */
  const visit = async (entry: Entry, left: number, layer: Map<string, Entry>) => {
    const { state, trail } = entry;
    if (state.runs.length === 0) {
      count.quiet += 1;
      const failure = await claims.check(state.world);
      if (failure !== undefined)
        return { claim: failure.broken, trace: [...traceOf(trail), ...failure.steps] };
    }
    for (const next of await successors(brain, rules, state, left)) {
      count.transitions += 1;
      if (next.broken !== undefined) return { claim: next.broken, trace: [...traceOf(trail), next.name] };
      note(next.cost === 0 ? layer : later, next.state, trail, next.name);
    }
    return undefined;
  };

  let failure: Counterexample | undefined;
  for (let left = rules.moves; left >= 0 && failure === undefined; left -= 1) {
    let wave = later;
    later = new Map();
    while (wave.size > 0 && failure === undefined) {
      const layer = new Map<string, Entry>();
      for (const entry of wave.values()) {
        if (seen.has(entry.key)) continue;
        seen.add(entry.key);
        failure = await visit(entry, left, layer);
        if (failure !== undefined) break;
      }
      wave = layer;
    }
  }
  return { states: seen.size, ...count, ...brain.summary(), failure };
}

function note(entries: Map<string, Entry>, reached: State, before: Trail | undefined, by: string): void {
  const state = canonical(reached);
  const key = keyOf(state);
  if (!entries.has(key)) entries.set(key, { state, key, trail: { before, by } });
}

function traceOf({ before, by }: Trail): string[] {
  return [...(before === undefined ? [] : traceOf(before)), by];
}

/** A repo that the loop has just come to. */
function initial(live: World["live"]): World {
  const memory = { base: null, declined: [] };
  const proposals = { branch: null, commits: new Map(), fresh: 1, proposals: [], told: null };
  return { desire: "a", live, memory, ...proposals, no: [], held: [live] };
}
