import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Stage } from "./fleet.fixture.ts";
import { newFolder, plainUser, repoRoot } from "./fleet.fixture.ts";

/** How a process ended. `signal` is set when one ended it. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program as it is started from a shell. */
export const bin = join(repoRoot, "packages/cli/bin.js");

/** A Node of this machine that is too old to run the program, outside node_modules. */
export const oldNode = ["/usr/bin/node", "/usr/local/bin/node", "/opt/node/bin/node"].find(isOld);

function isOld(path: string): boolean {
  if (!existsSync(path)) return false;
  const [major = 0, minor = 0] = execFileSync(path, ["-p", "process.versions.node"], { encoding: "utf8" })
    .split(".")
    .map(Number);
  return major < 22 || (major === 22 && minor < 22);
}

/** What a killed process leaves behind goes with the tests. */
const temporary = newFolder();

/** Runs a program in a group of its own and answers when it and its output have ended. `onStart` gets its pid. */
export function start(
  program: string,
  args: readonly string[],
  cwd: string,
  settings: {
    readonly env?: Readonly<Record<string, string>>;
    readonly onStart?: (pid: number) => void;
  } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...plainUser(), TMPDIR: temporary, ...settings.env },
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.once("error", reject);
    child.once("close", (code, signal) =>
      resolve({
        code,
        signal,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      }),
    );
    if (child.pid !== undefined) settings.onStart?.(child.pid);
  });
}

/** Runs the program itself, on the Node that runs the tests. */
export function coulombProcess(args: readonly string[], cwd: string): Promise<Ended> {
  return start(process.execPath, [bin, ...args], cwd);
}

/** At which side of a push a hook runs: before the refs move (and then refuses them), or after. */
export type Moment = "pre-receive" | "post-receive";

/** What starts the program, and who gets the signal: it (the default), its whole process group, or its child. */
export interface Aim {
  readonly program?: string;
  readonly group?: boolean;
  readonly child?: boolean;
}

/**
 * Runs `coulomb` and sends it a signal in its n-th push, from a hook of the repository that is pushed to: so it ends at
 * a known point, without a clock. Answers how it ended and how many pushes there were; the hooks are gone then.
 */
export async function interruptedAt(
  stage: Stage,
  args: readonly string[],
  at: number,
  moment: Moment,
  signal: "KILL" | "INT" | "TERM",
  repos: readonly string[],
  aim: Aim = {},
): Promise<Ended & { readonly pushes: number }> {
  const [pidFile, countFile] = [join(stage.root, "pid"), join(stage.root, "count")];
  writeFileSync(countFile, "");
  const refuse = moment === "pre-receive" && signal === "KILL" ? 1 : 0;
  const pid = `$(cat '${pidFile}')`;
  const target = aim.group === true ? `-- "-${pid}"` : `"${pid}"`;
  // A repository of ours is pushed to by one run at a time, and runs of these tests use one worker.
  const hook = `#!/bin/sh
cat >/dev/null
echo push >> '${countFile}'
if [ "$(grep -c push '${countFile}')" -eq ${at} ]; then kill -s ${signal} ${target}; exit ${refuse}; fi
exit 0
`;
  const hooks = repos.map((repo) => join(stage.path(repo), "hooks", moment));
  for (const path of hooks) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, hook, { mode: 0o755 });
  }
  const script = `echo $$ > '${pidFile}'; exec "$@"`;
  const ended = await start(
    "/bin/sh",
    ["-c", script, "sh", aim.program ?? process.execPath, bin, ...args],
    stage.ops,
    aim.child === true ? { env: { NODE_OPTIONS: `--require "${pidWriter(stage.root, pidFile)}"` } } : {},
  );
  for (const path of hooks) rmSync(path);
  const pushes = existsSync(countFile) ? readFileSync(countFile, "utf8").split("push").length - 1 : 0;
  return { ...ended, pushes };
}

/** A module by which every Node that is started writes down its pid: in the end the file names the innermost one. */
function pidWriter(folder: string, pidFile: string): string {
  const path = join(folder, "write-pid.cjs");
  writeFileSync(path, `require("node:fs").writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));\n`);
  return path;
}
