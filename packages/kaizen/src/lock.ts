import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CoulombError } from "@coulomb-loop/schemas";
import { errorCode, written } from "./inside.ts";

/** The process that wants a lock, and how it waits. */
export interface LockHolder {
  readonly host: string;
  readonly pid: number;
  /** Whether a process of this host still runs. */
  readonly isAlive: (pid: number) => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

interface Turn {
  readonly host: string;
  readonly pid: number;
  readonly at: number;
  readonly free: boolean;
}

/** Milliseconds after which a holder counts as gone that cannot be asked: it is on another host, or its id was given anew. */
const longestHold = 120_000;
/** Waits of about 20 ms before giving up: as long as a holder may keep it, and a little. */
const mostWaits = 7_000;
/** Turns that are kept, so that who is slow to look always sees a later one than its own. */
const keptTurns = 16;

/**
 * Runs work while no other process does so with the same folder. Turns are files with ascending numbers, each made once, by a
 * link, which one process wins. Only the highest counts: it is free, or its holder runs, or is gone; then the next number is
 * the next turn. So nobody ever removes a lock that somebody else has just got, which is the flaw of taking over one file.
 *
 * The work is done at one go, so a turn in the name of this very process is one of a dead process that had its id. Throws
 * `metrics_locked` when the holder does not come to an end, `checkout_unwritable`, and what the work throws.
 */
export async function withLock<T>(folder: string, holder: LockHolder, work: () => T): Promise<T> {
  written(folder, () => mkdirSync(folder, { recursive: true }));
  const own = await acquire(folder, holder);
  try {
    return work();
  } finally {
    try {
      release(folder, own, holder);
      clean(folder, own);
    } catch {
      // The work is done, and to do it again would be worse: the turn is over when this process has ended.
    }
  }
}

async function acquire(folder: string, holder: LockHolder): Promise<number> {
  for (let waits = 0; ; waits += 1) {
    const newest = turnsIn(folder).at(-1) ?? 0;
    const held = newest === 0 ? undefined : readTurn(folder, newest);
    if (held === undefined || isOver(held, holder)) {
      const next = newest + 1;
      if (written(folder, () => claim(folder, next, holder))) return next;
      continue;
    }
    if (waits >= mostWaits)
      throw new CoulombError(
        "metrics_locked",
        `process ${held.pid} on ${held.host} does not finish its record`,
        {
          hint: `if it is stuck, end it; the lock is the newest file in ${folder}`,
        },
      );
    // Not all at once again.
    await holder.wait(10 + ((holder.pid * 7 + waits * 13) % 20));
  }
}

function isOver(turn: Turn, holder: LockHolder): boolean {
  if (turn.free || holder.now() - turn.at > longestHold) return true;
  return turn.host === holder.host && (turn.pid === holder.pid || !holder.isAlive(turn.pid));
}

/** Makes a turn; false when somebody else has it, or a later one is there already. */
function claim(folder: string, turn: number, holder: LockHolder): boolean {
  const draft = join(folder, `draft-${holder.pid}-${holder.host.replaceAll(/[^A-Za-z0-9.-]/g, "-")}`);
  writeFileSync(draft, turnText(holder, false));
  try {
    linkSync(draft, join(folder, turnName(turn)));
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  if ((turnsIn(folder).at(-1) ?? 0) <= turn) return true;
  // It was over long ago, and its file was cleaned away before we made ours.
  rmSync(join(folder, turnName(turn)), { force: true });
  return false;
}

function release(folder: string, turn: number, holder: LockHolder): void {
  const draft = join(folder, `free-${turn}`);
  writeFileSync(draft, turnText(holder, true));
  renameSync(draft, join(folder, turnName(turn)));
}

/** Removes old turns, and what a process left that was killed while it gave one back. */
function clean(folder: string, own: number): void {
  for (const name of readdirSync(folder)) {
    const [, turn] = /^(?:turn|free)-(\d{1,15})$/.exec(name) ?? [];
    if (turn !== undefined && Number(turn) <= own - keptTurns) rmSync(join(folder, name), { force: true });
  }
}

function turnsIn(folder: string): number[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const [, number] = /^turn-(\d{1,15})$/.exec(name) ?? [];
      return number === undefined ? [] : [Number(number)];
    })
    .sort((a, b) => a - b);
}

/** `undefined`: the file is gone, or is none of ours, so nobody holds it. */
function readTurn(folder: string, turn: number): Turn | undefined {
  try {
    const [host, pid, at, state] = readFileSync(join(folder, turnName(turn)), "utf8").split("\n");
    if (host === undefined || state === undefined) return undefined;
    return { host, pid: Number(pid), at: Number(at), free: state === "free" };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

function turnName(turn: number): string {
  return `turn-${turn}`;
}

function turnText({ host, pid, now }: LockHolder, free: boolean): string {
  return [host, pid, now(), free ? "free" : "held"].join("\n");
}
