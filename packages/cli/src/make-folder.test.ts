import { spawnSync } from "node:child_process";
import { existsSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createStage, newFolder, pilot, plainUser, wantedSchedule } from "./fleet.fixture.ts";
import { makeFolder } from "./make-folder.ts";
import { bin } from "./process.fixture.ts";

describe("making a folder", () => {
  it("makes those above it too, with the mode given, and leaves what is there", () => {
    const path = join(newFolder(), "a", "b");
    makeFolder(path, 0o700);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    writeFileSync(join(path, "kept"), "");
    makeFolder(path);
    expect(existsSync(join(path, "kept"))).toBe(true);
  });

  it.each([
    { title: "a file", path: "file" },
    { title: "a folder below a file", path: "file/a/b" },
    { title: "a link to nothing", path: "link/a" },
  ])("throws for $title", ({ path }) => {
    const folder = newFolder();
    writeFileSync(join(folder, "file"), "");
    symlinkSync("nothing", join(folder, "link"));
    expect(() => makeFolder(join(folder, path))).toThrow(/EEXIST|ENOTDIR/);
  });

  // In processes that can be killed: an endless loop in this one would never be told.
  describe.runIf(existsSync("/proc"))("where a file system answers that its parent is not there", () => {
    it.each([
      {
        title: "refuses the demo",
        args: ["demo", "--dir", "/proc/coulomb/x", "--json"],
        code: 1,
        printed: { code: "demo_folder" },
      },
      { title: "plans without a cache", args: ["plan", "--json"], code: 0, printed: { kind: "plan" } },
    ])(
      "$title",
      async ({ args, code, printed }) => {
        const stage = await createStage({ pilots: { alpha: pilot(wantedSchedule) } });
        const ran = spawnSync(process.execPath, [bin, ...args], {
          cwd: stage.ops,
          env: { ...plainUser(), COULOMB_CACHE_DIR: "/proc/coulomb" },
          encoding: "utf8",
          timeout: 30_000,
          killSignal: "SIGKILL",
        });
        expect(ran).toMatchObject({ status: code, signal: null });
        expect(JSON.parse(ran.stdout)).toMatchObject(printed);
      },
      60_000,
    );
  });
});
