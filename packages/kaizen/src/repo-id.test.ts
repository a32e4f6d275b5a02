import { describe, expect, it } from "vitest";
import { repoIdOfUrl } from "./repo-id.ts";
import { lastFiring, parseSlot } from "./slot.ts";

describe("the id of a remote", () => {
  it.each([
    ["https://github.com/acme/pilot.git", "github-com/acme/pilot"],
    ["https://user:secret@git.example.org:3000/acme/pilot", "git-example-org/acme/pilot"],
    ["git@github.com:acme/pilot.git", "github-com/acme/pilot"],
    ["ssh://git@git.example.org:2222/group/sub/pilot.git/", "git-example-org/sub/pilot"],
    ["/srv/forge/coulomb/pilot.git", "local/coulomb/pilot"],
    ["../coulomb/pilot/.git", "local/coulomb/pilot"],
    ["file:///srv/coulomb/pilot.git", "local/coulomb/pilot"],
    ["C:\\repos\\coulomb\\pilot", "local/coulomb/pilot"],
    ["pilot.git", undefined],
    ["", undefined],
    ["https://github.com/acme/..", undefined],
    ["/srv/some folder/pilot two", undefined],
  ])("of %s is %s", (url, id) => {
    expect(repoIdOfUrl(url)).toBe(id);
  });
});

describe("a slot", () => {
  it("is its parts", () => {
    const key = "kaizen-stack/hourly-coach/local/coulomb/pilot@2026-08-01T08:15:00Z";
    expect(parseSlot(key)).toEqual({
      key,
      loop: "kaizen-stack",
      activity: "hourly-coach",
      repo: "local/coulomb/pilot",
      due: Date.UTC(2026, 7, 1, 8, 15),
    });
  });

  it.each([
    "",
    "coach",
    "a/b/local/coulomb/pilot@2026-08-01T08:15:00.000Z",
    "a/b/local/coulomb/pilot@2026-02-30T08:15:00Z",
    "a/b/local/coulomb@2026-08-01T08:15:00Z",
    "a/b/local/../pilot@2026-08-01T08:15:00Z",
    "a/b/local/coulomb/pilot@2026-08-01T08:15:00Z --x",
  ])("is not %j", (key) => {
    expect(() => parseSlot(key)).toThrow(expect.objectContaining({ code: "slot_invalid" }));
  });

  it.each([
    ["15 * * * *", "2026-07-06T08:15:00Z"],
    ["20 8 * * *", "2026-07-05T08:20:00Z"],
    ["0 9 29 2 *", "2024-02-29T09:00:00Z"],
    ["0 9 30 2 *", undefined],
  ])("of %s is due last at %s", (cron, due) => {
    const before = Date.parse("2026-07-06T08:20:00Z");
    expect(lastFiring(cron, "UTC", before)).toBe(due === undefined ? undefined : Date.parse(due));
  });
});
