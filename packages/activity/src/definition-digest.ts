import type { ActivityDefinition, Cadence } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";

/**
 * Digest of what an activity does: its frontmatter without `enabled` and `enable_gate.proof`, and its body. Proving and
 * enabling a definition leaves it the same. SHA-256 over canonical JSON, lower-case hex. Source: page 06, 2.
 */
export function definitionDigest(definition: ActivityDefinition, body: string): string {
  const { enabled: _enabled, enable_gate: gate, ...rest } = definition;
  const { proof: _proof, ...requirements } = gate ?? { requires: [] };
  return digestOf({ frontmatter: gate === undefined ? rest : { ...rest, enable_gate: requirements }, body });
}

/** Digest of a loop's cadence policy, whatever its comments and the order of its keys. */
export function policyDigest(cadence: Cadence): string {
  return digestOf(cadence);
}

/** Digest of the values that the ops repo owns in a pilot's schedule file, by their pointers. */
export function scheduleDigest(owned: Readonly<Record<string, unknown>>): string {
  return digestOf(owned);
}
