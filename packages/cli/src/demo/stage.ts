import { CoulombError } from "@coulomb-loop/schemas";
import type { Invocation } from "../command-line/builder.ts";
import { run } from "../run.ts";

/** One demo under way. */
export interface Stage {
  readonly invocation: Invocation;
  /** Folder of everything it makes on this machine. */
  readonly root: string;
  /** Folder of its ops repo. */
  readonly ops: string;
  readonly json: boolean;
  /** The clock of every command: this machine's, until the story moves it. */
  readonly now: () => number;
  /** Variables of the environment of every command. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Shows a command, runs it in the ops repo, and stops the demo when it ends in another way than told. */
export async function coulomb(stage: Stage, expected: number, ...args: readonly string[]): Promise<void> {
  const { io, terminal } = stage.invocation;
  tell(stage, `${terminal.paint.green("$")} ${terminal.paint.bold(`coulomb ${args.join(" ")}`)}`);
  const color = terminal.paint.isColorSupported ? [] : ["--no-color"];
  const code = await run([...args, ...color], {
    ...io,
    now: stage.now,
    cwd: stage.ops,
    stdout: stage.json ? { write: () => {} } : io.stdout,
    env: stage.env,
  });
  if (code !== expected) {
    throw failure(stage, `coulomb ${args.join(" ")} ended with exit code ${code}, expected ${expected}`);
  }
  tell(stage, "");
}

/** Runs a command in the ops repo without showing it, and answers with what it printed. */
export async function ask(stage: Stage, ...args: readonly string[]): Promise<string> {
  let printed = "";
  const stdout = { write: (text: string) => void (printed += text) };
  const code = await run(args, {
    ...stage.invocation.io,
    now: stage.now,
    cwd: stage.ops,
    stdout,
    env: stage.env,
  });
  if (code !== 0) throw failure(stage, `coulomb ${args.join(" ")} ended with exit code ${code}, expected 0`);
  return printed;
}

/** What is thrown when a step does not do what its text says. */
export function failure({ root }: Pick<Stage, "root">, message: string): CoulombError {
  return new CoulombError("demo_failed", message, { hint: `what the demo made is still there: ${root}` });
}

/** Begins a part of the story. */
export function say(stage: Stage, title: string, text: readonly string[]): void {
  const { paint } = stage.invocation.terminal;
  tell(stage, `${paint.cyan("──")} ${paint.bold(title)}`);
  for (const line of text) tell(stage, line);
  tell(stage, "");
}

/** Prints a line of the story; with --json there is none. */
export function tell({ invocation, json }: Pick<Stage, "invocation" | "json">, line: string): void {
  if (!json) invocation.terminal.data(line);
}
