import type { Forge } from "@coulomb-loop/forge";
import type { RetryPolicy } from "@coulomb-loop/proposals";
import type { RunReport } from "@coulomb-loop/schemas";
import type { Forges } from "./observe.ts";
import type { Pace } from "./pace.ts";

type Shut = Pick<Pace, "shutUntil">;

/**
 * Waits for a forge that wants a pause, as long as a write may wait in a run. Why that is too long, with the time, or
 * `undefined` when it takes writes.
 */
export async function untilOpen(pace: Shut, retry: RetryPolicy, forge: string): Promise<string | undefined> {
  for (let tries = 1; ; tries += 1) {
    const at = pace.shutUntil(forge);
    if (at === undefined) return undefined;
    if (!(await retry.wait(tries, at))) return pauseOf(forge, at);
  }
}

/** What is told of a write that waits for a pause to be over. */
export function pauseOf(forge: string, at: number): string {
  return `paced: ${forge} wants a pause; the next write can be made at ${new Date(at).toISOString()}`;
}

/**
 * Why a run does not begin: the forge of the ops repo takes no write of ours, and without a lease and a state nothing is
 * written anywhere.
 */
export function pauseStop(pace: Shut, forge: string): RunReport["stopped"] {
  const until = pace.shutUntil(forge);
  if (until === undefined) return undefined;
  const at = new Date(until).toISOString();
  return {
    code: "write_limit",
    message: `${forge} said that we write too fast, and takes no write before ${at}`,
    hint: `run again after ${at}`,
  };
}

/** Name of the forge on which the ops repo is. */
export function opsForgeName(forges: Forges, opsForge: Forge): string {
  return [...forges].find(([, forge]) => forge === opsForge)?.[0] ?? "";
}
