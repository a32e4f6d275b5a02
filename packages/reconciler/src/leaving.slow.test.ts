import { rename } from "node:fs/promises";
import { countingForge, git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { RunOptions, World } from "./fleet.fixture.ts";
import { branch, createWorld, file, minute, noon, synced } from "./fleet.fixture.ts";

/** A pilot in sync that the loop then lets go in some way. */
async function owned(text = synced): Promise<World> {
  const world = await createWorld({ one: text, two: synced });
  await world.run({ active: ["{ repo: one }", "{ repo: two }"] });
  return world;
}

const leaves = (mode: string): RunOptions => ({
  active: ["{ repo: two }"],
  roster: [`removed: [{ repo: one, mode: ${mode}, reason: enough }]`],
});

/** Runs, merges what is offered, and runs until nothing is written any more. */
async function toTheEnd(world: World, run: RunOptions, from = noon + minute): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await world.run({ ...run, now: from + round * minute });
    const open = (await world.proposals()).find(({ state }) => state === "open");
    if (open !== undefined) await world.person().merge(branch);
  }
  const forge = countingForge(world.forge());
  await world.run({ ...run, forge, now: from + 60 * minute });
  expect(forge.writes).toEqual([]);
}

const ownedValues = async (world: World) =>
  ((await world.base()) ?? "").split("\n").find((line) => line.includes("acme/one"));

