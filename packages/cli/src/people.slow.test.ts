import { rmSync } from "node:fs";
import { git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import type { Stage } from "./fleet.fixture.ts";
import {
  createStage,
  document,
  fixedNow,
  pilot,
  rows,
  schedulePath,
  wantedSchedule,
} from "./fleet.fixture.ts";

const later = wantedSchedule.replace("15 * * * *", "45 * * * *");
const branch = "coulomb/demo/schedule-kaizen-stack";

async function proposed(): Promise<Stage> {
  const stage = await createStage({ pilots: { alpha: pilot(undefined), beta: pilot(later) } });
  await stage.coulomb(["reconcile"]);
  return stage;
}

async function listed(stage: Stage, ...args: string[]) {
  return rows((await stage.json(["requests", "list", ...args])).requests);
}

describe("requests list", () => {
  it("lists what is open, by repo", async () => {
    expect(await listed(await proposed())).toMatchObject([
      { repo_id: "local/coulomb/alpha", number: 1, state: "open", class: "create", branch, draft: false },
      {
        repo_id: "local/coulomb/beta",
        number: 1,
        state: "open",
        class: "adoption",
        labels: ["coulomb:adoption"],
      },
    ]);
  });

  it("lists closed and merged ones with --all only", async () => {
    const stage = await proposed();
    await stage.coulomb(["requests", "merge", "alpha"]);
    await stage.coulomb(["requests", "close", "beta", "--reason", "ours"]);
    expect(await listed(stage)).toEqual([]);
    expect((await listed(stage, "--all")).map(({ state }) => state)).toEqual(["merged", "closed"]);
  });
});

describe.each([
  { what: "a repo that is gone", spoil: async (path: string) => rmSync(path, { recursive: true }) },
  {
    what: "a record that is none of ours",
    spoil: (path: string) =>
      git(path, ["update-ref", "refs/coulomb/proposals/demo/schedule-kaizen-stack", "main"]),
  },
])("requests in a fleet with $what", ({ spoil }) => {
  const id = "local/coulomb/alpha";

  async function spoiled(): Promise<Stage> {
    const stage = await proposed();
    await spoil(stage.path("alpha"));
    return stage;
  }

  it("list names it on stderr and in the document, and exits with 1", async () => {
    const stage = await spoiled();
    for (const more of [[], ["--all"]]) {
      const ran = await stage.coulomb(["requests", "list", ...more, "--json"]);
      expect(ran.code).toBe(1);
      expect(rows(document(ran.stdout).requests)).toMatchObject([{ repo_id: "local/coulomb/beta" }]);
      expect(rows(document(ran.stdout).unknown)).toMatchObject([{ repo_id: id, loop: "kaizen-stack" }]);
      expect(ran.stderr).toContain(id);
    }
    const read = await stage.coulomb(["requests", "list"]);
    expect(read.code).toBe(1);
    expect(read.stdout).not.toContain(id);
    expect(read.stderr).toContain(id);
  });

  it.each([
    { args: ["show", "alpha"] },
    { args: ["merge", "alpha"] },
    { args: ["merge", "beta", "alpha"] },
    { args: ["close", "alpha", "--reason", "r"] },
  ])("$args fails with a code of its own and writes nothing", async ({ args }) => {
    const stage = await spoiled();
    const refs = await stage.refs();
    const ran = await stage.coulomb(["requests", ...args, "--json"]);
    expect(ran.code).toBe(1);
    expect(document(ran.stdout)).toMatchObject({ code: "request_unknown" });
    expect(await stage.refs()).toEqual(refs);
  });

  it("merge --all merges the others, names it and exits with 1", async () => {
    const stage = await spoiled();
    const ran = await stage.coulomb(["requests", "merge", "--all", "--json"]);
    expect(ran.code).toBe(1);
    expect(document(ran.stdout)).toMatchObject({
      requests: [{ repo_id: "local/coulomb/beta", state: "merged" }],
      unknown: [{ repo_id: id }],
    });
    expect(ran.stderr).toContain(id);
    const again = await stage.coulomb(["requests", "merge", "--all"]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain(id);
  });
});

describe("requests show", () => {
  it("shows text and diff of the open one", async () => {
    const shown = rows((await (await proposed()).json(["requests", "show", "beta"])).requests);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.diff).toContain(
      '-  coach: { cadence: daily, cron: "45 * * * *", enabled: true } # the coach',
    );
    expect(shown[0]?.diff).toContain(
      '+  coach: { cadence: daily, cron: "15 * * * *", enabled: true } # the coach',
    );
    expect(shown[0]?.body).toMatch(/\S/);
    expect(shown[0]?.body).not.toContain("coulomb:v1");
  });

  it.each([{ name: "beta" }, { name: "coulomb/beta" }, { name: "local/coulomb/beta" }])(
    "finds a repo by $name",
    async ({ name }) => {
      const stage = await proposed();
      expect((await stage.coulomb(["requests", "show", name])).code).toBe(0);
    },
  );

  it("asks which repo is meant when a name is not one only", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    stage.edit("loops/kaizen-stack/roster.yaml", (text) =>
      text.replace("active:\n", "active:\n  - { repo: alpha, owner: others, wave: 1 }\n"),
    );
    const ran = await stage.coulomb(["why", "alpha", "--json"]);
    expect(ran.code).toBe(64);
    expect(document(ran.stdout)).toMatchObject({ kind: "error", code: "usage" });
    expect((await stage.coulomb(["why", "coulomb/alpha"])).code).toBe(0);
  });

  it("says that there is none", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(wantedSchedule) } });
    for (const args of [
      ["show", "alpha"],
      ["merge", "alpha"],
      ["close", "alpha", "--reason", "r"],
    ]) {
      const ran = await stage.coulomb(["requests", ...args, "--json"]);
      expect(ran.code).toBe(1);
      expect(document(ran.stdout)).toMatchObject({ code: "request_missing" });
    }
  });
});

