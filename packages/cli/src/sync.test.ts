import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { repoRoot } from "./fleet.fixture.ts";
import {
  createSyncStage,
  interceptor,
  loopFiles,
  repoKey,
  seed,
  seedPath,
  syncBranch,
} from "./sync.fixture.ts";

const bare = seed.replaceAll(/.*state_hub_\w*_?id: .*\n/g, "");
const key = (id: string) => `LOOP-WP-0001-${id}`;
/** The seed with another status of a task, in both copies. */
function withStatus(text: string, id: string, status: string): string {
  return text
    .replace(new RegExp(`(- id: ${id}\\n +status: )\\w+`), `$1${status}`)
    .replace(new RegExp(`(id: ${key(id)}\\nstatus: )\\w+`), `$1${status}`);
}

const ajv = new Ajv2020({ strict: false });
function flaws(document: { readonly kind: string }): unknown {
  const schema = JSON.parse(readFileSync(join(repoRoot, "schemas", `${document.kind}.schema.json`), "utf8"));
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  return validate(document) ? [] : validate.errors;
}

describe("coulomb sync", () => {
  it("restores the seed's bytes from a hub that holds its ids", async () => {
    expect(bare.split("\n")).toHaveLength(seed.split("\n").length - 9);
    const create = { "if-none-match": "*" };
    const stage = await createSyncStage({ [seedPath]: seed });
    await stage.run(["hub", "register"]);
    for (const [, id = "", status = "", priority = "", hubId = ""] of seed.matchAll(
      /id: (LOOP-WP-0001-T\d+)\nstatus: (\w+)\npriority: (\w+)\nstate_hub_task_id: "(.*)"/g,
    )) {
      const [, title = ""] = new RegExp(`- id: ${id.slice(-3)}\\n.*\\n +title: (.*)`).exec(seed) ?? [];
      const task = { id: hubId, title, status, priority, repo: repoKey, workstream: "LOOP-WP-0001" };
      expect((await stage.hub("PUT", `/v1/tasks?key=${id}`, task, create)).status).toBe(201);
    }
    await stage.person.commit("main", { [seedPath]: bare });
    const { code, document } = await stage.json(["sync", "--detailed-exitcode"]);
    expect([code, document.outcome, document.proposal.kind]).toEqual([3, "written", "open"]);
    expect(flaws(document)).toEqual([]);
    expect(await stage.person.read(syncBranch, seedPath)).toBe(seed);
    await stage.person.merge(syncBranch);
    await stage.person.deleteBranch(syncBranch);
    expect(await stage.person.read("main", seedPath)).toBe(seed);
    expect((await stage.json(["sync", "--detailed-exitcode"])).code).toBe(0);
  });

  it("back-fills ids from an empty hub, and touches nothing else", async () => {
    const stage = await createSyncStage({ [seedPath]: bare });
    await stage.run(["hub", "register"]);
    const check = await stage.json(["sync", "--check", "--detailed-exitcode"]);
    expect([check.code, check.document.plan.counts.creates]).toEqual([3, 8]);
    await stage.run(["sync"]);
    const proposed = (await stage.person.read(syncBranch, seedPath)) ?? "";
    expect(proposed.replaceAll(/.*state_hub_\w*_?id: .*\n/g, "")).toBe(bare);
    expect(proposed.match(/state_hub_\w*_?id: "/g)).toHaveLength(9);
    for (const id of ["T01", "T08"])
      expect(proposed).toContain(`state_hub_task_id: "${(await stage.task(key(id))).id}"`);
  });

  it("carries changes both ways, and writes nothing the second time", async () => {
    const stage = await createSyncStage({ [seedPath]: seed });
    await stage.run(["hub", "register"]);
    expect((await stage.json(["sync"])).document).toMatchObject({
      outcome: "written",
      proposal: { kind: "none" },
    });
    await stage.change(key("T07"), { status: "in_progress" });
    await stage.person.commit("main", { [seedPath]: withStatus(seed, "T08", "blocked") });
    const first = await stage.run(["sync", "--detailed-exitcode"]);
    expect(first.code).toBe(3);
    expect(first.stdout).toMatch(/push +LOOP-WP-0001-T08 +status → blocked/);
    expect(first.stdout).toMatch(/propose +LOOP-WP-0001-T07 +status → in_progress/);
    expect((await stage.task(key("T08"))).status).toBe("blocked");
    const explained = await stage.json(["sync", "explain", "T07"]);
    expect(flaws(explained.document)).toEqual([]);
    expect(explained.document).toMatchObject({ proposal: { number: 1, state: "open" } });
    expect(explained.document.fields[0]).toMatchObject({
      field: "status",
      row: "propose",
      hub_set: { by: "pat", reason: "test" },
      file_set: { commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
      proposed: "in_progress",
    });
    const words = (await stage.run(["sync", "explain", "T07"])).stdout;
    expect(words).toMatch(/hub +in_progress +revision 2 by pat at .*: test/);
    const merged = await stage.run(["requests", "merge", "coulomb-loop"]);
    expect(merged).toMatchObject({ code: 0, stdout: expect.stringContaining("#1 merged") });
    expect(await stage.person.read("main", seedPath)).toBe(
      withStatus(withStatus(seed, "T08", "blocked"), "T07", "in_progress"),
    );
    expect((await stage.run(["sync", "--detailed-exitcode"])).code).toBe(0);
    const before = [(await stage.hub("GET", "/v1/meta")).json.head_seq, await stage.person.head("main")];
    const quiet = await stage.json(["sync", "--detailed-exitcode"]);
    expect(quiet.document).toMatchObject({ outcome: "in_sync", hub_writes: 0, requests: { hub: 1 } });
    expect([(await stage.hub("GET", "/v1/meta")).json.head_seq, await stage.person.head("main")]).toEqual(
      before,
    );
    // Without its cache it reads everything, and writes as little.
    const fresh = await stage.run(["sync", "--detailed-exitcode"], { env: { COULOMB_CACHE_DIR: "off" } });
    expect(fresh.code).toBe(0);
    expect((await stage.hub("GET", "/v1/meta")).json.head_seq).toBe(before[0]);
    // With it, it looks no further than that nothing happened, and tells the same.
    const glance = await stage.json(["sync"]);
    expect(glance.document).toMatchObject({
      message: "nothing happened on either side",
      plan: quiet.document.plan,
    });
    expect(quiet.document.plan.counts.tasks).toBeGreaterThan(0);
  });

  it("repairs a status of which one copy was changed, by a proposal that the tool itself can merge", async () => {
    const flawed = seed.replace(/(- id: T08\n +status: )\w+/, "$1blocked");
    expect(flawed).not.toBe(seed);
    const stage = await createSyncStage({ [seedPath]: seed });
    await stage.run(["hub", "register"]);
    await stage.run(["sync"]);
    await stage.person.commit("main", { [seedPath]: flawed });
    // As somebody has it who pulled.
    writeFileSync(join(stage.ops, seedPath), flawed);
    expect((await stage.run(["validate"])).stdout).toContain("[status_disagrees]");
    expect((await stage.run(["sync"])).stdout).toMatch(/repair +LOOP-WP-0001-T08/);
    expect(await stage.run(["requests", "list"])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("#1"),
    });
    expect(await stage.run(["requests", "show", "coulomb-loop"])).toMatchObject({ code: 0 });
    expect(await stage.run(["requests", "merge", "coulomb-loop"])).toMatchObject({ code: 0 });
    expect(await stage.person.read("main", seedPath)).toBe(withStatus(seed, "T08", "blocked"));
    writeFileSync(join(stage.ops, "coulomb.yaml"), "installation: 1\n");
    expect(await stage.run(["requests", "list"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[ops_invalid]"),
    });
  });

  it("leaves done against cancelled to a person, and does what they say", async () => {
    const stage = await createSyncStage({ [seedPath]: seed });
    await stage.run(["hub", "register"]);
    await stage.run(["sync"]);
    await stage.change(key("T07"), { status: "cancelled" });
    await stage.person.commit("main", { [seedPath]: withStatus(seed, "T07", "done") });
    const first = await stage.run(["sync", "--detailed-exitcode"]);
    expect([first.code, first.stdout.split("\n")]).toEqual([
      4,
      [
        "conflict  LOOP-WP-0001-T07  status: both changed; neither wins, both stay as they are",
        "decide    LOOP-WP-0001-T07  status is done in the file and cancelled on the hub: a person has to say (coulomb sync resolve LOOP-WP-0001-T07)",
        expect.stringMatching(/^people: something waits for a person \(\d requests to the hub\)$/),
        "",
      ],
    ]);
    const { items } = (await stage.hub("GET", "/v1/conflicts?state=open")).json;
    expect(items).toHaveLength(1);
    expect((await stage.run(["sync", "--detailed-exitcode"])).code).toBe(4);
    const explained = await stage.json(["sync", "explain", "T07"]);
    expect(flaws(explained.document)).toEqual([]);
    expect(explained.document.fields[0]).toMatchObject({
      field: "status",
      local: "done",
      remote: "cancelled",
      base: "todo",
      row: "manual",
      conflict: items[0].id,
    });
    expect((await stage.run(["sync", "explain", "T07"])).stdout).toContain(
      `    conflict ${items[0].id}\n    → coulomb sync resolve LOOP-WP-0001-T07 --keep file|hub --reason <text>\n`,
    );
    const resolve = ["sync", "resolve", "T07", "--keep", "file", "--reason", "it is done"];
    expect(await stage.run(resolve)).toEqual({
      code: 0,
      stdout:
        "LOOP-WP-0001-T07 status: done stays, cancelled is recorded as the loser; coulomb sync carries it to the hub.\n",
      stderr: "",
    });
    expect((await stage.hub("GET", `/v1/conflicts/${items[0].id}`)).json).toMatchObject({
      state: "resolved",
      loser: "remote",
      resolution: { keep: "local", reason: "it is done" },
    });
    expect((await stage.run(["sync", "--detailed-exitcode"])).code).toBe(0);
    expect((await stage.task(key("T07"))).status).toBe("done");
    expect(await stage.run(resolve)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/no conflict of LOOP-WP-0001-T07 waits for a person.*\[sync_conflict\]/),
    });
  });

  it("proposes the hub's value once a person says so, by the conflict's id", async () => {
    const stage = await createSyncStage({ [seedPath]: seed });
    await stage.run(["hub", "register"]);
    await stage.run(["sync"]);
    await stage.change(key("T07"), { status: "cancelled" });
    await stage.person.commit("main", { [seedPath]: withStatus(seed, "T07", "done") });
    const keepHub = ["--keep", "hub", "--reason", "nobody needs it"];
    // Nothing recorded it yet: there is nothing to decide.
    expect(await stage.run(["sync", "resolve", "T07", ...keepHub])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("not recorded on the hub yet"),
    });
    expect((await stage.run(["sync", "explain", "T07"])).stdout).toContain("not recorded on the hub yet");
    await stage.run(["sync"]);
    const { id } = (await stage.hub("GET", "/v1/conflicts?state=open")).json.items[0];
    const { code, document } = await stage.json(["sync", "resolve", id, ...keepHub]);
    expect(flaws(document)).toEqual([]);
    expect([code, document]).toEqual([
      0,
      {
        format_version: "1.0",
        kind: "sync-resolve",
        conflict: id,
        key: key("T07"),
        field: "status",
        local: "done",
        remote: "cancelled",
        keep: "hub",
        reason: "nobody needs it",
      },
    ]);
    expect((await stage.run(["sync"])).stdout).toMatch(/propose +LOOP-WP-0001-T07 +status → cancelled/);
    expect(await stage.person.read(syncBranch, seedPath)).toBe(withStatus(seed, "T07", "cancelled"));
    for (const [args, exit, said] of [
      [[id, ...keepHub], 1, "[sync_conflict]"],
      [["T01", ...keepHub], 1, "[sync_conflict]"],
      [["T99", ...keepHub], 64, "no task T99"],
      [["T07", "--keep", "hub", "--reason", " "], 64, "--reason is empty"],
      [["T07", "--keep", "base", "--reason", "x"], 64, "file, hub"],
      [["T07", "--keep", "hub"], 64, "--reason"],
    ] as const)
      expect(await stage.run(["sync", "resolve", ...args])).toMatchObject({
        code: exit,
        stderr: expect.stringContaining(said),
      });
  });

  it("applies a saved plan and no other", async () => {
    const stage = await createSyncStage({ [seedPath]: seed });
    await stage.run(["hub", "register"]);
    const plan = ["sync", "--dry-run", "--out", "plan.json", "--detailed-exitcode"];
    expect((await stage.run(plan)).code).toBe(2);
    const saved = readFileSync(join(stage.ops, "plan.json"), "utf8");
    expect(flaws(JSON.parse(saved))).toEqual([]);
    expect((await stage.hub("GET", "/v1/tasks")).json.items).toEqual([]);
    writeFileSync(join(stage.ops, "other.json"), saved.replace('"creates": 8', '"creates": 9'));
    expect(await stage.run(["sync", "--plan", "other.json"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[sync_plan]"),
    });
    await stage.person.commit("main", { [seedPath]: withStatus(seed, "T08", "blocked") });
    expect((await stage.run(["sync", "--plan", "plan.json", "--detailed-exitcode"])).code).toBe(5);
    expect((await stage.hub("GET", "/v1/tasks")).json.items).toEqual([]);
    await stage.run(plan);
    expect((await stage.run(["sync", "--plan", "plan.json", "--detailed-exitcode"])).code).toBe(0);
    expect((await stage.hub("GET", "/v1/tasks")).json.items).toHaveLength(8);
  });

  it("asks before it sweeps, and does not offer again what people declined", async () => {
    const many = Array.from({ length: 52 }, (_, at) => `T${String(at + 10).padStart(2, "0")}`);
    const plan = [
      "---\nid: LOOP-WP-0009\ntype: workplan\ntitle: Many\nstatus: active\ntasks:",
      ...many.map((id) => `  - id: ${id}\n    status: todo\n    title: Do ${id}`),
      "---",
      ...many.map((id) => `\n\`\`\`task\nid: LOOP-WP-0009-${id}\nstatus: todo\n\`\`\``),
      "",
    ].join("\n");
    const stage = await createSyncStage({ "workplans/many.md": plan });
    await stage.run(["hub", "register"]);
    const refused = await stage.run(["sync", "--detailed-exitcode"]);
    expect([refused.code, refused.stdout]).toEqual([4, expect.stringContaining("too sweeping")]);
    expect(refused.stdout).not.toContain("--force");
    expect(refused.stdout).toContain("--dry-run --out");
    const looked = await stage.run(["sync", "--check", "--detailed-exitcode"]);
    expect([looked.code, looked.stdout]).toEqual([4, expect.stringContaining("too sweeping")]);
    await stage.run(["sync", "--dry-run", "--out", "plan.json"]);
    expect((await stage.run(["sync", "--plan", "plan.json", "--detailed-exitcode"])).code).toBe(3);
    await stage.run(["requests", "close", "coulomb-loop", "--reason", "no ids here"]);
    const declined = await stage.run(["sync", "--detailed-exitcode"]);
    expect([declined.code, declined.stdout]).toEqual([4, expect.stringContaining("declined")]);
    const checked = await stage.run(["sync", "--check", "--detailed-exitcode"]);
    expect([checked.code, checked.stdout]).toEqual([4, expect.stringContaining("declined")]);
    expect((await stage.run(["sync", "--reopen", "--detailed-exitcode"])).code).toBe(3);
  });

  it("mirrors decisions, and lets nobody change an accepted one", async () => {
    const path = "loops/kaizen-stack/decisions/DEC-001.yaml";
    const decision = loopFiles[path] ?? "";
    const stage = await createSyncStage({ [seedPath]: seed, ...loopFiles });
    await stage.run(["hub", "register"]);
    expect((await stage.run(["sync", "--detailed-exitcode"])).code).toBe(0);
    const { items } = (await stage.hub("GET", "/v1/decisions")).json;
    expect(items).toMatchObject([
      { key: `${repoKey}/kaizen-stack/DEC-001`, id_in_loop: "DEC-001", status: "accepted" },
    ]);
    await stage.person.commit("main", { [path]: decision.replace(/^question: .*/m, "question: Another?") });
    const changed = await stage.run(["sync", "--detailed-exitcode"]);
    const line = decision.split("\n").findIndex((each) => each.startsWith("question:")) + 1;
    expect([changed.code, changed.stderr]).toEqual([4, expect.stringContaining("[decision_immutable]")]);
    expect(changed.stderr).toContain(`${path}:${line}:11`);
    await stage.person.commit("main", { [path]: decision.replace("status: accepted", "status: superseded") });
    expect((await stage.run(["sync", "--detailed-exitcode"])).code).toBe(0);
    expect((await stage.hub("GET", "/v1/decisions")).json.items).toMatchObject([{ status: "superseded" }]);
  });

  it("checks with a token that may only read, and writes with one for this repo only", async () => {
    const stage = await createSyncStage({ [seedPath]: seed });
    await stage.run(["hub", "register"]);
    const token = async (scope: string, ...more: string[]) =>
      (await stage.run(["hub", "token", "create", "--name", scope, "--scope", scope, ...more])).stdout.trim();
    const as = async (secret: string, ...args: string[]) =>
      stage.run(["sync", "--detailed-exitcode", ...args], { env: { COULOMB_HUB_TOKEN: secret } });
    const reader = await token("read");
    expect((await as(reader, "--check")).code).toBe(2);
    expect(await as(reader)).toMatchObject({ code: 1, stderr: expect.stringContaining("[hub_refused]") });
    const other = await stage.run(
      ["hub", "token", "create", "--name", "o", "--scope", "sync"].concat("--repo", "local/coulomb/other"),
    );
    expect(other.stderr).toContain("does not know the repo local/coulomb/other");
    expect((await as(other.stdout.trim())).code).toBe(1);
    const known = ["--name", "k", "--scope", "sync", "--repo", repoKey];
    expect((await stage.run(["hub", "token", "create", ...known])).stderr).not.toContain("does not know");
    expect((await as(await token("sync", "--repo", repoKey))).code).toBe(0);
    expect((await as(reader, "--check")).code).toBe(0);
    expect(await as("wrong")).toMatchObject({ code: 1, stderr: expect.stringContaining("[hub_token]") });
  });

  it("says that a token was made whose secret was lost on the way, and gives a lease back when it is interrupted", async () => {
    const stage = await createSyncStage({ [seedPath]: seed });
    await stage.run(["hub", "register"]);
    const controller = new AbortController();
    let dropped = false;
    // Between the command and the hub: loses the first answer about a token, and interrupts the command in its first write.
    const between = await interceptor(stage.url, (path) => {
      if (path.endsWith("/sync")) controller.abort();
      const isLost = path === "/v1/tokens" && !dropped;
      dropped ||= isLost;
      return !isLost;
    });
    const file = join(stage.ops, "coulomb.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(stage.url, between.url));
    const lost = await stage.run(["hub", "token", "create", "--name", "x", "--scope", "read"]);
    expect([lost.code, lost.stdout, lost.stderr]).toEqual([
      1,
      "",
      expect.stringContaining("[hub_token_lost]"),
    ]);
    expect((await stage.run(["sync"], { signal: controller.signal })).code).toBe(130);
    const { id } = (await stage.hub("GET", "/v1/repos")).json.items[0];
    expect((await stage.hub("POST", `/v1/replicas/${id}/lease`, { holder: "next" })).status).toBe(200);
    between.close();
  });

  it("explains a task whose copies differ, and one that cannot be read", async () => {
    const stage = await createSyncStage({ [seedPath]: seed });
    await stage.run(["hub", "register"]);
    await stage.run(["sync"]);
    const first = seed.replace(/(- id: T08\n +status: )\w+/, "$1blocked");
    await stage.person.commit("main", { [seedPath]: first });
    expect((await stage.run(["sync", "explain", "T08"])).stdout).toContain(
      "Its file says blocked in the frontmatter and todo in the fence: a proposal makes both equal.",
    );
    await stage.person.commit("main", {
      [seedPath]: seed.replace(/(id: LOOP-WP-0001-T07\n)status: \w+/, "$1status: doing"),
    });
    const flawed = await stage.run(["sync", "explain", "T07"]);
    expect([flawed.code, flawed.stderr]).toEqual([
      1,
      expect.stringMatching(
        /LOOP-WP-0001-T07 stands in workplans\/\S+:\d+:\d+ and cannot be read: .*\[task_unreadable\]/,
      ),
    ]);
  });

  it("says what is missing, in the files, on the hub, on the command line", async () => {
    const stage = await createSyncStage({ [seedPath]: seed });
    expect(await stage.run(["sync"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[hub_unregistered]"),
    });
    expect(await stage.run(["sync", "--out", "x"])).toMatchObject({ code: 64 });
    expect(await stage.run(["sync", "--plan", "x", "--check"])).toMatchObject({ code: 64 });
    expect(await stage.run(["sync", "--plan", "none.json"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[sync_plan]"),
    });
    await stage.run(["hub", "register"]);
    expect(await stage.run(["sync", "explain", "T99"])).toMatchObject({
      code: 64,
      stderr: expect.stringContaining("no task T99"),
    });
    const away = await createSyncStage(
      {},
      "state_hub: { url: http://127.0.0.1:1, token: { env: NO_SUCH_TOKEN } }",
    );
    expect(await away.run(["sync"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[secret_missing]"),
    });
    expect(await away.run(["hub", "backup", "x"], { env: { NO_SUCH_TOKEN: "t" } })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[hub_remote]"),
    });
  });
});
