import type { Forge, WriteResult } from "@coulomb-loop/forge";

/** Methods of the port that read. */
export type ReadMethod = "check" | "observe" | "inspect";
/** Methods of the port that write. */
export type WriteMethod =
  | "advanceBranch"
  | "deleteBranch"
  | "openProposal"
  | "updateProposal"
  | "mergeProposal";

/** One call of a write method. */
export interface WriteCall {
  readonly method: WriteMethod;
  readonly args: readonly unknown[];
}

/** A forge that keeps count. */
export interface CountingForge extends Forge {
  /** Calls by method since the start or the last reset. An `observe` counts once, however many repos it reads. */
  readonly counts: Readonly<Record<ReadMethod | WriteMethod, number>>;
  /** All write calls in order, with their arguments. */
  readonly writes: readonly WriteCall[];
  reset(): void;
}

/** Wraps a forge and counts every call, before it is made. */
export function countingForge(forge: Forge): CountingForge {
  const counts = noCalls();
  const writes: WriteCall[] = [];
  const wrapped = wrapWrites(forge, (call, run) => {
    counts[call.method] += 1;
    writes.push(call);
    return run();
  });
  return {
    ...wrapped,
    counts,
    writes,
    reset() {
      Object.assign(counts, noCalls());
      writes.length = 0;
    },
    check() {
      counts.check += 1;
      return forge.check();
    },
    observe(queries, cache) {
      counts.observe += 1;
      return forge.observe(queries, cache);
    },
    inspect(ref) {
      counts.inspect += 1;
      return forge.inspect(ref);
    },
  };
}

function noCalls(): Record<ReadMethod | WriteMethod, number> {
  return {
    check: 0,
    observe: 0,
    inspect: 0,
    advanceBranch: 0,
    deleteBranch: 0,
    openProposal: 0,
    updateProposal: 0,
    mergeProposal: 0,
  };
}

/** What `faultyForge` throws in place of a process that died. */
export class SimulatedCrash extends Error {
  override readonly name = "SimulatedCrash";
  readonly call: WriteCall;

  constructor(call: WriteCall, when: "before" | "after") {
    super(`crashed ${when} ${call.method}`);
    this.call = call;
  }
}

/** What happens at one write. */
export type Fault =
  /** The process dies; the write is never made. */
  | { readonly kind: "crash_before" }
  /** The write is made, then the process dies before anybody learns of it. */
  | { readonly kind: "crash_after" }
  /** The write is not made; the caller is told this. */
  | { readonly kind: "answer"; readonly result: Exclude<WriteResult<never>, { kind: "done" }> }
  /** The write is made; the caller is told this instead, as when an answer is lost. */
  | { readonly kind: "answer_after"; readonly result: Exclude<WriteResult<never>, { kind: "done" }> }
  /** Somebody does something right before the write. */
  | { readonly kind: "meanwhile"; readonly act: () => Promise<unknown> };

/** Which fault each write meets; `undefined`: none. `index` counts writes from 1, over all methods. */
export type FaultPlan = (call: WriteCall, index: number) => Fault | undefined;

/** Wraps a forge so that writes go wrong by plan. Reads are untouched. */
export function faultyForge(forge: Forge, plan: FaultPlan): Forge {
  let index = 0;
  return wrapWrites(forge, async (call, run) => {
    index += 1;
    const fault = plan(call, index);
    if (fault?.kind === "crash_before") throw new SimulatedCrash(call, "before");
    if (fault?.kind === "answer") return fault.result;
    if (fault?.kind === "meanwhile") await fault.act();
    const result = await run();
    if (fault?.kind === "crash_after") throw new SimulatedCrash(call, "after");
    return fault?.kind === "answer_after" ? fault.result : result;
  });
}

/** A plan with one fault, at the nth write (from 1). */
export function faultAt(nth: number, fault: Fault): FaultPlan {
  return (_call, index) => (index === nth ? fault : undefined);
}

type Around = <T>(call: WriteCall, run: () => Promise<WriteResult<T>>) => Promise<WriteResult<T>>;

function wrapWrites(forge: Forge, around: Around): Forge {
  return {
    get capabilities() {
      return forge.capabilities;
    },
    check: () => forge.check(),
    observe: (queries, cache) => forge.observe(queries, cache),
    inspect: (ref) => forge.inspect(ref),
    advanceBranch: (...args) => around({ method: "advanceBranch", args }, () => forge.advanceBranch(...args)),
    deleteBranch: (...args) => around({ method: "deleteBranch", args }, () => forge.deleteBranch(...args)),
    openProposal: (...args) => around({ method: "openProposal", args }, () => forge.openProposal(...args)),
    updateProposal: (...args) =>
      around({ method: "updateProposal", args }, () => forge.updateProposal(...args)),
    mergeProposal: (...args) => around({ method: "mergeProposal", args }, () => forge.mergeProposal(...args)),
  };
}

/** A forge on which every write throws: proves that a command only reads. */
export function readOnlyForge(forge: Forge): Forge {
  return wrapWrites(forge, (call) => {
    throw new Error(`a write in a read-only run: ${call.method}`);
  });
}
