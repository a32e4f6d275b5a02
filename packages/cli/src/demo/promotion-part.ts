import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PromoteLoop, PromoteReport } from "@coulomb-loop/schemas";
import { exitCodes } from "../io.ts";
import type { RanLoop } from "./activity-part.ts";
import { pilots } from "./files.ts";
import type { DemoFleet } from "./fleet.ts";
import { git } from "./git.ts";
import { at, nextFiring, passTime, refresh } from "./hours.ts";
import { publishOps, pullOps } from "./ops-repo.ts";
import { ask, coulomb, failure, type Stage, say, tell } from "./stage.ts";
import { phases } from "./story-files.ts";

const minute = 60_000;
const hour = 60 * minute;

const canary = ["kaizen-agentic"];
const rest = Object.keys(pilots).filter((pilot) => !canary.includes(pilot));

/**
 * Cadence is earned: three clean hours become a proposal, a regulator agrees, the canary runs daily, then the rest; and a failure takes one
 * repo back. Ends early where nobody but the author could agree.
 */
export async function earnCadence(
  stage: Stage,
  fleet: DemoFleet,
  { checkouts, now }: RanLoop,
): Promise<void> {
  say(stage, "Three clean cycles: what is that worth?", [
    "evidence judges every slot: on time, by whom, with what class of proof. The exit criterion asks for three cycles in a row",
    "over all repos of the phase, without a hand.",
  ]);
  await coulomb(at(stage, now), exitCodes.ok, "evidence", "--phase", "bootstrap");
  const [first, second] = ["PROM-0001", "PROM-0002"] as const;
  await propose(at(stage, now + minute), first);
  if (fleet.approve === undefined) {
    say(stage, "Nobody else is here to agree", [
      "The account that opened the proposal would have to approve it, and nobody approves their own: it stays open.",
    ]);
    return;
  }
  await agree(stage, fleet, { id: first, now: now + 2 * minute, pilots: canary });
  say(stage, "The canary runs daily, the others hourly", [
    "Its next cycle is today, from eight to ten. The others go on hourly, now as a fleet of two: what the three did together does",
    "not count for them, and the first of these hours began with three.",
  ]);
  const daily = nextFiring(stage, phases.stabilize.crons[0], now);
  await refresh(stage, fleet, checkouts);
  await coulomb(at(stage, daily - 5 * minute), exitCodes.ok, "activity", "tick");
  await passTime(stage, fleet, {
    checkouts,
    from: daily,
    to: daily + 4 * hour,
    working: [
      { phase: phases.bootstrap, pilots: rest },
      { phase: phases.stabilize, pilots: canary },
    ],
  });
  const noon = daily + 4 * hour - 15 * minute;
  await coulomb(at(stage, noon), exitCodes.ok, "activity", "tick");
  await propose(at(stage, noon + minute), second);
  await agree(stage, fleet, { id: second, now: noon + 2 * minute, pilots: rest });
  const demoted = await takeBack(stage, fleet, { checkouts, now: noon + 10 * minute });
  await lookBack(stage, fleet, demoted);
}

/** Proposes what is earned, as the next record. */
async function propose(stage: Stage, id: string): Promise<void> {
  say(stage, "The proposal", [
    "promote opens one proposal in the ops repo, with a record, the evidence pinned beside it, and every gate. Only people are",
    "missing. This is what a regulator reads:",
  ]);
  await coulomb(stage, exitCodes.ok, "promote");
  await coulomb(stage, exitCodes.ok, "promote", "show", id);
}

interface Agreement {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly pilots: readonly string[];
}

/** A regulator approves, the tool merges, and the pilots get and merge their daily schedules. */
async function agree(stage: Stage, fleet: DemoFleet, { id, now, pilots: names }: Agreement): Promise<void> {
  say(stage, "A regulator agrees", fleet.words.approve);
  await fleet.approve?.(at(stage, now), id);
  say(stage, "Every gate is met", [
    "promote computes all gates anew, and merges exactly the head that was approved.",
  ]);
  await coulomb(at(stage, now + minute), exitCodes.ok, "promote");
  await pullOps(stage, fleet);
  say(stage, "The pilots are asked too", [
    "The roster says daily now, so reconcile proposes the new schedule to each of them. Their people merge it.",
  ]);
  await coulomb(at(stage, now + 2 * minute), exitCodes.ok, "reconcile");
  await fleet.merge(at(stage, now + 3 * minute));
  for (const name of names) await expectDaily(stage, fleet, name);
  say(stage, "The record is sealed", [
    "With the schedules merged, the answers and their signatures are put beside the record, for good, and the hub is told who decided.",
  ]);
  const { sealed = [] } = await promotion(at(stage, now + 4 * minute));
  if (!sealed.includes(id)) throw failure(stage, `${id} was not sealed after its schedules were merged`);
  tell(stage, `${id} is sealed`);
  await coulomb(at(stage, now + 5 * minute), exitCodes.ok, "reconcile");
  await pullOps(stage, fleet);
}

