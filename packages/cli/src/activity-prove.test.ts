import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { copyOwnOps, coulomb, document, newFolder, rows } from "./fleet.fixture.ts";

const id = "hourly-coach-orientation";
const path = `activity-definitions/${id}.md`;

let ops: string;
beforeEach(() => {
  ops = copyOwnOps(join(newFolder(), "ops"));
});

const prove = (...args: readonly string[]) =>
  coulomb(["activity", "prove", ...args, "--ref", "a log entry", "--json"], { cwd: ops });
const read = () => readFileSync(join(ops, path), "utf8");

describe("coulomb activity prove", () => {
  it("writes a proof for the digest that the definition has, and touches nothing else", async () => {
    const before = read();
    const ran = await prove(id, "--kind", "dry_run");
    const [{ digest, written, enabled } = {}] = rows(document(ran.stdout).definitions);
    expect({ written, enabled }).toEqual({ written: true, enabled: false });
    const changed = read().split("\n");
    const kept = before.split("\n").filter((line) => changed.includes(line));
    expect(before.split("\n").length - kept.length).toBe(1);
    expect(read()).toContain(String(digest));
    const compiled = await coulomb(["activity", "compile", "--json"], { cwd: ops });
    expect(rows(document(compiled.stdout).definitions).find((each) => each.id === id)?.digest).toBe(digest);
  });

  it("enables once every other proof is there, and not before", async () => {
    const refused = await prove(id, "--kind", "dry_run", "--enable");
    expect(document(refused.stdout)).toMatchObject({
      kind: "error",
      code: "gate_unmet",
      hint: expect.stringMatching(/coulomb activity prove \S+ --kind smoke_test /),
    });
    expect(read()).toMatch(/^enabled: false$/m);
    await prove(id, "--kind", "dry_run");
    const ran = await prove(id, "--kind", "smoke_test", "--enable");
    expect(rows(document(ran.stdout).definitions)).toMatchObject([{ id, written: true, enabled: true }]);
    expect(await coulomb(["validate"], { cwd: ops })).toMatchObject({ code: 0 });
  });

  it("writes nothing a second time, and takes away a proof that is of another digest", async () => {
    await prove(id, "--kind", "dry_run");
    const once = read();
    expect(rows(document((await prove(id, "--kind", "dry_run")).stdout).definitions)).toMatchObject([
      { written: false },
    ]);
    expect(read()).toBe(once);
    writeFileSync(join(ops, path), once.replace('cron: "15 * * * *"', 'cron: "16 * * * *"'));
    await prove(id, "--kind", "dry_run");
    expect(read().match(/kind: dry_run/g)).toHaveLength(1);
  });

  it("leaves the regulator's approval to the promotion", async () => {
    const ran = await prove("--phase", "stabilize", "--kind", "dry_run", "--enable");
    expect(document(ran.stdout)).toMatchObject({ code: "gate_unmet" });
    const all = await prove("--phase", "stabilize", "--kind", "dry_run");
    expect(rows(document(all.stdout).definitions)).toHaveLength(3);
  });

  it.each([
    { what: "no definition", args: ["--kind", "dry_run"] },
    { what: "names and a phase", args: [id, "--phase", "bootstrap", "--kind", "dry_run"] },
    { what: "an unknown definition", args: ["hourly-coach", "--kind", "dry_run"] },
    { what: "a proof that only a promotion gives", args: [id, "--kind", "regulator_approval"] },
  ])("refuses $what", async ({ args }) => {
    const before = read();
    expect((await prove(...args)).code).not.toBe(0);
    expect(read()).toBe(before);
  });
});
