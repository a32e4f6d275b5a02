import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "@coulomb-loop/testkit";
import { describe, expect, it } from "vitest";
import { codeThrown, env, filesOf, newCheckout, newFolder, writeFiles } from "./checkout.fixture.ts";
import { initMemory } from "./memory-init.ts";
import { validateScheduleFile } from "./schedule-file.ts";
import { initSchedule } from "./schedule-init.ts";

const line = ".kaizen/metrics/**/*.jsonl merge=union";

async function emptyRepo(): Promise<string> {
  const root = newFolder();
  await git(root, ["init", "--quiet"]);
  return root;
}

describe("schedule init", () => {
  it.each([
    { more: {} },
    { more: { timezone: "Europe/Berlin", domain: "null" } },
    { more: { agents: ["coach", "12", "true", "reviewer", "optimization"] } },
  ])("makes a schedule file without a finding, of $more", async ({ more }) => {
    const cwd = await emptyRepo();
    const made = await initSchedule({ cwd, env, ...more });
    expect(made.paths.map(({ state }) => state)).toEqual(["created", "created"]);
    expect((await validateScheduleFile({ cwd, env })).findings).toEqual([]);
    expect(filesOf(cwd)[".kaizen/schedule.yml"]).not.toContain("enabled: true\n");
  });

  it("says of an agent only what is known, whatever its name is", async () => {
    const cwd = await emptyRepo();
    await initSchedule({ cwd, env, agents: ["constructor"] });
    expect(filesOf(cwd)[".kaizen/schedule.yml"]).toContain("agents:\n  constructor:\n");
  });

  it("writes nothing a second time, whatever it is asked then", async () => {
    const cwd = await emptyRepo();
    await initSchedule({ cwd, env });
    const before = filesOf(cwd);
    const again = await initSchedule({ cwd, env, timezone: "Asia/Tokyo", agents: ["other"] });
    expect(again.paths.map(({ state }) => state)).toEqual(["kept", "kept"]);
    expect(filesOf(cwd)).toEqual(before);
  });

  it("works from a folder of the work tree", async () => {
    const root = await emptyRepo();
    mkdirSync(join(root, "src"));
    await initSchedule({ cwd: join(root, "src"), env });
    expect(Object.keys(filesOf(root))).toEqual([".gitattributes", ".kaizen/schedule.yml"]);
  });

  it.each([
    ["nothing", "", `${line}\n`],
    ["another line", "*.png binary\n", `*.png binary\n${line}\n`],
    ["no final line feed", "*.png binary", `*.png binary\n${line}\n`],
    ["CRLF", "*.png binary\r\n", `*.png binary\r\n${line}\r\n`],
    ["CRLF and no final line feed", "# é\r\n*.png binary", `# é\r\n*.png binary\r\n${line}\r\n`],
    ["the line with more attributes", `${line} text\n`, `${line} text\n`],
    ["the line in a comment", `# ${line}\n`, `# ${line}\n${line}\n`],
    ["the line without its end", line, line],
  ])("keeps every byte of a .gitattributes with %s", async (_what, before, after) => {
    const cwd = await emptyRepo();
    writeFiles(cwd, { ".gitattributes": Buffer.from(before, "latin1") });
    await initSchedule({ cwd, env });
    await initSchedule({ cwd, env });
    expect(filesOf(cwd)[".gitattributes"]).toBe(after);
  });

  it.each([
    { more: { timezone: "Europe/Berln" } },
    { more: { domain: "Not a word" } },
    { more: { agents: ["../coach"] } },
    { more: { agents: [] } },
  ])("refuses $more before it writes", async ({ more }) => {
    const cwd = await emptyRepo();
    expect(await codeThrown(initSchedule({ cwd, env, ...more }))).toBe("usage");
    expect(filesOf(cwd)).toEqual({});
  });
});

