import type { Command } from "commander";
import { instant, positive } from "./arguments.ts";
import type { Builder } from "./builder.ts";

/** `coulomb schedule …`. */
export function addSchedule(program: Command, { add, group }: Builder): void {
  const schedule = group(program, "schedule", "the fleet's firing times", ["coulomb schedule next"]);
  add(
    schedule,
    "next",
    "the coming firings, across changes of the clock",
    [
      "coulomb schedule next",
      "coulomb schedule next --repo activity-core --count 5",
      "coulomb schedule next --from 2027-03-27T22:00:00Z --to 2027-03-28T06:00:00Z",
    ],
    (command) =>
      command
        .option("--repo <repo>", "only this repo")
        .option("--from <instant>", "begin here (UTC, RFC 3339); default: now", instant)
        .option("--to <instant>", "end here; default: 24 hours after the beginning", instant)
        .option("--count <n>", "at most so many for each repo and step", positive),
    async () => (await import("../commands/schedule-next.ts")).scheduleNext,
  );
}
