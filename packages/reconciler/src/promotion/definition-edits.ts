import { definitionDigest, type PlacedDefinition } from "@coulomb-loop/cadence";
import type { Edit } from "@coulomb-loop/documents";
import type { Promotion } from "@coulomb-loop/schemas";

/** Whether a definition's gate asks for no regulator, or one approved it as it is now. */
export function isApproved({ value, body }: PlacedDefinition): boolean {
  const { requires = [], proof = [] } = value.enable_gate ?? {};
  const digest = definitionDigest(value, body);
  return (
    !requires.includes("regulator_approval") ||
    proof.some((given) => given.kind === "regulator_approval" && given.digest === digest)
  );
}

/**
 * What a record changes in a definition: whether it fires, and, where its gate asks for the regulator, the record as the proof of that for
 * the definition's present digest. Turning one off leaves its proofs: they are of its digest, and hold when it comes back.
 */
export function definitionEdits(
  { value, body }: PlacedDefinition,
  enabled: boolean,
  { id, direction, proposed_at: at }: Promotion,
): readonly Edit[] {
  const edits: Edit[] = [{ op: "set", path: ["enabled"], value: enabled }];
  const asks = value.enable_gate?.requires.includes("regulator_approval") === true;
  if (!enabled || !asks || direction !== "promote") return edits;
  const proof = { kind: "regulator_approval", ref: id, digest: definitionDigest(value, body), at };
  return [...edits, { op: "append", path: ["enable_gate", "proof"], value: proof }];
}
