import type { Rules } from "../store/types.ts";

/** Rules that let every change be: a register whose meaning is told elsewhere. */
export const freeRules: Rules = {
  references: () => [],
  complete: (_change, _before, after) => after,
  refuse: () => undefined,
};
