// A no-op reconcile over many local pilot repos, beside what a team would write first: clone each and compare, and one
// git process for each; and beside what git's fastest reader needs for the bytes alone. All read the same repositories in
// the same run, with the same number of workers. The targets compare programs; below them stands what a person feels: the
// command with its start, and a shell script. With several sizes the growth of time and memory is shown too.
//
//   npm run bench:fleet -- [repos …]        default 1000; the targets are those of 1000 and 10000
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BlobCache, createGitForge } from "@coulomb-loop/forge";
import { createFleet, memoryCache, temporaryFolder } from "@coulomb-loop/testkit";
import { createReaders } from "./shared/git-readers.ts";
import { median, printRows, type Row, seconds, tellMissed } from "./shared/measure.ts";
import { fleetRepos, pilotNames, schedulePath, workers, writeOps } from "./shared/ops-repo.ts";
import { reconcile } from "./shared/reconcile.ts";

const execute = promisify(execFile);
const bin = fileURLToPath(new URL("../packages/cli/bin.js", import.meta.url));
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000];
/** What the whole no-op may take of the time that cat-file needs for the bytes. */
const mostOfRaw = 2;
/** Resident memory of the command, with 10,000 repos. */
const mostMemory = 400;

interface Measured {
  readonly repos: number;
  /** Milliseconds of a no-op in this process. */
  readonly ours: number;
  /** Milliseconds and peak memory in MiB of the command as a process. */
  readonly command: { readonly time: number; readonly memory: number };
}

console.log(
  `${workers} workers, ${availableParallelism()} cores, Node ${process.versions.node}, git ${(await execute("git", ["--version"])).stdout.trim().slice(12)}`,
);
const missed: string[] = [];
const all: Measured[] = [];
for (const repos of sizes) all.push(await measure(repos));
compareSizes();
tellMissed(missed);

async function measure(repos: number): Promise<Measured> {
  const temporary = temporaryFolder("coulomb-bench-");
  const root = temporary.path;
  const ops = join(root, "ops");
  const names = pilotNames(repos);
  const cache = join(root, "cache");
  await createFleet({ folder: join(root, "forge"), repos: fleetRepos(names) });
  writeOps(ops, names, `kind: git, url: "../forge/{owner}/{repo}.git"`);
  const readers = await createReaders(root, names);
  const noOp = () => reconcile(ops, repos, { COULOMB_CACHE_DIR: cache });
  const isLarge = repos > 2000;
  // The first run records the base and warms the file cache for everybody.
  await noOp();
  // A short run is measured more often: what else the machine does weighs more.
  const rounds = isLarge ? 5 : 15;
  const ours = await median(noOp, rounds);
  const raw = await median(readers.catFileBatch, rounds);
  const seen = memoryCache();
  const cold = await median(() => observe(join(root, "forge"), names, memoryCache()), 5);
  await observe(join(root, "forge"), names, seen);
  const reading = await median(() => observe(join(root, "forge"), names, seen), 5);
  const shows = await median(readers.processPerRepo, isLarge ? 1 : 3);
  const clones = await median(readers.clonePerRepo, 1);
  const memories: number[] = [];
  const started = await median(async () => memories.push(await command(ops, repos, cache)), 3);
  const uncached = await median(() => command(ops, repos, "off"), isLarge ? 1 : 3);
  const rows: Row[] = [
    { what: "no-op coulomb reconcile, in this process", time: ours, against: ours },
    { what: "the bytes alone, by git cat-file --batch", time: raw, against: ours },
    { what: "reading alone, by our forge, as in the no-op", time: reading, against: ours },
    { what: "reading alone, by our forge, nothing cached", time: cold, against: ours },
    {
      what: "one git process per repo, from this process",
      time: shows,
      against: ours,
      least: 10,
    },
    {
      what: "one depth-1 clone per repo, from this process",
      time: clones,
      against: ours,
      least: isLarge ? 60 : 30,
    },
    { what: "the command, start included", time: started, against: started },
    { what: "the command, start included, without its cache", time: uncached, against: started },
    ...(isLarge ? [] : await shellRows(started, readers.fromShell)),
  ];
  const memory = Math.max(...memories);
  console.log(`\n${repos} local repos; peak memory of the command: ${memory} MiB`);
  missed.push(...printRows(rows).map((line) => `${repos} repos: ${line}`));
  console.log(
    `against cat-file --batch: the whole no-op ${(ours / raw).toFixed(2)} times (target <= ${mostOfRaw}), our reading alone ${(reading / raw).toFixed(2)}, nothing cached ${(cold / raw).toFixed(2)}`,
  );
  if (ours > mostOfRaw * raw)
    missed.push(`${repos} repos: the no-op takes more than ${mostOfRaw} times cat-file`);
  temporary.remove();
  return { repos, ours, command: { time: started, memory } };
}

