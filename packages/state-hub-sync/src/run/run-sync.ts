import type { Finding } from "@coulomb-loop/schemas";
import { compareFindings, hasErrors } from "@coulomb-loop/schemas";
import { planSync } from "../plan/plan-sync.ts";
import type { PlanInput, SyncPlan } from "../plan/types.ts";
import type { Folded } from "./fold.ts";
import { foldOutcomes } from "./fold.ts";
import type { Looking, Planner, Seen } from "./look.ts";
import { lookAt, planWhole } from "./look.ts";
import type { HubSide, Lease, Proposed, WorkplanSide } from "./ports.ts";
import type { SyncOptions, SyncRun } from "./types.ts";

/** Times that a run begins again because a side moved under it. */
const mostRounds = 3;

/** A run on its way. */
interface Running extends Looking {
  readonly workplans: WorkplanSide;
  readonly hub: HubSide;
  readonly options: SyncOptions;
  rounds: number;
  hubWrites: number;
  lease?: Lease;
  /** What was seen before the first write. */
  first?: Seen;
}

/**
 * Brings workplans and hub together: observe both, plan, write to the hub, propose to the files (page 05 B3). Each write is
 * conditional and can be repeated, and nothing that is pending is stored: after a crash the next run derives the rest. The
 * lease is asked for only when the hub is to be written. Throws what the ports throw; the lease is given back then too.
 */
export async function runSync(
  workplans: WorkplanSide,
  hub: HubSide,
  options: SyncOptions,
  planner: Planner = planSync,
): Promise<SyncRun> {
  const { maxRemovalPercent } = options;
  const run: Running = { workplans, hub, planner, maxRemovalPercent, options, rounds: 0, hubWrites: 0 };
  try {
    for (let attempt = 1; ; attempt++) {
      const ended = await attemptOnce(run, attempt === mostRounds);
      if (ended !== undefined) return ended;
    }
  } finally {
    await giveBack(run);
  }
}

/** One round; `undefined`: a side moved, begin again. */
async function attemptOnce(run: Running, isLast: boolean): Promise<SyncRun | undefined> {
  const { options, hub } = run;
  let seen = await look(run);
  let halted = await whyNot(run, seen);
  if (halted === undefined && seen.plan.items.length > 0 && run.lease === undefined) {
    step(run, "asking for the lease");
    const lease = await hub.lease();
    if (lease.kind === "held")
      return ending(run, seen, "busy", `${lease.by} has the lease until ${lease.until}`);
    run.lease = lease;
    if (lease.seq > seen.input.hub.seq) {
      seen = await look(run);
      halted = await whyNot(run, seen);
    }
  }
  if (halted !== undefined) return halted;
  const sent = await send(run, seen);
  if (sent === "lease_lost") return ending(run, seen, "busy", "another run took the lease");
  if (sent !== undefined && sent.done > 0) run.first ??= seen;
  const after = sent === undefined ? seen : await planWhole(run, { ...seen.input, hub: sent.hub });
  const proposed = sent === undefined || sent.stale === 0 ? await propose(run, after) : undefined;
  if (proposed !== undefined && proposed.kind !== "stale")
    return finish(run, after, proposed, sent?.findings ?? []);
  // What was saved is not what would be done by now.
  if (options.planDigest !== undefined)
    return ending(run, after, "stale_plan", "a side moved while the saved plan was applied");
  return isLast ? ending(run, after, "unsettled", "both sides kept changing; run it again") : undefined;
}

async function look(run: Running): Promise<Seen> {
  step(run, "observing both sides");
  run.rounds += 1;
  return lookAt(run);
}

/** Why nothing may be written of what was seen. */
async function whyNot(run: Running, seen: Seen): Promise<SyncRun | undefined> {
  const { planDigest, dryRun } = run.options;
  if (planDigest !== undefined && planDigest !== seen.planDigest)
    return ending(run, seen, "stale_plan", "the saved plan is not what would be done now; make a new one");
  if (dryRun === true) return planned(run, seen);
  if (planDigest === undefined && seen.plan.guard !== undefined)
    return ending(
      run,
      seen,
      "refused",
      `${sweeping(seen.plan.guard)}: read it with --dry-run --out <file>, and do it with --plan <file>`,
    );
  return undefined;
}

