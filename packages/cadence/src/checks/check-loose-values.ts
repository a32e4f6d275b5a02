import type { Finding, Path } from "@coulomb-loop/schemas";
import { checkCron, checkZone, newReport } from "./report.ts";

/**
 * Checks every cron and zone of a document that does not keep its contract, wherever they stand: what a checked
 * document holds is looked at by its own checks, but a flawed part is taken out before those run. `value` is the plain
 * document as parsed. Findings carry `file` and a path. Pure; never throws.
 */
export function checkLooseValues(value: unknown, file: string): Finding[] {
  const report = newReport();
  walk(value, [], (path, key, text) => {
    if (key === "cron") checkCron(report, { file, path }, text);
    if (key === "timezone") checkZone(report, { file, path }, text);
  });
  return report.findings;
}

function walk(value: unknown, path: Path, visit: (path: Path, key: string, text: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (typeof child === "string") visit(at, key, child);
    else walk(child, at, visit);
  }
}
