import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  createHub,
  hubRules,
  openPglite,
  openStore,
  type ServedHub,
  serveHub,
} from "@coulomb-loop/state-hub";
import { createFleet, git } from "@coulomb-loop/testkit";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  coulomb,
  document,
  type Json,
  newFolder,
  type Ran,
  repoRoot,
  rows,
  writeFiles,
} from "./fleet.fixture.ts";
import { coulombProcess } from "./process.fixture.ts";

/** 2026-07-06T08:20:00Z, a Monday. */
const now = Date.UTC(2026, 6, 6, 8, 20);

const schedule = `timezone: Europe/Berlin
agents:
  coach: { cadence: daily, cron: "15 * * * *", enabled: true }
  optimization: { cadence: daily, cron: "30 * * * *", enabled: true }
`;

const slot = "kaizen-stack/hourly-coach/local/coulomb/pilot@2026-07-06T08:15:00Z";
const metricsSlot = "kaizen-stack/hourly-metrics/local/coulomb/pilot@2026-07-06T08:00:00Z";
const today = ".kaizen/metrics/coach/2026-07-06.jsonl";

async function checkout(files: Readonly<Record<string, string>> = { ".kaizen/schedule.yml": schedule }) {
  const folder = newFolder();
  const fleet = await createFleet({ folder, repos: { "coulomb/pilot": { files } }, layout: "worktree" });
  const cwd = fleet.path("coulomb/pilot");
  await git(cwd, ["remote", "add", "origin", "/srv/coulomb/pilot.git"]);
  return cwd;
}

function kaizen(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return coulomb(["kaizen", ...args], { cwd, now, env });
}

/** Every file below a folder with its bytes, but git's own. */
function filesOf(root: string): Readonly<Record<string, string>> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !`${entry.parentPath}/`.includes("/.git/"))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(name, "latin1")]));
}

const ajv = new Ajv2020({ strict: false });

/** What the schema of a printed document says against it. */
function schemaFlaws(output: Json): unknown {
  const schema: unknown = JSON.parse(
    readFileSync(join(repoRoot, "schemas", `${String(output.kind)}.schema.json`), "utf8"),
  );
  const id = `urn:coulomb-loop:schema:${String(output.kind)}`;
  const validate =
    ajv.getSchema(id) ?? ajv.compile(typeof schema === "object" && schema !== null ? schema : {});
  return validate(output) ? [] : validate.errors;
}

const commands: readonly (readonly string[])[] = [
  ["schedule", "init"],
  ["schedule", "validate"],
  ["schedule", "prepare", "coach"],
  ["schedule", "prepare", "coach", "--slot", slot],
  ["memory", "init", "coach", "optimization"],
  ["metrics", "record", "coach", "--success", "--time", "120", "--quality", "0.8"],
  ["metrics", "record", "coach", "--failure", "--time", "3", "--reason", "no network", "--slot", slot],
  ["metrics", "optimize"],
  ["metrics", "optimize", "--slot", metricsSlot],
  ["bundle", "verify", "bundle.md"],
];

const locked: string[] = [];
afterAll(() => {
  // What may not be written cannot be removed.
  for (const folder of locked) chmodSync(folder, 0o755);
});

/** Takes the right to write from all folders of a checkout, and its git folder. */
function lockFolders(root: string): void {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory());
  for (const folder of [root, ...below.map(({ parentPath, name }) => join(parentPath, name))]) {
    chmodSync(folder, 0o555);
    locked.push(folder);
  }
}

