import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createFleet } from "@coulomb-loop/testkit";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { interruptionBy } from "./io.ts";
import {
  copyOwnOps,
  coulomb,
  document,
  type Json,
  isMap,
  newFolder,
  repoRoot,
  rows,
  schedulePath,
} from "./fleet.fixture.ts";

const pilots = ["activity-core", "kaizen-agentic", "the-custodian"];
const schedule = `timezone: Europe/Berlin
domain: custodian
agents:
  coach: { cadence: daily, cron: "15 * * * *", enabled: true }
  optimization: { cadence: daily, cron: "30 * * * *", enabled: true }
`;
const start = Date.parse("2026-07-01T07:50:00Z");
/** Every command opens the hub anew, which takes seconds on a busy machine. */
const timeout = 120_000;
const ajv = new Ajv2020({ strict: false });

/** The document that a command printed, which its schema must take. */
function checked(stdout: string) {
  const value = document(stdout);
  const schema = JSON.parse(
    readFileSync(join(repoRoot, "schemas", `${String(value.kind)}.schema.json`), "utf8"),
  );
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  expect(validate(value) ? [] : validate.errors).toEqual([]);
  return value;
}

/** The errors in a document. */
function errors({ findings }: Json) {
  return rows(findings).filter(({ severity }) => severity === "error");
}

/** Names of the secrets that a workflow takes. */
function names(workflow: string) {
  return [...workflow.matchAll(/secrets\.(\w+)/g)].map((match) => match[1]);
}

/** This project as an ops repo, with its three pilots in sync. */
async function workshop() {
  const root = newFolder();
  const fleet = await createFleet({
    folder: join(root, "forge"),
    repos: Object.fromEntries([
      ...pilots.map((pilot) => [`coulomb/${pilot}`, { files: { [schedulePath]: schedule } }]),
      ["coulomb/coulomb-loop", { files: { "README.md": "ops\n" } }],
    ]),
  });
  const ops = copyOwnOps(join(root, "ops"));
  const edit = (name: string, change: (text: string) => string) => {
    const file = join(ops, name);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  };
  return {
    ops,
    edit,
    run: (args: readonly string[], now = start) => coulomb(["activity", ...args], { cwd: ops, now }),
    remove: () => fleet.remove(),
  };
}

