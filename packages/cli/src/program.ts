import { CoulombError, didYouMean } from "@coulomb-loop/schemas";
import { Command, InvalidArgumentError, Option } from "commander";
import { parseEmit } from "./emit/parse-emit.ts";
import type { Io } from "./io.ts";
import type { Emission } from "./output/emit-run.ts";
import { createTerminal, type Terminal } from "./terminal.ts";
import { toolVersion } from "./version.ts";

/** Options every command has. */
export interface CommonOptions {
  readonly ops?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** What a command gets: the world, its output, and where its exit code goes. */
export interface Invocation {
  readonly io: Io;
  readonly terminal: Terminal;
  readonly exit: (code: number) => void;
}

/** A command's handler. Its options are what commander parsed from the options declared beside it. */
type Handler = (invocation: Invocation, options: never, args: readonly string[]) => Promise<void>;

/**
 * The command line. Handlers are imported when they run, so that `--help` and `--version` start fast. Usage errors
 * leave as CommanderError; `run` maps them to exit code 64.
 */
export function createProgram(io: Io, exit: (code: number) => void): Command {
  const program = new Command("coulomb")
    .description(
      "Runs scheduled coding-agent loops over many repositories: declared in files, proposed as pull requests.",
    )
    .version(toolVersion(), "-V, --version", "print the version")
    .addHelpText(
      "after",
      `\n${examples(["coulomb demo", "coulomb validate", "coulomb plan --out plan.json", "coulomb reconcile --plan plan.json"])}`,
    );
  // No action here or on a group: commander then shows the help, and suggests a command for an unknown one.
  configure(program, io);
  const add = adder(io, exit);

  add(
    program,
    "demo",
    "show the whole loop on a throw-away fleet on this machine",
    ["coulomb demo", "coulomb demo --dir ./try"],
    (command) => command.option("--dir <folder>", "make the fleet in this (new or empty) folder"),
    async () => (await import("./commands/demo.ts")).demo,
  );
  add(
    program,
    "validate [paths...]",
    "check every contract in the ops repo; all findings with file:line:column",
    ["coulomb validate", "coulomb validate loops", "coulomb validate --format sarif > findings.sarif"],
    (command) =>
      command
        .addOption(
          new Option("--format <format>", "how to print the findings; default: human").choices([
            "human",
            "json",
            "sarif",
            "github",
          ]),
        )
        .option("--strict", "let warnings fail too"),
    async () => (await import("./commands/validate.ts")).validate,
  );
  add(
    program,
    "plan",
    "show what reconcile would do; reads only",
    [
      "coulomb plan",
      "coulomb plan --out plan.json",
      "coulomb plan --detailed-exitcode",
      "coulomb plan --emit github-summary=summary.md --emit sarif=plan.sarif",
    ],
    (command) =>
      command
        .option("--out <file>", "save the plan, to be applied exactly; - is stdout")
        .addOption(emitting())
        .addOption(detailed()),
    async () => (await import("./commands/plan.ts")).plan,
  );
  add(
    program,
    "reconcile",
    "keep one proposal per repo open, current and honest",
    [
      "coulomb reconcile",
      "coulomb reconcile --plan plan.json",
      "coulomb reconcile --dry-run",
      "coulomb reconcile --reopen activity-core",
      "coulomb reconcile --emit junit=report.xml --emit prometheus=metrics.prom",
    ],
    (command) =>
      command
        .option("--plan <file>", "apply exactly this saved plan; what changed since is stale")
        .option("--dry-run", "write nothing")
        .option("--reopen <repo...>", "offer again what people of this repo declined")
        .option("--rebuild <repo...>", "make the proposal of this repo anew that people edited")
        .option("--retry <repo...>", "try again what this repo's forge refused, now that it is mended")
        .option("--allow-mass-change <digest>", "apply the plan with this digest although it is sweeping")
        .option("--take-over <nonce>", "go on although another run holds this lease")
        .addOption(emitting())
        .addOption(detailed()),
    async () => (await import("./commands/reconcile.ts")).reconcileFleet,
  );
  add(
    program,
    "status",
    "the state of every repo, worst first",
    ["coulomb status", "coulomb status --json"],
    (command) => command,
    async () => (await import("./commands/status.ts")).status,
  );
  add(
    program,
    "why <repo>",
    "why a repo is in its state: values, where each comes from, and the rule",
    ["coulomb why activity-core"],
    (command) => command,
    async () => (await import("./commands/why.ts")).why,
  );
  addImport(program, add);
  addRequests(program, add, io);
  addWorkplan(program, add, io);
  const schedule = group(program, io, "schedule", "the fleet's firing times", ["coulomb schedule next"]);
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
    async () => (await import("./commands/schedule-next.ts")).scheduleNext,
  );
  add(
    program,
    "doctor",
    "check git, the ops repo, its forges and every repo; says how to mend each",
    ["coulomb doctor"],
    (command) => command,
    async () => (await import("./commands/doctor.ts")).doctor,
  );
  addHelp(program, io);
  return program;
}

