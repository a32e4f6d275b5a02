import { type Command, Option } from "commander";
import { instant, positive, supposing } from "./arguments.ts";
import type { Builder } from "./builder.ts";

/** `coulomb schedule …`. */
export function addSchedule(program: Command, { add, group }: Builder): void {
  const schedule = group(program, "schedule", "the fleet's firing times and load", [
    "coulomb schedule next",
    "coulomb schedule load",
  ]);
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
        .option(
          "--to <instant>",
          "end here, at most 731 days after the beginning; default: 24 hours after it",
          instant,
        )
        .option("--count <n>", "at most so many for each repo and step", positive)
        .addOption(
          new Option("--format <format>", "how to print the firings; default: table")
            .choices(["table", "ical"])
            .conflicts("json"),
        ),
    async () => (await import("../commands/schedule-next.ts")).scheduleNext,
  );
  add(
    schedule,
    "load",
    "firings for each hour of a week, also beside another commit or other phases",
    [
      "coulomb schedule load",
      "coulomb schedule load --compare main",
      "coulomb schedule load --phase activity-core=stabilize",
      "coulomb schedule load --phase all=operate --from 2027-03-22T00:00:00Z",
    ],
    (command) =>
      command
        .option("--from <instant>", "begin here (UTC, RFC 3339); default: this hour", instant)
        .option(
          "--to <instant>",
          "end here, at most 366 days after the beginning; default: a week after it",
          instant,
        )
        .option("--compare <ref>", "beside the ops repo at a commit, branch or tag of its own git")
        .option(
          "--phase <repo|all=phase>",
          "suppose that a repo, or all, is in a phase; repeatable",
          supposing,
        ),
    async () => (await import("../commands/schedule-load.ts")).scheduleLoad,
  );
}
