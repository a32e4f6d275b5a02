import type { RunReport } from "@coulomb-loop/schemas";
import { worstFirst } from "./classes.ts";

/** A run as one JSON document. */
export function json(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A run as JSON lines: one of kind `repo` for each repo, worst first, then one of kind `run` with everything else. */
export function jsonLines({ repos, exit_code, ...run }: RunReport): string {
  const lines = [...worstFirst(repos).map((repo) => ({ kind: "repo", ...repo })), { ...run, exit_code }];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
