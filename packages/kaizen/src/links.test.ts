import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  codeThrown,
  commitAll,
  env,
  fixedNow,
  holderAt,
  hourly,
  newCheckout,
  newFolder,
  recordIn,
  recordsAt,
  writeFiles,
} from "./checkout.fixture.ts";
import { optimize } from "./optimize.ts";
import { prepareBundle } from "./prepare.ts";
import { recordRun } from "./record.ts";
import { validateScheduleFile } from "./schedule-file.ts";
import { verifyBundle } from "./verify-bundle.ts";

/** Where a link may lead that is no file of the repo. */
const ways: readonly (readonly [what: string, target: (root: string, path: string) => string])[] = [
  ["out of the repo", (_root, path) => outside(path)],
  ["out of the repo, with a name that begins like it", (root) => beside(root)],
  ["into the git folder", (root) => join(root, ".git/config")],
  ["nowhere", () => "nowhere/at/all"],
  ["to itself", (_root, path) => path.slice(path.lastIndexOf("/") + 1)],
];

/** A file of somebody else that would be read well. */
function outside(path: string): string {
  const file = join(newFolder(), "theirs");
  writeFileSync(file, path.endsWith(".yml") ? hourly : "what is theirs\n");
  return file;
}

function beside(root: string): string {
  const file = `${root}-other`;
  writeFileSync(file, hourly);
  return file;
}

/** Puts a link at a path of a checkout. */
function link(root: string, path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  rmSync(join(root, path), { recursive: true, force: true });
  symlinkSync(target, join(root, path));
}

const prepare = (cwd: string) => prepareBundle({ cwd, env, agent: "coach", now: fixedNow });

describe("a schedule file", () => {
  const path = ".kaizen/schedule.yml";

  it.each(ways)("that is a link %s is refused", async (_what, target) => {
    const cwd = await newCheckout();
    link(cwd, path, target(cwd, path));
    const { findings } = await validateScheduleFile({ cwd, env });
    expect(findings).toMatchObject([{ code: "path_outside", severity: "error", file: path }]);
    expect(await codeThrown(prepare(cwd))).toBe("path_outside");
  });

  it("in a folder that is a link out of the repo is refused", async () => {
    const cwd = await newCheckout();
    const theirs = join(newFolder(), "kaizen");
    renameSync(join(cwd, ".kaizen"), theirs);
    link(cwd, ".kaizen", theirs);
    const { findings } = await validateScheduleFile({ cwd, env });
    expect(findings.map(({ code }) => code)).toEqual(["path_outside"]);
  });

  it("that is a link to another file of the repo is read", async () => {
    const cwd = await newCheckout({ "ops/schedule.yml": hourly });
    link(cwd, path, "../ops/schedule.yml");
    await commitAll(cwd);
    expect((await validateScheduleFile({ cwd, env })).findings).toEqual([]);
    expect((await prepare(cwd)).slotSource).toBe("schedule");
  });
});

const look = (cwd: string) => optimize({ cwd, env, actor: "Pat Person", holder: holderAt() });

/** The code with which each command ends that reads records. */
async function codesOfReaders(cwd: string): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const work of [
    () => look(cwd),
    () => prepare(cwd),
    () => recordRun(recordIn(cwd, { agent: "metrics" })),
  ])
    codes.push(await codeThrown(work()));
  return codes;
}

describe("metrics", () => {
  const day = ".kaizen/metrics/metrics/2026-07-06.jsonl";
  const refused = ["path_outside", "path_outside", "path_outside"];

  it.each(ways)("in a file that is a link %s are refused", async (_what, target) => {
    const cwd = await newCheckout();
    link(cwd, day, target(cwd, day));
    expect(await codesOfReaders(cwd)).toEqual(refused);
  });

  it.each([".kaizen/metrics/metrics", ".kaizen/metrics"])(
    "in the folder %s that is a link out of the repo are refused, and it stays as it is",
    async (folder) => {
      const cwd = await newCheckout();
      const theirs = newFolder();
      link(cwd, folder, theirs);
      expect(await codesOfReaders(cwd)).toEqual(refused);
      expect(readdirSync(theirs)).toEqual([]);
    },
  );

  it("of an agent before this one are not read out of the repo to verify a bundle", async () => {
    const cwd = await newCheckout();
    const { record } = await recordRun(recordIn(cwd, { agent: "metrics" }));
    const file = join(newFolder(), "bundle.md");
    writeFileSync(file, (await prepare(cwd)).text);
    const theirs = join(newFolder(), "records.jsonl");
    renameSync(join(cwd, day), theirs);
    link(cwd, day, theirs);
    expect(readFileSync(file, "utf8")).toContain(record.record_id);
    expect(await codeThrown(verifyBundle({ cwd, env, file, now: fixedNow }))).toBe("path_outside");
  });

  it("in a folder that is a link to another one of the repo are read and written", async () => {
    const cwd = await newCheckout();
    writeFiles(cwd, { "records/metrics/.gitkeep": "" });
    link(cwd, ".kaizen/metrics", "../records");
    expect(await codesOfReaders(cwd)).toEqual(["nothing", "nothing", "nothing"]);
    expect(recordsAt(cwd, "metrics")).toHaveLength(1);
  });
});

describe("a memory", () => {
  const path = ".kaizen/memory/coach/memory.md";

  it.each(ways)("that is a link %s is refused, committed or not", async (_what, target) => {
    const cwd = await newCheckout();
    link(cwd, path, target(cwd, path));
    expect(await codeThrown(prepare(cwd))).toBe("path_outside");
    await commitAll(cwd);
    expect(await codeThrown(prepare(cwd))).toBe("path_outside");
  });

  it("of an agent before this one that is a link out of the repo is refused", async () => {
    const cwd = await newCheckout();
    const earlier = path.replace("coach", "metrics");
    link(cwd, earlier, outside(earlier));
    expect(await codeThrown(prepare(cwd))).toBe("path_outside");
  });

  it("that is a link to another file of the repo is read", async () => {
    const cwd = await newCheckout({ [".kaizen/schedule.yml"]: hourly, "notes/coach.md": "what is ours\n" });
    link(cwd, path, "../../../notes/coach.md");
    await commitAll(cwd);
    expect((await prepare(cwd)).text).toContain("| what is ours");
  });

  it("at the commit is shown, whatever link stands in the work tree", async () => {
    const cwd = await newCheckout({ [".kaizen/schedule.yml"]: hourly, [path]: "what is ours\n" });
    link(cwd, path, outside(path));
    const { text } = await prepare(cwd);
    expect(text).toContain("what is ours");
    expect(text).not.toContain("what is theirs");
  });
});
