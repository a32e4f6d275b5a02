import type { Forge, Oid, ProposalSummary } from "@coulomb-loop/forge";
import type { RetryPolicy } from "@coulomb-loop/proposals";
import { parseMarker } from "@coulomb-loop/proposals";
import type { Plan } from "@coulomb-loop/schemas";
import type { FleetFile, FleetRepo, Person } from "@coulomb-loop/testkit";
import { git, personAt } from "@coulomb-loop/testkit";
import type { Ground, Grounds, GroundServer } from "./ground.fixture.ts";
import { gitGround } from "./ground.fixture.ts";
import type { Holder } from "./lease.ts";
import { memoryCache } from "./observe.ts";
import type { OpsRepo } from "./ops-repo.ts";
import { readOpsRepo } from "./ops-repo.ts";
import type { RepoResult } from "./prepare.ts";
import type { Orders, Prospect, RunContext, RunHooks, RunResult } from "./reconcile.ts";
import { prospect, reconcile, runExitCode } from "./reconcile.ts";

/** The instant of every run that says no other. */
export const noon = Date.UTC(2026, 5, 1, 12);
export const minute = 60_000;
export const file = ".kaizen/schedule.yml";
export const branch = "coulomb/test/schedule-kaizen";
export const stateRef = "coulomb-state/test";

/** What the ops repo of a test says. */
export interface OpsOptions {
  /** Name of the one loop. */
  readonly loop?: string;
  readonly installation?: string;
  /** Phase of every repo that names none. */
  readonly phase?: string;
  /** Entries of the roster, in flow style. */
  readonly active?: readonly string[];
  /** More lines of cadence.yaml. */
  readonly policy?: readonly string[];
  /** More lines of roster.yaml. */
  readonly roster?: readonly string[];
  /** Steps that the phases schedule; by default coach and review. */
  readonly steps?: readonly string[];
  /** Cron of the coach in phase bootstrap. */
  readonly cron?: string;
  /** Limits of coulomb.yaml, in flow style; by default nothing is paced. */
  readonly limits?: string;
}

