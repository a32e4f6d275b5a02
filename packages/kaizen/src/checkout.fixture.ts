import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type FleetFile, createFleet, git, plainEnvironment, temporaryFolder } from "@coulomb-loop/testkit";
import { afterAll } from "vitest";
import type { LockHolder } from "./lock.ts";
import type { RecordOptions } from "./compose-record.ts";

/** 2026-07-06T08:20:00Z, a Monday. */
export const fixedNow = Date.UTC(2026, 6, 6, 8, 20);

const folders: { remove(): void }[] = [];
afterAll(() => {
  for (const each of folders.splice(0)) each.remove();
});

/** A folder that goes when the tests of the file are done. */
export function newFolder(): string {
  const made = temporaryFolder("coulomb-kaizen-");
  folders.push(made);
  return made.path;
}

/** An environment in which nothing of this machine's user counts. */
export const env = plainEnvironment();

/** A schedule that lets coach and optimization run every hour. */
export const hourly = `timezone: Europe/Berlin
domain: custodian
agents:
  coach: { cadence: daily, cron: "15 * * * *", enabled: true }
  optimization: { cadence: daily, cron: "30 * * * *", enabled: true }
`;

export const schedulePath = ".kaizen/schedule.yml";

/** A checkout of a repo with these files in one commit; `coulomb/pilot`, unless another name is given. */
export async function newCheckout(
  files: Readonly<Record<string, FleetFile>> = { [schedulePath]: hourly },
  name = "coulomb/pilot",
): Promise<string> {
  const folder = newFolder();
  const fleet = await createFleet({ folder, repos: { [name]: { files } }, layout: "worktree" });
  const root = fleet.path(name);
  await git(root, ["remote", "add", "origin", `/srv/forge/${name}.git`]);
  return root;
}

export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** Commits everything; answers with the commit. */
export async function commitAll(root: string, message = "More", time?: number): Promise<string> {
  const options = time === undefined ? {} : { time };
  await git(root, ["add", "--all"], options);
  await git(root, ["commit", "--quiet", "--allow-empty", "--message", message], options);
  return git(root, ["rev-parse", "HEAD"]);
}

/** Every file below a folder with its bytes; the git folder and what links lead to are left out. */
export function filesOf(root: string): Readonly<Record<string, string>> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        realpathSync(entry.parentPath) === entry.parentPath &&
        !`${entry.parentPath}/`.startsWith(`${join(root, ".git")}/`),
    )
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.sort().map((name) => [name.slice(root.length + 1), readFileSync(name, "latin1")]),
  );
}

/** A process that locks, by a clock that stands still. */
export function holderAt(now = fixedNow, pid = 4242): LockHolder {
  return {
    host: "here",
    pid,
    isAlive: () => false,
    now: () => now,
    wait: async () => {},
  };
}

/** A record of the coach, as little as it may say. */
export function recordIn(cwd: string, more: Partial<RecordOptions> = {}): RecordOptions {
  return {
    cwd,
    env,
    agent: "coach",
    outcome: "success",
    time: 120,
    actor: "Pat Person",
    holder: holderAt(),
    ...more,
  };
}

/** The lines of a metrics file as values. */
export function recordsAt(root: string, agent = "coach"): Record<string, unknown>[] {
  const folder = join(root, ".kaizen/metrics", agent);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
    .map((line): Record<string, unknown> => JSON.parse(line));
}

/** The code of what a promise throws; fails when it throws nothing. */
export async function codeThrown(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
  return "nothing";
}
