import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@coulomb-loop/testkit";
import { afterEach, describe, expect, it } from "vitest";
import { openPgliteProcess, UnavailableError } from "./index.ts";
import { describeStore } from "./store-contract.fixture.ts";

const folders: { remove(): void }[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function newFolder(): string {
  const folder = temporaryFolder("coulomb-hub-");
  folders.push(folder);
  return join(folder.path, "hub");
}

/** How many processes that this one started run. */
function running(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "ProcessWrap").length;
}

function throwing(): Promise<void> {
  throw new Error("at once");
}

/** The process that holds a folder. */
function holderOf(folder: string): number {
  return JSON.parse(readFileSync(join(folder, "hub.lock"), "utf8")).pid;
}

const contractFolder = temporaryFolder("coulomb-hub-");
describeStore("PGlite in a process of its own", {
  open: async () => {
    const database = await openPgliteProcess(join(contractFolder.path, "hub"));
    return {
      ...database,
      close: async () => {
        await database.close();
        contractFolder.remove();
      },
    };
  },
});

describe("the process of an embedded database", () => {
  it("is another one than ours, which names itself to whoever comes second, and is gone when it is closed", async () => {
    const folder = newFolder();
    const database = await openPgliteProcess(folder);
    const holder = holderOf(folder);
    expect(holder).not.toBe(process.pid);
    await expect.poll(running).toBe(1);
    await expect(openPgliteProcess(folder)).rejects.toMatchObject({
      name: "CoulombError",
      code: "hub_locked",
      message: expect.stringContaining(String(holder)),
    });
    await expect.poll(running).toBe(1);
    await database.close();
    expect(() => process.kill(holder, 0)).toThrow("ESRCH");
    expect(existsSync(join(folder, "hub.lock"))).toBe(false);
  });

  it("keeps nothing of work that fails, and tells the driver's error with its SQLSTATE", async () => {
    const database = await openPgliteProcess(newFolder());
    await database.write((sql) => sql.rows("CREATE TABLE t (n int PRIMARY KEY)"));
    await database.write((sql) => sql.rows("INSERT INTO t VALUES (1)"));
    await expect(
      database.write(async (sql) => {
        await sql.rows("INSERT INTO t VALUES (2)");
        await sql.rows("INSERT INTO t VALUES (1)");
      }),
    ).rejects.toMatchObject({ code: "23505" });
    await expect(
      database.write(async (sql) => {
        await sql.rows("INSERT INTO t VALUES (3)");
        throw new Error("mine");
      }),
    ).rejects.toThrow("mine");
    await expect(database.write(throwing)).rejects.toThrow("at once");
    expect(await database.read((sql) => sql.rows("SELECT n FROM t"))).toEqual([{ n: 1 }]);
    await expect(database.read((sql) => sql.rows("INSERT INTO t VALUES (4)"))).rejects.toMatchObject({
      code: "25006",
    });
    await database.close();
  });

  it("tells what only the commit finds", async () => {
    const database = await openPgliteProcess(newFolder());
    await database.write(async (sql) => {
      await sql.rows("CREATE TABLE a (n int PRIMARY KEY)");
      await sql.rows("CREATE TABLE b (n int REFERENCES a DEFERRABLE INITIALLY DEFERRED)");
    });
    await expect(
      database.write(async (sql) => void (await sql.rows("INSERT INTO b VALUES (1)"))),
    ).rejects.toMatchObject({ code: "23503" });
    await database.close();
  });

  it("refuses work under way and to come when it is killed, and what was answered is there after it", async () => {
    const folder = newFolder();
    const database = await openPgliteProcess(folder);
    await database.write(async (sql) => {
      await sql.rows("CREATE TABLE t (n int)");
      await sql.rows("INSERT INTO t VALUES (1)");
    });
    const cut = database.write(async (sql) => {
      await sql.rows("INSERT INTO t VALUES (2)");
      process.kill(holderOf(folder), "SIGKILL");
      await sql.rows("INSERT INTO t VALUES (3)");
    });
    await expect(cut).rejects.toThrow(UnavailableError);
    await expect(database.read((sql) => sql.rows("SELECT 1"))).rejects.toThrow(UnavailableError);
    await database.close();
    const again = await openPgliteProcess(folder);
    expect(await again.read((sql) => sql.rows("SELECT n FROM t"))).toEqual([{ n: 1 }]);
    await again.close();
  });

  it("ends with the process that opened it, however that ends, and leaves a Ctrl-C to it", async () => {
    const folder = newFolder();
    const script = `
      import { openPgliteProcess } from "@coulomb-loop/state-hub";
      const database = await openPgliteProcess(${JSON.stringify(folder)});
      await database.write((sql) => sql.rows("CREATE TABLE t (n int)"));
      process.on("SIGINT", async () => {
        await database.write((sql) => sql.rows("INSERT INTO t VALUES (1)"));
        process.stdout.write("written");
      });
      process.stdout.write("ready");
      setInterval(() => undefined, 1_000);`;
    const child = spawn(
      process.execPath,
      ["--conditions=@coulomb-loop/source", "--input-type=module", "-e", script],
      { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "inherit"], detached: true },
    );
    await once(child.stdout, "data");
    const holder = holderOf(folder);
    process.kill(-Number(child.pid), "SIGINT");
    const [told] = await once(child.stdout, "data");
    expect(String(told)).toBe("written");
    child.kill("SIGKILL");
    await expect.poll(() => existsSync(join(folder, "hub.lock")), { timeout: 20_000 }).toBe(false);
    const again = await openPgliteProcess(folder);
    expect(await again.read((sql) => sql.rows("SELECT n FROM t"))).toEqual([{ n: 1 }]);
    await again.close();
    expect(holder).not.toBe(child.pid);
  });
});
