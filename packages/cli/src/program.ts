import { Command } from "commander";
import { configure, createBuilder, examples } from "./command-line/builder.ts";
import { addActivity } from "./command-line/activity-commands.ts";
import { addCompletion } from "./command-line/completion-commands.ts";
import { addEvidence } from "./command-line/evidence-command.ts";
import { addPromotion } from "./command-line/promotion-commands.ts";
import { addDoctor, addFleetCommands } from "./command-line/fleet-commands.ts";
import { addHelp } from "./command-line/help-command.ts";
import { addHub } from "./command-line/hub-commands.ts";
import { addManual } from "./command-line/manual.ts";
import { addImport } from "./command-line/import-command.ts";
import { addInit } from "./command-line/init-command.ts";
import { addKaizen } from "./command-line/kaizen-commands.ts";
import { addRequests } from "./command-line/requests-commands.ts";
import { addSchedule } from "./command-line/schedule-commands.ts";
import { addSync } from "./command-line/sync-commands.ts";
import { addWorkplan } from "./command-line/workplan-commands.ts";
import type { Exit, Io } from "./io.ts";
import { toolVersion } from "./version.ts";

/**
 * The command line. Handlers are imported when they run, so that `--help` and `--version` start fast. Usage errors
 * leave as CommanderError; `run` maps them to exit code 64.
 */
export function createProgram(io: Io, exit: Exit): Command {
  const program = new Command("coulomb")
    .description(
      "Runs scheduled coding-agent loops over many repositories: declared in files, proposed as pull requests.",
    )
    .version(toolVersion(), "-V, --version", "print the version")
    .addHelpText(
      "after",
      `\n${examples(["coulomb demo", "coulomb validate", "coulomb plan --out plan.json", "coulomb reconcile --plan plan.json"])}`,
    );
  // No action here: commander then shows the help, and suggests a command for an unknown one.
  configure(program, io);
  const builder = createBuilder(io, exit);
  addFleetCommands(program, builder);
  addInit(program, builder);
  addImport(program, builder);
  addRequests(program, builder);
  addWorkplan(program, builder);
  addSchedule(program, builder);
  addActivity(program, builder);
  addEvidence(program, builder);
  addPromotion(program, builder);
  addSync(program, builder);
  addHub(program, builder);
  addKaizen(program, builder);
  addDoctor(program, builder);
  addCompletion(program, builder, io);
  addHelp(program, io);
  addManual(program, io.cwd);
  return program;
}