/** Instead of commander's own, which knows no command of a group and suggests nothing. */
function addHelp(program: Command, io: Io): void {
  configure(program.command("help [command...]").description("show the help of a command"), io).action(
    (names: readonly string[]) => {
      let command = program;
      for (const name of names) {
        const found = command.commands.find((each) => each.name() === name);
        if (found === undefined) {
          const known = command.commands.map((each) => each.name());
          const hint = known.length === 0 ? "see its --help" : didYouMean(name, known);
          throw new CoulombError("usage", `there is no command "coulomb ${names.join(" ")}"`, { hint });
        }
        command = found;
      }
      command.outputHelp();
    },
  );
}

function addImport(program: Command, add: ReturnType<typeof adder>): void {
  add(
    program,
    "import <repo>",
    "write the roster entry of a repo from what it has, so that its schedule stays for now",
    [
      "coulomb import activity-core --dry-run",
      "coulomb import coulomb/activity-core --phase stabilize --wave 1",
      "coulomb import activity-core --answers 'activity team' --reason 'before stand-up' --expires-in P60D",
    ],
    (command) =>
      command
        .option("--loop <loop>", "the loop that takes it in; needed when there are several")
        .option("--forge <name>", "its forge; default: the roster's, or the only one")
        .option("--owner <owner>", "its owner; default: the roster's, or the forge's")
        .option("--phase <phase>", "its phase; default: the one that changes least")
        .option("--wave <n>", "its wave; default: the roster's", wave)
        .option("--answers <who>", "who answers for the overrides; default: you, as git knows you")
        .option("--reason <text>", "why its values stay", "as it was before the import")
        .option("--expires-in <duration>", "how long they stay, at most P90D", "P30D")
        .option("--dry-run", "show the lines and write nothing"),
    async () => (await import("./commands/import.ts")).importRepo,
  );
}

function addRequests(program: Command, add: ReturnType<typeof adder>, io: Io): void {
  const requests = group(program, io, "requests", "the managed proposals", [
    "coulomb requests list",
    "coulomb requests show activity-core",
  ]);
  add(
    requests,
    "list",
    "every proposal that is open; --all: also the newest closed ones",
    ["coulomb requests list", "coulomb requests list --all"],
    (command) => command.option("--all", "also merged and closed ones"),
    async () => (await import("./commands/requests.ts")).list,
  );
  add(
    requests,
    "show <repo>",
    "the newest proposal of a repo, with its diff",
    ["coulomb requests show activity-core"],
    (command) => command,
    async () => (await import("./commands/requests.ts")).show,
  );
  add(
    requests,
    "merge [repos...]",
    "merge open proposals as yourself (git forge)",
    ["coulomb requests merge activity-core", "coulomb requests merge --all"],
    (command) => command.option("--all", "every open proposal"),
    async () => (await import("./commands/requests.ts")).merge,
  );
  add(
    requests,
    "close <repo>",
    "decline an open proposal: the same change is not offered again",
    ["coulomb requests close activity-core --reason 'not before the release'"],
    (command) => command.requiredOption("--reason <text>", "why, for the others (required)"),
    async () => (await import("./commands/requests.ts")).close,
  );
}

