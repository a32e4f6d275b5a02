import type { Result } from "../evidence/verdict.ts";

/** What a promotion needs, as it is now. */
export interface Gate {
  /** Name of the gate; of an exit criterion the key of its analysis. */
  readonly key: string;
  readonly result: Result;
  readonly description: string;
  /** `false`: it is shown, and does not count (`enforcement: dry_run`). */
  readonly enforced: boolean;
  readonly measurements?: Readonly<Record<string, string | number | boolean>>;
  /** What would turn it, in words. */
  readonly turnedBy?: string;
}

/** Names of the gates that every promotion has, in their order; an exit criterion may have none of them. */
export const gateKeys: readonly string[] = [
  "not-suspended",
  "not-held",
  "definitions-ready",
  "schedule-valid",
  "in-sync",
  "soak",
  "wave",
  "diff-scope",
  "approval",
  "window",
];

/** A gate that counts. */
export function gate(
  key: string,
  result: Result,
  description: string,
  more: Pick<Gate, "measurements" | "turnedBy"> = {},
): Gate {
  return { key, result, description, enforced: true, ...more };
}

/** The gate that leads: of those that count and are not met the first with the worst result (page 07 P4). */
export function leadingGate(gates: readonly Gate[]): Gate | undefined {
  for (const result of ["failure", "inconclusive", "pending"] as const) {
    const found = gates.find((each) => each.enforced && each.result === result);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A repo's name without its forge and owner. */
export function shortName(repo: string): string {
  return repo.split("/").at(-1) ?? repo;
}
