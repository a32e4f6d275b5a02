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
  readonly failure: Counterexample | undefined;
}

/** A state and how it was reached. */
interface Node {
  readonly state: State;
  readonly before: Node | undefined;
  readonly by: string;
}

/**
 * Goes through every state within the bounds, those with fewest moves of people first, and stops at the first claim
 * that does not hold: its trace needs as few moves as any.
 */
export async function explore(rules: Rules): Promise<Explored> {
  const brain = createBrain(rules.flaws);
  const claims = createClaims(brain, rules);
  const seen = new Set<string>();
  let transitions = 0;
  let quiet = 0;
  const found = (failure: Counterexample | undefined): Explored => ({
    ...{ states: seen.size, transitions, quiet, ...brain.sizes(), failure },
  });
  let layer: Node[] = values.map((live) => ({
    state: { world: initial(live), runs: [] },
    before: undefined,
    by: `live is ${live}, ops wants a`,
  }));
  for (let moves = 0; moves <= rules.moves; moves += 1) {
    const later: Node[] = [];
    for (const node of layer) {
      const key = keyOf(node.state);
      if (seen.has(key)) continue;
      seen.add(key);
      if (node.state.runs.length === 0) {
        quiet += 1;
        const failure = await claims.check(node.state.world);
        if (failure !== undefined)
          return found({ claim: failure.broken, trace: [...traceOf(node), ...failure.steps] });
      }
      for (const next of await successors(brain, rules, node.state)) {
        transitions += 1;
        if (next.broken !== undefined)
          return found({ claim: next.broken, trace: [...traceOf(node), next.name] });
        if (next.cost + moves > rules.moves) continue;
        const reached = { state: canonical(next.state), before: node, by: next.name };
        // A layer grows while it is gone through: steps that cost nothing belong to it.
        if (next.cost === 0) layer.push(reached);
        else later.push(reached);
      }
    }
    layer = later;
  }
  return found(undefined);
}

function traceOf(node: Node): string[] {
  return [...(node.before === undefined ? [] : traceOf(node.before)), node.by];
}

function initial(live: World["live"]): World {
  return {
    ...{ desire: "a", live, memory: { base: null, declined: [] }, branch: null, commits: new Map() },
    ...{ proposals: [], told: null, no: [], held: [live] },
  };
}
