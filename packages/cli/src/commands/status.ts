import type { Prospect, RepoResult, RunResult } from "@coulomb-loop/reconciler";
import { asStopped, classOrder, foresee, rollup, worstHealth } from "@coulomb-loop/reconciler";
import type { StatusReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { namesOf } from "../output/names.ts";
import { countLine, endingLines, outcomeOf, paintClass, stopLines } from "../output/plan.ts";
import { countsOf, notesFor, openProposal, repoReport } from "../output/repo-report.ts";
import type { Paint } from "../terminal.ts";
import { counted, printable, table } from "../terminal.ts";
import { openWorkspace, runContext } from "../workspace.ts";
import { lookAhead } from "./plan.ts";

/** `coulomb status`: every repo, worst first, with its open proposal, and how well loops and waves are, and what would stop a run. Exit 1 when a repo is unknown. */
export async function status(invocation: Invocation, options: CommonOptions): Promise<void> {
  const { io, terminal, exit } = invocation;
  const workspace = openWorkspace(io, terminal, options.ops);
  const seen = await lookAhead(invocation, workspace);
  const foreseen = asStopped(await foresee(runContext(io, workspace), seen));
  const results = [...foreseen.repos].sort(
    (a, b) => classOrder.indexOf(a.plan.class) - classOrder.indexOf(b.plan.class),
  );
  if (options.json === true)
    terminal.data(JSON.stringify(report(seen, results, foreseen.stopped, io.now()), null, 2));
  else {
    const { paint } = terminal;
    const nameOf = namesOf(results.map(({ plan }) => plan));
    const lines = [
      ...table(results.map((result) => row(seen, result, nameOf(result.plan), paint))),
      "",
      ...stopLines(foreseen, "reconcile would stop:", paint),
      ...endingLines(results, paint),
      ...loopLines(results, paint),
    ];
    for (const line of [...lines, countLine(results.map(({ plan }) => plan))]) terminal.data(line);
  }
  exit(results.some(({ plan }) => plan.class === "unknown") ? exitCodes.error : exitCodes.ok);
}

function row(seen: Prospect, result: RepoResult, name: string, paint: Paint): string[] {
  const { plan } = result;
  const open = openProposal(seen, plan);
  const proposal = open === undefined ? "" : `${printable(open.title)}${open.draft ? " (draft)" : ""}`;
  return [
    paint.bold(name),
    paintClass(plan.class, paint),
    plan.phase,
    plan.mode === "run" ? `wave ${plan.wave}` : "no wave",
    result.outcome === "clean" ? "" : outcomeOf(result),
    proposal === ""
      ? paint.dim(printable(result.outcome === "clean" ? plan.reason : result.message))
      : proposal,
  ];
}

/** One line per loop: how well it is, and its waves. */
function loopLines(results: readonly RepoResult[], paint: Paint): string[] {
  return rollup(results).map(({ loop, health, waves, left }) => {
    const parts = [
      ...waves.map((wave) => `wave ${wave.wave} ${wave.health} (${counted(wave.repos, "repo")})`),
      ...(left === undefined ? [] : [`no wave ${left.health} (${counted(left.repos, "repo")})`]),
    ];
    return `${paint.bold(loop)}: ${health}; ${parts.join(", ")}`;
  });
}

function report(
  seen: Prospect,
  results: readonly RepoResult[],
  stopped: RunResult["stopped"],
  now: number,
): StatusReport {
  const loops = rollup(results);
  return {
    format_version: "1.0",
    kind: "status",
    as_of: new Date(now).toISOString(),
    health: worstHealth(loops.map(({ health }) => health)),
    loops,
    ...(stopped === undefined ? {} : { stopped }),
    counts: countsOf(results.map(({ plan }) => plan)),
    repos: results.map((result) => {
      const open = openProposal(seen, result.plan);
      const {
        repo_id,
        loop,
        phase,
        class: found,
        reason,
        wave,
        outcome,
        message,
        health,
        conditions,
      } = repoReport(seen, result);
      return {
        repo_id,
        loop,
        phase,
        class: found,
        reason,
        ...(wave === undefined ? {} : { wave }),
        outcome,
        message,
        health,
        conditions,
        ...notesFor(result.plan),
        ...(open === undefined
          ? {}
          : {
              proposal: {
                number: open.ref.number,
                title: open.title,
                opened_at: new Date(open.openedAt).toISOString(),
                draft: open.draft,
                ...(open.url === undefined ? {} : { url: open.url }),
              },
            }),
      };
    }),
  };
}
