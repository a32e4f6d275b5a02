import { type Discovery, foreseeTick, type PlannedSlot, type TickPlan } from "@coulomb-loop/activity";
import type { ActivityPlanReport } from "@coulomb-loop/schemas";
import type { CommonOptions, Invocation } from "../command-line/builder.ts";
import { compileOps, ledgerOrNone } from "../open-activity.ts";
import type { HubOptions } from "../open-hub.ts";
import { withPointers, placeFindings, printFindings } from "../output/findings.ts";
import { counted, printableLine, table, type Terminal } from "../terminal.ts";
import { gateErrors, openWorkspace } from "../workspace.ts";

interface Options extends CommonOptions, HubOptions {
  readonly at?: number;
  readonly enabledOnly?: boolean;
}

/**
 * `coulomb activity plan`: what a tick would do now, and what is to come through the next cycle. Writes nothing. Activities that
 * wait for their gate are planned too, so that it is the dry run that the gate asks for.
 */
export async function plan({ io, terminal }: Invocation, options: Options): Promise<void> {
  const workspace = openWorkspace(io, terminal, options.ops, undefined, gateErrors);
  const compiled = compileOps(workspace);
  const asOf = options.at ?? io.now();
  const opened = await ledgerOrNone(io, workspace, options);
  try {
    const foreseen = await foreseeTick(
      {
        documents: workspace.ops.documents,
        definitions: compiled.definitions,
        forges: workspace.forges,
        cache: workspace.cache,
        ledger: opened?.ledger,
        choice: options.enabledOnly === true ? "enabled" : "listed",
      },
      asOf,
    );
    workspace.cache.save(true);
    const planned = { ...foreseen, findings: placeFindings(workspace.ops.locate, foreseen.findings) };
    const report = reportOf(planned, {
      asOf,
      isRead: opened !== undefined,
      firing: new Set(
        compiled.definitions.flatMap(({ definition: { id, enabled }, isLocked, flaws }) =>
          enabled === true && isLocked && flaws.length === 0 ? [id] : [],
        ),
      ),
    });
    if (options.json === true) terminal.data(JSON.stringify(report, null, 2));
    else tell(terminal, report, planned);
  } finally {
    await opened?.close();
  }
}

function reportOf(
  planned: TickPlan,
  {
    asOf,
    isRead,
    firing,
  }: { readonly asOf: number; readonly isRead: boolean; readonly firing: ReadonlySet<string> },
): ActivityPlanReport {
  const { slots, discoveries, findings } = planned;
  return {
    format_version: "1.0",
    kind: "activity-plan",
    as_of: new Date(asOf).toISOString(),
    hub: isRead ? "read" : "empty",
    scheduled_runs: runsOf([...discoveries.values()]),
    activities: [...discoveries].map(([id, { excluded }]) => ({
      id,
      enabled: firing.has(id),
      slots: slots.filter(({ slot }) => slot.activity === id).length,
      excluded: [...excluded],
    })),
    slots: slots.map(slotOf),
    findings: withPointers(findings),
  };
}

/** Every agent that a repo schedules, once, though several activities find it. */
function runsOf(discoveries: readonly Discovery[]): ActivityPlanReport["scheduled_runs"] {
  const runs = new Map(
    discoveries.flatMap(({ runs: found }) => found.map((run) => [`${run.repo} ${run.agent}`, run] as const)),
  );
  return [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, run]) => ({ ...run }));
}

function slotOf({ slot, decision }: PlannedSlot): ActivityPlanReport["slots"][number] {
  const { key, activity, repo, due, cycle } = slot;
  const base = { key, activity, repo, due, cycle };
  switch (decision.kind) {
    case "dispatch":
      return {
        ...base,
        decision: "dispatch",
        reason: decision.trigger,
        attempt: decision.attempt,
        late: decision.isLate,
      };
    case "settle":
      return { ...base, decision: "settle", reason: `${decision.reason}: ${decision.message}` };
    case "wait":
      return {
        ...base,
        decision: "wait",
        reason: decision.reason,
        ...(decision.until === undefined ? {} : { until: new Date(decision.until).toISOString() }),
      };
  }
}

function tell({ data, note, paint }: Terminal, report: ActivityPlanReport, { findings }: TickPlan): void {
  for (const line of printFindings(findings, paint)) note(line);
  if (report.hub === "empty")
    note(paint.dim("There is no state hub yet: planned as if its ledger were empty."));
  data(paint.bold(counted(report.scheduled_runs.length, "scheduled run")));
  for (const line of table(
    report.scheduled_runs.map(({ repo, agent, cron, timezone }) => [
      `  ${repo}`,
      agent,
      paint.dim(`${cron} ${timezone}`),
    ]),
  ))
    data(line);
  for (const { id, excluded } of report.activities)
    for (const { repo, reason, message } of excluded)
      data(
        `  ${paint.yellow("excluded")} ${repo} from ${id}: ${printableLine(message)} ${paint.dim(`[${reason}]`)}`,
      );
  data("");
  if (report.slots.length === 0) return data("No slot is due through the next cycle.");
  const enabled = new Map(report.activities.map((each) => [each.id, each.enabled]));
  const words = {
    dispatch: paint.green("dispatch"),
    settle: paint.yellow("settle"),
    wait: paint.dim("wait"),
  };
  for (const line of table(
    report.slots.map(({ due, activity, repo, decision, reason, late }) => [
      due,
      activity,
      repo,
      words[decision],
      `${late === true ? "late, " : ""}${printableLine(reason ?? "")}${enabled.get(activity) === false ? paint.dim(" (does not fire yet)") : ""}`,
    ]),
  ))
    data(line);
}
