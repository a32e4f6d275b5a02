import {
  type AnalysisResult,
  compareResults,
  evaluate,
  evidenceDigest,
  policyOfLoop,
  type Result,
} from "@coulomb-loop/cadence";
import type { Evidence, Finding, Promotion } from "@coulomb-loop/schemas";
import { digestOf } from "@coulomb-loop/schemas/digest";
import { findingAt, type MergeFacts, type RecordInHand, unmet } from "./verify-facts.ts";

/** Whether the evidence of a record is the one it names, and comes to the gates that it records. Pure. */
export function verifyEvidence(inHand: RecordInHand, merge: MergeFacts | undefined): readonly Finding[] {
  const { record, file, evidenceFile, evidence } = inHand;
  if (record.evidence_digest === undefined)
    return record.direction === "promote"
      ? [findingAt(file, [], "promotion_evidence", `${record.id} is a promotion and rests on no evidence`)]
      : [];
  if (evidence === undefined || evidence === "broken")
    return [
      findingAt(
        evidenceFile,
        [],
        "promotion_evidence",
        `the evidence of ${record.id} ${evidence === undefined ? "is not there" : "cannot be read"}`,
      ),
    ];
  if (evidenceDigest(evidence) !== record.evidence_digest)
    return [
      findingAt(
        evidenceFile,
        [],
        "promotion_evidence",
        `the evidence is not the one that ${record.id} rests on: its digest is ${evidenceDigest(evidence).slice(0, 10)}, the record says ${record.evidence_digest.slice(0, 10)}`,
      ),
    ];
  return [...verifyGates(inHand, evidence), ...verifyCriteria(inHand, evidence, merge)];
}

/** Each gate that is an analysis of the evidence has the result that the evidence comes to. */
function verifyGates({ record, file }: RecordInHand, evidence: Evidence): readonly Finding[] {
  const results = new Map(evaluate(evidence).map((each) => [each.analysis.key, each]));
  return record.gates.flatMap(({ key, result }, at) => {
    const found = results.get(key);
    if (found === undefined) return [];
    const now = resultFor(found, record);
    return now === result
      ? []
      : [
          findingAt(
            file,
            ["gates", at, "result"],
            "promotion_evidence",
            `${key} is recorded as ${result}, and the evidence comes to ${now}`,
          ),
        ];
  });
}

/** With `per_repo` each target also needs its own success (page 07 P14). */
function resultFor({ analysis, result, repos }: AnalysisResult, { targets }: Promotion): Result {
  if (analysis.scope !== "per_repo" || result !== "success") return result;
  return targets
    .map(({ repo }): Result => repos.get(repo)?.result ?? "inconclusive")
    .reduce<Result>((worst, each) => (compareResults(each, worst) > 0 ? each : worst), "success");
}

/** Every exit criterion of the policy then is a gate, and the evidence was judged by that very criterion. */
function verifyCriteria(
  inHand: RecordInHand,
  evidence: Evidence,
  merge: MergeFacts | undefined,
): readonly Finding[] {
  const { record, file, evidenceFile } = inHand;
  const cadence = merge?.base === undefined ? undefined : policyOfLoop({ ...merge.base, loop: record.loop });
  // Another policy is a finding of its own.
  if (cadence === undefined || record.direction !== "promote") return [];
  const exit = cadence.phases.find(({ name }) => name === record.from)?.exit ?? [];
  return exit.flatMap((key) => {
    const wanted = cadence.analyses?.find((each) => each.key === key);
    const used = evidence.analyses.find((each) => each.key === key);
    const gate = record.gates.find((each) => each.key === key);
    const flaw = (at: string, message: string) =>
      findingAt(at, [], "promotion_evidence", `${key} ${message}`, unmet(inHand));
    if (gate === undefined || used === undefined) return [flaw(file, "was asked for, and is not proved")];
    const isSame = digestOf(used) === digestOf(wanted ?? null);
    const isMet = gate.result === "success" || used.enforcement === "dry_run";
    return [
      ...(isSame ? [] : [flaw(evidenceFile, "was judged by another criterion than the policy has")]),
      ...(isMet ? [] : [flaw(file, `was ${gate.result}, and not met`)]),
    ];
  });
}
