import type { Analysis, Evidence, EvidenceEvent, EvidenceRecord, EvidenceSlot } from "@coulomb-loop/schemas";
import { slotKey } from "../slots.ts";
import { factsOf, type SlotFacts } from "./slot-facts.ts";

/** An event of a slot; `after` is in seconds from due. */
export interface Told {
  readonly after: number;
  readonly type: EvidenceEvent["type"];
  readonly data?: EvidenceEvent["data"];
  readonly by?: string;
  /** When it was ready to go out, in seconds from due. */
  readonly ready?: number;
}

/** A record of a slot; times are in seconds from due, and `id` and `corrects` are numbers within the slot, from 1. */
export interface Sent extends Partial<Omit<EvidenceRecord["record"], "corrects" | "started_at">> {
  readonly began?: number;
  readonly after?: number;
  readonly id?: number;
  readonly corrects?: number;
  readonly sentBy?: string;
}

/** All that happens to one slot. */
export interface Story {
  readonly slot?: Partial<EvidenceSlot>;
  readonly events?: readonly Told[];
  readonly records?: readonly Sent[];
}

export const digest = {
  definition: "d".repeat(64),
  policy: "b".repeat(64),
  schedule: "5".repeat(64),
  bundle: "1".repeat(64),
  other: "0".repeat(64),
  head: "a".repeat(40),
};

export const start = Date.parse("2026-07-06T10:00:00Z");
export const hour = 3_600_000;
const second = 1000;

/** The first attempt goes out, under the digests of now. */
export function dispatched(after = 5, data: EvidenceEvent["data"] = {}): Told {
  const digests = {
    definition_digest: digest.definition,
    policy_digest: digest.policy,
    schedule_digest: digest.schedule,
  };
  return {
    after,
    type: "dispatched",
    by: "tick",
    data: { attempt: 1, trigger: "schedule", ...digests, ...data },
  };
}

/** The second attempt goes out, seconds after it was ready. */
export function retried(after: number, data: EvidenceEvent["data"] = {}): Told {
  return { ...dispatched(after, { attempt: 2, trigger: "retry", ...data }), ready: after - 5 };
}

/** Its bundle is there. */
export function prepared(after = 3, data: EvidenceEvent["data"] = {}): Told {
  return {
    after,
    type: "prepared",
    by: "tick",
    data: { digest: digest.bundle, head: digest.head, ...data },
  };
}

/** Anything else that the tick, or somebody, tells. */
export function told(type: Told["type"], after = 5, data: EvidenceEvent["data"] = {}, by = "tick"): Told {
  return { after, type, data, by };
}

/** What a record says of a run that failed. */
export const failed = { success: false, outcome: "failed", reason: "no network" } as const;

/** Closed in time; failed for good; never to be judged; open; nothing was told. */
export const stories = {
  S: { events: [dispatched()], records: [{}] },
  F: { events: [dispatched(), told("settled", 700)], records: [failed] },
  I: { events: [told("opted_out")] },
  P: { events: [dispatched()] },
} satisfies Readonly<Record<string, Story>>;

/** An analysis that asks for three cycles of every repo, and leaves a week to close them. */
export function analysis(more: Partial<Analysis> = {}): Analysis {
  return {
    key: "cycles-clean",
    unit: "cycle",
    scope: "fleet",
    availability: "all",
    consecutive_success_limit: 3,
    on_missing: "hold",
    start_deadline: "PT5M",
    close_deadline: "P7D",
    ...more,
  };
}

const minuteOf = new Map([
  ["metrics", 0],
  ["coach", 15],
  ["optimization", 30],
]);

/** Repos by name; each letter tells of one cycle, hour after hour; `-`: no slot was expected. */
export type Letters = Readonly<Record<string, string>>;

export interface Whole extends Partial<Evidence> {
  /** Default: only `metrics`. */
  readonly steps?: readonly string[];
  /** Anchors of the cycles; default: every hour. */
  readonly anchors?: readonly number[];
  /** Their numbers; default: from 0. `undefined`: the clock does not name it. */
  readonly seqs?: readonly (number | undefined)[];
  /** Replaces what a letter stands for. */
  readonly tell?: (place: { repo: string; step: string; at: number; letter: string }) => Story | undefined;
}

/** The id of a repo of that name. */
export function repoId(name: string): string {
  return `local/coulomb/${name}`;
}

/** The id of the cycle that begins so many hours after the first. */
export function cycleAt(index: number, anchors: readonly number[] = []): string {
  return `kaizen-stack/bootstrap@${text(anchors[index] ?? start + index * hour)}`;
}

