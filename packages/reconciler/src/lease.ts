import { CoulombError } from "@coulomb-loop/schemas";
import type { LeaseRecord, State, StatePlace } from "./state.ts";
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

/** The lease of one run. */
export interface Lease {
  /** Takes the lease before the first write; why nothing may be written, or `undefined`. Asks once. */
  readonly take: () => Promise<string | undefined>;
  /** Whether this run holds it. */
  readonly isTaken: () => boolean;
  /** The state that the last commit of the run builds on. */
  readonly state: () => State;
}

/** Long enough for a run over many repos; a run that ends gives it back. */
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

/** The lease of a run that begins at `now`, to be taken with its first write. `again` reads the state anew. */
export function createLease(
  place: StatePlace,
  before: State,
  holder: Holder,
  now: number,
  again: () => Promise<Pick<State, "lease">>,
): Lease {
  let state = before;
  let asked: Promise<string | undefined> | undefined;
  const take = async (): Promise<string | undefined> => {
    const held = heldLease(before, holder, now);
    if (held !== undefined) return leaseMessage(held).message;
    const lease: LeaseRecord = {
      holder: holder.name,
      nonce: holder.nonce,
      expires_at: new Date(now + lifetime).toISOString(),
    };
    const result = await writeLease(place, before, lease, now);
    if (result.kind === "written") {
      state = { ...before, head: result.head, lease };
      return undefined;
    }
    if (result.kind === "refused") return `the state branch cannot be written: ${result.message}`;
    const other = heldLease(await again(), holder, now);
    if (other === undefined) return "another run wrote the state branch first; run again";
    const { message, hint } = leaseMessage(other);
    return `${message}; ${hint}`;
  };
  return {
    take: () => {
      asked ??= take();
      return asked;
    },
    isTaken: () => state !== before,
    state: () => state,
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
