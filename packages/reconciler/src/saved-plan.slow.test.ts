import { canonicalJson } from "@coulomb-loop/schemas/digest";
import type { Plan } from "@coulomb-loop/schemas";
import { CoulombError } from "@coulomb-loop/schemas";
import { countingForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { RunOptions, World } from "./fleet.fixture.ts";
import { branch, createWorld, file, minute, noon, synced } from "./fleet.fixture.ts";
import { planDigest } from "./plan-fleet.ts";
import { readPlan } from "./read-plan.ts";

const active = ["{ repo: one }", "{ repo: two }"];
const day = 24 * 60 * minute;

let template: Promise<World> | undefined;

/** Two pilots in sync, and the state that says so: made once and copied. */
async function twoPilots(): Promise<World> {
  template ??= makePilots();
  return (await template).copy();
}

async function makePilots(): Promise<World> {
  const world = await createWorld({ one: synced, two: synced });
  await world.run({ active });
  return world;
}

/** Saves a plan for the next phase, as `plan --out` and `reconcile --plan` do. */
async function save(world: World, options: RunOptions = {}): Promise<Plan> {
  const seen = await world.look({ active, phase: "stabilize", ...options });
  return readPlan(canonicalJson(seen.plan), "plan.json");
}

/** The plan with something changed, and a digest that fits. */
function forged(plan: Plan, change: (plan: Plan) => Plan): Plan {
  const next = change(plan);
  return { ...next, plan_digest: planDigest(next) };
}

describe.concurrent("readPlan", () => {
  const tamperings: readonly (readonly [string, (text: string) => string, string])[] = [
    ["nothing", () => "", "plan_invalid"],
    ["no JSON", (text) => text.slice(0, -2), "plan_invalid"],
    ["a list", () => "[]", "plan_invalid"],
    ["null", () => "null", "plan_invalid"],
    ["another document", () => '{"format_version":"1.0","kind":"status"}', "plan_invalid"],
    ["no version", (text) => text.replace('"format_version":"1.0"', '"x-v":"1.0"'), "plan_invalid"],
    [
      "a newer major",
      (text) => text.replace('"format_version":"1.0"', '"format_version":"2.0"'),
      "plan_version",
    ],
    [
      "a much newer major",
      (text) => text.replace('"format_version":"1.0"', '"format_version":"10.3"'),
      "plan_version",
    ],
    [
      "a version that is no text",
      (text) => text.replace('"format_version":"1.0"', '"format_version":{"toString":false}'),
      "plan_invalid",
    ],
    ["another cron", (text) => text.replaceAll("0 9 * * *", "0 8 * * *"), "plan_invalid"],
    ["another class", (text) => text.replace('"class":"pending"', '"class":"drift"'), "plan_invalid"],
    ["another time", (text) => text.replace(/"created_at":"\d{4}/, '"created_at":"2027'), "plan_invalid"],
    ["another owner", (text) => text.replaceAll('"owner":"acme"', '"owner":"evil"'), "plan_invalid"],
    ["one more key", (text) => text.replace("{", '{"x-more":1,'), "plan_invalid"],
    ["another digest", (text) => text.replace(/"plan_digest":"./, '"plan_digest":"0'), "plan_invalid"],
    ["a path that leaves the repo", (text) => text.replaceAll(file, "../../x"), "plan_invalid"],
  ];

  it.each(tamperings)("refuses %s", async (_name, tamper, code) => {
    using world = await twoPilots();
    const text = canonicalJson(await save(world));
    // A digest may begin with 0 by itself.
    const changed =
      tamper(text) === text ? text.replace(/"plan_digest":"./, '"plan_digest":"1') : tamper(text);
    const read = () => readPlan(changed, "plan.json");
    expect(read).toThrow(CoulombError);
    expect(read).toThrow(expect.objectContaining({ code }));
  });

  it("reads a plan whatever the order of its keys and its white space", async () => {
    using world = await twoPilots();
    const plan = await save(world);
    const turned = Object.fromEntries(Object.entries(plan).toReversed());
    expect(readPlan(JSON.stringify(turned, null, 2), "plan.json")).toEqual(plan);
  });
});

describe.concurrent("a saved plan", () => {
  it("is applied exactly, and the second time writes nothing", async () => {
    using world = await twoPilots();
    const saved = await save(world);
    const { result, code } = await world.run({ active, phase: "stabilize", saved, now: noon + minute });
    expect(result.repos.map(({ outcome }) => outcome)).toEqual(["proposed", "proposed"]);
    expect(code).toBe(2);
    for (const { repo, result_blob } of saved.repos) {
      const blob = await world.person(repo).read(branch, file);
      expect(blob).toBe(synced.replace("15 * * * *", "0 9 * * *").replace("30 * * * *", "0 10 * * *"));
      expect(result_blob).not.toBeNull();
    }
    const forge = countingForge(world.forge());
    const again = await world.run({ active, phase: "stabilize", saved, now: noon + 2 * minute, forge });
    expect(again.result.repos.map(({ outcome }) => outcome)).toEqual(["proposed", "proposed"]);
    expect(forge.writes).toEqual([]);
  });

  it("is the plan that is applied, not what a new one would say", async () => {
    using world = await twoPilots();
    const saved = await save(world);
    await world.person().commit("main", { "other.md": "o\n" });
    const { repo } = await world.run({ active, phase: "stabilize", saved, now: noon + 23 * 60 * minute });
    expect(repo().outcome).toBe("proposed");
    expect(repo().plan).toEqual(saved.repos[0]);
  });

  const betweens: readonly (readonly [string, (world: World) => Promise<unknown>, RunOptions])[] = [
    ["the file changes", (world) => world.person().commit("main", { [file]: `${synced}# more\n` }), {}],
    ["the file is deleted", (world) => world.person().commit("main", { [file]: null }), {}],
    [
      "the file becomes a folder",
      (world) => world.person().commit("main", { [file]: null, [`${file}/x`]: "y\n" }),
      {},
    ],
    [
      "the roster changes what is wanted of it",
      async () => undefined,
      { active: ["{ repo: one, phase: operate }", "{ repo: two }"] },
    ],
    ["the roster drops it", async () => undefined, { active: ["{ repo: two }"] }],
    [
      "an override is added",
      async () => undefined,
      {
        active: [
          "{ repo: one, overrides: [{ path: /agents/coach/cron, reason: r, owner: o, expires_at: 2026-07-01T00:00:00Z }] }",
          "{ repo: two }",
        ],
      },
    ],
  ];
  it.each(betweens)(
    "is stale where %s in between; the other repo is written",
    async (_name, between, options) => {
      using world = await twoPilots();
      const saved = await save(world);
      await between(world);
      const forge = countingForge(world.forge());
      const run = await world.run({
        active,
        phase: "stabilize",
        ...options,
        saved,
        forge,
        now: noon + minute,
      });
      expect([run.repo("one").outcome, run.repo("two").outcome]).toEqual(["stale", "proposed"]);
      expect(run.code).toBe(5);
      expect(await world.person().head(branch)).toBeNull();
      // The lease, the other repo, the state.
      expect(forge.writes.map(({ method }) => method)).toEqual([
        "advanceBranch",
        "advanceBranch",
        "openProposal",
        "advanceBranch",
      ]);
    },
  );

  it("is stale for a repo that the ops repo does not know", async () => {
    using world = await twoPilots();
    const saved = await save(world);
    const { repo, code } = await world.run({
      active,
      phase: "stabilize",
      now: noon + minute,
      saved: forged(saved, (plan) => ({
        ...plan,
        repos: plan.repos.map((each) =>
          each.repo === "one" ? { ...each, repo_id: "local/acme/none" } : each,
        ),
      })),
    });
    expect([repo("one").outcome, repo("two").outcome, code]).toEqual(["stale", "proposed", 5]);
    expect(await world.person().head(branch)).toBeNull();
  });

  it.each([
    ["to the last tick", day, "proposed"],
    ["and not a tick longer", day + 1, "stale"],
    ["and not a year later", 365 * day, "stale"],
    ["though the clocks differ", -5 * minute, "proposed"],
    ["and not when it is yet to come", -5 * minute - 1, "stale"],
    ["and not when it comes in two days", -2 * day, "stale"],
  ])("holds for a day, %s", async (_name, age, outcome) => {
    using world = await twoPilots();
    const saved = await save(world);
    const forge = countingForge(world.forge());
    const { result } = await world.run({ active, phase: "stabilize", saved, forge, now: noon + age });
    expect(result.repos.map((repo) => repo.outcome)).toEqual([outcome, outcome]);
    expect(forge.writes.length).toBe(outcome === "stale" ? 0 : 6);
  });

  it("is stale when its time is none", async () => {
    using world = await twoPilots();
    const saved = forged(await save(world), (plan) => ({ ...plan, created_at: "2026-06-30T23:59:60Z" }));
    const { result } = await world.run({
      active,
      phase: "stabilize",
      saved: readPlan(canonicalJson(saved), "p"),
    });
    expect(result.repos.map(({ outcome }) => outcome)).toEqual(["stale", "stale"]);
  });

  const misfits: readonly (readonly [string, Plan["repos"][number]["edits"]])[] = [
    ["outside the file", [[0, 999_999, ""]]],
    [
      "that overlap",
      [
        [5, 9, "a"],
        [3, 4, "b"],
      ],
    ],
    ["that give other bytes", [[0, 1, "x"]]],
  ];
  it.each(misfits)("is stale when it holds edits %s", async (_name, edits) => {
    using world = await twoPilots();
    const saved = forged(await save(world), (plan) => ({
      ...plan,
      repos: plan.repos.map((each) => (each.repo === "one" ? { ...each, edits } : each)),
    }));
    const { repo } = await world.run({ active, phase: "stabilize", saved });
    expect([repo("one").outcome, repo("two").outcome]).toEqual(["stale", "proposed"]);
    expect(await world.person().head(branch)).toBeNull();
  });

  it("is used up when its proposal was merged or closed", async () => {
    using world = await twoPilots();
    const saved = await save(world);
    await world.run({ active, phase: "stabilize", saved });
    await world.person("one").merge(branch);
    await world.person("two").deleteBranch(branch);
    const forge = countingForge(world.forge());
    const { result } = await world.run({ active, phase: "stabilize", saved, forge, now: noon + minute });
    expect(result.repos.map(({ outcome }) => outcome)).toEqual(["stale", "stale"]);
    expect(forge.writes.filter(({ method }) => method !== "advanceBranch")).toEqual([]);
  });

  it("of another installation is refused as a whole", async () => {
    using world = await twoPilots();
    const saved = await save(world, { installation: "other" });
    const forge = countingForge(world.forge());
    await expect(world.run({ active, phase: "stabilize", saved, forge })).rejects.toMatchObject({
      code: "plan_foreign",
    });
    expect(forge.writes).toEqual([]);
  });

  it("says in_sync and changes nothing when the pilot drifts in between", async () => {
    using world = await twoPilots();
    const saved = await save(world, { phase: "bootstrap" });
    await world.person().commit("main", { [file]: synced.replace("15 *", "16 *") });
    const forge = countingForge(world.forge());
    const { repo } = await world.run({ active, saved, forge, now: noon + minute });
    expect([repo("one").outcome, repo("two").outcome]).toEqual(["stale", "clean"]);
    expect(forge.writes).toEqual([]);
  });
});
