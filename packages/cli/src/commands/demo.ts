import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DemoReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { runLoop } from "../demo/activity-part.ts";
import { pilots, schedulePath } from "../demo/files.ts";
import type { DemoFleet } from "../demo/fleet.ts";
import { git } from "../demo/git.ts";
import { hostedFleet } from "../demo/hosted-fleet.ts";
import type { HostedPlace } from "../demo/hosted-place.ts";
import { at } from "../demo/hours.ts";
import { localFleet } from "../demo/local-fleet.ts";
import { cloneOps } from "../demo/ops-repo.ts";
import { earnCadence } from "../demo/promotion-part.ts";
import type { Stage } from "../demo/stage.ts";
import { coulomb, failure, say, tell } from "../demo/stage.ts";
import { workplansAndHub } from "../demo/workplan-part.ts";
import type { Io } from "../io.ts";
import { exitCodes } from "../io.ts";
import { keepHubs } from "../kept-hubs.ts";
import { makeFolder } from "../make-folder.ts";

interface Options extends CommonOptions {
  readonly dir?: string;
  readonly forge: "git" | "gitea" | "github";
  readonly url?: string;
  readonly gitUrl?: string;
  readonly owner?: string;
  readonly suffix?: string;
}

/** A demo with its repositories. */
interface Scene {
  readonly stage: Stage;
  readonly fleet: DemoFleet;
}

/**
 * `coulomb demo`: makes a throw-away fleet and walks through the loop with the commands a user would type. Fails when
 * any step does not do what its text says.
 */
export async function demo(invocation: Invocation, options: Options): Promise<void> {
  const place = placeOf(options);
  const root = stageFolder(invocation.io, options.dir);
  const hubs = keepHubs();
  try {
    const io = { ...invocation.io, hubs, ...paceOf(invocation.io, place) };
    await tellStory(await prepare({ ...invocation, io }, options, root, place));
  } finally {
    await hubs.close();
  }
  const report: DemoReport = { format_version: "1.0", kind: "demo", folder: root, ok: true };
  if (options.json === true) invocation.terminal.data(JSON.stringify(report, null, 2));
}

async function tellStory(scene: Scene): Promise<void> {
  const { stage, fleet } = scene;
  const { words } = fleet;
  say(stage, "A fleet of three pilot repos and an ops repo", [
    "An ops repo says in files which repos run which loop of coding agents, and how often. Here is a small one,",
    ...words.where,
    "written by hand with its own ideas, activity-core already is as wanted.",
  ]);
  await fleet.make();
  await cloneOps(stage, fleet);
  tell(stage, words.made);
  await checkAndPlan(stage);
  const later = await proposeAndMerge(scene);
  await driftAndRestore({ stage: later, fleet });
  await workplansAndHub(later, fleet);
  await earnCadence(later, fleet, await runLoop(later, fleet));
  say(stage, "That was the loop", words.end);
}

async function prepare(
  invocation: Invocation,
  options: Options,
  root: string,
  place: HostedPlace | undefined,
): Promise<Scene> {
  const { env } = invocation.io;
  const robin = { GIT_COMMITTER_NAME: "Robin", GIT_COMMITTER_EMAIL: "robin@example.org" };
  const stage: Stage = {
    invocation,
    root,
    ops: join(root, "ops"),
    json: options.json === true,
    now: invocation.io.now,
    env: { ...env, ...robin },
  };
  const fleet = place === undefined ? localFleet(stage) : await hostedFleet(stage, place);
  return { stage: { ...stage, env: { ...stage.env, ...fleet.env } }, fleet };
}

/** A double has no limits that writes would have to spare; whoever starts one says so. */
function paceOf({ env }: Io, place: HostedPlace | undefined): Pick<Io, "writeIntervalMs"> {
  return place !== undefined && env["COULOMB_DEMO_UNPACED"] === "1" ? { writeIntervalMs: 0 } : {};
}

/** The server that options name; `undefined` for the `git` forge. Throws `usage`. */
function placeOf({ forge, url, gitUrl, owner, suffix }: Options): HostedPlace | undefined {
  if (forge === "git") {
    if ([url, gitUrl, owner, suffix].every((option) => option === undefined)) return undefined;
    throw new CoulombError("usage", "--url, --git-url, --owner and --suffix say where a server is", {
      hint: "name its kind too: --forge gitea or --forge github",
    });
  }
  if (url === undefined || owner === undefined)
    throw new CoulombError("usage", `--forge ${forge} needs --url and --owner`, {
      hint: "in a checkout of coulomb-loop, npm run demo -- --forge starts a server too",
    });
  const base = url.replace(/\/+$/, "");
  const site = base.replace(/^https:\/\/api\.github\.com$/, "https://github.com").replace(/\/api\/v3$/, "");
  return {
    kind: forge,
    url: base,
    gitUrl: (gitUrl ?? site).replace(/\/+$/, ""),
    owner,
    suffix: suffix ?? "",
  };
}

async function checkAndPlan(stage: Stage): Promise<void> {
  say(stage, "Do the files of the ops repo agree?", [
    "validate checks every file against its contract, and all of them against each other.",
  ]);
  await coulomb(stage, exitCodes.ok, "validate");
  say(stage, "What would be done?", [
    "plan reads each pilot repo and compares three values: what the ops repo wants, what the repo has, and what was",
    "last seen in sync. It writes nothing. the-custodian had values before the loop came: that is an adoption, and",
    "the repo is asked before anything of it is taken over.",
  ]);
  await coulomb(stage, 4, "plan", "--detailed-exitcode");
}