describe("requests merge", () => {
  it("merges as the person who asks, at the time of the clock, and takes the branch away", async () => {
    const stage = await proposed();
    const env = { GIT_COMMITTER_NAME: "Kim", GIT_COMMITTER_EMAIL: "kim@example.org" };
    const merged = rows(
      (await stage.json(["requests", "merge", "beta"], { env, now: fixedNow + 5000 })).requests,
    );
    expect(merged).toMatchObject([{ repo_id: "local/coulomb/beta", state: "merged" }]);
    const person = stage.person("beta");
    expect(await person.head("main")).toBe(merged[0]?.merged);
    expect(await person.head(branch)).toBe(null);
    expect(await person.read("main", schedulePath)).toBe(wantedSchedule);
    const said = await git(stage.path("beta"), ["show", "-s", "--format=%cn <%ce> %ct %P", "main"]);
    expect(said).toMatch(/^Kim <kim@example\.org> 1782900005 [0-9a-f]{40} [0-9a-f]{40}$/);
    expect(await person.read("main", "README.md")).toBe("# pilot\n");
  });

  it("--all merges every open one; then nothing is left to do", async () => {
    const stage = await proposed();
    expect(rows((await stage.json(["requests", "merge", "--all"])).requests)).toHaveLength(2);
    expect(await stage.json(["reconcile", "--detailed-exitcode"])).toMatchObject({ writes: 0, exit_code: 0 });
    expect((await stage.coulomb(["requests", "merge", "--all"])).code).toBe(0);
    expect(await stage.json(["reconcile"])).toMatchObject({ writes: 0, state: "unchanged" });
  });

  it("exits with 1 when one of several cannot be merged, and merges the others", async () => {
    const stage = await proposed();
    await stage.person("alpha").commit("main", { [schedulePath]: "timezone: UTC\nagents: {}\n" });
    const ran = await stage.coulomb(["requests", "merge", "--all", "--json"]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/\S/);
    expect(rows(document(ran.stdout).requests)).toMatchObject([{ repo_id: "local/coulomb/beta" }]);
    expect(await stage.person("alpha").read("main", schedulePath)).toBe("timezone: UTC\nagents: {}\n");
  });
});

