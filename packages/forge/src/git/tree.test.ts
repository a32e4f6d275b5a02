import { describe, expect, it } from "vitest";
import { findEntry, otherKind, parseCommit } from "./tree.ts";

const id = (digit: string) => digit.repeat(40);
const tree = Buffer.concat(
  [
    ["100644", "a.txt", id("a")],
    ["40000", "a", id("b")],
    ["120000", "ü", id("c")],
  ].flatMap(([mode = "", name = "", oid = ""]) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(oid, "hex"),
  ]),
);

describe("findEntry", () => {
  it.each([
    ["a.txt", { mode: "100644", oid: id("a") }],
    ["a", { mode: "40000", oid: id("b") }],
    ["ü", { mode: "120000", oid: id("c") }],
    ["a.tx", undefined],
    ["b", undefined],
  ])("%s", (name, entry) => {
    expect(findEntry(tree, name, 20)).toEqual(entry);
  });

  it("finds nothing in an empty tree", () => {
    expect(findEntry(Buffer.alloc(0), "a", 20)).toBeUndefined();
  });
});

describe("parseCommit", () => {
  it("reads tree, parents and message, and nothing that the message says", () => {
    const text = `tree ${id("a")}\nparent ${id("b")}\nparent ${id("c")}\nauthor A <a@x> 1 +0000\ngpgsig x\n\nparent ${id("d")}\n`;
    expect(parseCommit(id("e"), Buffer.from(text))).toEqual({
      ok: true,
      value: { tree: id("a"), parents: [id("b"), id("c")], message: `parent ${id("d")}\n` },
    });
  });

  it.each(["", "parent x\n\n", "tree short\n\n"])("refuses %j", (text) => {
    expect(parseCommit(id("e"), Buffer.from(text))).toMatchObject({
      ok: false,
      problem: { reason: "corrupt" },
    });
  });
});

describe("otherKind", () => {
  it.each([
    ["40000", "directory"],
    ["120000", "symlink"],
    ["160000", "submodule"],
    ["100644", undefined],
    ["100755", undefined],
    ["100664", undefined],
  ])("%s: %s", (mode, kind) => {
    expect(otherKind(mode)).toBe(kind);
  });
});
