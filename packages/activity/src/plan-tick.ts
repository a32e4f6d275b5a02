import type { Activity } from "@coulomb-loop/cadence";
import { resolveDesired } from "@coulomb-loop/cadence";
import type { Finding } from "@coulomb-loop/schemas";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import { decideSlot, type SlotDecision } from "./decide-slot.ts";
import { discoverKaizenScheduledRepos, type Discovery, refusalOf, sourceOf } from "./discover.ts";
import { liveKey, type LiveSchedules } from "./live-schedules.ts";
import {
  digestsOf,
  firingActivities,
  type SlotDigests,
  type SlotPlanInput,
  stillExpected,
} from "./plan-slots.ts";
import { indexLedger, type LedgerView, type SlotFacts, type SlotIndex } from "./slot-facts.ts";
import { renderTask, type TaskText } from "./template.ts";

/** What a tick plans from: the ops repo, the pilots' schedules, and the ledger. */
export interface TickInput extends SlotPlanInput {
  readonly live: LiveSchedules;
  readonly ledger: LedgerView;
}

/** A slot, and what is done with it. */
export interface PlannedSlot {
  readonly slot: HubApi.Slot;
  readonly decision: SlotDecision;
  /** For a dispatch: the task's texts and priority, and the digests it is dispatched under. */
  readonly task?: PlannedTask;
  /** What changed since the cycle began, where a dispatch finds that; told once. */
  readonly changed?: readonly (keyof SlotDigests)[];
}

/** The task of a slot, as it is to be made. */
export interface PlannedTask extends TaskText {
  readonly priority?: HubApi.Priority;
  readonly labels: readonly string[];
  readonly digests: SlotDigests;
  readonly run?: { readonly head: string; readonly blob: string };
}

/** What one tick would do. */
export interface TickPlan {
  /** Every slot that is not settled, ascending by due and key. */
  readonly slots: readonly PlannedSlot[];
  /** What the resolver of each firing definition answers, by its id. */
  readonly discoveries: ReadonlyMap<string, Discovery>;
  /** Definitions that are enabled and may not fire, and resolvers that found nothing where that is a failure. */
  readonly findings: readonly Finding[];
}

/** Decides every slot that is not settled, from what was read. Pure: the same inputs give the same plan. */
export function planTick(input: TickInput): TickPlan {
  const { documents, definitions, asOf, ledger } = input;
  const activities = firingActivities(input);
  const byKey = new Map(activities.map((each) => [`${each.definition.id} ${each.repo.id}`, each]));
  const discoveries = discover(input, activities);
  const index = indexLedger(ledger);
  const digests = digestsOf(documents, definitions);
  const unsettled = index.all.filter(({ slot }) => slot.state !== "settled");
  const expected = stillExpected(
    input,
    unsettled.flatMap(({ slot }) => (slot.state === "open" ? [slot] : [])),
  );
  // A slot that was written before a cron or a phase changed is nobody's any more, unless its task is out.
  const activityOf = (slot: HubApi.Slot) =>
    slot.state === "dispatched" || expected.has(slot.key)
      ? byKey.get(`${slot.activity} ${slot.repo}`)
      : undefined;
  const slots = unsettled.map((facts): PlannedSlot => {
    const { slot } = facts;
    const activity = activityOf(slot);
    const discovery = discoveries.get(slot.activity);
    const decision = decideSlot({
      facts,
      activity,
      activityOf,
      slots: index,
      refusal: activity && refusalOf(activity.repo, input.live.get(liveKey(activity.repo)), asOf),
      discovery,
      asOf,
    });
    if (decision.kind !== "dispatch" || activity === undefined) return { slot, decision };
    const current = digests(activity);
    const task = taskOf(input, activity, facts, { discovery, digests: current, attempt: decision.attempt });
    return { slot, decision, task, changed: changedSince(facts, index, current) };
  });
  return {
    slots,
    discoveries,
    findings: [...refusedFindings(input, activities), ...emptyFindings(input, discoveries)],
  };
}

