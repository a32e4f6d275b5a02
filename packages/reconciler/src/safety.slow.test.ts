import type { Forge, WriteResult } from "@coulomb-loop/forge";
import { countingForge, faultAt, faultyForge, git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { World } from "./fleet.fixture.ts";
import { branch, createWorld, file, minute, noon, synced } from "./fleet.fixture.ts";

const names = ["a", "b", "c", "d", "e", "f"];
const active = names.map((name) => `{ repo: ${name} }`);
const fleet = () => createWorld(Object.fromEntries(names.map((name) => [name, synced])));

async function owned(): Promise<World> {
  const world = await fleet();
  await world.run({ active });
  return world;
}

/** The first repos of the fleet leave. */
const leaving = (count: number) => ({
  active: active.slice(count),
  roster: [
    "removed:",
    ...names.slice(0, count).map((name) => `  - { repo: ${name}, mode: disable, reason: r }`),
  ],
});

describe.concurrent("the guard against sweeping changes", () => {
  it("lets one repo leave, and stops when more than a fifth would", async () => {
    using world = await owned();
    const one = await world.run({ ...leaving(1), now: noon + minute });
    expect([one.repo("a").outcome, one.result.stopped]).toEqual(["proposed", undefined]);
    const forge = countingForge(world.forge());
    // One is offered already; two more are too many.
    const two = await world.run({ ...leaving(3), forge, now: noon + 2 * minute });
    expect([two.result.stopped?.code, two.code, two.repo("b").outcome]).toEqual([
      "mass_change",
      4,
      "blocked",
    ]);
    expect(two.result.stopped?.message).toContain("2 of 6 repos of kaizen");
    expect(forge.writes).toEqual([]);
  });

  it("goes on with the plan that somebody names by its digest, and with no other", async () => {
    using world = await owned();
    const run = leaving(3);
    const saved = (await world.look({ ...run, now: noon + minute })).plan;
    const wrong = await world.run({
      ...run,
      saved,
      orders: { allowMassChange: "0".repeat(64) },
      now: noon + 2 * minute,
    });
    expect(wrong.result.stopped?.code).toBe("mass_change");
    const orders = { allowMassChange: saved.plan_digest };
    const right = await world.run({ ...run, saved, orders, now: noon + 3 * minute });
    expect([right.result.stopped, right.repo("b").outcome]).toEqual([undefined, "proposed"]);
  });

  it("lets later runs work once people were asked, also when they declined", async () => {
    using world = await owned();
    const run = leaving(3);
    const saved = (await world.look({ ...run, now: noon + minute })).plan;
    await world.run({
      ...run,
      saved,
      orders: { allowMassChange: saved.plan_digest },
      now: noon + 2 * minute,
    });
    await world.person("f").commit("main", { [file]: synced.replace("15 * * * *", "45 * * * *") });
    const next = await world.run({ ...run, now: noon + 3 * minute });
    expect([next.result.stopped, next.repo("f").outcome]).toEqual([undefined, "proposed"]);
    for (const name of names.slice(0, 3)) await world.person(name).deleteBranch(branch);
    await world.run({ ...run, now: noon + 4 * minute });
    const declined = await world.run({ ...run, phase: "stabilize", now: noon + 5 * minute });
    expect([declined.result.stopped, declined.repo("a").outcome, declined.repo("f").outcome]).toEqual([
      undefined,
      "declined",
      "proposed",
    ]);
  });

  it("stops before everything is forgotten", async () => {
    using world = await owned();
    const roster = ["removed:", ...names.map((name) => `  - { repo: ${name}, mode: release, reason: r }`)];
    const before = await world.base();
    const { result, code } = await world.run({ active: [], roster, now: noon + minute });
    expect([result.stopped?.code, code, await world.base()]).toEqual(["mass_change", 4, before]);
  });

  it("stops before an agent is turned off everywhere", async () => {
    using world = await owned();
    const run = { active, steps: ["coach"], policy: ["removed_agents: [review]"], now: noon + minute };
    expect((await world.run(run)).result.stopped?.code).toBe("mass_change");
  });

  it("deletes nothing while a repo of the loop cannot be read", async () => {
    using world = await owned();
    const run = {
      active: active.slice(1),
      roster: ["removed: [{ repo: a, mode: prune, reason: r }]"],
    };
    await world.person("a").commit("main", {
      [file]: synced.replace("    prompt: be kind\n", "").replace("x-ours: { a: 1 }\n", ""),
    });
    await git(world.path("b"), ["symbolic-ref", "HEAD", "refs/tags/none"]);
    const partial = await world.run({ ...run, now: noon + minute });
    expect([partial.repo("a").outcome, partial.repo("a").gate]).toEqual(["queued", "guard"]);
    expect(partial.repo("a").message).toContain("local/acme/b");
    await git(world.path("b"), ["symbolic-ref", "HEAD", "refs/heads/main"]);
    expect((await world.run({ ...run, now: noon + 2 * minute })).repo("a").outcome).toBe("proposed");
  });

  it("counts what is there, and not what left long ago", async () => {
    using world = await owned();
    const gone = names.slice(1).map((name) => `  - { repo: ${name}, mode: release, reason: r }`);
    const three = ["a", "b", "c"];
    const kept = gone.filter((line) => !three.some((name) => line.includes(` ${name},`)));
    const run = { active: three.map((name) => `{ repo: ${name} }`), roster: ["removed:", ...kept] };
    const { plan } = await world.look({ ...run, now: noon + minute });
    const orders = { allowMassChange: plan.plan_digest };
    await world.run({ ...run, orders, now: noon + minute });
    const pruned = three.slice(1).map((name) => `  - { repo: ${name}, mode: disable, reason: r }`);
    const sweep = { active: ["{ repo: a }"], roster: ["removed:", ...kept, ...pruned] };
    const { result } = await world.run({ ...sweep, now: noon + 2 * minute });
    expect(result.stopped?.message).toContain("2 of 3 repos of kaizen");
  });

  it("asks how many repos can be read now, also for a saved plan", async () => {
    using world = await owned();
    const run = { active, phase: "stabilize" };
    const { plan } = await world.look({ ...run, now: noon + minute });
    for (const name of ["a", "b", "c"])
      await git(world.path(name), ["symbolic-ref", "HEAD", "refs/tags/none"]);
    const forge = countingForge(world.forge());
    const saved = await world.run({ ...run, saved: plan, forge, now: noon + 2 * minute });
    expect([saved.result.stopped?.code, forge.writes]).toEqual(["mass_change", []]);
  });

  it("stops when the roster has no active repo left", async () => {
    using world = await owned();
    const { result, code } = await world.run({ ...leaving(6), now: noon + minute });
    expect(result.stopped?.message).toContain("the roster of kaizen has no active repo left");
    expect(code).toBe(4);
  });

  it("stops when too many repos cannot be read, though one may always be", async () => {
    using world = await owned();
    const run = { active, phase: "stabilize", now: noon + minute };
    await git(world.path("a"), ["symbolic-ref", "HEAD", "refs/tags/none"]);
    const one = await world.run(run);
    expect([one.result.stopped, one.repo("b").outcome]).toEqual([undefined, "proposed"]);
    for (const name of ["b", "c"]) await git(world.path(name), ["symbolic-ref", "HEAD", "refs/tags/none"]);
    const three = await world.run({ ...run, phase: "operate", now: noon + 2 * minute });
    expect([three.result.stopped?.code, three.code]).toEqual(["mass_change", 1]);
  });
});

describe.concurrent("the lease", () => {
  const alive = { name: "host:2", nonce: "mine", isGone: () => false };
  const run = { active: ["{ repo: a }"], phase: "stabilize" };

  /** A run that died in its first write to a pilot, and left its lease. */
  async function died(): Promise<World> {
    const world = await createWorld({ a: synced });
    await world.run({ active: run.active });
    const forge = faultyForge(world.forge(), faultAt(2, { kind: "crash_before" }));
    const holder = { name: "host:1", nonce: "dead", isGone: () => false };
    await world.run({ ...run, forge, holder, now: noon + minute }).catch(() => undefined);
    return world;
  }

  it("stops a second run before its first write until it ends", async () => {
    using world = await died();
    expect(await world.state("lease.json")).toContain('"nonce":"dead"');
    const forge = countingForge(world.forge());
    const busy = await world.run({ ...run, holder: alive, forge, now: noon + 2 * minute });
    expect([busy.result.stopped?.code, busy.code, forge.writes]).toEqual(["run_in_progress", 1, []]);
    expect(busy.repo("a").outcome).toBe("retry");
    expect(busy.result.stopped?.hint).toContain("--take-over dead");
    const later = await world.run({ ...run, holder: alive, now: noon + 16 * minute });
    expect(later.repo("a").outcome).toBe("proposed");
    expect(await world.state("lease.json")).toBeNull();
  });

  it("is taken over by order, when its holder is gone, and not by a wrong nonce", async () => {
    using world = await died();
    const at = { ...run, now: noon + 2 * minute };
    await expect(world.run({ ...at, holder: { ...alive, takeOver: "other" } })).rejects.toMatchObject({
      code: "lease_unknown",
    });
    using copy = await world.copy();
    expect((await world.run({ ...at, holder: { ...alive, takeOver: "dead" } })).repo("a").outcome).toBe(
      "proposed",
    );
    const gone = { ...alive, isGone: (holder: string) => holder === "host:1" };
    expect((await copy.run({ ...at, holder: gone })).repo("a").outcome).toBe("proposed");
  });

  it("is not taken by a run that has nothing to write", async () => {
    using world = await createWorld({ a: synced });
    await world.run({ active: run.active });
    const forge = countingForge(world.forge());
    await world.run({ active: run.active, forge, now: noon + minute });
    expect(forge.writes).toEqual([]);
  });

  it("is prolonged by a run that takes longer, and still given back", async () => {
    using world = await createWorld({ a: null, b: null, c: null });
    const forge = countingForge(world.forge());
    let now = noon;
    const hooks = { onWrite: () => void (now += 4 * minute) };
    const three = ["{ repo: a }", "{ repo: b }", "{ repo: c }"];
    const long = await world.run({ active: three, forge, clock: () => now, hooks, concurrency: 1 });
    expect(["a", "b", "c"].map((name) => long.repo(name).outcome)).toEqual(Array(3).fill("proposed"));
    const log = await git(world.path("ops"), ["log", "--format=%s", "coulomb-state/test"]);
    expect(log.split("\n").filter((line) => line.startsWith("Begin"))).toHaveLength(3);
    expect(await world.state("lease.json")).toBeNull();
  });

  it("stops a run that lost it meanwhile before its next write", async () => {
    using world = await createWorld({ a: null, b: null });
    let now = noon;
    const hooks = { onWrite: () => void (now += 20 * minute) };
    const forge = countingForge(world.forge());
    const other: Forge = {
      ...forge,
      openProposal: async (draft) => {
        const done = await forge.openProposal(draft);
        await world.person("ops").commit("coulomb-state/test", { "x.txt": "another run's commit" });
        return done;
      },
    };
    const two = ["{ repo: a }", "{ repo: b }"];
    const lost = await world.run({ active: two, forge: other, clock: () => now, hooks, concurrency: 1 });
    expect([lost.repo("a").outcome, lost.repo("b").outcome, lost.repo("b").writes]).toEqual([
      "proposed",
      "retry",
      [],
    ]);
    expect([lost.code, lost.result.state.kind]).toEqual([1, "left"]);
  });

  it("stops a run when another one takes it first", async () => {
    using world = await createWorld({ a: null });
    const lease = { holder: "host:1", nonce: "first", expires_at: "2026-06-01T12:15:00Z" };
    const forge = countingForge(world.forge());
    const late: Forge = {
      ...forge,
      advanceBranch: async (advance) => {
        await world
          .person("ops")
          .commit("coulomb-state/test", { "lease.json": `${JSON.stringify(lease)}\n` });
        return forge.advanceBranch(advance);
      },
    };
    const { result, repo, code } = await world.run({ active: run.active, forge: late, holder: alive });
    expect([repo("a").outcome, repo("a").writes, code, forge.writes.length]).toEqual(["retry", [], 1, 1]);
    expect(result.stopped).toMatchObject({
      code: "run_in_progress",
      message: "another run is at work: host:1, until 2026-06-01T12:15:00Z",
      hint: expect.stringContaining("--take-over first"),
    });
    expect(await world.state("lease.json")).toContain('"nonce":"first"');
  });

  it("keeps a run from writing when it cannot be taken", async () => {
    using world = await createWorld({ a: null });
    const forge = faultyForge(world.forge(), faultAt(1, { kind: "answer", result: { kind: "lost_race" } }));
    const { result, repo, code } = await world.run({ active: run.active, forge });
    expect([repo("a").outcome, repo("a").writes, code]).toEqual(["retry", [], 1]);
    expect([result.stopped?.code, result.stopped?.hint]).toEqual(["run_in_progress", "run again"]);
  });

  it("says so when it is the forge that takes no write now", async () => {
    using world = await createWorld({ a: null });
    const answer: WriteResult<never> = {
      kind: "retry_at",
      at: Date.parse("2026-06-01T13:00:00Z"),
      message: "slow down",
    };
    const forge = faultyForge(world.forge(), faultAt(1, { kind: "answer", result: answer }));
    const { result, repo, code } = await world.run({ active: run.active, forge });
    expect([repo("a").outcome, repo("a").writes, code]).toEqual(["retry", [], 1]);
    expect(result.stopped).toEqual({
      code: "write_limit",
      message: "the lease cannot be taken now: slow down",
      hint: "run again after 2026-06-01T13:00:00.000Z",
    });
  });

  it("is ours when only the answer was lost, and nobody's when the write was", async () => {
    using world = await createWorld({ a: null });
    const lost = faultyForge(
      world.forge(),
      faultAt(1, { kind: "answer_after", result: { kind: "unclear", message: "cut" } }),
    );
    const taken = await world.run({ active: run.active, forge: lost });
    expect([taken.repo("a").outcome, taken.result.stopped, taken.result.state.kind]).toEqual([
      "proposed",
      undefined,
      "written",
    ]);
    using other = await createWorld({ a: null });
    const unclear: WriteResult<never> = { kind: "unclear", message: "cut" };
    const silent = faultyForge(other.forge(), faultAt(1, { kind: "answer", result: unclear }));
    const { result } = await other.run({ active: run.active, forge: silent });
    expect(result.stopped).toMatchObject({
      message: "whether the state branch was written is unclear: cut",
      hint: "run again",
    });
  });
});

/** Our only commit, closed, amended by a file and pushed again. */
async function amended(): Promise<World> {
  const world = await createWorld({ a: null });
  await world.run({ active: ["{ repo: a }"] });
  const head = (await world.person("a").head(branch)) ?? "";
  const message = await git(world.path("a"), ["log", "-1", "--format=%B", head]);
  const text = (await world.person("a").read(branch, file)) ?? "";
  const forge = world.forge("test");
  const [open] = await world.proposals("a");
  if (open === undefined) throw new Error("nothing is open");
  await forge.updateProposal(open.ref, { state: "closed", time: noon + 1000 });
  await world.person("a").deleteBranch(branch);
  await world.person("a").commit(branch, { [file]: text, "notes.md": "mine\n" }, { message });
  return world;
}

describe.concurrent("a commit of ours that people amend by a file of theirs", () => {
  it("is theirs, and is neither deleted nor proposed", async () => {
    using world = await amended();
    const theirs = await world.person("a").head(branch);
    const { repo } = await world.run({ active: ["{ repo: a }"], now: noon + minute });
    expect(repo("a").outcome).toBe("declined");
    expect(await world.person("a").head(branch)).toBe(theirs);
    const orders = { reopen: new Set(["local/acme/a schedule-kaizen"]) };
    const asked = await world.run({ active: ["{ repo: a }"], orders, now: noon + 2 * minute });
    expect([asked.repo("a").outcome, asked.repo("a").writes]).toEqual(["blocked", []]);
    expect(await world.person("a").head(branch)).toBe(theirs);
  });
});

/** Answers so many writes after the lease with "come back later". */
const busy = (times: number) => {
  const result = { kind: "retry_at", at: noon + 1000, message: "busy" } as const;
  return (_call: unknown, nth: number) =>
    nth >= 2 && nth < 2 + times ? ({ kind: "answer", result } as const) : undefined;
};

/** Records of the audit. */
const lines = async (world: World): Promise<readonly Record<string, unknown>[]> =>
  ((await world.state("audit.jsonl")) ?? "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe.concurrent("a write that a forge refuses for good", () => {
  const result = { kind: "rejected", reason: "hook_declined", hint: "no" } as const;

  it("is not tried again until the repo, what is wanted, or an order says so", async () => {
    using world = await createWorld({ a: null });
    const run = { active: ["{ repo: a }"] };
    const forge = faultyForge(world.forge(), faultAt(2, { kind: "answer", result }));
    expect((await world.run({ ...run, forge })).repo("a").outcome).toBe("rejected");
    const counting = countingForge(world.forge());
    const again = await world.run({ ...run, forge: counting, now: noon + minute });
    expect([again.repo("a").outcome, again.code, counting.writes]).toEqual(["rejected", 1, []]);
    expect(again.repo("a").message).toContain("--retry a");
    using other = await world.copy();
    using third = await world.copy();
    await world.person("a").commit("main", { "README.md": "new\n" });
    expect((await world.run({ ...run, now: noon + 2 * minute })).repo("a").outcome).toBe("proposed");
    const wanted = await other.run({ ...run, phase: "stabilize", now: noon + 2 * minute });
    expect(wanted.repo("a").outcome).toBe("proposed");
    const orders = { retry: new Set(["local/acme/a schedule-kaizen"]) };
    expect((await third.run({ ...run, orders, now: noon + 2 * minute })).repo("a").outcome).toBe("proposed");
    expect(await third.base()).not.toContain("refused");
  });
});

