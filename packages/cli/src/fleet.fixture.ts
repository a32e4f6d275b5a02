import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FleetFile, Person } from "@coulomb-loop/testkit";
import { createFleet, git, personAt, plainEnvironment, temporaryFolder } from "@coulomb-loop/testkit";
import { afterAll } from "vitest";
import { opsFiles } from "./demo/files.ts";
import type { Sink } from "./io.ts";
import { run } from "./run.ts";

/** The root of this repository, which is an ops repo itself. */
export const repoRoot = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "");

/** 2026-07-01T10:00:00Z: what the clock shows, unless a test says otherwise. */
export const fixedNow = Date.UTC(2026, 6, 1, 10);

/** What one command line did. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunSettings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly now?: number;
  /** Which of the outputs are terminals. */
  readonly terminal?: readonly ("stdout" | "stderr")[];
  readonly columns?: number;
  readonly signal?: AbortSignal;
  /** Whether other processes of this host count as running. */
  readonly othersAlive?: boolean;
}

const folders: { remove(): void }[] = [];
afterAll(() => {
  for (const each of folders.splice(0)) each.remove();
});

/** A folder that goes when the tests of the file are done. */
export function newFolder(): string {
  const made = temporaryFolder("coulomb-cli-");
  folders.push(made);
  return made.path;
}

const home = newFolder();

/** An environment in which nothing of this machine's user counts. */
export function plainUser(): Record<string, string> {
  const env = Object.entries({ ...plainEnvironment(), HOME: home, XDG_CONFIG_HOME: home });
  const colours = new Set(["FORCE_COLOR", "NO_COLOR", "TERM"]);
  return Object.fromEntries(env.filter(([name]) => !colours.has(name)));
}

/** Runs a command line in this process with a clock that stands still, and no wait before a write is tried again. */
export async function coulomb(args: readonly string[], settings: RunSettings): Promise<Ran> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const sink = (into: string[], name: "stdout" | "stderr"): Sink => ({
    write: (text) => into.push(text),
    isTTY: settings.terminal?.includes(name) ?? false,
    ...(settings.columns === undefined ? {} : { columns: settings.columns }),
  });
  const signal = settings.signal ?? new AbortController().signal;
  const code = await run(args, {
    stdout: sink(stdout, "stdout"),
    stderr: sink(stderr, "stderr"),
    env: { ...plainUser(), ...settings.env },
    cwd: settings.cwd,
    now: () => settings.now ?? fixedNow,
    writeIntervalMs: 0,
    rest: async () => !signal.aborted,
    signal,
    // A run of a test that ended in the middle is gone.
    process: { host: hostname(), pid: 1, isAlive: () => settings.othersAlive === true },
  });
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}

/** A map, for reading JSON without a type. */
export type Json = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The one JSON document that was printed. */
export function document(text: string): Json {
  const value: unknown = JSON.parse(text);
  if (!isMap(value)) throw new Error(`expected a map, received ${text}`);
  return value;
}

/** A list of maps in a document. */
export function rows(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`expected a list, received ${JSON.stringify(value)}`);
  return value.filter(isMap);
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A copy of this repository's own ops data. */
export function copyOwnOps(folder = newFolder()): string {
  for (const name of ["coulomb.yaml", "loops", "activity-definitions", "workplans"])
    cpSync(join(repoRoot, name), join(folder, name), { recursive: true });
  return folder;
}

/** The schedule file that the ops repo of these tests wants. */
export const wantedSchedule = `# ours
timezone: Europe/Berlin
domain: custodian
agents:
  coach: { cadence: daily, cron: "15 * * * *", enabled: true } # the coach
  optimization: { cadence: daily, cron: "30 * * * *", enabled: true }
`;

export const schedulePath = ".kaizen/schedule.yml";

/** A pilot with this schedule file. */
export function pilot(schedule: string | undefined): Readonly<Record<string, FleetFile>> {
  return { "README.md": "# pilot\n", ...(schedule === undefined ? {} : { [schedulePath]: schedule }) };
}

/** An ops repo on disk, and its pilots as bare repositories beside it. */
export interface Stage {
  readonly root: string;
  /** Folder of the ops repo. */
  readonly ops: string;
  /** Runs a command in the ops repo. */
  coulomb(args: readonly string[], settings?: Partial<RunSettings>): Promise<Ran>;
  /** Runs it with `--json` and answers with the document. */
  json(args: readonly string[], settings?: Partial<RunSettings>): Promise<Json>;
  /** Somebody at a pilot's repository. */
  person(repo: string): Person;
  /** Folder of a pilot's repository. */
  path(repo: string): string;
  /** Changes a file of the ops repo. */
  edit(file: string, change: (text: string) => string): void;
  /** Every ref of every repository, with its commit. */
  refs(): Promise<Json>;
}

export interface StageOptions {
  /** Files of each active pilot; `undefined`: it is in the roster and not on the forge. */
  readonly pilots: Readonly<Record<string, Readonly<Record<string, FleetFile>> | undefined>>;
  /** Changes to files of the ops repo. */
  readonly ops?: Readonly<Record<string, string>>;
}

/** Makes an ops repo of these pilots, in the order given, all in wave 1. */
export async function createStage({ pilots, ops = {} }: StageOptions): Promise<Stage> {
  const root = newFolder();
  const there = Object.entries(pilots).flatMap(([name, files]) =>
    files === undefined ? [] : [[`coulomb/${name}`, { files }] as const],
  );
  await createFleet({
    folder: join(root, "forge"),
    repos: { ...Object.fromEntries(there), "coulomb/demo-ops": { files: { "README.md": "# ops\n" } } },
  });
  const roster = (opsFiles["loops/kaizen-stack/roster.yaml"] ?? "").replace(
    /(active:\n)(?: {2}- .*\n)*/,
    (_all, head: string) =>
      head +
      Object.keys(pilots)
        .map((name) => `  - { repo: ${name}, wave: 1 }\n`)
        .join(""),
  );
  writeFiles(join(root, "ops"), { ...opsFiles, "loops/kaizen-stack/roster.yaml": roster, ...ops });
  return stageAt(root);
}

/** A copy of a stage: the same files and commits, on its own. */
export function copyStage(stage: Stage): Stage {
  const root = newFolder();
  cpSync(stage.root, root, { recursive: true, verbatimSymlinks: true });
  return stageAt(root);
}

function stageAt(root: string): Stage {
  const ops = join(root, "ops");
  const path = (repo: string) => join(root, "forge", "coulomb", `${repo}.git`);
  const go = (args: readonly string[], settings: Partial<RunSettings> = {}) =>
    coulomb(args, { cwd: ops, ...settings });
  return {
    root,
    ops,
    path,
    coulomb: go,
    json: async (args, settings) => document((await go([...args, "--json"], settings)).stdout),
    person: (repo) => personAt(path(repo)),
    edit(file, change) {
      const before = readFileSync(join(ops, file), "utf8");
      const after = change(before);
      if (after === before) throw new Error(`the change of ${file} changes nothing`);
      writeFileSync(join(ops, file), after);
    },
    refs: () => refsBelow(join(root, "forge", "coulomb")),
  };
}

async function refsBelow(folder: string): Promise<Json> {
  const all = readdirSync(folder)
    .sort()
    .map(async (name) => [
      name,
      await git(join(folder, name), ["for-each-ref", "--format=%(refname) %(objectname)"]),
    ]);
  return Object.fromEntries(await Promise.all(all));
}
