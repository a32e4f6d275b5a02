import type { Cadence } from "@coulomb-loop/schemas";

/** The place of each phase in its policy, from 0; -1 of a phase that it does not have. */
export function phaseRank({ phases }: Cadence): (phase: string) => number {
  const names = phases.map(({ name }) => name);
  return (phase) => names.indexOf(phase);
}
