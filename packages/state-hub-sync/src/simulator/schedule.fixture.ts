import { versionText } from "../model.ts";
import type { DecideField } from "../plan/decide-field.ts";
import { decideField } from "../plan/decide-field.ts";
import { planSync } from "../plan/plan-sync.ts";
import type { SyncPlan } from "../plan/types.ts";
import type { Planner } from "../run/look.ts";
import type { SyncRun } from "../run/types.ts";
import type { Client } from "./client.fixture.ts";
import { createClient } from "./client.fixture.ts";
import { lastChange } from "./git-model.fixture.ts";
import type { Tally } from "./judge.fixture.ts";
import { emptyTally, judgeState, judgeValues } from "./judge.fixture.ts";
import type { Move } from "./moves.fixture.ts";
import { playMoves, toTheEnd, writesNothing } from "./moves.fixture.ts";
import { act } from "./people.fixture.ts";
import type { Flaws, World } from "./world.fixture.ts";
import { headOf, newWorld, recordOf } from "./world.fixture.ts";

/** What a schedule came to. */
export interface Verdict {
  /** Empty: every claim holds. */
  readonly broken: readonly string[];
  readonly tally: Tally;
  /** Runs until both sides were quiet, and how all runs ended. */
  readonly quietRuns: number;
  readonly outcomes: readonly string[];
  /** Calls of ports that met a fault. */
  readonly faults: readonly string[];
  /** How often each row of the table decided. */
  readonly rows: ReadonlyMap<string, number>;
}

const clients = 2;
const mostQuietRuns = 8;

/** Plays a schedule with the real planner, lets everything come to rest, and judges it. */
export async function play(moves: readonly Move[], flaws: Flaws = {}, resolves = true): Promise<Verdict> {
  const world = newWorld(flaws);
  const planner = plannerFor(world);
  const all = Array.from({ length: clients }, () => createClient(world, planner));
  const outcomes: string[] = [];
  const expire = () => {
    world.hub.holder = undefined;
  };
  await playMoves({ world, clients: all, outcomes, act: (deed) => act(world, deed), expire }, moves);
  const quietRuns = await comeToRest(world, createClient(world, planner), outcomes, resolves);
  const tally = emptyTally();
  const lost = judgeValues(world, tally);
  const broken = [...world.history.broken, ...lost, ...judgeState(world)];
  if (quietRuns > mostQuietRuns) broken.push("does not come to rest");
  return { broken, tally, quietRuns, outcomes, faults: world.faults, rows: world.rows };
}

/** Nobody changes anything any more but what runs ask of people; answers with the number of runs until one writes nothing. */
async function comeToRest(
  world: World,
  client: Client,
  outcomes: string[],
  resolves: boolean,
): Promise<number> {
  world.hub.holder = undefined;
  world.git.flawed.clear();
  for (let count = 1; count <= mostQuietRuns; count++) {
    world.git.declined.clear();
    if (resolves) act(world, { do: "resolve", loser: count % 2 === 0 ? "local" : "remote" });
    await client.start();
    await toTheEnd(client, outcomes);
    const run = client.ended();
    if (run !== undefined && isQuiet(world, run)) return count;
    await writesNothing(world, client, outcomes);
    for (const { code, line: _line, message } of run?.findings ?? [])
      if (code === "status_disagrees") repairByHand(world, message);
    act(world, { do: "merge", how: count % 2 === 0 ? "squash" : "merge", keeps: "proposed" });
  }
  return mostQuietRuns + 1;
}

function isQuiet({ git }: World, { hubWrites, proposal, findings }: SyncRun): boolean {
  const isDone = git.proposal === undefined && !findings.some(({ code }) => code === "status_disagrees");
  return isDone && hubWrites === 0 && proposal?.writes === 0;
}

function repairByHand(world: World, message: string): void {
  const [key = ""] = message.split(" ");
  const value = headOf(world.git).tasks.get(key)?.fence.value;
  if (value !== undefined) act(world, { do: "file", key, field: "status", value });
}

/** The real planner, which tells its rows; but for the ablations of its table. */
export function plannerFor(world: World): Planner {
  const { newestWins, matchesVersionsByValue, recordsNothing, movesHeldBase } = world.flaws;
  const decideBy =
    newestWins === true ? newestWinsIn(world) : matchesVersionsByValue === true ? decideByValue : decideField;
  const decide: DecideField = (facts) => {
    const decision = decideBy(facts);
    world.rows.set(decision.row, (world.rows.get(decision.row) ?? 0) + 1);
    return decision;
  };
  return (input) => {
    const plan = planSync(input, decide);
    if (movesHeldBase === true) return withMovedBases(plan);
    return recordsNothing === true ? withoutRecords(plan) : plan;
  };
}

function withoutRecords(plan: SyncPlan): SyncPlan {
  return {
    ...plan,
    items: plan.items.map((item) => (item.do === "task" ? { ...item, conflicts: [] } : item)),
  };
}

/** What is pushed becomes the base, also while the copies of a status differ. */
function withMovedBases(plan: SyncPlan): SyncPlan {
  const items = plan.items.map((item) => {
    if (item.do !== "task" || typeof item.set.status !== "string") return item;
    const base = { ...item.base, status: item.set.status };
    return { ...item, base, baseRevs: { ...item.baseRevs, status: item.rev + 1 } };
  });
  return { ...plan, items };
}

function newestWinsIn(world: World): DecideField {
  return (facts) => {
    if (facts.local === facts.remote || !facts.hasBase) return decideField(facts);
    const { key, field } = facts;
    const written = lastChange(world.git, world.git.commits.length - 1, { key, field })?.at ?? 0;
    const past = recordOf(world.hub, key)?.past.findLast((each) => each.field === field);
    return { row: written > (past?.at ?? 0) ? "push" : "propose" };
  };
}

function same(value: string | null, now: string | undefined): boolean {
  return value === (now ?? null);
}

/** A record is about every version with the value that lost. */
const decideByValue: DecideField = (facts) => {
  const { local, remote, rev, version } = facts;
  const conflicts = facts.conflicts.map((record) => ({
    ...record,
    local: {
      ...record.local,
      version:
        version !== undefined && same(record.local.value, local) ? versionText(version) : "another value",
    },
    remote: {
      ...record.remote,
      version: same(record.remote.value, remote) ? `rev:${rev}` : "another value",
    },
  }));
  return decideField({ ...facts, conflicts });
};
