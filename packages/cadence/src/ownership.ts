import type { Cadence } from "@coulomb-loop/schemas";
import { scheduleOwnership } from "@coulomb-loop/schemas";

/** Who owns a path of the schedule file (page 03 R1). `enforced`: always ours; `overridable`: unless overridden; `seed`: only when absent. */
export type Ownership = "enforced" | "overridable" | "seed";

/** One rule: a pointer pattern, in which `<step>` stands for one key. Later rules win. */
export interface OwnershipRule {
  readonly path: string;
  readonly class: Ownership;
}

/** The rules that hold for a loop: those of the schedule schema, then those of its cadence.yaml. */
export function ownershipRules(cadence: Cadence): readonly OwnershipRule[] {
  return [...scheduleOwnership, ...(cadence.ownership ?? [])];
}

/** Who owns a pointer; `undefined` for a path that is the pilot's own. */
export function ownershipOf(rules: readonly OwnershipRule[], pointer: string): Ownership | undefined {
  return rules.findLast((rule) => matchesPattern(rule.path, pointer))?.class;
}

/** True when a pointer is one that the pattern names. */
export function matchesPattern(pattern: string, pointer: string): boolean {
  const [left, right] = [pattern.split("/"), pointer.split("/")];
  return (
    left.length === right.length &&
    left.every((step, index) => step === right[index] || /^<[a-z_]+>$/.test(step))
  );
}
