import type { OpsDocuments } from "@coulomb-loop/cadence";
import type { Forge } from "@coulomb-loop/forge";
import { enabled, ownOps } from "./ops.fixture.ts";
import { idOf, type Pilot, type Stage } from "./stage.fixture.ts";
import type { TickResult } from "./tick.ts";

/** When a stage opens: ten minutes before the first cycle. */
export const start = "2026-06-18T07:50:00Z";

/** Opens a stage, and closes the one before. */
export type Opened = () => Promise<Stage>;

const due = (activity: string, at: string, pilot: Pilot = "the-custodian") =>
  `kaizen-stack/hourly-${activity}/${idOf(pilot)}@2026-06-18T${at}:00Z`;
/** Slot of the step metrics. */
export const metrics = (at: string, pilot?: Pilot) => due("metrics-optimize", at, pilot);
/** Slot of the step coach. */
export const coach = (at: string, pilot?: Pilot) => due("coach-orientation", at, pilot);

/** What a tick did, a line for each slot. */
export function told({ outcomes }: TickResult): string[] {
  return outcomes.map(({ slot, result, reason, attempt }) =>
    [
      slot.replace("kaizen-stack/hourly-", "").replace("local/coulomb/", ""),
      result,
      reason ?? "",
      attempt ?? "",
    ]
      .join(" ")
      .trim(),
  );
}

/** A forge that nobody may ask. */
export function unasked(forge: Forge): Forge {
  return {
    ...forge,
    observe: () => {
      throw new Error("it was asked");
    },
  };
}

/** An id of a record that the stage makes none of. */
export function recordId(last: number): string {
  return `00000000-0000-4000-8000-00000000010${last}`;
}

/** Metrics without a time to close, so that its slots overlap. */
export function withoutEnd(overlap: "skip" | "buffer_one" | "allow"): OpsDocuments {
  return ownOps({
    definition: (definition) => {
      const { policy = {}, ...rest } = enabled(definition);
      const { close_deadline: _close, ...endless } = policy;
      return { ...rest, policy: definition.id.startsWith("hourly-m") ? { ...endless, overlap } : policy };
    },
  });
}

/** Metrics that catch up. */
export function catchingUp(
  mode: "latest" | "all",
  overlap: "skip" | "buffer_one" | "allow" = "skip",
): OpsDocuments {
  return ownOps({
    definition: (definition) => {
      const on = enabled(definition);
      return on.id.startsWith("hourly-m")
        ? { ...on, policy: { ...on.policy, overlap, catch_up: mode, window: "PT3H" } }
        : on;
    },
  });
}
