import { execFile, execFileSync } from "node:child_process";
import { chownSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./temporary-folder.ts";

const execute = promisify(execFile);

/** A PostgreSQL server of its own, in a folder that goes with it. */
export interface PostgresServer {
  /** `postgresql://…` of its database, over a socket in its folder. */
  readonly url: string;
  /** Makes another, empty database, and answers with its address. */
  readonly database: (name: string) => Promise<string>;
  /** Ends it as `kill -9` would, and starts it again: what was committed must be there. */
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Why no server can be started here; `undefined` where one can. */
export function postgresMissing(): string | undefined {
  if (binaries() === undefined) return "pg_config names no initdb: install PostgreSQL's server";
  if (process.getuid?.() === 0 && servant() === undefined)
    return "PostgreSQL does not run as root, and there is no user postgres";
  return undefined;
}

/** Starts a server; it is ready when this resolves. Throws where `postgresMissing` says why. */
export async function startPostgres(): Promise<PostgresServer> {
  const missing = postgresMissing();
  const bin = binaries();
  if (missing !== undefined || bin === undefined) throw new Error(missing);
  const temporary = temporaryFolder("coulomb-postgres-");
  const user = process.getuid?.() === 0 ? servant() : undefined;
  if (user !== undefined) chownSync(temporary.path, user.uid, user.gid);
  const data = join(temporary.path, "data");
  const run = (program: string, args: readonly string[]) =>
    execute(join(bin, program), args, { ...user, cwd: temporary.path, env: { ...process.env, LC_ALL: "C" } });
  // Only its socket is listened on, so that no port can be taken.
  const settings = `-c listen_addresses='' -c unix_socket_directories='${temporary.path}' -c max_connections=50 -c fsync=off`;
  const log = join(temporary.path, "log");
  const start = () => run("pg_ctl", ["-D", data, "-l", log, "-w", "-t", "60", "-o", settings, "start"]);
  await run("initdb", ["-D", data, "-U", "hub", "-A", "trust", "--no-sync", "-E", "UTF8"]);
  await start();
  const urlOf = (database: string) =>
    `postgresql://hub@/${database}?host=${encodeURIComponent(temporary.path)}`;
  return {
    url: urlOf("postgres"),
    async database(name) {
      await run("createdb", ["-h", temporary.path, "-U", "hub", name]);
      return urlOf(name);
    },
    async crash() {
      const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n", 1)[0]);
      // The postmaster's children end when they see that it is gone; `immediate` is what waits for that.
      process.kill(pid, "SIGQUIT");
      await run("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"]).catch(() => undefined);
      await start();
    },
    async stop() {
      await run("pg_ctl", ["-D", data, "-w", "-m", "fast", "stop"]);
      temporary.remove();
    },
  };
}

function binaries(): string | undefined {
  try {
    const folder = execFileSync("pg_config", ["--bindir"], { encoding: "utf8", stdio: "pipe" }).trim();
    return existsSync(join(folder, "initdb")) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** The user that runs the server when we are root. */
function servant(): { readonly uid: number; readonly gid: number } | undefined {
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    return undefined;
  }
}

function idOf(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
}
