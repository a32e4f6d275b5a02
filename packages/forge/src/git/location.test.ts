import { describe, expect, it } from "vitest";
import { createLocator } from "./location.ts";

const repo = { owner: "pilot", repo: "one" };

describe("createLocator", () => {
  it.each([
    ["/srv/git", "folder", "/srv/git/pilot/one.git"],
    ["/srv/git/", "folder", "/srv/git/pilot/one.git"],
    ["/srv/{owner}/{repo}", "folder", "/srv/pilot/one"],
    ["/srv/../git/{repo}", "folder", "/git/one"],
    ["file:///srv/git", "url", "file:///srv/git/pilot/one.git"],
    ["https://git.example.org", "url", "https://git.example.org/pilot/one.git"],
    ["ssh://git@git.example.org:22/x", "url", "ssh://git@git.example.org:22/x/pilot/one.git"],
    ["git@git.example.org:{owner}/{repo}.git", "url", "git@git.example.org:pilot/one.git"],
  ])("%s is a %s: %s", (template, kind, url) => {
    expect(createLocator(template)(repo)).toEqual({ ok: true, value: { kind, url } });
  });

  it.each([
    "repos",
    "./repos",
    "ext::sh -c id",
    "-oProxyCommand=x:y",
    "ftp://x/y",
    "https://user:secret@git.example.org",
    "https://token@git.example.org",
  ])("refuses %s", (template) => {
    expect(() => createLocator(template)).toThrow(expect.objectContaining({ code: "git_url" }));
  });

  it("keeps a secret out of the message", () => {
    expect(() => createLocator("https://user:secret@x")).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("secret") }),
    );
  });

  it("leaves no place but the template's", () => {
    expect(createLocator("/srv/git")({ owner: "../..", repo: "etc" })).toMatchObject({ ok: false });
  });
});
