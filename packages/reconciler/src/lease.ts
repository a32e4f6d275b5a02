import { CoulombError } from "@coulomb-loop/schemas";
import type { LeaseRecord, Memory, State, StatePlace } from "./state.ts";
import { writeLease } from "./state.ts";

/** Who runs, for the lease. */
export interface Holder {
  /** For people: a host and a process. */
  readonly name: string;
  /** Never the same twice. */
  readonly nonce: string;
  /** Whether a holder is known to have ended without giving its lease back. */
  readonly isGone: (holder: string) => boolean;
  /** Nonce of a lease that a person decided to take over. */
  readonly takeOver?: string;
}

/** Why a run did not get the lease, as its report tells it. */
export interface LostTo {
  readonly code: "run_in_progress" | "write_limit";
  readonly message: string;
  readonly hint: string;
}

/** The lease of one run. */
export interface Lease {
  /**
   * Asked before every write: takes the lease before the first one, and prolongs it once half its time is over. Why
   * nothing may be written any more, or `undefined`.
   */
  readonly hold: () => Promise<string | undefined>;
  /** Who was faster, or what else kept this run from its first write; `undefined` otherwise. */
  readonly lostTo: () => LostTo | undefined;
  /** Whether this run holds it. */
  readonly isTaken: () => boolean;
  /** The state that the next commit of the run builds on. */
  readonly state: () => State;
}

/** What taking a lease needs. */
export interface LeaseOptions {
  readonly place: StatePlace;
  readonly before: State;
  readonly holder: Holder;
  /** Epoch milliseconds, as they pass. */
  readonly clock: () => number;
  /**
   * The pacing to be remembered should this run never come to its end: all that it may open counts as opened, so that
   * whoever runs after a crash cannot begin with a full bucket again.
   */
  readonly reserved: Memory["pace"];
  /** Reads the state anew. */
  readonly again: () => Promise<Pick<State, "head" | "lease">>;
}

/** A run holds the lease so long; a longer one prolongs it, and one that ends gives it back. */
const lifetime = 15 * 60_000;

/** A lease that another run holds at `now` (epoch milliseconds); `undefined` when this run may go on. */
export function heldLease(state: Pick<State, "lease">, holder: Holder, now: number): LeaseRecord | undefined {
  const { lease } = state;
  if (lease === undefined || !(Date.parse(lease.expires_at) > now)) return undefined;
  if (lease.nonce === holder.takeOver || lease.nonce === holder.nonce) return undefined;
  return holder.isGone(lease.holder) ? undefined : lease;
}

/** What to tell about a lease that another run holds. */
export function leaseMessage({ holder, expires_at, nonce }: LeaseRecord): { message: string; hint: string } {
  return {
    message: `another run is at work: ${holder}, until ${expires_at}`,
    hint: `wait for it; if it is dead: coulomb reconcile --take-over ${nonce}`,
  };
}

/** The lease of a run, to be taken with its first write. Once it is lost, every later `hold` says so. */
export function createLease({ place, before, holder, clock, reserved, again }: LeaseOptions): Lease {
  let state = before;
  let held: Promise<string | undefined> | undefined;
  let lostTo: LostTo | undefined;
  let renewAt = 0;
  const write = async (): Promise<string | undefined> => {
    const now = clock();
    const other = heldLease(state, holder, now);
    if (other !== undefined) {
      lostTo = { code: "run_in_progress", ...leaseMessage(other) };
      return lostTo.message;
    }
    const expires_at = new Date(now + lifetime).toISOString();
    const lease: LeaseRecord = { holder: holder.name, nonce: holder.nonce, expires_at };
    const result = await writeLease(place, state, { lease, pace: reserved }, now);
    if (result.kind === "written") {
      state = { ...state, head: result.head, lease, pace: reserved };
      renewAt = now + lifetime / 2;
      return undefined;
    }
    if (result.kind === "refused") return `the state branch cannot be written: ${result.message}`;
    if (result.kind === "left" && result.at !== undefined) {
      lostTo = putOff(result.message ?? "", result.at);
      return `${lostTo.message}; ${lostTo.hint}`;
    }
    const present = await again();
    // The answer was lost, and the write was not.
    if (present.lease?.nonce === holder.nonce && present.lease.expires_at === expires_at) {
      state = { ...state, head: present.head, lease: present.lease, pace: reserved };
      renewAt = now + lifetime / 2;
      return undefined;
    }
    lostTo = whoHasIt(present, holder, now, result.kind === "left" ? result.message : undefined);
    return `${lostTo.message}; ${lostTo.hint}`;
  };
  return {
    hold: () => {
      if (clock() >= renewAt) {
        renewAt = Number.POSITIVE_INFINITY;
        held = write();
      }
      return held ?? Promise.resolve(undefined);
    },
    lostTo: () => lostTo,
    isTaken: () => state !== before,
    state: () => state,
  };
}

function whoHasIt(
  state: Pick<State, "lease">,
  holder: Holder,
  now: number,
  unclear: string | undefined,
): LostTo {
  const other = heldLease(state, holder, now);
  if (other !== undefined) return { code: "run_in_progress", ...leaseMessage(other) };
  const message =
    unclear === undefined
      ? "another run wrote the state branch first"
      : `whether the state branch was written is unclear: ${unclear}`;
  return { code: "run_in_progress", message, hint: "run again" };
}

/** The forge takes no write of ours before an instant. */
function putOff(message: string, until: number): LostTo {
  const at = new Date(until).toISOString();
  return {
    code: "write_limit",
    message: `the lease cannot be taken now: ${message}`,
    hint: `run again after ${at}`,
  };
}

/** Refuses a nonce that no lease has: the person who read it would take over another run than the one meant. */
export function checkTakeOver(state: State, takeOver: string | undefined): void {
  if (takeOver === undefined || state.lease?.nonce === takeOver) return;
  throw new CoulombError("lease_unknown", `no run holds a lease ${takeOver}`, {
    hint:
      state.lease === undefined
        ? "nothing is held: run again without --take-over"
        : `the lease that is held is ${state.lease.nonce}`,
  });
}
