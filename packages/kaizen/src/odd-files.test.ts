import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  codeThrown,
  env,
  fixedNow,
  holderAt,
  newCheckout,
  recordIn,
  writeFiles,
} from "./checkout.fixture.ts";
import { initMemory } from "./memory-init.ts";
import { optimize } from "./optimize.ts";
import { prepareBundle } from "./prepare.ts";
import { recordRun } from "./record.ts";
import { validateScheduleFile } from "./schedule-file.ts";
import { verifyBundle } from "./verify-bundle.ts";

const day = ".kaizen/metrics/coach/2026-07-06.jsonl";

const prepare = (cwd: string) => prepareBundle({ cwd, env, agent: "coach", now: fixedNow });
const look = (cwd: string) => optimize({ cwd, env, actor: "Pat Person", holder: holderAt() });

/** Puts a pipe at a path of a checkout, which nobody ever writes into. */
function pipe(root: string, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  rmSync(join(root, path), { force: true });
  execFileSync("/usr/bin/env", ["mkfifo", join(root, path)]);
}

describe.skipIf(process.platform === "win32")("a pipe in place of a file is not waited for", () => {
  it("by what reads a schedule", async () => {
    const cwd = await newCheckout();
    pipe(cwd, ".kaizen/schedule.yml");
    const { findings } = await validateScheduleFile({ cwd, env });
    expect(findings.map(({ code }) => code)).toEqual(["file_unreadable"]);
    expect(await codeThrown(prepare(cwd))).toBe("schedule_invalid");
  });

  it("by what reads metrics", async () => {
    const cwd = await newCheckout();
    pipe(cwd, day);
    for (const work of [look, prepare, (root: string) => recordRun(recordIn(root))])
      expect(await codeThrown(work(cwd))).toBe("metrics_unreadable");
  });

  it("by what reads a memory", async () => {
    const cwd = await newCheckout();
    pipe(cwd, ".kaizen/memory/coach/memory.md");
    expect(await codeThrown(prepare(cwd))).toBe("memory_unreadable");
  });

  it("by what extends .gitattributes", async () => {
    const cwd = await newCheckout();
    pipe(cwd, ".gitattributes");
    expect(await codeThrown(initMemory({ cwd, env, agents: ["coach"] }))).toBe("checkout_unwritable");
  });
});

describe("a metrics file that is longer than a text may be", () => {
  it("is a clear error", async () => {
    const cwd = await newCheckout();
    writeFiles(cwd, { [day]: "" });
    // Holes take no room on the disk.
    truncateSync(join(cwd, day), 600 * 1024 * 1024);
    expect(await codeThrown(look(cwd))).toBe("metrics_unreadable");
    expect(await codeThrown(recordRun(recordIn(cwd)))).toBe("metrics_unreadable");
  });
});

describe.skipIf(process.platform === "win32")("a device in place of a bundle", () => {
  it("is not read to its end, which it does not have", async () => {
    const cwd = await newCheckout();
    const { findings } = await verifyBundle({ cwd, env, file: "/dev/zero", now: fixedNow });
    expect(findings.map(({ code }) => code)).toEqual(["bundle_size"]);
  });
});