describe.concurrent("a run that never came to its end", () => {
  it("leaves no full bucket to the next one", async () => {
    using world = await createWorld({ a: null, b: null, c: null });
    const three = { active: ["{ repo: a }", "{ repo: b }", "{ repo: c }"] };
    const limits = "{ proposals_per_hour: 1, proposals_burst: 2 }";
    const forge = faultyForge(world.forge(), faultAt(4, { kind: "crash_before" }));
    await world.run({ ...three, limits, forge, concurrency: 1 }).catch(() => undefined);
    expect(JSON.parse((await world.state("pace.json")) ?? "")).toMatchObject({ local: { tokens: 0 } });
    const next = await world.run({ ...three, limits, now: noon + 61 * minute });
    expect(["a", "b", "c"].map((name) => next.repo(name).outcome)).toEqual([
      "proposed",
      "proposed",
      "queued",
    ]);
  });
});

describe.concurrent("a race that is lost while nothing is to be seen of it", () => {
  const lost = { kind: "answer", result: { kind: "lost_race" } } as const;

  it("is tried again after a wait", async () => {
    using world = await createWorld({ a: null });
    const waits: number[] = [];
    const retry = { wait: async (tries: number) => waits.push(tries) < 5 };
    const forge = faultyForge(world.forge(), (_call, nth) => (nth === 2 || nth === 3 ? lost : undefined));
    const { repo } = await world.run({ active: ["{ repo: a }"], forge, retry });
    expect([repo("a").outcome, waits]).toEqual(["proposed", [1, 2]]);
  });

  it("is left to the next run after the last try", async () => {
    using world = await createWorld({ a: null });
    const retry = { wait: async (tries: number) => tries < 5 };
    const forge = faultyForge(world.forge(), (_call, nth) => (nth >= 2 ? lost : undefined));
    const { repo, code } = await world.run({ active: ["{ repo: a }"], forge, retry });
    expect([repo("a").outcome, code]).toEqual(["retry", 1]);
  });
});

