import type { Argument, Command, Option } from "commander";
import { kindOf, type ValueKind } from "./value-kind.ts";

/** One thing that can stand where the cursor is: the whole word, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What may stand where the cursor is; `paths`: what the shell itself completes besides. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  readonly paths: "none" | "files" | "folders";
  /** The word goes on behind a candidate: no space is put there. */
  readonly open: boolean;
}

/** Looks up the values of a kind that depend on where one is; never throws. */
export type Lookup = (kind: ValueKind, typed: Typed) => Promise<readonly string[]>;

/** What stands before the cursor. */
export interface Typed {
  readonly command: Command;
  /** Words that are no options, after the command's name. */
  readonly operands: readonly string[];
  /** Values of options, by the option's long name. */
  readonly options: ReadonlyMap<string, string>;
}

/**
 * Completes the last of these words, which follow the program's name, by the program's own commands and options. The
 * candidates begin with that word, and come in the order of the help. Writes nothing and runs no command.
 */
export async function complete(
  program: Command,
  words: readonly string[],
  lookup: Lookup,
): Promise<Completion> {
  const current = words.at(-1) ?? "";
  const state = read(program, words.slice(0, -1));
  const { command, pending, ended } = state;
  if (pending !== undefined && (pending.required || !current.startsWith("-")))
    return valuesOf(pending, "", current, state, lookup);
  const inline = /^(--[^=]+)=/.exec(current);
  if (inline !== null && !ended) {
    const option = optionOf(command, inline[1] ?? "");
    return option === undefined ? nothing : valuesOf(option, inline[0], current, state, lookup);
  }
  if (current.startsWith("-") && !ended) return matching(optionsOf(state), current);
  const commands = state.operands.length === 0 && !ended ? commandsOf(command) : [];
  const argument = argumentAt(command, state.operands.length);
  const values = argument === undefined ? nothing : await valuesOf(argument, "", current, state, lookup);
  const found = matching([...commands, ...values.candidates], current);
  const isBare = found.candidates.length === 0 && values.paths === "none" && current === "" && !ended;
  return isBare ? matching(optionsOf(state), "") : { ...values, candidates: found.candidates };
}

const nothing: Completion = { candidates: [], paths: "none", open: false };

interface State extends Typed {
  /** The option whose value comes next. */
  readonly pending: Option | undefined;
  /** After `--` nothing is an option. */
  readonly ended: boolean;
}

function read(program: Command, words: readonly string[]): State {
  let command = program;
  let pending: Option | undefined;
  let ended = false;
  let operands: string[] = [];
  const options = new Map<string, string>();
  for (const word of words) {
    if (pending !== undefined && (pending.required || !word.startsWith("-"))) {
      options.set(pending.long ?? "", word);
      if (!pending.variadic) pending = undefined;
      continue;
    }
    pending = undefined;
    if (!ended && word === "--") ended = true;
    else if (!ended && word.startsWith("-")) {
      const [flag = "", value] = word.split(/=(.*)/s);
      const option = optionOf(command, flag);
      options.set(option?.long ?? flag, value ?? "");
      if (value === undefined && option !== undefined && (option.required || option.optional))
        pending = option;
    } else {
      const below = operands.length === 0 && !ended ? subcommand(command, word) : undefined;
      if (below === undefined) operands.push(word);
      else [command, operands] = [below, []];
    }
  }
  return { command, operands, options, pending, ended };
}

function subcommand(command: Command, name: string): Command | undefined {
  return visible(command).find((each) => each.name() === name);
}

/** The commands that help shows. */
function visible(command: Command): readonly Command[] {
  return command.createHelp().visibleCommands(command);
}

function commandsOf(command: Command): readonly Candidate[] {
  return visible(command).map((each) => ({ value: each.name(), description: each.description() }));
}

function optionOf(command: Command, flag: string): Option | undefined {
  return command
    .createHelp()
    .visibleOptions(command)
    .find(({ long, short }) => long === flag || short === flag);
}

/** Options that are not there yet, or may stand again. */
function optionsOf({ command, options }: State): readonly Candidate[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter((option) => option.long !== undefined && (!options.has(option.long) || repeats(option)))
    .map((option) => ({ value: option.long ?? "", description: option.description }));
}

function repeats(option: Option): boolean {
  return option.variadic || /\brepeatable\b/.test(option.description);
}

function argumentAt(command: Command, position: number): Argument | undefined {
  const declared = command.registeredArguments;
  const last = declared.at(-1);
  return declared[position] ?? (last?.variadic === true ? last : undefined);
}

async function valuesOf(
  of: Option | Argument,
  before: string,
  current: string,
  state: State,
  lookup: Lookup,
): Promise<Completion> {
  const whole = (values: readonly string[]) =>
    values.map((value) => ({ value: before + value, description: "" }));
  if (of.argChoices !== undefined) return matching(whole(of.argChoices), current);
  const kind = kindOf(of);
  if (kind === "file" || kind === "folder")
    return { ...nothing, paths: kind === "file" ? "files" : "folders" };
  if (kind === "command") return matching(commandsBelow(state), current);
  if (kind === "emission") return emission(before, current, await lookup(kind, state));
  const found = matching(whole(await lookup(kind, state)), current);
  if (kind !== "supposed") return found;
  const at = current.indexOf("=", before.length);
  if (at === -1)
    return {
      ...matching(whole(["all", ...(await lookup("repo", state))].map((who) => `${who}=`)), current),
      open: true,
    };
  const who = current.slice(0, at + 1);
  return matching(
    (await lookup("phase", state)).map((phase) => ({ value: who + phase, description: "" })),
    current,
  );
}

/** `format=path`: the formats, then whatever the shell knows of paths. */
function emission(before: string, current: string, formats: readonly string[]): Completion {
  if (current.includes("=", before.length)) return { ...nothing, paths: "files" };
  const candidates = formats.map((format) => ({ value: `${before}${format}=`, description: "" }));
  return { ...matching(candidates, current), open: true };
}

/** The commands whose help can be asked for, after those that were named. */
function commandsBelow({ command, operands }: State): readonly Candidate[] {
  let at = command.parent ?? command;
  for (const name of operands) {
    const below = subcommand(at, name);
    if (below === undefined) return [];
    at = below;
  }
  return commandsOf(at);
}

/**
 * Those that begin with the word. A value of a file may hold anything, and a shell puts it on its command line as it
 * is: what could mean more than itself there is left out.
 */
function matching(candidates: readonly Candidate[], current: string): Completion {
  const seen = new Set<string>();
  const found = candidates.filter(({ value }) => {
    const isNew = value.startsWith(current) && /^[\w@%+=:,./-]+$/.test(value) && !seen.has(value);
    seen.add(value);
    return isNew;
  });
  return { ...nothing, candidates: found };
}
