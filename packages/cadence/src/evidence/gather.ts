import type { Analysis, Cadence, Evidence, EvidenceRepo, EvidenceSlot } from "@coulomb-loop/schemas";
import type { HubApi } from "@coulomb-loop/schemas/hub";
import { phaseClock } from "../activities.ts";
import { cycleId, cycleStarts } from "../cycles.ts";
import { type DesiredRepo, resolveDesired } from "../desired.ts";
import { criteriaDigest, definitionDigest, scheduleDigest } from "../digests.ts";
import { instantText } from "../instant.ts";
import { nextOccurrences } from "../occurrences.ts";
import { type LoopDocuments, loopName, type OpsDocuments } from "../ops-documents.ts";
import { expectedSlots } from "../slots.ts";

/** A ledger as it was read: slots, what happened to them, and the records that name them. */
export interface LedgerFacts {
  readonly slots: readonly HubApi.Slot[];
  readonly events: readonly HubApi.SlotEvent[];
  readonly records: readonly HubApi.KeptRecord[];
}

/** What evidence is gathered from. */
export interface GatherInput {
  readonly documents: OpsDocuments;
  readonly loop: string;
  readonly phase: string;
  readonly ledger: LedgerFacts;
  /** Epoch milliseconds: what came later is left out. */
  readonly asOf: number;
  /** Epoch milliseconds: cycles that began before are left out. */
  readonly from: number;
  /** Version of the time zone data of this runtime. */
  readonly tzdata: string;
  /** When a repo came into the phase, where that is known; epoch milliseconds, by repo id. */
  readonly since?: ReadonlyMap<string, number>;
}

/**
 * Gathers the evidence of one loop and phase: what the files expect and what the ledger says. A slot that the files expect and that no
 * ledger has is there as `unwritten` once its activity had begun in its repo: nobody wins by not writing one. Of a cycle that began before
 * the repo came into the phase none was expected. Throws nothing; of a loop or phase that is not there it is empty. Pure.
 */
export function gatherEvidence(input: GatherInput): Evidence {
  const { documents, loop, phase, ledger, asOf } = input;
  const found = documents.loops.find((each) => loopName(each) === loop);
  const cadence = found?.cadence?.value;
  const repos = resolveDesired(documents, asOf).filter((repo) => repo.loop === loop);
  const members = repos.filter((repo) => repo.phase === phase);
  const cycles = numberedCycles(input);
  const slots = slotsOf(input, cycles.at(0)?.anchor);
  const activities = activitiesOf(documents, found, phase);
  const keys = new Set(slots.map(({ key }) => key));
  const until = (at: string) => Date.parse(at) <= asOf;
  return {
    format_version: "1.0",
    kind: "evidence",
    loop,
    phase,
    as_of: new Date(asOf).toISOString(),
    timezone: cadence?.timezone ?? "UTC",
    tzdata: input.tzdata,
    analyses: [...analysesOf(cadence, phase)],
    digests: {
      policy: cadence === undefined ? "0".repeat(64) : criteriaDigest(cadence),
      definitions: Object.fromEntries(
        documents.definitions
          .filter(({ value: { id } }) => activities.includes(id))
          .map(({ value, body }) => [value.id, definitionDigest(value, body)]),
      ),
    },
    repos: members.map((repo) => memberOf(repo, input.since)),
    past: repos.filter((repo) => isPast(cadence, repo.phase, phase)).map(({ id }) => id),
    activities: [...activities],
    cycles: cycles.map(({ id, anchor, seq }) => ({ id, anchor: instantText(anchor), seq })),
    slots,
    events: ledger.events
      .filter(({ slot, at }) => keys.has(slot) && until(at))
      .map(({ slot, seq, type, data, by, at }) => ({
        slot,
        seq,
        type,
        by,
        at,
        ...(data === undefined ? {} : { data }),
      }))
      .sort((a, b) => compareTexts(a.slot, b.slot) || a.seq - b.seq),
    records: ledger.records
      .filter(
        ({ record, received_at: at }) => record.slot !== undefined && keys.has(record.slot) && until(at),
      )
      .map(({ record, received_at, sent_by }) => ({ record, received_at, sent_by }))
      .sort(
        (a, b) =>
          Date.parse(a.received_at) - Date.parse(b.received_at) ||
          compareTexts(a.record.record_id, b.record.record_id),
      ),
  };
}

/** The same facts are the same evidence, in whatever order a ledger lists them. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The analyses that a phase's exit asks for, and those that no exit does: they are shown everywhere. */
function analysesOf(cadence: Cadence | undefined, phase: string): readonly Analysis[] {
  const exits = new Map((cadence?.phases ?? []).map(({ name, exit = [] }) => [name, exit]));
  const claimed = new Set([...exits.values()].flat());
  const own = new Set(exits.get(phase) ?? []);
  return (cadence?.analyses ?? []).filter(({ key }) => own.has(key) || !claimed.has(key));
}

