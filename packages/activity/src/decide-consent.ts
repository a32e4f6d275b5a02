import type { Activity } from "@coulomb-loop/cadence";
import { isCronProblem, parseCron, sameCron, timingOf } from "@coulomb-loop/cadence";
import type { DecisionInput, SlotDecision } from "./decide-slot.ts";
import type { ScheduledRun } from "./discover.ts";
import type { Upstream } from "./upstream.ts";

/** How long a repo that cannot be read is waited for where a definition does not say. */
const usualPatience = 300_000;

/** What the repo itself says: that it was not to be had, withdrew its consent, or runs at other times than desired. */
export function decideConsent(
  { facts, refusal, discovery, asOf }: DecisionInput,
  activity: Activity,
  upstream: Upstream,
): SlotDecision | undefined {
  if (refusal?.reason === "opted_out")
    return { kind: "settle", reason: "opted_out", event: "opted_out", message: refusal.message };
  // The file is the repo's consent.
  if (refusal?.reason === "no_schedule") return outOfSync(refusal.message);
  if (refusal !== undefined) {
    // What is not to start yet loses nothing by another look.
    if (upstream.kind !== "done") return undefined;
    const readyAt = Math.max(Date.parse(facts.slot.ready_at), upstream.at);
    const patience = readyAt + (timingOf(activity.definition).startDeadline ?? usualPatience);
    if (asOf < patience)
      return { kind: "wait", reason: `it could not be read: ${refusal.message}`, until: patience };
    return { kind: "settle", reason: "unreadable", event: "unreadable", message: refusal.message };
  }
  // `ignore` looks at consent only (page 06 R8).
  if (discovery === undefined || (activity.definition.context?.target_cron ?? "ignore") === "ignore")
    return undefined;
  const excluded = discovery.excluded.find(({ repo }) => repo === facts.slot.repo);
  if (excluded !== undefined) return outOfSync(excluded.message);
  const runs = discovery.runs.filter(({ repo }) => repo === facts.slot.repo);
  return decideSync(
    activity,
    runs.find(({ agent }) => agent === activity.step),
  );
}

/** Whether the repo's own cron fires as desired; one that an override frees may fire as it likes. */
function decideSync(
  { clock, repo, step }: Activity,
  run: ScheduledRun | undefined,
): SlotDecision | undefined {
  if (run === undefined) return outOfSync(`it schedules no agent ${step}`);
  const cronPath = `/agents/${step}/cron`;
  const isFreed = repo.freed.some(({ pointer }) => pointer === cronPath);
  if (isFreed && !isCronProblem(parseCron(run.cron))) return undefined;
  // What the ops repo wants of the file, not when the activity fires: that may be after another one.
  const wanted = (pointer: string) => repo.paths.find((path) => path.pointer === pointer)?.value;
  const cron = String(wanted(cronPath) ?? clock.cron.text);
  const zone = String(wanted("/timezone") ?? clock.zone);
  if (sameCron(run.cron, cron) && run.timezone === zone) return undefined;
  return outOfSync(`it runs at "${run.cron}" (${run.timezone}), and "${cron}" (${zone}) is desired`);
}

function outOfSync(message: string): SlotDecision {
  return { kind: "settle", reason: "not_in_sync", event: "not_in_sync", message };
}
