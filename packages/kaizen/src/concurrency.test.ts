import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { env, newCheckout } from "./checkout.fixture.ts";
import { readAgentMetrics } from "./metrics-files.ts";

const script = fileURLToPath(new URL("./record-many.fixture.ts", import.meta.url));

/** Starts a process that records so many times; `kill` ends it without a word. */
function recorder(cwd: string, count: number, name: string) {
  const args = ["--conditions=@coulomb-loop/source", "--no-warnings", script, cwd, String(count), name];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const errors: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const ended = new Promise<string>((resolve) => {
    child.once("close", (code, signal) =>
      resolve(code === 0 ? "done" : (signal ?? Buffer.concat(errors).toString("utf8"))),
    );
  });
  return { ended, kill: () => child.kill("SIGKILL") };
}

/** Ended lines; a file may be looked at while it has none yet. */
function linesIn(cwd: string): number {
  const folder = join(cwd, ".kaizen/metrics/coach");
  if (!existsSync(folder)) return 0;
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return texts.join("").split("\n").length - 1;
}

describe("several processes that record at once", () => {
  it("lose no line, tear none, and make one chain", async () => {
    const cwd = await newCheckout();
    const all = ["a", "b", "c", "d"].map((name) => recorder(cwd, 15, name));
    expect(await Promise.all(all.map(({ ended }) => ended))).toEqual(["done", "done", "done", "done"]);
    const { records, lines, findings } = readAgentMetrics(cwd, "coach");
    expect(findings).toEqual([]);
    expect(lines).toHaveLength(60);
    expect(new Set(records.map(({ record_id: id }) => id)).size).toBe(60);
    expect(records.map(({ prev }) => prev)).toEqual([
      undefined,
      ...lines.slice(0, -1).map(({ digest }) => digest),
    ]);
    for (const name of ["a", "b", "c", "d"])
      expect(records.filter(({ actor }) => actor === name).map(({ time_s: time }) => time)).toEqual([
        ...Array(15).keys(),
      ]);
    // Old turns are cleaned away.
    expect(readdirSync(join(cwd, ".git/coulomb/lock")).length).toBeLessThan(20);
  });

  it("go on when one of them is killed in the middle", async () => {
    const cwd = await newCheckout();
    const lasting = recorder(cwd, 25, "lasting");
    let killed = 0;
    for (let round = 0; round < 3; round += 1) {
      const victim = recorder(cwd, 1000, `victim-${round}`);
      const before = linesIn(cwd);
      for (let tries = 0; linesIn(cwd) < before + 6 && tries < 400; tries += 1) await sleep(10);
      victim.kill();
      if ((await victim.ended) === "SIGKILL") killed += 1;
    }
    expect(await lasting.ended).toBe("done");
    expect(killed).toBe(3);
    const { records, findings } = readAgentMetrics(cwd, "coach");
    expect(records.filter(({ actor }) => actor === "lasting")).toHaveLength(25);
    // A kill may cut off the line under way; then it is told, and every other one is whole.
    expect(findings.filter(({ code }) => code !== "record_torn")).toEqual([]);
    expect(findings.length).toBeLessThanOrEqual(3);
  });
});
