import { describe, expect, it } from "vitest";
import { firstLine, parseRemote } from "./target.ts";

const [a, b] = ["a".repeat(40), "b".repeat(40)];

describe("parseRemote", () => {
  it("reads HEAD and exactly the refs asked for", () => {
    const output = `ref: refs/heads/main\tHEAD\n${a}\tHEAD\n${b}\trefs/heads/x\n${a}\trefs/heads/refs/heads/x\n`;
    const refs = parseRemote(output, ["refs/heads/x", "refs/heads/y"]);
    expect(refs).toMatchObject({ headBranch: "main", detached: false });
    expect([...refs.oids]).toEqual([
      ["refs/heads/x", b],
      ["refs/heads/y", null],
      ["refs/heads/main", a],
    ]);
  });

  it("reads all refs below a name that ends in a slash, and what tags among them are of", () => {
    const lines = ["x/a", "x/a^{}", "x/b", "y/x/c"].map((name, at) => `${at === 1 ? b : a}\trefs/${name}`);
    const refs = parseRemote(lines.join("\n"), ["refs/x/", "refs/z"]);
    expect([...refs.oids]).toEqual([
      ["refs/z", null],
      ["refs/x/a", a],
      ["refs/x/b", a],
    ]);
    expect([...refs.peeled]).toEqual([["refs/x/a", b]]);
  });

  it.each([
    ["an empty repository", "", false],
    ["a detached HEAD", `${a}\tHEAD\n`, true],
  ])("knows no branch of %s", (_what, output, detached) => {
    expect(parseRemote(output, [])).toMatchObject({ headBranch: undefined, detached });
  });
});

describe("firstLine", () => {
  it.each([
    ["", "git said nothing"],
    ["hint: x\nfatal: y\n", "fatal: y"],
    ["\nplain\n", "plain"],
  ])("%j: %j", (stderr, line) => {
    expect(firstLine(stderr)).toBe(line);
  });
});
