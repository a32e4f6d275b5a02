/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect -- one test serves every row, and says which one */
import { join } from "node:path";
import { manualClock, needlesOf } from "@coulomb-loop/testkit";
import { faultMatrix, type FaultRow } from "@coulomb-loop/testkit/faults";
import type { Hosting, RequestMatch } from "@coulomb-loop/testkit/hosting";
import { createHosting } from "@coulomb-loop/testkit/hosting";
import { describe, expect, it } from "vitest";
import { type CanaryKind, type CanaryServer, startCanaryServer } from "./canary-servers.fixture.ts";
import {
  commandLines,
  contentOf,
  gitSpy,
  leakyPlaces,
  proposalsOf,
  type GitSpy,
} from "./canary-watch.fixture.ts";
import { opsFiles } from "./demo/files.ts";
import { coulomb, fixedNow, newFolder, pilot, wantedSchedule, writeFiles } from "./fleet.fixture.ts";

/** An ops repo with two pilots, everything that is written, and the secrets that must not be there. */
export interface CanaryStage extends CanaryServer {
  readonly hosting: Hosting;
  readonly ops: string;
  /** Where plans and reports go. */
  readonly out: string;
  /** The environment of a command: secrets, and every switch that makes programs talk. */
  readonly environment: Readonly<Record<string, string>>;
  readonly spy: GitSpy;
  /** Adds text to what was written at a place. */
  readonly note: (where: string, text: string) => void;
  /** Runs a command line and keeps what it prints; answers its exit code. */
  readonly go: (args: readonly string[]) => Promise<number>;
  /** Lets the server look at the process list at each request that it handles. */
  readonly look: () => void;
  /** Asserts that no secret is at any place by now. */
  expectSilence(): void;
  close(): Promise<void>;
}

const emitted = ["json", "jsonl", "sarif", "junit", "github", "github-summary", "prometheus"];

/** What is run under each fault. */
const commands = (out: string): readonly (readonly string[])[] => {
  const emits = (of: string) => emitted.flatMap((format) => ["--emit", `${format}=${out}/${of}.${format}`]);
  return [
    ["reconcile", "--retry", "beta", ...emits("reconcile")],
    ["plan", "--out", join(out, "plan.json"), ...emits("plan")],
    ["reconcile", "--json", "--retry", "beta"],
    ["doctor"],
    ["status", "--json"],
    ["why", "beta"],
    ["requests", "list"],
  ];
};

/** Makes a stage. `now` is what the server's clock shows. */
export async function createCanaryStage(kind: CanaryKind, now = fixedNow): Promise<CanaryStage> {
  const hosting = createHosting({ clock: manualClock(now).now, detectsManualMerge: true });
  const permissions = { bot: "write" } as const;
  await hosting.add({
    "coulomb/alpha": { files: pilot(wantedSchedule), permissions },
    "coulomb/beta": { files: pilot(undefined), permissions },
    "coulomb/demo-ops": { files: { "README.md": "# ops\n" }, permissions },
  });
  const start = await startCanaryServer(kind, hosting);
  const [ops, cache, out, temporary] = [join(newFolder(), "ops"), newFolder(), newFolder(), newFolder()];
  writeFiles(ops, { ...opsFiles, ...ownFiles(start.forge) });
  const spy = gitSpy();
  const environment = {
    ...start.env,
    ...talkative(temporary),
    PATH: spy.path,
    COULOMB_CACHE_DIR: cache,
  };
  const written: (readonly [where: string, text: string])[] = [];
  const lines = new Set<string>();
  const note = (where: string, text: string) => void written.push([where, text]);
  return {
    ...start,
    hosting,
    ops,
    out,
    environment,
    spy,
    note,
    async go(args) {
      const ran = await coulomb(args, { cwd: ops, env: environment });
      note(`stdout of ${args.join(" ")}`, ran.stdout);
      note(`stderr of ${args.join(" ")}`, ran.stderr);
      return ran.code;
    },
    look: () =>
      start.server.before({ times: 1_000_000 }, async () => {
        for (const line of commandLines()) lines.add(line);
      }),
    expectSilence() {
      const places = new Map([
        ...written,
        ["the process list", [...lines].join("\n")] as const,
        ["the ops repo", contentOf(ops)] as const,
        ["the cache", contentOf(cache)] as const,
        ["files that were asked for", contentOf(out)] as const,
        ["what git tells of itself", contentOf(temporary)] as const,
        ["the repositories, and the state in them", contentOf(hosting.folder)] as const,
        ["the proposals", proposalsOf(hosting)] as const,
        ["how git was started", spy.log()] as const,
      ]);
      const needles = start.secrets().flatMap(needlesOf);
      expect(leakyPlaces(places, needles)).toEqual([]);
      expect(
        [...places.values()].filter((text) => /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/.test(text)),
      ).toEqual([]);
      for (const name of spy.variables(needles)) expect(name).toMatch(mayHold);
    },
    async close() {
      await start.server.close();
      hosting.remove();
    },
  };
}

