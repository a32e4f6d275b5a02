import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ActivityCompileReport, ActivityTickReport } from "@coulomb-loop/schemas";
import { createHubClient } from "@coulomb-loop/state-hub-sync";
import { readOpsConfig } from "../hub-workspace.ts";
import { exitCodes } from "../io.ts";
import { makeFolder } from "../make-folder.ts";
import { hubPlace, openHub, transportTo } from "../open-hub.ts";
import { table } from "../terminal.ts";
import { definitionIds, definitionPath, stepNames } from "./definition-files.ts";
import { pilots } from "./files.ts";
import type { DemoFleet } from "./fleet.ts";
import { git } from "./git.ts";
import { ask, coulomb, failure, say, type Stage, tell } from "./stage.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Hours that the loop runs through. */
const hours = 3;

/**
 * The loop itself: definitions enabled by their gate, three hours by a clock that the demo moves, tasks on the hub, bundles, and
 * records that close the slots.
 */
export async function runLoop(stage: Stage, fleet: DemoFleet): Promise<void> {
  say(stage, "What would run? A dry run over the pilots", [
    "Three activity definitions say what each step of the loop does, and when. None is enabled yet: their gate asks for this",
    "very dry run.",
  ]);
  await coulomb(stage, exitCodes.ok, "activity", "plan");
  await enable(stage);
  const start = Math.ceil((stage.now() + minute) / hour) * hour;
  say(stage, "Three hours pass", [
    "The demo moves the clock. A tick writes the slots that are to come, makes the task of each one that is due, and",
    fleet.prepares
      ? "prepares its bundle in a throw-away clone; any number may tick at once, and a slot still has one task."
      : "settles those that are over; any number may tick at once, and a slot still has one task.",
  ]);
  await coulomb(at(stage, start - 5 * minute), exitCodes.ok, "activity", "tick");
  const checkouts = await checkOut(stage, fleet);
  for (let count = 0; count < hours; count += 1)
    await cycle(stage, fleet, { checkouts, anchor: start + count * hour, isShown: count === 0 });
  tell(stage, "");
  await showTasks(stage);
}

/** Puts the proof of the dry run into each definition, with the digest that it is of, and enables it. */
async function enable(stage: Stage): Promise<void> {
  say(stage, "The gate opens", [
    "Each definition gets its proof, bound to the digest of what was tried, and enabled: true. compile pins them: from now on",
    "a definition that somebody changes is not fired until it is pinned again.",
  ]);
  const report: ActivityCompileReport = JSON.parse(await ask(stage, "activity", "compile", "--json"));
  const { green } = stage.invocation.terminal.paint;
  for (const id of definitionIds) {
    const digest = report.definitions.find((each) => each.id === id)?.digest ?? "";
    const file = join(stage.ops, definitionPath(id));
    const before = readFileSync(file, "utf8");
    const proof = `proof: [{ kind: dry_run, ref: "coulomb activity plan", digest: ${digest} }]`;
    writeFileSync(file, before.replace("enabled: false", "enabled: true").replace("proof: []", proof));
  }
  tell(
    stage,
    `${green("$")} sed -i 's/enabled: false/enabled: true/; s/proof: \\[\\]/proof: [{ … digest }]/' activity-definitions/*.md`,
  );
  await coulomb(stage, exitCodes.ok, "activity", "compile");
}

/** A checkout of each pilot, as its sessions have it. */
type Checkouts = ReadonlyMap<string, string>;

async function checkOut(stage: Stage, fleet: DemoFleet): Promise<Checkouts> {
  const folder = join(stage.root, "sessions");
  makeFolder(folder);
  const found = new Map<string, string>();
  for (const pilot of Object.keys(pilots)) {
    const work = join(folder, pilot);
    const { env } = stage.invocation.io;
    await git(stage.root, env, ["clone", "--quiet", fleet.address(pilot), work], fleet.access);
    found.set(pilot, work);
  }
  return found;
}

interface Cycle {
  readonly checkouts: Checkouts;
  /** When it begins (epoch milliseconds). */
  readonly anchor: number;
  /** Whether its commands are shown. */
  readonly isShown: boolean;
}

