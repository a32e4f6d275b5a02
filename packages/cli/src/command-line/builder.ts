import type { Command, CommanderError } from "commander";
import type { Exit, Io } from "../io.ts";
import { createTerminal, type Terminal } from "../terminal.ts";

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
  readonly exit: Exit;
}

/** A command's handler. Its options are what commander parsed from the options declared beside it. */
type Handler = (invocation: Invocation, options: never, args: readonly string[]) => Promise<void>;

type Add = (
  parent: Command,
  usage: string,
  description: string,
  shown: readonly string[],
  options: (command: Command) => Command,
  load: () => Promise<Handler>,
) => Command;

/** How commands are added to the program. */
export interface Builder {
  /** Adds a command, and answers with it: usage, description, examples, its own options, and where its handler is loaded from. */
  readonly add: Add;
  /** The same for a command that needs no ops repo. */
  readonly addAnywhere: Add;
  /** Adds a group of commands. Without an action commander shows its help, and suggests a command for an unknown one. */
  readonly group: (parent: Command, name: string, description: string, shown: readonly string[]) => Command;
}

/** A builder whose commands take the world from `io` and give their exit code to `exit`. */
export function createBuilder(io: Io, exit: Exit): Builder {
  const addAnywhere: Add = (parent, usage, description, shown, options, load) => {
    const command = configure(options(parent.command(usage).description(description)), io)
      .option("--json", "print one JSON document")
      .option("--no-color", "print no colours")
      .addHelpText("after", `\n${examples(shown)}`);
    command.action(async () => {
      const handler = await load();
      const terminal = createTerminal(io, { color: command.opts<CommonOptions>().color });
      // Options that a command and one below it share are its parent's when they stand before its name.
      await handler({ io, terminal, exit }, command.optsWithGlobals<never>(), command.args);
    });
    return command;
  };
  return {
    addAnywhere,
    add: (parent, usage, description, shown, options, load) =>
      addAnywhere(
        parent,
        usage,
        description,
        shown,
        (command) =>
          options(command).option(
            "--ops <dir>",
            "folder of the ops repo; default: the nearest coulomb.yaml upwards",
          ),
        load,
      ),
    group: (parent, name, description, shown) =>
      configure(parent.command(name).description(description), io).addHelpText(
        "after",
        `\n${examples(shown)}`,
      ),
  };
}

/** Where to look after a usage error, by the error. */
const helpHints = new WeakMap<CommanderError, string>();

/** Which command's help says what it takes, for an error of its command line. */
export function helpHint(error: CommanderError): string {
  return helpHints.get(error) ?? "coulomb --help shows what there is";
}

/** A command with those above it, as it is typed. */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

/** What every command has: errors as exceptions, suggestions, output where `io` says. */
export function configure(command: Command, io: Io): Command {
  const hint = `${pathOf(command)} --help shows what there is`;
  return command
    .exitOverride((error) => {
      helpHints.set(error, hint);
      throw error;
    })
    .showSuggestionAfterError(true)
    .showHelpAfterError(`(${hint})`)
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    });
}

/** Examples below a help text. */
export function examples(lines: readonly string[]): string {
  return ["Examples:", ...lines.map((line) => `  $ ${line}`)].join("\n");
}
