import type { Activity } from "@coulomb-loop/cadence";
import type { DecisionInput } from "./decide-slot.ts";
import { isOver, preparedAt, type SlotFacts, succeededAt } from "./slot-facts.ts";

/** How far what an activity waits for is. */
export type Upstream =
  /** `at` is when it was there (epoch milliseconds); 0: there is nothing to wait for. */
  | { readonly kind: "done"; readonly at: number }
  | { readonly kind: "pending"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };

/**
 * The worst of what an activity waits for in this cycle and repo. An upstream without a slot is not waited for; of one whose time
 * is over `catchesUp` says whether it still comes.
 */
export function upstreamOf(
  { facts, slots, asOf }: Pick<DecisionInput, "facts" | "slots" | "asOf">,
  { definition }: Activity,
  catchesUp: (upstream: SlotFacts) => boolean,
): Upstream {
  let at = 0;
  let pending: Upstream | undefined;
  for (const { activity, when = "success" } of definition.depends_on ?? []) {
    const upstream = slots
      .inCycle(facts.slot.repo, facts.slot.cycle)
      .findLast(({ slot, due }) => slot.activity === activity && due <= facts.due);
    if (upstream === undefined) continue;
    const done = doneAt(upstream, when, isOver(facts, asOf));
    if (done !== undefined) {
      at = Math.max(at, done);
      continue;
    }
    const isGone = upstream.slot.state === "settled" || isOver(upstream, asOf);
    if (isGone && !catchesUp(upstream))
      return { kind: "failed", message: `${activity} did not get there in this cycle` };
    pending ??= {
      kind: "pending",
      message: `${activity} is not ${when === "prepared" ? "prepared" : "done"} yet`,
    };
  }
  return pending ?? { kind: "done", at };
}

/** When an upstream got there. Of one that is caught up with only who catches up too goes on. */
function doneAt(upstream: SlotFacts, when: "success" | "prepared", catchesUp: boolean): number | undefined {
  const caughtUp = catchesUp ? upstream.caughtUp[0]?.received_at : undefined;
  const found = [
    succeededAt(upstream),
    when === "prepared" ? preparedAt(upstream) : undefined,
    caughtUp === undefined ? undefined : Date.parse(caughtUp),
  ].filter((instant) => instant !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}
