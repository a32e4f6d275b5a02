import { labels, parseMarker } from "@coulomb-loop/proposals";
import { canonicalJson } from "@coulomb-loop/schemas/digest";
import { CoulombError } from "@coulomb-loop/schemas";
import { countingForge, faultAt, faultyForge, git, readOnlyForge } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { RunOptions, World } from "./fleet.fixture.ts";
import { branch, createWorld, file, minute, noon, stateRef, synced } from "./fleet.fixture.ts";
import { planFleet } from "./plan-fleet.ts";
import { readPlan } from "./read-plan.ts";

const own = synced.replace("15 * * * *", "45 * * * *");

/** Runs again, an hour later, and expects that nothing is written. */
async function expectNoWrites(world: World, options: RunOptions): Promise<void> {
  const forge = countingForge(world.forge());
  await world.run({ ...options, forge, now: (options.now ?? noon) + 60 * minute });
  expect(forge.writes).toEqual([]);
}

/** A world, what people and earlier runs did in it, and what the next run makes of it. */
interface Case {
  readonly name: string;
  readonly before: () => Promise<World>;
  readonly run: RunOptions;
  readonly expected: readonly [repoClass: string, outcome: string, code: number];
  readonly proposal?: object;
}

let template: Promise<World> | undefined;

/** A pilot in sync, and the state that says so: made once and copied. */
async function inSync(): Promise<World> {
  template ??= makeInSync();
  return (await template).copy();
}

async function makeInSync(): Promise<World> {
  const world = await createWorld({ one: synced });
  await world.run();
  return world;
}

const changed = async (text: string) => {
  const world = await inSync();
  await world.person().commit("main", { [file]: text });
  return world;
};

const drifted = synced.replace("15 * * * *", "20 * * * *");
/** An entry whose coach is pinned to another minute until an instant. */
const pinned = (until: string) =>
  `{ repo: one, overrides: [{ path: /agents/coach/cron, value: "20 * * * *", reason: r, owner: o, expires_at: ${until} }] }`;

