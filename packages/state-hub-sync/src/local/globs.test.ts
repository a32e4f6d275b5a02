import { CoulombError } from "@coulomb-loop/schemas";
import { describe, expect, it } from "vitest";
import { fitsGlob, parseGlobs, placeBelow } from "./globs.ts";

const one = (pattern: string) => {
  const [glob] = parseGlobs([pattern]);
  if (glob === undefined) throw new Error("no glob");
  return glob;
};

describe("parseGlobs", () => {
  it.each([
    ["workplans/*.md", "workplans/a.md", true],
    ["workplans/*.md", "workplans/deep/a.md", false],
    ["workplans/*.md", "workplans/.hidden.md", false],
    ["workplans/.*.md", "workplans/.hidden.md", true],
    ["workplans/*.md", "workplans/a.mdx", false],
    ["workplans/*.md", "workplans/amd", false],
    ["./workplans/LOOP-*-x*.md", "workplans/LOOP-1-x.md", true],
    ["plans a+b/$*.md", "plans a+b/$1.md", true],
    ["loops/*/decisions/*.yaml", "loops/kaizen/decisions/DEC-001.yaml", true],
    ["loops/*/decisions/*.yaml", "loops/decisions/DEC-001.yaml", false],
  ])("finds by %s the file %s: %s", (pattern, path, expected) => {
    expect(fitsGlob(one(pattern), path)).toBe(expected);
  });

  it.each([
    "**/*.md",
    "*.md",
    "*/a.md",
    "plans/{a,b}.md",
    "plans/[ab].md",
    "plans/?.md",
    "!plans/a.md",
    "../a/*.md",
    "",
    "/a/*.md",
    "a//b.md",
    "plans/!(a).md",
  ])("refuses %s", (pattern) => {
    const parse = () => parseGlobs([pattern]);
    expect(parse).toThrow(CoulombError);
    expect(parse).toThrow(expect.objectContaining({ code: "sync_glob" }));
  });
});

describe("placeBelow", () => {
  it("goes on as far as names are plain", () => {
    const glob = one("loops/a/*/decisions/*.yaml");
    expect(placeBelow(glob, [], glob.folders)).toMatchObject({ folder: "loops/a", rest: ["*", "decisions"] });
    expect(placeBelow(glob, ["loops", "a", "x"], ["decisions"])).toMatchObject({
      folder: "loops/a/x/decisions",
      rest: [],
    });
  });
});
