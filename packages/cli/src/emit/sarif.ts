import { createHash } from "node:crypto";
import type { RunReport } from "@coulomb-loop/schemas";
import { sarifDocument } from "../output/sarif.ts";
import { classes, overrideEnding } from "./classes.ts";
import { figures } from "./figures.ts";
import type { RunFinding } from "./findings.ts";
import { runFindings } from "./findings.ts";
import { runProblemRules, runProblems } from "./run-problems.ts";

/**
 * A run as a SARIF 2.1.0 log: a rule for each class, a result for each finding, the counts as properties of the run. A
 * run that was stopped says so as a result and as a notification of its invocation.
 * A result keeps its fingerprint from run to run while repo, loop, pointer and class stay.
 */
export function sarif(report: RunReport, filePrefix = ""): string {
  const { repos, paths, exitCode, writes } = figures(report);
  const log = sarifDocument({
    version: report.tool_version,
    rules: Object.entries({ ...classes, override_ending: overrideEnding, ...runProblemRules }).map(
      ([id, { title, help }]) => ({
        id,
        title,
        help,
      }),
    ),
    results: runFindings(report, filePrefix).map((item) => ({
      finding: item.finding,
      fingerprints: { "coulomb/v1": fingerprint(item) },
      ...(item.related === undefined ? {} : { related: [item.related] }),
    })),
    invocation: {
      startedAt: report.started_at,
      finishedAt: report.finished_at,
      isSuccessful: exitCode !== 1 && runProblems(report).length === 0,
      notifications: runProblems(report).map(({ code, message }) => ({
        id: code,
        text: message.toWellFormed(),
      })),
    },
    properties: {
      counts: Object.fromEntries(repos),
      paths: Object.fromEntries(paths),
      exit_code: exitCode,
      writes,
    },
  });
  return `${JSON.stringify(log, null, 2)}\n`;
}

function fingerprint({ identity }: RunFinding): string {
  return createHash("sha256")
    .update(JSON.stringify([identity.repo, identity.loop, identity.pointer, identity.class]))
    .digest("hex");
}
