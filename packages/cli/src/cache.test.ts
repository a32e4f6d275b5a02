import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCache } from "./cache.ts";
import type { Stage } from "./fleet.fixture.ts";
import { createStage, newFolder, pilot, rows, schedulePath, wantedSchedule } from "./fleet.fixture.ts";

const later = wantedSchedule.replace("15 * * * *", "45 * * * *");

interface Cached {
  readonly stage: Stage;
  readonly env: { readonly COULOMB_CACHE_DIR: string };
  readonly file: () => string;
}

/** A fleet in sync whose cache has been filled. */
async function filled(): Promise<Cached> {
  const stage = await createStage({
    pilots: { alpha: pilot(wantedSchedule), beta: pilot(`${wantedSchedule}# beta\n`) },
  });
  const folder = newFolder();
  const env = { COULOMB_CACHE_DIR: folder };
  // The first run writes the state, which the second one reads.
  await stage.coulomb(["reconcile"], { env });
  expect((await stage.coulomb(["reconcile", "--detailed-exitcode"], { env })).code).toBe(0);
  return { stage, env, file: () => join(folder, readdirSync(folder)[0] ?? "") };
}

describe("the cache", () => {
  it("changes no answer", async () => {
    const { stage, env } = await filled();
    await stage.person("beta").commit("main", { [schedulePath]: later });
    for (const args of [["plan"], ["status"], ["why", "beta"], ["reconcile", "--dry-run"]]) {
      const warm = await stage.coulomb([...args, "--json"], { env });
      const cold = await stage.coulomb([...args, "--json"], { env: { COULOMB_CACHE_DIR: "off" } });
      // How many processes it took is all that may differ.
      const shown = ({ stdout, ...ran }: typeof warm) => ({
        ...ran,
        stdout: stdout.replace(/"processes": \d+/, '"processes": …'),
      });
      expect(shown(warm)).toEqual(shown(cold));
    }
  });

  it("is not written again when nothing new was read", async () => {
    const { stage, env, file } = await filled();
    const before = readFileSync(file(), "utf8");
    await stage.coulomb(["plan"], { env });
    expect(readFileSync(file(), "utf8")).toBe(before);
  });

  it("forgets what a run did not use", async () => {
    const { stage, env, file } = await filled();
    const old = await stage.person("beta").head("main");
    await stage.person("beta").commit("main", { [schedulePath]: later });
    await stage.coulomb(["plan"], { env });
    const { entries } = JSON.parse(readFileSync(file(), "utf8"));
    expect(Object.keys(entries).filter((key) => key.startsWith(old ?? ""))).toEqual([]);
  });

  it.each([
    ["torn", (text: string) => text.slice(0, text.length / 2)],
    ["no JSON", () => "\0"],
    ["of another shape", () => "[1]"],
    ["of another release", (text: string) => text.replace(/"version":"[^"]*"/, '"version":"0.0.0"')],
    ["with entries of another shape", (text: string) => text.replace('"kind":"file"', '"kind":5')],
  ])("counts as empty when it is %s", async (_what, spoil) => {
    const { stage, env, file } = await filled();
    writeFileSync(file(), spoil(readFileSync(file(), "utf8")));
    expect((await stage.coulomb(["reconcile", "--detailed-exitcode"], { env })).code).toBe(0);
  });

  it("never makes a write from a reading that is wrong", async () => {
    const { stage, env, file } = await filled();
    writeFileSync(file(), readFileSync(file(), "utf8").replaceAll("15 * * * *", "59 * * * *"));
    expect(await stage.json(["reconcile"], { env })).toMatchObject({ writes: 0 });
    expect(rows((await stage.json(["status"], { env })).repos)).toMatchObject([
      { class: "in_sync" },
      { class: "in_sync" },
    ]);
  });

  it("never takes bytes that do not hash to their id", async () => {
    const { stage, env, file } = await filled();
    const forged = Buffer.from(later).toString("base64");
    const text = readFileSync(file(), "utf8").replaceAll(
      Buffer.from(wantedSchedule).toString("base64"),
      forged,
    );
    writeFileSync(file(), JSON.stringify({ ...JSON.parse(text), readings: {}, values: [] }));
    expect(text).toContain(forged);
    expect(await stage.json(["reconcile"], { env })).toMatchObject({ writes: 0 });
    // What was read instead takes their place.
    expect(readFileSync(file(), "utf8")).not.toContain(forged);
  });

  it("is kept nowhere when it is off, and its absence is no error where it cannot be written", async () => {
    const stage = await createStage({ pilots: { alpha: pilot(wantedSchedule) } });
    const folder = newFolder();
    writeFileSync(join(folder, "file"), "");
    for (const place of ["off", join(folder, "file", "below")])
      expect((await stage.coulomb(["plan"], { env: { COULOMB_CACHE_DIR: place } })).code).toBe(0);
    expect(existsSync(join(stage.ops, "off"))).toBe(false);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  it("keeps what it is given, by key", () => {
    const io = ioOf(newFolder());
    const first = openCache(io, "/ops");
    first.put("b", new Uint8Array([0, 255]));
    first.putEntry?.("c", "p", { kind: "absent" });
    first.putReading("b", { a: 1 });
    first.save();
    const second = openCache(io, "/ops");
    expect([second.get("b"), second.getEntry?.("c", "p"), second.getReading("b")]).toEqual([
      Buffer.from([0, 255]),
      { kind: "absent" },
      { a: 1 },
    ]);
    expect(openCache(io, "/other").get("b")).toBeUndefined();
    const [stored = ""] = readdirSync(io.env.COULOMB_CACHE_DIR);
    const path = join(io.env.COULOMB_CACHE_DIR, stored);
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), values: [] }));
    // A reading without its value: nothing of such a file is believed.
    expect(openCache(io, "/ops").get("b")).toBeUndefined();
  });

  it("answers with one value for readings that are alike, also when they were kept by different runs", () => {
    const io = ioOf(newFolder());
    const first = openCache(io, "/ops");
    first.putReading("a", { a: 1 });
    first.save();
    const second = openCache(io, "/ops");
    second.putReading("b", { a: 1 });
    expect(second.getReading("b")).toBe(second.getReading("a"));
    second.save();
    const third = openCache(io, "/ops");
    expect(third.getReading("b")).toBe(third.getReading("a"));
    expect(third.getReading("b")).toEqual({ a: 1 });
  });
});

function ioOf(cache: string) {
  return {
    stdout: { write: () => {} },
    stderr: { write: () => {} },
    env: { COULOMB_CACHE_DIR: cache },
    cwd: "/",
    now: () => 0,
    process: { host: "test", pid: 1, isAlive: () => false },
    signal: new AbortController().signal,
  };
}
