import { setTimeout as sleep } from "node:timers/promises";
import type { LockHolder, Place } from "@coulomb-loop/kaizen";
import type { Io } from "./io.ts";

/** What commands of a pilot repo share on the command line. */
export interface SlotOptions {
  readonly slot?: string;
  readonly cycle?: string;
  readonly attempt?: number;
  readonly repo?: string;
}

/** Where a command of a pilot repo runs. */
export function placeOf(io: Io): Place {
  return { cwd: io.cwd, env: io.env };
}

/** This process as one that locks. */
export function lockHolder({ process, now, signal }: Io): LockHolder {
  return {
    ...process,
    now,
    wait: async (milliseconds) => {
      await sleep(milliseconds, undefined, { signal });
    },
  };
}

/** Slot and repo as the command line or else the environment says; the rest as the command line says. */
export function slotOf({ env }: Pick<Io, "env">, options: SlotOptions): SlotOptions {
  const slot = options.slot ?? named(env.COULOMB_SLOT);
  const repo = options.repo ?? named(env.COULOMB_REPO);
  return {
    ...(slot === undefined ? {} : { slot }),
    ...(repo === undefined ? {} : { repo }),
    ...(options.cycle === undefined ? {} : { cycle: options.cycle }),
    ...(options.attempt === undefined ? {} : { attempt: options.attempt }),
  };
}

function named(text: string | undefined): string | undefined {
  const value = text?.trim() ?? "";
  return value === "" ? undefined : value;
}