describe("requests close", () => {
  it("declines: the same change is not offered again, another one is", async () => {
    const stage = await proposed();
    const closed = rows(
      (await stage.json(["requests", "close", "beta", "--reason", "not before the release"])).requests,
    );
    expect(closed).toMatchObject([{ repo_id: "local/coulomb/beta", state: "closed" }]);
    const first = await stage.json(["reconcile", "--detailed-exitcode"]);
    expect(rows(first.repos)).toMatchObject([{ outcome: "proposed" }, { outcome: "declined" }]);
    expect(first.exit_code).toBe(4);
    const refs = await stage.refs();
    expect(await stage.json(["reconcile"])).toMatchObject({ writes: 0 });
    expect(await stage.refs()).toEqual(refs);
    expect(await listed(stage)).toMatchObject([{ repo_id: "local/coulomb/alpha" }]);

    stage.edit("loops/kaizen-stack/cadence.yaml", (text) => text.replace('"15 * * * *"', '"20 * * * *"'));
    const second = await stage.json(["reconcile"]);
    expect(rows(second.repos)[1]).toMatchObject({ outcome: "proposed", number: 2 });
  });

  it("tells others the reason", async () => {
    const stage = await proposed();
    await stage.coulomb(["requests", "close", "beta", "--reason", "not before the release"]);
    const records = await git(stage.path("beta"), ["for-each-ref", "--format=%(refname)", "refs/coulomb"]);
    const all = await Promise.all(
      records.split("\n").map((ref) => git(stage.path("beta"), ["log", "-p", "--format=%B", ref])),
    );
    expect(all.join("\n")).toContain("not before the release");
  });
});

/** A fleet with a repo in each class. */
async function everyClass(): Promise<Stage> {
  const stage = await createStage({
    pilots: {
      "a-sync": pilot(wantedSchedule),
      "b-create": pilot(undefined),
      "c-adoption": pilot(later),
      "d-drift": pilot(wantedSchedule),
      "e-unsupported": pilot("agents:\n\tcoach: {}\n"),
      "f-opted-out": pilot(`enabled: false\n${later}`),
      "g-ineligible": {},
      "h-unknown": undefined,
      "i-conflict": pilot(wantedSchedule),
      "j-pending": pilot(wantedSchedule),
    },
  });
  await stage.coulomb(["reconcile"]);
  await stage.person("d-drift").commit("main", { [schedulePath]: later });
  await stage.person("i-conflict").commit("main", { [schedulePath]: later });
  stage.edit("loops/kaizen-stack/roster.yaml", (text) =>
    text.replaceAll(/repo: (i-conflict|j-pending), wave: 1/g, "repo: $1, wave: 1, phase: stabilize"),
  );
  return stage;
}

const classes = [
  ["a-sync", "in_sync"],
  ["b-create", "create"],
  ["c-adoption", "adoption"],
  ["d-drift", "drift"],
  ["e-unsupported", "unsupported"],
  ["f-opted-out", "opted_out"],
  ["g-ineligible", "ineligible"],
  ["h-unknown", "unknown"],
  ["i-conflict", "conflict"],
  ["j-pending", "pending"],
] as const;