describe.concurrent("a repo that leaves", () => {
  it("is forgotten by release: nothing is written to it, and it may do as it likes", async () => {
    using world = await owned();
    const { repo, code } = await world.run({ ...leaves("release"), now: noon + minute });
    expect([repo("one").plan.class, repo("one").outcome, code]).toEqual(["released", "clean", 0]);
    expect(repo("one").writes).toEqual([]);
    await toTheEnd(world, leaves("release"), noon + 2 * minute);
    expect(await ownedValues(world)).toContain('"values":{}');
    await world.person().commit("main", { [file]: synced.replace("15 * * * *", "1 2 3 4 5") });
    const later = await world.run({ ...leaves("release"), now: noon + 90 * minute });
    expect(later.repo("one").plan.class).toBe("released");
  });

  it("gets its open proposal closed by release", async () => {
    using world = await owned();
    const active = ["{ repo: one, phase: stabilize }", "{ repo: two }"];
    await world.run({ active, now: noon + minute });
    const { repo } = await world.run({ ...leaves("release"), now: noon + 2 * minute });
    expect(repo("one").writes).toEqual(["proposal_closed", "branch_deleted"]);
    expect((await world.proposals())[0]).toMatchObject({ state: "closed" });
  });

  it.each([
    ["disable", leaves("disable")],
    ["saturated", { active: ["{ repo: two }"], roster: ["saturated: [{ repo: one }]"] }],
  ])("is turned off and then released by %s", async (_how, run) => {
    using world = await owned();
    const { repo, code } = await world.run({ ...run, now: noon + minute });
    expect([repo("one").plan.class, repo("one").outcome, code]).toEqual(["pending", "proposed", 2]);
    expect((await world.proposals())[0]?.title).toBe("Turn the kaizen agents off");
    await toTheEnd(world, run, noon + 2 * minute);
    const text = (await world.person().read("main", file)) ?? "";
    expect(text).toBe(synced.replaceAll("enabled: true", "enabled: false"));
    expect(await ownedValues(world)).toContain('"values":{}');
    // Then the file is the repo's alone: it may turn them on again.
    await world.person().commit("main", { [file]: synced });
    const later = await world.run({ ...run, now: noon + 3 * 60 * minute });
    expect([later.repo("one").plan.class, later.code]).toEqual(["released", 0]);
  });

  it("does not disable what it never owned", async () => {
    using world = await createWorld({ one: synced, two: synced });
    const run = { active: ["{ repo: two }"], roster: ["saturated: [{ repo: one }]"] };
    const { repo } = await world.run(run);
    expect([repo("one").plan.class, repo("one").outcome]).toEqual(["released", "clean"]);
  });

  const janitor = synced
    .replace("    prompt: be kind\n", "")
    .replace("x-ours", "  janitor: { cadence: daily, enabled: true }\nx-ours");

  it("has its values pruned where they are as we left them, and keeps everything else", async () => {
    using world = await owned(janitor);
    const { repo, code } = await world.run({ ...leaves("prune"), now: noon + minute });
    expect([repo("one").plan.class, repo("one").outcome, code]).toEqual(["leaving", "proposed", 2]);
    await toTheEnd(world, leaves("prune"), noon + 2 * minute);
    expect(await world.person().read("main", file)).toBe(
      [
        "# ours, since 2024",
        "timezone: Europe/Berlin",
        "domain: custodian",
        "agents:",
        "  janitor: { cadence: daily, enabled: true }",
        "x-ours: { a: 1 }",
        "",
      ].join("\n"),
    );
    expect(await ownedValues(world)).toContain('"values":{}');
  });

  it.each([
    ["has a key of its own", janitor.replace("    enabled", "    prompt: be kind\n    enabled"), janitor],
    ["was changed in the repo", janitor.replace("15 * * * *", "20 * * * *"), janitor],
  ])(
    "keeps an agent whole that %s, for a person to decide, and takes the others",
    async (_what, text, before) => {
      using world = await owned(before);
      await world.person().commit("main", { [file]: text });
      const { repo, code } = await world.run({ ...leaves("prune"), now: noon + minute });
      expect([repo("one").plan.class, repo("one").outcome, code]).toEqual([
        "leaving_conflict",
        "proposed",
        4,
      ]);
      const proposed = (await world.person().read(branch, file)) ?? "";
      expect(proposed).not.toContain("review");
      expect(proposed).toBe(text.replace(/ {2}review:[\s\S]*?(?= {2}janitor)/, ""));
    },
  );

  it("is for a person when the last agents would go and the file has keys of its own", async () => {
    using world = await owned(janitor.replace("  janitor: { cadence: daily, enabled: true }\n", ""));
    const { repo, code } = await world.run({ ...leaves("prune"), now: noon + minute });
    expect([repo("one").plan.class, repo("one").plan.findings?.[0]?.code, code]).toEqual([
      "unsupported",
      "prune_partial",
      4,
    ]);
  });

  it("has its file deleted when nothing but the loop's agents is in it", async () => {
    using world = await createWorld({ one: null, two: synced });
    const active = ["{ repo: one }", "{ repo: two }"];
    await toTheEnd(world, { active }, noon);
    await toTheEnd(world, leaves("prune"), noon + 120 * minute);
    expect(await world.person().read("main", file)).toBeNull();
    expect((await world.proposals())[0]).toMatchObject({
      state: "merged",
      title: "Take the kaizen schedule out",
    });
  });

  it("is shown and not touched when it vanished from the roster without a word", async () => {
    using world = await owned();
    const forge = countingForge(world.forge());
    const { repo, code } = await world.run({ active: ["{ repo: two }"], forge, now: noon + minute });
    expect([repo("one").plan.class, repo("one").outcome, code]).toEqual(["orphaned", "blocked", 4]);
    expect(forge.writes).toEqual([]);
    expect(await ownedValues(world)).toContain("15 * * * *");
  });

  it("is opted out when the repo said so before", async () => {
    using world = await owned();
    await world.person().commit("main", { [file]: `enabled: false\n${synced}` });
    const { repo, code } = await world.run({ ...leaves("disable"), now: noon + minute });
    expect([repo("one").plan.class, code]).toEqual(["opted_out", 0]);
  });
});

describe.concurrent("an agent that the loop drops", () => {
  const active = ["{ repo: one }", "{ repo: two }"];

  it("is orphaned until the policy says that it is removed", async () => {
    using world = await owned();
    const { repo, code } = await world.run({ active, steps: ["coach"], now: noon + minute });
    expect([repo("one").plan.class, code]).toEqual(["orphaned", 4]);
    expect(repo("one").outcome).toBe("clean");
  });

  it("is turned off and then released when it is removed", async () => {
    using world = await owned();
    // The other repo is out of it: turning an agent off in two of two repos would be a sweep.
    await world.person("two").commit("main", { [file]: `enabled: false\n${synced}` });
    const run = { active, steps: ["coach"], policy: ["removed_agents: [review]"] };
    const { repo, code } = await world.run({ ...run, now: noon + minute });
    expect([repo("one").plan.class, code]).toEqual(["pending", 2]);
    await toTheEnd(world, run, noon + 2 * minute);
    const text = (await world.person().read("main", file)) ?? "";
    expect(text.match(/enabled: false/g)).toHaveLength(1);
    expect(await ownedValues(world)).not.toContain("review");
    const after = await world.run({ ...run, now: noon + 3 * 60 * minute });
    expect([after.repo("one").plan.class, after.code]).toEqual(["in_sync", 0]);
  });
});

