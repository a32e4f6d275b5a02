import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RunResult } from "@coulomb-loop/reconciler";
import { readPlan, reconcile, runExitCode } from "@coulomb-loop/reconciler";
import type { Plan } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "../io.ts";
import { exitCodes } from "../io.ts";
import { planLines, runLines, runReport } from "../output/plan.ts";
import type { CommonOptions, Invocation } from "../program.ts";
import { openWorkspace, runContext } from "../workspace.ts";
import { exitCodeOfPlan, lookAhead } from "./plan.ts";

interface Options extends CommonOptions {
  readonly plan?: string;
  readonly dryRun?: boolean;
  readonly detailedExitcode?: boolean;
}

/** `coulomb reconcile`: plans, then applies; with `--plan` applies exactly a saved plan. */
export async function reconcileFleet(invocation: Invocation, options: Options): Promise<void> {
  const { io, terminal, exit } = invocation;
  const saved = options.plan === undefined ? undefined : loadPlan(io, options.plan);
  const workspace = openWorkspace(io, terminal, options.ops);
  const seen = await lookAhead(invocation, workspace);
  if (options.dryRun === true) {
    dryRun(invocation, options, saved ?? seen.plan);
    return;
  }
  const progress = terminal.progress("reconciling", (saved ?? seen.plan).repos.length);
  const result = await reconcile(
    runContext(io, workspace),
    seen,
    { signal: io.signal, onRepo: (repo) => progress.step(repo.plan.repo_id) },
    saved,
  ).finally(() => progress.done());
  const code = codeOf(result, options.detailedExitcode === true);
  if (options.json === true) terminal.data(JSON.stringify(runReport(result, false, code), null, 2));
  else for (const line of runLines(result, terminal.paint)) terminal.data(line);
  if (result.state === "left")
    terminal.note(
      `The state branch of ${workspace.config.ops_repo.repo} was not written; the next run tries again. If it says so again, may this user push there?`,
    );
  if (io.signal.aborted)
    terminal.note("Interrupted. Run the same command again: it goes on from what is there.");
  exit(io.signal.aborted ? exitCodes.interrupted : code);
}

function dryRun({ terminal, exit }: Invocation, options: Options, plan: Plan): void {
  const code = exitCodeOfPlan(plan, options.detailedExitcode === true);
  const result: RunResult = {
    plan,
    repos: plan.repos.map((repo) => ({ plan: repo, outcome: "clean", message: repo.reason, writes: [] })),
    state: "skipped",
  };
  if (options.json === true) terminal.data(JSON.stringify(runReport(result, true, code), null, 2));
  else
    for (const line of [...planLines(plan, terminal.paint), "Dry run: nothing was written."])
      terminal.data(line);
  exit(code);
}

/** Errors always count; what merely waits for people counts under --detailed-exitcode only. */
function codeOf(result: RunResult, inDetail: boolean): number {
  const code = runExitCode(result);
  return inDetail || code === exitCodes.error ? code : exitCodes.ok;
}

function loadPlan(io: Io, file: string): Plan {
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, file), "utf8");
  } catch (error) {
    throw new CoulombError(
      "plan_invalid",
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { hint: "make one with: coulomb plan --out plan.json", cause: error },
    );
  }
  return readPlan(text, file);
}
