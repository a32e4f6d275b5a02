import { InvalidArgumentError, Option } from "commander";
import { parseEmit } from "../emit/parse-emit.ts";
import type { Emission } from "../output/emit-run.ts";

/** `--emit`, repeatable. */
export function emitting(): Option {
  return new Option(
    "--emit <format=path>",
    "also write the run as json, jsonl, sarif, junit, github, github-summary or prometheus; - is stdout, and text for people then goes to stderr; repeatable",
  )
    .argParser(emission)
    .default([]);
}

function emission(text: string, before: readonly Emission[]): readonly Emission[] {
  const target = parseEmit(text);
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

/** Reads a port; 0 is any free one. */
export function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535)
    throw new InvalidArgumentError("expected a port: a whole number from 0 to 65535");
  return number;
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