/** Places that a command may meet, and the codes with which it may end there. */
const places: readonly { what: string; make: () => Promise<string>; codes: readonly string[] }[] = [
  {
    what: "a repo without a commit",
    make: async () => {
      const cwd = newFolder();
      await git(cwd, ["init", "--quiet"]);
      writeFiles(cwd, { ".kaizen/schedule.yml": schedule });
      return cwd;
    },
    codes: ["checkout_empty", "bundle_unreadable"],
  },
  {
    what: "a repo with changes",
    make: async () => {
      const cwd = await checkout();
      writeFiles(cwd, {
        "new.txt": "",
        "bundle.md": "no bundle\n",
        ".kaizen/schedule.yml": `# mine\n${schedule}`,
      });
      return cwd;
    },
    codes: [],
  },
  {
    what: "a repo where nothing below .kaizen can be written",
    make: async () => {
      const cwd = await checkout({ "README.md": "" });
      writeFiles(cwd, { ".kaizen": "a file\n" });
      return cwd;
    },
    codes: ["checkout_unwritable", "metrics_unreadable", "schedule_missing", "bundle_unreadable"],
  },
  {
    what: "a repo whose git folder cannot be written",
    make: async () => {
      const cwd = await checkout();
      writeFileSync(join(cwd, ".git/coulomb"), "a file\n");
      return cwd;
    },
    codes: ["checkout_unwritable", "bundle_unreadable"],
  },
  {
    what: "a repo that may only be read (root may write anywhere)",
    make: async () => {
      const cwd = await checkout();
      writeFiles(cwd, { "bundle.md": "no bundle\n" });
      lockFolders(cwd);
      return cwd;
    },
    codes: process.getuid?.() === 0 ? [] : ["checkout_unwritable"],
  },
  {
    what: "a repo whose .kaizen is a link out of it",
    make: async () => {
      const cwd = await checkout({ "README.md": "" });
      symlinkSync(newFolder(), join(cwd, ".kaizen"));
      writeFiles(cwd, { "bundle.md": "no bundle\n" });
      return cwd;
    },
    codes: ["path_outside"],
  },
  {
    what: "a repo at no branch",
    make: async () => {
      const cwd = await checkout();
      await git(cwd, ["checkout", "--quiet", "--detach"]);
      writeFiles(cwd, { "bundle.md": "no bundle\n" });
      return cwd;
    },
    codes: [],
  },
  {
    what: "a folder that is no repo",
    make: async () => {
      const cwd = newFolder();
      writeFiles(cwd, { ".kaizen/schedule.yml": schedule, "bundle.md": "no bundle\n" });
      return cwd;
    },
    codes: ["checkout_missing"],
  },
  {
    what: "a bare repo",
    make: async () => {
      const cwd = newFolder();
      await git(cwd, ["init", "--quiet", "--bare"]);
      return cwd;
    },
    codes: ["checkout_missing", "bundle_unreadable"],
  },
  {
    what: "a repo with a metrics line that was cut off",
    make: async () => {
      const cwd = await checkout();
      writeFiles(cwd, { [today]: '{"record_id":"01', "bundle.md": "" });
      return cwd;
    },
    codes: [],
  },
];

describe.each(places)("in $what", ({ make, codes }) => {
  it("every command ends well or with a clear error, and its JSON fits its schema", async () => {
    const wrong: unknown[] = [];
    for (const args of commands) {
      const cwd = await make();
      const before = filesOf(cwd);
      const ran = await kaizen(cwd, [...args, "--json"]);
      const output = document(ran.stdout);
      const flaws = schemaFlaws(output);
      if (!Array.isArray(flaws) || flaws.length > 0) wrong.push({ args, flaws });
      if (output.kind === "error" && !codes.includes(String(output.code)))
        wrong.push({ args, code: output.code });
      if (ran.code !== (output.kind === "error" || Number(output.errors ?? 0) > 0 ? 1 : 0))
        wrong.push({ args, code: ran.code });
      // Nothing that was there is changed; a record is a line more.
      const after = filesOf(cwd);
      for (const [path, text] of Object.entries(before))
        if (!(after[path] ?? "").startsWith(text)) wrong.push({ args, path });
      if (output.kind === "error" && Object.keys(after).length !== Object.keys(before).length)
        wrong.push({ args, after });
    }
    expect(wrong).toEqual([]);
  });
});

