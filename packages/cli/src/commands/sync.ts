import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { SyncReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import {
  checkSync,
  exitCodeOf,
  planDigestOf,
  runSync,
  type SyncPlan,
  type SyncRun,
} from "@coulomb-loop/state-hub-sync";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { readOpsConfig } from "../hub-workspace.ts";
import { exitCodes } from "../io.ts";
import { type OpenSync, openSync, type SyncSwitches } from "../open-sync.ts";
import { printFindings } from "../output/findings.ts";
import { planLines, runLine } from "../output/sync.ts";
import { readSyncPlan, syncReport, writeSyncPlan } from "../output/sync-report.ts";
import { explainLines, explainReport } from "../output/sync-explain.ts";
import { explained } from "../sync-explained.ts";
import type { QuietPoint } from "../sync-cache.ts";
import { provenanceOf } from "../sync-provenance.ts";

interface Options extends CommonOptions, SyncSwitches {
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly plan?: string;
  readonly detailedExitcode?: boolean;
}

/** Share of the linked tasks that may leave in one run when coulomb.yaml does not say. */
const usualRemovalPercent = 20;

/**
 * `coulomb sync`: workplans and hub, both ways. `--check` and `--dry-run` write nothing; `--dry-run --out` saves the plan,
 * `--plan` applies exactly that one.
 */
export async function sync(invocation: Invocation, options: Options): Promise<void> {
  const { io, terminal, exit } = invocation;
  checkOptions(options);
  const saved =
    options.plan === undefined ? undefined : readSyncPlan(planText(io.cwd, options.plan), options.plan);
  const ops = readOpsConfig(io, terminal, options.ops);
  const maxRemovalPercent = ops.config.limits?.max_removal_percent ?? usualRemovalPercent;
  const open = await openSync(io, ops, options);
  try {
    const run = await runOnce(invocation, open, options, {
      maxRemovalPercent,
      ...(saved === undefined ? {} : { planDigest: saved }),
    });
    if (options.out !== undefined) writeSyncPlan(resolve(io.cwd, options.out), run);
    const report = syncReport(run, open);
    if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
    else tell(invocation, run, report, options);
    exit(codeOf(run, options.detailedExitcode === true));
  } finally {
    await open.close();
  }
}

function checkOptions({ check, dryRun, out, plan }: Options): void {
  if (out !== undefined && dryRun !== true)
    throw new CoulombError("usage", "--out goes with --dry-run", {
      hint: "coulomb sync --dry-run --out plan.json",
    });
  if (plan !== undefined && (dryRun === true || check === true))
    throw new CoulombError("usage", "--plan applies a plan; --check and --dry-run write nothing", {
      hint: "give one of them",
    });
}

function planText(cwd: string, file: string): string {
  try {
    return readFileSync(resolve(cwd, file), "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new CoulombError("sync_plan", `${file} cannot be read (${code})`, {
      hint: "name a file that coulomb sync --dry-run --out wrote",
      cause: error,
    });
  }
}

/** One run. While both sides are where they were when nothing was due, nothing more is read than that they are. */
async function runOnce(
  { terminal }: Invocation,
  open: OpenSync,
  options: Options,
  limits: { readonly maxRemovalPercent: number; readonly planDigest?: string },
): Promise<SyncRun> {
  const { workplans, hub, cache } = open;
  const quiet = cache.quiet();
  // The hub first, as in every run: files that are older than it would look changed.
  if (
    quiet !== undefined &&
    limits.planDigest === undefined &&
    (await hub.isSame(quiet.hub)) &&
    (await workplans.isSame(quiet.files))
  )
    return nothingDue(quiet);
  const progress = terminal.progress("sync", 0);
  const run = await runSync(workplans, hub, {
    ...limits,
    ...(options.check === true || options.dryRun === true ? { dryRun: true } : {}),
    onStep: (step) => progress.step(step),
  }).finally(() => progress.done());
  const [files, point] = [workplans.seen(), hub.seen()];
  const isQuiet =
    run.outcome === "in_sync" &&
    run.findings.length === 0 &&
    run.plan.edits.length === 0 &&
    run.plan.items.length === 0;
  const { tasks } = run.plan.counts;
  cache.save(
    isQuiet && files !== undefined && point !== undefined ? { files, hub: point, tasks } : undefined,
  );
  return run;
}

function nothingDue({ tasks }: QuietPoint): SyncRun {
  const counts = { tasks, creates: 0, pushes: 0, proposed: 0, orphans: 0, conflicts: 0 };
  const plan: SyncPlan = { items: [], edits: [], manual: [], findings: [], asked: [], counts };
  return {
    plan,
    planDigest: planDigestOf(plan),
    outcome: "in_sync",
    message: "nothing happened on either side",
    findings: [],
    hubWrites: 0,
    rounds: 1,
  };
}

function tell({ terminal }: Invocation, run: SyncRun, report: SyncReport, options: Options): void {
  for (const line of printFindings(run.findings, terminal.paint)) terminal.note(line);
  for (const line of planLines(run.plan, terminal.paint)) terminal.data(line);
  terminal.data(runLine(run, report, terminal.paint));
  if (options.out !== undefined)
    terminal.note(`The plan is in ${options.out}: coulomb sync --plan ${options.out} applies it.`);
}

function codeOf(run: SyncRun, isDetailed: boolean): number {
  if (isDetailed) return exitCodeOf(run);
  const failed: readonly SyncRun["outcome"][] = ["refused", "stale_plan", "busy", "unsettled"];
  const hasErrors = run.findings.some(({ severity }) => severity === "error");
  return failed.includes(run.outcome) || hasErrors ? exitCodes.error : exitCodes.ok;
}

/** `coulomb sync explain <task>`: what both sides hold of it, and what decides about each field. Reads only. */
export async function explain(
  { io, terminal, exit }: Invocation,
  options: CommonOptions & SyncSwitches,
  [name = ""]: readonly string[],
): Promise<void> {
  const ops = readOpsConfig(io, terminal, options.ops);
  const open = await openSync(io, ops, options);
  try {
    const { input } = await checkSync(open.workplans, open.hub, usualRemovalPercent);
    const task = explained(input, name);
    const from = task.kind === "task" ? await provenanceOf(open, task) : { fields: new Map<never, never>() };
    if (options.json === true) terminal.data(JSON.stringify(explainReport(task, from), null, 2));
    else for (const line of explainLines(task, from, terminal.paint)) terminal.data(line);
    exit(exitCodes.ok);
  } finally {
    await open.close();
  }
}
