import type { Command } from "commander";
import type { Builder } from "./builder.ts";

/** `coulomb workplan …`. */
export function addWorkplan(program: Command, { add, group }: Builder): void {
  const workplan = group(program, "workplan", "the tasks of the workplans, read and edited byte-exactly", [
    "coulomb workplan list",
    "coulomb workplan set LOOP-WP-0001-T07 done",
  ]);
  add(
    workplan,
    "list",
    "every workplan and how far it is",
    ["coulomb workplan list"],
    (command) => command,
    async () => (await import("../commands/workplan.ts")).list,
  );
  add(
    workplan,
    "show <workplan|task>",
    "the tasks of a workplan, or one task",
    ["coulomb workplan show LOOP-WP-0001", "coulomb workplan show LOOP-WP-0001-T07"],
    (command) => command,
    async () => (await import("../commands/workplan.ts")).show,
  );
  add(
    workplan,
    "set <task> [status]",
    "change a task: status in both of its copies, title, priority; no other byte",
    ["coulomb workplan set LOOP-WP-0001-T07 done", "coulomb workplan set T07 done --dry-run"],
    (command) =>
      command
        .option("--title <text>", "its title")
        .option("--priority <priority>", "its priority: low, medium, high, critical")
        .option("--updated [day]", "the workplan's day of the last change; without a day, today in UTC")
        .option("--dry-run", "show the lines and write nothing"),
    async () => (await import("../commands/workplan.ts")).set,
  );
  add(
    workplan,
    "check [paths...]",
    "find where the two copies of a task disagree, and every other flaw",
    ["coulomb workplan check", "coulomb workplan check --fix"],
    (command) => command.option("--fix", "repair what has one possible repair"),
    async () => (await import("../commands/workplan.ts")).check,
  );
}
