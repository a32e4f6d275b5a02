import type { Finding, Path } from "@coulomb-loop/schemas";
import { definitionDigest } from "../digests.ts";
import type { PlacedDefinition } from "../ops-documents.ts";

/**
 * What an enabled definition lacks of its gate: a required proof (`gate_unproved`), or one that is for it as it is now
 * (`gate_digest`): after a change a proof proves nothing. Pure.
 */
export function gateFindings({ file, value, origin, body }: PlacedDefinition): Finding[] {
  const { id, enabled, enable_gate: gate } = value;
  if (enabled !== true || gate === undefined) return [];
  const proofs = gate.proof ?? [];
  const missing = gate.requires.filter((kind) => !proofs.some((proof) => proof.kind === kind));
  const unproved: Finding[] =
    missing.length === 0
      ? []
      : [
          {
            code: "gate_unproved",
            severity: "error",
            message: `"${id}" is enabled without proof of ${missing.join(", ")}: it is not fired`,
            hint: "add the proof under enable_gate.proof, or set enabled: false",
            file,
            path: ["enabled"],
          },
        ];
  const digest = definitionDigest(value, body);
  const outdated = gate.requires.flatMap((kind): Finding[] => {
    const given = proofs.filter((proof) => proof.kind === kind);
    const last = given.at(-1);
    if (last === undefined || given.some((proof) => proof.digest === digest)) return [];
    const path: Path = origin(last);
    return [
      {
        code: "gate_digest",
        severity: "error",
        message: `the ${kind} of "${id}" is for ${last.digest === undefined ? "no definition in particular" : "another state of it"}: it is not fired`,
        hint: `prove it as it is now, and write digest: ${digest}; or set enabled: false`,
        file,
        path,
      },
    ];
  });
  return [...unproved, ...outdated];
}