/** One cycle: three steps are dispatched, every session closes its slots, and the tick learns of it from git. */
async function cycle(stage: Stage, fleet: DemoFleet, { checkouts, anchor, isShown }: Cycle): Promise<void> {
  const prepare = fleet.prepares ? ["--prepare"] : [];
  for (const [index, step] of stepNames.entries()) {
    const then = at(stage, anchor + index * 15 * minute + minute / 2);
    if (isShown) await coulomb(then, exitCodes.ok, "activity", "tick", ...prepare);
    else await ask(then, "activity", "tick", ...prepare);
    if (isShown && step === "coach") await session(stage, fleet, checkouts, anchor);
    // Without a bundle a step waits until the one before it is closed.
    if (!fleet.prepares) await close(stage, fleet, checkouts, { anchor, steps: [step] });
  }
  if (fleet.prepares) await close(stage, fleet, checkouts, { anchor, steps: stepNames });
  const end = at(stage, anchor + 45 * minute);
  if (isShown) {
    say(stage, "The sessions are over", [
      "Each has recorded what came of it in its own repo and pushed that. The tick brings the records in, and the slots are",
      "closed: nine in a cycle.",
    ]);
    await coulomb(end, exitCodes.ok, "activity", "tick");
    return;
  }
  const { outcomes }: ActivityTickReport = JSON.parse(await ask(end, "activity", "tick", "--json"));
  const closed = outcomes.filter(({ reason }) => reason === "closed").length;
  if (fleet.prepares && closed !== 9)
    throw failure(stage, `${closed} slots were closed in a cycle, expected 9`);
  tell(stage, `${new Date(anchor).toISOString()}  the next cycle ran in the same way`);
}

/** What an agent's session sees first: the bundle. */
async function session(stage: Stage, fleet: DemoFleet, checkouts: Checkouts, anchor: number): Promise<void> {
  const pilot = "activity-core";
  const work = checkouts.get(pilot) ?? "";
  const slot = slotOf(stage, fleet, pilot, { step: "coach", anchor });
  say(stage, "A session begins", [
    `In a checkout of ${pilot}, without the ops repo: the bundle holds all that the session is to know.`,
  ]);
  const here = { ...at(stage, anchor + 17 * minute), ops: work };
  const bundle = join("..", "bundle.md");
  await coulomb(
    here,
    exitCodes.ok,
    "kaizen",
    "schedule",
    "prepare",
    "coach",
    "--slot",
    slot,
    "--out",
    bundle,
  );
  await coulomb(here, exitCodes.ok, "kaizen", "bundle", "verify", bundle);
}

/** Records what came of steps in every pilot, ten minutes after the last was dispatched, and pushes it. */
async function close(
  stage: Stage,
  fleet: DemoFleet,
  checkouts: Checkouts,
  { anchor, steps }: { readonly anchor: number; readonly steps: readonly string[] },
): Promise<void> {
  const last = Math.max(...steps.map((step) => stepNames.indexOf(step)));
  const then = at(stage, anchor + (last * 15 + 10) * minute);
  const { env } = stage.invocation.io;
  for (const [pilot, work] of checkouts) {
    for (const step of steps) {
      const slot = slotOf(stage, fleet, pilot, { step, anchor });
      const args = [
        "metrics",
        "record",
        step,
        "--success",
        "--time",
        "120",
        "--quality",
        "0.8",
        "--slot",
        slot,
      ];
      await ask({ ...then, ops: work }, "kaizen", ...args);
    }
    await git(work, env, ["add", ".kaizen"]);
    await git(work, env, ["commit", "--quiet", "--message", "Record the sessions"]);
    await git(work, env, ["push", "--quiet", "origin", "HEAD:main"], fleet.access);
  }
}

/** The slot of a step in a cycle. */
function slotOf(
  stage: Stage,
  fleet: DemoFleet,
  pilot: string,
  { step, anchor }: { readonly step: string; readonly anchor: number },
): string {
  const index = stepNames.indexOf(step);
  const due = new Date(anchor + index * 15 * minute).toISOString().replace(".000Z", "Z");
  return `kaizen-stack/${definitionIds[index] ?? ""}/${repoId(stage, fleet, pilot)}@${due}`;
}

function repoId(stage: Stage, fleet: DemoFleet, pilot: string): string {
  const { config } = readOpsConfig(stage.invocation.io, stage.invocation.terminal, stage.ops);
  const { forge, owner } = config.ops_repo;
  return `${forge}/${owner}/${fleet.name(pilot)}`;
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
    const open = tasks.filter(({ status }) => status !== "done");
    if (tasks.length !== 9 * hours || open.length > 0)
      throw failure(
        stage,
        `${open.length} of ${tasks.length} tasks are open, expected ${9 * hours} that are done`,
      );
    const rows = tasks.slice(0, 3).map(({ status, key }) => [`  ${status}`, key]);
    for (const line of table([...rows, ["  …", ""]])) tell(stage, line);
  } finally {
    await hub.close();
  }
  tell(stage, "");
}

/** The stage at another time. */
function at(stage: Stage, instant: number): Stage {
  return { ...stage, now: () => instant };
}
