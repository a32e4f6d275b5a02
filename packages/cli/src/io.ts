import type { Readable, Writable } from "node:stream";
import type { KeptHubs } from "./kept-hubs.ts";

/** Where text goes; `isTTY` tells a terminal. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything the program takes from outside; nothing else reads the environment, the clock or the terminal. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Milliseconds between writes to GitHub; default: what GitHub asks for. */
  readonly writeIntervalMs?: number;
  /** Where several commands run in one process: hubs that stay open between them. */
  readonly hubs?: KeptHubs;
  /** Whoever sits at the terminal and can be asked; none: nobody. */
  readonly person?: { readonly input: Readable; readonly output: Writable };
  /** This process among others. */
  readonly process: ProcessIdentity;
}

/** Which process on which host this is, and which others are still there. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** Whether a process of this host still runs. */
  readonly isAlive: (pid: number) => boolean;
}

/** Exit codes of the program (page 00 §5); 2–5 only with --detailed-exitcode. */
export const exitCodes = { ok: 0, error: 1, usage: 64, interrupted: 130 } as const;

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