function addWorkplan(program: Command, add: ReturnType<typeof adder>, io: Io): void {
  const workplan = group(
    program,
    io,
    "workplan",
    "the tasks of the workplans, read and edited byte-exactly",
    ["coulomb workplan list", "coulomb workplan set LOOP-WP-0001-T07 done"],
  );
  add(
    workplan,
    "list",
    "every workplan and how far it is",
    ["coulomb workplan list"],
    (command) => command,
    async () => (await import("./commands/workplan.ts")).list,
  );
  add(
    workplan,
    "show <id>",
    "the tasks of a workplan, or one task",
    ["coulomb workplan show LOOP-WP-0001", "coulomb workplan show LOOP-WP-0001-T07"],
    (command) => command,
    async () => (await import("./commands/workplan.ts")).show,
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
    async () => (await import("./commands/workplan.ts")).set,
  );
  add(
    workplan,
    "check [paths...]",
    "find where the two copies of a task disagree, and every other flaw",
    ["coulomb workplan check", "coulomb workplan check --fix"],
    (command) => command.option("--fix", "repair what has one possible repair"),
    async () => (await import("./commands/workplan.ts")).check,
  );
}

function adder(io: Io, exit: (code: number) => void) {
  return function add(
    parent: Command,
    usage: string,
    description: string,
    shown: readonly string[],
    options: (command: Command) => Command,
    load: () => Promise<Handler>,
  ): void {
    const command = configure(options(parent.command(usage).description(description)), io)
      .option("--ops <dir>", "folder of the ops repo; default: the nearest coulomb.yaml upwards")
      .option("--json", "print one JSON document")
      .option("--no-color", "print no colours")
      .addHelpText("after", `\n${examples(shown)}`);
    command.action(async () => {
      const handler = await load();
      const terminal = createTerminal(io, { color: command.opts<CommonOptions>().color });
      await handler({ io, terminal, exit }, command.opts<never>(), command.args);
    });
  };
}

function group(
  program: Command,
  io: Io,
  name: string,
  description: string,
  shown: readonly string[],
): Command {
  return configure(program.command(name).description(description), io).addHelpText(
    "after",
    `\n${examples(shown)}`,
  );
}

function configure(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError(true)
    .showHelpAfterError("(--help shows what there is)")
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    });
}

function emitting(): Option {
  return new Option(
    "--emit <format=path>",
    "also write the run as json, jsonl, sarif, junit, github, github-summary or prometheus; - is stdout; repeatable",
  )
    .argParser(emission)
    .default([]);
}

function emission(text: string, before: readonly Emission[]): readonly Emission[] {
  const target = parseEmit(text);
  if (target.kind === "refused") throw new InvalidArgumentError(target.reason);
  return [...before, target];
}

function detailed(): Option {
  return new Option(
    "--detailed-exitcode",
    "exit with 0 in sync, 2 pending, 3 drift, 4 needs a person, 5 stale, 1 error",
  );
}

function examples(lines: readonly string[]): string {
  return ["Examples:", ...lines.map((line) => `  $ ${line}`)].join("\n");
}

function instant(text: string): number {
  const time = Date.parse(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/.test(text) && !Number.isNaN(time);
  // Date.parse takes 30 February for 2 March.
  if (!isInstant || new Date(time).toISOString().slice(0, 10) !== text.slice(0, 10)) {
    throw new InvalidArgumentError("expected an instant in UTC, such as 2027-03-28T00:00:00Z");
  }
  return time;
}

function wave(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 99)
    throw new InvalidArgumentError("expected a whole number from 0 to 99");
  return number;
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw new InvalidArgumentError("expected a whole number from 1 to 10000");
  return number;
}