describe("memory init", () => {
  it("makes memory and metrics of each agent, and writes nothing a second time", async () => {
    const cwd = await emptyRepo();
    const made = await initMemory({ cwd, env, agents: ["coach", "optimization", "coach"] });
    expect(made.paths.map(({ path, state }) => `${state} ${path}`)).toEqual([
      "created .kaizen/memory/coach/memory.md",
      "created .kaizen/metrics/coach/.gitkeep",
      "created .kaizen/memory/optimization/memory.md",
      "created .kaizen/metrics/optimization/.gitkeep",
      "created .gitattributes",
    ]);
    const before = filesOf(cwd);
    const again = await initMemory({ cwd, env, agents: ["coach", "optimization"] });
    expect(new Set(again.paths.map(({ state }) => state))).toEqual(new Set(["kept"]));
    expect(filesOf(cwd)).toEqual(before);
  });

  it.each(["..", "a/b", "Coach", "", ".git", "-x", "a".repeat(81)])("refuses the name %j", async (name) => {
    const cwd = await emptyRepo();
    expect(await codeThrown(initMemory({ cwd, env, agents: [name] }))).toBe("usage");
    expect(filesOf(cwd)).toEqual({});
  });
});

describe("links", () => {
  it.each([
    ["that lead out of the repo", (outside: string) => outside],
    ["that lead nowhere", () => "/nowhere/at/all"],
    ["into the git folder", () => ".git"],
  ])("%s are not written through", async (_what, target) => {
    const cwd = await newCheckout({ "README.md": "# pilot\n" });
    const outside = newFolder();
    symlinkSync(target(outside), join(cwd, ".kaizen"));
    expect(await codeThrown(initSchedule({ cwd, env }))).toBe("path_outside");
    expect(await codeThrown(initMemory({ cwd, env, agents: ["coach"] }))).toBe("path_outside");
    expect(filesOf(outside)).toEqual({});
    expect(filesOf(cwd)).toEqual({ "README.md": "# pilot\n" });
  });

  it("of .gitattributes out of the repo are not written through", async () => {
    const cwd = await emptyRepo();
    const outside = join(newFolder(), "attributes");
    writeFileSync(outside, "mine\n");
    symlinkSync(outside, join(cwd, ".gitattributes"));
    expect(await codeThrown(initMemory({ cwd, env, agents: ["coach"] }))).toBe("path_outside");
    expect(await codeThrown(initSchedule({ cwd, env }))).toBe("path_outside");
    expect(filesOf(cwd)).toEqual({});
  });

  it("within the repo are followed", async () => {
    const cwd = await emptyRepo();
    mkdirSync(join(cwd, "ops"));
    symlinkSync("ops", join(cwd, ".kaizen"));
    await initSchedule({ cwd, env });
    expect(Object.keys(filesOf(cwd))).toContain("ops/schedule.yml");
  });
});

describe("schedule validate", () => {
  it.each([
    ["agents: {}\n", [["schema_required", 1, 1]]],
    ["timezone: Mars/Phobos\nagents: {}\n", [["zone_unknown", 1, 11]]],
    [
      'timezone: UTC\nagents:\n  coach: { cadence: hourly, cron: "61 * * * *", enabled: true }\n',
      [["schema_enum", 3, 21]],
    ],
    [
      'timezone: UTC\nagents:\n  coach: { cadence: daily, cron: "61 * * * *", enabled: true }\n  b: { cadence: daily, enabled: true }\n',
      [
        ["cron_field", 3, 34],
        ["cron_missing", 4, 6],
      ],
    ],
    ["timezone: [\n", [["yaml_syntax", 2, 1]]],
  ])("finds every flaw of %j with its place", async (text, expected) => {
    const cwd = await newCheckout({ [".kaizen/schedule.yml"]: text });
    const { findings } = await validateScheduleFile({ cwd, env });
    expect(findings.map(({ code, line: row, column }) => [code, row, column])).toEqual(expected);
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set([".kaizen/schedule.yml"]));
  });

  it("says that there is no file", async () => {
    const cwd = await newCheckout({ "README.md": "" });
    expect((await validateScheduleFile({ cwd, env })).findings).toMatchObject([{ code: "schedule_missing" }]);
  });

  it("says that a folder is no file", async () => {
    const cwd = await newCheckout({ ".kaizen/schedule.yml/x": "" });
    expect((await validateScheduleFile({ cwd, env })).findings).toMatchObject([{ code: "file_unreadable" }]);
  });
});
