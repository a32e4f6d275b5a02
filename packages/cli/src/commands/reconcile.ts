import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RunResult } from "@coulomb-loop/reconciler";
import { foresee, readPlan, reconcile, runExitCode } from "@coulomb-loop/reconciler";
import type { Plan } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { Io } from "../io.ts";
import { exitCodes } from "../io.ts";
import { planLines, runLines, runReport } from "../output/plan.ts";
import type { CommonOptions, Invocation } from "../program.ts";
import { openWorkspace, runContext } from "../workspace.ts";
import { lookAhead } from "./plan.ts";

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
    dryRun(invocation, options, await foresee(runContext(io, workspace), seen, saved));
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
  const where = `The state branch of ${workspace.config.ops_repo.repo}`;
  if (result.state.kind === "left")
    terminal.note(`${where} was written by somebody else first; the next run goes on from it.`);
  if (result.state.kind === "refused")
    terminal.note(
      `${where} was not written, so what is in sync cannot be remembered: ${result.state.message}`,
    );
  if (io.signal.aborted)
    terminal.note("Interrupted. Run the same command again: it goes on from what is there.");
  exit(io.signal.aborted ? exitCodes.interrupted : code);
}

function dryRun({ terminal, exit }: Invocation, options: Options, result: RunResult): void {
  const code = codeOf(result, options.detailedExitcode === true);
  if (options.json === true) terminal.data(JSON.stringify(runReport(result, true, code), null, 2));
  else {
    for (const line of planLines(result.plan, terminal.paint)) terminal.data(line);
    for (const line of [
      "",
      ...runLines(result, terminal.paint).slice(0, -1),
      "Dry run: nothing was written.",
    ])
      terminal.data(line);
  }
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
