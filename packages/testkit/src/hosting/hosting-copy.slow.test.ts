import { describe, expect, it } from "vitest";
import { manualClock } from "../manual-clock.ts";
import { personAt } from "../person.ts";
import { createHosting, type HostedRepo, openPull } from "./index.ts";

async function propose(repo: HostedRepo) {
  await personAt(repo.path).commit("work", { "a/b": "changed\n" });
  const draft = { title: "T", body: "B", base: "main", headBranch: "work", author: "o" };
  const opened = await openPull(repo, draft);
  if (opened.kind !== "done") throw new Error(opened.kind);
  return opened.pull;
}

describe("a copy of a server", () => {
  it("holds the same, and goes its own way", async () => {
    const clock = manualClock();
    const hosting = createHosting({ clock: clock.now });
    await hosting.add({ "o/one": { files: { "a/b": "deep\n" } }, "o/empty": {} });
    const repo = hosting.repo("o/one");
    const { number } = await propose(repo);
    const label = repo.labels.add({ name: "a", color: "000000", description: "" });
    repo.pulls.patch(number, { labels: [label.id] });
    repo.permit("mia", "write");
    hosting.users.allow("mia", "token-of-mia");
    repo.guards.set("refs/heads/main", { kind: "hook", message: "no" });
    repo.statuses.add("c", { context: "x", state: "success", creator: "o" });
    const other = await hosting.copy(clock.now);
    try {
      const copy = other.repo("o/one");
      const mia = other.users.find("mia");
      expect(mia).toBeDefined();
      expect(copy.permission(mia ?? null)).toBe("write");
      expect(other.users.authenticate("token token-of-mia").kind).toBe("user");
      expect(copy.pulls.get(number)).toEqual(repo.pulls.get(number));
      expect(copy.labels.list()).toEqual([label]);
      expect([copy.id, [...copy.guards], copy.statuses.latest("c")]).toEqual([
        repo.id,
        [...repo.guards],
        repo.statuses.latest("c"),
      ]);
      expect(copy.path).not.toBe(repo.path);

      await personAt(copy.path).merge("work");
      copy.pulls.patch(number, { title: "Theirs" });
      const [ours, theirs] = [repo, copy].map((each) => each.labels.add({ ...label, name: "b" }));
      expect(theirs?.id).toBe(ours?.id);
      other.rename("o/one", "o/two");
      expect(copy.path.startsWith(other.folder)).toBe(true);
      expect(repo.pulls.get(number)?.title).toBe("T");
      expect(await repo.refs.read("refs/heads/main")).not.toBe(await copy.refs.read("refs/heads/main"));
      expect(hosting.names).toEqual(["o/one", "o/empty"]);
    } finally {
      other.remove();
      hosting.remove();
    }
  });
});