describe("coulomb activity", () => {
  let shop: Awaited<ReturnType<typeof workshop>> | undefined;
  const at = () => {
    if (shop === undefined) throw new Error("it is made before the tests");
    return shop;
  };
  beforeAll(async () => {
    shop = await workshop();
  });
  afterAll(() => shop?.remove());

  it("finds this project's own lock as its definitions are", async () => {
    const ran = await at().run(["compile", "--check", "--json"]);
    expect(ran.code).toBe(0);
    expect(checked(ran.stdout)).toMatchObject({ kind: "activity-compile", written: false });
  });

  it("gives six scheduled runs over the three pilots in a dry run, and three slots of metrics", async () => {
    const ran = await at().run(["plan", "--json"]);
    expect(ran.code).toBe(0);
    const report = checked(ran.stdout);
    expect(rows(report.scheduled_runs).map(({ repo, agent }) => [repo, agent])).toEqual(
      pilots.flatMap((pilot) => [
        [`local/coulomb/${pilot}`, "coach"],
        [`local/coulomb/${pilot}`, "optimization"],
      ]),
    );
    expect(report).toMatchObject({ hub: "empty" });
    expect(rows(report.activities).map(({ id, enabled, slots }) => [id, enabled, slots])).toEqual([
      ["hourly-coach-orientation", false, 3],
      ["hourly-metrics-optimize", false, 3],
      ["hourly-optimization-review", false, 3],
    ]);
  });

  it("says that there is no hub to tick on, and what makes one", async () => {
    const { code, stderr } = await at().run(["tick"]);
    expect(code).toBe(1);
    expect(stderr).toContain("hub_missing");
    expect(stderr).toContain("coulomb hub register");
  });

  const gated = "hourly-metrics-optimize";
  const gatedFile = `activity-definitions/${gated}.md`;
  const enable = (digest: unknown) =>
    at().edit(gatedFile, (text) =>
      text
        .replace(/^enabled: \w+$/m, "enabled: true")
        .replace(
          /proof: .*/,
          `proof: [${["smoke_test", "dry_run"].map((kind) => `{ kind: ${kind}, ref: log, digest: "${String(digest)}" }`).join(", ")}]`,
        ),
    );

  it("fires nothing whose proofs are of another state, and says so everywhere", { timeout }, async () => {
    const { ops, run } = at();
    expect((await coulomb(["hub", "register"], { cwd: ops, now: start })).code).toBe(0);
    enable("0".repeat(64));
    const wrong = await run(["compile", "--json"]);
    expect(wrong.code).toBe(1);
    const found = [
      { code: "gate_digest", file: gatedFile, line: 13 },
      { code: "gate_digest", file: gatedFile, line: 13 },
    ];
    expect(errors(checked(wrong.stdout))).toMatchObject(found);
    const validated = await coulomb(["validate", "--json"], { cwd: ops, now: start });
    expect([validated.code, errors(document(validated.stdout))]).toMatchObject([1, found]);
    const planned = checked((await run(["plan", "--json"])).stdout);
    expect(planned).toMatchObject({ findings: found });
    expect(rows(planned.activities).filter(({ enabled }) => enabled === true)).toEqual([]);
    const byHand = await run(["run", gated, "--json"]);
    expect([byHand.code, checked(byHand.stdout).code]).toEqual([1, "activity_flawed"]);
    const refused = await run(["tick", "--json"]);
    expect(refused.code).toBe(1);
    expect(checked(refused.stdout)).toMatchObject({ expected: 0, findings: found });
  });

  it("fires what is enabled by its gate and pinned, one task a slot", { timeout }, async () => {
    const { run } = at();
    const report = checked((await run(["compile", "--json"])).stdout);
    enable(rows(report.definitions).find(({ id }) => id === gated)?.digest);
    expect((await run(["compile", "--check"])).code).toBe(0);
    const first = await run(["tick", "--json"]);
    expect(first.code).toBe(0);
    expect(checked(first.stdout)).toMatchObject({ expected: 3, outcomes: [] });
    const second = await run(["tick", "--json"], start + 11 * 60_000);
    const outcomes = rows(checked(second.stdout).outcomes);
    expect(outcomes.map(({ result, reason }) => `${String(result)} ${String(reason)}`)).toEqual(
      Array(3).fill("dispatched schedule"),
    );
    expect(checked((await run(["tick", "--json"], start + 11 * 60_000)).stdout)).toMatchObject({
      outcomes: [],
    });
    const { stdout } = await run(["tick"], start + 70 * 60_000);
    expect(stdout).toContain("missed");
  });

  it("fires nothing that was changed after it was pinned, and says where", async () => {
    const { run, edit } = at();
    const file = "activity-definitions/hourly-metrics-optimize.md";
    edit(file, (text) => `${text}\nMore.\n`);
    expect((await run(["compile", "--check"])).code).toBe(1);
    const ran = await run(["tick", "--json"], start + 130 * 60_000);
    expect(ran.code).toBe(1);
    const report = checked(ran.stdout);
    expect(rows(report.findings)).toMatchObject([
      { code: "lock_stale", file, line: 2 },
      // What was proved was another state of it.
      { code: "gate_digest" },
      { code: "gate_digest" },
    ]);
    expect(report).toMatchObject({ expected: 0 });
    edit(file, (text) => text.replace("\nMore.\n", ""));
  });

  it("counts slots on a terminal, of no total that it does not know", async () => {
    const ran = await coulomb(["activity", "tick"], {
      cwd: at().ops,
      now: start + 140 * 60_000,
      terminal: ["stderr"],
    });
    expect(ran.stderr).toContain("slots 0");
    expect(ran.stderr).not.toContain("/0");
  });

  it("makes a task by hand, once for a request", async () => {
    const { run } = at();
    const args = ["run", "hourly-coach-orientation", "--repo", "activity-core", "--request", "r1", "--json"];
    expect(rows(checked((await run(args)).stdout).tasks)).toMatchObject([{ result: "created" }]);
    const again = checked((await run(args)).stdout);
    expect(rows(again.tasks)).toMatchObject([
      { result: "there", key: "manual/hourly-coach-orientation/local/coulomb/activity-core@r1" },
    ]);
    const everywhere = await run(["run", "hourly-coach-orientation", "--json"]);
    expect(rows(checked(everywhere.stdout).tasks)).toHaveLength(3);
    expect((await run(["run", "hourly-coach"])).stderr).toContain("activity_unknown");
    expect((await run(["run", "weekly-coach-orientation"])).stderr).toContain("phase_empty");
  });

  it.each([
    ["github-actions", []],
    ["kubernetes", ["--image", "i", "--ops-url", "https://git.example.org/ops.git"]],
  ])("exports an alarm clock: %s", async (target, args) => {
    const { run } = at();
    const report = checked((await run(["export", target, ...args, "--json"])).stdout);
    expect(report).toMatchObject({ kind: "activity-export", target });
    expect(report.text).toBe((await run(["export", target, ...args])).stdout);
  });

  it("names what an alarm clock is to be given, the database of an embedded hub among it", async () => {
    const { run } = at();
    const more = ["--env", "HTTPS_PROXY", "--env", "DATABASE_URL", "--env", "NO"];
    expect(names((await run(["export", "github-actions"])).stdout)).toEqual(["DATABASE_URL"]);
    expect(names((await run(["export", "github-actions", ...more])).stdout)).toEqual([
      "DATABASE_URL",
      "HTTPS_PROXY",
      "NO",
    ]);
    const place = ["--image", "i", "--ops-url", "https://git.example.org/ops.git"];
    const { stdout } = await run(["export", "kubernetes", ...place, ...more]);
    expect([...stdout.matchAll(/key: "([^"]*)"/g)].map((match) => match[1])).toEqual([
      "git-username",
      "git-password",
      "database-url",
      "https-proxy",
      "no",
    ]);
    expect((await run(["export", "github-actions", "--env", "A=b"])).code).toBe(64);
  });

  it.each([
    ["https://u:p@x/y", 64],
    ["https://ghp_token@x/y", 64],
    ["ssh://git@x/y", 0],
  ])("takes no address with a secret: %s", async (url, code) => {
    expect((await at().run(["export", "kubernetes", "--image", "i", "--ops-url", url])).code).toBe(code);
  });

  it.each([
    ["--name", "off", 0],
    ["--name", "a.b-1", 0],
    ["--name", "Coulomb", 64],
    ["--name", "a_b", 64],
    ["--name", "a".repeat(53), 64],
    ["--name", "", 64],
    ["--namespace", "1e3", 0],
    ["--namespace", "a.b", 64],
    ["--secret", "-a", 64],
    ["--image", "1.10", 0],
    ["--image", "r.example.org:5000/a/b:1@sha256:0f", 0],
    ["--image", "-i", 64],
    ["--image", "a b", 64],
  ])("takes names that Kubernetes takes, and no others: %s %s", async (option, value, code) => {
    const args = ["--image", "i", "--ops-url", "https://git.example.org/ops.git", `${option}=${value}`];
    expect((await at().run(["export", "kubernetes", ...args])).code).toBe(code);
  });

  it.each([
    ["SIGTERM", 0],
    ["SIGINT", 130],
  ] as const)("works until it is stopped, says so, and ends on %s with %s", async (name, ends) => {
    const { ops } = at();
    const stop = new AbortController();
    const ran = coulomb(["activity", "work", "--json"], {
      cwd: ops,
      now: start + 131 * 60_000,
      signal: stop.signal,
    });
    // The first tick is on its way; it is ended before the second.
    stop.abort(interruptionBy(name));
    const { code, stdout, stderr } = await ran;
    expect(code).toBe(ends);
    for (const line of stdout.split("\n").filter((each) => each !== ""))
      expect(isMap(checked(line))).toBe(true);
    const [first = "", last = "", ...more] = stderr.trimEnd().split("\n");
    expect(first).toContain(`1 definition of ${ops}`);
    expect(first).toContain("SIGTERM");
    expect([last, more]).toEqual([expect.stringMatching(/^Stopped after \d ticks?: /), []]);
  });

  it("refuses a lock that is none", async () => {
    const { run, edit } = at();
    edit("activity-definitions/.lock.json", () => "{");
    expect((await run(["plan"])).stderr).toContain("lock_invalid");
  });
});
