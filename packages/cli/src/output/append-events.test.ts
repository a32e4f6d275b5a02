import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PromotionEvent } from "@coulomb-loop/schemas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendEvents } from "./append-events.ts";

const event = (number: number): PromotionEvent => ({
  format_version: "1.0",
  kind: "hold_created",
  id: String(number).repeat(64),
  installation: "ops",
  ops_repo: "local/acme/ops",
  loop: "upkeep",
  record: "PROM-0001",
  direction: "hold",
  at: "2026-07-06T12:00:00.000Z",
  repos: [],
  message: "a line\nand another",
});

const lines = (...numbers: readonly number[]) =>
  numbers.map((each) => `${JSON.stringify(event(each))}\n`).join("");

describe("appendEvents", () => {
  let cwd = "";
  let printed = "";
  let notes: string[] = [];
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "coulomb-events-"));
    printed = "";
    notes = [];
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  const append = (numbers: readonly number[], ...paths: readonly string[]) =>
    appendEvents(
      { cwd, print: (text) => void (printed += text), note: (line) => void notes.push(line) },
      numbers.map(event),
      paths.map((path) => ({ kind: "target", format: "jsonl", path })),
    );
  const write = (text: string) => writeFileSync(join(cwd, "e.jsonl"), text);
  const read = () => readFileSync(join(cwd, "e.jsonl"), "utf8");

  it("makes the file, and then adds what is not in it yet", () => {
    append([1, 2], "e.jsonl");
    expect(read()).toBe(lines(1, 2));
    append([1, 2, 3], "e.jsonl");
    append([3, 1], "e.jsonl");
    expect(read()).toBe(lines(1, 2, 3));
    expect(notes).toEqual([]);
  });

  it("makes no file of nothing", () => {
    append([], "e.jsonl");
    expect(() => read()).toThrow("ENOENT");
  });

  it("keeps lines of others and line ends of Windows as they are", () => {
    const before = `# mine\r\n\r\n{"id":7}\n[]\n${lines(1)}`;
    write(before);
    append([1, 2], "e.jsonl");
    expect(read()).toBe(before + lines(2));
    write(lines(1).replace("\n", "\r\n"));
    append([1], "e.jsonl");
    expect(read()).toBe(lines(1).replace("\n", "\r\n"));
  });

  it("keeps a torn last line, reports it, and writes its event again", () => {
    const torn = lines(1) + lines(2).slice(0, 40);
    write(torn);
    append([1, 2], "e.jsonl");
    expect(read()).toBe(`${torn}\n${lines(2)}`);
    expect(notes).toEqual([expect.stringContaining("e.jsonl:2 is torn")]);
    append([1, 2], "e.jsonl");
    expect(read()).toBe(`${torn}\n${lines(2)}`);
    expect(notes).toHaveLength(1);
  });

  it("takes a last line that lacks its end alone for whole", () => {
    write(lines(1, 2).trimEnd());
    append([1, 2], "e.jsonl");
    expect(read()).toBe(lines(1, 2).trimEnd());
    append([3], "e.jsonl");
    expect(read()).toBe(lines(1, 2, 3));
    expect(notes).toEqual([]);
  });

  it("prints everything each time, also to a device, and follows a link", () => {
    write(lines(1));
    symlinkSync("e.jsonl", join(cwd, "link"));
    append([1, 2], "-", "/dev/null", "link");
    append([1, 2], "-", "/dev/null", "link");
    expect(printed).toBe(lines(1, 2, 1, 2));
    expect(read()).toBe(lines(1, 2));
  });

  it("says that a file cannot be written, after it wrote the others", () => {
    mkdirSync(join(cwd, "folder"));
    expect(() => append([1], "folder", "e.jsonl")).toThrow(
      expect.objectContaining({ code: "emit_unwritable" }),
    );
    expect(read()).toBe(lines(1));
  });
});