describe.concurrent("a schedule file that the loop keeps elsewhere", () => {
  it("is written anew there, and the old one is let go", async () => {
    using world = await owned();
    const active = ["{ repo: one }", "{ repo: two }"];
    // A proposal for the old file has been merged before.
    await toTheEnd(world, { active, phase: "stabilize" }, noon + minute);
    const run = { active, phase: "stabilize", roster: ["schedule_path: other/schedule.yml"] };
    const { result, code } = await world.run({ ...run, now: noon + 3 * 60 * minute });
    expect(result.repos.map(({ plan, outcome }) => [plan.repo, plan.file, plan.class, outcome])).toEqual([
      ["one", "other/schedule.yml", "create", "proposed"],
      ["one", file, "released", "clean"],
      ["two", "other/schedule.yml", "create", "proposed"],
      ["two", file, "released", "clean"],
    ]);
    expect(code).toBe(2);
    await world.person("two").merge(branch);
    await toTheEnd(world, run, noon + 4 * 60 * minute);
    const old = ((await world.base()) ?? "").split("\n").filter((line) => line.includes(`"${file}"`));
    expect(old.every((line) => line.includes('"values":{}'))).toBe(true);
    const audit = (await world.state("audit.jsonl")) ?? "";
    const numbers = audit.split("\n").filter((line) => line.includes("acme/one"));
    expect(numbers.map((line) => JSON.parse(line).number)).toEqual([1, 2]);
  });
});

describe.concurrent("a repo that moved", () => {
  it("is not offered again what was declined under its old name", async () => {
    using world = await createWorld({ one: synced, two: synced });
    const active = ["{ repo: one }", "{ repo: two }"];
    await world.run({ active });
    await world.run({ active, phase: "stabilize", now: noon + minute });
    await world.person().deleteBranch(branch);
    await world.run({ active, phase: "stabilize", now: noon + 2 * minute });
    await git(world.folder, ["clone", "--quiet", "--bare", world.path("one"), world.path("new")]);
    await git(world.path("new"), ["fetch", "--quiet", world.path("one"), "+refs/*:refs/*"]);
    const moved = { active: ["{ repo: new }", "{ repo: two }"], roster: ["moved: [{ from: one, to: new }]"] };
    const { repo } = await world.run({ ...moved, phase: "stabilize", now: noon + 3 * minute });
    expect(repo("new").outcome).toBe("declined");
    const other = await world.run({ ...moved, phase: "operate", now: noon + 4 * minute });
    expect(other.repo("new").outcome).toBe("proposed");
    // The word of the move has done its work, and may go: nothing of what is known goes with it.
    const settled = { active: moved.active };
    const later = await world.run({ ...settled, phase: "operate", now: noon + 5 * minute });
    expect([later.repo("new").plan.class, later.repo("new").outcome]).toEqual(["pending", "proposed"]);
    const no = await world.run({ ...settled, phase: "stabilize", now: noon + 6 * minute });
    expect(no.repo("new").outcome).toBe("declined");
  });

  it("keeps what is known of it when the roster says so, and is an adoption when it does not", async () => {
    using world = await createWorld({
      one: synced,
      new: synced.replace("15 * * * *", "45 * * * *"),
      two: synced,
    });
    await world.run({ active: ["{ repo: one }", "{ repo: two }"] });
    const active = ["{ repo: new }", "{ repo: two }"];
    const silent = await world.look({ active, now: noon + minute });
    expect(silent.plan.repos.map(({ repo, class: found }) => [repo, found])).toEqual([
      ["new", "adoption"],
      ["one", "orphaned"],
      ["two", "in_sync"],
    ]);
    const roster = ["moved: [{ from: one, to: new }]"];
    const { repo, result } = await world.run({ active, roster, now: noon + minute });
    expect([repo("new").plan.class, repo("new").outcome]).toEqual(["drift", "proposed"]);
    expect(result.repos.map(({ plan }) => plan.repo)).toEqual(["new", "two"]);
    expect(await world.base()).not.toContain('"repo_id":"local/acme/one"');
    const forge = countingForge(world.forge());
    await world.run({ active, roster, forge, now: noon + 60 * minute });
    expect(forge.writes).toEqual([]);
  });
});

