import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeThrown, commitAll, env, fixedNow, hourly, newCheckout, newFolder } from "./checkout.fixture.ts";
import { prepareBundle } from "./prepare.ts";
import { validateScheduleFile } from "./schedule-file.ts";

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
