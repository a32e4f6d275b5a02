import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@coulomb-loop/testkit";
import { beforeEach, expect, it, vi } from "vitest";
import { lockFolder } from "./store/folder-lock.ts";

/** What others do to the folder around each read of a file, by its name: before it, or between it and what follows. */
const others: { before: (() => void)[]; after: (() => void)[] } = { before: [], after: [] };

vi.mock(import("node:fs"), async (original) => {
  const real = await original();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of its overloads, for the names that end so
  const read = ((file: string, encoding: "utf8") => {
    const isLock = file.endsWith("hub.lock") || file.endsWith("hub.lock.clearing");
    if (isLock) others.before.shift()?.();
    try {
      return real.readFileSync(file, encoding);
    } finally {
      if (isLock) others.after.shift()?.();
    }
  }) as typeof real.readFileSync;
  return { ...real, readFileSync: read };
});

const nothing = () => undefined;
const gone = { pid: 2 ** 22 - 1, host: "", began: "1" };

/** The lock of this very process, as one beside it would hold it. */
let live = "";

beforeEach(() => {
  others.before = [];
  others.after = [];
  const temporary = temporaryFolder("coulomb-hub-");
  const lock = lockFolder(temporary.path);
  live = readFileSync(join(temporary.path, "hub.lock"), "utf8");
  lock.release();
  temporary.remove();
});

function begin(): { readonly folder: string; readonly file: string; readonly remove: () => void } {
  const temporary = temporaryFolder("coulomb-hub-");
  const file = join(temporary.path, "hub.lock");
  writeFileSync(file, JSON.stringify({ ...gone, host: JSON.parse(live).host }));
  others.before = [];
  others.after = [];
  return { folder: temporary.path, file, remove: () => temporary.remove() };
}

it("does not clear away the lock of one who took the folder while it looked for the one left behind", () => {
  const { folder, file, remove } = begin();
  // Another clears the old lock away before the second look, and takes the folder right after it.
  others.before = [nothing, () => rmSync(file)];
  others.after = [nothing, () => writeFileSync(file, live)];
  expect(() => lockFolder(folder)).toThrow(`process ${process.pid} on`);
  expect(readFileSync(file, "utf8")).toBe(live);
  remove();
});

it("takes the folder when another has cleared the old lock away, and not taken it", () => {
  const { folder, file, remove } = begin();
  const clearing = `${file}.clearing`;
  // The other one is about to clear, and is done before anybody can read who it is.
  others.after = [() => writeFileSync(clearing, live)];
  others.before = [
    nothing,
    () => {
      rmSync(file);
      rmSync(clearing);
    },
  ];
  const lock = lockFolder(folder);
  expect(existsSync(file)).toBe(true);
  lock.release();
  expect(existsSync(file)).toBe(false);
  remove();
});

it("leaves a folder alone in which one was killed while it cleared", () => {
  const { folder, file, remove } = begin();
  writeFileSync(`${file}.clearing`, readFileSync(file, "utf8"));
  others.before = [];
  expect(() => lockFolder(folder)).toThrow("was killed while it took it");
  expect(existsSync(file)).toBe(true);
  remove();
});

it("clears away a lock in which nothing can be read", () => {
  const { folder, file, remove } = begin();
  writeFileSync(file, "{");
  lockFolder(folder).release();
  expect(existsSync(file)).toBe(false);
  remove();
});
