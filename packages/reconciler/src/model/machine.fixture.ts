import type { Eyes, ForgeFlaws } from "./memory-forge.fixture.ts";
import { inspect, look, write } from "./memory-forge.fixture.ts";
import { moves } from "./people.fixture.ts";
import type { Blinkers, Brain, Start } from "./run.fixture.ts";
import type { Answer, Broken, Call, Desire, Done, Memory, Seen, World } from "./world.fixture.ts";

/** A run at work: what it planned, what it read last, and what it was answered since. */
export interface Run {
  readonly start: Start;
  /** The memory it read, for the compare-and-swap of its last write. */
  readonly before: Memory;
  readonly seen: Seen;
  readonly no: Eyes["no"];
  readonly answers: readonly Answer[];
  /** How often it looked again; counted only where that is bounded. */
  readonly looks: number;
  /** Second half of a call that the forge of a mutant splits. */
  readonly later: (Call & { readonly do: "patch" }) | null;
}

export interface State {
  readonly world: World;
  readonly runs: readonly Run[];
}

/** What a model explores. Bounds make it finite; a mutant flaw makes it wrong. */
export interface Rules {
  readonly desires: readonly Desire[];
  /** Moves of ops and people, and reads that fail, over all of one trace. Runs and crashes are free. */
  readonly moves: number;
  /** The moves of ops and people that are made, by name; default: all. */
  readonly only?: RegExp;
  /** Whether people rewrite our commits and keep their messages. */
  readonly amends?: boolean;
  /** Whether people open a second proposal of the branch. */
  readonly copies?: boolean;
  /** Runs at the same time; one more costs a move. */
  readonly runs: number;
  /** After so many more looks a run gives up. Two runs that disagree go on for ever without such a bound. */
  readonly looks?: number;
  /** Proposals that the forge lists once a run has remembered what they say. */
  readonly listed: number;
  readonly flaws: ForgeFlaws & Blinkers;
}

/** One transition. `cost` counts against the bound of moves. */
export interface Next {
  readonly name: string;
  readonly cost: 0 | 1;
  readonly state: State;
  readonly broken?: Broken;
  /** Whether it wrote to the forge or the state. */
  readonly wrote?: boolean;
}

/** Begins a run: it reads the state and the repo, and plans. */
export function begin(brain: Brain, world: World, blind: Seen["blind"] = "nothing"): Run {
  const seen = look(world, blind);
  const start = brain.start(world.desire, world.memory, seen);
  return { start, before: world.memory, seen, no: world.no, answers: [], looks: 0, later: null };
}

/** Every transition from a state that costs no more than is left. */
export async function successors(brain: Brain, rules: Rules, state: State, left: number): Promise<Next[]> {
  const { only = /./ } = rules;
  const people = left === 0 ? [] : moves(state.world, rules).filter(({ name }) => only.test(name));
  const found = people.map(({ name, world }): Next => ({ name, cost: 1, state: { ...state, world } }));
  found.push(...beginnings(brain, rules, state));
  for (const [index, run] of state.runs.entries())
    found.push(...(await progress(brain, rules, state, index, run)));
  return found.filter(({ cost }) => cost <= left);
}

function beginnings(brain: Brain, rules: Rules, { world, runs }: State): Next[] {
  if (runs.length >= rules.runs) return [];
  const withRun = (blind: Seen["blind"]) => ({ world, runs: [...runs, begin(brain, world, blind)] });
  const name = runs.length === 0 ? "a run begins" : "another run begins";
  const blinds = runs.length === 0 ? (["repo", "branch", "proposals"] as const) : [];
  return [
    { name, cost: runs.length === 0 ? 0 : 1, state: withRun("nothing") },
    ...blinds.map(
      (blind): Next => ({
        name: `a run begins and cannot read the ${blind}`,
        cost: 1,
        state: withRun(blind),
      }),
    ),
  ];
}

async function progress(brain: Brain, rules: Rules, state: State, index: number, run: Run): Promise<Next[]> {
  const tag = rules.runs > 1 ? ` ${index + 1}` : "";
  const crash: Next = { name: `run${tag} dies`, cost: 0, state: without(state, index) };
  const steps = await advance(brain, rules, state.world, run);
  return [
    crash,
    ...steps.map(
      ({ name, cost, run: next, world, ...rest }): Next => ({
        ...rest,
        name: `run${tag} ${name}`,
        cost,
        state: { world, runs: state.runs.flatMap((each, at) => (at === index ? (next ?? []) : each)) },
      }),
    ),
  ];
}

function without({ world, runs }: State, index: number): State {
  return { world, runs: runs.filter((_run, at) => at !== index) };
}

/** A step of one run, before it is put back among the others. Without `run` it has ended. */
export interface Step extends Omit<Next, "state"> {
  readonly world: World;
  readonly run?: Run;
  /** Where it rested; only when it ends. */
  readonly rest?: string;
}

