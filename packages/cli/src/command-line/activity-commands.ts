import { type Command, InvalidArgumentError } from "commander";
import { hubPlaced, instant } from "./arguments.ts";
import type { Builder } from "./builder.ts";

/** `coulomb activity …`. */
export function addActivity(program: Command, { add, group }: Builder): void {
  const activity = group(program, "activity", "activity definitions and their runtime", [
    "coulomb activity compile --check",
    "coulomb activity plan",
    "coulomb activity tick",
  ]);
  add(
    activity,
    "compile",
    "check every definition, and pin it in the lock beside them",
    ["coulomb activity compile", "coulomb activity compile --check"],
    (command) => command.option("--check", "write nothing; exit with 1 when the lock is stale"),
    async () => (await import("../commands/activity-compile.ts")).compile,
  );
  add(
    activity,
    "plan",
    "what a tick would do now, and what is to come; writes nothing",
    ["coulomb activity plan", "coulomb activity plan --at 2026-06-18T08:00:00Z --json"],
    (command) =>
      hubPlaced(command)
        .option("--at <instant>", "as if it were then (UTC, RFC 3339); default: now", instant)
        .option("--enabled-only", "leave out what waits for its gate"),
    async () => (await import("../commands/activity-plan.ts")).plan,
  );
  add(
    activity,
    "tick",
    "write expected slots, make the tasks of those that are due, settle those that are over",
    ["coulomb activity tick", "coulomb activity tick --json"],
    hubPlaced,
    async () => (await import("../commands/activity-tick.ts")).tick,
  );
  add(
    activity,
    "run <activity>",
    "make a task now, by hand; it counts for no slot",
    [
      "coulomb activity run hourly-coach-orientation --repo activity-core",
      "coulomb activity run hourly-coach-orientation --request 2026-07-01-incident",
    ],
    (command) =>
      hubPlaced(command)
        .option("--repo <repo...>", "only in these; default: every repo in its phase")
        .option("--request <id>", "names the request: repeating it makes no second task", requestId)
        .option("--input <name=value>", "a variable {{inputs.name}} of the template; repeatable", input),
    async () => (await import("../commands/activity-run.ts")).run,
  );
}

function requestId(text: string): string {
  if (/^[A-Za-z0-9._-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError("Give letters, digits, '.', '_' and '-', at most 64.");
}

function input(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, name, value] = /^([a-z][a-z0-9_.]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError("Give it as name=value; names begin with a lower-case letter.");
  return { ...before, [name]: value };
}