const away = (world: World) => rename(world.path("one"), `${world.path("one")}.away`);

describe.concurrent("a repo that is gone", () => {
  it("can be let go, and waits for a word when it only vanished from the roster", async () => {
    using world = await owned();
    await away(world);
    const silent = await world.run({ active: ["{ repo: two }"], now: noon + minute });
    expect([silent.repo("one").plan.class, silent.repo("one").outcome, silent.code]).toEqual([
      "orphaned",
      "blocked",
      4,
    ]);
    expect(await ownedValues(world)).not.toContain('"values":{}');
    const { repo, code } = await world.run({ ...leaves("release"), now: noon + 2 * minute });
    expect([repo("one").plan.class, repo("one").outcome, code]).toEqual(["released", "clean", 0]);
    expect(await ownedValues(world)).toContain('"values":{}');
    const after = await world.run({ active: ["{ repo: two }"], now: noon + 3 * minute });
    expect([after.result.repos.length, after.code]).toEqual([1, 0]);
  });

  it("is unknown while it is still wanted", async () => {
    using world = await owned();
    await away(world);
    const { repo, code } = await world.run({
      active: ["{ repo: one }", "{ repo: two }"],
      now: noon + minute,
    });
    expect([repo("one").plan.class, code]).toEqual(["unknown", 1]);
  });

  it("is let go when it takes no writes any more", async () => {
    using world = await owned();
    await git(world.path("one"), ["config", "remote.origin.fetch", "+refs/*:refs/*"]);
    const { repo, code } = await world.run({ ...leaves("release"), now: noon + minute });
    expect([repo("one").plan.class, repo("one").outcome, code]).toEqual(["released", "clean", 0]);
  });
});

describe.concurrent("a file that another loop takes over", () => {
  it("keeps what is known of it, and the first loop closes what it left open", async () => {
    using world = await owned();
    const active = ["{ repo: one }", "{ repo: two }"];
    await world.run({ active, phase: "stabilize", now: noon + minute });
    const open = async () => (await world.proposals()).filter(({ state }) => state === "open").length;
    expect(await open()).toBe(1);
    const run = { active, loop: "other" };
    const { result, code } = await world.run({ ...run, now: noon + 2 * minute });
    const found = result.repos.filter(({ plan }) => plan.repo === "one");
    expect(found.map(({ plan, outcome, writes }) => [plan.loop, plan.class, outcome, writes])).toEqual([
      ["other", "in_sync", "clean", []],
      ["kaizen", "released", "clean", ["proposal_closed", "branch_deleted"]],
    ]);
    expect([code, await open()]).toEqual([0, 0]);
    // Once nothing of it is open, the first loop is forgotten.
    await world.run({ ...run, now: noon + 3 * minute });
    const quiet = await world.run({ ...run, now: noon + 4 * minute });
    expect(quiet.result.repos.map(({ plan }) => plan.loop)).toEqual(["other", "other"]);
    expect(await world.base()).not.toContain('"loop":"kaizen"');
    const gone = await world.run({ active: ["{ repo: two }"], loop: "other", now: noon + 5 * minute });
    expect(gone.repo("one").plan.source.what).toBe("no roster of other names it any more");
  });
});

