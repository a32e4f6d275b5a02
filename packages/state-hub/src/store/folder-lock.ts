import { randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** Taken for the moment in which a lock that was left behind is cleared away: two who clear would clear each other's. */
const clearingName = "hub.lock.clearing";

/**
 * Takes a folder for this process: the embedded database lets a second one in, and both would spoil it. A lock that a killed
 * process left behind is cleared away. The folder is made when only it is missing. Throws CoulombError `hub_locked`, naming
 * the process, when somebody has it.
 */
export function lockFolder(folder: string): FolderLock {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  const file = join(folder, name);
  const own: Holder = { pid: ownPid, host: hostname(), began: beganOf(ownPid) };
  for (let tries = 1; !writeNew(file, own); tries++) {
    const holder = readHolder(file);
    // Each time somebody else was faster: they come and go.
    if (tries === mostTries || (holder !== undefined && isAlive(holder))) throw locked(folder, holder);
    clearAway(folder, own);
  }
  return {
    release() {
      if (isSame(readHolder(file), own)) rmSync(file, { force: true });
    },
  };
}

const mostTries = 10;

/** Removes a lock whose process is gone, unless somebody else does. Throws `hub_locked` where somebody else is about to. */
function clearAway(folder: string, own: Holder): void {
  const file = join(folder, name);
  const clearing = join(folder, clearingName);
  if (!writeNew(clearing, own)) {
    const text = readText(clearing);
    // Whoever cleared is done.
    if (text === undefined) return;
    const other = parseHolder(text);
    if (other !== undefined && isAlive(other)) throw locked(folder, other);
    // Left by one who was killed in that very moment: nobody can tell what it had done yet.
    throw new CoulombError("hub_locked", `${folder} was left by a process that was killed while it took it`, {
      hint: `when no hub runs on it, remove ${name} and ${clearingName} from the folder`,
    });
  }
  try {
    const text = readText(file);
    // Another has cleared it away, and may have taken the folder since: what is there by now is not ours to remove.
    if (text === undefined) return;
    const holder = parseHolder(text);
    if (holder !== undefined && isAlive(holder)) throw locked(folder, holder);
    // Nobody writes over a lock, and nobody else removes one now: it is the one that was read.
    rmSync(file, { force: true });
  } finally {
    rmSync(clearing, { force: true });
  }
}

/** Makes a lock with its content at once: a file that is there is never empty. False: there is one. */
function writeNew(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.pid}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isSame(a: Holder | undefined, b: Holder): boolean {
  return a?.pid === b.pid && a.host === b.host && a.began === b.began;
}

function readHolder(file: string): Holder | undefined {
  const text = readText(file);
  return text === undefined ? undefined : parseHolder(text);
}

/** What a lock says; nothing: there is none, or none that may be read. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
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
