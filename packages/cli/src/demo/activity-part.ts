import { join } from "node:path";
import { createHubClient } from "@coulomb-loop/state-hub-sync";
import { readOpsConfig } from "../hub-workspace.ts";
import { exitCodes } from "../io.ts";
import { hubPlace, openHub, transportTo } from "../open-hub.ts";
import { table } from "../terminal.ts";
import { pilots } from "./files.ts";
import type { DemoFleet } from "./fleet.ts";
import { at, type Checkouts, checkOut, nextFiring, passTime, type Session } from "./hours.ts";
import { publishOps } from "./ops-repo.ts";
import { ask, coulomb, failure, type Stage, say, tell } from "./stage.ts";
import { phases, steps } from "./story-files.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Hours that the whole fleet runs through. */
const hours = 3;

/** Where the story stands when the hours are over. */
export interface RanLoop {
  readonly checkouts: Checkouts;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The loop itself: definitions enabled by their gate, three hours by a clock that the demo moves, tasks on the hub, bundles, and
 * records that close the slots.
 */
export async function runLoop(stage: Stage, fleet: DemoFleet): Promise<RanLoop> {
  say(stage, "What would run? A dry run over the pilots", [
    "Six activity definitions say what each step of the loop does, and when: three for every hour, three for every day. None is",
    "enabled yet: their gate asks for this very dry run.",
  ]);
  await coulomb(stage, exitCodes.ok, "activity", "plan");
  await enable(stage, fleet);
  // Early enough that the daily cycle of the same morning comes after three hourly ones.
  const start = nextFiring(stage, "0 5 * * *", stage.now() + 6 * minute);
  say(stage, "Three hours pass", [
    "The demo moves the clock to the next morning. A tick writes the slots that are to come, makes the task of each one that is",
    "due, and settles those that are over; any number may tick at once, and a slot still has one task.",
    ...(fleet.prepares
      ? [
          "With --prepare it also runs a step's own command in a throw-away clone: here the metrics, for whoever comes next.",
        ]
      : []),
  ]);
  await coulomb(at(stage, start - 5 * minute), exitCodes.ok, "activity", "tick");
  const checkouts = await checkOut(stage, fleet);
  const working = [{ phase: phases.bootstrap, pilots: Object.keys(pilots) }];
  const all = { checkouts, working };
  await passTime(stage, fleet, {
    ...all,
    from: start,
    to: start + hour,
    isShown: true,
    prepares: ({ isAgent }) => fleet.prepares && !isAgent,
    begins: async (sessions) => {
      const first = sessions.find(({ pilot, step }) => pilot === "activity-core" && step.name === "coach");
      if (first !== undefined) await begin(stage, checkouts, first);
    },
  });
  say(stage, "The sessions are over", [
    "Each has recorded what came of it in its own repo and pushed that. The tick brings the records in, and the slots are",
    "closed: nine in a cycle.",
  ]);
  await coulomb(at(stage, start + 45 * minute), exitCodes.ok, "activity", "tick");
  for (let count = 1; count < hours; count += 1) {
    const from = start + count * hour;
    await passTime(stage, fleet, { ...all, from, to: from + hour });
    tell(stage, `${new Date(from).toISOString()}  the next cycle ran in the same way`);
  }
  const now = start + hours * hour - 15 * minute;
  await ask(at(stage, now), "activity", "tick");
  tell(stage, "");
  await showTasks(stage);
  return { checkouts, now };
}

/** Puts the proof of the dry run into each definition, with the digest that it is of, and enables those of the first phase. */
async function enable(stage: Stage, fleet: DemoFleet): Promise<void> {
  say(stage, "The gate opens", [
    "Each definition gets its proof, bound to the digest of what was tried. The hourly ones are enabled; the daily ones lack the",
    "regulator's approval. compile pins them: from now on a definition that somebody changes is not fired until it is pinned again.",
  ]);
  const proof = ["--kind", "dry_run", "--ref", "coulomb activity plan"];
  const prove = ["activity", "prove", "--phase"];
  await coulomb(stage, exitCodes.ok, ...prove, phases.bootstrap.name, ...proof, "--enable");
  await coulomb(stage, exitCodes.ok, ...prove, phases.stabilize.name, ...proof);
  await coulomb(stage, exitCodes.ok, "activity", "compile");
  await publishOps(stage, fleet, "Enable the hourly loop");
}

/** What an agent's session sees first: the bundle. */
async function begin(stage: Stage, checkouts: Checkouts, { pilot, slot, due }: Session): Promise<void> {
  const work = checkouts.get(pilot) ?? "";
  say(stage, "A session begins", [
    `In a checkout of ${pilot}, without the ops repo: the bundle holds all that the session is to know.`,
  ]);
  const here = { ...at(stage, due + 2 * minute), ops: work };
  const bundle = join("..", "bundle.md");
  const prepare = ["kaizen", "schedule", "prepare", "coach", "--slot", slot, "--out", bundle];
  await coulomb(here, exitCodes.ok, ...prepare);
  await coulomb(here, exitCodes.ok, "kaizen", "bundle", "verify", bundle);
}

/** The tasks of the loop, as anybody with a token reads them over HTTP; here the hub is in this process. */
async function showTasks(stage: Stage): Promise<void> {
  say(stage, "What the hub has now", [
    "A task for every slot, done when its record came. The ledger keeps the rest.",
  ]);
  const { io, terminal } = stage.invocation;
  const here = { ...io, cwd: stage.ops, env: stage.env };
  const ops = readOpsConfig(here, terminal, stage.ops);
  const hub = await openHub(here, hubPlace(here, ops, {}), "demo");
  try {
    const tasks = await createHubClient(transportTo(hub, here)).list("tasks", { label: "kaizen-stack" });
    tell(stage, `GET /v1/tasks?label=kaizen-stack  ${tasks.length} tasks`);
    const expected = steps.length * Object.keys(pilots).length * hours;
    const open = tasks.filter(({ status }) => status !== "done");
    if (tasks.length !== expected || open.length > 0)
      throw failure(
        stage,
        `${open.length} of ${tasks.length} tasks are open, expected ${expected} that are done`,
      );
    const rows = tasks.slice(0, 3).map(({ status, key }) => [`  ${status}`, key]);
    for (const line of table([...rows, ["  …", ""]])) tell(stage, line);
  } finally {
    await hub.close();
  }
  tell(stage, "");
}