const content = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join("\n")}\n`);

/** An ops repo read from text, as the command line reads it. */
function opsRepo(options: OpsOptions = {}): OpsRepo {
  const {
    installation = "test",
    loop = "kaizen",
    phase = "bootstrap",
    active = ["{ repo: one }"],
    policy = [],
    roster: more = [],
    steps = ["coach", "review"],
    cron = "15 * * * *",
    limits = "{ proposals_per_hour: 500, proposals_burst: 100 }",
  } = options;
  const coulomb = [
    "schema_version: coulomb/v1",
    `installation: ${installation}`,
    "timezone: Europe/Berlin",
    "forges: [{ name: local, kind: git, url: ../forge, owner: acme }]",
    "ops_repo: { forge: local, owner: acme, repo: ops }",
    `limits: ${limits}`,
  ];
  const roster = [
    "schema_version: roster/v1",
    `loop: ${loop}`,
    `defaults: { forge: local, owner: acme, domain: custodian, phase: ${phase} }`,
    active.length === 0 ? "active: []" : "active:",
    ...active.map((entry) => `  - ${entry}`),
    ...more,
  ];
  const cadence = [
    "schema_version: cadence/v1",
    `loop: ${loop}`,
    "timezone: Europe/Berlin",
    `steps: [${steps.join(", ")}]`,
    "phases:",
    ...phaseLines("bootstrap", steps, {
      coach: `cadence: daily, cron: "${cron}"`,
      review: 'cadence: daily, cron: "30 * * * *"',
    }),
    ...phaseLines("stabilize", steps, {
      coach: 'cadence: daily, cron: "0 9 * * *"',
      review: 'cadence: daily, cron: "0 10 * * *"',
    }),
    ...phaseLines("operate", steps, {
      coach: 'cadence: weekly, cron: "0 9 * * 1"',
      review: 'cadence: weekly, cron: "0 10 * * 1"',
    }),
    ...policy,
  ];
  return readOpsRepo(
    {
      files: [
        { path: "coulomb.yaml", kind: "coulomb", content: content(coulomb) },
        { path: "loops/kaizen/roster.yaml", kind: "roster", content: content(roster) },
        { path: "loops/kaizen/cadence.yaml", kind: "cadence", content: content(cadence) },
      ],
      loopFolders: ["loops/kaizen"],
    },
    noon,
  );
}

function phaseLines(
  name: string,
  steps: readonly string[],
  agents: Readonly<Record<string, string>>,
): string[] {
  return [
    `  - name: ${name}`,
    "    schedule:",
    ...steps.map((step) => `      ${step}: { ${agents[step] ?? "cadence: manual"}, enabled: true }`),
  ];
}

/** A pilot's schedule file that is as phase bootstrap wants it, with things of its own. */
export const synced = [
  "# ours, since 2024",
  "timezone: Europe/Berlin",
  "domain: custodian",
  "agents:",
  "  coach: # the morning one",
  "    cadence: daily",
  '    cron: "15 * * * *" # quarter past',
  "    enabled: true",
  "    prompt: be kind",
  "  review:",
  "    cadence: daily",
  "    cron: '30 * * * *'",
  "    enabled: true",
  "x-ours: { a: 1 }",
  "",
].join("\n");

/** How to run once. */
export interface RunOptions extends OpsOptions {
  readonly ops?: OpsRepo;
  readonly now?: number;
  /** Epoch milliseconds as they pass; default: time stands still. */
  readonly clock?: () => number;
  readonly forge?: Forge;
  /** Forge of the ops repo, when it is another object. */
  readonly stateForge?: Forge;
  readonly saved?: Plan;
  readonly hooks?: RunHooks;
  readonly concurrency?: number;
  readonly orders?: Orders;
  readonly holder?: Holder;
  readonly retry?: RetryPolicy;
}

let nextNonce = 1;

/** What one run saw and did. */
export interface Run {
  readonly seen: Prospect;
  readonly result: RunResult;
  readonly code: number;
  /** Result of a repo. */
  readonly repo: (name?: string) => RepoResult;
}

/** Pilot repos and an ops repo, real and bare, under one folder. */
export interface World extends Disposable {
  readonly folder: string;
  /** The server in between, where there is one. */
  readonly server?: GroundServer;
  forge(installation?: string): Forge;
  person(name?: string): Person;
  /** Folder of a repo. */
  path(name?: string): string;
  context(options?: RunOptions): RunContext;
  look(options?: RunOptions): Promise<Prospect>;
  run(options?: RunOptions): Promise<Run>;
  copy(): Promise<World>;
  proposals(name?: string): Promise<readonly ProposalSummary[]>;
  /** Lines of base.jsonl; `null` without a state branch. */
  base(): Promise<string | null>;
  /** A file of the state branch; `null` when it is absent. */
  state(name: string): Promise<string | null>;
}

/** Pilot repos by name. A text is the schedule file, `null`: none. */
export type Pilots = Readonly<Record<string, string | Uint8Array | null | FleetRepo>>;

/** Makes a world of pilot repos, and the ops repo `ops`; by default on plain git. */
export async function createWorld(pilots: Pilots, grounds: Grounds = gitGround): Promise<World> {
  const repos = Object.entries(pilots).map(([name, pilot]): [string, FleetRepo] => [
    `acme/${name}`,
    pilot === null || typeof pilot === "string" || pilot instanceof Uint8Array
      ? { files: pilotFiles(pilot) }
      : pilot,
  ]);
  const ops = { files: { "coulomb.yaml": "# the ops repo\n" } };
  return worldOn(await grounds({ "acme/ops": ops, ...Object.fromEntries(repos) }));
}

/** The files of a pilot repo around its schedule file. */
function pilotFiles(schedule: string | Uint8Array | null): Record<string, FleetFile> {
  return {
    "README.md": "A pilot\r\n",
    "bin/run": { executable: "#!/bin/sh\n" },
    ".kaizen/notes.md": "ours\n",
    ...(schedule === null ? {} : { [file]: schedule }),
  };
}

function worldOn(ground: Ground): World {
  const { folder, server } = ground;
  const path = (name = "one") => `${folder}/acme/${name}.git`;
  const forge = (installation = "test") => ground.forge(installation);
  // As the command line has one: later runs know what earlier ones read.
  const readings = new Map<string, unknown>();
  const cache = {
    ...memoryCache(),
    getReading: (blob: string) => readings.get(blob),
    putReading: (blob: string, value: unknown) => void readings.set(blob, value),
  };
  const context = (options: RunOptions = {}): RunContext => {
    const used = options.forge ?? forge(options.installation);
    ground.at(options.now ?? noon);
    return {
      ops: options.ops ?? opsRepo(options),
      installation: options.installation ?? "test",
      opsRepo: { forge: options.stateForge ?? used, name: { owner: "acme", repo: "ops" } },
      forges: new Map([["local", used]]),
      toolVersion: "0.0.0-test",
      concurrency: options.concurrency ?? 4,
      now: options.now ?? noon,
      clock: options.clock ?? (() => options.now ?? noon),
      holder: options.holder ?? { name: "test:1", nonce: String(nextNonce++), isGone: () => true },
      cache,
      retry: options.retry ?? { wait: async (tries) => tries < 5 },
    };
  };
  const look = (options: RunOptions = {}) => prospect(context(options));
  const run = async (options: RunOptions = {}): Promise<Run> => {
    const used = context(options);
    const seen = await prospect(used);
    const result = await reconcile(used, seen, options.hooks, options.saved, options.orders);
    const repo = (name = "one") => {
      const found = result.repos.find(({ plan }) => plan.repo === name);
      if (found === undefined) throw new Error(`no result for ${name}`);
      return found;
    };
    return { seen, result, code: runExitCode(result), repo };
  };
  const proposals = async (name = "one") => {
    const query = { repo: { owner: "acme", repo: name }, files: [], branches: [branch] };
    for await (const observation of forge().observe([query], memoryCache())) {
      const listed = observation.proposals.get(branch);
      if (listed?.kind === "known") return listed.value;
    }
    throw new Error(`the proposals of ${name} are unknown`);
  };
  return {
    folder,
    forge,
    path,
    context,
    look,
    run,
    proposals,
    person: (name) => personAt(path(name)),
    base: () => personAt(path("ops")).read(stateRef, "base.jsonl"),
    state: (name) => personAt(path("ops")).read(stateRef, name),
    copy: async () => worldOn(await ground.copy()),
    ...(server === undefined ? {} : { server }),
    [Symbol.dispose]: () => ground.remove(),
  };
}

/**
 * What a world holds, without the time of its commits and what depends on it: every branch as a history of trees and
 * messages, every proposal with its text and, on a server, its comments, base.jsonl. Two runs that end alike give equal snapshots.
 */
export async function snapshot(world: World, names: readonly string[] = ["one"]): Promise<unknown> {
  const repos = await Promise.all(
    [...names, "ops"].map(async (name) => {
      const { prints, branches } = await history(world.path(name));
      // The state is what its newest commit holds; how many commits led there is nobody's business.
      delete branches[stateRef];
      const proposals = (await world.proposals(name)).map((proposal) => settledText(proposal, prints));
      return [name, { branches, proposals, comments: world.server?.comments(`acme/${name}`) }];
    }),
  );
  // Since when a repo is in sync depends on when the run was.
  const base = (await world.base())?.replaceAll(/"since":"[^"]*"/g, '"since":"…"') ?? null;
  return {
    repos: Object.fromEntries(repos),
    base,
    lease: await world.person("ops").read(stateRef, "lease.json"),
  };
}

function settledText(proposal: ProposalSummary, prints: ReadonlyMap<Oid, string>) {
  const { ref, state, title, body, draft, labels, base, head } = proposal;
  const marker = parseMarker(body);
  return {
    number: ref.number,
    state,
    title,
    draft,
    labels,
    base,
    head: prints.get(head) ?? "gone",
    // When an agent fires next depends on when the plan was made.
    text: body
      .replace(/<!-- coulomb:v1 .* -->/, "")
      .replace(/### When it fires next[\s\S]*?### Why/, "### Why"),
    marker:
      marker === undefined
        ? undefined
        : { ...marker, plan: marker.plan === "" ? "" : "digest", head: prints.get(marker.head) ?? "gone" },
  };
}

/** Every commit that a ref leads to as its tree, message and history, and the branches. */
async function history(
  path: string,
): Promise<{ prints: Map<Oid, string>; branches: Record<string, string | undefined> }> {
  const format = "--format=%H%x00%P%x00%T%x00%D%x00%B%x01";
  const text = await git(path, ["log", "--all", "--topo-order", "--reverse", "--decorate=full", format]);
  const prints = new Map<Oid, string>();
  const branches: Record<string, string | undefined> = {};
  // Parents come before their children.
  for (const entry of text.split("\u0001")) {
    const [oid = "", parents = "", tree = "", refs = "", message = ""] = entry.trimStart().split("\0");
    if (oid === "") continue;
    const before = parents.split(" ").map((parent) => prints.get(parent) ?? "");
    prints.set(oid, `${tree} ${message.trim()} (${before.join(", ")})`);
    for (const [, name = ""] of refs.matchAll(/refs\/heads\/([^,]+)/g)) branches[name] = prints.get(oid);
  }
  return { prints, branches };
}
