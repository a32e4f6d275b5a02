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
