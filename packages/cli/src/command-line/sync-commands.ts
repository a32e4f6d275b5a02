import { type Command, Option } from "commander";
import { detailed } from "./arguments.ts";
import type { Builder } from "./builder.ts";

/** `coulomb sync`. */
export function addSync(program: Command, { add }: Builder): void {
  const sync = add(
    program,
    "sync",
    "bring the tasks of the workplans and the state hub together, both ways, by one proposal",
    [
      "coulomb sync --check --detailed-exitcode",
      "coulomb sync",
      "coulomb sync --dry-run --out plan.json",
      "coulomb sync --plan plan.json",
      "coulomb sync explain T07",
      'coulomb sync resolve T07 --keep file --reason "it is done"',
    ],
    (command) =>
      command
        .option("--check", "say what is due, with a token that may only read")
        .option("--dry-run", "write nothing")
        .option("--out <file>", "with --dry-run: save the plan, to be applied exactly")
        .option("--plan <file>", "apply exactly this saved plan, also when it is sweeping")
        .option("--reopen", "offer again what people declined")
        .option("--rebuild", "make the proposal anew that people edited")
        .option(
          "--data-dir <folder>",
          "the hub in this folder; default: what coulomb.yaml or DATABASE_URL says",
        )
        .addOption(detailed()),
    async () => (await import("../commands/sync.ts")).sync,
  );
  add(
    sync,
    "explain <task>",
    "what the files and the hub hold of a task, and what decides about each field",
    ["coulomb sync explain LOOP-WP-0001-T07", "coulomb sync explain T07 --json"],
    (command) => command.option("--data-dir <folder>", "the hub in this folder"),
    async () => (await import("../commands/sync.ts")).explain,
  );
  add(
    sync,
    "resolve <task|conflict>",
    "say which value stays where both sides changed it and only a person may decide",
    [
      'coulomb sync resolve T07 --keep file --reason "it is done"',
      'coulomb sync resolve LOOP-WP-0001-T07 --keep hub --reason "nobody needs it" --json',
    ],
    (command) =>
      command
        .addOption(
          new Option("--keep <side>", "the side whose value stays (required)")
            .choices(["file", "hub"])
            .makeOptionMandatory(),
        )
        .requiredOption("--reason <text>", "why, for the history (required)")
        .option("--data-dir <folder>", "the hub in this folder"),
    async () => (await import("../commands/sync-resolve.ts")).resolve,
  );
}
