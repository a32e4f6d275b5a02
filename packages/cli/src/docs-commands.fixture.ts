import { type Command, CommanderError } from "commander";
import type { Io } from "./io.ts";
import { createProgram } from "./program.ts";

/** Words of a shell line up to the first operator; quotes are taken away, a comment is left out. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  const parts = /\s*(?:(#.*)|((?:"(?:\\.|[^"])*"|'[^']*'|\\.|\$\([^)]*\)|[^\s"'|&;<>()])+)|([|&;<>()].*))/gy;
  for (const [, comment, word, operator] of line.matchAll(parts)) {
    if (comment !== undefined || operator !== undefined) break;
    if (word !== undefined) words.push(word.replaceAll(/"((?:\\.|[^"])*)"|'([^']*)'/g, "$1$2"));
  }
  return words;
}

/** Every `coulomb …` of a shell text, as the words after its name. */
export function commandLines(shell: string): readonly (readonly string[])[] {
  const lines = shell.replaceAll("\\\n", " ").split("\n");
  return lines.flatMap((line) =>
    [...line.matchAll(/(?:^|[|&;(])\s*(?:\w+=\S*\s+)*coulomb(?=((?:\s|$).*))/g)].map(([, rest = ""]) =>
      wordsOf(rest),
    ),
  );
}

/** What is wrong with a command line of the program; `undefined`: nothing. Nothing is run. */
export function flawOf(words: readonly string[]): string | undefined {
  const nowhere = { write: () => true };
  const io: Io = {
    stdout: nowhere,
    stderr: nowhere,
    env: {},
    cwd: "",
    now: () => 0,
    signal: new AbortController().signal,
    process: { host: "", pid: 1, isAlive: () => false },
  };
  let command: Command = createProgram(io, () => undefined);
  let rest = [...words];
  for (;;) {
    const next = command.commands.find((each) => each.name() === rest[0]);
    if (next === undefined) break;
    [command, rest] = [next, rest.slice(1)];
  }
  if (rest.includes("--help")) return undefined;
  if (rest[0] === "--version" && rest.length === 1) return undefined;
  try {
    const { operands, unknown } = command.parseOptions(rest);
    if (unknown.length > 0) return `no option ${unknown.join(" ")}`;
    if (command.registeredArguments.length === 0 && operands.length > 0)
      return `no command ${operands[0] ?? ""}`;
    const needed = command.registeredArguments.filter(({ required }) => required).length;
    const isOpen = command.registeredArguments.some(({ variadic }) => variadic);
    if (operands.length < needed || (!isOpen && operands.length > command.registeredArguments.length))
      return `${operands.length} arguments`;
    const lacking = command.options.filter(
      (option) => option.mandatory && command.getOptionValue(option.attributeName()) === undefined,
    );
    return lacking.length === 0 ? undefined : `lacks ${lacking.map(({ long }) => long ?? "").join(", ")}`;
  } catch (error) {
    if (error instanceof CommanderError) return error.message;
    throw error;
  }
}
