import type { Activity, ActivityChoice, DesiredRepo, OpsDocuments, Slot } from "@coulomb-loop/cadence";
import {
  declaredActivities,
  expectedSlots,
  instantText,
  loopName,
  nextOccurrences,
  phaseClock,
  previousOccurrence,
} from "@coulomb-loop/cadence";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { CompiledDefinition } from "./compile.ts";
import { policyDigest, scheduleDigest } from "./definition-digest.ts";

/** What slots are planned from. */
export interface SlotPlanInput {
  readonly documents: OpsDocuments;
  readonly definitions: readonly CompiledDefinition[];
  /** Epoch milliseconds. */
  readonly asOf: number;
  /** `listed`: as if every definition that its phase lists were enabled and in the lock, for a dry run. */
  readonly choice?: ActivityChoice;
}

/** An activity in a repo, and how far the ledger has its slots. */
export interface Written {
  readonly activity: string;
  readonly repo: string;
  /** Due instant of the newest slot the ledger has of it; `undefined`: it has none. Epoch milliseconds. */
  readonly through: number | undefined;
}

/** How far back a ledger is filled up after nobody ticked. */
const longestGap = 2 * 86_400_000;

/**
 * The activities that may fire: declared, enabled, and pinned by the lock as they are. Those the lock does not hold are left
 * out (page 06 R7).
 */
export function firingActivities({ documents, definitions, asOf, choice }: SlotPlanInput): Activity[] {
  if (choice === "listed") return declaredActivities(documents, asOf, choice);
  const locked = new Set(definitions.flatMap(({ isLocked, definition: { id } }) => (isLocked ? [id] : [])));
  return declaredActivities(documents, asOf).filter(({ definition: { id } }) => locked.has(id));
}

/**
 * The end of what is written now: that of the cycle after the one that runs, of the phase whose cycles are longest. Epoch
 * milliseconds; `asOf` where no phase has a clock.
 */
export function writtenThrough(activities: readonly Activity[], input: SlotPlanInput): number {
  const { documents, asOf } = input;
  const byPhase = Map.groupBy(activities, ({ loop, phase }) => JSON.stringify([loop, phase]));
  const ends = [...byPhase.values()].flatMap(([first]) => {
    const clock = first === undefined ? undefined : phaseClock(documents, first.loop, first.phase);
    if (clock === undefined) return [];
    return nextOccurrences(clock.cron, clock.zone, clock.dst, asOf + 1, 2).slice(1);
  });
  return Math.max(asOf, ...ends);
}

/** From when on to look for the newest slot of activities: first their last two firings, and where none is found, further back. */
export interface LookBack {
  readonly near: number;
  readonly far: number;
}

/** How far to look back for the slots of some activities. Epoch milliseconds. */
export function lookBack(activities: readonly Activity[], asOf: number): LookBack {
  const before = activities.map(({ clock: { cron, zone, dst } }) => {
    const last = previousOccurrence(cron, zone, dst, asOf + 1);
    return (last === undefined ? undefined : previousOccurrence(cron, zone, dst, last)) ?? asOf;
  });
  const near = Math.min(asOf, ...before);
  return { near, far: Math.min(near, asOf - longestGap) };
}

/**
 * The slots that the ledger lacks, through the end of the next cycle: after the newest one it has of an activity in a repo,
 * so that none is lost while nobody ticks; of an activity that is new there, from `asOf` on. Ascending by due and key.
 */
export function missingSlots(
  input: SlotPlanInput,
  activities: readonly Activity[],
  written: readonly Written[],
): HubApi.SlotExpected[] {
  const { documents, definitions, asOf, choice } = input;
  const through = new Map(written.map(({ activity, repo, through: at }) => [`${activity} ${repo}`, at]));
  const from = Math.min(asOf, ...[...through.values()].flatMap((at) => at ?? []));
  const digests = digestsOf(documents, definitions);
  const firing = new Set(activities.map(({ definition: { id }, repo }) => `${id} ${repo.id}`));
  return expectedSlots(documents, from, writtenThrough(activities, input), choice)
    .filter(({ activity: { definition, repo }, due }) => {
      const key = `${definition.id} ${repo.id}`;
      const last = through.get(key);
      return firing.has(key) && (last === undefined ? due >= asOf : due > last);
    })
    .map((slot) => expectationOf(slot, digests));
}

/** A slot as the hub is told of it. */
function expectationOf(slot: Slot, digests: DigestsOf): HubApi.SlotExpected {
  const { activity, due, cycle, readyAt, startBy, closeBy } = slot;
  return {
    loop: activity.loop,
    activity: activity.definition.id,
    repo: activity.repo.id,
    due: instantText(due),
    cycle,
    ...digests(activity),
    ready_at: new Date(readyAt).toISOString(),
    ...(startBy === undefined ? {} : { start_by: new Date(startBy).toISOString() }),
    ...(closeBy === undefined ? {} : { close_by: new Date(closeBy).toISOString() }),
  };
}

/** An expected slot as it is in the ledger once it is written; until then without an id of its own. */
export function openSlot(expected: HubApi.SlotExpected): HubApi.Slot {
  const { loop, activity, repo, due } = expected;
  return {
    ...expected,
    id: "",
    key: `${loop}/${activity}/${repo}@${due}`,
    ready_at: expected.ready_at ?? due,
    state: "open",
    created_at: due,
  };
}

/** The digests a slot is written, and a task dispatched, under. */
export type SlotDigests = Pick<
  HubApi.SlotExpected,
  "definition_digest" | "policy_digest" | "schedule_digest"
>;

/** Tells the digests of an activity. */
export type DigestsOf = (activity: Activity) => SlotDigests;

/** The digests of an ops repo's activities, each worked out once. */
export function digestsOf(documents: OpsDocuments, definitions: readonly CompiledDefinition[]): DigestsOf {
  const byId = new Map(definitions.map(({ definition: { id }, digest }) => [id, digest]));
  const policies = new Map(
    documents.loops.flatMap((loop) =>
      loop.cadence === undefined ? [] : [[loopName(loop), policyDigest(loop.cadence.value)] as const],
    ),
  );
  const schedules = new Map<string, string>();
  return ({ definition, loop, repo }) => {
    const known = schedules.get(repo.id) ?? scheduleDigest(ownedValues(repo));
    schedules.set(repo.id, known);
    return {
      definition_digest: byId.get(definition.id) ?? "",
      policy_digest: policies.get(loop) ?? "",
      schedule_digest: known,
    };
  };
}

function ownedValues({ paths }: DesiredRepo): Readonly<Record<string, unknown>> {
  return Object.fromEntries(paths.map(({ pointer, value }) => [pointer, value]));
}
