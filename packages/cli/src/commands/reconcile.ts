import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Orders, RunResult } from "@coulomb-loop/reconciler";
import {
  asStopped,
  costOf,
  foresee,
  orderKey,
  readPlan,
  reconcile,
  runExitCode,
} from "@coulomb-loop/reconciler";
import type { Plan, RunReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import type { Io } from "../io.ts";
import { exitCodes } from "../io.ts";
import type { Emission } from "../output/emit-run.ts";
import { emitRun, sendFigures, textSink } from "../output/emit-run.ts";
import { planLines, runLines } from "../output/plan.ts";
import { costLines, requestLines, requestReport } from "../output/requests.ts";
import { runReport } from "../output/run-report.ts";
import { reviewedKeys } from "../reviewed-plan.ts";
import { counted } from "../terminal.ts";
import { openWorkspace, runContext } from "../workspace.ts";
import { findPlanned } from "./find-repo.ts";
import { lookAhead, saveCache } from "./plan.ts";

interface Options extends CommonOptions {
  readonly plan?: string;
  readonly reviewed?: string;
  readonly dryRun?: boolean;
  readonly detailedExitcode?: boolean;
  readonly reopen?: readonly string[];
  readonly rebuild?: readonly string[];
  readonly retry?: readonly string[];
  readonly allowMassChange?: string;
  readonly takeOver?: string;
  readonly emit: readonly Emission[];
}

/**
 * `coulomb reconcile`: plans, then applies; with `--plan` applies exactly a saved plan, with `--reviewed` only what people reviewed
 * on the pull request that a commit merged.
 */
export async function reconcileFleet(invocation: Invocation, options: Options): Promise<void> {
  const { io, terminal, exit } = invocation;
  const startedAt = io.now();
  const say = textSink(terminal, options.emit, options.json === true ? "--json" : undefined);
  checkOptions(options);
  const saved = options.plan === undefined ? undefined : loadPlan(io, options.plan);
  const workspace = openWorkspace(io, terminal, options.ops);
  const seen = await lookAhead(invocation, workspace);
  const reviewed =
    options.reviewed === undefined
      ? undefined
      : await reviewedKeys(workspace, terminal, options.reviewed, io.now());
  const orders = {
    ...ordersOf(options, saved ?? seen.plan),
    ...(reviewed === undefined ? {} : { reviewed }),
  };
  const context = runContext(
    io,
    workspace,
    options.takeOver === undefined ? {} : { takeOver: options.takeOver },
  );
  const dryRun = options.dryRun === true;
  const progress = terminal.progress("reconciling", dryRun ? 0 : (saved ?? seen.plan).repos.length);
  const result = await (dryRun
    ? foresee(context, seen, saved, orders).then(asStopped)
    : reconcile(
        context,
        seen,
        { signal: io.signal, onRepo: (repo) => progress.step(repo.plan.repo_id) },
        saved,
        orders,
      )
  ).finally(() => progress.done());
  saveCache(workspace, seen);
  const code = codeOf(result, options.detailedExitcode === true, reviewed !== undefined);
  const exitCode = runExitCode(result);
  const costs = costOf(context, seen, result.plan);
  const frame = { dryRun, exitCode, startedAt, finishedAt: io.now() };
  // Of ten thousand repos it is large, and most runs send it nowhere.
  let made: RunReport | undefined;
  const report = (): RunReport => {
    made ??= {
      ...runReport(seen, result, frame),
      requests: requestReport(workspace.counter.counts(), costs),
    };
    return made;
  };
  const asked = dryRun ? costLines(costs) : requestLines(workspace.counter.counts(), costs);
  if (options.json === true) terminal.data(JSON.stringify(report(), null, 2));
  else for (const line of [...textLines(invocation, result, dryRun), ...asked]) say(line);
  tellState(invocation, result, workspace.config.ops_repo.repo);
  if (reviewed !== undefined) tellUnreviewed(invocation, result);
  if (!dryRun) await sendFigures(invocation, report);
  await emitRun(invocation, workspace.folder, report, options.emit);
  exit(io.signal.aborted ? exitCodes.interrupted : code);
}

function textLines({ terminal: { paint } }: Invocation, result: RunResult, dryRun: boolean): string[] {
  const lines = runLines(result, paint);
  if (!dryRun) return lines;
  return [...planLines(result.plan, paint), "", ...lines.slice(0, -1), "Dry run: nothing was written."];
}

function checkOptions({ plan, reviewed }: Options): void {
  if (plan !== undefined && reviewed !== undefined)
    throw new CoulombError("usage", "--plan and --reviewed both say what is to be applied", {
      hint: "give one of them",
    });
}

function tellUnreviewed({ terminal }: Invocation, { repos }: RunResult): void {
  const stale = repos.filter(({ outcome }) => outcome === "stale");
  if (stale.length === 0) return;
  terminal.note(
    `${counted(stale.length, "repo")} left alone: what a plan says of ${stale.length === 1 ? "it" : "them"} now is not what was reviewed.`,
  );
  terminal.note(
    "Look at it with coulomb plan. To take it as it is now, run coulomb reconcile without --reviewed (in CI: run the workflow by hand); else the next scheduled run does.",
  );
}

function tellState({ io, terminal }: Invocation, { state }: RunResult, repo: string): void {
  const where = `The state branch of ${repo}`;
  if (state.kind === "left")
    terminal.note(
      state.message === undefined
        ? `${where} was written by somebody else first; the next run goes on from it.`
        : `${where} was not written, or nobody knows whether it was; the next run learns the same again: ${state.message}`,
    );
  if (state.kind === "refused")
    terminal.note(
      `${where} was not written, so what is in sync cannot be remembered: ${state.message ?? "refused"}`,
    );
  if (io.signal.aborted)
    terminal.note("Interrupted. Run the same command again: it goes on from what is there.");
}

/** The proposals that orders name. */
function ordersOf({ reopen = [], rebuild = [], retry = [], allowMassChange }: Options, plan: Plan): Orders {
  const ids = (names: readonly string[]) =>
    new Set(names.map((name) => orderKey(findPlanned(plan.repos, name))));
  return {
    reopen: ids(reopen),
    rebuild: ids(rebuild),
    retry: ids(retry),
    ...(allowMassChange === undefined ? {} : { allowMassChange }),
  };
}

/**
 * Errors and a stopped run always count; what merely waits for people counts under --detailed-exitcode only. Who asks for
 * exactly a reviewed plan is always told that something of it is stale.
 */
function codeOf(result: RunResult, inDetail: boolean, isReviewed: boolean): number {
  const code = runExitCode(result);
  if (inDetail || code === exitCodes.error || result.stopped !== undefined) return code;
  return isReviewed && result.repos.some(({ outcome }) => outcome === "stale") ? staleCode : exitCodes.ok;
}

const staleCode = 5;

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