describe("status and why", () => {
  it("status lists every repo, the worst first, with its open proposal", async () => {
    const stage = await everyClass();
    const ran = await stage.coulomb(["status", "--json"]);
    expect(ran.code).toBe(1);
    const report = document(ran.stdout);
    expect(rows(report.repos).map((repo) => repo.class)).toEqual([
      "unknown",
      "unsupported",
      "ineligible",
      "conflict",
      "adoption",
      "drift",
      "pending",
      "create",
      "opted_out",
      "in_sync",
    ]);
    expect(report.counts).toEqual(Object.fromEntries(classes.map(([, each]) => [each, 1])));
    expect(
      rows(report.repos)
        .filter((repo) => repo.proposal !== undefined)
        .map((repo) => repo.class),
    ).toEqual(["adoption", "create"]);
    expect(rows(report.repos).map((repo) => repo.health)).toEqual([
      "unknown",
      ...Array(3).fill("degraded"),
      ...Array(4).fill("progressing"),
      "suspended",
      "healthy",
    ]);
    expect(report.health).toBe("unknown");
  });

  it("why tells of each class the values, where they stand, and what to do", async () => {
    const stage = await everyClass();
    for (const [repo, repoClass] of classes) {
      const report = await stage.json(["why", repo]);
      expect(report).toMatchObject({ kind: "why", repo_id: `local/coulomb/${repo}`, class: repoClass });
      expect(report.next).toMatch(/\S/);
      const human = await stage.coulomb(["why", repo]);
      expect(human.code).toBe(repoClass === "unknown" ? 1 : 0);
      expect(human.stdout).toContain(`Next: ${String(report.next)}`);
    }
  });

  it.each([
    { repo: "c-adoption", row: 3, live: "45 * * * *", base: undefined, desired: "15 * * * *" },
    { repo: "d-drift", row: 5, live: "45 * * * *", base: "15 * * * *", desired: "15 * * * *" },
    { repo: "i-conflict", row: 6, live: "45 * * * *", base: "15 * * * *", desired: "0 9 * * *" },
    { repo: "j-pending", row: 4, live: "15 * * * *", base: "15 * * * *", desired: "0 9 * * *" },
    { repo: "b-create", row: 2, live: undefined, base: undefined, desired: "15 * * * *" },
  ])("why $repo shows row $row and all three values", async ({ repo, row, live, base, desired }) => {
    const stage = await everyClass();
    const path = rows((await stage.json(["why", repo])).paths).find(
      ({ pointer }) => pointer === "/agents/coach/cron",
    );
    expect(path).toMatchObject({ row, desired: { value: desired } });
    expect(path?.live).toHaveProperty("at");
    expect(path?.live).toEqual(expect.objectContaining(live === undefined ? {} : { value: live }));
    expect(path?.base).toEqual(expect.objectContaining(base === undefined ? {} : { value: base }));
    expect(path?.live).toMatchObject({
      at: expect.stringMatching(
        live === undefined ? `${schedulePath} \\(absent\\)` : `^${schedulePath}:5:34 at [0-9a-f]{10}$`,
      ),
    });
    expect(path?.desired).toMatchObject({
      at: expect.stringMatching(/^loops\/kaizen-stack\/cadence\.yaml:\d+:\d+ /),
    });
  });

  it("why names the commit of the ops repo that wants a value, or that none does yet", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(wantedSchedule) } });
    const at = async () => {
      const paths = rows((await stage.json(["why", "alpha"])).paths);
      return paths.find(({ pointer }) => pointer === "/agents/coach/cron")?.desired;
    };
    expect(await at()).toMatchObject({ at: expect.stringMatching(/cadence\.yaml:\d+:\d+ \(/) });
    await git(stage.ops, ["init", "--quiet"]);
    expect(await at()).toMatchObject({ at: expect.stringMatching(/:\d+ not committed yet \(/) });
    await git(stage.ops, ["add", "--all"]);
    await git(stage.ops, ["commit", "--quiet", "--message", "Begin"]);
    const head = (await git(stage.ops, ["rev-parse", "HEAD"])).slice(0, 10);
    await git(stage.ops, ["commit", "--quiet", "--allow-empty", "--message", "Something else"]);
    expect(await at()).toMatchObject({ at: expect.stringContaining(` at ${head} (`) });
  });

  it("why says that no base is kept of a seed, and prints none as absent", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(wantedSchedule) } });
    await stage.coulomb(["reconcile"]);
    const paths = rows((await stage.json(["why", "alpha"])).paths);
    const zone = paths.find(({ pointer }) => pointer === "/timezone");
    expect(zone).toMatchObject({ base: { at: expect.stringMatching(/^not kept/) } });
    const cron = paths.find(({ pointer }) => pointer === "/agents/coach/cron");
    expect(cron).toMatchObject({ base: { value: "15 * * * *" } });
    const human = (await stage.coulomb(["why", "alpha"])).stdout;
    expect(human).toMatch(/^ {2}base +not kept/m);
    expect(human).not.toMatch(/^ {2}base +absent/m);
  });

  it("plan shows no changes of a repo that opted out", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(`enabled: false\n${later}`) } });
    const { stdout } = await stage.coulomb(["plan"]);
    expect(stdout).toContain("opted out");
    expect(stdout).not.toContain("/agents/coach/cron");
    expect(stdout).not.toContain("45 * * * *");
  });

  it("why names the override that decides", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(later) } });
    stage.edit("loops/kaizen-stack/roster.yaml", (text) =>
      text.replace(
        "{ repo: alpha, wave: 1 }",
        '{ repo: alpha, wave: 1, overrides: [{ path: /agents/coach/cron, value: "45 * * * *", reason: r, owner: ops, expires_at: 2026-08-01T00:00:00Z }] }',
      ),
    );
    const report = await stage.json(["why", "alpha"]);
    expect(report.class).toBe("in_sync");
    const path = rows(report.paths).find(({ pointer }) => pointer === "/agents/coach/cron");
    expect(path?.desired).toMatchObject({ at: expect.stringContaining("loops/kaizen-stack/roster.yaml:6:") });
  });
});

