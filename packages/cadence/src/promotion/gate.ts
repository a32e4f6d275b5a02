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

/** A gate that counts. */
export function gate(
  key: string,
  result: Result,
  description: string,
  more: Pick<Gate, "measurements" | "turnedBy"> = {},
): Gate {
  return { key, result, description, enforced: true, ...more };
}

/** A repo's name without its forge and owner. */
export function shortName(repo: string): string {
  return repo.split("/").at(-1) ?? repo;
}
