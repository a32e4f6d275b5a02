import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { kill, pid as ownPid } from "node:process";
import { CoulombError } from "@coulomb-loop/schemas";

/** Says that a folder is ours, until it is released. */
export interface FolderLock {
  release(): void;
}

/** Who holds a folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it: a number of a process is given again. */
  readonly began: string;
}

const name = "hub.lock";

/** Times that a lock of somebody who is gone is cleared away. */
const mostTries = 3;

/**
 * Takes a folder for this process: the embedded database lets a second one in, and both would spoil it. A lock that a killed
 * process left behind is cleared away. Throws CoulombError `hub_locked`, naming the process, when somebody has it.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (writeNew(file)) return { release: () => rmSync(file, { force: true }) };
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder)) throw locked(folder, holder);
    rmSync(file, { force: true });
  }
  throw locked(folder, readHolder(file));
}

function writeNew(file: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, "wx", 0o600);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
  const holder: Holder = { pid: ownPid, host: hostname(), began: beganOf(ownPid) };
  writeSync(descriptor, JSON.stringify(holder));
  closeSync(descriptor);
  return true;
}

function readHolder(file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof value !== "object" || value === null) return undefined;
    const { pid, host, began }: Partial<Record<keyof Holder, unknown>> = value;
    return typeof pid === "number" && typeof host === "string" && typeof began === "string"
      ? { pid, host, began }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a holder may still be at work; of another machine that cannot be told. */
function isAlive({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    kill(pid, 0);
  } catch (error) {
    // It is there, and somebody else's.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return began === beganOf(pid);
}

/**
 * When a process began, in ticks since the system's start (proc(5), stat, fields 3 and 22); empty where nothing tells, and
 * for one that has ended and only waits for its parent to notice.
 */
function beganOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return /^[ZX]/.test(state) ? "" : (rest[18] ?? "");
  } catch {
    return "";
  }
}

function locked(folder: string, holder: Holder | undefined): CoulombError {
  const who = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host}`;
  return new CoulombError("hub_locked", `${folder} is in use by ${who}`, {
    hint: "speak to that hub over HTTP, or end it first; of a machine that is gone, remove hub.lock from the folder",
  });
}
