import type { Readable, Writable } from "node:stream";
import type { KeptHubs } from "./kept-hubs.ts";
import type { Outside } from "./outside.ts";

export type { Sink } from "./outside.ts";
export { exitCodes } from "./outside.ts";

/** What the program itself, and its demo, give a command line beside what everybody gives. */
export interface Io extends Outside {
  /** Where several commands run in one process: hubs that stay open between them. */
  readonly hubs?: KeptHubs;
  /** Whoever sits at the terminal and can be asked; none: nobody. */
  readonly person?: { readonly input: Readable; readonly output: Writable };
}

/** Why a process is to end: a person at its terminal (SIGINT), or who manages it as a service (SIGTERM). */
export function interruptionBy(name: "SIGINT" | "SIGTERM"): DOMException {
  // What is under way gets it as the reason: it stays an abort like any other.
  return new DOMException(name, "AbortError");
}

/** Whether who manages it as a service asked the process to end. */
export function isTerminated({ signal }: Pick<Io, "signal">): boolean {
  return signal.reason instanceof DOMException && signal.reason.message === "SIGTERM";
}

/** Takes the exit code of a command. `although interrupted`: to be interrupted is how the command ends. */
export type Exit = (code: number, when?: "although interrupted") => void;
