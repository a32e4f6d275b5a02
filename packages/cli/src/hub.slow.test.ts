import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { postgresMissing, startPostgres } from "@coulomb-loop/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { coulomb, newFolder, type Ran, repoRoot } from "./fleet.fixture.ts";

/** This repository's own files, as an ops repo of its own. */
function opsRepo(): string {
  const folder = newFolder();
  for (const name of ["coulomb.yaml", "loops", "workplans", "activity-definitions"])
    cpSync(join(repoRoot, name), join(folder, name), { recursive: true });
  return folder;
}

const ajv = new Ajv2020({ strict: false });

/** The JSON that a command printed, which its schema must take. */
function document(stdout: string) {
  const value = JSON.parse(stdout);
  const schema = JSON.parse(readFileSync(join(repoRoot, "schemas", `${value.kind}.schema.json`), "utf8"));
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  expect(validate(value) ? [] : validate.errors).toEqual([]);
  return value;
}

describe("the hub of an ops repo", () => {
  let cwd = "";
  const run = (...args: string[]) => coulomb(["hub", ...args], { cwd });
  let registered: Ran | undefined;
  beforeAll(async () => {
    cwd = opsRepo();
    registered = await run("register", "--json");
  });

  it("has the domain, the topic, the repo and a workstream for each workplan, under the ids of the files", () => {
    expect(registered?.code).toBe(0);
    expect(document(registered?.stdout ?? "").resources).toMatchObject([
      { kind: "domains", key: "coulomb_social", result: "created" },
      { kind: "topics", key: "coulomb_social", result: "created" },
      { kind: "repos", key: "local/coulomb/coulomb-loop", result: "created" },
      { kind: "workstreams", key: "LOOP-WP-0000", result: "created" },
      { key: "LOOP-WP-0001", id: "90a05147-7b95-4ce7-96bf-39cdb487b557", result: "created" },
      { key: "LOOP-WP-0002" },
      { key: "LOOP-WP-0003" },
      { key: "LOOP-WP-0004" },
    ]);
  });

  it("is registered once: the second time everything is there", async () => {
    const { code, stdout } = await run("register", "--json");
    expect(code).toBe(0);
    const results = document(stdout).resources.map((each: { result: string }) => each.result);
    expect(new Set(results)).toEqual(new Set(["there"]));
  });

  it("says which id the hub has, where the file has another", async () => {
    const file = join(cwd, "workplans/LOOP-WP-0001-kaizen-improvement-stack.md");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace("90a05147-7b95", "90a05147-7b96"));
    const { code, stdout } = await run("register");
    writeFileSync(file, before);
    expect(code).toBe(1);
    expect(stdout).toMatch(/refused\s+workstream\s+LOOP-WP-0001\s+the hub has it as 90a05147-7b95/);
  });

  it("prints the secret of a token alone, once, and never again", async () => {
    const { code, stdout, stderr } = await run(
      "token",
      "create",
      "--name",
      "ci",
      "--scope",
      "sync",
      "--scope",
      "read",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^coulomb_hub_[\w-]{43}\n$/);
    expect(stderr).toContain("shown once");
    const list = document((await run("token", "list", "--json")).stdout);
    expect(list.tokens).toMatchObject([{ name: "ci", scopes: ["sync", "read"] }]);
    expect(JSON.stringify(list)).not.toContain(stdout.trim());
    const made = document((await run("token", "create", "--name", "x", "--scope", "read", "--json")).stdout);
    expect(document((await run("token", "revoke", made.token.id, "--json")).stdout)).toMatchObject({
      id: made.token.id,
    });
    expect((await run("token", "list")).stdout).toMatch(/x\s+read\s.*revoked/);
    expect(await run("token", "revoke", "no-id")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[hub_refused]"),
    });
  });

  it("goes into a backup and comes back", async () => {
    expect(document((await run("backup", "hub.jsonl", "--json")).stdout).rows.resources).toBe(8);
    expect(statSync(join(cwd, "hub.jsonl")).mode & 0o077).toBe(0);
    expect(await run("backup", "hub.jsonl")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[hub_backup]"),
    });
    const nowhere = await run("backup", "nowhere/hub.jsonl");
    expect([nowhere.code, nowhere.stderr]).toEqual([
      1,
      expect.stringMatching(
        /nowhere\/hub\.jsonl cannot be written \(ENOENT\).*\[hub_backup\][^]*→.*may write to/,
      ),
    ]);
    const restored = await run("restore", "hub.jsonl", "--data-dir", "restored", "--json");
    expect(document(restored.stdout).rows.resources).toBe(8);
    expect((await run("register", "--data-dir", "restored")).stdout).not.toContain("created");
    const again = await run("restore", "hub.jsonl", "--data-dir", "restored");
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("[hub_not_empty]") });
    const none = await run("restore", "coulomb.yaml", "--data-dir", "other");
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining("[hub_backup]") });
    expect(existsSync(join(cwd, "other"))).toBe(false);
  });

  it("keeps its files from others, also in a folder that others may read", async () => {
    mkdirSync(join(cwd, "shared"), { mode: 0o755 });
    expect(await run("register", "--data-dir", "shared")).toMatchObject({ code: 0 });
    expect(statSync(join(cwd, "shared", "data")).mode & 0o077).toBe(0);
  });

  it("is looked at by doctor", async () => {
    const { stdout } = await coulomb(["doctor"], { cwd });
    expect(stdout).toMatch(
      /ok +state hub +pglite, release \S+, hub [-0-9a-f]{36}, newest change \d+; .* not a power cut/,
    );
    const fresh = await coulomb(["doctor"], { cwd: opsRepo() });
    expect(fresh.stdout).toMatch(/ok +state hub .* is not there yet/);
  });

  it("makes no hub by mistake, and says what is wrong with a place", async () => {
    const list = ["token", "list"];
    const away = newFolder();
    const said = await Promise.all([
      run("backup", "x.jsonl", "--data-dir", "typo"),
      run(...list, "--data-dir", "typo"),
      coulomb(["sync", "--data-dir", "typo"], { cwd }),
      run("token", "create", "--name", "x", "--scope", "read", "--data-dir", "coulomb.yaml/x"),
      run("restore", "hub.jsonl", "--data-dir", "/proc/nope"),
      coulomb(["hub", ...list], { cwd: away, env: { DATABASE_URL: "mysql://x" } }),
      coulomb(["hub", ...list], { cwd: away, env: { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" } }),
    ]);
    expect(said.map(({ code, stderr }) => [code, /\[(\w+)\]/.exec(stderr)?.[1]])).toEqual([
      [1, "hub_missing"],
      [1, "hub_missing"],
      [1, "hub_missing"],
      [1, "hub_folder"],
      [1, "hub_folder"],
      [1, "hub_database"],
      [1, "hub_unreachable"],
    ]);
    expect(existsSync(join(cwd, "typo"))).toBe(false);
  });

  it("says without a token how to make one: PGlite lets no second process in", async () => {
    const stopped = AbortSignal.abort();
    const serve = ["hub", "serve", "--port", "0"];
    const folder = await coulomb([...serve, "--data-dir", "untold"], { cwd, signal: stopped });
    expect(folder).toMatchObject({ code: 0, stderr: expect.stringContaining("stop it, and make one") });
  });

  it.skipIf(postgresMissing() !== undefined)(
    "says it otherwise with PostgreSQL, where that works",
    async () => {
      const server = await startPostgres();
      const served = await coulomb(["hub", "serve", "--port", "0"], {
        cwd: newFolder(),
        env: { DATABASE_URL: server.url },
        signal: AbortSignal.abort(),
      });
      await server.stop();
      expect(served).toMatchObject({
        code: 0,
        stderr: expect.stringContaining("in another terminal, with the same DATABASE_URL"),
      });
      expect(served.stderr).not.toContain("stop it");
    },
  );

  it("says what is missing", async () => {
    expect(await coulomb(["hub", "token", "list"], { cwd: newFolder() })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[hub_undeclared]"),
    });
    expect(await run("token", "create", "--name", "x", "--scope", "root")).toMatchObject({ code: 64 });
    expect(await run("serve", "--port", "70000")).toMatchObject({ code: 64 });
    expect(await run("serve", "--admin-token-file", "none")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[secret_missing]"),
    });
    const env = { COULOMB_HUB_ADMIN_TOKEN: "short" };
    expect(await coulomb(["hub", "serve"], { cwd, env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("32"),
    });
    expect(await run("serve", "--host", "0.0.0.0", "--port", "0", "--data-dir", "fresh")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[hub_no_token]"),
    });
  });
});
