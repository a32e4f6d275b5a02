import type { ErrorReport } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas/errors";
import { CommanderError } from "commander";
import { helpHint } from "./command-line/builder.ts";
import type { Io } from "./io.ts";
import { exitCodes } from "./io.ts";
import { createProgram } from "./program.ts";
import { createTerminal, printable } from "./terminal.ts";

/**
 * Runs one command line and answers its exit code: 0 success, 1 error, 64 usage, 130 interrupted, and what a command
 * adds under --detailed-exitcode. Never throws; an error is told on stderr, and on stdout as JSON with --json.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.ok;
  let isStop = false;
  const program = createProgram(io, (value, when) => {
    code = value;
    isStop = when !== undefined;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return io.signal.aborted && !isStop ? exitCodes.interrupted : code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.ok;
      // Commander has told it on stderr already.
      const { message, hint } = usageOf(error);
      if (argv.includes("--json")) print(io, "usage", message, hint);
      return exitCodes.usage;
    }
    // What failed then, failed because of it: the demo's own git processes get the same Ctrl-C.
    if (io.signal.aborted) {
      io.stderr.write("Interrupted.\n");
      return exitCodes.interrupted;
    }
    tell(argv, io, error);
    return error instanceof CoulombError && error.code === "usage" ? exitCodes.usage : exitCodes.error;
  }
}

function tell(argv: readonly string[], io: Io, error: unknown): void {
  const terminal = createTerminal(io, { color: !argv.includes("--no-color") });
  const known = error instanceof CoulombError;
  const code = known ? error.code : "internal";
  const message = error instanceof Error ? error.message : String(error);
  const hint = known ? error.hint : "this is a bug in coulomb: please report it with the text above";
  if (argv.includes("--json")) print(io, code, message, hint);
  terminal.note(`${terminal.paint.red("error")} ${printable(message)} ${terminal.paint.dim(`[${code}]`)}`);
  if (!known && error instanceof Error && error.stack !== undefined)
    terminal.note(terminal.paint.dim(error.stack));
  if (hint !== undefined) terminal.note(`  ${terminal.paint.cyan("→")} ${hint}`);
}

function print(io: Io, code: string, message: string, hint: string | undefined): void {
  const report: ErrorReport = {
    format_version: "1.0",
    kind: "error",
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
  io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

/** Commander's words as message and hint: its suggestion stands in brackets on a line of its own. */
function usageOf(error: CommanderError): { readonly message: string; readonly hint: string } {
  // It has no words for a group without a command: it shows the help then.
  if (error.code === "commander.help") return { message: "a command is missing", hint: helpHint(error) };
  const [first = "", ...rest] = error.message.replace(/^error: /, "").split("\n");
  const suggestion = rest
    .join(" ")
    .trim()
    .replace(/^\((.*)\)$/, "$1");
  return { message: first, hint: suggestion === "" ? helpHint(error) : suggestion };
}
