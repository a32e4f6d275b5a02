// A no-op reconcile over many local pilot repos, beside what a team would write first: clone each and compare, and one
// git process for each. All three read the same repositories in the same run, with the same number of workers. The
// targets compare programs; below them stands what a person feels: the command with its start, and a shell script.
//
//   npm run bench:fleet -- [repos]        default 1000
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { run } from "@coulomb-loop/cli";
import { createFleet, temporaryFolder } from "@coulomb-loop/testkit";
import pLimit from "p-limit";
import { parse } from "yaml";

const execute = promisify(execFile);
const repos = Number(process.argv[2] ?? 1000);
const workers = 8;
const rounds = 5;
const names = Array.from({ length: repos }, (_, index) => `pilot-${String(index).padStart(5, "0")}`);
const wanted = { coach: "15 * * * *", optimization: "30 * * * *" };

// Every file differs, so that nothing is gained by having read another one.
const schedule = (name: string) => `# Agents of ${name}
timezone: Europe/Berlin
domain: custodian
agents:
  coach:
    cadence: daily # schema enum; cron carries hourly during bootstrap
    cron: "${wanted.coach}"
    enabled: true
  optimization:
    cadence: daily
    cron: "${wanted.optimization}"
    enabled: true
`;

// Goes with the process.
const temporary = temporaryFolder("coulomb-bench-");
const root = temporary.path;
const bin = fileURLToPath(new URL("../packages/cli/bin.js", import.meta.url));
const ops = join(root, "ops");
await createFleet({
  folder: join(root, "forge"),
  repos: {
    "coulomb/ops": { files: { "README.md": "ops\n" } },
    ...Object.fromEntries(
      names.map((name) => [
        `coulomb/${name}`,
        { files: { ".kaizen/schedule.yml": schedule(name), "README.md": `${name}\n` } },
      ]),
    ),
  },
});
writeOps();

async function reconcile(): Promise<void> {
  let output = "";
  const sink = { write: (text: string) => void (output += text) };
  const code = await run(["reconcile", "--detailed-exitcode"], {
    stdout: sink,
    stderr: sink,
    env: { ...process.env, COULOMB_CACHE_DIR: join(root, "cache") },
    cwd: ops,
    now: Date.now,
    signal: new AbortController().signal,
    process: { host: "bench", pid: process.pid, isAlive: () => false },
  });
  if (code !== 0 || !output.includes(`${repos} in sync`))
    throw new Error(`reconcile ended with ${code}: ${output}`);
}

async function processPerRepo(): Promise<void> {
  await each(async (name) =>
    compare(name, (await execute("git", ["-C", gitDir(name), "show", "HEAD:.kaizen/schedule.yml"])).stdout),
  );
}

async function clonePerRepo(): Promise<void> {
  await each(async (name) => {
    const clone = join(root, "clones", name);
    await execute("git", ["clone", "--quiet", "--depth", "1", `file://${gitDir(name)}`, clone]);
    compare(name, readFileSync(join(clone, ".kaizen", "schedule.yml"), "utf8"));
  });
  rmSync(join(root, "clones"), { recursive: true, force: true });
}

async function each(work: (name: string) => Promise<void>): Promise<void> {
  const limit = pLimit(workers);
  await Promise.all(names.map((name) => limit(() => work(name))));
}

function compare(name: string, text: string): void {
  const file: unknown = parse(text);
  if (!JSON.stringify(file).includes(wanted.coach)) throw new Error(`${name} differs`);
}

function gitDir(name: string): string {
  return join(root, "forge", "coulomb", `${name}.git`);
}

