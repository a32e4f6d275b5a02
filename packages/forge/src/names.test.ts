import { describe, expect, it } from "vitest";
import { isBranchName, isOid, isRepoName, isTreePath } from "./names.ts";

describe("isBranchName", () => {
  it.each(["main", "coulomb/pilot/schedule", "feature/ü", "a.b", "v1@2", "x/y-z"])("takes %j", (name) => {
    expect(isBranchName(name)).toBe(true);
  });

  it.each([
    "",
    "@",
    "-x",
    "/a",
    "a/",
    "a//b",
    "a..b",
    "../../etc",
    ".a",
    "a/.b",
    "a.lock",
    "a.lock/b",
    "a.",
    "a b",
    "a~1",
    "a^",
    "a:b",
    "a?",
    "a*",
    "a[",
    "a\\b",
    "a@{1}",
    "a\nb",
    "a\0b",
    "a\u007f",
  ])("refuses %j", (name) => {
    expect(isBranchName(name)).toBe(false);
  });
});

describe("isTreePath", () => {
  it.each([
    "a",
    ".kaizen/schedule.yml",
    "a b/c",
    '"quoted"',
    "ü",
    ".github/x",
    ".gitignore",
    "a.git",
    "...",
    "git~2",
  ])("takes %j", (path) => {
    expect(isTreePath(path)).toBe(true);
  });

  it.each([
    "",
    "/a",
    "a/",
    "a//b",
    ".",
    "..",
    "a/../b",
    ".git",
    ".GIT/config",
    "a/.git/hooks/x",
    "git~1/x",
    ".git /x",
    ".git.",
    ".g\u200cit/x",
    ".git:stream",
    "a\nb",
    "a\0",
  ])("refuses %j", (path) => {
    expect(isTreePath(path)).toBe(false);
  });
});

describe("isRepoName", () => {
  it.each([
    ["pilot", "one", true],
    ["group/sub", "one.x", true],
    ["a", "b_c-d+e", true],
    ["..", "one", false],
    ["a", "..", false],
    ["a", "b/c", false],
    ["", "one", false],
    ["a", "", false],
    ["-a", "one", false],
    ["a", "-one", false],
    ["a/../..", "one", false],
    ["a b", "one", false],
    ["a@host", "one", false],
    ["a?x", "one", false],
    ["a\\b", "one", false],
    ["a\n", "one", false],
  ])("%j and %j: %s", (owner, repo, expected) => {
    expect(isRepoName({ owner, repo })).toBe(expected);
  });
});

describe("isOid", () => {
  it.each([
    ["a".repeat(40), true],
    ["0".repeat(64), true],
    ["a".repeat(39), false],
    ["A".repeat(40), false],
    [`${"a".repeat(40)}\n`, false],
  ])("%j: %s", (text, expected) => {
    expect(isOid(text)).toBe(expected);
  });
});