/** The exit code and the names of the checks that failed. */
async function failing(stage: Stage): Promise<{ code: number; names: unknown[] }> {
  const ran = await stage.coulomb(["doctor", "--json"]);
  const checks = rows(document(ran.stdout).checks);
  for (const check of checks.filter(({ status }) => status !== "ok")) expect(check.hint).toMatch(/\S/);
  return {
    code: ran.code,
    names: checks.filter(({ status }) => status === "error").map(({ name }) => name),
  };
}

describe("doctor", () => {
  it("is content with a sound fleet, and writes nothing", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    await stage.person("demo-ops").commit("main", { "coulomb.yaml": "schema_version: coulomb/v1\n" });
    const refs = await stage.refs();
    const ran = await stage.coulomb(["doctor", "--json"]);
    expect(ran.code).toBe(0);
    expect(rows(document(ran.stdout).checks).map(({ status }) => status)).toEqual([
      "ok",
      "ok",
      "ok",
      "ok",
      "ok",
      "ok",
      "ok",
    ]);
    expect(await stage.refs()).toEqual(refs);
  });

  it("names a pilot that is missing", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined), beta: undefined } });
    expect(await failing(stage)).toEqual({ code: 1, names: ["local/coulomb/beta"] });
  });

  it("warns of a pilot that is empty", async () => {
    const stage = await createStage({ pilots: { alpha: {} } });
    expect(await failing(stage)).toEqual({ code: 0, names: [] });
  });

  it("warns of the repos of a forge that has no adapter yet, and names the forge alone as failing", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined), beta: undefined } });
    stage.edit("coulomb.yaml", (text) => text.replace(/kind: git .*/, "kind: gitea"));
    expect(await failing(stage)).toEqual({ code: 1, names: ["forge local"] });
    const { checks } = await stage.json(["doctor"]);
    expect(rows(checks).filter(({ status }) => status === "warning")).toMatchObject([
      { name: "local/coulomb/alpha" },
      { name: "local/coulomb/beta" },
    ]);
  });

  it("names the repos behind a forge url that leads nowhere", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    stage.edit("coulomb.yaml", (text) => text.replace("../forge/", "../nowhere/"));
    expect(await failing(stage)).toEqual({
      code: 1,
      names: ["state coulomb-state/demo", "local/coulomb/alpha"],
    });
  });

  it.each([
    { url: "ftp://example.invalid/{owner}/{repo}" },
    { url: "../forge/{ownr}/{repo}.git" },
    { url: "http://127.0.0.1:9/{owner}/{repo}.git" },
  ])("tells of the forge url $url instead of failing", async ({ url }) => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    stage.edit("coulomb.yaml", (text) => text.replace("../forge/{owner}/{repo}.git", `"${url}"`));
    const { code, names } = await failing(stage);
    expect(code).toBe(1);
    expect(names).not.toEqual([]);
  });

  it("tells of a kind of forge that has no adapter, and goes on with the others", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined) } });
    stage.edit("coulomb.yaml", (text) =>
      text.replace(
        "ops_repo:",
        "  - { name: hosted, kind: gitea, url: https://example.invalid, owner: us }\nops_repo:",
      ),
    );
    expect(await failing(stage)).toEqual({ code: 1, names: ["forge hosted"] });
  });

  it("tells of errors in the files and still checks the rest", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(undefined), beta: undefined } });
    stage.edit("loops/kaizen-stack/roster.yaml", (text) => `${text}nope: 1\n`);
    expect(await failing(stage)).toEqual({ code: 1, names: ["ops repo", "local/coulomb/beta"] });
  });

  it("works without an ops repo", async () => {
    const stage = await createStage({ pilots: {} });
    rmSync(`${stage.ops}/coulomb.yaml`);
    expect(await failing(stage)).toEqual({ code: 1, names: ["ops repo"] });
  });

  it("works with a coulomb.yaml that is no YAML", async () => {
    const stage = await createStage({ pilots: {} });
    stage.edit("coulomb.yaml", () => "{");
    expect(await failing(stage)).toEqual({ code: 1, names: ["ops repo"] });
  });
});
