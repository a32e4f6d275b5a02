import { basename, resolve } from "node:path";
import { CoulombError, type InitReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { type Answers, answer, type Said } from "../init/answers.ts";
import { problemOf, type Ran, unreadHint } from "../init/first-plan.ts";
import { nextSteps, type OwnRepo, ownRepo, workflowNotes } from "../init/next-steps.ts";
import { newOpsFiles } from "../init/ops-files.ts";
import { needOwnRepo } from "../init/ops-place.ts";
import { type Written, writeFiles } from "../init/write-files.ts";
import { exitCodes } from "../io.ts";
import { makeFolder } from "../make-folder.ts";
import { runGit } from "../own-git.ts";
import { run } from "../run.ts";
import { shellWord } from "../shell-word.ts";
import type { Terminal } from "../terminal.ts";

interface Options extends CommonOptions {
  readonly forge?: string;
  readonly url?: string;
  readonly owner?: string;
  readonly name?: string;
  readonly pilot?: readonly string[];
  readonly loop?: string;
  readonly timezone?: string;
  readonly domain?: string;
  readonly regulator?: string;
  readonly action?: string;
  readonly plan: boolean;
}

/** `coulomb init`: writes a new ops repo that `validate` passes, and shows its first plan where the forge can be reached. */
export async function init(
  invocation: Invocation,
  options: Options,
  [dir = "."]: readonly string[],
): Promise<void> {
  const { io, terminal, exit } = invocation;
  const folder = resolve(io.cwd, dir);
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const person = options.json === true ? undefined : io.person;
  const ask = person === undefined ? undefined : (await import("../init/ask.ts")).askAt(person);
  await needOwnRepo(io, folder);
  const answers = await answer(saidBy(options), { folder: basename(folder), zone }, ask);
  makeOpsFolder(folder);
  const written = writeFiles(folder, newOpsFiles(answers, io.now(), options.action));
  const isRepo = (await runGit(io, folder, ["rev-parse", "--git-dir"])) !== undefined;
  if (!isRepo) await needGit(invocation, folder);
  const validated = await command(invocation, folder, "validate");
  if (validated.code !== exitCodes.ok) throw unsound(folder, validated.stdout);
  const json = options.json === true ? ["--json"] : [];
  const planned = options.plan ? await command(invocation, folder, "plan", ...json) : undefined;
  const report = reportOf(folder, written, planned, answers);
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else
    tell(invocation, answers, report, { planned, repo: await ownRepo(io, folder), action: options.action });
  exit(exitCodes.ok);
}

function saidBy({ forge, url, owner, name, pilot, loop, timezone, domain, regulator }: Options): Said {
  const said = { forge, url, owner, name, pilots: pilot?.join(","), loop, timezone, domain, regulator };
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined));
}

function makeOpsFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CoulombError("init_unwritable", `${folder} cannot be made: ${reason}`, {
      hint: "name a folder that you may write to",
      cause: error,
    });
  }
}

async function needGit({ io }: Invocation, folder: string): Promise<void> {
  if ((await runGit(io, folder, ["init", "--quiet", "--initial-branch=main"])) !== undefined) return;
  throw new CoulombError(
    "init_git",
    "the files are written, and git could not make a repository of the folder",
    {
      hint: `install git 2.38 or newer; then: git -C ${shellWord(folder)} init`,
    },
  );
}

/** Runs a command in the new ops repo, as its user would. */
async function command(
  { io, terminal }: Invocation,
  folder: string,
  ...args: readonly string[]
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const color = terminal.paint.isColorSupported ? [] : ["--no-color"];
  const code = await run([...args, ...color], {
    ...io,
    cwd: folder,
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}

function unsound(folder: string, said: string): CoulombError {
  return new CoulombError("init_unsound", `the files in ${folder} are not valid:\n${said}`, {
    hint: "this is a flaw of coulomb init: report it; the files are there to be corrected",
  });
}

function reportOf(
  folder: string,
  { written, kept }: Written,
  planned: Ran | undefined,
  { loop }: Answers,
): InitReport {
  const problem = planned === undefined ? undefined : problemOf(planned, loop);
  return {
    format_version: "1.0",
    kind: "init",
    folder,
    written: [...written],
    kept: [...kept],
    planned: planned?.code === exitCodes.ok,
    ...(problem === undefined ? {} : { problem }),
  };
}

interface Outcome {
  readonly planned: Ran | undefined;
  readonly repo: OwnRepo;
  readonly action: string | undefined;
}

function tell(
  { terminal }: Invocation,
  answers: Answers,
  { folder, written, kept }: InitReport,
  { planned, repo, action }: Outcome,
): void {
  const { data, paint } = terminal;
  data(`${paint.bold(answers.name)} is in ${folder}: ${written.length} files written, and valid`);
  for (const path of written) data(`  ${path}`);
  for (const path of kept) data(paint.dim(`  ${path} was there, and stays as it is`));
  if (planned !== undefined) for (const line of planLines(planned, answers, paint)) data(line);
  data("");
  data(paint.bold("Next"));
  for (const line of nextSteps(answers, folder, repo)) data(`  ${line}`);
  for (const line of workflowNotes(answers, repo, action)) data(line);
}

function planLines({ code, stdout, stderr }: Ran, { loop }: Answers, paint: Terminal["paint"]): string[] {
  const plan = stdout.trimEnd();
  if (code === exitCodes.ok) return ["", paint.bold("The first plan; nothing was written:"), plan];
  // A plan of what could be read, which names what could not; else the error alone.
  if (plan === "") return ["", paint.bold("There is no plan yet:"), stderr.trimEnd()];
  return [
    "",
    paint.bold("There is no whole plan yet: what is unknown could not be read"),
    plan,
    ...(stderr.trim() === "" ? [] : [stderr.trimEnd()]),
    `  ${paint.cyan("→")} ${unreadHint(loop)}`,
  ];
}
