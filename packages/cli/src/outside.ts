// What a program that imports the package sees of its world. It must be readable with TypeScript's own libraries alone: no module
// of Node, no package of others, so that who imports the package needs neither @types/node nor anything else.

/** Where text goes; `isTTY` tells a terminal. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything that one command line takes from outside; nothing else reads the environment, the clock or the terminal. */
export interface Outside {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Milliseconds between writes to GitHub; default: what GitHub asks for. */
  readonly writeIntervalMs?: number;
  /**
   * Waits so many milliseconds before a write is tried again. Answers true when they are over; false when the signal ended the
   * wait. Default: a timer.
   */
  readonly rest?: (milliseconds: number) => Promise<boolean>;
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