async function shellRows(started: number, fromShell: (line: string) => Promise<void>): Promise<Row[]> {
  const shows = await median(() => fromShell(`git -C REPO show HEAD:${schedulePath}`), 3);
  const clone = "git clone --quiet --depth 1 file://REPO clones/$(basename REPO)";
  const clones = await median(() => fromShell(clone), 1);
  return [
    { what: "one git process per repo, from a shell, output unread", time: shows, against: started },
    { what: "one depth-1 clone per repo, from a shell, files unread", time: clones, against: started },
  ];
}

/** What the git forge tells of every repo: facts, file, branch and proposals. */
async function observe(folder: string, names: readonly string[], cache: BlobCache): Promise<void> {
  const forge = createGitForge({
    name: "local",
    url: join(folder, "{owner}", "{repo}.git"),
    identity: { name: "bench", email: "bench@coulomb.invalid" },
    installation: "bench",
    env: process.env,
  });
  const queries = names.map((repo) => ({
    repo: { owner: "coulomb", repo },
    files: [schedulePath],
    branches: ["coulomb/bench/schedule-kaizen-stack"],
  }));
  let known = 0;
  for await (const { files } of forge.observe(queries, cache))
    if (files.get(schedulePath)?.kind === "known") known += 1;
  if (known !== names.length) throw new Error(`${known} of ${names.length} files were read`);
}

/** The command as a user starts it, with the start of its process. Answers its peak memory in MiB. */
async function command(ops: string, repos: number, cache: string): Promise<number> {
  const file = join(ops, "..", "memory");
  const note = `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)))`;
  const hook = `data:text/javascript,import { createRequire } from "node:module"; const require = createRequire("/"); ${encodeURIComponent(note)}`;
  const args = ["--import", hook, bin, "reconcile", "--detailed-exitcode"];
  const env = { ...process.env, COULOMB_CACHE_DIR: cache };
  const { stdout } = await execute(process.execPath, args, { cwd: ops, env, maxBuffer: 2 ** 26 });
  if (!stdout.includes(`${repos} in sync`)) throw new Error(`reconcile said ${stdout.slice(-2000)}`);
  return Math.round(Number(readFileSync(file, "utf8")) / 1024);
}

function compareSizes(): void {
  const [small, large] = [all.at(0), all.at(-1)];
  if (small === undefined || large === undefined || small === large) return;
  const [times, growth] = [large.ours / small.ours, large.command.memory - small.command.memory];
  console.log(
    `\n${large.repos} repos take ${times.toFixed(1)} times as long as ${small.repos} (${seconds(large.ours)} and ${seconds(small.ours)}); the command ${(large.command.time / small.command.time).toFixed(1)} times, and ${growth} MiB more memory`,
  );
  const most = (1.2 * large.repos) / small.repos;
  if (times > most)
    missed.push(`${large.repos} repos take more than ${most} times as long as ${small.repos}`);
  if (large.command.memory > mostMemory) missed.push(`${large.repos} repos: more than ${mostMemory} MiB`);
}
