import { describe, expect, it } from "vitest";
import { pilot, wantedSchedule } from "./fleet.fixture.ts";
import { createHostedStage, type HostedKind, type HostedStage } from "./hosted.fixture.ts";

const limits = "limits: { proposals_per_hour: 500, proposals_burst: 1000 }\n";

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `pilot-${String(index).padStart(4, "0")}`);
}

async function on(
  kind: HostedKind,
  repos: readonly string[],
  schedule: string | undefined,
  test: (stage: HostedStage, requests: Counts) => Promise<void>,
): Promise<void> {
  const pilots = Object.fromEntries(repos.map((name) => [name, pilot(schedule)]));
  const stage = await createHostedStage(kind, pilots, limits);
  try {
    await test(stage, countRequests(stage));
    expect(stage.server.violations).toEqual([]);
  } finally {
    await stage.close();
  }
}

interface Counts {
  /** Requests since the last call: all that reached the server, and those about the ops repo among them. */
  take(): {
    readonly all: number;
    readonly ofOps: number;
    readonly ofOwner: number;
    /** What a run asks once: who it is, and what is left. */
    readonly ofRun: number;
  };
}

/** Counts at the server, git's own requests included. One about the ops repo names it, or its state branch. */
function countRequests({ server }: HostedStage): Counts {
  let [all, ofOps, ofOwner, ofRun] = [0, 0, 0, 0];
  const always = { times: Number.POSITIVE_INFINITY };
  server.before(always, async () => void (all += 1));
  server.before({ ...always, path: /\/demo-ops\b/ }, async () => void (ofOps += 1));
  server.before(
    { ...always, path: /graphql/, body: /demo-ops|coulomb-state/ },
    async () => void (ofOps += 1),
  );
  server.before({ ...always, path: /\/orgs\// }, async () => void (ofOwner += 1));
  server.before({ ...always, path: /\/(?:rate_limit|version|user)$/ }, async () => void (ofRun += 1));
  server.before({ ...always, path: /graphql/, body: /query \{ viewer/ }, async () => void (ofRun += 1));
  return {
    take() {
      const counts = { all, ofOps, ofOwner, ofRun };
      [all, ofOps, ofOwner, ofRun] = [0, 0, 0, 0];
      return counts;
    },
  };
}

describe("requests of a run that finds 1,000 repos in sync", () => {
  it.each([
    { kind: "github", most: 25 },
    { kind: "gitea", most: 1020 },
  ] as const)("are at most $most on $kind, the state included", ({ kind, most }) =>
    on(kind, names(1000), wantedSchedule, async (stage, requests) => {
      expect(await stage.coulomb(["reconcile"])).toMatchObject({ code: 0, stderr: "" });
      requests.take();
      for (const command of ["plan", "reconcile"]) {
        const ran = await stage.coulomb([command, "--detailed-exitcode"]);
        expect(ran).toMatchObject({ code: 0, stderr: "" });
        expect(ran.stdout).toContain("1000 in sync");
        const { all } = requests.take();
        expect.soft(all, command).toBeLessThanOrEqual(most);
      }
    }),
  );
});

// What is counted: every request of `reconcile`, less those of a `plan` right before it (the same reads) and those about
// the ops repo (its state branch and lease). So it is the branch, the proposal, its label, and the look that follows.
// Labels of the owner, and who we are and what is left, are read once a run, whatever its size.
describe("requests of a new proposal", () => {
  const repos = names(20);
  it.each([
    { kind: "github", what: "for a repo without the file", schedule: undefined, most: 6 },
    { kind: "github", what: "with a label", schedule: wantedSchedule.replace("15 *", "45 *"), most: 6 },
    { kind: "gitea", what: "for a repo without the file", schedule: undefined, most: 8 },
    {
      kind: "gitea",
      what: "with a label that is new",
      schedule: wantedSchedule.replace("15 *", "45 *"),
      most: 8,
    },
  ] as const)("are at most $most on $kind, $what", ({ kind, schedule, most }) =>
    on(kind, repos, schedule, async (stage, requests) => {
      await stage.coulomb(["plan"]);
      requests.take();
      await stage.coulomb(["plan"]);
      const plan = requests.take();
      const ran = await stage.coulomb(["reconcile"]);
      expect(ran).toMatchObject({ code: 0, stderr: "" });
      expect(ran.stdout).toContain(`${repos.length * 2} writes`);
      const { all, ofOps, ofOwner, ofRun } = requests.take();
      expect([ofOwner <= 1, ofRun <= 2]).toEqual([true, true]);
      const ofProposals = all - ofOps - ofOwner - ofRun - (plan.all - plan.ofOps);
      expect(ofProposals / repos.length).toBeLessThanOrEqual(most);
    }),
  );
});
