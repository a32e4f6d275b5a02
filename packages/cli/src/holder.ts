import { randomBytes } from "node:crypto";
import type { RetryPolicy } from "@coulomb-loop/proposals";
import { createRetryPolicy } from "@coulomb-loop/proposals";
import type { Holder } from "@coulomb-loop/reconciler";
import type { Io } from "./io.ts";

/** Who this run is, for the lease: host and process. A process of this host that has ended is known to be gone. */
export function holderOf({ process }: Io, takeOver?: string): Holder {
  return {
    name: `${process.host}:${process.pid}`,
    nonce: randomBytes(8).toString("hex"),
    isGone(holder) {
      const [, host, pid] = /^(.*):(\d+)$/.exec(holder) ?? [];
      return host === process.host && !process.isAlive(Number(pid));
    },
    ...(takeOver === undefined ? {} : { takeOver }),
  };
}

/** Waits between tries of a write; an interruption ends the wait. */
export function retryOf({ now, signal, rest }: Io): RetryPolicy {
  return createRetryPolicy({ now, random: Math.random, sleep: rest ?? ((ms) => restUntil(ms, signal)) });
}

function restUntil(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(false);
      return;
    }
    const timer = setTimeout(() => finish(true), ms);
    const stop = () => finish(false);
    const finish = (again: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      resolve(again);
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}
