import type { Activity, ActivityChoice, OpsDocuments, Slot } from "@coulomb-loop/cadence";
import {
  criteriaDigest,
  declaredActivities,
  expectedSlots,
  instantText,
  loopName,
  nextOccurrences,
  phaseClock,
  previousOccurrence,
  scheduleDigest,
} from "@coulomb-loop/cadence";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import type { CompiledDefinition } from "./compile.ts";

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
  /** From when on it lacks slots: the due instant of the newest one before now; `undefined`: it has none. Epoch milliseconds. */
  readonly through: number | undefined;
  /** Key of the newest slot before now, however old. */
  readonly newest: string | undefined;
  /** Keys of those that are due from now on, and lately. */
  readonly keys: ReadonlySet<string>;
  /** What a long time without a tick left out: what was due after one instant, through another (epoch milliseconds). */
  readonly gap?: { readonly after: number; readonly through: number };
}

/** How far back a ledger is filled up after nobody ticked. */
const longestGap = 2 * 86_400_000;

/**
 * The activities that may fire: declared, enabled, without an error of their own, and pinned by the lock as they are. The others
 * are left out (page 06 R7).
 */
export function firingActivities({ documents, definitions, asOf, choice }: SlotPlanInput): Activity[] {
  if (choice === "listed") return declaredActivities(documents, asOf, choice);
  const fit = new Set(
    definitions.flatMap(({ isLocked, flaws, definition: { id } }) =>
      isLocked && flaws.length === 0 ? [id] : [],
    ),
  );
  return declaredActivities(documents, asOf).filter(({ definition: { id } }) => fit.has(id));
}

/**
 * The end of what is written now, for an activity: that of the cycle after the one that runs in its phase. Epoch milliseconds.
 */
export type WrittenThrough = (activity: Activity) => number;

/** The ends of what is written, each phase's found once. A phase without a clock ends with two firings of the activity. */
export function writtenThrough({ documents, asOf }: SlotPlanInput): WrittenThrough {
  const ends = new Map<string, number>();
  return ({ loop, phase, clock: own }) => {
    const clock = phaseClock(documents, loop, phase) ?? own;
    const key = JSON.stringify([loop, phase, clock.cron.text, clock.zone, clock.dst]);
    const end = ends.get(key) ?? nextOccurrences(clock.cron, clock.zone, clock.dst, asOf + 1, 2)[1] ?? asOf;
    ends.set(key, end);
    return end;
  };
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
 * The slots that the ledger lacks, through the end of the next cycle: those from `asOf` on, and those after the newest one it has
 * of an activity in a repo, so that none is lost while nobody ticks. Of an activity that is new there none is made for the
 * past. Ascending by due and key.
 */
export function missingSlots(
  input: SlotPlanInput,
  activities: readonly Activity[],
  written: readonly Written[],
): HubApi.SlotExpected[] {
  const { documents, definitions, asOf, choice } = input;
  const known = new Map(written.map((each) => [`${each.activity} ${each.repo}`, each]));
  const endOf = writtenThrough(input);
  const digests = digestsOf(documents, definitions);
  const firing = new Set(activities.map(({ definition: { id }, repo }) => `${id} ${repo.id}`));
  const from = Math.min(asOf, ...written.flatMap(({ through }) => through ?? []));
  const to = Math.max(asOf, ...activities.map(endOf));
  return expectedSlots(documents, from, to, choice)
    .filter(({ activity, due, key: slot }) => {
      const key = `${activity.definition.id} ${activity.repo.id}`;
      const { through, keys } = known.get(key) ?? { through: undefined, keys: new Set() };
      if (!firing.has(key) || keys.has(slot) || due >= endOf(activity)) return false;
      return due >= asOf || (through !== undefined && due > through);
    })
    .map((slot) => expectationOf(slot, digests));
}

/**
 * Keys of the slots that the files expect among some of the ledger's: a slot that was written before a cron, a phase or a
 * roster changed may be none any more.
 */
export function stillExpected(
  { documents, choice }: SlotPlanInput,
  slots: readonly HubApi.Slot[],
): ReadonlySet<string> {
  const dues = slots.map(({ due }) => Date.parse(due));
  if (dues.length === 0) return new Set();
  const expected = expectedSlots(documents, Math.min(...dues), Math.max(...dues) + 1, choice);
  return new Set(expected.map(({ key }) => key));
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
      loop.cadence === undefined ? [] : [[loopName(loop), criteriaDigest(loop.cadence.value)] as const],
    ),
  );
  const schedules = new Map<string, string>();
  return ({ definition, loop, repo }) => {
    const key = `${repo.loop} ${repo.id}`;
    const known = schedules.get(key) ?? scheduleDigest(repo);
    schedules.set(key, known);
    return {
      definition_digest: byId.get(definition.id) ?? "",
      policy_digest: policies.get(loop) ?? "",
      schedule_digest: known,
    };
  };
}