async function planned(run: Running, seen: Seen): Promise<SyncRun> {
  const { items, edits } = seen.plan;
  if (waitsForPeople(seen, seen.input)) return ending(run, seen, "people", "something waits for a person");
  if (items.length + edits.length === 0) return ending(run, seen, "in_sync", "nothing is due");
  const judged = edits.length === 0 ? undefined : await run.workplans.judge(knownIds(edits));
  if (judged !== undefined) return { ...ending(run, seen, "people", judged.message), proposal: judged };
  const due = `${counted(items.length, "write")} to the hub and ${counted(edits.length, "edit")} are due`;
  const { planDigest } = run.options;
  const { guard } = seen.plan;
  return ending(
    run,
    seen,
    "planned",
    guard === undefined || planDigest !== undefined ? due : `${due}; ${sweeping(guard)}`,
  );
}

function sweeping(guard: string): string {
  return `too sweeping to be done unasked: ${guard}`;
}

/** Sends the items; `undefined`: there are none. */
async function send(run: Running, { input, plan }: Seen): Promise<Folded | "lease_lost" | undefined> {
  if (plan.items.length === 0 || run.lease === undefined) return undefined;
  step(run, `writing ${counted(plan.items.length, "item")} to the hub`);
  const outcomes = await run.hub.sync(run.lease, plan.items);
  if (outcomes === "lease_lost") return outcomes;
  const folded = foldOutcomes(input.hub, plan.items, outcomes);
  run.hubWrites += folded.done;
  return folded;
}

/** Also asked without any edit: a proposal that nothing speaks for any more is closed then. */
async function propose(run: Running, { plan }: Seen): Promise<Proposed> {
  const edits = knownIds(plan.edits);
  step(run, `proposing ${counted(edits.length, "edit")}`);
  return run.workplans.propose(edits);
}

/** Without ids that are not known: of what the hub refused to make, or has yet to make. */
function knownIds(edits: SyncPlan["edits"]): SyncPlan["edits"] {
  return edits.filter((edit) => !("id" in edit) || edit.id !== null);
}

function finish(run: Running, after: Seen, proposed: Proposed, refused: readonly Finding[]): SyncRun {
  const more = [...refused, ...proposed.findings];
  const end = (outcome: SyncRun["outcome"], message: string) => ({
    ...ending(run, after, outcome, message, more),
    proposal: proposed,
  });
  if (proposed.kind === "waiting") return end("unsettled", proposed.message);
  if (proposed.kind === "declined" || proposed.kind === "edited") return end("people", proposed.message);
  if (waitsForPeople(after, after.input, more)) return end("people", "something waits for a person");
  if (run.hubWrites + proposed.writes === 0) return end("in_sync", "nothing was due");
  return end("written", `${run.hubWrites} to the hub, ${proposed.writes} to the forge`);
}

function waitsForPeople(
  { plan }: { readonly plan: SyncPlan },
  { local }: PlanInput,
  more: readonly Finding[] = [],
): boolean {
  return plan.manual.length > 0 || hasErrors([...local.findings, ...plan.findings, ...more]);
}

function ending(
  run: Running,
  seen: Seen,
  outcome: SyncRun["outcome"],
  message: string,
  more: readonly Finding[] = [],
): SyncRun {
  const { plan, planDigest } = run.first ?? seen;
  const findings = [...seen.input.local.findings, ...seen.plan.findings, ...more].sort(compareFindings);
  return { plan, planDigest, outcome, message, findings, hubWrites: run.hubWrites, rounds: run.rounds };
}

/** A lease that cannot be given back runs out; that must not hide how the run ended. */
async function giveBack(run: Running): Promise<void> {
  if (run.lease === undefined) return;
  try {
    await run.hub.release(run.lease);
  } catch {
    step(run, "the lease could not be given back; it will run out");
  }
}

function step({ options }: Running, text: string): void {
  options.onStep?.(text);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
