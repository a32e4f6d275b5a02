import { describe, expect, it } from "vitest";
import { parseChanged, parseCommits } from "./inspect.ts";

const [a, b, none] = ["a".repeat(40), "b".repeat(40), "0".repeat(40)];

describe("parseChanged", () => {
  it("reads what was added, changed and removed, whatever its name", () => {
    const output = [
      `:000000 100644 ${none} ${a} A`,
      "new\nline",
      `:100644 100644 ${a} ${b} M`,
      "b",
      `:100644 000000 ${b} ${none} D`,
      "c",
      "",
    ].join("\0");
    expect(parseChanged(output)).toEqual([
      { path: "new\nline", baseBlob: null, headBlob: a },
      { path: "b", baseBlob: a, headBlob: b },
      { path: "c", baseBlob: b, headBlob: null },
    ]);
  });

  it("reads nothing from nothing", () => {
    expect(parseChanged("")).toEqual([]);
  });
});

describe("parseCommits", () => {
  it("reads each field, and messages of several lines", () => {
    const output = `${a}\n${b} ${none}\nPat\np@x\nTitle\n\nBody\n\0${b}\n\nPat\np@x\nRoot\n`;
    expect(parseCommits(output)).toEqual([
      { oid: a, parents: [b, none], authorName: "Pat", authorEmail: "p@x", message: "Title\n\nBody\n" },
      { oid: b, parents: [], authorName: "Pat", authorEmail: "p@x", message: "Root\n" },
    ]);
  });
});