describe("a pilot repo from its first day", () => {
  it("goes through all commands, and nothing is written twice", async () => {
    const cwd = await checkout({ "README.md": "# pilot\n" });
    expect((await kaizen(cwd, ["schedule", "validate"])).code).toBe(1);
    for (const args of [
      ["schedule", "init"],
      ["memory", "init", "coach"],
    ]) {
      expect(await kaizen(cwd, args)).toMatchObject({ code: 0, stderr: "" });
      const before = filesOf(cwd);
      expect((await kaizen(cwd, args)).code).toBe(0);
      expect(filesOf(cwd)).toEqual(before);
    }
    expect((await kaizen(cwd, ["schedule", "validate", "--strict"])).code).toBe(0);
    const refused = document((await kaizen(cwd, ["schedule", "prepare", "coach", "--json"])).stdout);
    expect(refused).toMatchObject({ kind: "error", code: "agent_disabled" });
    writeFiles(cwd, { ".kaizen/schedule.yml": schedule });
    await git(cwd, ["add", "--all"]);
    await git(cwd, ["commit", "--quiet", "--message", "Schedule"], { time: now - 3_600_000 });
    const printed = await kaizen(cwd, ["schedule", "prepare", "coach"]);
    expect(printed).toMatchObject({ code: 0, stderr: "" });
    const bundle = join(newFolder(), "bundle.md");
    expect((await kaizen(cwd, ["schedule", "prepare", "coach", "--out", bundle])).code).toBe(0);
    expect(readFileSync(bundle, "utf8")).toBe(printed.stdout);
    expect((await kaizen(cwd, ["bundle", "verify", bundle, "--strict"])).code).toBe(0);
    expect((await kaizen(newFolder(), ["bundle", "verify", bundle, "--repo-dir", cwd])).code).toBe(0);
    expect(await git(cwd, ["status", "--porcelain"])).toBe("");
    const done = await kaizen(cwd, [
      "metrics",
      "record",
      "coach",
      "--success",
      "--time",
      "120",
      "--quality",
      "0.8",
    ]);
    expect(done).toMatchObject({ code: 0, stderr: "" });
    expect(done.stdout).toContain("local/coach/local/coulomb/pilot@2026-07-06T08:15:00Z");
    expect((await kaizen(cwd, ["metrics", "optimize"])).stdout).toContain("insufficient_data");
  });

  it("closes its session by each command of the bundle, from a shell", async () => {
    const cwd = await checkout();
    await kaizen(cwd, [
      "schedule",
      "prepare",
      "coach",
      "--slot",
      slot,
      "--cycle",
      "kaizen-stack/bootstrap@2026-07-06T08:00:00Z",
    ]);
    const bundle = readFileSync(join(cwd, ".git/coulomb/bundles/coach.md"), "utf8");
    const closes = [...bundle.matchAll(/^ {2}(?:success|failure|noop): (".*")$/gm)].map(
      ([, text = ""]): string => JSON.parse(text),
    );
    expect(closes).toHaveLength(3);
    const values: Readonly<Record<string, string>> = {
      time_s: "60",
      quality: "0.5",
      reason: "the network is away",
    };
    for (const command of closes) {
      const words = [...command.matchAll(/"\$(\w+)"|'([^']*)'|(\S+)/g)].map(
        ([, variable = "", quoted, bare]) => quoted ?? bare ?? values[variable] ?? "",
      );
      expect(words[0]).toBe("coulomb");
      expect((await coulomb(words.slice(1), { cwd, now })).code).toBe(0);
      // As it stands, without the values, it is refused.
      const unset = words.map((word) => (word === "60" ? "" : word));
      expect((await coulomb(unset.slice(1), { cwd, now })).code).toBe(64);
    }
    const lines = readFileSync(join(cwd, today), "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).outcome)).toEqual(["success", "failed", "noop"]);
    expect(new Set(lines.map((line) => JSON.parse(line).slot))).toEqual(new Set([slot]));
  });
});

