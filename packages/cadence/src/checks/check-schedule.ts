import type { Finding, Schedule } from "@coulomb-loop/schemas";
import { checkCron, checkZone, newReport } from "./report.ts";

/** Checks a pilot's schedule file beyond its schema: zone and crons. Findings carry `file` and a path. Pure. */
export function checkSchedule(schedule: Schedule, file: string): Finding[] {
  const report = newReport();
  checkZone(report, { file, path: ["timezone"] }, schedule.timezone);
  for (const [name, agent] of Object.entries(schedule.agents)) {
    checkCron(report, { file, path: ["agents", name, "cron"] }, agent.cron);
    if (agent.cadence !== "manual" && agent.enabled && agent.cron === undefined) {
      report.at(
        { file, path: ["agents", name] },
        "cron_missing",
        `"${name}" is enabled, runs ${agent.cadence} and has no cron`,
        "add cron, or set cadence: manual",
      );
    }
  }
  return report.findings;
}
