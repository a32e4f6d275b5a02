import { parseDuration } from "@coulomb-loop/cadence/duration";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type EmitTarget, parseEmit } from "../emit/parse-emit.ts";
import type { Emission } from "../output/emit-run.ts";

/** `--emit`, repeatable. */
export function emitting(): Option {
  return new Option(
    "--emit <format=path>",
    "also write the run as json, jsonl, sarif, junit, github, github-summary or prometheus; - is stdout, and text for people then goes to stderr; repeatable",
  )
    .argParser((text: string, before: readonly Emission[]) => emission(parseEmit(text), before))
    .default([]);
}

/** `--emit` of a command that tells events, repeatable. */
export function emittingEvents(): Option {
  return new Option(
    "--emit <format=path>",
    "append what happened to the promotions to a file, as jsonl=<path>, one line an event, each once; - is stdout, and text for people then goes to stderr; repeatable",
  )
    .argParser((text: string, before: readonly Emission[]) => emission(parseEmit(text, ["jsonl"]), before))
    .default([]);
}

function emission(target: EmitTarget, before: readonly Emission[]): readonly Emission[] {
  if (target.kind === "refused") throw new InvalidArgumentError(target.reason);
  if (target.path !== "-" && before.some(({ path }) => path === target.path))
    throw new InvalidArgumentError(`two formats would be written to ${target.path}`);
  const other = before.find(({ path }) => path === "-");
  if (target.path === "-" && other !== undefined)
    throw new InvalidArgumentError(
      `${other.format} goes to stdout already: name a file for ${target.format}, or for ${other.format}`,
    );
  return [...before, target];
}

/** `--detailed-exitcode`. */
export function detailed(): Option {
  return new Option(
    "--detailed-exitcode",
    "exit with 0 in sync, 2 pending, 3 drift, 4 needs a person, 5 stale, 1 error",
  );
}

/** An instant in UTC, RFC 3339, as epoch milliseconds. */
export function instant(text: string): number {
  const time = Date.parse(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/.test(text) && !Number.isNaN(time);
  // Date.parse takes 30 February for 2 March.
  if (!isInstant || new Date(time).toISOString().slice(0, 10) !== text.slice(0, 10)) {
    throw new InvalidArgumentError("expected an instant in UTC, such as 2027-03-28T00:00:00Z");
  }
  return time;
}

/** An instant, or how long ago it was: an ISO 8601 duration. Answers with the instant as seen from `now`, both in epoch milliseconds. */
export function since(text: string): (now: number) => number {
  if (!text.startsWith("P")) {
    const at = instant(text);
    return () => at;
  }
  const length = duration(text);
  return (now) => now - length;
}

/** The number of a wave. */
export function wave(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 99)
    throw new InvalidArgumentError("expected a whole number from 0 to 99");
  return number;
}

/** A number of things to show. */
export function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw new InvalidArgumentError("expected a whole number from 1 to 10000");
  return number;
}

/** The number of a pull request. */
export function pullNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text))
    throw new InvalidArgumentError("expected the number of a pull request, such as 12");
  return Number(text);
}

/** The full id of a commit. */
export function commitId(text: string): string {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text))
    throw new InvalidArgumentError("expected the full id of a commit: 40 or 64 hex digits");
  return text;
}

/** Reads a port; 0 is any free one. */
export function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535)
    throw new InvalidArgumentError("expected a port: a whole number from 0 to 65535");
  return number;
}

/** Where the hub is, when coulomb.yaml and DATABASE_URL are not to say so. */
export function hubPlaced(command: Command): Command {
  return command.option(
    "--data-dir <folder>",
    "the hub in this folder; default: what coulomb.yaml or DATABASE_URL says",
  );
}

/** Words with commas between. */
export function list(text: string): readonly string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** Seconds that something took, with a fraction or without. */
export function seconds(text: string): number {
  if (!/^\d{1,8}(?:\.\d+)?$/.test(text) || Number(text) > 31_536_000)
    throw new InvalidArgumentError("expected seconds, such as 120 or 3.5");
  return Number(text);
}

/** A quality. */
export function quality(text: string): number {
  if (!/^\d(?:\.\d+)?$/.test(text) || Number(text) > 1)
    throw new InvalidArgumentError("expected a number from 0 to 1, such as 0.8");
  return Number(text);
}

/** The number of an attempt. */
export function attempt(text: string): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) < 1 || Number(text) > 1000)
    throw new InvalidArgumentError("expected a whole number from 1 to 1000");
  return Number(text);
}

/** An ISO 8601 duration, as milliseconds. */
export function duration(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined || milliseconds === 0 || milliseconds > longestDuration)
    throw new InvalidArgumentError("expected a duration up to ten years, such as PT55M or P30D");
  return milliseconds;
}

const longestDuration = 3_660 * 86_400_000;

/** `unit=amount`, repeatable. */
export function cost(text: string, before: Readonly<Record<string, number>> = {}): Record<string, number> {
  const [, unit, amount] = /^([a-z][a-z0-9_]{0,79})=(\d{1,12}(?:\.\d+)?)$/.exec(text) ?? [];
  if (unit === undefined) throw new InvalidArgumentError("expected unit=amount, such as usd=0.4");
  if (Object.hasOwn(before, unit)) throw new InvalidArgumentError(`${unit} stands twice`);
  return { ...before, [unit]: Number(amount) };
}

/** What somebody did in the middle of a session. */
export interface Intervention {
  readonly kind: string;
  readonly note?: string;
}

/** `kind[:note]`, repeatable. */
export function intervention(text: string, before: readonly Intervention[] = []): readonly Intervention[] {
  const [, kind, note = ""] = /^([a-z0-9]+(?:[-_][a-z0-9]+)*)(?::(.*))?$/s.exec(text) ?? [];
  if (kind === undefined || kind.length > 80)
    throw new InvalidArgumentError("expected kind or kind:note, such as answer:which-branch");
  return [...before, { kind, ...(note.trim() === "" ? {} : { note: note.trim() }) }];
}

/** A phase that a repo, or `all`, is supposed to be in. */
export interface Supposed {
  readonly who: string;
  readonly phase: string;
}

/** `--phase`, repeatable: `<repo|all>=<phase>`. */
export function supposing(text: string, before: readonly Supposed[] = []): readonly Supposed[] {
  const [, who, phase] = /^(.+)=([^=]+)$/.exec(text) ?? [];
  if (who === undefined || phase === undefined)
    throw new InvalidArgumentError("expected a repo, or all, and a phase, such as activity-core=stabilize");
  return [...before, { who, phase }];
}