const classes: readonly Case[] = [
  { name: "in_sync", before: inSync, run: {}, expected: ["in_sync", "clean", 0] },
  {
    name: "in_sync, a cron written in another way",
    before: () => createWorld({ one: synced.replace("15 * * * *", "15 */1 * * *") }),
    run: {},
    expected: ["in_sync", "clean", 0],
  },
  {
    name: "in_sync, seed values that the repo changed",
    before: () => changed(synced.replace("Europe/Berlin", "UTC").replace("custodian", "mine")),
    run: {},
    expected: ["in_sync", "clean", 0],
  },
  {
    name: "create",
    before: () => createWorld({ one: null }),
    run: {},
    expected: ["create", "proposed", 2],
    proposal: { draft: false, labels: [] },
  },
  {
    name: "pending",
    before: inSync,
    run: { phase: "stabilize" },
    expected: ["pending", "proposed", 2],
    proposal: { draft: false, labels: [] },
  },
  {
    name: "pending, a pinned override",
    before: inSync,
    run: {
      active: [
        '{ repo: one, overrides: [{ path: /agents/coach/cron, value: "20 * * * *", reason: r, owner: o, expires_at: 2026-07-01T00:00:00Z }] }',
      ],
    },
    expected: ["pending", "proposed", 2],
  },
  {
    name: "in_sync, an override that leaves the path to the repo",
    before: () => changed(drifted),
    run: {
      active: [
        "{ repo: one, overrides: [{ path: /agents/coach/cron, reason: r, owner: o, expires_at: 2026-07-01T00:00:00Z }] }",
      ],
    },
    expected: ["in_sync", "clean", 0],
  },
  {
    name: "drift, an override that has ended",
    before: () => changed(drifted),
    run: {
      active: [
        "{ repo: one, overrides: [{ path: /agents/coach/cron, reason: r, owner: o, expires_at: 2026-06-01T12:00:00Z }] }",
      ],
    },
    expected: ["drift", "proposed", 3],
  },
  {
    name: "drift",
    before: () => changed(drifted),
    run: {},
    expected: ["drift", "proposed", 3],
    proposal: { draft: false, labels: [] },
  },
  {
    name: "drift, an override without a value that has ended, though the phase moved on meanwhile",
    before: () => changed(drifted),
    run: {
      phase: "stabilize",
      active: [
        "{ repo: one, overrides: [{ path: /agents/coach/cron, reason: r, owner: o, expires_at: 2026-06-01T12:00:01Z }] }",
      ],
      now: noon + minute,
    },
    expected: ["drift", "proposed", 3],
  },
  {
    name: "drift, a pinned override that has ended",
    before: async () => {
      const world = await createWorld({ one: drifted });
      await world.run({ active: [pinned("2026-07-01T00:00:00Z")] });
      return world;
    },
    run: { active: [pinned("2026-06-01T12:00:01Z")], now: noon + minute },
    expected: ["drift", "proposed", 3],
  },
  {
    name: "pending, an override that ended long ago",
    before: async () => {
      const world = await inSync();
      await world.run({ active: [pinned("2026-06-01T12:00:00Z")], now: noon });
      return world;
    },
    run: { phase: "stabilize", active: [pinned("2026-06-01T12:00:00Z")] },
    expected: ["pending", "proposed", 2],
  },
  {
    name: "drift, a key that was deleted",
    before: () => changed(synced.replace(/ {4}cron: "15.*\n/, "")),
    run: {},
    expected: ["drift", "proposed", 3],
  },
  {
    name: "drift, the file was deleted",
    before: async () => {
      const world = await inSync();
      await world.person().commit("main", { [file]: null });
      return world;
    },
    run: {},
    expected: ["drift", "proposed", 3],
  },
  {
    name: "drift that is only shown",
    before: () => changed(drifted),
    run: { policy: ["on_drift: show"] },
    expected: ["drift", "clean", 3],
  },
  {
    name: "adoption",
    before: () => createWorld({ one: own }),
    run: {},
    expected: ["adoption", "proposed", 4],
    proposal: { labels: [labels.adoption], draft: false },
  },
  {
    name: "adoption that is refused",
    before: () => createWorld({ one: own }),
    run: { policy: ["adoption: refuse"] },
    expected: ["adoption", "clean", 4],
  },
  {
    name: "adoption by takeover",
    before: () => createWorld({ one: own }),
    run: { policy: ["adoption: takeover"] },
    expected: ["adoption", "proposed", 4],
  },
  {
    name: "conflict",
    before: () => changed(drifted),
    run: { phase: "stabilize" },
    expected: ["conflict", "proposed", 4],
    proposal: { draft: true },
  },
  {
    name: "opted_out",
    before: () => changed(`enabled: false\n${drifted}`),
    run: {},
    expected: ["opted_out", "clean", 0],
  },
  {
    name: "opted_out by a pause",
    before: () => changed(`paused: { reason: holiday, until: 2026-06-02T00:00:00Z }\n${drifted}`),
    run: {},
    expected: ["opted_out", "clean", 0],
  },
  {
    name: "drift after a pause",
    before: () => changed(`paused: { reason: holiday, until: 2026-06-01T12:00:00Z }\n${drifted}`),
    run: {},
    expected: ["drift", "proposed", 3],
  },
  {
    name: "opted_out with an open proposal",
    before: async () => {
      const world = await inSync();
      await world.run({ phase: "stabilize" });
      await world.person().commit("main", { [file]: `enabled: false\n${synced}` });
      return world;
    },
    run: { phase: "stabilize" },
    expected: ["opted_out", "clean", 0],
    proposal: { state: "closed" },
  },
  {
    name: "declined",
    before: async () => {
      const world = await inSync();
      await world.run({ phase: "stabilize" });
      await world.person().deleteBranch(branch);
      return world;
    },
    run: { phase: "stabilize", now: noon + minute },
    expected: ["pending", "declined", 4],
    proposal: { state: "closed" },
  },
  {
    name: "edited",
    before: async () => {
      const world = await inSync();
      await world.run({ phase: "stabilize" });
      await world.person().commit(branch, { "their.md": "t\n" });
      return world;
    },
    run: { phase: "operate" },
    expected: ["pending", "edited", 4],
    proposal: { state: "open" },
  },
  {
    name: "suspended",
    before: inSync,
    run: { phase: "stabilize", policy: ["suspend: { reason: audit, until: 2026-06-09T00:00:00Z }"] },
    expected: ["pending", "suspended", 2],
  },
  {
    name: "suspended until now",
    before: inSync,
    run: { phase: "stabilize", policy: ["suspend: { reason: audit, until: 2026-06-01T12:00:00Z }"] },
    expected: ["pending", "proposed", 2],
  },
  {
    name: "ineligible: empty",
    before: () => createWorld({ one: {} }),
    run: {},
    expected: ["ineligible", "blocked", 4],
  },
];

describe.concurrent("a run", () => {
  it.each(classes)("$name", async ({ before, run, expected, proposal }) => {
    using world = await before();
    const { repo, code, seen } = await world.run(run);
    expect([repo().plan.class, repo().outcome, code]).toEqual(expected);
    expect((await world.proposals())[0] ?? {}).toMatchObject(proposal ?? {});
    expect(readPlan(canonicalJson(seen.plan), "plan.json")).toEqual(seen.plan);
    await expectNoWrites(world, run);
  });

  it("goes on when a person merges what is offered, and comes to rest in sync", async () => {
    using world = await createWorld({ one: null, two: own, three: synced });
    const active = ["{ repo: one }", "{ repo: two }", "{ repo: three }"];
    await world.run({ active });
    for (const name of ["one", "two"]) await world.person(name).merge(branch);
    const { seen, code } = await world.run({ active, now: noon + minute });
    expect(seen.plan.repos.map((each) => each.class)).toEqual(["in_sync", "in_sync", "in_sync"]);
    expect(code).toBe(0);
    for (const name of ["one", "two"]) expect(await world.person(name).head(branch)).toBeNull();
    await expectNoWrites(world, { active, now: noon + minute });
  });
});

describe.concurrent("the plan", () => {
  const active = ["{ repo: one }", "{ repo: two }", "{ repo: three }", "{ repo: gone }", "{ repo: bad }"];

  it("is made without a write, and is the same for the same inputs", async () => {
    using world = await createWorld({ one: null, two: own, three: synced, bad: "a: 1\na: 2\n" });
    const seen = await world.look({ active, forge: readOnlyForge(world.forge()) });
    const again = await world.look({ active });
    expect(canonicalJson(again.plan)).toBe(canonicalJson(seen.plan));
    const { ops, installation, toolVersion, now } = world.context({ active });
    const inputs = {
      ...ops,
      installation,
      toolVersion,
      now,
      observations: seen.observations,
      memory: seen.state,
    };
    const frozen = canonicalJson(seen.state.base);
    const pure = [planFleet(inputs), planFleet(inputs)].map(({ plan }) => canonicalJson(plan));
    expect(pure).toEqual([canonicalJson(seen.plan), canonicalJson(seen.plan)]);
    expect(canonicalJson(inputs.memory.base)).toBe(frozen);
    expect(readPlan(canonicalJson(seen.plan), "plan.json")).toEqual(seen.plan);
    expect(seen.plan.repos.map(({ repo, class: repoClass }) => [repo, repoClass])).toEqual([
      ["bad", "unsupported"],
      ["gone", "unknown"],
      ["one", "create"],
      ["three", "in_sync"],
      ["two", "adoption"],
    ]);
  });

  const texts: readonly (readonly [string, string])[] = [
    ["a long reason for a pause", `paused: { reason: ${"x".repeat(5000)} }\n${synced}`],
    ["a long end of a pause", `paused: { reason: r, until: ${"x".repeat(5000)} }\n${synced}`],
    ["an empty reason for a pause", `paused: { reason: "" }\n${synced}`],
    ["half a surrogate pair", synced.replace('"15 * * * *"', '"\\ud800"')],
    ["an endless number", synced.replace('"15 * * * *"', ".inf")],
    ["a number of many digits", synced.replace('"15 * * * *"', "123456789012345678901234567890")],
    ["a map where a text is wanted", synced.replace('"15 * * * *"', "{ a: [1, null] }")],
    ["nothing where a text is wanted", synced.replace('"15 * * * *"', "~")],
    ["a list where agents are wanted", "timezone: UTC\nagents: [a]\n"],
    [
      "the marker of another proposal",
      synced.replace("15 * * * *", '<!-- coulomb:v1 {\\"a\\":1} --> <!-- coulomb:end -->'),
    ],
    ["names of prototypes", `${synced}__proto__: { enabled: false }\nconstructor: 1\n`],
  ];
  it.each(texts)("is whole, and applies, for a file with %s", async (_name, text) => {
    using world = await createWorld({ one: text, two: null });
    const { seen, repo } = await world.run({ active: ["{ repo: one }", "{ repo: two }"] });
    expect(readPlan(canonicalJson(seen.plan), "plan.json")).toEqual(seen.plan);
    expect(repo("two").outcome).toBe("proposed");
    expect(["proposed", "clean", "blocked", "unknown", "suspended"]).toContain(repo("one").outcome);
    await expectNoWrites(world, { active: ["{ repo: one }", "{ repo: two }"] });
  });
});

describe.concurrent("a file that is unsupported", () => {
  const big = new Uint8Array(2_000_000).fill(35);
  const files: readonly (readonly [string, Parameters<typeof createWorld>[0][string]])[] = [
    ["indented by tabs", "agents:\n\tcoach:\n\t\tenabled: true\n"],
    ["with duplicate keys", `${synced}timezone: UTC\n`],
    ["of two documents", `${synced}---\n${synced}`],
    [
      "that is a symbolic link",
      { files: { ".kaizen/schedule.yml": { link: "other.yml" }, ".kaizen/other.yml": synced } },
    ],
    ["that is a folder", { files: { ".kaizen/schedule.yml/a.yml": synced } }],
    ["that is not UTF-8", Uint8Array.from([...new TextEncoder().encode(synced), 0xc3, 0x28, 0x0a])],
    ["of two megabytes", big],
    ["with a conflict marker", `<<<<<<< ours\n${synced}`],
    ["that is null", "null\n"],
    ["that is a list", "- a\n- b\n"],
    ["that is a text", "hello\n"],
    [
      "with a block text where a cron is wanted",
      synced.replace('"15 * * * *" # quarter past', ">-\n      16 * * * *"),
    ],
    [
      "whose values come from an anchor",
      "timezone: UTC\nagents:\n  coach: &a { cadence: weekly, cron: '1 * * * *', enabled: false }\n  review: *a\n",
    ],
  ];

  it.each(files)("%s: no write there, the others go on", async (_name, pilot) => {
    using world = await createWorld({ one: pilot, two: null });
    const active = ["{ repo: one }", "{ repo: two }"];
    const { repo, code, seen } = await world.run({ active });
    expect([repo().plan.class, repo().outcome, repo().writes]).toEqual(["unsupported", "blocked", []]);
    expect(
      repo().plan.findings?.every((finding) => finding.file === file && finding.code !== "") ?? true,
    ).toBe(true);
    const other = seen.observations.get("local/acme/one")?.files.get(file);
    const isFile = other?.kind === "known" && other.value.kind === "file";
    expect((repo().plan.findings?.length ?? 0) > 0).toBe(isFile);
    expect(code).toBe(4);
    expect(repo("two").outcome).toBe("proposed");
    expect(await world.person().head(branch)).toBeNull();
    expect(readPlan(canonicalJson(seen.plan), "plan.json")).toEqual(seen.plan);
    await expectNoWrites(world, { active });
  });

  it("keeps its open proposal as it is, and what is known of it", async () => {
    using world = await inSync();
    await world.run({ phase: "stabilize" });
    const [proposal] = await world.proposals();
    await world.person().commit("main", { [file]: "a: 1\na: 2\n" });
    await expectNoWrites(world, { phase: "stabilize" });
    expect(await world.proposals()).toEqual([proposal]);
    expect(await world.base()).toContain("local/acme/one");
  });
});

describe.concurrent("a repo that is not there", () => {
  it("is unknown: no write there, the others go on, exit code 1", async () => {
    using world = await createWorld({ two: null });
    for (const gone of ["{ repo: one }", "{ repo: one, forge: nowhere, owner: x }"]) {
      const active = [gone, "{ repo: two }"];
      const { repo, code } = await world.run({ active });
      expect([repo().plan.class, repo().outcome, repo().writes]).toEqual(["unknown", "unknown", []]);
      expect(repo("two").outcome).toBe("proposed");
      expect(code).toBe(1);
      await expectNoWrites(world, { active });
    }
  });

  it("keeps what is known of it", async () => {
    using world = await createWorld({ one: synced, two: synced });
    const active = ["{ repo: one }", "{ repo: two }"];
    await world.run({ active });
    const base = await world.base();
    await git(world.path(), ["symbolic-ref", "HEAD", "refs/heads/other"]);
    await world.person("two").commit("main", { [file]: drifted });
    await world.run({ active, now: noon + minute });
    expect(await world.base()).toBe(base);
  });

  it("does not keep others from being written when a write there throws", async () => {
    using world = await createWorld({ one: null, two: null });
    const result = { kind: "rejected", reason: "protected", hint: "ask" } as const;
    const forge = faultyForge(world.forge(), faultAt(2, { kind: "answer", result }));
    const active = ["{ repo: one }", "{ repo: two }"];
    const { result: done, code } = await world.run({ active, forge, concurrency: 1 });
    expect(done.repos.map(({ outcome }) => outcome)).toEqual(["rejected", "proposed"]);
    expect(code).toBe(1);
  });
});

describe.concurrent("a policy that only shows a value", () => {
  const half = "timezone: UTC\nagents:\n  coach: { cadence: daily, cron: '45 * * * *', enabled: true }\n";

  it("keeps a refused adoption refused, also after the rest was merged", async () => {
    using world = await createWorld({ one: half });
    const run = { policy: ["adoption: refuse"] };
    await world.run(run);
    const [proposal] = await world.proposals();
    // It offers what the repo lacks and says nothing of the value it leaves alone.
    expect(Object.keys(parseMarker(proposal?.body ?? "")?.values ?? {})).not.toContain("/agents/coach/cron");
    expect(proposal?.labels).toEqual([]);
    expect(proposal?.body).not.toContain("coach: cron");
    await world.person().merge(branch);
    const { repo } = await world.run({ ...run, now: noon + minute });
    const cron = repo().plan.paths.find(({ pointer }) => pointer === "/agents/coach/cron");
    expect(cron?.class).toBe("adoption");
    expect(repo().outcome).toBe("clean");
    expect(await world.person().read("main", file)).toContain("45 * * * *");
  });

  it("leaves drift as it is while it proposes the rest", async () => {
    using world = await inSync();
    await world.person().commit("main", { [file]: drifted });
    // Review changes in the ops repo, the coach's cron drifted in the pilot.
    const active = [
      '{ repo: one, overrides: [{ path: /agents/review/cron, value: "40 * * * *", reason: r, owner: o, expires_at: 2026-07-01T00:00:00Z }] }',
    ];
    const run = { active, policy: ["on_drift: show"], now: noon + minute };
    const { repo } = await world.run(run);
    expect([repo().plan.class, repo().outcome]).toEqual(["drift", "proposed"]);
    const text = (await world.person().read(branch, file)) ?? "";
    expect(text).toBe(drifted.replace("30 * * * *", "40 * * * *"));
    const [proposal] = await world.proposals();
    expect(parseMarker(proposal?.body ?? "")).toMatchObject({
      class: "pending",
      values: { "/agents/review/cron": "40 * * * *" },
    });
    await expectNoWrites(world, run);
  });
});

describe.concurrent("the base", () => {
  it("comes from our merged proposal when the state branch is lost", async () => {
    using world = await createWorld({ one: null });
    await world.run();
    await world.person().merge(branch);
    await world.run({ now: noon + minute });
    const merged = (await world.person().read("main", file)) ?? "";
    await world.person().commit("main", { [file]: merged.replace("15 * * * *", "20 * * * *") });
    const classesOf = async (options: RunOptions) =>
      (await world.look(options)).plan.repos.flatMap(({ paths }) =>
        paths.map((path) => [path.pointer, path.class]),
      );
    const looks: readonly RunOptions[] = [{}, { phase: "stabilize" }];
    const before = await Promise.all(looks.map(classesOf));
    await world.person("ops").deleteBranch(stateRef);
    expect(await Promise.all(looks.map(classesOf))).toEqual(before);
    expect(before[0]?.filter(([, each]) => each !== "in_sync")).toEqual([["/agents/coach/cron", "drift"]]);
    expect(before[1]).toContainEqual(["/agents/coach/cron", "conflict"]);
    expect(before[1]).toContainEqual(["/agents/review/cron", "pending"]);
  });

  it("does not come from a proposal that people changed before they merged it", async () => {
    using world = await createWorld({ one: null });
    await world.run();
    const offered = (await world.person().read(branch, file)) ?? "";
    await world.person().commit(branch, { [file]: offered.replace("15 * * * *", "25 * * * *") });
    await world.person().merge(branch);
    const { repo } = await world.run({ now: noon + minute });
    expect(repo().plan.paths.find(({ pointer }) => pointer === "/agents/coach/cron")?.class).toBe("adoption");
    expect(repo().plan.paths.find(({ pointer }) => pointer === "/agents/review/cron")?.class).toBe("in_sync");
  });

  it("stays when a repo leaves the roster, and holds no seed value", async () => {
    using world = await createWorld({ one: synced, two: synced });
    await world.run({ active: ["{ repo: one }", "{ repo: two }"] });
    const base = await world.base();
    expect(base).not.toContain("/timezone");
    expect(base?.split("\n").filter((line) => line !== "")).toHaveLength(2);
    await world.run({ active: ["{ repo: two }"], now: noon + minute });
    expect(await world.base()).toBe(base);
  });

  const corrupt: readonly (readonly [string, string | Uint8Array])[] = [
    ["a line that is no JSON", '{"repo_id":"a"\n'],
    ["a line without values", '{"repo_id":"a","file":"f","merged":0}\n'],
    ["values that are a list", '{"repo_id":"a","file":"f","merged":0,"values":[]}\n'],
    ["a conflict marker", "<<<<<<< ours\n"],
    ["null", "null\n"],
    ["bytes that are no UTF-8", Uint8Array.from([0x7b, 0xff, 0x7d, 0x0a])],
    [
      "a name that is no UTF-8",
      Buffer.concat([
        Buffer.from('{"file":"f","merged":0,"repo_id":"'),
        Buffer.from([0xff]),
        Buffer.from('","values":{}}\n'),
      ]),
    ],
  ];
  it.each(corrupt)("stops the run, before any write, when its branch holds %s", async (_name, content) => {
    using world = await createWorld({ one: null });
    await world.person("ops").commit(stateRef, { "base.jsonl": content });
    const forge = countingForge(world.forge());
    const error = await world.run({ forge }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CoulombError);
    expect(error).toMatchObject({ code: "state_corrupt" });
    expect(forge.writes).toEqual([]);
  });

  it("stops the run when a folder is in its place", async () => {
    using world = await createWorld({ one: null });
    await world.person("ops").commit(stateRef, { "base.jsonl/x": "y\n" });
    await expect(world.run()).rejects.toMatchObject({ code: "state_corrupt" });
    expect(await world.person().head(branch)).toBeNull();
  });

  it("stops the run when the ops repo cannot be reached", async () => {
    using world = await createWorld({ one: null });
    using nowhere = await createWorld({});
    await git(nowhere.path("ops"), ["update-ref", "-d", "HEAD"]);
    const forge = countingForge(world.forge());
    const stateForge: typeof forge = {
      ...forge,
      async *observe(queries) {
        for (const { repo } of queries)
          yield {
            repo,
            facts: { kind: "unknown", reason: "unreachable", message: "no answer" },
            files: new Map(),
            branches: new Map(),
            proposals: new Map(),
          };
      },
    };
    await expect(world.run({ forge, stateForge })).rejects.toMatchObject({ code: "state_unreachable" });
    expect(forge.writes).toEqual([]);
  });

  it("is left to the next run when somebody else wrote it first", async () => {
    using world = await createWorld({ one: synced });
    const other = async () => world.run({ now: noon + minute });
    const forge = faultyForge(world.forge(), faultAt(1, { kind: "meanwhile", act: other }));
    expect((await world.run({ forge })).result.state.kind).toBe("left");
    await expectNoWrites(world, {});
  });

  it("is not written after an interruption", async () => {
    using world = await createWorld({ one: synced, two: null });
    const stop = new AbortController();
    const hooks = { signal: stop.signal, onRepo: () => stop.abort() };
    const { result, code } = await world.run({
      active: ["{ repo: one }", "{ repo: two }"],
      hooks,
      concurrency: 1,
    });
    expect(result.repos.map(({ outcome }) => outcome)).toEqual(["clean", "cancelled"]);
    expect([result.state.kind, code]).toEqual(["skipped", 1]);
    expect(await world.base()).toBeNull();
  });
});

describe.concurrent("two runs at the same time", () => {
  it("come to one proposal in each repo and one state", async () => {
    using world = await createWorld({ one: null, two: own, three: synced });
    const active = ["{ repo: one }", "{ repo: two }", "{ repo: three }"];
    await Promise.all([world.run({ active }), world.run({ active, now: noon + 1000 })]);
    await world.run({ active, now: noon + 2000 });
    for (const name of ["one", "two"]) {
      const proposals = await world.proposals(name);
      expect(proposals.map(({ state }) => state)).toEqual(["open"]);
    }
    await expectNoWrites(world, { active });
  });
});

describe.concurrent("another installation", () => {
  it("has its own branch and proposal in the same repo", async () => {
    using world = await createWorld({ one: null });
    await world.run();
    const { repo } = await world.run({ installation: "other", now: noon + 1 });
    expect(repo().outcome).toBe("proposed");
    await expectNoWrites(world, {});
    await expectNoWrites(world, { installation: "other" });
  });
});
