import { resolve } from "node:path";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import type { Prospect } from "@coulomb-loop/reconciler";
import { asStopped, costOf, exitCodeOf, foresee, prospect, worstExitCode } from "@coulomb-loop/reconciler";
import type { Plan } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import type { Emission } from "../output/emit-run.ts";
import { emitRun, textSink } from "../output/emit-run.ts";
import { planLines } from "../output/plan.ts";
import { costLines } from "../output/requests.ts";
import { runReport } from "../output/run-report.ts";
import { writePlanNote } from "../reviewed-plan.ts";
import type { OpenWorkspace } from "../workspace.ts";
import { openWorkspace, runContext } from "../workspace.ts";
import { writeWhole } from "../write-whole.ts";

interface Options extends CommonOptions {
  readonly out?: string;
  readonly comment?: number;
  readonly detailedExitcode?: boolean;
  readonly emit: readonly Emission[];
}

/** `coulomb plan`: what reconcile would do. Writes nothing to any forge, but with `--comment` one comment that shows it. */
export async function plan(invocation: Invocation, options: Options): Promise<void> {
  const { io, terminal, exit } = invocation;
  const startedAt = io.now();
  const { out } = options;
  const toStdout = out === "-";
  const printed = toStdout ? "--out -" : options.json === true ? "--json" : undefined;
  const say = textSink(terminal, options.emit, printed);
  const workspace = openWorkspace(io, terminal, options.ops);
  const seen = await lookAhead(invocation, workspace);
  if (out !== undefined && !toStdout)
    writeWhole(
      resolve(io.cwd, out),
      `${canonicalJson(seen.plan)}
`,
      {
        code: "plan_unwritable",
        hint: "name another file with --out",
      },
    );
  if (options.json === true || toStdout) terminal.data(canonicalJson(seen.plan));
  if (options.json !== true)
    for (const line of [
      ...planLines(seen.plan, terminal.paint),
      ...costLines(costOf(runContext(io, workspace), seen, seen.plan)),
    ])
      (toStdout ? terminal.note : say)(line);
  if (out !== undefined && !toStdout && options.json !== true)
    say(`\nSaved as ${out}. Apply exactly this: coulomb reconcile --plan ${out}`);
  if (options.comment !== undefined) await writePlanNote(workspace, terminal, seen.plan, options.comment);
  const exitCode = exitCodeOfPlan(seen.plan, options.detailedExitcode === true);
  if (options.emit.length > 0) {
    const result = asStopped(await foresee(runContext(io, workspace), seen));
    const detailed = exitCodeOfPlan(seen.plan, true);
    const frame = { dryRun: true, exitCode: detailed, startedAt, finishedAt: io.now() };
    const report = runReport(seen, result, frame);
    await emitRun(invocation, workspace.folder, () => report, options.emit);
  }
  exit(exitCode);
}

/** Observes and plans, with progress on a terminal. */
export async function lookAhead(
  { io, terminal }: Pick<Invocation, "io" | "terminal">,
  workspace: OpenWorkspace,
): Promise<Prospect> {
  const total = workspace.ops.documents.loops.reduce(
    (sum, loop) => sum + (loop.roster?.value.active.length ?? 0),
    0,
  );
  const progress = terminal.progress("reading", total);
  try {
    const seen = await prospect(runContext(io, workspace, { onObserved: (id) => progress.step(id) }));
    saveCache(workspace, seen);
    return seen;
  } finally {
    progress.done();
  }
}

/** Keeps what was read. What could not be read now is not forgotten: a server that is away would empty the cache. */
export function saveCache({ cache }: OpenWorkspace, { observations }: Prospect): void {
  cache.save([...observations.values()].some(({ facts }) => facts.kind === "unknown"));
}

/** 0, or 1 when a repo is unknown; in detail what page 00 §5 says. */
export function exitCodeOfPlan(planned: Plan, inDetail: boolean): number {
  const code = worstExitCode(planned.repos.map((repo) => exitCodeOf(repo.class)));
  return inDetail || code === exitCodes.error ? code : exitCodes.ok;
}