/** The evidence of some repos, told by letters. Unless `as_of` is given, an hour after the last cycle began. */
export function evidenceOf(letters: Letters, whole: Whole = {}): Evidence {
  const { steps = ["metrics"], anchors = [], seqs, tell, ...more } = whole;
  const count = Math.max(0, ...Object.values(letters).map(({ length }) => length));
  const anchorOf = (index: number) => anchors[index] ?? start + index * hour;
  const slots: Written[] = Object.entries(letters).flatMap(([name, line]) =>
    line.split("").flatMap((letter, index) =>
      letter === "-"
        ? []
        : steps.map((step) => {
            const due = anchorOf(index) + (minuteOf.get(step) ?? 0) * 60 * second;
            const own = tell?.({ repo: name, step, at: index, letter });
            return slotOf(
              { repo: repoId(name), step, due, cycle: cycleAt(index, anchors) },
              own ?? story(letter),
            );
          }),
    ),
  );
  return {
    format_version: "1.0",
    kind: "evidence",
    loop: "kaizen-stack",
    phase: "bootstrap",
    as_of: new Date(anchorOf(Math.max(0, count - 1)) + hour - second).toISOString(),
    timezone: "Europe/Berlin",
    tzdata: "2026a",
    analyses: [analysis()],
    digests: {
      policy: digest.policy,
      definitions: Object.fromEntries(steps.map((step) => [`hourly-${step}`, digest.definition])),
    },
    repos: Object.keys(letters).map((name) => ({ repo: repoId(name), schedule_digest: digest.schedule })),
    past: [],
    activities: steps.map((step) => `hourly-${step}`),
    cycles: Array.from({ length: count }, (_, index) => ({
      id: cycleAt(index, anchors),
      anchor: text(anchorOf(index)),
      seq: seqs === undefined ? index : (seqs[index] ?? -1),
    })).filter(({ seq }) => seq >= 0),
    slots: slots.map(({ slot }) => slot),
    events: slots.flatMap(({ events }) => events),
    records: slots.flatMap(({ records }) => records),
    ...more,
  };
}

function story(letter: string): Story {
  const found: Story | undefined = Object.entries(stories).find(([key]) => key === letter)?.[1];
  if (found === undefined) throw new Error(`no story is called ${letter}`);
  return found;
}

/** The facts of one slot that is due at `start`. */
export function factsOfStory(own: Story): SlotFacts {
  const [facts] = factsOf(evidenceOf({ pilot: "S" }, { tell: () => own }));
  if (facts === undefined) throw new Error("there is no slot");
  return facts;
}

interface Written {
  readonly slot: EvidenceSlot;
  readonly events: EvidenceEvent[];
  readonly records: EvidenceRecord[];
}

interface Place {
  readonly repo: string;
  readonly step: string;
  readonly due: number;
  readonly cycle: string;
}

function slotOf({ repo, step, due, cycle }: Place, own: Story): Written {
  const activity = `hourly-${step}`;
  const key = slotKey({ loop: "kaizen-stack", activity, repo, due });
  const at = (seconds: number) => new Date(due + seconds * second).toISOString();
  return {
    slot: {
      key,
      activity,
      repo,
      due: text(due),
      cycle,
      definition_digest: digest.definition,
      policy_digest: digest.policy,
      schedule_digest: digest.schedule,
      ...own.slot,
    },
    events: (own.events ?? []).map(({ after, type, data, ready, by = "tick" }, index) => ({
      slot: key,
      seq: index + 1,
      type,
      by,
      at: at(after),
      ...(data === undefined
        ? {}
        : { data: { ...(ready === undefined ? {} : { ready_at: at(ready) }), ...data } }),
    })),
    records: (own.records ?? []).map(
      ({ began = 60, after = 600, id = 0, corrects, sentBy = "pilot-token", ...more }, index) => ({
        received_at: at(after),
        sent_by: sentBy,
        record: {
          record_id: recordId(key, id || index + 1),
          agent: step,
          repo,
          slot: key,
          attempt: 1,
          trigger: "schedule",
          success: true,
          outcome: "success",
          time_s: 60,
          started_at: at(began),
          finished_at: at(began + 60),
          recorded_at: at(began + 61),
          actor: "agent",
          ...(corrects === undefined ? {} : { corrects: recordId(key, corrects) }),
          ...more,
        },
      }),
    ),
  };
}

/** The id of the record of that number of a slot. */
export function recordId(key: string, number: number): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `${hash.toString(16).padStart(8, "0")}-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

function text(instant: number): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}
