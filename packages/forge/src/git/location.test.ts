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
    ["ssh://git@[::1]:22/x", "url", "ssh://git@[::1]:22/x/pilot/one.git"],
    ["https://[::1]:8443/@x", "url", "https://[::1]:8443/@x/pilot/one.git"],
    ["https://git.example.org:443/@x", "url", "https://git.example.org:443/@x/pilot/one.git"],
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
    "https://user:sec/ret@git.example.org",
    "ssh://git:secret@git.example.org",
    "user:secret@git.example.org/{owner}/{repo}.git",
  ])("refuses %s", (template) => {
    expect(() => createLocator(template)).toThrow(expect.objectContaining({ code: "git_url" }));
  });

  it.each([
    "https://user:secret@x",
    "https://user:no/secret@x",
    "user:secret@x",
    "ftp://user:secret@x/{repo}",
  ])("keeps a secret out of the message about %s", (template) => {
    expect(() => createLocator(template)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("secret") }),
    );
  });

  it("leaves no place but the template's", () => {
    expect(createLocator("/srv/git")({ owner: "../..", repo: "etc" })).toMatchObject({ ok: false });
  });
});
