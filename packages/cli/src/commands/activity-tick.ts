import { prepareSlots, type SlotOutcome, tick as tickOnce, type TickResult } from "@coulomb-loop/activity";
import type { ActivityTickReport, Finding } from "@coulomb-loop/schemas";
import { hasErrors } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { exitCodes } from "../io.ts";
import { compileOps, openLedger } from "../open-activity.ts";
import type { HubOptions } from "../open-hub.ts";
import { outcomeLines } from "../output/activity.ts";
import { withPointers, placeFindings, printFindings } from "../output/findings.ts";
import { preparerIn } from "../prepare-in-clone.ts";
import { counted, type Terminal } from "../terminal.ts";
import { gateErrors, openWorkspace } from "../workspace.ts";

interface Options extends CommonOptions, HubOptions {
  readonly prepare?: boolean;
}

/** `coulomb activity tick`: writes the slots that are expected, dispatches those that are due, settles those that are over. */
export async function tick({ io, terminal, exit }: Invocation, options: Options): Promise<void> {
  const workspace = openWorkspace(io, terminal, options.ops, undefined, gateErrors);
  const { definitions } = compileOps(workspace);
  const opened = await openLedger(io, workspace, options);
  try {
    const progress = terminal.progress("slots");
    const context = {
      documents: workspace.ops.documents,
      definitions,
      forges: workspace.forges,
      cache: workspace.cache,
      concurrency: workspace.config.limits?.concurrency ?? 8,
      hub: opened.hub,
      ledger: opened.ledger,
      onSlot: ({ slot }: SlotOutcome) => progress.step(slot),
      signal: io.signal,
    };
    const ticked = await tickOnce(context);
    const prepared =
      options.prepare === true
        ? await prepareSlots({ ...context, preparer: preparerIn(io, workspace) }, ticked)
        : [];
    const result = { ...ticked, outcomes: [...ticked.outcomes, ...prepared] };
    progress.done();
    workspace.cache.save(true);
    const findings = placeFindings(workspace.ops.locate, result.plan.findings);
    const report = tickReport(result, findings);
    if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
    else tell(terminal, report, result, findings);
    const isRefused = result.outcomes.some((outcome) => outcome.result === "refused");
    exit(isRefused || hasErrors(result.plan.findings) ? exitCodes.error : exitCodes.ok);
  } finally {
    await opened.close();
  }
}

function tickReport(
  { asOf, expected, records, plan, outcomes }: TickResult,
  findings: readonly Finding[],
): ActivityTickReport {
  return {
    format_version: "1.0",
    kind: "activity-tick",
    as_of: new Date(asOf).toISOString(),
    expected,
    records,
    outcomes: outcomes.map((outcome) => ({ ...outcome })),
    waiting: plan.slots.filter(({ decision }) => decision.kind === "wait").length,
    findings: withPointers(findings),
  };
}

function tell(
  { data, note, paint }: Terminal,
  report: ActivityTickReport,
  { outcomes }: TickResult,
  findings: readonly Finding[],
): void {
  for (const line of printFindings(findings, paint)) note(line);
  for (const line of outcomeLines(outcomes, paint)) data(line);
  data(
    paint.dim(
      `${report.records === 0 ? "" : `${counted(report.records, "record")} brought in, `}${counted(report.expected, "slot")} written, ${counted(report.outcomes.length, "slot")} worked on, ${report.waiting} waiting (${report.as_of})`,
    ),
  );
}
