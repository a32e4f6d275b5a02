import type { OpsDocuments } from "./ops-documents.ts";
import type { Activity, ActivityChoice } from "./activities.ts";
import { declaredActivities, phaseClock, timingOf } from "./activities.ts";
import { cycleId, cycleStarts, latestStart } from "./cycles.ts";
import { occurrences } from "./occurrences.ts";
import { instantText, parseInstant } from "./instant.ts";

/** What is due in a repo at an instant. All times are epoch milliseconds. */
export interface Slot {
  /** `<loop>/<activity>/<repo id>@<due>`: one for each, for good. */
  readonly key: string;
  readonly activity: Activity;
  readonly due: number;
  /** Id of the cycle it belongs to: that of the latest anchor not after `due`. */
  readonly cycle: string;
  /** Start of that cycle. */
  readonly anchor: number;
  /** From then on it is handed out: `due` and its jitter. */
  readonly readyAt: number;
  /** A later dispatch is late. */
  readonly startBy?: number;
  /** What comes in later does not close it. */
  readonly closeBy?: number;
}

/** The parts of a slot's key. */
export interface SlotName {
  readonly loop: string;
  readonly activity: string;
  readonly repo: string;
  /** Epoch milliseconds. */
  readonly due: number;
}

/**
 * The slots that are expected in [from, to) (epoch milliseconds), by the ops repo's files alone: no schedule file of a
 * pilot, resolver or record takes one away. Ascending by due, then key; unique. Joined ranges give joined results; an
 * override that ends in the range holds until then. Source: page 06 R4, R6.
 */
export function expectedSlots(
  documents: OpsDocuments,
  from: number,
  to: number,
  choice: ActivityChoice = "enabled",
): Slot[] {
  const parts = stretchesOfOverrides(documents, from, to);
  const cycles = createCycles(documents, from, to);
  const slots = parts.flatMap(([start, end]) =>
    declaredActivities(documents, start, choice).flatMap((activity) =>
      dueIn(activity, start, end).map((due) => slotOf(activity, due, cycles)),
    ),
  );
  return slots.sort(compareSlots);
}

/** The order of every listing of slots: by due, then by key. */
export function compareSlots(a: Slot, b: Slot): number {
  return a.due - b.due || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** Key of a slot. */
export function slotKey({ loop, activity, repo, due }: SlotName): string {
  return `${loop}/${activity}/${repo}@${instantText(due)}`;
}

/** Reads the key of a slot; `undefined` for a text that `slotKey` never writes. */
export function parseSlotKey(key: string): SlotName | undefined {
  const [, loop = "", activity = "", repo = "", text = ""] =
    /^([^\s/@]+)\/([^\s/@]+)\/([^\s@]+)@(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/.exec(key) ?? [];
  const due = parseInstant(text);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(due) || instantText(due) !== text) return undefined;
  return { loop, activity, repo, due };
}

/**
 * Milliseconds by which an activity is dispatched later in a repo, in [0, max): the same in every cycle, and spread over
 * repos. Whole seconds, so that instants stay readable. Source: page 06 R4; FNV-1a (draft-eastlake-fnv).
 */
export function jitterOf(loop: string, activity: string, repo: string, max: number): number {
  const seconds = Math.floor(max / 1000);
  if (seconds <= 0) return 0;
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${loop}\n${activity}\n${repo}`)) {
    hash ^= byte;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return (hash % seconds) * 1000;
}

/** Where the cycle begins that a slot belongs to. */
export interface Cycles {
  readonly startOf: (activity: Activity, due: number) => number;
}

/** The starts of each phase's cycles that slots of the range can belong to, found once for a phase. */
function createCycles(documents: OpsDocuments, from: number, to: number): Cycles {
  const found = new Map<string, readonly number[]>();
  return {
    startOf: ({ loop, phase }, due) => {
      const key = JSON.stringify([loop, phase]);
      let starts = found.get(key);
      if (starts === undefined) {
        const clock = phaseClock(documents, loop, phase);
        starts = clock === undefined ? [] : cycleStarts(clock, from, to);
        found.set(key, starts);
      }
      // A phase whose first step has no cron: each slot is a cycle of its own.
      return latestStart(starts, due) ?? due;
    },
  };
}

function dueIn({ clock }: Activity, from: number, to: number): readonly number[] {
  return occurrences(clock.cron, clock.zone, clock.dst, from, to);
}

/** The slot of an activity that is due at an instant. */
export function slotOf(activity: Activity, due: number, cycles: Cycles): Slot {
  const { loop, phase, definition, repo } = activity;
  const { jitter, startDeadline, closeDeadline } = timingOf(definition);
  const anchor = cycles.startOf(activity, due);
  const readyAt = due + jitterOf(loop, definition.id, repo.id, jitter);
  return {
    key: slotKey({ loop, activity: definition.id, repo: repo.id, due }),
    activity,
    due,
    cycle: cycleId(loop, phase, anchor),
    anchor,
    readyAt,
    ...(startDeadline === undefined ? {} : { startBy: readyAt + startDeadline }),
    ...(closeDeadline === undefined ? {} : { closeBy: due + closeDeadline }),
  };
}

/** [from, to) cut where an override ends: in between, what is declared does not change. */
export function stretchesOfOverrides(documents: OpsDocuments, from: number, to: number): [number, number][] {
  if (!(from < to)) return [];
  const ends = documents.loops.flatMap(({ roster }) =>
    (roster?.value.active ?? []).flatMap(({ overrides = [] }) =>
      overrides.map(({ expires_at: end }) => parseInstant(end)),
    ),
  );
  const cuts = [...new Set(ends.filter((end) => end > from && end < to))].sort((a, b) => a - b);
  return [from, ...cuts].map((start, index) => [start, cuts[index] ?? to]);
}