/** The definitions of a phase that make up a cycle: those that its policy lists and that are enabled. */
function activitiesOf(
  { definitions }: OpsDocuments,
  loop: LoopDocuments | undefined,
  phaseName: string,
): readonly string[] {
  const phase = loop?.cadence?.value.phases.find(({ name }) => name === phaseName);
  const listed = phase?.definitions ?? [];
  const name = loop === undefined ? "" : loopName(loop);
  return definitions
    .filter(({ value }) => value.loop === name && value.phase === phaseName && value.enabled === true)
    .map(({ value: { id } }) => id)
    .filter((id) => listed.includes(id))
    .sort();
}

function memberOf(repo: DesiredRepo, since: GatherInput["since"]): EvidenceRepo {
  const entered = since?.get(repo.id);
  return {
    repo: repo.id,
    ...(entered === undefined ? {} : { since: new Date(entered).toISOString() }),
    schedule_digest: scheduleDigest(repo),
  };
}

function isPast(cadence: Cadence | undefined, own: string, phase: string): boolean {
  const names = (cadence?.phases ?? []).map(({ name }) => name);
  return names.includes(phase) && names.indexOf(own) > names.indexOf(phase);
}

interface NumberedCycle {
  readonly id: string;
  readonly anchor: number;
  readonly seq: number;
}

/** The cycles from `from` on that have begun, numbered. */
function numberedCycles({ documents, loop, phase, from, asOf }: GatherInput): readonly NumberedCycle[] {
  const clock = phaseClock(documents, loop, phase);
  if (clock === undefined) return [];
  return cycleStarts(clock, from, asOf + 1)
    .filter((anchor) => anchor >= from)
    .map((anchor, seq) => ({ id: cycleId(loop, phase, anchor), anchor, seq }));
}

/** The slots of the ledger that belong to a cycle of the phase that has begun, and those that it lacks. */
function slotsOf(input: GatherInput, first: number | undefined): EvidenceSlot[] {
  const { documents, loop, phase, ledger, asOf, from } = input;
  const prefix = `${loop}/${phase}@`;
  const activities = new Set(
    activitiesOf(
      documents,
      documents.loops.find((each) => loopName(each) === loop),
      phase,
    ),
  );
  const begins = (cycle: string) => Date.parse(cycle.slice(prefix.length));
  const isIn = ({ cycle, activity }: { readonly cycle: string; readonly activity: string }) =>
    cycle.startsWith(prefix) && begins(cycle) >= from && begins(cycle) <= asOf && activities.has(activity);
  const written = ledger.slots.filter(isIn);
  const newest = new Map<string, number>();
  for (const { activity, repo, due } of written) {
    const name = `${activity} ${repo}`;
    newest.set(name, Math.max(newest.get(name) ?? 0, Date.parse(due)));
  }
  const lacking = expectedSlots(documents, first ?? from, endOf(input))
    .map(({ key, activity, due, cycle }) => ({
      key,
      activity: activity.definition.id,
      repo: activity.repo.id,
      due: instantText(due),
      cycle,
    }))
    .filter((slot) => {
      const through = newest.get(`${slot.activity} ${slot.repo}`);
      // What lies before the newest one was expected by files that may have been others.
      const isAfter = through !== undefined && Date.parse(slot.due) > through;
      return (
        isIn(slot) && isAfter && begins(slot.cycle) >= (input.since?.get(slot.repo) ?? begins(slot.cycle))
      );
    })
    .map((slot): EvidenceSlot => ({ ...slot, unwritten: true }));
  return [...written.map(slotOf), ...lacking].sort(
    (a, b) => Date.parse(a.due) - Date.parse(b.due) || (a.key < b.key ? -1 : 1),
  );
}

/** The end of the cycle that runs at `asOf`. */
function endOf({ documents, loop, phase, asOf }: GatherInput): number {
  const clock = phaseClock(documents, loop, phase);
  if (clock === undefined) return asOf + 1;
  const { cron, zone, dst } = clock;
  return nextOccurrences(cron, zone, dst, asOf + 1, 1)[0] ?? asOf + 1;
}

function slotOf(slot: HubApi.Slot): EvidenceSlot {
  const { key, activity, repo, due, cycle, ready_at, definition_digest, policy_digest, schedule_digest } =
    slot;
  return {
    key,
    activity,
    repo,
    due,
    cycle,
    ready_at,
    definition_digest,
    policy_digest,
    ...(schedule_digest === undefined ? {} : { schedule_digest }),
  };
}
