import { canonical, keyOf } from "./canonical.fixture.ts";
import type { Rules } from "./machine.fixture.ts";
import { advance, begin } from "./machine.fixture.ts";
import { merge } from "./people.fixture.ts";
import type { Brain } from "./run.fixture.ts";
import type { Broken, World } from "./world.fixture.ts";
import { commitOf, openOf } from "./world.fixture.ts";

/** A run that nobody disturbs. */
interface Alone {
  readonly world: World;
  readonly rest: string;
  readonly wrote: boolean;
  readonly broken?: Broken;
  readonly steps: readonly string[];
}

/** What does not hold, and the undisturbed steps that show it. */
export interface Failure {
  readonly broken: string;
  readonly steps: readonly string[];
}

/** More steps than any undisturbed run needs, and more runs with merges between them. */
const mostSteps = 40;
const mostRuns = 8;

/** Checks of a world in which no run is at work; each asks what undisturbed runs make of it. */
export function createClaims(brain: Brain, rules: Rules) {
  const checked = new Map<string, Failure | undefined>();

  const runAlone = async (from: World): Promise<Alone> => {
    let world = from;
    let run = begin(brain, world);
    const steps = ["a run begins"];
    let wrote = false;
    for (let count = 0; count < mostSteps; count += 1) {
      const [step] = await advance(brain, rules, world, run);
      if (step === undefined) throw new Error("a run without a step");
      steps.push(`run ${step.name}`);
      wrote ||= step.wrote === true;
      if (step.broken !== undefined) return { world, rest: "broken", wrote, broken: step.broken, steps };
      world = step.world;
      if (step.run === undefined) return { world, rest: step.rest ?? "", wrote, steps };
      run = step.run;
    }
    return { world, rest: "endless", wrote, broken: "a run alone does not end", steps };
  };

  /** From any quiet world: one run alone brings it to rest, the next writes nothing, and merging leads to the goal. */
  const check = async (from: World): Promise<Failure | undefined> => {
    const steps: string[] = [];
    let world = from;
    for (let count = 0; count < mostRuns; count += 1) {
      const first = await runAlone(world);
      steps.push(...first.steps);
      const broken = first.broken ?? restBroken(first.world, first.rest);
      if (broken !== undefined) return { broken, steps };
      const key = keyOf(canonical({ world: first.world, runs: [] }));
      if (checked.has(key)) return prefixed(steps, checked.get(key));
      const second = await runAlone(first.world);
      if (second.broken !== undefined || second.wrote)
        return { broken: second.broken ?? "a second run writes", steps: [...steps, ...second.steps] };
      const end = goalOf(first.world, first.rest);
      if (end === "reached" || end === "a person's") {
        checked.set(key, undefined);
        return undefined;
      }
      const merged = end === "offered" ? merge(first.world) : undefined;
      if (merged === undefined)
        return { broken: `liveness: it rests ${first.rest}, and nothing can be merged`, steps };
      steps.push("a person merges it");
      world = merged;
    }
    return { broken: "liveness: merging what is offered leads nowhere", steps };
  };

  return { check };
}

function prefixed(steps: readonly string[], failure: Failure | undefined): Failure | undefined {
  return failure === undefined ? undefined : { ...failure, steps: [...steps, ...failure.steps] };
}

/** S4, S5 and R12, after a run that ended without a fault. */
function restBroken(world: World, rest: string): Broken {
  const { desire, live } = world;
  const wanted = desire === "prune" ? "-" : desire;
  const change = `${live}>${wanted}`;
  if (rest === "declined" && !world.no.includes(change))
    return `R12: ${change} counts as declined, and nobody declined it`;
  if (rest === "held") return undefined;
  const open = world.proposals.filter(({ state }) => state === "open");
  if (open.length > 1) return "S4: two proposals are open at rest";
  const [first] = open;
  if (first === undefined || rest === "edited") return undefined;
  const head = commitOf(world, first.head);
  if (desire === "release" || live === wanted)
    return "S5: a proposal is open at rest with nothing to propose";
  const isCurrent =
    first.mark?.change === change &&
    first.mark.head === first.head &&
    first.mark.closedBy === null &&
    head.content === wanted &&
    head.base === live;
  return isCurrent ? undefined : "S5: an open proposal does not show the current plan";
}

/** How far a world at rest is from L = D = B. */
function goalOf(world: World, rest: string): "reached" | "offered" | "a person's" | "stuck" {
  if (["held", "edited", "declined", "blocked"].includes(rest)) return "a person's";
  if (openOf(world.proposals) !== undefined) return rest === "proposed" ? "offered" : "stuck";
  const { desire, live, memory } = world;
  const base = memory.base?.value ?? null;
  if (desire === "release") return rest === "clean" && base === null ? "reached" : "stuck";
  if (desire === "prune") return rest === "clean" && (base === null || live !== base) ? "reached" : "stuck";
  return rest === "clean" && live === desire && base === desire ? "reached" : "stuck";
}
