import { copyFileSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyOwnOps, coulomb, document, isMap, repoRoot, rows } from "./fleet.fixture.ts";

const seed = "workplans/LOOP-WP-0001-kaizen-improvement-stack.md";
const seedText = readFileSync(join(repoRoot, seed), "utf8");

/** A copy of this ops repo, and its real workplan in it with other line endings or a mark. */
function opsWith(text = seedText): { cwd: string; read: () => string } {
  const cwd = copyOwnOps();
  writeFileSync(join(cwd, seed), text);
  return { cwd, read: () => readFileSync(join(cwd, seed), "utf8") };
}

function changedLines(before: string, after: string): [string, string][] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  expect(now).toHaveLength(old.length);
  return old.flatMap((line, index): [string, string][] =>
    line === now[index] ? [] : [[line, now[index] ?? ""]],
  );
}

describe("workplan set", () => {
  it.each([
    ["LF", seedText],
    ["CRLF", seedText.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\u{FEFF}${seedText}`],
  ])("changes two lines of the real workplan with %s", async (_what, text) => {
    const { cwd, read } = opsWith(text);
    const ran = await coulomb(["workplan", "set", "LOOP-WP-0001-T07", "done"], { cwd });
    expect(ran.code).toBe(0);
    const changed = changedLines(text, read());
    expect(changed.map(([line]) => line.trim())).toEqual(["status: todo", "status: todo"]);
    expect(changed.map(([, line]) => line.trim())).toEqual(["status: done", "status: done"]);
    expect((await coulomb(["validate"], { cwd })).code).toBe(0);
  });

  it("writes nothing a second time, nor in a dry run", async () => {
    const { cwd, read } = opsWith();
    const dry = document(
      (await coulomb(["workplan", "set", "LOOP-WP-0001-T07", "done", "--dry-run", "--json"], { cwd })).stdout,
    );
    expect(dry).toMatchObject({ status: "planned", file: seed });
    expect(rows(dry.splices) && read()).toBe(seedText);
    await coulomb(["workplan", "set", "LOOP-WP-0001-T07", "done"], { cwd });
    const again = await coulomb(["workplan", "set", "LOOP-WP-0001-T07", "done", "--json"], { cwd });
    expect(document(again.stdout)).toMatchObject({ status: "unchanged", splices: [] });
  });

  it("touches updated only when asked", async () => {
    const { cwd, read } = opsWith();
    await coulomb(
      ["workplan", "set", "LOOP-WP-0001-T07", "done", "--updated", "2026-07-01", "--priority", "high"],
      { cwd },
    );
    expect(changedLines(seedText, read()).map(([, line]) => line.trim())).toEqual([
      'updated: "2026-07-01"',
      "status: done",
      "status: done",
      "priority: high",
    ]);
  });

  it.each([
    { args: ["LOOP-WP-0001-T99", "done"], code: 64, says: "usage" },
    { args: ["T01", "done"], code: 64, says: "usage" },
    { args: ["LOOP-WP-0001-T07"], code: 64, says: "usage" },
    { args: ["LOOP-WP-0001-T07", "dne"], code: 1, says: "workplan_refused" },
    { args: ["LOOP-WP-0001-T07", "done", "--priority", "urgent"], code: 1, says: "workplan_refused" },
  ])("refuses $args and changes nothing", async ({ args, code, says }) => {
    const { cwd, read } = opsWith();
    const ran = await coulomb(["workplan", "set", ...args, "--json"], { cwd });
    expect(ran.code).toBe(code);
    expect(document(ran.stdout)).toMatchObject({ kind: "error", code: says });
    expect(read()).toBe(seedText);
  });

  it("edits the file a link leads to, and leaves the link", async () => {
    const { cwd } = opsWith();
    const elsewhere = join(cwd, "elsewhere.md");
    copyFileSync(join(cwd, seed), elsewhere);
    const link = join(cwd, "workplans/LOOP-WP-0009-linked.md");
    writeFileSync(elsewhere, seedText.replaceAll("LOOP-WP-0001", "LOOP-WP-0009"));
    symlinkSync("../elsewhere.md", link);
    expect((await coulomb(["workplan", "set", "LOOP-WP-0009-T07", "done"], { cwd })).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(elsewhere, "utf8")).not.toBe(seedText.replaceAll("LOOP-WP-0001", "LOOP-WP-0009"));
  });
});

describe("what workplan set says", () => {
  it("shows the two lines of a file with lone carriage returns", async () => {
    const { cwd } = opsWith(seedText.replaceAll("\n", "\r"));
    const { stdout, code } = await coulomb(["workplan", "set", "LOOP-WP-0001-T07", "done", "--dry-run"], {
      cwd,
    });
    expect(code).toBe(0);
    expect(stdout.split("\n").filter((line) => /^[-+]/.test(line))).toEqual([
      "-     status: todo",
      "+     status: done",
      "- status: todo",
      "+ status: done",
    ]);
    expect(stdout).toContain(`  line ${seedText.split("\n").indexOf("id: LOOP-WP-0001-T07") + 2}\n`);
  });

  it("suggests the status that was meant", async () => {
    const { cwd } = opsWith();
    const { stderr } = await coulomb(["workplan", "set", "LOOP-WP-0001-T07", "doen"], { cwd });
    expect(stderr).toContain('did you mean "done"?');
  });

  it("names some tasks, whole, where none is near", async () => {
    const { cwd } = opsWith(
      seedText.replace(
        "  - id: T08",
        `${Array.from({ length: 90 }, (_, at) => `  - { id: T1${at}, status: todo, title: x }\n`).join("")}  - id: T08`,
      ),
    );
    const { stderr } = await coulomb(["workplan", "show", "something-else"], { cwd });
    expect(stderr).toMatch(/→ expected one of \d+: (?:[A-Z0-9-]+, ){12}…\n/);
  });
});

describe("workplan list and show", () => {
  it("list every workplan with its tasks", async () => {
    const { cwd } = opsWith();
    const report = document((await coulomb(["workplan", "list", "--json"], { cwd })).stdout);
    const plan = rows(report.workplans).find(({ id }) => id === "LOOP-WP-0001");
    expect(plan).toMatchObject({ file: seed, status: "active", errors: 0 });
    expect(rows(plan?.tasks).map(({ status }) => status)).toEqual([
      "done",
      "done",
      "done",
      "done",
      "done",
      "done",
      "todo",
      "todo",
    ]);
  });

  it("show one task with its id in the hub and its line", async () => {
    const { cwd } = opsWith();
    const report = document(
      (await coulomb(["workplan", "show", "LOOP-WP-0001-T07", "--json"], { cwd })).stdout,
    );
    expect(rows(rows(report.workplans)[0]?.tasks)).toEqual([
      {
        id: "LOOP-WP-0001-T07",
        title: "Expand pilot to three repos and record metrics at session close",
        status: "todo",
        priority: "medium",
        state_hub_task_id: "e60fa833-9407-460a-b1d1-7e08850fa291",
        line: seedText.split("\n").indexOf("id: LOOP-WP-0001-T07") + 1,
      },
    ]);
  });

  it("suggest a name for one that is not there", async () => {
    const { cwd } = opsWith();
    expect((await coulomb(["workplan", "show", "LOOP-WP-001"], { cwd })).code).toBe(64);
  });
});

describe("workplan check", () => {
  const fence = "id: LOOP-WP-0001-T07\nstatus: todo\n";

  it.each([
    [
      "a status that disagrees",
      (text: string) => text.replace(fence, fence.replace("todo", "done")),
      "status_disagrees",
    ],
    [
      "an unknown status",
      (text: string) => text.replace(fence, fence.replace("todo", "dne")),
      "status_unknown",
    ],
    [
      "an id twice",
      (text: string) => text.replace("id: LOOP-WP-0001-T08", "id: LOOP-WP-0001-T07"),
      "task_duplicate",
    ],
    [
      "a task without a fence",
      (text: string) =>
        text.replace("  - id: T08", "  - id: T09\n    status: todo\n    title: More\n  - id: T08"),
      "task_unpaired",
    ],
    [
      "a dependency on itself",
      (text: string) => text.replace("depends_on: []", "depends_on: [LOOP-WP-0001]"),
      "dependency_cycle",
    ],
  ])("finds %s, at its line", async (_what, spoil, code) => {
    const text = spoil(seedText);
    expect(text).not.toBe(seedText);
    const { cwd } = opsWith(text);
    const ran = await coulomb(["workplan", "check", "--json"], { cwd });
    expect(ran.code).toBe(1);
    const found = rows(document(ran.stdout).findings).filter((finding) => finding.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.every((finding) => isMap(finding) && finding.file === seed && Number(finding.line) > 1),
    ).toBe(true);
  });

  it("--fix repairs a status that one copy lacks, and nothing that has two repairs", async () => {
    const lacking = seedText.replace(fence, "id: LOOP-WP-0001-T07\n");
    const { cwd, read } = opsWith(
      lacking.replace("id: LOOP-WP-0001-T08\nstatus: todo", "id: LOOP-WP-0001-T08\nstatus: done"),
    );
    const ran = await coulomb(["workplan", "check", "--fix", "--json"], { cwd });
    expect(ran.code).toBe(1);
    expect(rows(document(ran.stdout).findings).map(({ code }) => code)).toEqual(["status_disagrees"]);
    expect(read()).toMatch(/id: LOOP-WP-0001-T07\n(?:.*\n)*?status: todo\n/);
  });

  it("--fix says what it repaired, one line each", async () => {
    const { cwd } = opsWith(
      seedText.replace("id: LOOP-WP-0001-T08\nstatus: todo", "id: LOOP-WP-0001-T08\nstatus: Todo"),
    );
    const { stdout, code } = await coulomb(["workplan", "check", "--fix", seed], { cwd });
    expect(code).toBe(0);
    const repaired = stdout.split("\n").filter((line) => line.startsWith("repaired"));
    expect(repaired).toHaveLength(1);
    expect(repaired[0]).toContain("[status_unknown]");
    expect(stdout).not.toContain("→");
  });

  it("checks only what is named", async () => {
    const { cwd } = opsWith(seedText.replace(fence, fence.replace("todo", "done")));
    expect((await coulomb(["workplan", "check", "workplans/LOOP-WP-0000-bootstrap.md"], { cwd })).code).toBe(
      0,
    );
    expect((await coulomb(["workplan", "check", seed], { cwd })).code).toBe(1);
    expect((await coulomb(["workplan", "check", "nowhere"], { cwd })).code).toBe(64);
  });
});
