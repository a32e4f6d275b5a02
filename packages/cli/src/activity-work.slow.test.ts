import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, expect, it } from "vitest";
import { copyOwnOps, coulomb, plainUser } from "./fleet.fixture.ts";
import { bin } from "./process.fixture.ts";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

it.each([
  ["SIGTERM", 0],
  ["SIGINT", 130],
] as const)("coulomb activity work ends on %s with %s", async (signal, code) => {
  const ops = copyOwnOps();
  expect((await coulomb(["hub", "register"], { cwd: ops })).code).toBe(0);
  const child = spawn(process.execPath, [bin, "activity", "work"], {
    cwd: ops,
    env: plainUser(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  children.push(child);
  const lines: string[] = [];
  const ended = once(child, "exit");
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line);
    if (lines.length === 1) child.kill(signal);
  }
  expect(await ended).toEqual([code, null]);
  expect(lines.at(0)).toContain("0 definitions");
  expect(lines.at(-1)).toMatch(/^Stopped after \d+ ticks?: 0 slots /);
});
