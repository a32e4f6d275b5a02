import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CaseResult, isDocumented, playCase, runOnce, type Scenario } from "./real-case.fixture.ts";
import {
  type ForgeFault,
  forgeFaults,
  type HubFault,
  hubFaults,
  type Injected,
  takeLease,
} from "./real-faults.fixture.ts";
import { openRealHub, type RealHub } from "./real-hub.fixture.ts";
import { actReal, movePlan } from "./real-people.fixture.ts";
import type { Real } from "./real-world.fixture.ts";

let hubs: readonly RealHub[] = [];
beforeAll(async () => {
  hubs = await Promise.all(Array.from({ length: 3 }, openRealHub));
});
afterAll(() => Promise.all(hubs.map((hub) => hub.close())));

const requests = {
  fresh: [
    "GET /v1/changes",
    "POST /v1/replicas/id/lease",
    "POST /v1/replicas/id/sync",
    "POST /v1/replicas/id/release",
  ],
  cold: ["GET /v1/repos", "GET /v1/snapshot"],
} as const;
const writes = {
  fresh: ["advanceBranch", "openProposal"],
  open: ["advanceBranch", "updateProposal"],
} as const;

/** A case, and how its run may end. */
interface Case {
  readonly name: string;
  readonly scenario: Scenario;
  readonly injected: Injected;
  readonly at: string;
  readonly ends: readonly string[];
}

/** As a run without a fault ends. */
const whole = "written";

/** Codes of errors with which a fault of the hub that does not pass ends a run. */
const codes: { readonly [F in HubFault]?: string } = {
  "500 always": "hub_failed",
  "unreachable always": "hub_unreachable",
  "401": "hub_token",
  "403": "hub_refused",
};

function endsAtHub(at: string, fault: HubFault): readonly string[] {
  if (fault.startsWith("dies")) return ["died"];
  // A lease that cannot be given back runs out: how the run ended stays.
  if (at.endsWith("/release")) return [whole];
  const code = codes[fault];
  if (code !== undefined) return [code];
  if (fault === "lease taken") return ["busy"];
  if (fault === "cut off" && at.endsWith("/snapshot")) return ["hub_failed"];
  return [whole];
}

const unsettled: ReadonlySet<ForgeFault> = new Set(["put off", "put off, though done", "refused"]);

function endsAtForge(fault: ForgeFault): readonly string[] {
  if (fault.startsWith("dies")) return ["died"];
  if (unsettled.has(fault)) return ["unsettled"];
  if (fault === "branch edited") return ["people"];
  return [whole];
}

const hubCases = (["fresh", "cold"] as const).flatMap((scenario) =>
  requests[scenario].flatMap((at, index) =>
    hubFaults.map(
      (fault): Case => ({
        name: `${scenario}: ${at}: ${fault}`,
        scenario,
        injected: { side: "hub", at: index + 1, fault },
        at,
        ends: endsAtHub(at, fault),
      }),
    ),
  ),
);

/** Faults that need a proposal: people have none to act on before. */
const ofOpen: ReadonlySet<ForgeFault> = new Set(["branch edited", "closed"]);

const forgeCases = (["fresh", "open"] as const).flatMap((scenario) =>
  writes[scenario].flatMap((at, index) =>
    forgeFaults
      .filter((fault) => scenario === "open" || !ofOpen.has(fault))
      .map(
        (fault): Case => ({
          name: `${scenario}: ${at}: ${fault}`,
          scenario,
          injected: { side: "forge", at: index + 1, fault },
          at,
          ends: endsAtForge(fault),
        }),
      ),
  ),
);

/** Plays cases, so many at once as there are hubs; answers with what is not as it should be. */
async function playAll(cases: readonly Case[]): Promise<readonly string[]> {
  const waiting = [...cases];
  const wrong: string[] = [];
  const ends = new Map<string, number>();
  const lane = async (hub: RealHub) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const result = await playCase(hub, next.scenario, next.injected);
      ends.set(result.ended, (ends.get(result.ended) ?? 0) + 1);
      const flaws = flawsOf(next, result);
      if (flaws.length > 0) wrong.push(`${next.name}: ${flaws.join("; ")}`);
    }
  };
  await Promise.all(hubs.map(lane));
  process.stdout.write(`faults: ${cases.length} cases end as ${JSON.stringify(Object.fromEntries(ends))}\n`);
  return wrong;
}

function flawsOf({ at, ends }: Case, { met, ended, broken }: CaseResult): readonly string[] {
  const flaws = [...broken];
  if (met.at !== at) flaws.push(`the fault was met at ${met.at}`);
  if (!ends.includes(ended)) flaws.push(`the run ends as ${ended}`);
  return flaws;
}

describe("a run of the sync over a bare repository and a hub over its database", () => {
  it("loses nothing at any request to the hub, and later runs do the rest", {
    timeout: 1_500_000,
  }, async () => {
    expect(await playAll(hubCases)).toEqual([]);
  });

  it("loses nothing at any write to the forge, and later runs do the rest", {
    timeout: 1_500_000,
  }, async () => {
    expect(await playAll(forgeCases)).toEqual([]);
  });

  it("ends with codes that people find among the errors", () => {
    expect(["hub_failed", "hub_unreachable", "hub_token", "hub_refused"].filter(isDocumented)).toHaveLength(
      4,
    );
    expect(Object.values(codes).every(isDocumented)).toBe(true);
    expect(isDocumented("hub_nothing")).toBe(false);
  });

  it.each<readonly [string, Scenario, string, (real: Real) => Promise<unknown>]>([
    ["another run has the lease", "fresh", "busy", takeLease],
    // Nothing tells then which of two copies that differ is the newer.
    ["what both sides agreed on is lost", "fresh", "people", (real) => actReal(real, { do: "lose links" })],
    ["a file was moved", "fresh", whole, (real) => movePlan(real, "W-1", "workplans/moved.md")],
    [
      "a file was moved while its values are proposed",
      "open",
      whole,
      (real) => movePlan(real, "W-2", "workplans/moved.md"),
    ],
    [
      "the proposal was merged",
      "open",
      whole,
      (real) => actReal(real, { do: "merge", how: "merge", keeps: "proposed" }),
    ],
    [
      "the proposal was merged, but for what the file has",
      "open",
      whole,
      (real) => actReal(real, { do: "merge", how: "merge", keeps: "file" }),
    ],
    [
      "the proposal was squashed",
      "open",
      whole,
      (real) => actReal(real, { do: "merge", how: "squash", keeps: "proposed" }),
    ],
    ["the proposal was closed", "open", whole, (real) => actReal(real, { do: "close" })],
    ["what would be proposed was declined", "fresh", "people", declined],
    [
      "the proposal was edited by a person",
      "open",
      "people",
      (real) => actReal(real, { do: "amend", key: "W-1-T1", field: "title", value: "y" }),
    ],
  ])("loses nothing when %s", async (_name, scenario, ends, deed) => {
    const [hub] = hubs;
    if (hub === undefined) throw new Error("there is no hub");
    const { ended, broken } = await playCase(hub, scenario, undefined, deed);
    expect({ ended, broken }).toEqual({ ended: ends, broken: [] });
  });
});

async function declined(real: Real): Promise<void> {
  await runOnce(real);
  await actReal(real, { do: "close" });
}
