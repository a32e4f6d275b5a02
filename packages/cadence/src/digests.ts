import type { ActivityDefinition, Cadence } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";
import type { DesiredRepo } from "./desired.ts";

/**
 * Digest of what an activity does: its frontmatter without `enabled` and `enable_gate.proof`, and its body. Proving and
 * enabling a definition leaves it the same. SHA-256 over canonical JSON, lower-case hex. Source: page 06, 2.
 */
export function definitionDigest(definition: ActivityDefinition, body: string): string {
  const { enabled: _enabled, enable_gate: gate, ...rest } = definition;
  const { proof: _proof, ...requirements } = gate ?? { requires: [] };
  return digestOf({ frontmatter: gate === undefined ? rest : { ...rest, enable_gate: requirements }, body });
}

/**
 * Digest of a loop's cadence policy as far as evidence rests on it: its zone, steps, what runs in a phase, and analyses. Who
 * approves, windows, waves and holds change nothing of what was proved. Source: page 06 R20.
 */
export function criteriaDigest({ timezone, steps, phases, analyses }: Cadence): string {
  const lists = phases.map(({ name, definitions = [] }) => ({ name, definitions }));
  return digestOf({ timezone, steps, phases: lists, analyses: analyses ?? [] });
}

/** Digest of the values that the ops repo owns in a pilot's schedule file, by their pointers. */
export function scheduleDigest({ paths }: Pick<DesiredRepo, "paths">): string {
  return digestOf(Object.fromEntries(paths.map(({ pointer, value }) => [pointer, value])));
}
