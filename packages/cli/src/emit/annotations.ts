import type { Finding, RunReport } from "@coulomb-loop/schemas";
import { githubAnnotations } from "../output/findings.ts";
import { runFindings } from "./findings.ts";

/** What GitHub shows of one step at most, of each level. */
const LIMIT = 10;

/**
 * A run as workflow commands of GitHub Actions: at most 10 errors, then at most 10 warnings, worst first. Where there
 * are more, the last one says how many. Notes are left to the summary.
 */
export function annotations(report: RunReport, filePrefix = ""): string[] {
  const found = runFindings(report, filePrefix).map(({ finding }) => finding);
  const of = (severity: Finding["severity"]) => limited(found, severity);
  return githubAnnotations([...of("error"), ...of("warning")]);
}

function limited(findings: readonly Finding[], severity: Finding["severity"]): Finding[] {
  const matching = findings.filter((finding) => finding.severity === severity);
  if (matching.length <= LIMIT) return matching;
  const shown = matching.slice(0, LIMIT - 1);
  return [
    ...shown,
    { code: matching[shown.length]?.code ?? "", severity, message: `${matching.length - shown.length} more` },
  ];
}