/** Environment variables in which a secret may reach git: where it came from, and settings, which are on no command line. */
const mayHold = /^(?:FORGE_TOKEN|FORGE_KEY|GIT_CONFIG_VALUE_\d+)$/;

function ownFiles(forge: string): Readonly<Record<string, string>> {
  const config = (opsFiles["coulomb.yaml"] ?? "").replace(/kind: git [^]*?(?=\n {4}owner)/, forge);
  const roster = (opsFiles["loops/kaizen-stack/roster.yaml"] ?? "").replace(
    /(active:\n)(?: {2}- .*\n)*/,
    "$1  - { repo: alpha, wave: 1 }\n  - { repo: beta, wave: 1 }\n",
  );
  return { "coulomb.yaml": config, "loops/kaizen-stack/roster.yaml": roster };
}

/** The most that programs can be made to tell; coulomb has no such switch of its own. */
function talkative(folder: string): Readonly<Record<string, string>> {
  return {
    DEBUG: "*",
    NODE_DEBUG: "http,https,http2,net,tls,fetch,undici,stream,child_process",
    GIT_TRACE: join(folder, "trace"),
    GIT_TRACE_CURL: join(folder, "curl"),
    GIT_TRACE_PACKET: join(folder, "packet"),
    GIT_TRACE_REDACT: "0",
    GIT_CURL_VERBOSE: "1",
  };
}

/** Which requests a fault of the matrix strikes here: those that write, all from the fourth on, and all. */
function strikesOf(only: RequestMatch | undefined): readonly RequestMatch[] {
  if (only !== undefined) return [{ ...only, times: 10_000 }];
  const writes = { method: "POST", path: /receive-pack$|\/(?:pulls|labels|trees|commits|comments)$/ };
  return [{ ...writes, times: 10_000 }, { nth: 4, times: 10_000 }, { times: 10_000 }];
}

/** Faults that are not run here: see `describeCanary`. */
function isRun({ fault }: FaultRow): boolean {
  if (fault.strikes === "elsewhere") return false;
  return fault.strikes === "requests" ? fault.waits !== true : fault.folder !== true;
}

/** Whether the proposal and the state are there: else there would be little to search. */
async function hasWritten({ hosting }: CanaryStage): Promise<boolean> {
  const branch = await hosting.repo("coulomb/beta").refs.read(`refs/heads/${ownBranch}`);
  const state = await hosting.repo("coulomb/demo-ops").refs.read("refs/heads/coulomb-state/demo");
  return branch !== null && state !== null;
}

const ownBranch = "coulomb/demo/schedule-kaizen-stack";

/** Runs every command under a row of the matrix, then without a fault, and searches everything that was written. */
async function underRow(kind: CanaryKind, { name, fault }: FaultRow): Promise<void> {
  const stage = await createCanaryStage(kind);
  try {
    // Tokens that a server repeats must be there first.
    await stage.go(["doctor"]);
    if (fault.strikes === "requests")
      for (const match of strikesOf(fault.only)) {
        let struck = 0;
        stage.server.fail({ match, fault: fault.fault(stage), onStrike: () => void (struck += 1) });
        stage.look();
        for (const args of commands(stage.out)) await stage.go(args);
        stage.server.calm();
        if (match.path === undefined) expect(struck, name).toBeGreaterThan(0);
      }
    if (fault.strikes === "repository") {
      const hosted = stage.hosting.repo("coulomb/beta");
      const { hosting, server: double } = stage;
      const struck = { hosted, hosting, double, branch: ownBranch };
      await fault.begin(struck);
      stage.look();
      for (const args of commands(stage.out)) await stage.go(args);
      await fault.end(struck);
      stage.server.calm();
    }
    expect(await stage.go(["reconcile", "--json", "--retry", "beta"])).toBe(0);
    expect(await hasWritten(stage)).toBe(true);
    stage.expectSilence();
  } finally {
    await stage.close();
  }
}

/**
 * Every fault of the matrix that a command can meet, with all commands under it. Not run here, but searched in the suites
 * of the forges: faults that end by a timeout, and those that are about one method or one moment.
 */
export function describeCanary(kind: CanaryKind, isWanted: (row: FaultRow) => boolean = () => true): void {
  const rows = faultMatrix(kind === "github-app" ? "github" : kind).filter(
    (row) => isRun(row) && isWanted(row),
  );
  describe(`the secrets of ${kind}`, { timeout: 300_000 }, () => {
    // oxlint-disable-next-line vitest/expect-expect -- it asserts that every place is silent
    it.each(rows.map((row) => [row.name, row] as const))("are nowhere to be seen under: %s", (_name, row) =>
      underRow(kind, row),
    );
  });
}
