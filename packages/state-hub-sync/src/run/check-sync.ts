import { planSync } from "../plan/plan-sync.ts";
import type { Seen } from "./look.ts";
import { lookAt } from "./look.ts";
import type { HubSide, WorkplanSide } from "./ports.ts";

/**
 * Says what a sync would do, and from what: `explainTask` takes the same input. Needs no right to write, and writes
 * nothing. Throws what the ports throw.
 */
export function checkSync(
  workplans: Pick<WorkplanSide, "observe" | "versions">,
  hub: Pick<HubSide, "observe" | "hadValue">,
  maxRemovalPercent: number,
): Promise<Seen> {
  return lookAt({ workplans, hub, planner: planSync, maxRemovalPercent });
}