describe.concurrent("a forge that asks to come back", () => {
  it("is asked again after a wait", async () => {
    using world = await createWorld({ a: null });
    const waits: number[] = [];
    const retry = { wait: async (tries: number) => waits.push(tries) < 5 };
    const forge = faultyForge(world.forge(), busy(3));
    const { repo } = await world.run({ active: ["{ repo: a }"], forge, retry });
    expect([repo("a").outcome, waits]).toEqual(["proposed", [1, 2, 3]]);
  });

  it("is left to the next run after the last try", async () => {
    using world = await createWorld({ a: null });
    const retry = { wait: async (tries: number) => tries < 5 };
    const forge = faultyForge(world.forge(), busy(20));
    const { repo, code } = await world.run({ active: ["{ repo: a }"], forge, retry });
    expect([repo("a").outcome, code]).toEqual(["retry", 1]);
  });
});

describe.concurrent("the audit", () => {
  const run = { active: ["{ repo: a }"], phase: "stabilize" };

  it("holds every finished proposal once: what it was made from, who decided, and what came of it", async () => {
    using world = await createWorld({ a: synced });
    await world.run({ active: run.active });
    const first = await world.run({ ...run, now: noon + minute });
    await world.person("a").merge(branch);
    await world.run({ ...run, now: noon + 2 * minute });
    await world.run({ ...run, phase: "operate", now: noon + 3 * minute });
    await world.person("a").deleteBranch(branch);
    await world.run({ ...run, phase: "operate", now: noon + 4 * minute });
    await world.run({ ...run, phase: "bootstrap", now: noon + 5 * minute });
    await world.run({ ...run, now: noon + 6 * minute });
    const audit = await lines(world);
    expect(audit).toMatchObject([
      {
        number: 1,
        verdict: "merged",
        plan: first.result.plan.plan_digest,
        merged_oid: await world.person("a").head("main"),
      },
      { number: 2, verdict: "declined" },
      { number: 3, verdict: "closed", reason: "nothing_to_propose" },
    ]);
    expect(audit[0]?.inputs).toMatch(/^[0-9a-f]{64}$/);
    const forge = countingForge(world.forge());
    await world.run({ ...run, forge, now: noon + 60 * minute });
    expect(forge.writes).toEqual([]);
    expect(await lines(world)).toHaveLength(3);
  });

  it("tells a proposal that people changed before they merged it", async () => {
    using world = await createWorld({ a: synced });
    await world.run({ active: run.active });
    await world.run({ ...run, now: noon + minute });
    const text = (await world.person("a").read(branch, file)) ?? "";
    await world.person("a").commit(branch, { [file]: text.replace("0 9 * * *", "0 7 * * *") });
    await world.person("a").merge(branch);
    const { repo } = await world.run({ ...run, now: noon + 2 * minute });
    expect(await lines(world)).toMatchObject([{ verdict: "merged_with_edits" }]);
    expect(repo("a").plan.notes?.[0]).toContain("merged_with_edits");
  });
});