describe("the slot", () => {
  it("comes from the environment where the command line says none", async () => {
    const cwd = await checkout();
    const env = { COULOMB_SLOT: slot };
    const prepared = document((await kaizen(cwd, ["schedule", "prepare", "coach", "--json"], env)).stdout);
    expect(prepared).toMatchObject({ slot, slot_source: "given" });
    const recorded = document(
      (await kaizen(cwd, ["metrics", "record", "coach", "--noop", "--time", "1", "--json"], env)).stdout,
    );
    expect(recorded).toMatchObject({ slot_source: "given", record: { slot, trigger: "schedule" } });
    const optimized = document(
      (await kaizen(cwd, ["metrics", "optimize", "--json"], { COULOMB_SLOT: metricsSlot })).stdout,
    );
    expect(optimized.recorded).not.toBeNull();
    const other = { ...env, COULOMB_REPO: "local/coulomb/other" };
    expect(
      document((await kaizen(cwd, ["schedule", "prepare", "coach", "--json"], other)).stdout),
    ).toMatchObject({
      code: "slot_foreign",
    });
  });
});

describe("help", () => {
  it.each([
    "schedule init",
    "schedule validate",
    "schedule prepare",
    "memory init",
    "metrics record",
    "metrics optimize",
    "bundle verify",
  ])("of %s shows examples and needs no repo", async (name) => {
    const ran = await kaizen(newFolder(), [...name.split(" "), "--help"]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain(`\nExamples:\n  $ coulomb kaizen ${name}`);
    for (const option of ["--json", "--no-color"]) expect(ran.stdout).toContain(option);
    expect(ran.stdout).not.toContain("--ops");
  });
});

describe("a command line that is wrong", () => {
  const record = ["metrics", "record", "coach"];
  it.each([
    [[...record, "--success"]],
    [[...record, "--time", "1"]],
    [[...record, "--time", "1", "--success", "--failure"]],
    [[...record, "--time", "1", "--failure"]],
    [[...record, "--time", "1", "--success", "--outcome", "failed"]],
    [[...record, "--time", "-1", "--success"]],
    [[...record, "--time", "", "--success"]],
    [[...record, "--time", "1e9", "--success"]],
    [[...record, "--time", "1", "--success", "--quality", "1.1"]],
    [[...record, "--time", "1", "--success", "--attempt", "0"]],
    [[...record, "--time", "1", "--success", "--cost", "usd"]],
    [[...record, "--time", "1", "--success", "--cost", "usd=1", "--cost", "usd=2"]],
    [[...record, "--time", "1", "--success", "--intervention", "No Kind"]],
    [[...record, "--time", "1", "--success", "--started-at", "now"]],
    [["metrics", "record", "../coach", "--time", "1", "--success"]],
    [["metrics", "optimize", "--since", "30d"]],
    [["schedule", "prepare"]],
    [["schedule", "prepare", "coach", "--expires-in", "PT0S"]],
    [["schedule", "init", "--timezone", "Mars/Phobos"]],
    [["schedule", "validate", "--format", "sarif"]],
    [["memory", "init"]],
    [["bundle", "verify"]],
    [["bundel"]],
  ])("%j exits with 64, and writes nothing", async (args) => {
    const cwd = await checkout();
    const before = filesOf(cwd);
    const ran = await kaizen(cwd, args);
    expect(ran).toMatchObject({ code: 64, stdout: "" });
    expect(ran.stderr).toMatch(/\S/);
    expect(filesOf(cwd)).toEqual(before);
  });

  it("of --out is an error that names the file", async () => {
    const cwd = await checkout();
    const ran = await kaizen(cwd, ["schedule", "prepare", "coach", "--out", "no/such/folder.md", "--json"]);
    expect(document(ran.stdout)).toMatchObject({ code: "bundle_unwritable" });
  });
});

describe("several processes", () => {
  it("record at once from a shell, and no line is lost", async () => {
    const cwd = await checkout();
    const all = Array.from({ length: 6 }, (_, index) =>
      coulombProcess(["kaizen", "metrics", "record", "coach", "--success", "--time", String(index)], cwd),
    );
    expect((await Promise.all(all)).map(({ code, stderr }) => [code, stderr])).toEqual(
      Array.from({ length: 6 }, () => [0, ""]),
    );
    const folder = join(cwd, ".kaizen/metrics/coach");
    const lines = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), "utf8").trim().split("\n"),
    );
    expect(lines.map((line) => JSON.parse(line).time_s).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

const hubAt = (url: string) => ({ COULOMB_HUB_URL: url, COULOMB_HUB_TOKEN: "only-for-this-test" });
const unsent = (cwd: string) => existsSync(join(cwd, ".git/coulomb/unsent.jsonl"));

describe("the hub", () => {
  let served: ServedHub;
  let records: () => Promise<readonly Json[]>;
  beforeAll(async () => {
    const store = await openStore(await openPglite(), { clock: () => now, rules: hubRules });
    const hub = createHub({
      store,
      storeKind: "pglite",
      version: "0.1.0",
      adminSecret: "only-for-this-test",
    });
    served = await serveHub(hub, { port: 0, hasTokens: true });
    records = async () => {
      const request = new Request("http://hub.test/v1/records");
      const response = await hub.fetchAs({ name: "ada", scopes: ["admin"] }, request);
      return rows(document(await response.text()).items);
    };
  });
  afterAll(() => served.close());

  const record = ["metrics", "record", "coach", "--success", "--time", "1", "--json"];

  it("gets what was recorded while it was away, once", async () => {
    const cwd = await checkout();
    const away = await kaizen(cwd, record, hubAt("http://127.0.0.1:1"));
    expect(away.code).toBe(0);
    expect(away.stderr.match(/record_unsent/g)).toHaveLength(1);
    expect(document(away.stdout)).toMatchObject({ hub: "unsent" });
    const wrongToken = await kaizen(cwd, record, { ...hubAt(served.url), COULOMB_HUB_TOKEN: "wrong" });
    expect(document(wrongToken.stdout)).toMatchObject({ hub: "unsent" });
    expect(unsent(cwd)).toBe(true);
    const optimized = await kaizen(cwd, ["metrics", "optimize"], hubAt(served.url));
    expect(optimized).toMatchObject({ code: 0, stderr: "" });
    expect(unsent(cwd)).toBe(false);
    const there = document((await kaizen(cwd, record, hubAt(served.url))).stdout);
    expect(there).toMatchObject({ hub: "kept", warnings: [] });
    expect(await records()).toHaveLength(3);
    expect(readFileSync(join(cwd, today), "utf8").trim().split("\n")).toHaveLength(3);
  });

  it("that refuses a record is told, and not asked again", async () => {
    const cwd = await checkout();
    await kaizen(cwd, record, hubAt("http://127.0.0.1:1"));
    const queue = join(cwd, ".git/coulomb/unsent.jsonl");
    const [sent] = await records();
    const kept = typeof sent?.record === "object" && sent.record !== null ? sent.record : {};
    writeFileSync(queue, `${JSON.stringify({ ...kept, time_s: 7 })}\n`);
    const ran = await kaizen(cwd, ["metrics", "optimize"], hubAt(served.url));
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain("record_refused");
    expect(unsent(cwd)).toBe(false);
  });

  it.each(["not an address", "ftp://hub.example", "http://me:secret@127.0.0.1:1"])(
    "at %j counts as away",
    async (url) => {
      const cwd = await checkout();
      const ran = await kaizen(cwd, record, hubAt(url));
      expect(document(ran.stdout)).toMatchObject({ hub: "unsent", warnings: [{ code: "record_unsent" }] });
      expect(ran.stdout + ran.stderr).not.toContain("secret");
    },
  );
});

describe("a linked work tree", () => {
  it("has bundles and records of its own", async () => {
    const cwd = await checkout();
    const linked = join(newFolder(), "linked");
    await git(cwd, ["worktree", "add", "--quiet", linked]);
    expect((await kaizen(linked, ["schedule", "prepare", "coach", "--slot", slot])).code).toBe(0);
    mkdirSync(join(linked, "below"));
    const done = document(
      (await kaizen(join(linked, "below"), ["metrics", "record", "coach", "--noop", "--time", "1", "--json"]))
        .stdout,
    );
    expect(done).toMatchObject({ slot_source: "bundle", record: { slot } });
    expect(existsSync(join(realpathSync(linked), today))).toBe(true);
    expect(existsSync(join(cwd, ".git/coulomb"))).toBe(false);
    rmSync(linked, { recursive: true });
  });
});