async function expectDaily(stage: Stage, fleet: DemoFleet, name: string): Promise<void> {
  if (!(await fleet.schedule(name)).includes("0 9 * * *"))
    throw failure(stage, `${fleet.name(name)} does not run its coach daily after its proposal was merged`);
}

/** The first daily cycle of the rest: one session fails, and its repo goes back. Answers with when that is over. */
async function takeBack(stage: Stage, fleet: DemoFleet, { checkouts, now }: RanLoop): Promise<number> {
  say(stage, "The next morning a session fails", [
    "All three run daily now. The coach of activity-core closes its slot with a failure, in the first cycle after the promotion.",
  ]);
  const due = nextFiring(stage, phases.stabilize.crons[0], now);
  await refresh(stage, fleet, checkouts);
  await ask(at(stage, due - 5 * minute), "activity", "tick");
  await passTime(stage, fleet, {
    checkouts,
    from: due,
    to: due + 2 * hour,
    working: [{ phase: phases.stabilize, pilots: Object.keys(pilots) }],
    fails: ({ pilot, step }) => pilot === "activity-core" && step.name === "coach",
  });
  const failed = due + hour + 15 * minute;
  await coulomb(at(stage, failed), exitCodes.ok, "activity", "tick");
  say(stage, "It is taken back, and nobody had to see it first", [
    "The policy watches the first three cycles after a promotion. A demotion needs no approval; it holds the repo until somebody",
    "has found out why.",
  ]);
  await coulomb(at(stage, failed + minute), exitCodes.ok, "promote");
  await pullOps(stage, fleet);
  await coulomb(at(stage, failed + 2 * minute), exitCodes.ok, "reconcile");
  await fleet.merge(at(stage, failed + 3 * minute));
  if (!(await fleet.schedule("activity-core")).includes("15 * * * *"))
    throw failure(stage, "activity-core does not run hourly after it was taken back");
  await promotion(at(stage, failed + 4 * minute));
  await coulomb(at(stage, failed + 5 * minute), exitCodes.ok, "promote", "status");
  await pullOps(stage, fleet);
  // The others end their day, so that its cycle is decided and can be logged.
  await ask(at(stage, failed + 6 * minute), "activity", "tick");
  await passTime(stage, fleet, {
    checkouts,
    from: due + 2 * hour,
    to: due + 3 * hour,
    working: [
      { phase: phases.stabilize, pilots: Object.keys(pilots).filter((pilot) => pilot !== "activity-core") },
    ],
  });
  const over = due + 2 * hour + 15 * minute;
  await ask(at(stage, over), "activity", "tick");
  return over;
}

/** What is left for those who come later: the log, the workplan on both sides, and a chain that anybody can verify. */
async function lookBack(stage: Stage, fleet: DemoFleet, now: number): Promise<void> {
  say(stage, "What is on record", [
    "evidence --log writes an entry per cycle and promotion. The task of the workplan was moved by the promotions themselves; a sync",
    "tells the hub.",
  ]);
  await coulomb(at(stage, now), exitCodes.ok, "evidence", "--log");
  await publishOps(stage, fleet, "Log the cycles");
  await coulomb(at(stage, now + minute), exitCodes.ok, "sync");
  expectTask(stage);
  say(stage, "Anybody can check it, offline", [
    "A plain clone of the ops repo is enough: the chain of records, the evidence against the gates, the merges, the answers.",
  ]);
  const clone = join(stage.root, "auditor");
  const { env } = stage.invocation.io;
  await git(stage.root, env, ["clone", "--quiet", fleet.address("demo-ops"), clone], fleet.access);
  await coulomb({ ...at(stage, now + 2 * minute), ops: clone }, exitCodes.ok, "promote", "verify");
}

/** Both repos of the second wave had moved: the task of the promotion is done. */
function expectTask(stage: Stage): void {
  const text = readFileSync(join(stage.ops, "workplans/LOOP-WP-0001-kaizen-improvement-stack.md"), "utf8");
  if (!/id: LOOP-WP-0001-T08\nstatus: (?:done|in_progress)/.test(text))
    throw failure(stage, "the promotions did not move LOOP-WP-0001-T08");
}

/** Runs `coulomb promote` without showing it; answers with what it says of the loop. */
async function promotion(stage: Stage): Promise<PromoteLoop> {
  const report: PromoteReport = JSON.parse(await ask(stage, "promote", "--json"));
  const [loop] = report.loops;
  if (loop === undefined) throw failure(stage, "the ops repo has no loop");
  return loop;
}
