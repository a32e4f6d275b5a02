import {
  chainOfLoop,
  clockSlack,
  evidenceFrom,
  gatherEvidence,
  historyOf,
  type LedgerFacts,
  type OpsDocuments,
  resolveDesired,
  windowCycles,
  windowEnd,
  windowStart,
} from "@coulomb-loop/cadence";
import type { Evidence } from "@coulomb-loop/schemas";
import type { LedgerClient } from "@coulomb-loop/state-hub-sync";

/** What evidence is read from. Instants are epoch milliseconds. */
export interface ReadEvidenceInput {
  /** `undefined`: there is no hub, and nothing is known. */
  readonly ledger: Pick<LedgerClient, "slots" | "slotEvents" | "records"> | undefined;
  readonly documents: OpsDocuments;
  readonly loop: string;
  readonly phase: string;
  /** What came later is left out. */
  readonly asOf: number;
  /** Cycles that began before are left out; default: see `windowCycles`. */
  readonly from?: number;
  /** Version of the time zone data of this runtime. */
  readonly tzdata: string;
  /** When a repo came into the phase, where that is known, by repo id. */
  readonly since?: ReadonlyMap<string, number>;
}

/**
 * Reads the evidence of one loop and phase: its slots since the window's start, what happened to them, and the records that came in
 * since. Writes nothing. Throws what the hub's transport throws.
 */
export async function readEvidence(input: ReadEvidenceInput): Promise<Evidence> {
  const { ledger, documents, loop, phase, asOf, tzdata, since } = input;
  const from = input.from ?? windowStart(documents, loop, phase, asOf, windowCycles(documents, loop));
  const facts =
    ledger === undefined
      ? { slots: [], events: [], records: [] }
      : await readFacts({ ...input, ledger }, from);
  return gatherEvidence({
    documents,
    loop,
    phase,
    ledger: facts,
    asOf,
    from,
    tzdata,
    ...(since === undefined ? {} : { since }),
  });
}

/** How a phase is read. */
export interface ReadPhaseInput extends Omit<ReadEvidenceInput, "since"> {
  /** Where nobody says `from`: back to here at least, in epoch milliseconds. */
  readonly back?: number | undefined;
}

/** The evidence of a phase, and from when on it was looked at (epoch milliseconds). */
export interface PhaseRead {
  readonly evidence: Evidence;
  readonly from: number;
}

/**
 * Reads the evidence of one loop and phase as promotions are decided from it, so that all who show a streak show the same: each repo since
 * its record brought it into its phase, from where `evidenceFrom` says on. Writes nothing. Throws what the hub's transport throws.
 */
export async function readPhase(input: ReadPhaseInput): Promise<PhaseRead> {
  const { documents, loop, phase, asOf, back: pinned } = input;
  const chain = chainOfLoop(documents, loop);
  const since = new Map(
    resolveDesired(documents, asOf).flatMap(({ id }) => {
      const entered = historyOf(chain, id, asOf).since;
      return entered === undefined ? [] : [[id, entered] as const];
    }),
  );
  const from = input.from ?? evidenceFrom({ documents, loop, phase, chain, now: asOf, pinned });
  return { evidence: await readEvidence({ ...input, since, from }), from };
}

/** The ledger of the window, for cycles of the phase alone. */
function readFacts(
  {
    ledger,
    documents,
    loop,
    phase,
    asOf,
  }: ReadEvidenceInput & { readonly ledger: NonNullable<ReadEvidenceInput["ledger"]> },
  from: number,
): Promise<LedgerFacts> {
  const prefix = `${loop}/${phase}@`;
  return readLedger({
    ledger,
    loop,
    from,
    // What runs at `asOf` has slots that are due later.
    to: windowEnd(documents, loop, phase, asOf),
    asOf,
    isWanted: ({ cycle }) => cycle.startsWith(prefix),
  });
}

/** What of a ledger is read. Instants are epoch milliseconds. */
export interface ReadLedgerInput {
  readonly ledger: NonNullable<ReadEvidenceInput["ledger"]>;
  readonly loop: string;
  /** Slots that are due from then on. */
  readonly from: number;
  /** Slots that are due before. */
  readonly to: number;
  /** Slots and records that came later are left out. */
  readonly asOf: number;
  /** Which slots are wanted; default: all. */
  readonly isWanted?: (slot: LedgerFacts["slots"][number]) => boolean;
  /** Told after each of the three parts that are read. */
  readonly onRead?: (part: "slots" | "events" | "records") => void;
}

/**
 * Reads the slots of a loop that are due in a window, what happened to them, and the records that name them. Writes nothing. Throws what
 * the hub's transport throws.
 */
export async function readLedger(input: ReadLedgerInput): Promise<LedgerFacts> {
  const { ledger, loop, from, to, asOf, isWanted = () => true, onRead } = input;
  const window = { from: instant(from), to: instant(to) };
  const slots = (await ledger.slots({ loop, ...window })).filter(
    (slot) => isWanted(slot) && Date.parse(slot.created_at) <= asOf,
  );
  onRead?.("slots");
  if (slots.length === 0) return { slots, events: [], records: [] };
  const keys = new Set(slots.map(({ key }) => key));
  const events = (await ledger.slotEvents({ loop, ...window })).filter(({ slot }) => keys.has(slot));
  onRead?.("events");
  // A record of the first slot may come before it is due: clocks differ.
  const came = { from: instant(from - clockSlack), to: instant(asOf + 1) };
  const records = (await ledger.records(came)).filter(
    ({ record: { slot } }) => slot !== undefined && keys.has(slot),
  );
  onRead?.("records");
  return { slots, events, records };
}

/** An instant as the hub takes it: it knows none before 1970. */
function instant(milliseconds: number): string {
  return new Date(Math.max(0, milliseconds)).toISOString();
}
