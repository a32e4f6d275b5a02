import { shortName } from "@coulomb-loop/cadence";
import type { VerifiedLoop, VerifiedRecord } from "@coulomb-loop/reconciler";
import type { PromoteVerifyReport } from "@coulomb-loop/schemas";
import { counted, type Paint, table } from "../terminal.ts";
import { printFindings, withPointers } from "./findings.ts";

/** What the verification found, as JSON tells it. */
export function verifyReport(commit: string, loops: readonly VerifiedLoop[]): PromoteVerifyReport {
  return {
    format_version: "1.0",
    kind: "promote-verify",
    commit,
    loops: loops.map(({ loop, records, findings }) => ({
      loop,
      records: records.map(({ record: { id, direction }, seal, approvals }) => ({
        id,
        direction,
        state: seal === undefined ? "unsealed" : "sealed",
        ...(seal === undefined ? {} : { result: seal.result }),
        approvals: approvals.map((each) => ({ ...each })),
      })),
      findings: withPointers(findings),
    })),
  };
}

/** The same for people: a line for each record, then what is wrong, then how it ends. */
export function verifyLines(commit: string, loops: readonly VerifiedLoop[], paint: Paint): readonly string[] {
  const findings = loops.flatMap((each) => each.findings);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const records = loops.reduce((sum, each) => sum + each.records.length, 0);
  return [
    ...loops.flatMap((each) => [
      paint.bold(each.loop),
      ...table(each.records.map((record) => recordRow(record, paint))),
      ...printFindings(each.findings, paint),
    ]),
    `${counted(records, "record")} at ${commit.slice(0, 10)}: ${errors === 0 ? paint.green("no errors") : paint.red(counted(errors, "error"))}`,
  ];
}

const proofs = { signature: "signed", forge: "claimed by the forge", unsigned: "unsigned" } as const;

function recordRow({ record, seal, approvals }: VerifiedRecord, paint: Paint): readonly string[] {
  const { id, direction, from, to, targets, all } = record;
  const names = all === true ? "all" : targets.map(({ repo }) => shortName(repo)).join(", ");
  const isNever = direction === "hold" || direction === "release";
  return [
    `  ${id}`,
    direction,
    `${from === undefined ? "" : `${from} → ${to ?? ""}: `}${names}`,
    seal?.result ?? (isNever ? "" : paint.dim("not sealed yet")),
    approvals.map(({ user, proof }) => `${user}: ${proofs[proof]}`).join(", "),
  ];
}
