import {
  chmodSync,
  copyFileSync,
  lstatSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json, Stage } from "./fleet.fixture.ts";
import { copyStage, createStage, pilot, rows, wantedSchedule } from "./fleet.fixture.ts";

const roster = "loops/kaizen-stack/roster.yaml";
const read = (stage: Stage) => readFileSync(join(stage.ops, roster), "utf8");

/** Differs from bootstrap in what an override may keep, and has an agent of its own. */
const differing = `# hands off
timezone: Europe/London
domain: custodian
agents:
  coach: { cadence: daily, cron: "0 7 * * *", enabled: true } # before stand-up
  optimization: { cadence: weekly, cron: "30 * * * *", enabled: true }
  janitor: { cadence: weekly, cron: "0 5 * * 0", enabled: true }
`;

let shared: Stage;
beforeAll(async () => {
  const pilots = {
    alpha: pilot(wantedSchedule),
    same: pilot(wantedSchedule),
    differing: pilot(differing),
    often: pilot(
      wantedSchedule.replace("15 * * * *", "*/5 * * * *").replace("enabled: true }\n", "enabled: false }\n"),
    ),
    bare: pilot(undefined),
    off: pilot(`enabled: false\n${wantedSchedule}`),
    paused: pilot(`paused: { reason: audit }\n${wantedSchedule}`),
    broken: pilot("agents:\n\tcoach: {}\n"),
    empty: {},
  };
  shared = await createStage({ pilots });
  shared.edit(roster, (text) => text.replace(/(?: {2}- \{ repo: (?!alpha).*\n)+/, ""));
});

/** A stage whose roster has alpha only, after a change of it. */
function stageWith(change: (text: string) => string = (text) => text): Stage {
  const stage = copyStage(shared);
  writeFileSync(join(stage.ops, roster), change(read(stage)));
  return stage;
}

async function classIn(stage: Stage, repo: string): Promise<unknown> {
  const plan = await stage.json(["plan"]);
  return rows(plan.repos).find(({ repo_id }) => repo_id === `local/coulomb/${repo}`)?.class;
}

/** The lines that are new, where no other line changed. */
function newLines(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const added = now.filter((line) => !old.includes(line));
  expect(now.filter((line) => !added.includes(line))).toEqual(old);
  return added;
}

describe("import", () => {
  it.each([
    { repo: "same", said: "in_sync", overrides: [] },
    { repo: "differing", said: "in_sync", overrides: ["/agents/coach/cron", "/agents/optimization/cadence"] },
    { repo: "bare", said: "create", overrides: [] },
    { repo: "often", said: "adoption", overrides: [] },
  ])("takes $repo in, and the next plan says $said as foretold", async ({ repo, said, overrides }) => {
    const stage = stageWith();
    const [before, refs] = [read(stage), await stage.refs()];
    const report = await stage.json(["import", repo, "--wave", "1", "--answers", "its team"]);
    expect(report).toMatchObject({ kind: "import", status: "imported", phase: "bootstrap", wave: 1 });
    expect(rows(report.overrides).map(({ pointer }) => pointer)).toEqual(overrides);
    expect(report.first_plan).toMatchObject({ class: said });
    const added = newLines(before, read(stage));
    expect(added).toHaveLength(1);
    expect(added[0]).toMatch(new RegExp(`^ {2}- \\{ repo: ${repo}, wave: 1`));
    expect(read(stage).split("\n")[Number(report.line) - 1]).toBe(added[0]);
    expect(await stage.json(["validate"])).toMatchObject({ errors: 0, warnings: 0 });
    expect(await classIn(stage, repo)).toBe(said);
    expect(await stage.refs()).toEqual(refs);
  });

  it("leaves the first day of a repo alone: reconcile writes nothing there", async () => {
    const stage = stageWith();
    await stage.coulomb(["import", "differing", "--wave", "1"]);
    const before = (await stage.refs())["differing.git"];
    expect((await stage.coulomb(["reconcile"])).code).toBe(0);
    expect((await stage.refs())["differing.git"]).toBe(before);
  });

  it("says what will be proposed and what is left alone", async () => {
    const often = await stageWith().json(["import", "often", "--wave", "1", "--dry-run"]);
    expect(rows(often.proposed).map(({ pointer }) => pointer)).toEqual([
      "/agents/coach/cron",
      "/agents/optimization/enabled",
    ]);
    const own = await stageWith().json(["import", "differing", "--wave", "1", "--dry-run"]);
    expect(own.left_alone).toEqual(["janitor"]);
  });

  it("writes overrides with reason, owner and an end", async () => {
    const stage = stageWith();
    const args = ["--wave", "1", "--answers", "O'Neil", "--reason", "stand-up: 7:30", "--expires-in", "P2W"];
    const { entry } = await stage.json(["import", "coulomb/differing", ...args]);
    const override = {
      reason: "stand-up: 7:30",
      owner: "O'Neil",
      expires_at: "2026-07-15T10:00:00Z",
    };
    expect(entry).toMatchObject({
      overrides: [
        { path: "/agents/coach/cron", value: "0 7 * * *", ...override },
        { path: "/agents/optimization/cadence", value: "weekly", ...override },
      ],
    });
  });

  it("refuses the second time and changes nothing", async () => {
    const stage = stageWith();
    await stage.coulomb(["import", "same", "--wave", "1"]);
    const before = read(stage);
    const again = await stage.coulomb(["import", "same", "--wave", "1"]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain("[import_listed]");
    expect(again.stderr).toContain(`${roster}:7`);
    expect(read(stage)).toBe(before);
  });

  it("moves a repo of the queue in one edit", async () => {
    const queue = "expansion_queue:\n  - { repo: same, wave: 1 } # soon\n  - { repo: bare, wave: 1 }\n";
    const stage = stageWith((text) => text.replace("expansion_queue: []\n", queue));
    const before = read(stage);
    expect(await stage.json(["import", "same"])).toMatchObject({ from_queue: true, wave: 1 });
    expect(read(stage)).toBe(
      before
        .replace("  - { repo: same, wave: 1 } # soon\n", "")
        .replace(/(alpha.*\n)/, "$1  - { repo: same, wave: 1 }\n"),
    );
    await stage.coulomb(["import", "bare"]);
    expect(read(stage)).not.toContain("expansion_queue");
    expect(await stage.json(["validate"])).toMatchObject({ errors: 0 });
  });

  it.each([
    ["LF", (text: string) => text],
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\u{FEFF}${text}`],
    [
      "comments",
      (text: string) => text.replace(/(alpha.*)\n/, "$1 # first\n  # - { repo: later }\n\n# end\n"),
    ],
    ["no final newline", (text: string) => text.trimEnd()],
  ])("keeps every other byte of a roster with %s", async (_what, change) => {
    const stage = stageWith(change);
    const before = read(stage);
    const { splices } = await stage.json(["import", "differing", "--wave", "1"]);
    const [splice] = Array.isArray(splices) ? splices : [];
    const [start, end, text]: readonly unknown[] = Array.isArray(splice) ? splice : [];
    expect(start).toBe(end);
    const bytes = Buffer.from(before);
    const at = Number(start);
    expect(read(stage)).toBe(`${bytes.toString("utf8", 0, at)}${String(text)}${bytes.toString("utf8", at)}`);
    expect(await stage.json(["validate"])).toMatchObject({ errors: 0 });
    expect(await classIn(stage, "differing")).toBe("in_sync");
  });

  it("writes in block style beside entries in block style", async () => {
    const stage = stageWith((text) => text.replace("{ repo: alpha, wave: 1 }", "repo: alpha\n    wave: 1"));
    await stage.coulomb(["import", "differing", "--wave", "1"]);
    expect(read(stage)).toContain(
      "  - repo: alpha\n    wave: 1\n  - repo: differing\n    wave: 1\n    overrides:\n      - path:",
    );
    expect(await stage.json(["validate"])).toMatchObject({ errors: 0 });
  });

  it("writes nothing in a dry run, and says how to go on", async () => {
    const stage = stageWith();
    const before = read(stage);
    const args = ["import", "differing", "--wave", "1", "--answers", "a team", "--dry-run"];
    expect(await stage.json(args)).toMatchObject({ status: "planned" });
    const ran = await stage.coulomb(args);
    expect(ran.stdout).toMatch(/^\+ {3}- \{ repo: differing/m);
    expect(ran.stdout).toContain("Next: coulomb import differing --wave 1 --answers 'a team'");
    expect(read(stage)).toBe(before);
  });

  it("edits the file a link leads to", async () => {
    const stage = stageWith();
    const file = join(stage.ops, roster);
    copyFileSync(file, join(stage.ops, "elsewhere.yaml"));
    rmSync(file);
    symlinkSync("../../elsewhere.yaml", file);
    expect((await stage.coulomb(["import", "same", "--wave", "1"])).code).toBe(0);
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(read(stage)).toContain("same");
  });

  it.each([
    { args: ["alpha"], code: "import_listed" },
    { args: ["off", "--wave", "1"], code: "import_opted_out" },
    { args: ["paused", "--wave", "1"], code: "import_opted_out" },
    { args: ["broken", "--wave", "1"], code: "import_unsupported" },
    { args: ["empty", "--wave", "1"], code: "import_ineligible" },
    { args: ["nobody", "--wave", "1"], code: "import_unreadable" },
    { args: ["same", "--owner", "nobody"], code: "import_unreadable" },
    { args: ["same", "--wave", "9"], code: "usage" },
    { args: ["same", "--phase", "hourly"], code: "usage" },
    { args: ["same", "--loop", "kaizen"], code: "usage" },
    { args: ["same", "--forge", "hub"], code: "usage" },
    { args: ["other/same", "--owner", "coulomb"], code: "usage" },
    { args: ["a/b/c/d"], code: "usage" },
    { args: ["../same"], code: "usage" },
    { args: [""], code: "usage" },
    { args: ["same", "--expires-in", "P91D"], code: "usage" },
    { args: ["same", "--expires-in", "P1M"], code: "usage" },
    { args: ["same", "--expires-in", "PT0S"], code: "usage" },
    { args: ["same", "--reason", " "], code: "usage" },
  ])("refuses $args with $code and changes nothing", async ({ args, code }) => {
    const before = read(shared);
    const ran = await shared.coulomb(["import", ...args, "--json"]);
    expect(ran.code).toBe(code === "usage" ? 64 : 1);
    const said: Json = JSON.parse(ran.stdout);
    expect(said).toMatchObject({ kind: "error", code });
    expect(read(shared)).toBe(before);
  });

  it("foretells what the plan says of a repo that comes back", async () => {
    const stage = stageWith();
    await stage.coulomb(["reconcile"]);
    const listed = read(stage);
    stage.edit(roster, (text) => text.replace(/ {2}- \{ repo: alpha.*\n/, "  - { repo: same, wave: 1 }\n"));
    const faster = wantedSchedule.replace("15 * * * *", "*/5 * * * *");
    await stage.person("alpha").commit("main", { ".kaizen/schedule.yml": faster });
    const said = await stage.json(["import", "alpha", "--wave", "1"]);
    expect(read(stage)).not.toBe(listed);
    const repos = rows((await stage.json(["plan"])).repos);
    const next = repos.find(({ repo }) => repo === "alpha");
    expect(next?.class).toBe("drift");
    expect(said).toMatchObject({ first_plan: { class: "drift" } });
  });

  it("refuses an ops repo with errors", async () => {
    const stage = stageWith((text) => `${text}nope: 1\n`);
    expect(await stage.json(["import", "same", "--wave", "1"])).toMatchObject({ code: "ops_invalid" });
  });

  it.runIf(process.getuid?.() !== 0)("says when the roster cannot be written", async () => {
    const stage = stageWith();
    const folder = join(stage.ops, "loops/kaizen-stack");
    chmodSync(folder, 0o555);
    const said = await stage.json(["import", "same", "--wave", "1"]);
    chmodSync(folder, 0o755);
    expect(said).toMatchObject({ code: "roster_unwritable" });
  });
});