function discover(
  { documents, live, asOf }: TickInput,
  activities: readonly Activity[],
): ReadonlyMap<string, Discovery> {
  const repos = new Map(resolveDesired(documents, asOf).map((repo) => [`${repo.loop} ${repo.id}`, repo]));
  const found = new Map<string, Discovery>();
  for (const { definition } of activities) {
    const source = sourceOf(definition);
    if (source === undefined || found.has(definition.id)) continue;
    // Repos in which nothing is due are not read.
    const members = [...repos.values()].filter(
      (repo) => repo.loop === definition.loop && repo.phase === definition.phase && live.has(liveKey(repo)),
    );
    found.set(definition.id, discoverKaizenScheduledRepos(source.params, members, live, asOf));
  }
  return found;
}

function taskOf(
  { definitions }: TickInput,
  activity: Activity,
  { slot }: SlotFacts,
  {
    discovery,
    digests,
    attempt,
  }: { readonly discovery: Discovery | undefined; readonly digests: SlotDigests; readonly attempt: number },
): PlannedTask {
  const { definition, loop, step } = activity;
  const body = definitions.find((each) => each.definition.id === definition.id)?.body ?? "";
  const run = discovery?.runs.find(
    ({ repo, agent }) =>
      repo === slot.repo && (sourceOf(definition)?.params.agent === undefined || agent === step),
  );
  const inputs =
    run === undefined ? {} : { cron: run.cron, timezone: run.timezone, blob: run.blob, head: run.head };
  const text = renderTask(definition, body, {
    repo: slot.repo,
    slot: slot.key,
    cycle: slot.cycle,
    agent: step,
    attempt,
    inputs,
  });
  return {
    ...text,
    ...(definition.task.priority === undefined ? {} : { priority: definition.task.priority }),
    labels: [loop, step, `attempt-${attempt}`],
    digests,
    ...(run === undefined ? {} : { run: { head: run.head, blob: run.blob } }),
  };
}

/**
 * The digests that are others than at the cycle's beginning: those that its earlier tasks in this repo were dispatched under.
 * Of the definition only an earlier attempt of the same slot can tell.
 */
function changedSince(
  facts: SlotFacts,
  slots: SlotIndex,
  current: SlotDigests,
): readonly (keyof SlotDigests)[] {
  const { slot } = facts;
  const dispatches = slots
    .inCycle(slot.repo, slot.cycle)
    .flatMap(({ slot: of, events }) =>
      events.flatMap(({ type, data }) => (type === "dispatched" ? [{ of, data }] : [])),
    );
  const differs = (name: keyof SlotDigests, among: typeof dispatches) =>
    among.some(({ data }) => data?.[name] !== undefined && data[name] !== current[name]);
  const own = dispatches.filter(({ of }) => of.key === slot.key);
  return [
    ...(differs("definition_digest", own) ? (["definition_digest"] as const) : []),
    ...(differs("policy_digest", dispatches) ? (["policy_digest"] as const) : []),
    ...(differs("schedule_digest", dispatches) ? (["schedule_digest"] as const) : []),
  ];
}

/** Why definitions that are enabled are not fired; of those that are only planned, what would keep them from it. */
function refusedFindings({ definitions }: TickInput, activities: readonly Activity[]): readonly Finding[] {
  const planned = new Set(activities.map(({ definition: { id } }) => id));
  return definitions.flatMap(({ definition: { id, enabled }, file, isLocked, flaws }): readonly Finding[] => {
    if (enabled !== true) return planned.has(id) ? flaws : [];
    if (isLocked) return flaws;
    const stale: Finding = {
      code: "lock_stale",
      severity: "error",
      message: `${id} is enabled and not as the lock pins it: it is not fired`,
      hint: "run coulomb activity compile, and commit the lock with the definition",
      file,
      path: ["id"],
    };
    return [stale, ...flaws];
  });
}

function emptyFindings({ definitions }: TickInput, discoveries: ReadonlyMap<string, Discovery>): Finding[] {
  return definitions.flatMap(({ definition, file }): Finding[] => {
    const source = sourceOf(definition);
    const discovery = discoveries.get(definition.id);
    if (source?.on_empty !== "fail" || discovery === undefined || discovery.runs.length > 0) return [];
    const [first] = discovery.excluded;
    // Where nothing is due nothing was asked.
    if (first === undefined) return [];
    return [
      {
        code: "resolver_empty",
        severity: "error",
        message: `${source.resolver} found no repo for ${definition.id} (${first.repo}: ${first.message})`,
        hint: "correct its params, or set on_empty: skip",
        file,
        path: ["context", "sources"],
      },
    ];
  });
}
