import { basename, resolve } from "node:path";
import { CoulombError, type InitReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { type Answers, answer, type Said } from "../init/answers.ts";
import { newOpsFiles } from "../init/ops-files.ts";
import { type Written, writeFiles } from "../init/write-files.ts";
import { exitCodes } from "../io.ts";
import { makeFolder } from "../make-folder.ts";
import { runGit } from "../own-git.ts";
import { run } from "../run.ts";

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
  const answers = await answer(saidBy(options), { folder: basename(folder), zone }, ask);
  makeOpsFolder(folder);
  const written = writeFiles(folder, newOpsFiles(answers, io.now()));
  const isRepo = (await runGit(io, folder, ["rev-parse", "--git-dir"])) !== undefined;
  if (!isRepo) await needGit(invocation, folder);
  const validated = await command(invocation, folder, "validate");
  if (validated.code !== exitCodes.ok) throw unsound(folder, validated.stdout);
  const planned = options.plan ? await command(invocation, folder, "plan") : undefined;
  const hasRemote = (await runGit(io, folder, ["remote", "get-url", "origin"])) !== undefined;
  const report = reportOf(folder, written, planned);
  if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
  else tell(invocation, answers, report, { planned, hasRemote });
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
      hint: `install git 2.38 or newer; then: git -C ${folder} init`,
    },
  );
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
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

function reportOf(folder: string, { written, kept }: Written, planned: Ran | undefined): InitReport {
  return {
    format_version: "1.0",
    kind: "init",
    folder,
    written: [...written],
    kept: [...kept],
    planned: planned?.code === exitCodes.ok,
  };
}

function tell(
  { terminal }: Invocation,
  answers: Answers,
  { folder, written, kept }: InitReport,
  { planned, hasRemote }: { readonly planned: Ran | undefined; readonly hasRemote: boolean },
): void {
  const { data, paint } = terminal;
  data(`${paint.bold(answers.name)} is in ${folder}: ${written.length} files written, and valid`);
  for (const path of written) data(`  ${path}`);
  for (const path of kept) data(paint.dim(`  ${path} was there, and stays as it is`));
  if (planned !== undefined) {
    data("");
    const isDone = planned.code === exitCodes.ok;
    data(paint.bold(isDone ? "The first plan; nothing was written:" : "There is no plan yet:"));
    data((isDone ? planned.stdout : planned.stderr).trimEnd());
  }
  data("");
  data(paint.bold("Next"));
  for (const line of nextSteps(answers, folder, hasRemote)) data(`  ${line}`);
}

function nextSteps(answers: Answers, folder: string, hasRemote: boolean): readonly string[] {
  return [
    `cd ${folder}`,
    "git add --all && git commit -m 'Begin'",
    ...(hasRemote ? [] : [`git remote add origin ${addressOf(answers)}`]),
    "git push -u origin main",
    ...(answers.forge === "git" ? [] : ["export COULOMB_FORGE_TOKEN=…   # of the tool's account"]),
    "coulomb doctor",
    "coulomb reconcile",
  ];
}

/** What git clones the ops repo from. */
function addressOf({ forge, url, owner, name }: Answers): string {
  if (forge === "git") return url.replaceAll("{owner}", owner).replaceAll("{repo}", name);
  const site = url
    .replace(/^https:\/\/api\.github\.com\/*$/, "https://github.com")
    .replace(/\/api\/v3\/*$/, "");
  return `${site.replace(/\/+$/, "")}/${owner}/${name}.git`;
}