/** Answers with the stage as it is two hours later. */
async function proposeAndMerge({ stage, fleet }: Scene): Promise<Stage> {
  const { words } = fleet;
  say(stage, "One proposal per repo that needs one, wave by wave", words.proposal);
  await coulomb(stage, exitCodes.ok, "reconcile");
  await fleet.show(stage);
  say(stage, "The people of the canary agree", words.merge);
  await fleet.merge(stage);
  say(stage, "The canary soaks", ["The next wave opens when the canary has been in sync for a cycle."]);
  await coulomb(stage, exitCodes.ok, "reconcile");
  say(stage, "The next wave opens", [
    "The demo moves the clock by two hours, and the other repos get their proposals.",
  ]);
  const then = stage.now() + 2 * 3_600_000;
  const later = at(stage, then);
  await coulomb(later, exitCodes.ok, "reconcile");
  await fleet.show(later);
  say(later, "What a proposal looks like", [
    "The people of the repo see what changes, why, and when their agents will fire; the diff touches the planned",
    "values and no other byte.",
  ]);
  await coulomb(later, exitCodes.ok, "requests", "show", fleet.name("the-custodian"));
  say(later, "They agree too", ["Nothing was done to the repo before its people said so."]);
  await fleet.merge(later);
  await expectSchedules(later, fleet);
  say(later, "Nothing is left to do", [
    "A second run finds every repo in sync and writes nothing to any of them.",
  ]);
  await coulomb(later, exitCodes.ok, "reconcile", "--detailed-exitcode");
  return later;
}

async function driftAndRestore({ stage, fleet }: Scene): Promise<void> {
  const repo = fleet.name("activity-core");
  say(stage, "Somebody changes a cron by hand", [`In ${repo} the coach moves to a quarter to:`]);
  await drift(stage, fleet);
  say(stage, "The ops repo notices", [
    "The repo changed what was in sync, the ops repo did not: that is drift, and exit code 3.",
  ]);
  await coulomb(stage, 3, "plan", "--detailed-exitcode");
  await coulomb(stage, exitCodes.ok, "why", repo);
  say(stage, "And proposes to restore it", [
    "Closing that proposal would be an answer too: the same change is not offered again.",
  ]);
  await coulomb(stage, exitCodes.ok, "reconcile");
  await fleet.show(stage);
  await fleet.merge(stage, "activity-core");
  await coulomb(stage, exitCodes.ok, "status");
  await expectSchedules(stage, fleet);
  say(stage, "When do the agents run?", ["The same planner that fires the loop says when each step is due."]);
  await coulomb(stage, exitCodes.ok, "schedule", "next", "--repo", repo, "--count", "2");
}

/** The folder of the fleet, made before the story begins. Throws `demo_folder` and `git_temporary`. */
function stageFolder(io: Io, named: string | undefined): string {
  // The steps of the demo need it too: the git forge makes its temporary repositories there.
  const temporary = temporaryFolder(io.env.TMPDIR || tmpdir());
  if (named === undefined) return temporary;
  rmdirSync(temporary);
  const folder = resolve(io.cwd, named);
  let taken: boolean;
  try {
    taken = existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0);
    if (!taken) makeFolder(folder);
  } catch (error) {
    throw new CoulombError("demo_folder", `${folder} cannot be used: ${reasonOf(error)}`, {
      hint: "name a folder that this user may write to with --dir",
      cause: error,
    });
  }
  if (taken) {
    throw new CoulombError("demo_folder", `${folder} is not an empty folder`, {
      hint: "name a new or empty folder with --dir",
    });
  }
  return folder;
}

function temporaryFolder(parent: string): string {
  try {
    return mkdtempSync(join(parent, "coulomb-demo-"));
  } catch (error) {
    throw new CoulombError("git_temporary", `no temporary folder can be made: ${reasonOf(error)}`, {
      hint: "free some space, or name another folder for temporary files (TMPDIR)",
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Proves what the text claims: after merging, every pilot's default branch says what the ops repo wants. */
async function expectSchedules(stage: Stage, fleet: DemoFleet): Promise<void> {
  for (const repo of Object.keys(pilots)) {
    const text = await fleet.schedule(repo);
    if (!text.includes("15 * * * *") || !text.includes("30 * * * *"))
      throw failure(
        stage,
        `${fleet.name(repo)} does not have the loop's crons after its proposal was merged`,
      );
  }
}

async function drift(stage: Stage, fleet: DemoFleet): Promise<void> {
  const { env } = stage.invocation.io;
  const name = fleet.name("activity-core");
  const address = fleet.address("activity-core");
  const shown = [
    `cd ${stage.root}`,
    `git clone ${address} && cd ${name}`,
    `sed -i 's/15 \\* \\* \\* \\*/45 * * * */' ${schedulePath}`,
    "git commit -am 'Run the coach later' && git push",
  ];
  for (const line of shown) tell(stage, `${stage.invocation.terminal.paint.green("$")} ${line}`);
  const work = join(stage.root, name);
  await git(stage.root, env, ["clone", "--quiet", address, work], fleet.access);
  const file = join(work, schedulePath);
  writeFileSync(file, readFileSync(file, "utf8").split("15 * * * *").join("45 * * * *"));
  await git(work, env, ["commit", "--quiet", "--all", "--message", "Run the coach later"]);
  await git(work, env, ["push", "--quiet", "origin", "main"], fleet.access);
  tell(stage, "");
}
