import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { temporaryFolder } from "@coulomb-loop/testkit";
import { expect, it } from "vitest";
import { freeRules, openPglite, openStore } from "./index.ts";
import { lockFolder } from "./store/folder-lock.ts";

const options = { clock: () => 0, rules: freeRules };

it("lets one process into a folder, and tells the second which one it is", () => {
  const temporary = temporaryFolder("coulomb-hub-");
  const folder = join(temporary.path, "hub");
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid} on`);
  lock.release();
  lockFolder(folder).release();
  expect(existsSync(join(folder, "hub.lock"))).toBe(false);
  temporary.remove();
});

it.each([
  ["was killed", (pid: number, began: string) => ({ pid, host: undefined, began }), true],
  ["has left its number to another", () => ({ pid: process.pid, host: undefined, began: "1" }), true],
  ["is on another machine", () => ({ pid: 1, host: "elsewhere", began: "1" }), false],
])("clears away the lock of a process that %s, if that can be known", async (_who, holderOf, isFree) => {
  const temporary = temporaryFolder("coulomb-hub-");
  const own = lockFolder(temporary.path);
  const file = join(temporary.path, "hub.lock");
  const sample = JSON.parse(readFileSync(file, "utf8"));
  own.release();
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  const holder = holderOf(child.pid ?? 0, "5");
  writeFileSync(file, JSON.stringify({ ...holder, host: holder.host ?? sample.host }));
  const take = () => {
    try {
      lockFolder(temporary.path).release();
      return "taken";
    } catch (error) {
      return String(error);
    }
  };
  expect(take()).toMatch(isFree ? /^taken$/ : /in use by process 1 on elsewhere/);
  temporary.remove();
});

it("keeps every write that was answered when its process is killed, and opens again after it", async () => {
  const temporary = temporaryFolder("coulomb-hub-");
  const script = `
    import { freeRules, openPglite, openStore } from "@coulomb-loop/state-hub";
    const store = await openStore(await openPglite(${JSON.stringify(temporary.path)}), { clock: () => 0, rules: freeRules });
    for (let number = 0; ; number += 1) {
      await store.write([{ kind: "tasks", address: { key: String(number) }, condition: { absent: true }, do: "put", fields: { number } }], { actor: "a" });
      process.stdout.write(number + "\\n");
    }`;
  const child = spawn(
    process.execPath,
    ["--conditions=@coulomb-loop/source", "--input-type=module", "-e", script],
    { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "inherit"] },
  );
  // Its output ends before the system counts it as gone.
  const gone = once(child, "exit");
  let told = "";
  for await (const chunk of child.stdout) {
    told += String(chunk);
    if (told.split("\n").length > 20 && !child.killed) child.kill("SIGKILL");
  }
  await gone;
  const answered = told.split("\n").slice(0, -1).length;
  expect(answered).toBeGreaterThanOrEqual(20);
  const store = await openStore(await openPglite(temporary.path), options);
  const keys = (await store.list({ kind: "tasks", limit: 5_000 })).map(({ key }) => Number(key));
  expect(keys.sort((a, b) => a - b).slice(0, answered)).toEqual(
    Array.from({ length: answered }, (_, at) => at),
  );
  const { headSeq } = await store.changes({ since: 0, limit: 0 });
  expect(headSeq).toBe(keys.length);
  await store.close();
  temporary.remove();
});

it.each(["no lock", "the lock of a process that is gone"])(
  "lets one of six in that come at once, where there is %s",
  async (there) => {
    const temporary = temporaryFolder("coulomb-hub-");
    const folder = join(temporary.path, "hub");
    mkdirSync(folder);
    if (there !== "no lock")
      writeFileSync(
        join(folder, "hub.lock"),
        JSON.stringify({ pid: 2 ** 22 - 1, host: hostname(), began: "1" }),
      );
    const script = `
    import { existsSync } from "node:fs";
    import { lockFolder } from "${new URL("./store/folder-lock.ts", import.meta.url).href}";
    process.stdout.write("ready\\n");
    while (!existsSync(${JSON.stringify(join(temporary.path, "go"))}));
    try { lockFolder(${JSON.stringify(folder)}); process.stdout.write("held\\n"); } catch (error) { process.stdout.write(error.code + "\\n"); }
    process.stdin.resume();`;
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ["--conditions=@coulomb-loop/source", "--input-type=module", "-e", script], {
        cwd: import.meta.dirname,
        stdio: ["pipe", "pipe", "inherit"],
      }),
    );
    const outputs = children.map((child) => createInterface({ input: child.stdout })[Symbol.asyncIterator]());
    for (const output of outputs) await output.next();
    writeFileSync(join(temporary.path, "go"), "");
    const said = await Promise.all(outputs.map(async (output) => (await output.next()).value));
    for (const child of children) child.kill("SIGKILL");
    expect(said.filter((word) => word === "held")).toHaveLength(1);
    expect(said.filter((word) => word === "hub_locked")).toHaveLength(5);
    temporary.remove();
  },
);
