// The no-op reconcile of bench/fleet.ts on servers: doubles of Gitea and GitHub in processes of their own, every answer 20
// ms late. Beside it a client as one writes it first: repo after repo, three REST calls each (the repository, its file,
// its pull requests). Both are warm and find everything in sync.
//
//   npm run bench:fleet-forges -- [repos]        default 1000
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { temporaryFolder } from "@coulomb-loop/testkit";
import { parse } from "yaml";
import { startDouble } from "../scripts/double-process.mjs";
import { median, seconds, tellMissed } from "./shared/measure.ts";
import { fleetRepos, pilotNames, schedulePath, wanted, writeOps } from "./shared/ops-repo.ts";
import { reconcile } from "./shared/reconcile.ts";

const repos = Number(process.argv[2] ?? 1000);
const latencyMs = 20;
const names = pilotNames(repos);
const token = "token-of-the-bench-1234567890";
/** Most requests of a no-op, by repo: what 1,000 repos may cost (04-forges §7). */
const most = { gitea: 1.02, github: 0.025 } as const;

type Kind = keyof typeof most;

interface Side {
  readonly time: number;
  readonly requests: number;
  /** Points of GraphQL; only GitHub counts them. */
  readonly points: number | undefined;
}

interface Server {
  readonly kind: Kind;
  readonly url: string;
  readonly requests: () => Promise<number>;
}

/** How much longer than ours whoever reads one repo at a time must take. */
const leastRatio = 10;

console.log(
  `${repos} repos, answers after ${latencyMs} ms, ${availableParallelism()} cores, Node ${process.versions.node}`,
);
const missed: string[] = [];
for (const kind of ["gitea", "github"] as const) await compare(kind);
tellMissed(missed);

async function compare(kind: Kind): Promise<void> {
  const permissions = { bench: "write" };
  const served = Object.entries(fleetRepos(names)).map(([name, spec]) => [name, { ...spec, permissions }]);
  const double = await startDouble({
    kind,
    latencyMs,
    hourlyLimit: 1_000_000,
    accounts: { bench: token },
    repos: Object.fromEntries(served),
  });
  const temporary = temporaryFolder("coulomb-bench-");
  try {
    const ops = join(temporary.path, "ops");
    writeOps(ops, names, `kind: ${kind}, url: "${double.url}", token: { env: BENCH_TOKEN }`);
    const env = { BENCH_TOKEN: token, COULOMB_CACHE_DIR: join(temporary.path, "cache") };
    const server: Server = { kind, url: double.url, requests: double.requests };
    // The first run reads everything, and remembers that all is in sync.
    const first = await measure(server, () => reconcile(ops, repos, env), 1);
    // The second one reads what the first remembered, once.
    await reconcile(ops, repos, env);
    const ours = await measure(server, () => reconcile(ops, repos, env), 3);
    const theirs = await measure(server, () => oneByOne(server), 1);
    print(kind, { first, ours, theirs });
    const perRepo = ours.requests / repos;
    // In a small fleet the few requests about the ops repo weigh more.
    if (repos >= 1000 && perRepo > most[kind])
      missed.push(`${kind}: ${perRepo} requests a repo, more than ${most[kind]}`);
    if (repos >= 1000 && theirs.time < leastRatio * ours.time)
      missed.push(`${kind}: a client that reads one repo at a time takes less than ${leastRatio} times ours`);
  } finally {
    temporary.remove();
    await double.stop();
  }
}

/** Time by run, and requests and points of one of them. */
async function measure(server: Server, work: () => Promise<void>, rounds: number): Promise<Side> {
  const [requests, points] = [await server.requests(), await pointsUsed(server)];
  const time = await median(work, rounds);
  // Asking for the points is a request too.
  const sent = (await server.requests()) - requests - (points === undefined ? 0 : 1);
  const spent = await pointsUsed(server);
  return {
    time,
    requests: sent / rounds,
    points: spent === undefined || points === undefined ? undefined : (spent - points) / rounds,
  };
}

async function pointsUsed({ kind, url }: Server): Promise<number | undefined> {
  if (kind === "gitea") return undefined;
  const limits = await get(`${url}/rate_limit`);
  return Number(JSON.parse(limits).resources.graphql.used);
}

async function oneByOne({ kind, url }: Server): Promise<void> {
  const api = kind === "gitea" ? `${url}/api/v1` : url;
  for (const name of names) {
    const repo = `${api}/repos/coulomb/${name}`;
    const about = await get(repo);
    const file = await get(`${repo}/contents/${schedulePath}`);
    const pulls = await get(`${repo}/pulls?state=open`);
    const text = Buffer.from(String(JSON.parse(file).content), "base64").toString("utf8");
    const isInSync = JSON.stringify(parse(text)).includes(wanted.coach);
    if (!about.includes(name) || pulls.trim() !== "[]" || !isInSync) throw new Error(`${name} differs`);
  }
}

async function get(url: string): Promise<string> {
  const response = await fetch(url, { headers: { authorization: `token ${token}`, "user-agent": "bench" } });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

function print(kind: Kind, { first, ours, theirs }: Record<"first" | "ours" | "theirs", Side>): void {
  const row = (what: string, { time, requests, points }: Side) => ({
    what,
    time: seconds(time),
    "times ours": Number((time / ours.time).toFixed(1)),
    requests,
    "requests a repo": Number((requests / repos).toFixed(3)),
    points: points ?? "",
  });
  console.log(`\n${kind}`);
  console.table([
    row("no-op coulomb reconcile, warm", ours),
    row("the first one, nothing cached", first),
    row("a client that reads one repo at a time", theirs),
  ]);
}