describe.concurrent("what was let go", () => {
  it("does not make a repo that stays look released", async () => {
    using world = await owned();
    const active = ["{ repo: one }", "{ repo: two }"];
    await world.person("two").commit("main", { [file]: `enabled: false\n${synced}` });
    const run = { active, steps: ["coach"], policy: ["removed_agents: [review]"] };
    await world.run({ ...run, now: noon + minute });
    await world.person().merge(branch);
    for (const at of [2, 3]) {
      const { repo } = await world.run({ ...run, now: noon + at * minute });
      expect(repo("one").plan.class).toBe("in_sync");
    }
  });

  it("goes by prune also where the file was read before", async () => {
    const plain = synced.replace("    prompt: be kind\n", "").replace("x-ours: { a: 1 }\n", "");
    using world = await owned(plain);
    const { repo } = await world.run({ ...leaves("prune"), now: noon + minute });
    expect([repo("one").plan.class, repo("one").outcome]).toEqual(["leaving", "proposed"]);
    await world.person().merge(branch);
    expect(await world.person().read("main", file)).toBeNull();
  });
});

describe.concurrent("a proposal that is taken in by other means", () => {
  it("was not declined, also when the repo drifts later", async () => {
    using world = await owned();
    const run = { active: ["{ repo: one }", "{ repo: two }"], phase: "stabilize" };
    await world.run({ ...run, now: noon + minute });
    const squashed = (await world.person().read(branch, file)) ?? "";
    await world.person().commit("main", { [file]: squashed }, { message: "Set the schedule (#1)" });
    await world.person().deleteBranch(branch);
    expect((await world.run({ ...run, now: noon + 2 * minute })).repo("one").outcome).toBe("clean");
    expect(await world.state("declined.jsonl")).toBeNull();
    expect(await world.state("audit.jsonl")).toContain('"verdict":"merged"');
    await world.person().commit("main", { [file]: synced });
    const again = await world.run({ ...run, now: noon + 3 * minute });
    expect([again.repo("one").plan.class, again.repo("one").outcome]).toEqual(["drift", "proposed"]);
  });
});

describe.concurrent("a name that another repo has now", () => {
  it("keeps the two apart: what is known, and what people said", async () => {
    using world = await createWorld({ one: synced, two: synced });
    const both = { active: ["{ repo: one }", "{ repo: two }"] };
    await world.run(both);
    await git(world.folder, ["clone", "--quiet", "--bare", world.path("one"), world.path("new")]);
    const moved = { active: ["{ repo: new }", "{ repo: two }"], roster: ["moved: [{ from: one, to: new }]"] };
    await world.run({ ...moved, now: noon + minute });
    const three = { active: ["{ repo: new }", "{ repo: one }", "{ repo: two }"] };
    await world.run({ ...three, now: noon + 2 * minute });
    const lines = ((await world.base()) ?? "").split("\n");
    for (const name of ["one", "new"])
      expect(lines.filter((line) => line.includes(`"repo_id":"local/acme/${name}"`))).toHaveLength(1);
    const next = { ...three, phase: "stabilize" };
    const offered = await world.run({ ...next, now: noon + 3 * minute });
    expect(["new", "one"].map((name) => offered.repo(name).plan.class)).toEqual(["pending", "pending"]);
    await world.person("one").deleteBranch(branch);
    const declined = await world.run({ ...next, now: noon + 4 * minute });
    expect(["new", "one"].map((name) => declined.repo(name).outcome)).toEqual(["proposed", "declined"]);
    const audit = await world.state("audit.jsonl");
    await world.run({ ...next, now: noon + 5 * minute });
    expect(await world.state("audit.jsonl")).toBe(audit);
  });
});