function writeOps(): void {
  const loop = join(ops, "loops", "kaizen-stack");
  mkdirSync(loop, { recursive: true });
  writeFileSync(
    join(ops, "coulomb.yaml"),
    `schema_version: coulomb/v1\ninstallation: bench\ntimezone: Europe/Berlin\nlimits: { concurrency: ${workers} }\nforges:\n  - { name: local, kind: git, url: "../forge/{owner}/{repo}.git", owner: coulomb }\nops_repo: { forge: local, owner: coulomb, repo: ops }\n`,
  );
  writeFileSync(
    join(loop, "roster.yaml"),
    `schema_version: roster/v1\nloop: kaizen-stack\ndefaults: { forge: local, owner: coulomb, domain: custodian, phase: bootstrap }\nactive:\n${names.map((name) => `  - { repo: ${name} }\n`).join("")}`,
  );
  writeFileSync(
    join(loop, "cadence.yaml"),
    `schema_version: cadence/v1\nloop: kaizen-stack\ntimezone: Europe/Berlin\nsteps: [metrics, coach, optimization]\nphases:\n  - name: bootstrap\n    schedule:\n      coach: { cadence: daily, cron: "${wanted.coach}", enabled: true }\n      optimization: { cadence: daily, cron: "${wanted.optimization}", enabled: true }\n`,
  );
}

async function median(work: () => Promise<void>, count: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < count; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** The command as a user starts it, with the start of its process. */
async function command(cache: string): Promise<void> {
  const args = [bin, "reconcile", "--detailed-exitcode"];
  const env = { ...process.env, COULOMB_CACHE_DIR: cache };
  const { stdout } = await execute(process.execPath, args, { cwd: ops, env });
  if (!stdout.includes(`${repos} in sync`)) throw new Error(`reconcile said ${stdout}`);
}

/** What a shell script does: no program around the git processes, and nothing read of what they print. */
async function fromShell(line: string): Promise<void> {
  const list = names.map(gitDir).join("\n");
  const script = `xargs -P ${workers} -I REPO sh -c '${line}' >/dev/null`;
  const child = execute("sh", ["-c", script], { cwd: root, maxBuffer: 2 ** 26 });
  child.child.stdin?.end(`${list}\n`);
  await child;
  rmSync(join(root, "clones"), { recursive: true, force: true });
}

// The first run records the base and warms the file cache for everybody.
await reconcile();
const warm = join(root, "cache");
const ours = await median(reconcile, rounds);
const shows = await median(processPerRepo, 3);
const clones = await median(clonePerRepo, 1);
const started = await median(() => command(warm), 3);
const cold = await median(() => command("off"), 3);
const shellShows = await median(() => fromShell("git -C REPO show HEAD:.kaizen/schedule.yml"), 3);
const shellClones = await median(
  () => fromShell("git clone --quiet --depth 1 file://REPO clones/$(basename REPO)"),
  1,
);

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
console.log(
  `${repos} local repos, ${workers} workers, ${availableParallelism()} cores, Node ${process.versions.node}, git ${(await execute("git", ["--version"])).stdout.trim().slice(12)}`,
);
const rows = [
  { what: "no-op coulomb reconcile, in this process", time: ours, against: ours, target: undefined },
  { what: "one git process per repo, from this process", time: shows, against: ours, target: 5 },
  { what: "one depth-1 clone per repo, from this process", time: clones, against: ours, target: 30 },
  { what: "the command, start included", time: started, against: started, target: undefined },
  { what: "the command, start included, without its cache", time: cold, against: started, target: undefined },
  {
    what: "one git process per repo, from a shell, output unread",
    time: shellShows,
    against: started,
    target: undefined,
  },
  {
    what: "one depth-1 clone per repo, from a shell, files unread",
    time: shellClones,
    against: started,
    target: undefined,
  },
].map((row) => ({ ...row, ratio: row.time / row.against }));
console.table(
  rows.map(({ what, time, ratio, target }) => ({
    what,
    time: seconds(time),
    "times ours": Number(ratio.toFixed(1)),
    target: target === undefined ? "" : `>= ${target}`,
  })),
);
console.log(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
const missed = rows.filter(({ ratio, target }) => target !== undefined && ratio < target);
for (const { what, target } of missed) console.error(`MISSED: ${what}: less than ${target} times ours`);
if (missed.length > 0) process.exitCode = 1;
