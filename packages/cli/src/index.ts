import type { Outside } from "./outside.ts";
import { run as runCommand } from "./run.ts";

export type { Outside as Io, Sink } from "./outside.ts";
export { exitCodes } from "./outside.ts";

/**
 * Runs one command line and answers its exit code: 0 success, 1 error, 64 usage, 130 interrupted, and what a command
 * adds under --detailed-exitcode. Never throws; an error is told on stderr, and on stdout as JSON with --json.
 */
export function run(argv: readonly string[], io: Outside): Promise<number> {
  return runCommand(argv, io);
}