/** What a run does next; more than one step when a read may fail. */
export async function advance(brain: Brain, rules: Rules, world: World, run: Run): Promise<Step[]> {
  if (run.later !== null) return [applied(rules, world, run, run.later)];
  const advice = await brain.advise(run.start, run.seen, run.answers);
  if ("rest" in advice) return [end(brain, rules, world, run, advice.rest)];
  const { call } = advice;
  if (call.do === "observe") {
    if (run.looks === rules.looks) return [end(brain, rules, world, run, "retry")];
    const counted = rules.looks === undefined ? run : { ...run, looks: run.looks + 1 };
    return [observed(world, counted, "nothing", 0), observed(world, counted, "repo", 1)];
  }
  if (call.do === "inspect") {
    const read = (answer: Answer, how: string, cost: 0 | 1): Step => ({
      name: `inspects #${call.number}${how}`,
      cost,
      world,
      run: { ...run, answers: [...run.answers, answer] },
    });
    return [read(inspect(world, call.number), "", 0), read({ kind: "unknown" }, " in vain", 1)];
  }
  return [applied(rules, world, run, call)];
}

function observed(world: World, run: Run, blind: Seen["blind"], cost: 0 | 1): Step {
  const next = { ...run, seen: look(world, blind), no: world.no, answers: [] };
  return { name: blind === "nothing" ? "looks again" : "looks again in vain", cost, world, run: next };
}

/** One write of a run, and what it is answered. */
function applied(rules: Rules, world: World, run: Run, call: Call): Step {
  const { first, later } = halves(rules, call);
  const result = run.later === null ? write(world, first, run, rules.flaws) : withText(world, run.later);
  const isDone = result.answer.kind === "done";
  const isHalf = later !== null && isDone;
  const unknown = run.seen.blind === "nothing" ? undefined : "S6: it writes though a fact is unknown";
  const broken = result.broken ?? unknown;
  return {
    name: `${words(call)}${isDone ? "" : `: ${result.answer.kind}`}`,
    cost: 0,
    world: result.world,
    run: {
      ...run,
      answers: isHalf ? run.answers : [...run.answers, result.answer],
      later: isHalf ? later : null,
    },
    wrote: result.world !== world,
    ...(broken === undefined ? {} : { broken }),
  };
}

/** A call as it is made: whole, or by the forge of a mutant the state first and the text after it. */
function halves({ flaws }: Rules, call: Call): { readonly first: Call; readonly later: Run["later"] } {
  if (flaws.splitsClose !== true || call.do !== "patch" || call.close !== true || call.mark === undefined)
    return { first: call, later: null };
  const { mark, ...first } = call;
  return { first, later: { do: "patch", number: call.number, mark } };
}

/** The second half: the text of a proposal whose state was written a moment ago. */
function withText(world: World, { number, mark }: NonNullable<Run["later"]>): Done {
  const proposals = world.proposals.map((each) =>
    each.number === number && mark !== undefined ? { ...each, mark } : each,
  );
  return { world: { ...world, proposals }, answer: { kind: "done" } };
}

function words(call: Call): string {
  switch (call.do) {
    case "advance":
      return `commits ${call.content} (${call.trailers.change})`;
    case "delete":
      return "deletes the branch";
    case "open":
      return `opens a proposal (${call.mark.change}, ${call.mark.class})`;
    case "patch":
      if (call.close === true) return `closes #${call.number} (${call.mark?.closedBy})`;
      return call.tell === undefined
        ? `updates #${call.number} (${call.mark?.change})`
        : `tells #${call.number}`;
    case "observe":
    case "inspect":
      return call.do;
  }
}

/** A run ends: it writes what it remembers, unless another run was first. Then old proposals leave the list. */
function end(brain: Brain, rules: Rules, world: World, run: Run, rest: string): Step {
  const memory: Memory = {
    base: run.start.next,
    declined: brain.declinedOf(run.start.declined, run.seen),
  };
  const name = `ends ${rest}`;
  if (JSON.stringify(world.memory) !== JSON.stringify(run.before))
    return { name: `${name}, its state left`, cost: 0, world, rest };
  const wrote = JSON.stringify(memory) !== JSON.stringify(run.before);
  const broken = baseBroken(world, memory);
  const next = { ...world, memory, proposals: listed(world, rules.listed) };
  return { name, cost: 0, world: next, rest, wrote, ...(broken === undefined ? {} : { broken }) };
}

/** The newest proposals, the open ones before all others. */
function listed({ proposals }: World, most: number): World["proposals"] {
  const finished = proposals.filter(({ state }) => state !== "open");
  const kept = new Set(finished.slice(0, Math.max(0, most - (proposals.length - finished.length))));
  return proposals.filter((each) => each.state === "open" || kept.has(each));
}

/** R2: a base is what the default branch held at some time. */
function baseBroken({ held }: World, { base }: Memory): Broken {
  const value = base?.value ?? null;
  if (value !== null && !held.includes(value))
    return `R2: the base is set to ${value}, which the default branch never held`;
  return undefined;
}
