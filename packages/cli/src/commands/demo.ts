import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DemoReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { opsFiles, pilots } from "../demo/files.ts";
import { bareRepo, git, writeFiles } from "../demo/git.ts";
import type { Io } from "../io.ts";
import { exitCodes } from "../io.ts";
import { makeFolder } from "../make-folder.ts";
import { run } from "../run.ts";

interface Options extends CommonOptions {
  readonly dir?: string;
}

/** One fleet of the demo, on this machine. */
interface Stage {
  readonly invocation: Invocation;
  readonly root: string;
  readonly ops: string;
  readonly json: boolean;
}

/**
 * `coulomb demo`: makes a throw-away fleet and walks through the loop with the commands a user would type. Fails when
 * any step does not do what its text says.
 */
export async function demo(invocation: Invocation, options: Options): Promise<void> {
  const root = stageFolder(invocation.io, options.dir);
  const stage: Stage = { invocation, root, ops: join(root, "ops"), json: options.json === true };
  say(stage, "A fleet of three pilot repos and an ops repo", [
    "An ops repo says in files which repos run which loop of coding agents, and how often. Here is a small one,",
    "with three pilot repos as plain git repositories: kaizen-agentic has no schedule yet, the-custodian has one",
    "written by hand with its own ideas, activity-core already is as wanted.",
  ]);
  await build(stage);
  tell(stage, `Made in ${root}`);
  await checkAndPlan(stage);
  await proposeAndMerge(stage);
  await driftAndRestore(stage);
  say(stage, "That was the loop", [
    `Everything is still there to look at: ${root}`,
    `  ops repo     ${stage.ops}`,
    `  pilot repos  ${join(root, "forge", "coulomb")}`,
    "Delete the folder when you are done. The README's tour does the same with repos of your own.",
  ]);
  const report: DemoReport = { format_version: "1.0", kind: "demo", folder: root, ok: true };
  if (stage.json) invocation.terminal.data(JSON.stringify(report, null, 2));
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

async function proposeAndMerge(stage: Stage): Promise<void> {
  say(stage, "One proposal per repo that needs one, wave by wave", [
    "reconcile opens them. kaizen-agentic is the canary: the others wait until it is in sync. On the git forge a",
    "proposal is a branch and a record in the repository itself.",
  ]);
  await coulomb(stage, exitCodes.ok, "reconcile");
  say(stage, "The people of the canary agree", [
    "merge acts as the person who runs it, and only on the head it has just read.",
  ]);
  await coulomb(stage, exitCodes.ok, "requests", "merge", "--all");
  say(stage, "The next wave opens", ["The canary is in sync now, so the other repos get their proposals."]);
  await coulomb(stage, exitCodes.ok, "reconcile");
  say(stage, "What a proposal looks like", [
    "The people of the repo see what changes, why, and when their agents will fire; the diff touches the planned",
    "values and no other byte.",
  ]);
  await coulomb(stage, exitCodes.ok, "requests", "show", "the-custodian");
  say(stage, "They agree too", ["Nothing was done to the repo before its people said so."]);
  await coulomb(stage, exitCodes.ok, "requests", "merge", "--all");
  await expectSchedules(stage);
  say(stage, "Nothing is left to do", [
    "A second run finds every repo in sync and writes nothing to any of them.",
  ]);
  await coulomb(stage, exitCodes.ok, "reconcile", "--detailed-exitcode");
}

async function driftAndRestore(stage: Stage): Promise<void> {
  say(stage, "Somebody changes a cron by hand", ["In activity-core the coach moves to a quarter to:"]);
  await drift(stage);
  say(stage, "The ops repo notices", [
    "The repo changed what was in sync, the ops repo did not: that is drift, and exit code 3.",
  ]);
  await coulomb(stage, 3, "plan", "--detailed-exitcode");
  await coulomb(stage, exitCodes.ok, "why", "activity-core");
  say(stage, "And proposes to restore it", [
    "Closing that proposal would be an answer too: the same change is not offered again.",
  ]);
  await coulomb(stage, exitCodes.ok, "reconcile");
  await coulomb(stage, exitCodes.ok, "requests", "merge", "activity-core");
  await coulomb(stage, exitCodes.ok, "status");
  await expectSchedules(stage);
  say(stage, "When do the agents run?", ["The same planner that fires the loop says when each step is due."]);
  await coulomb(stage, exitCodes.ok, "schedule", "next", "--repo", "activity-core", "--count", "2");
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
    if (!taken) makeFolder(join(folder, "forge", "coulomb"));
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

async function build({ invocation, root, ops }: Stage): Promise<void> {
  const { env } = invocation.io;
  for (const [repo, files] of Object.entries(pilots))
    await bareRepo(join(root, "forge", "coulomb", `${repo}.git`), files, env);
  await bareRepo(join(root, "forge", "coulomb", "demo-ops.git"), opsFiles, env);
  makeFolder(ops);
  await writeFiles(ops, opsFiles);
  for (const name of readdirSync(join(root, "forge", "coulomb"))) {
    if (name.endsWith(".work")) rmSync(join(root, "forge", "coulomb", name), { recursive: true });
  }
}

/** Shows a command, runs it in the ops repo, and stops the demo when it ends in another way than told. */
async function coulomb(stage: Stage, expected: number, ...args: string[]): Promise<void> {
  const { io, terminal } = stage.invocation;
  tell(stage, `${terminal.paint.green("$")} ${terminal.paint.bold(`coulomb ${args.join(" ")}`)}`);
  const stdout = stage.json ? { write: () => {} } : io.stdout;
  const color = terminal.paint.isColorSupported ? [] : ["--no-color"];
  const code = await run([...args, ...color], {
    ...io,
    cwd: stage.ops,
    stdout,
    env: { ...io.env, GIT_COMMITTER_NAME: "Robin", GIT_COMMITTER_EMAIL: "robin@example.org" },
  });
  if (code !== expected) {
    throw new CoulombError(
      "demo_failed",
      `coulomb ${args.join(" ")} ended with exit code ${code}, expected ${expected}`,
      { hint: `the fleet is still there: ${stage.root}` },
    );
  }
  tell(stage, "");
}

/** Proves what the text claims: after merging, every pilot's default branch says what the ops repo wants. */
async function expectSchedules(stage: Stage): Promise<void> {
  for (const repo of Object.keys(pilots)) {
    const text = await git(
      join(stage.root, "forge", "coulomb", `${repo}.git`),
      stage.invocation.io.env,
      "show",
      "main:.kaizen/schedule.yml",
    );
    if (!text.includes("15 * * * *") || !text.includes("30 * * * *")) {
      throw new CoulombError(
        "demo_failed",
        `${repo} does not have the loop's crons after its proposal was merged`,
        { hint: `look at ${stage.root}` },
      );
    }
  }
}

async function drift(stage: Stage): Promise<void> {
  const { env } = stage.invocation.io;
  const work = join(stage.root, "activity-core");
  const shown = [
    `cd ${stage.root}`,
    `git clone ${join("forge", "coulomb", "activity-core.git")} && cd activity-core`,
    `sed -i 's/15 \\* \\* \\* \\*/45 * * * */' .kaizen/schedule.yml`,
    "git commit -am 'Run the coach later' && git push",
  ];
  for (const line of shown) tell(stage, `${stage.invocation.terminal.paint.green("$")} ${line}`);
  await git(
    stage.root,
    env,
    "clone",
    "--quiet",
    join(stage.root, "forge", "coulomb", "activity-core.git"),
    work,
  );
  const file = join(work, ".kaizen", "schedule.yml");
  writeFileSync(file, readFileSync(file, "utf8").split("15 * * * *").join("45 * * * *"));
  await git(work, env, "commit", "--quiet", "--all", "--message", "Run the coach later");
  await git(work, env, "push", "--quiet", "origin", "main");
  tell(stage, "");
}

function say(stage: Stage, title: string, text: readonly string[]): void {
  const { paint } = stage.invocation.terminal;
  tell(stage, `${paint.cyan("──")} ${paint.bold(title)}`);
  for (const line of text) tell(stage, line);
  tell(stage, "");
}

function tell({ invocation, json }: Stage, line: string): void {
  if (!json) invocation.terminal.data(line);
}
