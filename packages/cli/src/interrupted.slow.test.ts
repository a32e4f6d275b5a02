import { createGitForge } from "@coulomb-loop/forge";
import { bodyText, parseMarker } from "@coulomb-loop/proposals";
import { memoryCache } from "@coulomb-loop/reconciler";
import { git } from "@coulomb-loop/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import type { Stage } from "./fleet.fixture.ts";
import { copyStage, createStage, pilot, rows, schedulePath, wantedSchedule } from "./fleet.fixture.ts";
import type { Moment } from "./process.fixture.ts";
import { interruptedAt } from "./process.fixture.ts";

const pilots = ["born", "adopted", "moved", "gone", "calm"] as const;
const repos = [...pilots, "demo-ops"];
const branch = "coulomb/demo/schedule-kaizen-stack";

/**
 * A fleet in which one run does every kind of write: open (born, adopted), advance and update (moved), close and delete
 * (gone), and the state. One repo at a time, so that the n-th push is always the same one.
 */
async function busyFleet(): Promise<Stage> {
  const stage = await createStage({
    pilots: {
      born: pilot(undefined),
      adopted: pilot(wantedSchedule.replace("30 * * * *", "7 3 * * *")),
      moved: pilot(wantedSchedule),
      gone: pilot(wantedSchedule),
      calm: pilot(wantedSchedule),
    },
  });
  stage.edit("coulomb.yaml", (text) => `${text}limits: { concurrency: 1 }\n`);
  stage.edit("loops/kaizen-stack/roster.yaml", (text) =>
    text.replace(/ {2}- \{ repo: (?:born|adopted).*\n/g, ""),
  );
  await stage.coulomb(["reconcile"]);
  // Both drift, and get a proposal each; then one drifts further, and the other goes back.
  const write = (repo: string, text: string) => stage.person(repo).commit("main", { [schedulePath]: text });
  await write("moved", wantedSchedule.replace("15 * * * *", "45 * * * *"));
  await write("gone", wantedSchedule.replace("15 * * * *", "45 * * * *"));
  await stage.coulomb(["reconcile"]);
  await write("moved", wantedSchedule.replace("15 * * * *", "50 * * * *"));
  await write("gone", wantedSchedule);
  stage.edit("loops/kaizen-stack/roster.yaml", (text) =>
    text.replace("active:\n", "active:\n  - { repo: born, wave: 1 }\n  - { repo: adopted, wave: 1 }\n"),
  );
  return stage;
}

/** The part of a proposal that depends on when its plan was made. */
const firings = /### When it fires next[\s\S]*?(?=### Why)/;

/** A file of the state without instants and the digests that depend on them. */
function timeless(text: string): string {
  return text.replaceAll(/"(since|finished_at|plan)":"[^"]*"/g, '"$1":"…"');
}

/** What a fleet holds, without what every run does differently: times, and ids that depend on them. */
async function endState(stage: Stage): Promise<unknown> {
  const forge = createGitForge({
    name: "local",
    url: `${stage.root}/forge`,
    identity: { name: "reader", email: "reader@example.org" },
    env: process.env,
    installation: "demo",
  });
  const queries = pilots.map((repo) => ({
    repo: { owner: "coulomb", repo },
    files: [schedulePath],
    branches: [branch],
  }));
  const proposals: Record<string, unknown> = {};
  for await (const { repo, proposals: listed } of forge.observe(queries, memoryCache())) {
    const known = listed.get(branch);
    proposals[repo.repo] =
      known?.kind !== "known"
        ? known
        : known.value.map(({ ref, state, title, body, draft, labels, base }) => {
            const { plan: _plan, head: _head, ...marker } = parseMarker(body) ?? {};
            const text = bodyText(body).replace(firings, "");
            return { number: ref.number, state, title, text, marker, draft, labels, base };
          });
  }
  const trees: Record<string, string> = {};
  for (const repo of repos) {
    const heads = await git(stage.path(repo), ["for-each-ref", "--format=%(refname) %(tree)", "refs/heads"]);
    trees[repo] = heads.replace(/^refs\/heads\/coulomb-state.*$/m, "");
  }
  const state = await git(stage.path("demo-ops"), ["ls-tree", "--name-only", "coulomb-state/demo"]);
  const base = await git(stage.path("demo-ops"), ["show", "coulomb-state/demo:base.jsonl"]);
  const audit = await git(stage.path("demo-ops"), ["show", "coulomb-state/demo:audit.jsonl"]);
  return { proposals, trees, state, base: timeless(base), audit: timeless(audit) };
}

let before: Stage;
let uninterrupted: unknown;
let ended: Awaited<ReturnType<typeof interruptedAt>>;
beforeAll(async () => {
  before = await busyFleet();
  const whole = copyStage(before);
  // No hook ends this one; it only counts.
  ended = await interruptedAt(whole, ["reconcile"], 0, "post-receive", "KILL", repos);
  uninterrupted = await endState(whole);
}, 120_000);

describe("an uninterrupted run", () => {
  it("makes every kind of write", async () => {
    expect(ended).toMatchObject({ code: 0, signal: null, pushes: 10 });
    expect(uninterrupted).toMatchObject({
      proposals: {
        born: [{ number: 1, state: "open" }],
        adopted: [{ number: 1, state: "open" }],
        moved: [{ number: 1, state: "open" }],
        gone: [{ number: 1, state: "closed" }],
        calm: [],
      },
    });
  });
});

const everyPush = Array.from({ length: 10 }, (_, index) => index + 1);

describe.each<{ moment: Moment }>([{ moment: "pre-receive" }, { moment: "post-receive" }])(
  "reconcile that is killed in $moment",
  ({ moment }) => {
    it.each(everyPush)("of push %i ends, after another run, as an uninterrupted one", async (at) => {
      const stage = copyStage(before);
      const killed = await interruptedAt(stage, ["reconcile"], at, moment, "KILL", repos);
      expect(killed).toMatchObject({ signal: "SIGKILL", pushes: at });
      expect((await stage.coulomb(["reconcile"])).code).toBe(0);
      expect(await endState(stage)).toEqual(uninterrupted);
      const refs = await stage.refs();
      const third = await stage.json(["reconcile"]);
      expect(third).toMatchObject({ writes: 0, state: "unchanged" });
      expect(rows(third.repos).flatMap(({ writes }) => writes)).toEqual([]);
      expect(await stage.refs()).toEqual(refs);
    });
  },
);

describe("reconcile --plan that is killed", () => {
  it.each(everyPush)("after push %i goes on with the same plan", async (at) => {
    const stage = copyStage(before);
    // The process goes by the clock of this machine, and a plan holds for a day.
    await stage.coulomb(["plan", "--out", "plan.json"], { now: Date.now() });
    const command = ["reconcile", "--plan", "plan.json"];
    const killed = await interruptedAt(stage, command, at, "post-receive", "KILL", repos);
    expect(killed).toMatchObject({ signal: "SIGKILL", pushes: at });
    const report = await stage.json(command, { now: Date.now() });
    expect(rows(report.repos).map(({ outcome }) => outcome)).not.toContain("stale");
    expect(await endState(stage)).toEqual(uninterrupted);
    expect(await stage.json(command, { now: Date.now() })).toMatchObject({ writes: 0, state: "unchanged" });
  });
});

describe("reconcile that is interrupted (SIGINT)", () => {
  it.each(everyPush)(
    "in push %i finishes that repo, says so with 130, and goes on in the next run",
    async (at) => {
      const stage = copyStage(before);
      const stopped = await interruptedAt(stage, ["reconcile"], at, "post-receive", "INT", repos);
      expect(stopped).toMatchObject({ code: 130, signal: null });
      expect(stopped.stderr).not.toMatch(/^\s+at /m);
      expect(stopped.stderr).not.toBe("");
      expect((await stage.coulomb(["reconcile"])).code).toBe(0);
      expect(await endState(stage)).toEqual(uninterrupted);
      expect(await stage.json(["reconcile"])).toMatchObject({ writes: 0, state: "unchanged" });
    },
  );
});
