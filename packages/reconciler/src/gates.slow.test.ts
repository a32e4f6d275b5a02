import { labels } from "@coulomb-loop/proposals";
import { countingForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { RunOptions, World } from "./fleet.fixture.ts";
import { branch, createWorld, file, minute, noon, synced } from "./fleet.fixture.ts";

const hour = 60 * minute;
const waves = (soak = 0, most?: number) => [
  "waves:",
  `  - { name: canary, select: { wave: 0 }, required_soak_cycles: ${soak} }`,
  `  - { name: rest, select: { wave: 1 }${most === undefined ? "" : `, max_concurrency: ${most}`} }`,
];
const active = ["{ repo: one, wave: 0 }", "{ repo: two, wave: 1 }", "{ repo: three, wave: 1 }"];

/** Three pilots in sync with phase bootstrap, before the next phase is rolled out. */
async function three(): Promise<World> {
  const world = await createWorld({ one: synced, two: synced, three: synced });
  await world.run({ active });
  return world;
}

const outcomes = async (world: World, run: RunOptions) => {
  const { result } = await world.run(run);
  return Object.fromEntries(result.repos.map(({ plan, outcome, gate }) => [plan.repo, gate ?? outcome]));
};

describe.concurrent("waves", () => {
  const next = { active, phase: "stabilize", policy: waves() };

  it("open one after the other, each when the one before is in sync", async () => {
    using world = await three();
    expect(await outcomes(world, { ...next, now: noon + minute })).toEqual({
      one: "proposed",
      two: "wave",
      three: "wave",
    });
    const { plan } = await world.look({ ...next, now: noon + 2 * minute });
    expect(plan.repos.find(({ repo }) => repo === "two")?.gate).toEqual({
      open: false,
      kind: "wave",
      message: "wave 0 (canary) comes first: local/acme/one",
    });
    await world.person().merge(branch);
    expect(await outcomes(world, { ...next, now: noon + 3 * minute })).toEqual({
      one: "clean",
      two: "proposed",
      three: "proposed",
    });
  });

  it("hold back what is new also in a repo that drifted, and not what only restores", async () => {
    using world = await three();
    const drifted = synced.replace("30 * * * *", "31 * * * *");
    await world.person("two").commit("main", { [file]: drifted });
    const restored = await world.copy();
    const again = await outcomes(restored, { active, policy: waves(), now: noon + minute });
    restored[Symbol.dispose]();
    expect(again).toEqual({ one: "clean", two: "proposed", three: "clean" });
    const changed = { active, policy: waves(), cron: "20 * * * *", now: noon + minute };
    expect(await outcomes(world, changed)).toEqual({ one: "proposed", two: "wave", three: "wave" });
    const shown = { ...changed, policy: [...waves(), "on_drift: show"], now: noon + 2 * minute };
    expect(await outcomes(world, shown)).toMatchObject({ two: "wave" });
  });

  it("soak for as many cycles as the policy says, and say until when", async () => {
    using world = await three();
    const soaking = { ...next, policy: waves(2) };
    await world.run({ ...soaking, now: noon + minute });
    await world.person().merge(branch);
    // In sync since 12:02 UTC; cycles begin at 09:00 in Berlin, 07:00 UTC.
    expect(await outcomes(world, { ...soaking, now: noon + 2 * minute })).toMatchObject({ two: "wave" });
    const { plan } = await world.look({ ...soaking, now: noon + 3 * minute });
    expect(plan.repos.find(({ repo }) => repo === "two")?.gate).toMatchObject({
      message: "wave 0 (canary) soaks: local/acme/one",
      opens_at: "2026-06-03T07:00:00.000Z",
    });
    const end = Date.UTC(2026, 5, 3, 7);
    expect(await outcomes(world, { ...soaking, now: end - 1 })).toMatchObject({ two: "wave" });
    expect(await outcomes(world, { ...soaking, now: end })).toMatchObject({ two: "proposed" });
  });

  it("let at most so many proposals be open; the next follows when one is merged", async () => {
    using world = await three();
    const crowded = { ...next, policy: waves(0, 1) };
    await world.run({ ...crowded, now: noon + minute });
    await world.person().merge(branch);
    expect(await outcomes(world, { ...crowded, now: noon + 2 * minute })).toEqual({
      one: "clean",
      three: "proposed",
      two: "wave",
    });
    expect(await outcomes(world, { ...crowded, now: noon + 3 * minute })).toMatchObject({ two: "wave" });
    await world.person("three").merge(branch);
    expect(await outcomes(world, { ...crowded, now: noon + 4 * minute })).toEqual({
      one: "clean",
      three: "clean",
      two: "proposed",
    });
  });

  it("give the place of a proposal that people declined to the next", async () => {
    using world = await three();
    const crowded = { ...next, policy: waves(0, 1) };
    await world.run({ ...crowded, now: noon + minute });
    await world.person().merge(branch);
    await world.run({ ...crowded, now: noon + 2 * minute });
    await world.person("three").deleteBranch(branch);
    expect(await outcomes(world, { ...crowded, now: noon + 3 * minute })).toMatchObject({
      three: "declined",
      two: "proposed",
    });
  });

  it("give no place to a repo that nothing can be proposed to", async () => {
    using world = await three();
    await world.person("three").commit(branch, { "their.md": "x\n" });
    const crowded = { active, phase: "stabilize", policy: waves(0, 1) };
    await world.run({ ...crowded, now: noon + minute });
    await world.person().merge(branch);
    expect(await outcomes(world, { ...crowded, now: noon + 2 * minute })).toMatchObject({
      three: "blocked",
      two: "proposed",
    });
  });

  it.each([
    [
      "opted out",
      async (world: World) => world.person().commit("main", { [file]: `enabled: false\n${synced}` }),
      {},
    ],
    [
      "overridden",
      async () => undefined,
      {
        active: [
          '{ repo: one, wave: 0, overrides: [{ path: /agents/coach/cron, value: "0 8 * * *", reason: r, owner: o, expires_at: 2026-07-01T00:00:00Z }] }',
          ...active.slice(1),
        ],
      },
    ],
  ])("do not wait for a repo that is %s", async (_what, before, more) => {
    using world = await three();
    await before(world);
    expect(await outcomes(world, { ...next, ...more, now: noon + minute })).toMatchObject({
      two: "proposed",
    });
  });

  it("do not hold back a repo that drifted", async () => {
    using world = await three();
    await world.person("two").commit("main", { [file]: synced.replace("15 * * * *", "45 * * * *") });
    await world.person().commit("main", { [file]: synced.replace("15 * * * *", "46 * * * *") });
    expect(await outcomes(world, { active, policy: waves(), now: noon + minute })).toMatchObject({
      one: "proposed",
      two: "proposed",
    });
  });

  it("do not keep a proposal from being closed", async () => {
    using world = await three();
    await world.run({ active, phase: "stabilize", now: noon + minute });
    await world.run({ active, policy: waves(), now: noon + 2 * minute });
    expect((await world.proposals("two"))[0]?.state).toBe("closed");
  });
});

describe.concurrent("windows and suspension", () => {
  const window =
    'promotion_windows: [{ name: mornings, kind: allow, cron: "0 9 * * *", duration: PT2H, applies_to: [reconcile] }]';

  it("hold back what is new, and say when they open", async () => {
    using world = await createWorld({ one: null });
    const { repo, code } = await world.run({ policy: [window] });
    expect([repo().outcome, repo().gate, code]).toEqual(["queued", "window", 2]);
    expect(repo().message).toBe("window mornings is shut, opens at 2026-06-02T07:00:00.000Z");
    const forge = countingForge(world.forge());
    await world.run({ policy: [window], forge, now: noon + hour });
    expect(forge.writes).toEqual([]);
    const morning = await world.run({ policy: [window], now: Date.UTC(2026, 5, 2, 7) });
    expect(morning.repo().outcome).toBe("proposed");
  });

  it.each([
    ["without end", "suspend: true", "the loop is suspended"],
    ["with a reason", "suspend: { reason: freeze }", "the loop is suspended: freeze"],
    [
      "with an end",
      "suspend: { reason: freeze, until: 2026-07-01T00:00:00Z }",
      "the loop is suspended: freeze, until 2026-07-01T00:00:00.000Z",
    ],
  ])("a suspension %s stops every write", async (_what, suspend) => {
    using world = await createWorld({ one: null });
    const forge = countingForge(world.forge());
    const { repo } = await world.run({ policy: [suspend], forge });
    expect([repo().outcome, repo().plan.gate.kind]).toEqual(["suspended", "suspended"]);
    expect(forge.writes).toEqual([]);
  });

  it("a suspension ends when it says so", async () => {
    using world = await createWorld({ one: null });
    const policy = ["suspend: { reason: freeze, until: 2026-06-01T12:00:00Z }"];
    expect((await world.run({ policy, now: noon - 1 })).repo().outcome).toBe("suspended");
    expect((await world.run({ policy })).repo().outcome).toBe("proposed");
  });

  it("make a saved plan stale when they answer otherwise by then", async () => {
    using world = await createWorld({ one: null });
    const policy = [window];
    const morning = Date.UTC(2026, 5, 2, 8, 59);
    const saved = (await world.look({ policy, now: morning })).plan;
    const { repo, code } = await world.run({ policy, saved, now: morning + minute });
    expect([repo().outcome, repo().message, code]).toEqual([
      "stale",
      "its gate has shut since the plan was made",
      5,
    ]);
  });
});

describe.concurrent("pacing", () => {
  const limits = "{ proposals_per_hour: 60, proposals_burst: 2 }";
  const many = ["a", "b", "c", "d"].map((name) => `{ repo: ${name} }`);

  it("opens a burst, then one a minute, over runs", async () => {
    using world = await createWorld({ a: null, b: null, c: null, d: null });
    const run = { active: many, limits };
    const first = await world.run(run);
    expect(first.result.repos.map(({ outcome, gate }) => gate ?? outcome)).toEqual([
      "proposed",
      "proposed",
      "pace",
      "pace",
    ]);
    expect(first.repo("c").message).toContain("2026-06-01T12:01:00.000Z");
    expect(first.result.pace.doneAt("local", 2)).toBe(noon + 2 * minute);
    expect(await outcomes(world, { ...run, now: noon + minute - 1 })).toMatchObject({ c: "pace", d: "pace" });
    expect(await outcomes(world, { ...run, now: noon + minute })).toMatchObject({ c: "proposed", d: "pace" });
    expect(await outcomes(world, { ...run, now: noon + 2 * minute })).toMatchObject({ d: "proposed" });
  });

  it("counts no update and no refused opening twice", async () => {
    using world = await createWorld({ a: null, b: null });
    const run = { active: many.slice(0, 2), limits };
    await world.run(run);
    const updated = await world.run({ ...run, phase: "stabilize", now: noon + 1000 });
    expect(updated.result.repos.map(({ outcome }) => outcome)).toEqual(["proposed", "proposed"]);
    expect(await world.state("pace.json")).toContain('"tokens":0');
  });
});

describe.concurrent("orders", () => {
  it("offer again what people declined, and take the no away", async () => {
    using world = await three();
    const run = { active, phase: "stabilize" };
    await world.run({ ...run, now: noon + minute });
    await world.person().deleteBranch(branch);
    expect((await world.run({ ...run, now: noon + 2 * minute })).repo().outcome).toBe("declined");
    expect(await world.state("declined.jsonl")).toContain("local/acme/one");
    const orders = { reopen: new Set(["local/acme/one schedule-kaizen"]) };
    const again = await world.run({ ...run, orders, now: noon + 3 * minute });
    expect([again.repo().outcome, again.repo().number]).toEqual(["proposed", 2]);
    expect((await world.run({ ...run, now: noon + 4 * minute })).repo().outcome).toBe("proposed");
    expect(await world.state("declined.jsonl")).toBeNull();
  });

  it("remember a no when the forge lists newer proposals only", async () => {
    using world = await three();
    const run = { active, phase: "stabilize" };
    await world.run({ ...run, now: noon + minute });
    await world.person().deleteBranch(branch);
    await world.run({ ...run, now: noon + 2 * minute });
    // Six more proposals come and go; the first is no longer listed.
    for (let round = 0; round < 6; round++) {
      const other = { ...run, phase: round % 2 === 0 ? "operate" : "bootstrap" };
      await world.run({ ...other, cron: `${round} * * * *`, now: noon + (3 + round) * minute });
      await world.run({ active, now: noon + (3 + round) * minute + 1 });
    }
    expect((await world.proposals()).map(({ ref }) => ref.number)).not.toContain(1);
    expect((await world.run({ ...run, now: noon + hour })).repo().outcome).toBe("declined");
  });

  it("make an edited proposal anew", async () => {
    using world = await three();
    const run = { active, phase: "stabilize" };
    await world.run({ ...run, now: noon + minute });
    const theirs = await world.person().commit(branch, { "their.md": "x\n" });
    expect((await world.run({ ...run, now: noon + 2 * minute })).repo().outcome).toBe("edited");
    const orders = { rebuild: new Set(["local/acme/one schedule-kaizen"]) };
    const rebuilt = await world.run({ ...run, orders, now: noon + 3 * minute });
    expect([rebuilt.repo().outcome, rebuilt.repo().number]).toEqual(["proposed", 1]);
    expect(await world.person().head(branch)).not.toBe(theirs);
    expect(await world.person().read(branch, "their.md")).toBeNull();
    const forge = countingForge(world.forge());
    await world.run({ ...run, orders, forge, now: noon + 4 * minute });
    expect(forge.writes).toEqual([]);
  });

  it("label a takeover as an ordinary proposal, and an adoption as a question", async () => {
    using world = await createWorld({ one: synced.replace("15 * * * *", "45 * * * *") });
    await world.run({ policy: ["adoption: takeover"] });
    expect((await world.proposals())[0]?.labels).toEqual([]);
    using other = await createWorld({ one: synced.replace("15 * * * *", "45 * * * *") });
    await other.run();
    expect((await other.proposals())[0]).toMatchObject({ labels: [labels.adoption] });
    expect((await other.proposals())[0]?.body).toContain('path: /agents/coach/cron, value: "45 * * * *"');
  });
});
