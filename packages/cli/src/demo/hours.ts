import { join } from "node:path";
import { defaultDst, isCronProblem, occurrences, parseCron } from "@coulomb-loop/cadence";
import { readOpsConfig } from "../hub-workspace.ts";
import { exitCodes } from "../io.ts";
import { makeFolder } from "../make-folder.ts";
import { pilots } from "./files.ts";
import type { DemoFleet } from "./fleet.ts";
import { git } from "./git.ts";
import { ask, coulomb, failure, type Stage } from "./stage.ts";
import { definitionIds, type Phase, type Step, steps } from "./story-files.ts";

const minute = 60_000;

/** Zone of the demo's ops repo. */
const zone = "Europe/Berlin";

/** A checkout of each pilot, as its sessions have it: folders by the name of the story. */
export type Checkouts = ReadonlyMap<string, string>;

/** Clones every pilot, as those do who run its agents. */
export async function checkOut(stage: Stage, fleet: DemoFleet): Promise<Checkouts> {
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

/** Takes over in every checkout what was merged in its repo. */
export async function refresh(stage: Stage, fleet: DemoFleet, checkouts: Checkouts): Promise<void> {
  const { env } = stage.invocation.io;
  const pull = ["pull", "--quiet", "--ff-only", "origin", "main"];
  await Promise.all([...checkouts.values()].map((work) => git(work, env, pull, fleet.access)));
}

/** A slot of the story, and the session that works on it. */
export interface Session {
  readonly pilot: string;
  readonly step: Step;
  /** Key of the slot. */
  readonly slot: string;
  /** Epoch milliseconds. */
  readonly due: number;
}

/** Which pilots run in a phase. */
export interface Working {
  readonly phase: Phase;
  readonly pilots: readonly string[];
}

/** A stretch of time, and what happens in it. */
export interface Stretch {
  readonly checkouts: Checkouts;
  /** Epoch milliseconds; steps that are due at `to` are not of it. */
  readonly from: number;
  readonly to: number;
  readonly working: readonly Working[];
  /** Steps whose bundles the tick itself prepares; default: none, the sessions do. */
  readonly prepares?: (step: Step) => boolean;
  /** Whether its commands are shown. */
  readonly isShown?: boolean;
  /** After a tick, before the sessions close. */
  readonly begins?: (sessions: readonly Session[]) => Promise<void>;
  readonly fails?: (session: Session) => boolean;
}

/**
 * Lets a stretch of time pass: whenever steps are due, a tick makes their tasks, and ten minutes later every session records what came
 * of its slot in its own repo and pushes that. The next tick learns of it. The checkouts are as their repos are.
 */
export async function passTime(stage: Stage, fleet: DemoFleet, stretch: Stretch): Promise<void> {
  const { checkouts, prepares, isShown = false, begins } = stretch;
  for (const [due, sessions] of sessionsOf(stage, fleet, stretch)) {
    const then = at(stage, due + minute / 2);
    const tick = sessions.some(({ step }) => prepares?.(step) === true) ? ["--prepare"] : [];
    if (isShown) await coulomb(then, exitCodes.ok, "activity", "tick", ...tick);
    else await ask(then, "activity", "tick", ...tick);
    await begins?.(sessions);
    await Promise.all(
      [...checkouts].map(async ([pilot, work]) => {
        const own = sessions.filter((session) => session.pilot === pilot);
        for (const session of own) await record(stage, work, session, stretch.fails?.(session) ?? false);
        if (own.length > 0) await push(stage, fleet, work);
      }),
    );
  }
}

/** The stage at another time. */
export function at(stage: Stage, instant: number): Stage {
  return { ...stage, now: () => instant };
}

/** When a cron of the story fires next, in epoch milliseconds, not before `from`. */
export function nextFiring(stage: Stage, cron: string, from: number): number {
  const [found] = firings(stage, cron, from, from + 2 * 24 * 60 * minute);
  if (found === undefined) throw failure(stage, `${cron} does not fire within two days`);
  return found;
}

function firings(stage: Stage, text: string, from: number, to: number): readonly number[] {
  const cron = parseCron(text);
  if (isCronProblem(cron)) throw failure(stage, `${text} is no cron: ${cron.message}`);
  return occurrences(cron, zone, defaultDst, from, to);
}

/** The sessions of a stretch by when they are due, ascending. */
function sessionsOf(
  stage: Stage,
  fleet: DemoFleet,
  { from, to, working }: Stretch,
): readonly (readonly [number, readonly Session[]])[] {
  const found = new Map<number, Session[]>();
  for (const { phase, pilots: names } of working)
    for (const [index, step] of steps.entries())
      for (const due of firings(stage, phase.crons[index] ?? "", from, to)) {
        const made = names.map((pilot) => {
          const activity = definitionIds(phase)[index] ?? "";
          const instant = new Date(due).toISOString().replace(".000Z", "Z");
          return {
            pilot,
            step,
            due,
            slot: `kaizen-stack/${activity}/${repoId(stage, fleet, pilot)}@${instant}`,
          };
        });
        found.set(due, [...(found.get(due) ?? []), ...made]);
      }
  return [...found].toSorted(([a], [b]) => a - b);
}

/** Id of a pilot, as roster and slots have it. */
function repoId(stage: Stage, fleet: DemoFleet, pilot: string): string {
  const { config } = readOpsConfig(stage.invocation.io, stage.invocation.terminal, stage.ops);
  const { forge, owner } = config.ops_repo;
  return `${forge}/${owner}/${fleet.name(pilot)}`;
}

async function record(stage: Stage, work: string, session: Session, fails: boolean): Promise<void> {
  const { step, slot, due } = session;
  const came = fails ? ["--failure", "--reason", "the bundle named a file that is gone"] : ["--success"];
  const figures = ["--time", "120", "--quality", fails ? "0.1" : "0.8"];
  const whose = ["--slot", slot, "--actor", `${step.name}-session`];
  const there = { ...at(stage, due + 10 * minute), ops: work };
  await ask(there, "kaizen", "metrics", "record", step.name, ...came, ...figures, ...whose);
}

async function push(stage: Stage, fleet: DemoFleet, work: string): Promise<void> {
  const { env } = stage.invocation.io;
  // One process that starts three: this one holds a database, and is slow to fork.
  const all =
    "git add .kaizen && git commit --quiet --message 'Record the session' && git push --quiet origin HEAD:main";
  await git(work, env, ["-c", `alias.record=!${all}`, "record"], fleet.access);
}
