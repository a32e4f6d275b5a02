import { type Command, Option } from "commander";
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
      "coulomb schedule next --repo activity-core --agent coach --count 5",
      "coulomb schedule next --from 2027-03-27T22:00:00Z --to 2027-03-28T06:00:00Z",
      "coulomb schedule next --format ical > schedule.ics",
    ],
    (command) =>
      command
        .option("--loop <loop>", "only this loop")
        .option("--repo <repo>", "only this repo")
        .option("--agent <step>", "only this step")
        .option("--from <instant>", "begin here (UTC, RFC 3339); default: now", instant)
        .option("--to <instant>", "end here; default: 24 hours after the beginning", instant)
        .option("--count <n>", "at most so many for each repo and step", positive)
        .addOption(
          new Option("--format <format>", "how to print the firings; default: table")
            .choices(["table", "ical"])
            .conflicts("json"),
        ),
    async () => (await import("../commands/schedule-next.ts")).scheduleNext,
  );
}