describe.concurrent("somebody else's claim", () => {
  it("is a proposal of ours that a copy of another repo brought along", async () => {
    using world = await createWorld({ a: synced, b: null });
    await world.run({ active: ["{ repo: a }"] });
    await world.run({ active: ["{ repo: a }"], phase: "stabilize", now: noon + minute });
    await git(world.path("b"), ["fetch", "--quiet", world.path("a"), "+refs/*:refs/*"]);
    const forge = countingForge(world.forge());
    const { repo, code } = await world.run({
      active: ["{ repo: b }"],
      roster: ["removed: [{ repo: a, mode: release, reason: r }]"],
      phase: "operate",
      forge,
      now: noon + 2 * minute,
    });
    expect([repo("b").plan.class, repo("b").outcome, code]).toEqual(["foreign_owner", "blocked", 4]);
    expect(forge.writes.filter(({ args }) => JSON.stringify(args).includes('"repo":"b"'))).toEqual([]);
  });

  it("is a file that another installation changed last: two that restore would never end", async () => {
    using world = await createWorld({ a: synced });
    await world.run({ active: ["{ repo: a }"] });
    const other = {
      installation: "other",
      active: ["{ repo: a }"],
      cron: "45 * * * *",
      policy: ["adoption: takeover"],
    };
    await world.run({ ...other, now: noon + minute });
    await world.person("a").merge("coulomb/other/schedule-kaizen");
    const { repo, code } = await world.run({ active: ["{ repo: a }"], now: noon + 2 * minute });
    expect([repo("a").plan.class, code]).toEqual(["foreign_owner", 4]);
    expect(repo("a").plan.reason).toContain('"other"');
    // What a person writes into the file meanwhile gives it to nobody.
    const text = (await world.person("a").read("main", file)) ?? "";
    await world.person("a").commit("main", { [file]: `# hello\n${text}` });
    const still = await world.run({ active: ["{ repo: a }"], now: noon + 3 * minute });
    expect(still.repo("a").plan.class).toBe("foreign_owner");
    const policy = ["adoption: takeover"];
    const taken = await world.run({ active: ["{ repo: a }"], policy, now: noon + 4 * minute });
    expect([taken.repo("a").plan.class, taken.repo("a").outcome]).toEqual(["drift", "proposed"]);
  });

  it("holds over many commits of people, and where both want the same values", async () => {
    using world = await createWorld({ a: null });
    await world.run({ installation: "other", active: ["{ repo: a }"] });
    await world.person("a").merge("coulomb/other/schedule-kaizen");
    const text = (await world.person("a").read("main", file)) ?? "";
    for (let count = 0; count < 25; count++)
      await world.person("a").commit("main", { [file]: `# ${count}\n${text}` });
    const same = await world.run({ active: ["{ repo: a }"], now: noon + minute });
    expect(same.repo("a").plan.class).toBe("in_sync");
    const wanted = { active: ["{ repo: a }"], phase: "stabilize", now: noon + 2 * minute };
    const { repo } = await world.run(wanted);
    expect([repo("a").plan.class, repo("a").outcome]).toEqual(["foreign_owner", "blocked"]);
  });

  it("is nobody's when a person changed the file, who is named then", async () => {
    using world = await createWorld({ a: synced });
    await world.run({ active: ["{ repo: a }"] });
    const commit = await world
      .person("a")
      .commit("main", { [file]: synced.replace("15 * * * *", "45 * * * *") });
    await world.person("a").commit("main", { "other.md": "o\n" });
    const { repo } = await world.run({ active: ["{ repo: a }"], now: noon + 2 * minute });
    expect(repo("a").plan).toMatchObject({ class: "drift", last_change: { commit } });
    expect((await world.proposals("a"))[0]?.body).toContain(commit.slice(0, 10));
  });
});