describe.concurrent("a loop that goes and comes back", () => {
  it("goes on from what the other one left, and rests at once", async () => {
    using world = await owned();
    const active = ["{ repo: one }", "{ repo: two }"];
    const at = (loop: string, phase: string, minutes: number) => ({
      active,
      loop,
      phase,
      now: noon + minutes * minute,
    });
    const mergeAll = async (loop: string) => {
      for (const name of ["one", "two"]) await world.person(name).merge(`coulomb/test/schedule-${loop}`);
    };
    await world.run(at("kaizen", "stabilize", 1));
    await mergeAll("kaizen");
    await world.run(at("kaizen", "stabilize", 2));
    await world.run(at("other", "operate", 3));
    await mergeAll("other");
    await world.run(at("other", "operate", 4));
    const back = await world.run(at("kaizen", "bootstrap", 5));
    expect(back.repo("one").plan.class).toBe("pending");
    const forge = countingForge(world.forge());
    const again = await world.run({ ...at("kaizen", "bootstrap", 6), forge });
    expect([again.repo("one").plan.class, forge.writes]).toEqual(["pending", []]);
  });

  it("closes what it left open also in a repo that moved", async () => {
    using world = await createWorld({ one: synced, two: synced });
    const both = ["{ repo: one }", "{ repo: two }"];
    await world.run({ active: both });
    await world.run({ active: both, phase: "stabilize", now: noon + minute });
    await git(world.folder, ["clone", "--quiet", "--bare", world.path("one"), world.path("new")]);
    await git(world.path("new"), ["fetch", "--quiet", world.path("one"), "+refs/*:refs/*"]);
    const active = ["{ repo: new }", "{ repo: two }"];
    const roster = ["moved: [{ from: one, to: new }]"];
    await world.run({ active, roster, phase: "stabilize", now: noon + 2 * minute });
    const renamed = { active, loop: "other", now: noon + 3 * minute };
    const { result } = await world.run(renamed);
    const classes = result.repos.filter(({ plan }) => plan.repo === "new").map(({ plan }) => plan.class);
    expect(classes).toEqual(["in_sync", "released"]);
    expect((await world.proposals("new")).filter(({ state }) => state === "open")).toEqual([]);
  });
});

describe.concurrent("a first proposal that nobody merged", () => {
  it("is not forgotten when its entry goes", async () => {
    using world = await createWorld({ one: null, two: synced });
    await world.run({ active: ["{ repo: one }", "{ repo: two }"] });
    const silent = await world.run({ active: ["{ repo: two }"], now: noon + minute });
    expect([silent.repo("one").plan.class, silent.code]).toEqual(["orphaned", 4]);
    expect(silent.repo("one").plan.reason).toContain("a proposal of ours may be open there");
    const { repo } = await world.run({ ...leaves("release"), now: noon + 2 * minute });
    expect(repo("one").writes).toEqual(["proposal_closed", "branch_deleted"]);
    const after = await world.run({ active: ["{ repo: two }"], now: noon + 3 * minute });
    expect([after.result.repos.length, after.code]).toEqual([1, 0]);
  });

  it("is closed when another loop takes the repo", async () => {
    using world = await createWorld({ one: null });
    await world.run();
    const { result } = await world.run({ loop: "other", now: noon + minute });
    expect(result.repos.map(({ plan, outcome }) => [plan.loop, outcome])).toEqual([
      ["other", "proposed"],
      ["kaizen", "clean"],
    ]);
    expect((await world.proposals()).filter(({ state }) => state === "open")).toEqual([]);
  });
});

describe.concurrent("a vanished proposal", () => {
  const run = { active: ["{ repo: one }", "{ repo: two }"], phase: "stabilize" };

  it("whose content was taken in is known so from the history, without the state", async () => {
    using world = await owned();
    await world.run({ ...run, now: noon + minute });
    const squashed = (await world.person().read(branch, file)) ?? "";
    const time = noon + 90_000;
    await world.person().commit("main", { [file]: squashed }, { message: "Set the schedule (#1)", time });
    await world.person().deleteBranch(branch);
    await world.person().commit("main", { [file]: synced }, { time: time + 1000 });
    await world.person("ops").deleteBranch("coulomb-state/test");
    const again = await world.run({ ...run, policy: ["adoption: takeover"], now: noon + 2 * minute });
    expect(again.repo("one").outcome).toBe("proposed");
  });

  it("is another thing than a no that somebody said: that holds whatever the file became", async () => {
    using world = await owned();
    await world.run({ ...run, now: noon + minute });
    const [open] = await world.proposals();
    if (open === undefined) throw new Error("nothing is open");
    const wanted = (await world.person().read(branch, file)) ?? "";
    await world
      .forge("test")
      .updateProposal(open.ref, { state: "closed", reason: "no", time: noon + 90_000 });
    await world.person().commit("main", { [file]: wanted });
    await world.run({ ...run, now: noon + 2 * minute });
    await world.person().commit("main", { [file]: synced });
    const again = await world.run({ ...run, now: noon + 3 * minute });
    expect(again.repo("one").outcome).not.toBe("proposed");
  });
});
