import { loopName, resolveDesired } from "@coulomb-loop/cadence";
import {
  holdLoop,
  judgeHeld,
  promoteLoop,
  type PromotedLoop,
  type PromotionOrders,
} from "@coulomb-loop/reconciler";
import { CoulombError, type PromoteLoop, type PromoteReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { type OpenPromotions, openPromotions } from "../open-promotion.ts";
import type { HubOptions } from "../open-hub.ts";
import { type Emission, textSink } from "../output/emit-run.ts";
import { doneReport, judgedReport, promotionLines } from "../output/promotion.ts";
import { personIdentity } from "../person.ts";
import { tellPromotions } from "../tell-promotions.ts";
import { findRepo } from "./find-repo.ts";
import { oneOf } from "./one-of.ts";

interface Options extends CommonOptions, HubOptions {
  readonly loop?: string;
}

interface ToldOptions extends Options {
  readonly emit: readonly Emission[];
}

interface RunOptions extends ToldOptions {
  readonly reopen?: boolean;
  readonly rebuild?: boolean;
}

interface DemoteOptions extends ToldOptions {
  readonly to: string;
  readonly reason: string;
}

interface HoldOptions extends ToldOptions {
  readonly all?: boolean;
  readonly release?: boolean;
  readonly reason: string;
  readonly until?: number;
}

/**
 * `coulomb promote`: proposes what is earned, keeps it current, merges it when every gate is met, and takes back what went wrong. Exit 1
 * when something that is due could not be done.
 */
export async function promote(invocation: Invocation, options: RunOptions): Promise<void> {
  await overLoops(invocation, options, async (opened, loop) =>
    handled(await promoteLoop(opened.write, opened.portsOf(loop), loop, ordersOf(options))),
  );
}

async function look(opened: OpenPromotions, loop: string): Promise<Handled> {
  return {
    report: judgedReport(await judgeHeld(opened.write, opened.portsOf(loop), loop)),
    failed: false,
  };
}

function ordersOf({ reopen, rebuild }: RunOptions): PromotionOrders {
  return { reopen: reopen ?? false, rebuild: rebuild ?? false };
}

/** `coulomb promote status`: decides as `promote` does, and writes nothing. Exit 0 whatever the gates say. */
export async function status(invocation: Invocation, options: Options): Promise<void> {
  await overLoops(invocation, options, look);
}

/** `coulomb demote`: the path of an automatic demotion, by order of a person (page 07 P20). */
export async function demote(
  invocation: Invocation,
  options: DemoteOptions,
  [wanted = ""]: readonly string[],
): Promise<void> {
  needReason(options.reason);
  await overLoops(invocation, options, async (opened, loop) => {
    const repo = repoIn(opened, wanted, options.loop);
    if (repo.loop !== loop) return undefined;
    oneOf("phase", options.to, phasesOf(opened, loop));
    const order = { repo: repo.id, to: options.to, reason: options.reason };
    return handled(await promoteLoop(opened.write, opened.portsOf(loop), loop, { demote: order }));
  });
}

/** A record says why it is there, to whoever reads it in a year. */
function needReason(reason: string): void {
  if (reason.trim() === "")
    throw new CoulombError("usage", "--reason is empty", {
      hint: "say in a few words why; it stays on record",
    });
}

/** `coulomb hold`: a hold or a release as a record (page 07 P16). */
export async function hold(
  invocation: Invocation,
  options: HoldOptions,
  names: readonly string[],
): Promise<void> {
  const { all, release, reason, until, loop: wanted } = options;
  needReason(reason);
  if (until !== undefined && until <= invocation.io.now())
    throw new CoulombError("usage", `--until ${new Date(until).toISOString()} is over already`, {
      hint: "name an instant to come, or leave it out: a hold without an end lasts until its release",
    });
  if ((all === true) === names.length > 0)
    throw new CoulombError("usage", "name the repos, or give --all, not both", {
      hint: "coulomb promote status shows the repos of each loop",
    });
  if (release === true && until !== undefined)
    throw new CoulombError("usage", "--until is of a hold, and --release ends one", {
      hint: "leave one of them out",
    });
  const { name: by } = await personIdentity(invocation.io);
  await overLoops(invocation, options, async (opened, loop) => {
    if (all === true && wanted === undefined && opened.loops.length > 1)
      throw new CoulombError("usage", "there are several loops", {
        hint: `name one with --loop: ${opened.loops.join(", ")}`,
      });
    const repos = names.map((name) => repoIn(opened, name, wanted)).filter((repo) => repo.loop === loop);
    if (all !== true && repos.length === 0) return undefined;
    return handled(
      await holdLoop(opened.write, opened.portsOf(loop), loop, {
        direction: release === true ? "release" : "hold",
        repos: all === true ? "all" : [...new Set(repos.map(({ id }) => id))],
        reason,
        until,
        by,
      }),
      "hold",
    );
  });
}

function repoIn({ documents, write }: OpenPromotions, wanted: string, loop: string | undefined) {
  const all = resolveDesired(documents(), write.time).filter(
    (repo) => loop === undefined || repo.loop === loop,
  );
  return findRepo(all, (repo) => repo, wanted);
}

function phasesOf({ documents }: OpenPromotions, loop: string): readonly string[] {
  const found = documents().loops.find((each) => loopName(each) === loop);
  return (found?.cadence?.value.phases ?? []).map(({ name }) => name);
}

interface Handled {
  readonly report: PromoteLoop;
  readonly failed: boolean;
  /** What was done, to be told; `undefined`: it was only looked at. */
  readonly done?: PromotedLoop;
}

function handled(done: PromotedLoop, action?: PromoteLoop["action"]): Handled {
  return { ...doneReport(done, action), done };
}

/** Does something for each loop that is meant, one after the other, and tells what came of it. */
async function overLoops(
  invocation: Invocation,
  options: Options & Partial<ToldOptions>,
  handle: (opened: OpenPromotions, loop: string) => Promise<Handled | undefined>,
): Promise<void> {
  const { terminal, exit } = invocation;
  const { emit = [] } = options;
  const say = textSink(terminal, emit, options.json === true ? "--json" : undefined);
  const opened = await openPromotions(invocation, options);
  try {
    if (options.loop !== undefined) oneOf("loop", options.loop, opened.loops);
    const wanted = options.loop === undefined ? opened.loops : [options.loop];
    const all: Handled[] = [];
    const untold: unknown[] = [];
    for (const loop of wanted) {
      const found = await handle(opened, loop);
      if (found === undefined) continue;
      all.push(found);
      // What was done is reported whatever becomes of telling it.
      if (found.done !== undefined)
        await tellPromotions(invocation, opened, loop, found.done, emit).catch((error: unknown) => {
          untold.push(error);
        });
    }
    const report: PromoteReport = {
      format_version: "1.0",
      kind: "promote",
      at: new Date(opened.write.time).toISOString(),
      loops: all.map(({ report: each }) => each),
    };
    if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
    else for (const line of promotionLines(report, terminal.paint)) say(line);
    if (untold.length > 0) throw untold[0];
    exit(all.some(({ failed }) => failed) ? exitCodes.error : exitCodes.ok);
  } finally {
    await opened.close();
  }
}
